//! What was asked on the command line, and the answer.

use std::ffi::OsString;
use std::fs;

use your_move::archive::read_backup;
use your_move::domain::{Today, day};

use super::lines::{Part, lines};

const USAGE: &str = "\
usage: agenda BACKUP.json --today 2026-12-22 [--ahead | --waiting]

Prints what is the user's move on that day, a JSON object a line, the most pressing first.
  --ahead    prints what lies ahead on that day instead, the nearest first
  --waiting  prints the open applications on which nothing is due on that day instead, each with its reason
docs/backup-format.md says how a backup is written, also by hand, and what is printed.";

/// What is to be printed.
pub(crate) struct Printed {
    /// What was found in the file and is not known.
    pub(crate) warnings: String,
    /// The lines that were asked for.
    pub(crate) lines: String,
}

/// Answers a command line, without the program's name; or says what is wrong and what to do.
pub(crate) fn run(arguments: impl Iterator<Item = OsString>) -> Result<Printed, String> {
    let Some(asked) = Asked::read(arguments)? else {
        return Ok(Printed {
            warnings: String::new(),
            lines: format!("{USAGE}\n"),
        });
    };
    let file = &asked.file;
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}: give the path of a backup"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{file}: this is no text in UTF-8: save it as that"))?;
    let backup = read_backup(&text).map_err(|problem| format!("{file}: {problem}"))?;
    let unknown = backup.unknown.iter();
    let warnings = unknown.map(|place| {
        format!(
            "{file}: {place}: something here is not known to this version, and has no effect: is it spelled rightly?\n"
        )
    });
    let missing = (backup.missing > 0).then(|| {
        format!(
            "{file}: what cannot be read of this copy is left out: {} of its parts\n",
            backup.missing
        )
    });
    Ok(Printed {
        warnings: warnings.chain(missing).collect(),
        lines: lines(&backup, asked.today, asked.part),
    })
}

/// What was asked.
struct Asked {
    file: String,
    today: Today,
    part: Part,
}

impl Asked {
    /// `None` where help was asked for.
    fn read(arguments: impl Iterator<Item = OsString>) -> Result<Option<Self>, String> {
        let (mut file, mut today, mut part) = (None, None, Part::Due);
        let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--help" | "-h" => return Ok(None),
                "--today" => today = Some(read_day(arguments.next().as_deref())?),
                "--ahead" | "--waiting" if part != Part::Due => {
                    return Err(complaint("--ahead and --waiting are two questions: ask one at a time"));
                }
                "--ahead" => part = Part::Ahead,
                "--waiting" => part = Part::Waiting,
                flag if flag.starts_with('-') => return Err(complaint(&format!("{flag} is no flag of this program"))),
                path if file.is_none() => file = Some(path.to_owned()),
                path => return Err(complaint(&format!("{path} is one file too many: one backup at a time"))),
            }
        }
        let file = file.ok_or_else(|| complaint("which backup? its path is missing"))?;
        let today = today.ok_or_else(|| complaint("on which day? --today is missing"))?;
        Ok(Some(Self { file, today, part }))
    }
}

fn read_day(text: Option<&str>) -> Result<Today, String> {
    let text = text.ok_or_else(|| complaint("--today needs a day"))?;
    let day = day::date(text).filter(|_| text.len() == "2026-12-22".len());
    day.map(Today)
        .ok_or_else(|| complaint(&format!("{text:?} is no day: write one such as 2026-12-22")))
}

fn complaint(what: &str) -> String {
    format!("{what}\n\n{USAGE}")
}
