//! Firefox, over geckodriver.

mod browser;
mod connection;
mod keyboard;
mod process;
mod session;

pub(super) use browser::Firefox;
