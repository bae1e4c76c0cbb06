//! `sala serve` as a browser meets it: real connections to this machine, to the program itself.

use crate::common::Campaign;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const SMALL: &str = "//- sala.toml\nbase_url = 'https://org.example/water/'\ntitle = 'សាកល្បង'\n\
                     //- content/_index.md\n+++\ntitle = 'ដើម'\n+++\nសួស្តី\n\
                     //- content/well.md\n+++\ntitle = 'អណ្តូង'\nleaflets = ['a4']\n+++\nទឹកស្អាត\n";

/// How long something may take on a busy machine that takes a tenth of a second on an idle one.
const AT_MOST: Duration = Duration::from_secs(20);

/// A running `sala serve`, ended when dropped.
struct Serving {
    child: Child,
    said: BufReader<ChildStdout>,
    port: u16,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(campaign: &Campaign) -> Serving {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["serve", "--port", "0", "--today", "2026-11-24", "--root"])
        .arg(campaign.root())
        .env_remove("SALA_LANGUAGE")
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut said = BufReader::new(child.stdout.take().expect("its output is ours"));
    let mut line = String::new();
    said.read_line(&mut line).expect("it says its address");
    let port = line
        .strip_prefix("The site, until you press Ctrl+C: http://127.0.0.1:")
        .and_then(|rest| rest.trim_end().strip_suffix('/'))
        .and_then(|port| port.parse().ok());
    Serving {
        child,
        said,
        port: port.unwrap_or_else(|| panic!("no address in `{line}`")),
    }
}

struct Response {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Response {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn line(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

impl Serving {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(AT_MOST)).expect("a timeout");
        stream
    }

    /// Sends bytes as they are.
    fn send(&self, request: &str) -> Response {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let body = answer.split_off(end.expect("the head has an end") + 4);
        let head = String::from_utf8(answer).expect("the head is text");
        let status = head["HTTP/1.1 ".len()..][..3].parse().expect("a status");
        Response { status, head, body }
    }

    fn ask(&self, method: &str, target: &str, more: &str) -> Response {
        let port = self.port;
        self.send(&format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}\r\n"
        ))
    }

    fn get(&self, target: &str) -> Response {
        self.ask("GET", target, "")
    }

    fn status(&self, target: &str) -> u16 {
        self.get(target).status
    }

    /// The campaign and the report that are shown, now and at each change.
    fn events(&self) -> Events {
        let mut stream = self.connect();
        let head = format!(
            "GET /_sala/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            self.port
        );
        stream.write_all(head.as_bytes()).expect("it is sent");
        Events(BufReader::new(stream))
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    fn next(&mut self) -> (String, String) {
        let mut line = String::new();
        let end = Instant::now() + AT_MOST;
        while Instant::now() < end {
            line.clear();
            self.0.read_line(&mut line).expect("a line");
            if let Some((campaign, report)) = line
                .strip_prefix("data: ")
                .and_then(|data| data.trim_end().split_once(' '))
            {
                return (campaign.to_owned(), report.to_owned());
            }
        }
        panic!("nothing was told");
    }

    /// The first event of which this is so.
    fn until(&mut self, is_so: impl Fn(&str, &str) -> bool) -> (String, String) {
        loop {
            let (campaign, report) = self.next();
            if is_so(&campaign, &report) {
                return (campaign, report);
            }
        }
    }
}

fn write(campaign: &Campaign, path: &str, text: &str) {
    std::fs::write(campaign.root().join(path), text).expect("it is written");
}

#[test]
fn each_output_is_served_from_memory() {
    let campaign = Campaign::write(SMALL);
    let before = crate::common::tree(&campaign.root());
    let serving = serve(&campaign);
    let home = serving.get("/");
    assert_eq!(home.status, 200, "{}", home.text());
    assert_eq!(home.line("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(home.line("Cache-Control"), Some("no-store"));
    assert!(home.text().contains("សួស្តី"));
    assert_eq!(serving.status("/index.html"), 200);
    let folder = serving.get("/well/?from=home");
    assert!(folder.text().contains("ទឹក"), "{}", folder.text());
    let way = serving.get("/well");
    assert_eq!((way.status, way.line("Location")), (302, Some("/well/")));
    for path in ["/well/well-a4.pdf", "/well/well-a4-print.pdf"] {
        let leaflet = serving.get(path);
        assert_eq!(leaflet.line("Content-Type"), Some("application/pdf"));
        assert!(leaflet.body.starts_with(b"%PDF-"), "{path}");
    }
    let search = serving.get("/search/");
    assert!(search.text().contains("search.js"), "{}", search.text());
    assert_eq!(serving.status("/search/search.js"), 200);
    assert_eq!(serving.status("/atom.xml"), 200);
    let head = serving.ask("HEAD", "/", "");
    assert_eq!(head.status, 200);
    assert_eq!(head.line("Content-Length"), home.line("Content-Length"));
    assert!(head.body.is_empty());
    let mut after = crate::common::tree(&campaign.root());
    after.retain(|path, _| !path.starts_with(".sala/"));
    assert_eq!(before, after, "nothing is written but what is kept");
}

#[test]
fn what_is_no_output_is_not_found() {
    let campaign = Campaign::write(SMALL);
    write(&campaign, "secret.txt", "secret");
    let serving = serve(&campaign);
    let missing = serving.get("/no/such/page/");
    assert_eq!(missing.status, 404);
    let page = missing.text();
    let home = format!("http://127.0.0.1:{}/", serving.port);
    assert!(page.contains(&format!("href=\"{home}\"")), "{page}");
    assert!(!page.contains("https://org.example/water/"), "{page}");
    for path in [
        "/sala.toml",
        "/content/well.md",
        "/secret.txt",
        "/../secret.txt",
        "/well/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/well/..%2F..%2Fsecret.txt",
        "//etc/passwd",
        "/_sala/",
        "/_sala/../index.html",
        "/search/00000000-x.js",
    ] {
        let found = serving.get(path);
        assert_eq!(found.status, 404, "{path}");
        assert!(!found.text().contains("secret"), "{path}");
    }
    assert_eq!(serving.status("/%00"), 400);
    assert_eq!(serving.status("*"), 400);
}

#[test]
fn only_this_machine_and_its_own_pages_are_answered() {
    let campaign = Campaign::write(SMALL);
    let serving = serve(&campaign);
    let port = serving.port;
    let with_host = |host: &str| {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
        serving.send(&head).status
    };
    assert_eq!(with_host(&format!("localhost:{port}")), 200);
    assert_eq!(with_host("[::1]"), 200);
    assert_eq!(with_host("evil.example"), 403);
    assert_eq!(with_host(&format!("evil.example:{port}")), 403);
    assert_eq!(with_host("127.0.0.1:1"), 403);
    assert_eq!(serving.send("GET / HTTP/1.0\r\n\r\n").status, 403);
    let with_origin = |origin: &str| {
        let line = format!("Origin: {origin}\r\n");
        serving.ask("GET", "/_sala/problems", &line).status
    };
    assert_eq!(with_origin(&format!("http://127.0.0.1:{port}")), 200);
    assert_eq!(with_origin("http://evil.example"), 403);
    assert_eq!(with_origin("null"), 403);
    let posted = serving.ask("POST", "/", "Content-Length: 3\r\n\r\nabc");
    assert_eq!(
        (posted.status, posted.line("Allow")),
        (405, Some("GET, HEAD"))
    );
    let long = format!("X: {}\r\n", "x".repeat(9000));
    assert_eq!(serving.ask("GET", "/", &long).status, 431);
    assert_eq!(serving.send("nonsense\r\n\r\n").status, 400);
}

#[test]
fn connections_that_say_nothing_or_leave_are_borne() {
    let campaign = Campaign::write(SMALL);
    let serving = serve(&campaign);
    let idle: Vec<TcpStream> = (0..40).map(|_| serving.connect()).collect();
    let open_pages: Vec<Events> = (0..10).map(|_| serving.events()).collect();
    assert_eq!(serving.status("/"), 200);
    drop((idle, open_pages));
    for _ in 0..20 {
        let mut leaving = serving.connect();
        let head = format!("GET / HTTP/1.1\r\nHost: localhost:{}\r\n", serving.port);
        leaving.write_all(head.as_bytes()).expect("it is sent");
    }
    assert_eq!(serving.status("/"), 200);
}

#[test]
fn a_page_that_follows_changes_keeps_its_policy_and_lets_in_one_script() {
    let campaign = Campaign::write(SMALL);
    let serving = serve(&campaign);
    let page = serving.get("/").text();
    let origin = format!("http://127.0.0.1:{}", serving.port);
    let policy = format!(
        "content=\"worker-src 'self'; default-src 'none'; base-uri 'none'; form-action 'none'; \
         connect-src 'self' {origin}/_sala/events; img-src data:; manifest-src 'self'; \
         style-src 'unsafe-inline'; script-src 'sha256-"
    );
    assert!(page.contains(&policy), "{page}");
    let policy = format!("=' {origin}/_sala/preview.js; frame-src {origin}/_sala/problems\"");
    assert!(page.contains(&policy), "{page}");
    let script = format!("<script src=\"{origin}/_sala/preview.js\" data-mark=\"");
    // Beside the page's own, for which there is nothing but a worker that goes at once.
    assert_eq!(page.matches("<script").count(), 2);
    let worker = serving.get("/sw.js").text();
    assert!(worker.contains("registration.unregister()"), "{worker}");
    assert!(page.contains(&script), "{page}");
    let found = serving.get("/_sala/preview.js");
    assert_eq!(
        found.line("Content-Type"),
        Some("text/javascript; charset=utf-8")
    );
    let search = serving.get("/search/").text();
    let (_, policy) = search
        .split_once("script-src 'self' file: 'sha256-")
        .expect("both");
    let widened = format!("' {origin}/_sala/preview.js");
    assert!(policy.contains(&widened), "{search}");
}

#[test]
fn an_edit_is_told_and_seen() {
    let campaign = Campaign::write(SMALL);
    let serving = serve(&campaign);
    assert_eq!(serving.status("/"), 200);
    let mut events = serving.events();
    let (mut before, report) = events.next();
    assert_eq!(report, "0");
    for (path, text, address, expected) in [
        ("content/well.md", "# អណ្តូង\n\nEdited\n", "/well/", "Edited"),
        ("content/new.md", "# ថ្មី\n\nAdded\n", "/new/", "Added"),
        ("static/a.txt", "one", "/a.txt", "one"),
        ("static/a.txt", "two", "/a.txt", "two"),
    ] {
        if path.starts_with("static") {
            std::fs::create_dir_all(campaign.root().join("static")).expect("a folder");
        }
        write(&campaign, path, text);
        let mut found = String::new();
        let end = Instant::now() + AT_MOST;
        while !found.contains(expected) && Instant::now() < end {
            let (campaign, _) =
                events.until(|campaign, report| campaign != before && report == "0");
            before = campaign;
            found = serving.get(address).text();
        }
        assert!(found.contains(expected), "{path}: {found}");
    }
    std::fs::remove_file(campaign.root().join("content/new.md")).expect("it is removed");
    events.until(|campaign, report| campaign != before && report == "0");
    assert_eq!(serving.status("/new/"), 404);
}

#[test]
fn a_folder_that_is_moved_away_while_a_page_is_saved_takes_its_pages_along() {
    let campaign = Campaign::write(&format!("{SMALL}//- content/old/deep.md\n# ចាស់\n"));
    let serving = serve(&campaign);
    assert_eq!(serving.status("/old/deep/"), 200);
    let mut events = serving.events();
    let (first, _) = events.next();
    let folder = campaign.root().join("content/old");
    std::fs::rename(&folder, campaign.root().join("away")).expect("it is moved");
    write(&campaign, "content/well.md", "# អណ្តូង\n\nEdited\n");
    events.until(|campaign, report| campaign != first && report == "0");
    assert!(serving.get("/well/").text().contains("Edited"));
    assert_eq!(serving.status("/old/deep/"), 404);
}

#[test]
fn what_is_wrong_lies_over_the_last_good_pages_until_it_is_mended() {
    let campaign = Campaign::write(SMALL);
    let serving = serve(&campaign);
    assert_eq!(serving.status("/well/"), 200);
    let mut events = serving.events();
    let (first, _) = events.next();
    write(&campaign, "content/well.md", "# អណ្តូង\n\n[x](@/no.md)\n");
    let (shown, _) = events.until(|_, report| report != "0");
    assert_eq!(shown, first, "the last good campaign is shown");
    assert!(serving.get("/well/").text().contains("ស្អាត"));
    let problems = serving.get("/_sala/problems?1").text();
    for part in ["E309", "content/well.md", "@/no.md", "Something is wrong"] {
        assert!(problems.contains(part), "{part}: {problems}");
    }
    write(&campaign, "content/well.md", "# អណ្តូង\n\nmended\n");
    events.until(|campaign, report| campaign != first && report == "0");
    assert!(serving.get("/well/").text().contains("mended"));
}

#[test]
fn a_campaign_that_is_broken_from_the_start_says_so_until_it_is_mended() {
    let campaign = Campaign::write(&format!("{SMALL}//- content/a.md\nno title\n"));
    let serving = serve(&campaign);
    let found = serving.get("/well/");
    assert_eq!(found.status, 503);
    let page = found.text();
    for part in [
        "E202",
        "content/a.md",
        "cannot be shown",
        "/_sala/preview.js",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let mut events = serving.events();
    write(&campaign, "content/a.md", "# ក\n");
    events.until(|_, report| report == "0");
    assert_eq!(serving.status("/well/"), 200);
}

#[test]
fn a_template_that_fails_says_so_in_the_place_of_its_page() {
    let template = "//- templates/page.html\n{{ page.nothing.at.all }}\n";
    let campaign = Campaign::write(&format!("{SMALL}{template}"));
    let serving = serve(&campaign);
    assert_eq!(serving.status("/"), 200);
    let found = serving.get("/well/");
    assert_eq!(found.status, 500);
    assert!(
        found.text().contains("templates/page.html"),
        "{}",
        found.text()
    );
}

#[test]
fn a_file_half_saved_is_waited_for() {
    let toml = "//- data/wells.toml\nkind = 'table'\ntitle = { km = 'អណ្តូង' }\n[[source]]\nid = 's'\ntitle = 'x'\n";
    let campaign = Campaign::write(&format!("{SMALL}{toml}//- data/wells.csv\ncode\n1\n"));
    let serving = serve(&campaign);
    let mut events = serving.events();
    let (first, _) = events.until(|_, report| report == "0");
    // As a spreadsheet program saves: away with the old file, and the new one in its place.
    std::fs::remove_file(campaign.root().join("data/wells.csv")).expect("it is removed");
    std::thread::park_timeout(Duration::from_millis(400));
    write(&campaign, "data/wells.csv", "code\n2\n");
    let (_, report) = events.until(|campaign, report| campaign != first || report != "0");
    assert_eq!(report, "0", "nothing was said to be wrong meanwhile");
}

#[test]
fn the_console_says_what_happens() {
    let campaign = Campaign::write(SMALL);
    let mut serving = serve(&campaign);
    let mut line = String::new();
    serving.said.read_line(&mut line).expect("a line");
    assert!(line.starts_with("4 pages in "), "{line}");
    write(&campaign, "content/well.md", "no title\n");
    line.clear();
    serving.said.read_line(&mut line).expect("a line");
    assert_eq!(line, "the last good pages stay until this is mended\n");
}

#[test]
fn a_campaign_that_is_not_there_is_not_waited_for() {
    let sala = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["serve", "--port", "0", "--root", "no/such/folder"])
        .output()
        .expect("the program runs");
    assert_eq!(sala.status.code(), Some(4));
    assert!(sala.stdout.is_empty());
}
