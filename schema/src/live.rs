//! Streams: a subscription is a source of events, and each event is an operation of its own, with a fresh look at the rows, under the
//! rights its reader has then, and with its own entry in the trail.
//!
//! async-graphql runs all events of a stream in the data of the request that opened it. [`EachEvent`] gives each the data of an
//! operation instead; it is an extension of a third build of the schema, because an extension would slow every query down.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute};
use async_graphql::parser::types::OperationType;
use async_graphql::{Context, Data, ID, Pos, Response, Result, ValidationMode, Value};
use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _};
use tenants::events::{EventKind, Feed};
use tenants::ids::PrecinctId;
use tenants::members::{Member, Standing};
use tenants::page::Key;
use tenants::store::Origin;
use tenants::{Store, events as rows};

use crate::Huji;
use crate::answer::{Contents, Fault};
use crate::context::{Asking, Doorway, Told};
use crate::engine::{Answer, Asker, Call, Caller, Engine, Ready, refuse};
use crate::error;
use crate::id::{Kind, Seal};
use crate::messages::Language;
use crate::page::bad;

/// The list that cursors of events are bound to.
pub(crate) const EVENTS: &str = "events";

/// What became of a call that may be answered more than once.
pub enum Opened {
    /// Answered, or refused, at once.
    Once(Answer),
    /// A stream.
    Stream(Frames),
}

/// The answers of a stream, one an event, and the end of the stream. Dropped, it leaves nothing behind.
pub type Frames = BoxStream<'static, Frame>;

/// One answer of a stream.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The JSON body, as for any answer.
    pub body: Bytes,
    /// What it cost, in points.
    pub cost: u64,
    /// The code of the first error, if any: a word of ours.
    pub code: Option<String>,
    /// The event's cursor: where to go on after it. Without one, this is no event but why the stream ends.
    pub cursor: Option<String>,
}

/// How a stream is opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The caller's rights for as long as they last; nothing without a member.
    pub standing: Option<Standing>,
    /// After which cursor, if the document does not say.
    pub resume: Option<String>,
}

impl Engine {
    /// Answers one call over a transport that carries more than one answer. `caller.budget` bounds the opening; the caller pays for each
    /// frame as it is sent.
    pub async fn open(&self, caller: Caller, opening: Opening, call: Call) -> Opened {
        let origin = Origin { request_id: caller.request_id.clone(), terminal: caller.terminal };
        let asker = Asker { stranger: caller.member.is_none(), request_id: &caller.request_id, budget: caller.budget };
        let ready = match self.pipeline.prepare(asker, Call { live: true, ..call }) {
            Ok(ready) => ready,
            Err(refused) => return Opened::Once(refuse(asker, refused, None)),
        };
        if ready.kind != OperationType::Subscription {
            let asking = Arc::new(Asking::new(self.store.clone(), caller.member, origin, caller.language));
            return Opened::Once(self.pipeline.perform(asker, ready, asking).await);
        }
        let sitting = Sitting {
            store: self.store.clone(),
            standing: opening.standing,
            origin,
            language: caller.language,
            resume: opening.resume,
            turn: Mutex::new(Turn { member: caller.member, cursor: None }),
        };
        Opened::Stream(self.stream(ready, Arc::new(sitting)))
    }

    fn stream(&self, ready: Ready, sitting: Arc<Sitting>) -> Frames {
        let opening = Arc::new(sitting.asking());
        let request = ready.request().data(opening).data(Arc::clone(&sitting));
        let cost = ready.cost;
        self.live.execute_stream(request).map(move |response| sitting.frame(response, cost)).boxed()
    }
}

/// The schema for streams.
pub(crate) fn build() -> Huji {
    crate::builder().validation_mode(ValidationMode::Strict).extension(EachEvent).finish()
}

/// A stream's asker, who outlives its events.
struct Sitting {
    store: Store,
    standing: Option<Standing>,
    origin: Origin,
    language: Language,
    resume: Option<String>,
    turn: Mutex<Turn>,
}

/// Whose turn it is: the member as he was when the event was read, and the event.
#[derive(Clone)]
struct Turn {
    member: Option<Arc<Member>>,
    cursor: Option<String>,
}

impl Sitting {
    fn turn(&self) -> Turn {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn take_turn(&self, member: &Arc<Member>, cursor: String) {
        *self.turn.lock().unwrap_or_else(PoisonError::into_inner) =
            Turn { member: Some(Arc::clone(member)), cursor: Some(cursor) };
    }

    fn end(&self) {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner).cursor = None;
    }

    /// The asker of one event.
    fn asking(&self) -> Asking {
        Asking::new(self.store.clone(), self.turn().member, self.origin.clone(), self.language)
    }

    fn frame(&self, response: Response, cost: u64) -> Frame {
        let request_id = &self.origin.request_id;
        let cursor = self.turn().cursor;
        let invalid =
            |error: async_graphql::ServerError| Fault::request("VALIDATION_FAILED", error.message, error.locations);
        let faults: Vec<Fault> = response
            .errors
            .into_iter()
            .map(|error| {
                // Before the first event, an error without a way to a field is the validator's.
                if cursor.is_none() && error.path.is_empty() {
                    invalid(error)
                } else {
                    Fault::of_field(error, request_id)
                }
            })
            .collect();
        let code = faults.first().map(|fault| fault.code.clone());
        let data = (cursor.is_some() || response.data != Value::Null).then_some(&response.data);
        let contents = Contents { faults, data, request_id, cost: Some(cost), remaining: None };
        Frame { body: contents.write(), cost, code, cursor }
    }
}

/// Gives every event of a stream the data of an operation of its own, and its trail.
struct EachEvent;

impl ExtensionFactory for EachEvent {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait::async_trait]
impl Extension for EachEvent {
    async fn execute(&self, ctx: &ExtensionContext<'_>, name: Option<&str>, next: NextExecute<'_>) -> Response {
        let Some(sitting) = ctx.data_opt::<Arc<Sitting>>() else { return next.run(ctx, name).await };
        let asking = Arc::new(sitting.asking());
        let mut data = Data::default();
        data.insert(Arc::clone(&asking));
        let response = next.run_with_data(ctx, name, data).await;
        match asking.finish().await {
            Ok(()) => response,
            // An answer that cannot be recorded does not leave (SEC-07).
            Err(fault) => {
                let told = error::answer(&fault, sitting.language);
                Response::from_errors(vec![told.into_server_error(Pos::default())])
            }
        }
    }
}

/// The cursor of an event, as a page and a stream both take it.
pub(crate) fn cursor(seal: &Seal, event: &rows::Event) -> String {
    seal.cursor(EVENTS, event.precinct.0, &Key { sort: event.cursor.to_string(), id: event.id.into() })
}

/// The events of a precinct, by default the asker's own, of these kinds or of all he may hear of; after the cursor given, or the one
/// the transport resumes from, or from now on. What every subscription is made of.
pub(crate) async fn events(
    ctx: &Context<'_>,
    precinct: Option<&ID>,
    after: Option<&str>,
    kinds: Option<Vec<EventKind>>,
) -> Result<impl Stream<Item = Result<rows::Event>> + use<>> {
    let precinct = match precinct {
        Some(id) => ctx.row::<PrecinctId>(Kind::Precinct, id)?.0,
        None => ctx.member()?.precinct,
    };
    let sitting = Arc::clone(ctx.data::<Arc<Sitting>>()?);
    let standing = sitting.standing.clone().ok_or_else(|| ctx.fail(&tenants::Error::Denied))?;
    let after = after.or(sitting.resume.as_deref()).map(|cursor| place(ctx, precinct, cursor)).transpose()?;
    // A scope of its own: that of the opening would keep its snapshot, and a connection, for as long as the stream is open.
    let scope = sitting.store.precinct_of(ctx.member()?, precinct, &sitting.origin).told(ctx)?;
    let feed = scope.follow(standing, sitting.origin.clone(), kinds, after).await.told(ctx)?;
    Ok(stream::unfold(Some(Reading { feed, sitting, batch: VecDeque::new() }), turn))
}

/// A cursor's place; refused when it is another list's or precinct's (L9).
fn place(ctx: &Context<'_>, precinct: PrecinctId, cursor: &str) -> Result<i64> {
    let key = ctx.asking().seal().open_cursor(EVENTS, precinct.0, cursor);
    key.and_then(|key| key.sort.parse().ok()).ok_or_else(|| bad(ctx, "CURSOR", "after"))
}

struct Reading {
    feed: Feed,
    sitting: Arc<Sitting>,
    batch: VecDeque<(Arc<Member>, rows::Event)>,
}

/// One event, or the error that ends the stream.
async fn turn(reading: Option<Reading>) -> Option<(Result<rows::Event>, Option<Reading>)> {
    let mut reading = reading?;
    loop {
        if let Some((member, event)) = reading.batch.pop_front() {
            let seal = Seal::new(reading.sitting.store.keys().public_id());
            reading.sitting.take_turn(&member, cursor(&seal, &event));
            return Some((Ok(event), Some(reading)));
        }
        match reading.feed.next().await {
            Ok(batch) => {
                reading.batch.extend(batch.events.into_iter().map(|event| (Arc::clone(&batch.member), event)));
            }
            Err(fault) => {
                reading.sitting.end();
                return Some((Err(error::answer(&fault, reading.sitting.language)), None));
            }
        }
    }
}
