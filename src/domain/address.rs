//! Addresses that are safe to open.

use std::borrow::Cow;

use super::url;

/// Longest address read, in bytes; longer ones are refused, since a cut address leads elsewhere.
const READ_LIMIT: usize = 16_384;

/// Longest address kept, in bytes: what is longer as it comes from a page is mostly tracking.
const KEPT_LIMIT: usize = 2_048;

/// An `http` or `https` address with a host, without user name or password, in the browser's ASCII form.
///
/// Where its parts begin is kept with it: they are asked for again and again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeLink {
    address: String,
    path: usize,
    /// Where the path ends, and a query begins if there is one.
    query: usize,
    /// Where the query ends, and a fragment begins if there is one.
    fragment: usize,
}

impl SafeLink {
    /// Reads an absolute address; `None` for every other scheme, for user information, for a host that is not
    /// ASCII, and for more than 16,384 bytes.
    pub fn new(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        if raw.len() > READ_LIMIT {
            return None;
        }
        let address = url::normal(raw)?;
        if address.len() > READ_LIMIT {
            return None;
        }
        let find = |mark: char, from: usize, to: usize| {
            let found = address.get(from..to).and_then(|part| part.find(mark));
            found.map_or(to, |place| from + place)
        };
        let fragment = find('#', 0, address.len());
        let query = find('?', 0, fragment);
        let authority = address.find("://")? + "://".len();
        let path = find('/', authority, query);
        Some(Self {
            address,
            path,
            query,
            fragment,
        })
    }

    /// Reads an address as a person writes it, who may leave out how it is reached: "meet.example/abc".
    pub fn typed(text: &str) -> Option<Self> {
        let bare = || {
            let is_one = text.contains('.') && !text.contains([' ', '@', ':']);
            is_one.then(|| Self::new(&["https://", text].concat())).flatten()
        };
        Self::new(text).or_else(bare)
    }

    /// The address of a page without a query, given one: `page?name=value&…`. Whatever the values say, they are no more than values. `None`
    /// if the page is no such address, or all of it is too long.
    pub fn with_query(page: &str, parameters: &[(&str, &str)]) -> Option<Self> {
        let mut address = page.to_owned();
        url::push_query(parameters, &mut address);
        Self::new(&address)
    }

    /// Whether it is short enough to be kept: at most 2,048 bytes.
    pub fn can_be_kept(&self) -> bool {
        self.address.len() <= KEPT_LIMIT
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// The host in lower case, as the address bar shows it (internationalised names stay in their `xn--` form, so
    /// that look-alikes are seen for what they are).
    pub fn host(&self) -> &str {
        let authority = self.origin().split_once("://").map_or("", |(_, authority)| authority);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        self.address.get(..self.path).unwrap_or_default()
    }

    /// The path, which begins with a slash, without query and fragment.
    pub fn path(&self) -> &str {
        self.address.get(self.path..self.query).unwrap_or_default()
    }

    /// What stands behind the question mark, as it is written.
    pub fn query(&self) -> Option<&str> {
        self.address.get(self.query..self.fragment)?.strip_prefix('?')
    }

    /// Names and values of the query, decoded.
    pub fn parameters(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        url::parameters(self.query().unwrap_or_default())
    }

    /// What the parameters of that name say, in small or capital letters, decoded.
    pub fn parameter<'a>(&'a self, name: &str) -> impl Iterator<Item = Cow<'a, str>> {
        url::parameter(self.query().unwrap_or_default(), name)
    }

    /// What stands behind the number sign.
    pub fn fragment(&self) -> Option<&str> {
        self.address.get(self.fragment..)?.strip_prefix('#')
    }
}

impl std::fmt::Debug for SafeLink {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("SafeLink").field(&self.address).finish()
    }
}

/// A `mailto:` address (RFC 6068): it opens the user's own mail program with a message that is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLink(String);

impl MailLink {
    /// A message to one address or to nobody yet. Whatever the texts say, they neither add a recipient nor anything else to it.
    pub fn new(to: Option<&str>, subject: &str, body: &str) -> Self {
        let mut address = "mailto:".to_owned();
        let (name, host) = to.and_then(|to| to.rsplit_once('@')).unwrap_or_default();
        if !host.is_empty() {
            url::push_text(name, &mut address);
            address.push('@');
            url::push_text(host, &mut address);
        }
        url::push_query(&[("subject", subject), ("body", body)], &mut address);
        Self(address)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<SafeLink> for String {
    fn from(link: SafeLink) -> Self {
        link.address
    }
}

impl std::fmt::Display for SafeLink {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: Option<&str>) {
        assert_eq!(SafeLink::new(raw).as_ref().map(SafeLink::as_str), expected);
    }

    /// F36.
    #[test]
    fn only_plain_web_addresses_pass() {
        check("https://jobs.example/1?a=b#c", Some("https://jobs.example/1?a=b#c"));
        check(" HTTP://Jobs.Example:8080/x ", Some("http://jobs.example:8080/x"));
        check("javascript:alert(1)", None);
        check("java\nscript:alert(1)", None);
        check("data:text/html,hi", None);
        check("file:///etc/passwd", None);
        check("blob:https://a.example/1", None);
        check("https://user@jobs.example/", None);
        check("https://user:secret@jobs.example/", None);
        check("//jobs.example/", None);
        check("https://", None);
        check("https://аpple.example/", None);
        check(&format!("https://a.example/{}", "x".repeat(1_000_000)), None);
    }

    #[test]
    fn long_addresses_are_read_whole_or_not_at_all_and_not_kept() {
        let read = |length: usize| SafeLink::new(&format!("{:x<length$}", "https://a.example/"));
        let can_be_kept = |length: usize| read(length).map(|link| link.can_be_kept());
        assert_eq!(can_be_kept(2_048), Some(true));
        assert_eq!(can_be_kept(2_049), Some(false));
        assert_eq!(read(16_384).map(|link| link.as_str().len()), Some(16_384));
        assert_eq!(read(16_385), None);
        // What is written in another form may grow.
        let grown = format!("https://a.example/{}", "é".repeat(4_000));
        assert_eq!(SafeLink::new(&grown), None);
    }

    #[test]
    fn host_is_read_without_port() {
        let host = |raw: &str| SafeLink::new(raw).map(|link| link.host().to_owned());
        assert_eq!(host("https://Jobs.Example:444/a"), Some("jobs.example".into()));
        assert_eq!(host("https://jobs.example?x"), Some("jobs.example".into()));
        assert_eq!(host("http://[::1]:80/a"), Some("[::1]".into()));
    }
}
