//! Commands to Chromium, their answers, and its events.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;

use serde_json::{Value, json};

use crate::driver::wait::DEADLINE;

/// Called with each event, on the thread that reads: it may [`Connection::post`], but not wait.
type Listener = Box<dyn Fn(&Connection, &Value) + Send>;

/// One end of the pipe. A clone is the same end.
#[derive(Clone)]
pub(crate) struct Connection(Arc<Shared>);

struct Shared {
    commands: Mutex<ChildStdin>,
    answers: Mutex<Answers>,
    answered: Condvar,
    listeners: Mutex<Vec<Listener>>,
    last: AtomicU64,
}

/// What came back, by the command's number, until it is asked for.
#[derive(Default)]
struct Answers {
    waiting: HashMap<u64, Option<Value>>,
    ended: bool,
}

impl Connection {
    /// Takes over the pipes of a process.
    pub(super) fn new(commands: ChildStdin, answers: ChildStdout) -> Self {
        let connection = Self(Arc::new(Shared {
            commands: Mutex::new(commands),
            answers: Mutex::default(),
            answered: Condvar::new(),
            listeners: Mutex::default(),
            last: AtomicU64::new(0),
        }));
        let reader = connection.clone();
        thread::spawn(move || reader.read(BufReader::new(answers)));
        connection
    }

    /// Calls `listener` with every event from now on.
    pub(crate) fn listen(&self, listener: impl Fn(&Self, &Value) + Send + 'static) {
        self.0
            .listeners
            .lock()
            .expect("no listener panics")
            .push(Box::new(listener));
    }

    /// Sends a command, to the browser itself where there is no `session`, and waits for its answer.
    ///
    /// # Errors
    /// What Chromium says against it, or that it is silent or gone.
    pub(crate) fn call(&self, session: Option<&str>, method: &str, parameters: Value) -> Result<Value, String> {
        let number = self.number();
        self.answers().waiting.insert(number, None);
        self.send(number, session, method, parameters)?;
        let (mut answers, _) = self
            .0
            .answered
            .wait_timeout_while(self.answers(), DEADLINE, |answers| {
                !answers.ended && answers.waiting.get(&number).is_some_and(Option::is_none)
            })
            .expect("no reader panics");
        match answers.waiting.remove(&number).flatten() {
            None if answers.ended => Err(format!("{method}: Chromium is gone")),
            None => Err(format!("{method}: no answer")),
            Some(mut answer) => match answer.get("error") {
                Some(error) => Err(format!("{method}: {}", error["message"])),
                None => Ok(answer["result"].take()),
            },
        }
    }

    /// Sends a command whose answer nobody waits for.
    pub(crate) fn post(&self, session: Option<&str>, method: &str, parameters: Value) {
        // It fails only when Chromium is gone, which the next command that matters will say.
        let _ = self.send(self.number(), session, method, parameters);
    }

    /// Waits until the browser is gone, and all that it said was heard.
    pub(super) fn wait_until_ended(&self) {
        let ended = self
            .0
            .answered
            .wait_timeout_while(self.answers(), DEADLINE, |answers| !answers.ended);
        let (answers, _) = ended.expect("no reader panics");
        assert!(answers.ended, "Chromium is still there");
    }

    fn number(&self) -> u64 {
        self.0.last.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn answers(&self) -> MutexGuard<'_, Answers> {
        self.0.answers.lock().expect("nobody panics with it in hand")
    }

    fn send(&self, number: u64, session: Option<&str>, method: &str, parameters: Value) -> Result<(), String> {
        let mut command = json!({ "id": number, "method": method, "params": parameters });
        if let Some(session) = session {
            command["sessionId"] = session.into();
        }
        let message = format!("{command}\0");
        let mut pipe = self.0.commands.lock().expect("nobody panics with it in hand");
        pipe.write_all(message.as_bytes())
            .map_err(|error| format!("{method}: {error}"))
    }

    fn read(&self, mut pipe: impl BufRead) {
        let mut message = Vec::new();
        while let Ok(1..) = pipe.read_until(0, &mut message) {
            message.pop();
            if let Ok(message) = serde_json::from_slice::<Value>(&message) {
                self.receive(message);
            }
            message.clear();
        }
        self.answers().ended = true;
        self.0.answered.notify_all();
    }

    fn receive(&self, message: Value) {
        if let Some(number) = message["id"].as_u64() {
            if let Some(place) = self.answers().waiting.get_mut(&number) {
                *place = Some(message);
            }
            self.0.answered.notify_all();
        } else {
            for listener in self.0.listeners.lock().expect("no listener panics").iter() {
                listener(self, &message);
            }
        }
    }
}
