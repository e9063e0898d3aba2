//! Streams: a subscription is a source of events, and each event is an operation of its own, with a fresh look at the rows, under the
//! rights its reader has then, and with its own entry in the trail.
//!
//! async-graphql runs all events of a stream in the data of the request that opened it. [`EachEvent`] gives each the data of an
//! operation instead; it is an extension of a third build of the schema, because an extension would slow every query down.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute};
use async_graphql::parser::types::OperationType;
use async_graphql::{Context, Data, ID, Pos, Response, Result, ServerError, ValidationMode, Value};
use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _};
use tenants::events::{Feed, Hearing};
use tenants::ids::PrecinctId;
use tenants::members::{Member, Standing};
use tenants::page::Key;
use tenants::store::Origin;
use tenants::{Store, events as rows};
use tokio::sync::watch;
use uuid::Uuid;

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
    /// After which cursor, whatever the document says: it is where the transport was when the document was last at work.
    pub resume: Option<String>,
}

/// Why a stream would not be opened.
#[derive(Clone, Debug, Default)]
pub struct Unopened {
    /// The stable code.
    pub code: String,
    /// One sentence, safe to show.
    pub message: String,
}

impl From<Fault> for Unopened {
    fn from(Fault { code, message, .. }: Fault) -> Self {
        Self { code, message }
    }
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
            let asking = Asking::new(self.store.clone(), caller.member, origin, caller.language);
            let asking = Arc::new(asking.answered_by(self));
            return Opened::Once(self.pipeline.perform(asker, ready, asking).await);
        }
        let seat = Seat { member: caller.member, origin, language: caller.language };
        Opened::Stream(self.stream(ready, self.sitting(seat, opening)))
    }

    /// Opens a stream only to see whether it would open, by every check a stream meets; answers the cursor at which it begins.
    pub async fn rehearse(&self, caller: Caller, opening: Opening, document: String) -> Result<String, Unopened> {
        let origin = Origin { request_id: caller.request_id.clone(), terminal: caller.terminal };
        let asker = Asker { stranger: caller.member.is_none(), request_id: &caller.request_id, budget: caller.budget };
        let call = Call { document, live: true, ..Call::default() };
        let ready = self.pipeline.prepare(asker, call).map_err(|refused| Unopened::from(refused.into_fault()))?;
        if ready.kind != OperationType::Subscription {
            let message = "A webhook holds a subscription.".to_owned();
            return Err(Unopened { code: "VALIDATION_FAILED".to_owned(), message });
        }
        let sitting = self.sitting(Seat { member: caller.member, origin, language: caller.language }, opening);
        let (mut begun, mut answers) = (sitting.begun.subscribe(), self.answers(&ready, &sitting));
        let first = tokio::select! {
            _ = async { begun.wait_for(Option::is_some).await.is_ok() } => None,
            first = answers.next() => first,
        };
        let cursor = sitting.begun.borrow().clone();
        cursor.ok_or_else(|| first.map_or_else(Unopened::default, |response| sitting.unopened(response)))
    }

    fn sitting(&self, seat: Seat, opening: Opening) -> Arc<Sitting> {
        Arc::new(Sitting {
            store: self.store.clone(),
            standing: opening.standing,
            origin: seat.origin,
            language: seat.language,
            resume: opening.resume,
            begun: watch::Sender::new(None),
            turn: Mutex::new(Turn { member: seat.member, cursor: None }),
        })
    }

    fn stream(&self, ready: Ready, sitting: Arc<Sitting>) -> Frames {
        let (answers, cost) = (self.answers(&ready, &sitting), ready.cost);
        answers.map(move |response| sitting.frame(response, cost)).boxed()
    }

    fn answers(&self, ready: &Ready, sitting: &Arc<Sitting>) -> BoxStream<'static, Response> {
        let opening = Arc::new(sitting.asking());
        self.live.execute_stream(ready.request().data(opening).data(Arc::clone(sitting)))
    }
}

/// The schema for streams.
pub(crate) fn build() -> Huji {
    crate::builder().validation_mode(ValidationMode::Strict).extension(EachEvent).finish()
}

/// Who takes a stream.
struct Seat {
    member: Option<Arc<Member>>,
    origin: Origin,
    language: Language,
}

/// A stream's asker, who outlives its events.
struct Sitting {
    store: Store,
    standing: Option<Standing>,
    origin: Origin,
    language: Language,
    resume: Option<String>,
    /// The cursor after which the stream began, once it has.
    begun: watch::Sender<Option<String>>,
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

    /// An error of an answer. Before the first event, one without a way to a field is the validator's.
    fn fault(&self, error: ServerError, began: bool) -> Fault {
        if !began && error.path.is_empty() {
            Fault::request("VALIDATION_FAILED", error.message, error.locations)
        } else {
            Fault::of_field(error, &self.origin.request_id)
        }
    }

    fn unopened(&self, response: Response) -> Unopened {
        let first = response.errors.into_iter().next();
        first.map_or_else(Unopened::default, |error| self.fault(error, false).into())
    }

    fn frame(&self, response: Response, cost: u64) -> Frame {
        let request_id = &self.origin.request_id;
        let cursor = self.turn().cursor;
        let faults: Vec<Fault> = response.errors.into_iter().map(|error| self.fault(error, cursor.is_some())).collect();
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

/// The events of a precinct, by default the asker's own, that he is to hear; after the cursor the transport resumes from, or the one
/// given, or from now on. What every subscription is made of.
pub(crate) async fn events(
    ctx: &Context<'_>,
    precinct: Option<&ID>,
    after: Option<&str>,
    hearing: Hearing,
) -> Result<impl Stream<Item = Result<rows::Event>> + use<>> {
    let precinct = match precinct {
        Some(id) => ctx.row::<PrecinctId>(Kind::Precinct, id)?.0,
        None => ctx.member()?.precinct,
    };
    let sitting = Arc::clone(ctx.data::<Arc<Sitting>>()?);
    let standing = sitting.standing.clone().ok_or_else(|| ctx.fail(&tenants::Error::Denied))?;
    let after = sitting.resume.as_deref().or(after).map(|cursor| place(ctx, precinct, cursor)).transpose()?;
    // A scope of its own: that of the opening would keep its snapshot, and a connection, for as long as the stream is open.
    let scope = sitting.store.precinct_of(ctx.member()?, precinct, &sitting.origin).told(ctx)?;
    let feed = scope.follow(standing, sitting.origin.clone(), hearing, after).await.told(ctx)?;
    let from = Key { sort: feed.cursor().to_string(), id: Uuid::nil() };
    sitting.begun.send_replace(Some(ctx.asking().seal().cursor(EVENTS, precinct.0, &from)));
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
