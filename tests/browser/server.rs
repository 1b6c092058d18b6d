//! The web, as far as the tests need it: a server on loopback that has each sample page under its real address.
//!
//! Chromium finds no other machine. What a page asks for is asked of this server, below the page's sight: see
//! [`Server::stand_in`].

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use crate::driver::Browser;

/// Folders of pages; each has an index that says which file stands at which address.
const FOLDERS: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/pages"),
];

/// The argument that lets Chromium find this machine alone.
pub(crate) const NOTHING_ELSE: &str = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/// The server. It runs until the tests end.
pub(crate) struct Server {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    /// Pages by their address, without its scheme: some hosts are known to the browser to be safe ones alone.
    pages: HashMap<String, String>,
    /// The addresses asked for, in order.
    asked: Mutex<Vec<String>>,
}

impl Server {
    /// Starts it, with every page that the tests bring.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("bound above").port();
        let shared = Arc::new(Shared {
            pages: FOLDERS.iter().flat_map(|folder| pages(Path::new(folder))).collect(),
            asked: Mutex::default(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = Arc::clone(&serving);
                thread::spawn(move || serving.answer(&stream));
            }
        });
        Self { port, shared }
    }

    /// Makes it answer in every other server's place, whatever in the browser asks: page, popup or worker. The page
    /// keeps its own address, its scheme and the trust that goes with it.
    pub(crate) fn stand_in(&self, browser: &Browser) {
        browser.redirect_to(self.port);
    }

    /// The addresses that were asked for, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.shared.asked().clone()
    }
}

impl Shared {
    fn asked(&self) -> MutexGuard<'_, Vec<String>> {
        self.asked.lock().expect("nobody panics with it in hand")
    }

    fn answer(&self, mut stream: &TcpStream) {
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        let request = lines.next().unwrap_or_default();
        // All of it is read: a connection closed on unread bytes is reset, and with it the answer.
        let () = lines.take_while(|line| !line.is_empty()).for_each(drop);
        let Some(address) = request.split(' ').nth(1).and_then(|target| target.strip_prefix('/')) else {
            return;
        };
        self.asked().push(address.to_owned());
        // A query may name the page; otherwise it says where a visitor came from.
        let place = without_scheme(address);
        let page = place.split_once('?').map_or(place, |(page, _)| page);
        let (status, page) = match self.pages.get(place).or_else(|| self.pages.get(page)) {
            Some(page) => ("200 OK", page.as_str()),
            None => ("404 Not Found", ""),
        };
        let kind = if place.ends_with(".pdf") {
            "application/pdf"
        } else {
            "text/html; charset=utf-8"
        };
        let head = format!("Content-Type: {kind}\r\nContent-Length: {}", page.len());
        // It fails where the browser has turned away meanwhile.
        let _ = write!(stream, "HTTP/1.1 {status}\r\n{head}\r\nConnection: close\r\n\r\n{page}");
    }
}

/// The pages of a folder, by their addresses, as its index has them.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let index = read("INDEX.tsv");
    let mut rows = index.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let column = |name: &str| {
        head.iter()
            .position(|column| *column == name)
            .expect("a column of the index")
    };
    let (file, address) = (column("file"), column("page_url"));
    rows.map(|row| (without_scheme(row[address]).to_owned(), read(row[file])))
        .collect()
}

fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, place)| place)
}
