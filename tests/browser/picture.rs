//! Pictures of the popup.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::driver::Session;
use crate::scheme::{Scheme, prefer};

/// The argument for a screen that is fine and high enough for [`take`].
pub(crate) const SCREEN: &str = "--screen-info={0,0 8000x9600 devicePixelRatio=4.0}";

/// Takes a picture of all of a popup, two pixels for one, as somebody sees it who prefers this look.
#[track_caller]
pub(crate) fn take(popup: &Session, scheme: Scheme, file: &Path) {
    prefer(popup, scheme);
    // A popup is never higher than 600 px, and what it does not show cannot be pictured. At half its size, on a screen with
    // four pixels for one, it shows twice as much; what is longer still is made smaller.
    popup.evaluate(
        "document.documentElement.style.zoom = Math.min(0.5, 560 / document.documentElement.scrollHeight).toFixed(3)",
    );
    popup.wait_for(
        "all of the popup to be in sight, and still",
        "Math.abs(document.documentElement.scrollHeight - innerHeight) <= 1 && document.getAnimations().length === 0",
    );
    let picture = popup.call("Page.captureScreenshot", json!({}));
    popup.evaluate("document.documentElement.style.zoom = ''");
    let picture = picture["data"].as_str().and_then(from_base64).expect("a picture");
    fs::write(file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Base64 with padding, as the protocol sends bytes.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for byte in group {
            bits = bits << 6 | digit(*byte)?;
        }
        bits <<= 6 * (4 - group.len());
        let [_, first, second, third] = bits.to_be_bytes();
        bytes.extend([first, second, third].iter().take(group.len() * 3 / 4));
    }
    Some(bytes)
}

/// Takes a picture of a page in a tab as wide as that, from its beginning as far as it goes or a few windows show it, as somebody sees it who
/// prefers this look. What is wide is fine enough; of what is narrow each pixel is four.
#[track_caller]
pub(crate) fn take_page(page: &Session, scheme: Scheme, width: u32, file: &Path) {
    prefer(page, scheme);
    let scale = if width > 1_000 { 1 } else { 2 };
    let resize = |height: u64| {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        page.call("Emulation.setDeviceMetricsOverride", size);
        page.wait_for(
            "the page to have its size and to be still",
            &format!("innerWidth === {width} && innerHeight === {height} && document.getAnimations().length === 0"),
        );
    };
    resize(800);
    let height = page.evaluate("document.documentElement.scrollHeight").as_u64();
    resize(height.expect("a height").clamp(800, 2_000));
    let picture = page.call("Page.captureScreenshot", json!({}));
    page.call("Emulation.clearDeviceMetricsOverride", json!({}));
    let picture = picture["data"].as_str().and_then(from_base64).expect("a picture");
    fs::write(file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
