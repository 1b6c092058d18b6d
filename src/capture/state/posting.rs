//! What programs call the fields of a posting, and the `JobPosting` that an object with such fields makes.

use serde_json::{Map, Value};

use crate::capture::words::{Words, words};

/// An object of a tree.
pub(super) type Object = Map<String, Value>;

/// What a job's title is called.
const TITLE: Words = words!("jobtitle|title|postingtitle|positiontitle|vacancytitle|jobname|position");

/// What it is called by some, and everything else by others.
const NAME: Words = words!("name|text|heading");

/// What a field is, whether only jobs have it, and what it is called, the surest name first.
const FIELDS: &[(&str, bool, Words)] = &[
    (
        "hiringOrganization",
        true,
        words!(
            "companyname|company|employername|employer|hiringorganization|hiringcompany|organizationname|organization|\
             organisation|advertisername|advertiser",
        ),
    ),
    (
        "jobLocation",
        false,
        words!(
            "jobpostlocation|formattedlocation|citystatecountry|joblocation|joblocations|locationname|locationnames|locations|\
             location|worklocation|primarylocation|workplaces|city|cities",
        ),
    ),
    (
        "employmentType",
        true,
        words!(
            "employmenttype|employmenttypes|jobtype|jobtypes|worktype|worktypes|contracttype|contracttypes|commitment",
        ),
    ),
    (
        "jobLocationType",
        true,
        words!("workplacetype|remotetype|workmodel|workarrangement|workarrangements|remotestatus|isremote|remote"),
    ),
    (
        "baseSalary",
        true,
        words!("basesalary|salaryrange|payranges|payrange|salary|compensation|salarytext|salarylabel|remuneration"),
    ),
    (
        "datePosted",
        false,
        words!(
            "dateposted|posteddate|postedat|postedon|firstpublished|publishedat|publisheddate|publicationdate|datepublished|\
             listedat|listingdate|publishedon|onlinedate",
        ),
    ),
    (
        "validThrough",
        true,
        words!(
            "validthrough|applicationdeadline|closingdate|applyby|expirationdate|expirydate|expiresat|deadline|enddate",
        ),
    ),
    (
        "identifier",
        true,
        words!("requisitionid|requisitionnumber|reqid|jobreqid|jobreference|referencenumber|refnumber"),
    ),
    (
        "description",
        false,
        words!(
            "jobdescription|descriptionhtml|description|descriptionplain|descriptiontext|fulldescription|content|\
             sanitizedjobdescription|body",
        ),
    ),
];

/// What tells one posting from another.
const IDENTITIES: Words = words!(
    "id|jobid|jobkey|key|uuid|guid|slug|jobslug|shortcode|code|jobpostid|postingid|positionid|vacancyid|offerid|adid|\
     jobadid|jobseqno|externalid|publicid|listingid|requisitionid|reqid|reference|referencenumber",
);

/// Where a posting stands.
pub(super) const ADDRESSES: Words = words!(
    "url|joburl|absoluteurl|publicurl|hostedurl|canonicalurl|permalink|detailurl|shareurl|link|href|path|pathname",
);

/// What an object that stands for a text calls it.
const SAID: Words = words!("name|displayname|label|text|title|value|formatted|description|content|html");

/// What one that stands for a day calls it; its label may say "12 days ago".
const DAY: Words = words!("datetimeutc|datetime|iso|date|utc|value|timestamp");

/// What an object that stands for a place calls the whole of it, and its parts.
const PLACE: Words = words!("label|formatted|formattedlocation|displayname|fulllocation|locationname|expanded");
const PARTS: [Words; 3] = [
    words!("city|cityname|addresslocality|locality|town"),
    words!("state|statename|region|addressregion|province"),
    words!("country|countryname|addresscountry|countrycode"),
];

const LEAST: Words = words!("min|minimum|minvalue|minamount|from|low|lower|salarymin|minsalary|salaryfrom");
const MOST: Words = words!("max|maximum|maxvalue|maxamount|to|high|upper|salarymax|maxsalary|salaryto");
const CURRENCY: Words = words!("currency|currencycode|currencytype|salarycurrency");
const UNIT: Words = words!("unit|unittext|interval|period|payperiod|salarytype|measure|frequency|per|title");
const SUMMARY: Words = words!(
    "scrapeablecompensationsalarysummary|compensationtiersummary|salarytext|summary|label|text|formatted|displayvalue",
);

/// Longest title, in bytes: what is longer is a sentence.
const TITLE_LIMIT: usize = 200;

/// Whether a key is one of `names`, however its words are joined.
pub(super) fn is_one_of(key: &str, names: Words) -> bool {
    names.iter().any(|name| is_named(key, name))
}

fn is_named(key: &str, name: &str) -> bool {
    let letters = key.bytes().filter(u8::is_ascii_alphanumeric);
    key.len() >= name.len() && letters.map(|letter| letter.to_ascii_lowercase()).eq(name.bytes())
}

/// The first field of those names that says something.
fn field(object: &Object, names: Words) -> Option<&Value> {
    names.iter().find_map(|name| {
        let mut fields = object.iter();
        let found = fields.find(|(key, value)| is_named(key, name) && says_something(value));
        found.map(|(_, value)| value)
    })
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(values) => values.iter().any(says_something),
        Value::Object(fields) => fields.values().any(says_something),
        Value::Bool(true) | Value::Number(_) => true,
    }
}

/// How much an object says of a job, beside its title; nothing if it does not look like a posting.
pub(super) fn fields(object: &Object) -> Option<usize> {
    let mut keys = object.keys();
    if !keys.any(|key| is_one_of(key, TITLE) || is_one_of(key, NAME)) {
        return None;
    }
    let known = FIELDS.iter().filter(|(_, _, names)| field(object, *names).is_some());
    let known: Vec<_> = known.collect();
    let is_job = known.iter().any(|(_, is_telling, _)| *is_telling);
    (is_job && known.len() >= 2 && title(object, "").is_some()).then_some(known.len())
}

/// The title of what looks like a posting.
pub(super) fn title(object: &Object, language: &str) -> Option<String> {
    let title = field(object, TITLE).or_else(|| field(object, NAME))?;
    let title = texts(title, language, 0).into_iter().next()?;
    (title.len() <= TITLE_LIMIT && title.chars().any(char::is_alphabetic)).then_some(title)
}

/// What tells it from others.
pub(super) fn identities(object: &Object) -> impl Iterator<Item = String> {
    let known = object.iter().filter(|(key, _)| is_one_of(key, IDENTITIES));
    known.filter_map(|(_, value)| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The `JobPosting` that the objects make together, the first of them that knows a field deciding on it. `around` is what the first
/// stands in: there some programs keep the company.
pub(super) fn job(objects: &[&Object], around: Option<&Object>, language: &str) -> Value {
    let mut job = Map::new();
    let title = objects.iter().find_map(|object| title(object, language));
    job.insert("title".to_owned(), title.into());
    for (name, _, names) in FIELDS {
        let read = |object: &&Object| {
            let value = field(object, *names).map(|value| follow(value, around));
            let value = match *name {
                "jobLocation" => places(value.unwrap_or(&Value::Null), object, language),
                "baseSalary" => salary(value, object),
                "datePosted" | "validThrough" => day(value?, language),
                "jobLocationType" if value?.as_bool() == Some(true) => Value::from("remote"),
                "description" => texts(value?, language, 0)
                    .into_iter()
                    .find(|text| text.len() >= 40)
                    .into(),
                _ => texts(value?, language, 0).into(),
            };
            Some(value).filter(says_something)
        };
        let beside = || {
            around
                .filter(|_| *name == "hiringOrganization")
                .and_then(|around| read(&around))
        };
        if let Some(value) = objects.iter().find_map(read).or_else(beside) {
            job.insert((*name).to_owned(), value);
        }
    }
    Value::Object(job)
}

/// Apollo keeps each thing once and names it where it belongs: `{"__ref":"Company:7"}`.
fn follow<'a>(value: &'a Value, around: Option<&'a Object>) -> &'a Value {
    let name = value.get("__ref").and_then(Value::as_str);
    name.and_then(|name| around?.get(name)).unwrap_or(value)
}

/// What a value says, in the page's language where it says it in several.
fn texts(value: &Value, language: &str, depth: usize) -> Vec<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![text.trim().to_owned()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(values) if depth < 4 => {
            let texts = values
                .iter()
                .take(20)
                .flat_map(|value| texts(value, language, depth + 1));
            texts.collect()
        }
        Value::Object(object) if depth < 4 => {
            let said = field(object, SAID).or_else(|| in_language(object, language));
            said.map(|value| texts(value, language, depth + 1)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The value that `{"cs": …, "en": …}` has for a language, else for English.
fn in_language<'a>(object: &'a Object, language: &str) -> Option<&'a Value> {
    let language = language.get(..2).unwrap_or_default();
    object.get(language).or_else(|| object.get("en"))
}

fn places(value: &Value, object: &Object, language: &str) -> Value {
    let mut found = Vec::new();
    collect_places(value, language, 0, &mut found);
    if found.is_empty() || field(object, PARTS[0]).is_some_and(|city| std::ptr::eq(city, value)) {
        found = parts(object, language).into_iter().collect();
    }
    found.into()
}

fn collect_places(value: &Value, language: &str, depth: usize, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.extend(text.split([';', '\n']).map(|place| place.trim().to_owned())),
        Value::Array(values) if depth < 4 => {
            let values = values.iter().take(20);
            values.for_each(|value| collect_places(value, language, depth + 1, found));
        }
        Value::Object(object) if depth < 4 => {
            let whole = field(object, PLACE).map(|value| texts(value, language, depth));
            let whole = whole.unwrap_or_else(|| parts(object, language).into_iter().collect());
            if !whole.is_empty() {
                found.extend(whole);
            } else if let Some(inner) = field(object, words!("address|postaladdress|location|name|text|title"))
                .or_else(|| in_language(object, language))
            {
                collect_places(inner, language, depth + 1, found);
            }
        }
        _ => {}
    }
}

/// "City, region, country" of an object that has them each by itself.
fn parts(object: &Object, language: &str) -> Option<String> {
    field(object, PARTS[0])?;
    let mut parts: Vec<String> = Vec::new();
    for names in PARTS {
        let part = field(object, names).and_then(|part| texts(part, language, 2).into_iter().next());
        parts.extend(part.filter(|part| !parts.contains(part)));
    }
    Some(parts.join(", "))
}

/// An instant as the day that it is at the first meridian; a text as it is.
fn day(value: &Value, language: &str) -> Value {
    let value = value.as_object().and_then(|object| field(object, DAY)).unwrap_or(value);
    let seconds = value.as_i64().map(|instant| {
        if instant > 100_000_000_000 {
            instant / 1_000
        } else {
            instant
        }
    });
    match seconds.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0)) {
        Some(instant) => instant.date_naive().to_string().into(),
        None => texts(value, language, 0).into_iter().next().into(),
    }
}

/// Whether a day was told as an instant: which day that is depends on where one stands.
pub(super) fn is_instant(objects: &[&Object], name: &str) -> bool {
    let names = FIELDS.iter().find(|(field, _, _)| *field == name);
    let value = names.and_then(|(_, _, names)| objects.iter().find_map(|object| field(object, *names)));
    value.is_some_and(Value::is_number)
}

fn salary(value: Option<&Value>, object: &Object) -> Value {
    match value {
        // Several are those of several places or grades.
        Some(Value::Array(values)) => match values.as_slice() {
            [Value::Object(range)] => amounts(range).unwrap_or_default(),
            _ => Value::Null,
        },
        Some(Value::Object(range)) => amounts(range).unwrap_or_else(|| said(range, SUMMARY)),
        Some(said) => said.clone(),
        None => {
            let own = |names: Words| object.keys().any(|key| key.len() > 6 && is_one_of(key, names));
            let amounts = (own(LEAST) || own(MOST)).then(|| amounts(object)).flatten();
            amounts.unwrap_or_default()
        }
    }
}

/// The `MonetaryAmount` of an object that has its bounds each by itself.
fn amounts(object: &Object) -> Option<Value> {
    field(object, LEAST).or_else(|| field(object, MOST))?;
    let mut amount = Object::new();
    for (name, names) in [("minValue", LEAST), ("maxValue", MOST), ("unitText", UNIT)] {
        amount.insert(name.to_owned(), said(object, names));
    }
    let mut salary = Object::new();
    salary.insert("currency".to_owned(), said(object, CURRENCY));
    salary.insert("value".to_owned(), amount.into());
    Some(salary.into())
}

/// The first text that a field of those names says.
fn said(object: &Object, names: Words) -> Value {
    let texts = field(object, names).map(|value| texts(value, "", 2));
    texts.and_then(|texts| texts.into_iter().next()).into()
}
