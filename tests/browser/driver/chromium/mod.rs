//! Chromium, over the pipe of its DevTools protocol.

mod browser;
mod connection;
mod keyboard;
mod network;
mod process;
mod session;

pub(super) use browser::Chromium;
pub(crate) use connection::Connection;
pub(super) use session::Devtools;
