//! geckodriver's process, and through it Firefox's.

use std::fs::File;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::connection::is_ready;
use crate::driver::wait::{attempt_until_deadline, until};

/// A running geckodriver.
pub(super) struct Process {
    child: Child,
    /// Where it listens.
    pub(super) port: u16,
}

impl Process {
    /// Starts the one that the environment's `GECKODRIVER` names, or the first on the path. What it and Firefox complain of goes to `log`.
    ///
    /// # Panics
    /// When it cannot be started.
    pub(super) fn start(environment: &[(&str, &str)], log: &Path) -> Self {
        let geckodriver = std::env::var("GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned());
        let log = File::create(log).expect("a log beside the profile");
        let port = free_port();
        let child = Command::new(geckodriver)
            // What is asked of the browser itself is asked with its own rights.
            .args(["--allow-system-access", "--port", &port.to_string()])
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a log that has two ends"))
            .stderr(log)
            // Of a family of its own, which can be killed as a whole.
            .process_group(0)
            .spawn()
            .expect("geckodriver, which `./build.sh test` installs");
        until("geckodriver to listen", || match is_ready(port) {
            true => Ok(()),
            false => Err("nobody listens".to_owned()),
        });
        Self { child, port }
    }

    /// Kills it with all its family, in the middle of whatever they do.
    pub(super) fn kill(&mut self) {
        let family = format!("-{}", self.child.id());
        let killed = Command::new("/bin/sh")
            .args(["-c", r#"kill -s KILL -- "$0""#, &family])
            .status();
        assert!(killed.is_ok_and(|status| status.success()), "Firefox cannot be killed");
        self.wait();
    }

    /// Ends it, when its browser has ended.
    pub(super) fn end(&mut self) {
        // It fails where it has ended already, and then there is nothing to do.
        let _ = self.child.kill();
        self.wait();
    }

    fn wait(&mut self) {
        let _ = attempt_until_deadline(|| match self.child.try_wait() {
            Ok(Some(_)) => Ok(()),
            running => Err(format!("{running:?}")),
        });
    }
}

/// A test that fails before its browser is whole leaves nothing behind.
impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.kill();
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("bound above").port()
}
