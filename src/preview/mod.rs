//! A campaign seen in a browser while it is written: the development server.
//!
//! In: a folder, and a port of this machine. Out: each address of the site, made from memory when a
//! browser asks for it, and made anew when a file changes; what is wrong lies over the page until it is
//! mended. Nothing is served but the plan's outputs: no path that a browser sends ever touches the disk,
//! no site is written, and only programs of this machine are answered, and of them no page of another
//! site.

mod address;
mod answer;
mod guard;
mod http;
mod load;
mod made;
mod now;
mod own_pages;
mod policy;
mod served_page;
mod server;
mod watch;

use crate::campaign::Request;
use crate::diagnostic::{
    Argument, Diagnostic, MessageLanguage, Place, Report, Words, codes, diagnostic,
};
use crate::files;
use answer::Answers;
use now::Now;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

/// What a browser, or anything else, may send.
#[cfg(any(test, fuzzing))]
pub(crate) fn fuzz(bytes: &[u8]) {
    let Ok(Some(head)) = http::head_of(bytes) else {
        return;
    };
    let asked = address::asked(&head.target);
    if let Ok(address::Asked::File(path)) = &asked {
        let leads_astray = |part: &str| matches!(part, "" | "." | "..");
        assert!(!path.split('/').any(leads_astray), "{path}");
    }
    let is_answered = guard::check(&head, 1111).is_ok();
    let is_ours = |host: &String| {
        let host = host.to_ascii_lowercase();
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|own| host.starts_with(own))
    };
    assert!(!is_answered || head.hosts.iter().all(is_ours) && head.hosts.len() == 1);
}

/// The port that is taken if none is asked for, and how many after it are tried.
const PORT: u16 = 1111;
const OTHERS: u16 = 20;

const TAKEN: Words = Words {
    en: "another program is there",
    km: "មានកម្មវិធីមួយទៀតកំពុងប្រើ",
};

/// The port of this machine at which the site is seen, ready to be opened.
pub struct Preview {
    listener: TcpListener,
    port: u16,
}

/// What happens while the site is seen.
#[derive(Debug)]
pub enum Told<'report> {
    /// The campaign was loaded; the report holds its warnings.
    Loaded {
        report: &'report Report,
        pages: usize,
        took: Duration,
    },
    /// It was not, and what was loaded before is still seen.
    Failed { report: &'report Report },
    /// Something of the site could not be made when it was asked for.
    NotMade { report: &'report Report },
    /// It was, and something about it is doubtful.
    Doubtful { report: &'report Report },
    /// Changes are not told by the system, so they are looked for every second.
    LooksForChanges { reason: &'report str },
}

/// Takes what happens.
pub type Tell = dyn Fn(Told<'_>) + Send + Sync;

impl Preview {
    /// Takes a port of this machine: the one that is asked for (0 is any that is free), or else the
    /// first that is free from 1111 on.
    pub fn open(port: Option<u16>) -> Result<Preview, Diagnostic> {
        let wanted = match port {
            Some(port) => port..=port,
            None => PORT..=PORT + OTHERS,
        };
        let mut refusal = None;
        for port in wanted.clone() {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => {
                    let port = listener
                        .local_addr()
                        .as_ref()
                        .map_or(port, SocketAddr::port);
                    return Ok(Preview { listener, port });
                }
                Err(error) => refusal = Some(error),
            }
        }
        let reason = match refusal {
            Some(error) if error.kind() == ErrorKind::AddrInUse => Argument::from(TAKEN),
            refusal => files::reason(refusal.as_ref()),
        };
        Err(diagnostic!(
            codes::preview::PORT,
            Place::Site,
            port = wanted.start(),
            reason = reason,
        ))
    }

    /// The address at which the site is seen.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Shows the campaign until the process ends. `request` is asked before each load, since the day may
    /// have changed.
    pub fn run(
        self,
        request: impl Fn() -> Request + Send + 'static,
        language: MessageLanguage,
        tell: Arc<Tell>,
    ) {
        let now = Arc::new(Now::new());
        let answers = Arc::new(Answers {
            now: Arc::clone(&now),
            port: self.port,
            language,
            tell: Arc::clone(&tell),
        });
        let loader = std::thread::Builder::new()
            .name("load".to_owned())
            .spawn(move || load::keep_loaded(&request, &now, language, &*tell));
        // Without a thread nothing can be answered either.
        if loader.is_ok() {
            server::serve(&self.listener, &answers);
        }
    }
}
