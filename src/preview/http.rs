//! HTTP/1.1 as far as one browser on this machine needs it: the head of one request a connection, and one
//! answer. In: bytes; out: bytes. It knows neither pages nor campaigns.

use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a head may be, in bytes, and how many lines it may have.
const LONGEST_HEAD: usize = 8192;
const MOST_LINES: usize = 64;

/// How long a client may take to send its head, and to take some more of its answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is read of the head of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: String,
    pub(super) target: String,
    /// Every `Host` and every `Origin` line.
    pub(super) hosts: Vec<String>,
    pub(super) origins: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    Found,
    BadRequest,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    TooLarge,
    /// A page that could not be made.
    Failed,
    /// There is no campaign to answer from, or too much is asked at once.
    Unavailable,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Status::Ok => "200 OK",
            Status::Found => "302 Found",
            Status::BadRequest => "400 Bad Request",
            Status::Forbidden => "403 Forbidden",
            Status::NotFound => "404 Not Found",
            Status::MethodNotAllowed => "405 Method Not Allowed",
            Status::TooLarge => "431 Request Header Fields Too Large",
            Status::Failed => "500 Internal Server Error",
            Status::Unavailable => "503 Service Unavailable",
        }
    }
}

/// A whole answer.
#[derive(Debug, Clone)]
pub(super) struct Response {
    pub(super) status: Status,
    pub(super) content_type: &'static str,
    /// Lines of the head beside those that every answer has.
    pub(super) lines: Vec<(&'static str, String)>,
    pub(super) body: Body,
}

/// What comes after the head.
#[derive(Debug, Clone)]
pub(super) enum Body {
    Bytes(Arc<[u8]>),
    /// A file of this many bytes, sent in pieces: a film does not fit in memory.
    File(Arc<File>, u64),
}

impl From<Arc<[u8]>> for Body {
    fn from(bytes: Arc<[u8]>) -> Body {
        Body::Bytes(bytes)
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Body {
        Body::Bytes(bytes.into())
    }
}

impl From<&[u8]> for Body {
    fn from(bytes: &[u8]) -> Body {
        Body::Bytes(bytes.into())
    }
}

impl Body {
    fn len(&self) -> u64 {
        match self {
            Body::Bytes(bytes) => bytes.len() as u64,
            Body::File(_, size) => *size,
        }
    }

    fn send(&self, stream: &mut TcpStream) -> io::Result<()> {
        match self {
            Body::Bytes(bytes) => stream.write_all(bytes),
            Body::File(file, size) => {
                let sent = io::copy(&mut (&**file).take(*size), stream)?;
                match sent == *size {
                    true => Ok(()),
                    // It became shorter: the browser sees that something is missing.
                    false => Err(io::ErrorKind::UnexpectedEof.into()),
                }
            }
        }
    }
}

impl Response {
    pub(super) fn new(
        status: Status,
        content_type: &'static str,
        body: impl Into<Body>,
    ) -> Response {
        Response {
            status,
            content_type,
            lines: Vec::new(),
            body: body.into(),
        }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Response {
        self.lines.push((name, value.into()));
        self
    }

    /// An answer that says no more than its status.
    pub(super) fn bare(status: Status) -> Response {
        let response = Response::new(
            status,
            "text/plain; charset=utf-8",
            format!("{}\n", status.line()).into_bytes(),
        );
        match status {
            Status::MethodNotAllowed => response.with("Allow", "GET, HEAD"),
            _ => response,
        }
    }

    fn head(&self) -> String {
        let mut head = first_lines(self.status, self.content_type);
        head += &format!("Content-Length: {}\r\n", self.body.len());
        for (name, value) in &self.lines {
            head += &format!("{name}: {value}\r\n");
        }
        head + "\r\n"
    }
}

fn first_lines(status: Status, content_type: &str) -> String {
    format!(
        "HTTP/1.1 {}\r\nContent-Type: {content_type}\r\nConnection: close\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\n",
        status.line()
    )
}

/// Reads the head of a request: in bounded time and room, or the status to refuse it with; nothing if
/// the client has gone.
pub(super) fn read_head(stream: &mut TcpStream) -> Result<Head, Option<Status>> {
    let end = Instant::now() + PATIENCE;
    let mut bytes = Vec::with_capacity(1024);
    let mut piece = [0; 1024];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return Err(None);
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return Err(None),
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
        }
        if let Some(head) = head_of(&bytes).map_err(Some)? {
            return Ok(head);
        }
        if bytes.len() > LONGEST_HEAD {
            return Err(Some(Status::TooLarge));
        }
    }
}

/// The head that these bytes begin with, if it is whole.
pub(super) fn head_of(bytes: &[u8]) -> Result<Option<Head>, Status> {
    let mut lines = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut request = httparse::Request::new(&mut lines);
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) if length > LONGEST_HEAD => {
            return Err(Status::TooLarge);
        }
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(Status::TooLarge),
        Err(_) => return Err(Status::BadRequest),
    }
    let values = |name: &str| -> Vec<String> {
        let lines = request.headers.iter();
        lines
            .filter(|line| line.name.eq_ignore_ascii_case(name))
            .map(|line| String::from_utf8_lossy(line.value).into_owned())
            .collect()
    };
    Ok(Some(Head {
        hosts: values("host"),
        origins: values("origin"),
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
    }))
}

/// Sends a whole answer, its head alone if that was asked for, and ends the connection.
pub(super) fn send(stream: &mut TcpStream, response: &Response, head_only: bool) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(response.head().as_bytes())?;
    if !head_only {
        response.body.send(stream)?;
    }
    stream.flush()?;
    end(stream)
}

/// Ends the connection without cutting off what is still on its way: a socket closed while something
/// of the client's is unread takes the answer back.
fn end(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let mut rest = [0; 4096];
    for _ in 0..16 {
        if !matches!(stream.read(&mut rest), Ok(length) if length > 0) {
            break;
        }
    }
    Ok(())
}

/// Begins an answer that goes on until the client leaves: a stream of events.
pub(super) fn begin_events(stream: &mut TcpStream) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = first_lines(Status::Ok, "text/event-stream");
    stream.write_all(format!("{head}\r\n").as_bytes())
}

/// Sends one event.
pub(super) fn send_event(stream: &mut TcpStream, data: &str) -> io::Result<()> {
    stream.write_all(format!("data: {data}\n\n").as_bytes())
}

/// Says nothing, to see whether the client is still there.
pub(super) fn send_silence(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(b":\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_it_is_whole() {
        let whole = "GET /a?b HTTP/1.1\r\nhost: localhost\r\nORIGIN: http://a\r\nOrigin: b\r\n\r\n";
        let expected = Head {
            method: "GET".to_owned(),
            target: "/a?b".to_owned(),
            hosts: vec!["localhost".to_owned()],
            origins: vec!["http://a".to_owned(), "b".to_owned()],
        };
        assert_eq!(head_of(whole.as_bytes()), Ok(Some(expected)));
        for length in 0..whole.len() {
            assert_eq!(head_of(&whole.as_bytes()[..length]), Ok(None), "{length}");
        }
    }

    #[test]
    fn a_head_that_is_none_or_too_long_is_refused() {
        assert_eq!(head_of(b"\x16\x03\x01\x02"), Err(Status::BadRequest));
        assert_eq!(head_of(b"GET /\r\n\r\n"), Err(Status::BadRequest));
        let lines = "a: b\r\n".repeat(MOST_LINES + 1);
        let many = format!("GET / HTTP/1.1\r\n{lines}\r\n");
        assert_eq!(head_of(many.as_bytes()), Err(Status::TooLarge));
        let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(LONGEST_HEAD));
        assert_eq!(head_of(long.as_bytes()), Err(Status::TooLarge));
    }

    #[test]
    fn an_answer_is_never_kept_by_a_browser() {
        let response =
            Response::new(Status::Found, "text/html", &b"abc"[..]).with("Location", "/a/");
        let expected = "HTTP/1.1 302 Found\r\nContent-Type: text/html\r\nConnection: close\r\n\
                        Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
                        Cross-Origin-Resource-Policy: same-origin\r\nContent-Length: 3\r\n\
                        Location: /a/\r\n\r\n";
        assert_eq!(response.head(), expected);
    }
}
