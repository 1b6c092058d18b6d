//! An invitation from elsewhere is read, or it is refused.

#![no_main]

use libfuzzer_sys::fuzz_target;
use your_move::archive::read_invitation;

fuzz_target!(|text: &str| {
    if let Ok(invitation) = read_invitation(text) {
        let _ = invitation.people(invitation.summary.as_ref());
    }
});
