//! Chromium's process, with the two pipes over which it is driven.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::driver::wait::attempt_until_deadline;

/// Where Debian keeps it.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Chromium reads commands from descriptor 3 and answers on 4. The shell puts the two pipes there that the standard
/// library has made, and then becomes Chromium: so no unsafe code is needed to hand them over.
const HAND_OVER: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#;

/// A running Chromium.
pub(super) struct Process(Child);

impl Process {
    /// Starts the one that the environment's `CHROMIUM` names, or Debian's. What it complains of goes to `log`.
    ///
    /// # Panics
    /// When it cannot be started.
    pub(super) fn start(
        arguments: &[String],
        environment: &[(&str, &str)],
        log: &Path,
    ) -> (Self, ChildStdin, ChildStdout) {
        let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| CHROMIUM.to_owned());
        let log = File::create(log).expect("a log beside the profile");
        let mut child = Command::new("/bin/sh")
            .args(["-c", HAND_OVER, &chromium])
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            // Of a family of its own, which can be killed as a whole.
            .process_group(0)
            .spawn()
            .expect("a shell to start Chromium with");
        let (commands, answers) = (child.stdin.take(), child.stdout.take());
        (
            Self(child),
            commands.expect("piped above"),
            answers.expect("piped above"),
        )
    }

    /// Waits until somebody ends it, however long that takes.
    pub(super) fn wait(&mut self) {
        self.0.wait().expect("a process of ours");
    }

    /// Kills it with all its family, in the middle of whatever they do.
    pub(super) fn kill(&mut self) {
        let family = format!("-{}", self.0.id());
        let killed = Command::new("/bin/sh")
            .args(["-c", r#"kill -s KILL -- "$0""#, &family])
            .status();
        assert!(killed.is_ok_and(|status| status.success()), "Chromium cannot be killed");
        self.wait();
    }

    /// Waits until it has ended by itself, and makes an end of it if it does not.
    pub(super) fn end(&mut self) {
        let ended = attempt_until_deadline(|| match self.0.try_wait() {
            Ok(Some(_)) => Ok(()),
            running => Err(format!("{running:?}")),
        });
        if ended.is_err() {
            // Both fail where it ended this very moment, and then there is nothing to do.
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}
