//! The front door, over a real socket: what is taken, what is refused and how, and what no answer ever says.

mod documents;
mod files;
mod guests;
mod headers;
mod ids;
mod limits;
mod media;
mod sessions;
mod silence;
mod uploads;
mod verification;
mod watch;

use tests::http::Answer;

/// Asks for something that is read from the register and therefore written in the trail.
const READ: &str = "{ precinct { households(first: 2) { nodes { number headName } } } }";

/// A body without the request's id: what is left must not tell two refusals apart (PRV-24).
fn anonymous(answer: &Answer) -> String {
    let id = answer.header("x-request-id");
    assert!(!id.is_empty());
    answer.text().replace(id, "…")
}

/// A status with the code expected beside it.
fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}
