//! A blocking client for two browsers: Chromium over the pipe of its DevTools protocol, and Firefox over geckodriver. It knows browsers and
//! nothing of the product.

mod browser;
mod chromium;
mod engine;
mod firefox;
mod folder;
mod keyboard;
mod session;
mod wait;

pub(crate) use browser::{Browser, Launch, Tab};
pub(crate) use chromium::Connection;
pub(crate) use engine::{Heard, Kind, Loaded};
pub(crate) use folder::copy_folder;
pub(crate) use keyboard::Key;
pub(crate) use session::{Mouse, Session};
pub(crate) use wait::{attempt_until_deadline, until};
