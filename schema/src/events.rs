//! Events (事件) as GraphQL objects: what happened in a precinct, read back by the page or listened to.

use async_graphql::{Context, ID, Object, Result, Subscription};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use futures_util::{Stream, StreamExt as _};
use tenants::events::{self as rows, EventKind, Hearing};
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Told};
use crate::id::Kind;
use crate::live;
use crate::node::{Node, resolve};
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// An event.
pub struct Event(pub rows::Event);

listed!(Event, rows::Event, "EventConnection", "EventEdge", |row| (row.cursor, row.id));

/// Something that happened in a precinct (事件): to which record, and never what is written there. Permission: LIST of its kind's
/// domain; the steps of one's own application. Cost: 1.
#[Object]
impl Event {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Event, self.0.precinct, self.0.id)
    }

    /// Where it stands among the precinct's events: a stream or a page goes on after it (游标).
    async fn cursor(&self, ctx: &Context<'_>) -> String {
        live::cursor(ctx.asking().seal(), &self.0)
    }

    /// What happened (类型).
    async fn kind(&self) -> Word<EventKind> {
        Word(self.0.kind)
    }

    /// To which record (对象).
    async fn subject_id(&self, ctx: &Context<'_>) -> Option<ID> {
        let (table, id) = &self.0.subject;
        Some(ctx.id(Kind::of_table(table)?, self.0.precinct, *id))
    }

    /// The record as it is now, where it can be read without a stated purpose (对象详情). Permission: that of the object. Cost: 1.
    async fn subject(&self, ctx: &Context<'_>) -> Option<Result<Node>> {
        let (table, id) = &self.0.subject;
        let id = ctx.id(Kind::of_table(table)?, self.0.precinct, *id);
        Some(resolve(ctx, &id).await)
    }

    /// The record's version since (版本).
    async fn version(&self) -> Option<i32> {
        self.0.version
    }

    /// What became of it, a word of the record's own states (结果).
    async fn fact(&self) -> Option<&str> {
        self.0.fact.as_deref()
    }

    /// By which register act (登记行为).
    async fn act_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Act, self.0.precinct, self.0.act?))
    }

    /// When (时间).
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}

/// A page of a precinct's events, the oldest first.
pub(crate) async fn events(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    kinds: Option<Vec<Word<EventKind>>>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Event>> {
    let list = List { name: live::EVENTS, owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let kinds: Option<Vec<EventKind>> = kinds.map(|kinds| kinds.into_iter().map(|word| word.0).collect());
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.event_page(kinds.as_deref(), &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, kinds) = (scope.clone(), kinds.clone());
        Box::pin(async move { scope.count_events(kinds.as_deref()).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// What happens.
#[derive(Default)]
pub struct EventSubscriptions;

#[Subscription]
impl EventSubscriptions {
    /// What happens in a precinct, by default the asker's own: of these kinds, or of every kind the asker may list; after a cursor,
    /// or from now on (事件订阅). Permission: that of each kind. Cost: 10, and 1 an event.
    async fn precinct_events(
        &self,
        ctx: &Context<'_>,
        precinct_id: Option<ID>,
        after: Option<String>,
        kinds: Option<Vec<Word<EventKind>>>,
    ) -> Result<impl Stream<Item = Result<Event>>> {
        let kinds = kinds.map(|kinds| kinds.into_iter().map(|word| word.0).collect());
        let events = live::events(ctx, precinct_id.as_ref(), after.as_deref(), Hearing::Kinds(kinds)).await?;
        Ok(events.map(|event| event.map(Event)))
    }
}
