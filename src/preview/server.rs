//! Connections → answers: one thread each, and no more of them than a browser needs.

use super::answer::{Answer, Answers};
use super::http::{self, Response, Status};
use super::now::Mark;
use std::io;
use std::net::{TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// How many connections are open at once, and how many of them may wait for events, so that open pages
/// cannot keep new ones from being answered.
const MOST: usize = 64;
const MOST_LISTENERS: usize = 32;

/// After how long it is looked whether a page that waits for events is still open.
const BREATH: Duration = Duration::from_secs(2);

/// How often, and after what pauses, a free seat is looked for.
const LOOKS: usize = 100;
const LOOK: Duration = Duration::from_millis(20);

/// One of a bounded number, given back when dropped.
struct Seat(Arc<AtomicUsize>);

impl Seat {
    fn take(taken: &Arc<AtomicUsize>, most: usize) -> Option<Seat> {
        let seat = Seat(Arc::clone(taken));
        match taken.fetch_add(1, Ordering::Relaxed) < most {
            true => Some(seat),
            false => None,
        }
    }

    /// The same, with a moment for those that have left to give theirs back; newcomers stand in the
    /// system's queue meanwhile.
    fn take_soon(taken: &Arc<AtomicUsize>, most: usize) -> Option<Seat> {
        for _ in 0..LOOKS {
            if let Some(seat) = Seat::take(taken, most) {
                return Some(seat);
            }
            thread::park_timeout(LOOK);
        }
        None
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Answers until the process ends.
pub(super) fn serve(listener: &TcpListener, answers: &Arc<Answers>) {
    let open = Arc::new(AtomicUsize::new(0));
    let listeners = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // Too many files are open, or the client has gone already: a moment later is soon enough.
            thread::park_timeout(Duration::from_millis(20));
            continue;
        };
        let Some(seat) = Seat::take_soon(&open, MOST) else {
            // Closed unanswered: a browser tries again.
            continue;
        };
        let answers = Arc::clone(answers);
        let listeners = Arc::clone(&listeners);
        let work = move || {
            let _seat = seat;
            // A bug in one answer is that answer's; what was told of it stands on the console.
            let _ = catch_unwind(AssertUnwindSafe(|| {
                let _ = attend(stream, &answers, &listeners);
            }));
        };
        // Without a thread the connection closes unanswered.
        let _ = thread::Builder::new().name("answer".to_owned()).spawn(work);
    }
}

fn attend(
    mut stream: TcpStream,
    answers: &Answers,
    listeners: &Arc<AtomicUsize>,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let head = match http::read_head(&mut stream) {
        Ok(head) => head,
        Err(None) => return Ok(()),
        Err(Some(status)) => return http::send(&mut stream, &Response::bare(status), false),
    };
    let head_only = head.method == "HEAD";
    let answer = catch_unwind(AssertUnwindSafe(|| answers.answer(&head)));
    let answer = answer.unwrap_or_else(|_| Answer::Whole(Response::bare(Status::Failed)));
    match answer {
        Answer::Whole(response) => http::send(&mut stream, &response, head_only),
        Answer::Events => match Seat::take(listeners, MOST_LISTENERS) {
            Some(_seat) => tell_events(&mut stream, answers),
            None => http::send(&mut stream, &Response::bare(Status::Unavailable), head_only),
        },
    }
}

/// Tells a page which campaign is shown and whether something is wrong, now and at each change, until it
/// leaves.
fn tell_events(stream: &mut TcpStream, answers: &Answers) -> io::Result<()> {
    http::begin_events(stream)?;
    let mut told: Option<Mark> = None;
    loop {
        let mark = match told {
            None => answers.now.snapshot().mark,
            Some(mark) => answers.now.after(mark, BREATH).mark,
        };
        match told == Some(mark) {
            true => http::send_silence(stream)?,
            false => http::send_event(stream, &answers.now.whole(mark))?,
        }
        told = Some(mark);
    }
}
