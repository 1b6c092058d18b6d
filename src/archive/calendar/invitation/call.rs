//! The address of a call: where it is said by itself, or among much else in the description.

use crate::archive::calendar::component::Component;
use crate::archive::calendar::line::unescape;
use crate::domain::{Line, SafeLink};

/// The hosts at which people meet, each with all below it.
const HOSTS: [&str; 24] = [
    "zoom.us",
    "zoom.com",
    "zoomgov.com",
    "teams.microsoft.com",
    "teams.live.com",
    "teams.microsoft.us",
    "teams.cloud.microsoft",
    "meet.google.com",
    "webex.com",
    "whereby.com",
    "meet.jit.si",
    "8x8.vc",
    "gotomeeting.com",
    "meet.goto.com",
    "bluejeans.com",
    "chime.aws",
    "join.skype.com",
    "meet.lync.com",
    "ringcentral.com",
    "meet.zoho.com",
    "facetime.apple.com",
    "vc.feishu.cn",
    "larksuite.com",
    "meeting.tencent.com",
];

/// The address of the call.
pub(super) fn link(event: &Component<'_>) -> Option<SafeLink> {
    let own = event.lines.iter().filter(|line| is_of_call(line.name));
    let own = own.flat_map(|line| links(line.value)).next();
    own.or_else(|| {
        let texts = ["LOCATION", "DESCRIPTION", "URL", "X-ALT-DESC"].into_iter();
        let lines = texts.flat_map(|name| event.all(name));
        lines.flat_map(|line| links(&unescape(line.value))).find(is_call)
    })
    .or_else(|| {
        let lines = ["LOCATION", "URL"].into_iter().flat_map(|name| event.all(name));
        lines.flat_map(|line| links(&unescape(line.value))).next()
    })
}

/// A place without the addresses in it; none where nothing is left.
pub(super) fn without_links(place: &str) -> Option<Line> {
    let words = place.split_whitespace().filter(|word| links(word).is_empty());
    let words: Vec<&str> = words.collect();
    Line::new(words.join(" ").trim_matches([' ', ',', ';', '-', '|']))
}

/// Whether a line of that name has nothing but the address of a call.
fn is_of_call(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    name == "CONFERENCE" || (name.starts_with("X-") && (name.contains("CONFERENCE") || name.contains("MEETING")))
}

fn is_call(link: &SafeLink) -> bool {
    let rest = HOSTS.iter().find_map(|known| link.host().strip_suffix(known));
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The addresses in a text, whether it is marked up or not.
fn links(text: &str) -> Vec<SafeLink> {
    let is_edge =
        |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '\'' | '(' | ')' | '[' | ']');
    let words = text.split(is_edge).filter(|word| word.len() > 10);
    let links = words.filter_map(|word| {
        let word = word.trim_end_matches(['.', ',', ';', '!', '?', ':']);
        SafeLink::new(&word.replace("&amp;", "&"))
    });
    links.filter(SafeLink::can_be_kept).collect()
}
