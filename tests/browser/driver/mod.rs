//! A blocking client for Chromium's DevTools protocol, over its pipe. It knows browsers and nothing of the product.

mod browser;
mod connection;
mod keyboard;
mod process;
mod session;
mod wait;

pub(crate) use browser::{Browser, Launch, Tab};
pub(crate) use connection::Connection;
pub(crate) use keyboard::Key;
pub(crate) use session::Session;
pub(crate) use wait::{attempt_until_deadline, until};
