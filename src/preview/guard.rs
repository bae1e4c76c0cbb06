//! Who is answered: the head of a request → what is asked for, or why nothing is said.
//!
//! The server listens on this machine only, but a page of another site can make the browser of this
//! machine ask. If it asks under a name of its own that it has led here (DNS rebinding), it could read
//! the answer: so the name must be this machine's.

use super::http::{Head, Status};

/// Whether the request is one of our own browser's for one of our own pages.
pub(super) fn check(head: &Head, port: u16) -> Result<(), Status> {
    if head.method != "GET" && head.method != "HEAD" {
        return Err(Status::MethodNotAllowed);
    }
    match head.hosts.as_slice() {
        [host] if is_this_machine(host, port) => {}
        [_, _, ..] => return Err(Status::BadRequest),
        _ => return Err(Status::Forbidden),
    }
    let is_ours = |origin: &String| {
        let host = origin.strip_prefix("http://");
        host.is_some_and(|host| is_this_machine(host, port))
    };
    match head.origins.iter().all(is_ours) {
        true => Ok(()),
        false => Err(Status::Forbidden),
    }
}

/// `127.0.0.1:1111`, `localhost:1111` or `[::1]:1111`, or without the port.
fn is_this_machine(host: &str, port: u16) -> bool {
    let names = ["127.0.0.1", "localhost", "[::1]"];
    let host = host.to_ascii_lowercase();
    let mut rests = names.iter().filter_map(|name| host.strip_prefix(name));
    rests.any(|rest| rest.is_empty() || rest.strip_prefix(':') == Some(port.to_string().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(method: &str, hosts: &[&str], origins: &[&str]) -> Result<(), Status> {
        let owned = |values: &[&str]| values.iter().map(ToString::to_string).collect();
        let head = Head {
            method: method.to_owned(),
            target: "/".to_owned(),
            hosts: owned(hosts),
            origins: owned(origins),
        };
        check(&head, 1111)
    }

    #[test]
    fn only_this_machine_is_asked_for() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:1111",
            "localhost",
            "LocalHost:1111",
            "[::1]",
            "[::1]:1111",
        ] {
            assert_eq!(checked("GET", &[host], &[]), Ok(()), "{host}");
            let origin = format!("http://{host}");
            assert_eq!(checked("HEAD", &[host], &[&origin]), Ok(()), "{host}");
        }
        for host in [
            "",
            "example.org",
            "127.0.0.1:80",
            "127.0.0.1:1111:1111",
            "127.0.0.1.example.org",
            "127.0.0.1:1111@example.org",
            "localhost:",
            "localhost.",
            "0.0.0.0:1111",
            "::1",
        ] {
            assert_eq!(
                checked("GET", &[host], &[]),
                Err(Status::Forbidden),
                "{host}"
            );
        }
        assert_eq!(checked("GET", &[], &[]), Err(Status::Forbidden));
        let twice = ["127.0.0.1", "127.0.0.1"];
        assert_eq!(checked("GET", &twice, &[]), Err(Status::BadRequest));
    }

    #[test]
    fn a_page_of_another_site_is_not_answered() {
        for origin in [
            "null",
            "",
            "http://example.org",
            "https://127.0.0.1:1111",
            "http://127.0.0.1:1111/",
            "http://127.0.0.1:8000",
        ] {
            let found = checked("GET", &["127.0.0.1:1111"], &[origin]);
            assert_eq!(found, Err(Status::Forbidden), "{origin}");
        }
    }

    #[test]
    fn nothing_can_be_sent() {
        for method in ["POST", "PUT", "OPTIONS", "CONNECT", "get"] {
            let found = checked(method, &["127.0.0.1"], &[]);
            assert_eq!(found, Err(Status::MethodNotAllowed), "{method}");
        }
    }
}
