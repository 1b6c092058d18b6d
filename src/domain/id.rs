//! Identities: UUIDs of version 7, so that their order is the order in which they were made.

use uuid::Uuid;

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A new identity, from the time in milliseconds since 1970 and ten random bytes.
            pub const fn new(milliseconds: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid())
            }

            /// Reads the usual text form (`0193…-…`); `None` if it is no UUID.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }

            /// The sixteen bytes, for digests.
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

identity! {
    /// Which application.
    ApplicationId
}
identity! {
    /// Which event.
    EventId
}

impl EventId {
    /// The identity of the same event as one of another application: the same each time and on every machine, and another one for each.
    pub fn within(self, application: ApplicationId) -> Self {
        let mut bytes = *self.bytes();
        let whose = application.bytes();
        // Time, version and variant stay as they are; the rest is chance.
        let own = bytes.iter_mut().skip(9);
        for ((own, time), chance) in own.zip(whose).zip(whose.iter().skip(9)) {
            *own ^= time ^ chance.rotate_left(1);
        }
        Self(Uuid::from_bytes(bytes))
    }
}
