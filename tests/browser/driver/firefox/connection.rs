//! Commands to geckodriver, and their answers: one request of HTTP each.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::rc::Rc;

use serde_json::{Value, json};

/// One end of a session of WebDriver. A clone is the same end.
#[derive(Clone)]
pub(super) struct Connection(Rc<Place>);

struct Place {
    port: u16,
    /// The path of the session.
    session: String,
}

impl Connection {
    /// Begins a session with a browser of these capabilities.
    ///
    /// # Errors
    /// What geckodriver says against it.
    pub(super) fn new(port: u16, capabilities: &Value) -> Result<Self, String> {
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let begun = ask(port, "POST", "/session", Some(&wanted))?;
        let session = begun["sessionId"].as_str().ok_or("no session")?;
        let connection = Self(Rc::new(Place {
            port,
            session: format!("/session/{session}"),
        }));
        Ok(connection)
    }

    /// Sends a command with parameters.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(super) fn post(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let path = format!("{}/{command}", self.0.session);
        ask(self.0.port, "POST", &path, Some(parameters))
    }

    /// Asks for something.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(super) fn get(&self, what: &str) -> Result<Value, String> {
        ask(self.0.port, "GET", &format!("{}/{what}", self.0.session), None)
    }

    /// Ends the session, and with it the browser.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(super) fn end(&self) -> Result<(), String> {
        ask(self.0.port, "DELETE", &self.0.session, None).map(drop)
    }
}

/// Whether geckodriver listens there.
pub(super) fn is_ready(port: u16) -> bool {
    ask(port, "GET", "/status", None).is_ok()
}

fn ask(port: u16, method: &str, path: &str, parameters: Option<&Value>) -> Result<Value, String> {
    let body = parameters.map(Value::to_string).unwrap_or_default();
    let answer = exchange(port, method, path, &body).map_err(|error| format!("{method} {path}: {error}"))?;
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    let mut answer: Value =
        serde_json::from_str(body).map_err(|error| format!("{method} {path}: {error}: {answer}"))?;
    match answer["value"].get("error") {
        Some(error) => Err(format!("{method} {path}: {error}: {}", answer["value"]["message"])),
        None => Ok(answer["value"].take()),
    }
}

/// One request, after whose answer geckodriver closes the connection.
fn exchange(port: u16, method: &str, path: &str, body: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    let head = format!(
        "Host: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}",
        body.len()
    );
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\n{head}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
