//! Where a message is opened: in the user's mail program, in Gmail or in Outlook on the web. Opening it sends nothing.

use super::Message;
use crate::domain::{MailLink, SafeLink};

/// The links that open a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// In the mail program.
    pub program: MailLink,
    /// In Gmail; `None` where it is longer than an address may be.
    pub gmail: Option<SafeLink>,
    /// In Outlook on the web; `None` where it is longer than an address may be.
    pub outlook: Option<SafeLink>,
}

impl Message {
    /// The links that open it.
    pub fn mail(&self) -> Mail {
        // Mail has its own ends of lines.
        let body = self.body.replace('\n', "\r\n");
        let compose = |page, fixed: &[(&'static str, &'static str)], subject| {
            let to = self.to.as_deref().map(|to| ("to", to));
            let fixed = fixed.iter().copied().chain(to);
            let parameters: Vec<(&str, &str)> = fixed.chain([(subject, &*self.subject), ("body", &*body)]).collect();
            SafeLink::with_query(page, &parameters)
        };
        Mail {
            program: MailLink::new(self.to.as_deref(), &self.subject, &body),
            gmail: compose("https://mail.google.com/mail/", &[("view", "cm"), ("fs", "1")], "su"),
            outlook: compose("https://outlook.office.com/mail/deeplink/compose", &[], "subject"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option::of;
    use proptest::prelude::*;
    use url::Url;

    /// What a browser and a mail program make of the links is what was meant, and nothing besides.
    #[track_caller]
    fn check(to: Option<&str>, subject: &str, body: &str) {
        let (to, subject, body) = (to.map(str::to_owned), subject.to_owned(), body.to_owned());
        let message = Message { to, subject, body };
        let Mail {
            program,
            gmail,
            outlook,
        } = message.mail();
        let body = message.body.replace('\n', "\r\n");
        let pairs = |link: &str| {
            let link = Url::parse(link).unwrap();
            assert_eq!(link.fragment(), None);
            link.query_pairs().into_owned().collect::<Vec<_>>()
        };
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let to: Vec<_> = message.to.iter().map(|to| pair("to", to)).collect();

        // A mail program decodes percent forms alone: a plus is a plus.
        assert!(!program.as_str().contains('+'));
        assert_eq!(
            pairs(program.as_str()),
            [pair("subject", &message.subject), pair("body", &body)]
        );
        let address = Url::parse(program.as_str()).unwrap();
        assert_eq!((address.scheme(), address.host_str()), ("mailto", None));
        assert!(address.path().matches('@').count() <= 1 && !address.path().contains(','));
        let path = format!("p={}", address.path());
        let read = url::form_urlencoded::parse(path.as_bytes()).next().unwrap().1;
        assert_eq!(read, message.to.as_deref().unwrap_or_default());

        let expected = [
            vec![pair("view", "cm"), pair("fs", "1")],
            to.clone(),
            vec![pair("su", &message.subject), pair("body", &body)],
        ];
        let gmail = gmail.unwrap();
        assert_eq!((gmail.host(), gmail.path()), ("mail.google.com", "/mail/"));
        assert_eq!(pairs(gmail.as_str()), expected.concat());

        let expected = [to, vec![pair("subject", &message.subject), pair("body", &body)]];
        let outlook = outlook.unwrap();
        assert_eq!(
            (outlook.host(), outlook.path()),
            ("outlook.office.com", "/mail/deeplink/compose")
        );
        assert_eq!(pairs(outlook.as_str()), expected.concat());
    }

    /// F46.
    #[test]
    fn what_is_meant_arrives() {
        check(None, "Hello", "Dear Ana,\n\nThank you.\n\nKind regards,\nBen");
        check(
            Some("dana.kim@northwind.example"),
            "R&D: 100 % #1?",
            "a+b = c & d;\n„Grüße“ 👋",
        );
        check(Some("a@b?bcc=x"), "s&bcc=x@y", "b&cc=x@y#z");
        check(Some("a@b,c@d"), "", "");
        check(Some("a&bcc=x@b"), "s\r\nBcc: x@y", "%0D%0ABcc: x@y");
        check(Some("a@b%0abcc:x@y"), "%0ABcc: x@y", "&su=x&to=x@y#fragment");
        check(Some("a@b\r\nbcc: x@y"), "\u{202e}\u{200b}", "\0\t\u{feff}");
        check(Some("a@b;c@d"), "?subject=x", "\r\n.\r\nMAIL FROM: x");
        check(Some("\"a\" <b@c>"), &"é".repeat(300), &"👋\n".repeat(200));
        check(Some("grüße@straße.example"), "+", "+ %2B");
        check(Some(&format!("{}@b", "a".repeat(300))), "", "");
    }

    #[test]
    fn the_address_is_written_as_the_standard_has_it() {
        let message = Message {
            to: Some("ana+jobs@a.example".to_owned()),
            subject: "Café".to_owned(),
            body: "a b\nc".to_owned(),
        };
        assert_eq!(
            message.mail().program.as_str(),
            "mailto:ana%2Bjobs@a.example?subject=Caf%C3%A9&body=a%20b%0D%0Ac"
        );
    }

    #[test]
    fn what_is_too_long_for_an_address_is_left_to_the_mail_program() {
        let message = Message {
            body: "x".repeat(17_000),
            ..Message::default()
        };
        let Mail { gmail, outlook, .. } = message.mail();
        assert_eq!((gmail, outlook), (None, None));
    }

    proptest! {
        /// F46: any text at all.
        #[test]
        fn whatever_is_meant_arrives(
            to in of("[\\x00-~é]{1,12}@[\\x00-?A-~é]{1,12}"),
            subject in "\\PC{0,30}|[\\x00-~]{0,30}",
            body in "[\\x00-\\x7f\u{80}-\u{10ffff}]{0,60}",
        ) {
            check(to.as_deref(), &subject, &body);
        }
    }
}
