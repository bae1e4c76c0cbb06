//! The head of a request → its answer, made from memory.

use super::address::{self, Asked};
use super::http::{Body, Head, Response, Status};
use super::now::{Now, Served, Snapshot};
use super::{Tell, Told, guard, own_pages, served_page};
use crate::diagnostic::{MessageLanguage, Report, to_html};
use crate::leaflet;
use crate::site::plan::{Output, What};
use std::sync::Arc;
use std::time::Duration;

/// How long a browser waits for the first campaign before it is told that it is being read.
const PATIENCE: Duration = Duration::from_secs(5);

/// What answers are made of.
pub(super) struct Answers {
    pub(super) now: Arc<Now>,
    pub(super) port: u16,
    pub(super) language: MessageLanguage,
    pub(super) tell: Arc<Tell>,
}

/// What a request gets.
pub(super) enum Answer {
    Whole(Response),
    /// The stream that tells a page when it is out of date.
    Events,
}

const HTML: &str = "text/html; charset=utf-8";
const NOT_FOUND: &str = "404.html";

/// Stands in the place of the worker that keeps pages: on this computer the same address shows one campaign
/// today and another tomorrow, and whatever is kept would be in the way.
const NO_WORKER: &[u8] = include_bytes!("../../themes/default/offline/gone.js");

impl Answers {
    pub(super) fn answer(&self, head: &Head) -> Answer {
        if let Err(status) = guard::check(head, self.port) {
            return Answer::Whole(Response::bare(status));
        }
        let host = head.hosts.first().map_or("", String::as_str);
        let origin = format!("http://{}", host.to_ascii_lowercase());
        Answer::Whole(match address::asked(&head.target) {
            Err(address::Malformed) => Response::bare(Status::BadRequest),
            Ok(Asked::Own(name)) => match name.as_str() {
                "events" => return Answer::Events,
                name => self.own(name),
            },
            Ok(Asked::Nothing) => self.of_site(None, &origin),
            Ok(Asked::File(path)) => self.of_site(Some(&path), &origin),
        })
    }

    fn own(&self, name: &str) -> Response {
        match name {
            "preview.js" => Response::new(
                Status::Ok,
                "text/javascript; charset=utf-8",
                include_bytes!("preview.js").as_slice(),
            ),
            "problems" => {
                let problems = self.now.snapshot().problems.unwrap_or_default();
                let page = own_pages::frame(&problems, self.language);
                own_page(Status::Ok, page)
            }
            _ => Response::bare(Status::NotFound),
        }
    }

    /// A file of the site; without a path, or if there is none, its page for that.
    fn of_site(&self, path: Option<&str>, origin: &str) -> Response {
        let snapshot = self.now.first(PATIENCE);
        let script = served_page::script(origin, &self.now.whole(snapshot.mark));
        let Some(served) = &snapshot.served else {
            let page = match &snapshot.problems {
                Some(problems) => own_pages::instead(problems, self.language, &script),
                None => own_pages::loading(self.language, &script),
            };
            return own_page(Status::Unavailable, page);
        };
        if let Some(path) = path
            && let Some(response) = copied(served, path)
        {
            return response;
        }
        let found = match path {
            Some(path) => self.file(served, path),
            None => Ok(None),
        };
        match found {
            Ok(Some(bytes)) => {
                let path = path.unwrap_or_default();
                self.page_or_file(Status::Ok, path, bytes, &snapshot, origin)
            }
            Ok(None) => match path.and_then(|path| as_folder(served, path)) {
                Some(folder) => Response::bare(Status::Found).with("Location", folder),
                None => self.not_found(&snapshot, served, origin, &script),
            },
            Err(report) => self.not_made(&report, &script),
        }
    }

    /// The bytes of a file of the plan. Nothing but the plan decides what can be asked for.
    fn file(&self, served: &Served, path: &str) -> Result<Option<Arc<[u8]>>, Report> {
        let Some(output) = output_of(served, path) else {
            return Ok(None);
        };
        if matches!(output.what, What::Worker) {
            return Ok(Some(Arc::from(NO_WORKER)));
        }
        let produce = || {
            let made = served.campaign.produce(output)?;
            let report = &made.warnings;
            if !report.is_empty() {
                (self.tell)(Told::Doubtful { report });
            }
            Ok(made.files)
        };
        served
            .made
            .file(path, &output.path, || match output.what.is_typeset() {
                true => leaflet::on_its_own(produce),
                false => produce(),
            })
    }

    fn page_or_file(
        &self,
        status: Status,
        path: &str,
        bytes: Arc<[u8]>,
        snapshot: &Snapshot,
        origin: &str,
    ) -> Response {
        let content_type = address::content_type(path);
        match std::str::from_utf8(&bytes) {
            Ok(page) if content_type == HTML => {
                let mark = self.now.campaign(snapshot.mark);
                let page = served_page::served(page, origin, &mark);
                Response::new(status, content_type, page.into_bytes())
            }
            _ => Response::new(status, content_type, bytes),
        }
    }

    /// The site's own page for addresses that lead nowhere. Since it may be shown at any address, its
    /// links are whole, and lead to where the site will stand; here they have to lead here.
    fn not_found(
        &self,
        snapshot: &Snapshot,
        served: &Served,
        origin: &str,
        script: &str,
    ) -> Response {
        match self.file(served, NOT_FOUND) {
            Ok(Some(bytes)) => {
                let page = String::from_utf8_lossy(&bytes);
                let page = page.replace(served.campaign.base_url(), &format!("{origin}/"));
                let bytes = page.into_bytes().into();
                self.page_or_file(Status::NotFound, NOT_FOUND, bytes, snapshot, origin)
            }
            Ok(None) => Response::bare(Status::NotFound),
            Err(report) => self.not_made(&report, script),
        }
    }

    fn not_made(&self, report: &Report, script: &str) -> Response {
        (self.tell)(Told::NotMade { report });
        let problems = to_html(report, self.language);
        let page = own_pages::instead(&problems, self.language, script);
        own_page(Status::Failed, page)
    }
}

/// A file of the campaign as it is on the disk; nothing if it is made, is a page that a script is put into,
/// or cannot be opened.
fn copied(served: &Served, path: &str) -> Option<Response> {
    let content_type = address::content_type(path);
    let output = output_of(served, path).filter(|_| content_type != HTML)?;
    let (file, size) = served.campaign.copied(output)?.ok()?.on_disk()?;
    let body = Body::File(Arc::new(file), size);
    Some(Response::new(Status::Ok, content_type, body))
}

/// The output that writes this path. Most are named by it; the few that write more are looked through.
fn output_of<'served>(served: &'served Served, path: &str) -> Option<&'served Output> {
    let outputs = served.campaign.outputs();
    let named = outputs.binary_search_by(|output| output.path.as_str().cmp(path));
    match named {
        Ok(at) => Some(&outputs[at]),
        Err(_) => outputs.iter().find(|output| output.writes(path)),
    }
}

/// The address of the folder that is meant by `path`, if it is one of the site's.
fn as_folder(served: &Served, path: &str) -> Option<String> {
    let index = format!("{path}/index.html");
    output_of(served, &index).map(|_| address::of_folder(path))
}

fn own_page(status: Status, page: String) -> Response {
    let response = Response::new(status, HTML, page.into_bytes());
    response.with("Content-Security-Policy", own_pages::POLICY)
}
