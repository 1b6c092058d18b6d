//! From the forms of older versions to today's.

use std::borrow::Cow;

use super::Damage;

/// The version of the form in which records are written. It rises only when an older version could not read, or would spoil, what
/// is written; a field or a kind of event more is carried along and needs no new number.
pub const SCHEMA: u32 = 1;

/// The kinds of record, for migrations to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each is the record of that name in the table of archive/mod.rs"
)]
pub enum Kind {
    Head,
    Application,
    Texts,
    Agenda,
    Links,
    Companies,
    Settings,
    Draft,
    Index,
    Quarantine,
    Repair,
    LastBackup,
    Proposals,
    Trail,
}

/// From one schema to the next: the new body for an old one, `None` if that cannot be read. Given what it gave once, it gives the same.
pub(super) type Migration = fn(Kind, &str) -> Option<String>;

/// In order: the first leads from schema 1 to schema 2. Where one changes how events are written, it gives no head, so that the records are
/// counted anew: a count that they do not fit is taken for a loss.
pub(super) const MIGRATIONS: [Migration; SCHEMA as usize - 1] = [];

/// The body in the form that the last of `steps` gives. Each record says its own schema, so a store in which only some records
/// have been rewritten is as good as any.
pub(super) fn migrate<'a>(kind: Kind, schema: u32, body: &'a str, steps: &[Migration]) -> Result<Cow<'a, str>, Damage> {
    let taken = schema.checked_sub(1).ok_or(Damage::NotARecord)? as usize;
    if taken > steps.len() {
        return Err(Damage::Newer { schema });
    }
    steps
        .iter()
        .skip(taken)
        .try_fold(Cow::Borrowed(body), |body, step| step(kind, &body).map(Cow::Owned))
        .ok_or(Damage::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Migration; 2] = [
        |_, body| Some(body.replace("one", "two")),
        |kind, body| (kind == Kind::Links).then(|| body.replace("two", "three")),
    ];

    #[track_caller]
    fn check(kind: Kind, schema: u32, body: &str, expected: Result<&str, Damage>) {
        assert_eq!(migrate(kind, schema, body, &STEPS), expected.map(Cow::Borrowed),);
    }

    #[test]
    fn each_record_takes_the_steps_that_it_has_not_taken() {
        check(Kind::Links, 1, "one", Ok("three"));
        check(Kind::Links, 2, "two", Ok("three"));
        check(Kind::Links, 3, "three", Ok("three"));
        check(Kind::Links, 3, "one", Ok("one"));
    }

    /// F21: each record says how far it has come, so that it does not matter where a migration was interrupted, and whether it runs again.
    #[test]
    fn a_migration_goes_on_where_it_was_interrupted() {
        let today = |(schema, body): &(u32, String)| {
            migrate(Kind::Links, *schema, body, &STEPS).map(|body| (3, body.into_owned()))
        };
        let found: Vec<_> = ["one", "one one", "and one"].map(|body| (1, body.to_owned())).into();
        let done: Vec<_> = found.iter().map(today).collect::<Result<_, _>>().unwrap();
        assert_eq!(
            done.iter().map(|(_, body)| body.as_str()).collect::<Vec<_>>(),
            ["three", "three three", "and three"]
        );
        for interrupted in 0..=found.len() {
            let store = [&done[..interrupted], &found[interrupted..]].concat();
            assert_eq!(
                store.iter().map(today).collect::<Result<Vec<_>, _>>().as_ref(),
                Ok(&done)
            );
        }
    }

    #[test]
    fn a_step_that_cannot_read_says_so() {
        check(Kind::Head, 1, "one", Err(Damage::Unreadable));
        check(Kind::Head, 3, "three", Ok("three"));
    }

    #[test]
    fn what_is_beyond_the_last_step_is_newer() {
        check(Kind::Links, 4, "four", Err(Damage::Newer { schema: 4 }));
        check(Kind::Links, u32::MAX, "", Err(Damage::Newer { schema: u32::MAX }));
        check(Kind::Links, 0, "zero", Err(Damage::NotARecord));
    }
}
