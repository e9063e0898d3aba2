//! Connections: lists a page at a time, `first` 1 to 100, cursors opaque and bound to their list and owner (L9).

use std::marker::PhantomData;

use async_graphql::{Context, Error, ErrorExtensions, Object, OutputType, Result, SimpleObject};
use tenants::page::{Key, Page, Paging};
use uuid::Uuid;

use crate::context::Doorway;
use crate::messages::message;

/// How many rows a page has when nobody says.
const DEFAULT: i32 = 20;

/// Where a page stands in its list.
#[derive(Clone, Debug, SimpleObject)]
pub struct PageInfo {
    /// Whether rows follow.
    pub has_next_page: bool,
    /// Whether this page follows another.
    pub has_previous_page: bool,
    /// The first row's cursor.
    pub start_cursor: Option<String>,
    /// The last row's cursor; the next page's `after`.
    pub end_cursor: Option<String>,
}

/// Which list, and whose: what cursors are bound to.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The list's name.
    pub name: &'static str,
    /// The precinct or district it belongs to.
    pub owner: Uuid,
}

/// Reads `first` and `after`.
pub fn paging(ctx: &Context<'_>, list: List, first: Option<i32>, after: Option<&str>) -> Result<Paging> {
    let first = first.unwrap_or(DEFAULT);
    if !(1..=100).contains(&first) {
        return Err(bad(ctx, "FIRST", "first"));
    }
    let open = |cursor: &str| {
        ctx.asking().seal().open_cursor(list.name, list.owner, cursor).ok_or_else(|| bad(ctx, "CURSOR", "after"))
    };
    Ok(Paging::new(first.unsigned_abs(), after.map(open).transpose()?))
}

/// An input refused before anything was asked of a tenant.
pub fn bad(ctx: &Context<'_>, rule: &'static str, field: &'static str) -> Error {
    let sentence = message(rule, ctx.asking().language()).unwrap_or(rule);
    Error::new(sentence).extend_with(|_, extensions| {
        extensions.set("code", "BAD_INPUT");
        extensions.set("rule", rule);
        extensions.set("field", field);
    })
}

/// Something that stands in a list, as a GraphQL node.
pub trait Listed: OutputType + Send + Sync {
    /// What `tenants` calls it.
    type Row: Clone + Send + Sync;
    /// The connection's name.
    const CONNECTION: &'static str;
    /// The edge's name.
    const EDGE: &'static str;
    /// The node of a row.
    fn node(row: Self::Row) -> Self;
    /// Where a row stands.
    fn key(row: &Self::Row) -> Key;
}

/// A page of a list, and how to count the list when somebody asks.
pub struct Connection<T: Listed> {
    page: Page<T::Row>,
    list: List,
    follows: bool,
    count: Count,
    node: PhantomData<fn() -> T>,
}

/// How a list is counted: only when selected.
pub type Count = Box<dyn Fn() -> futures_util::future::BoxFuture<'static, tenants::Result<u64>> + Send + Sync>;

impl<T: Listed> Connection<T> {
    /// A connection over a page read with `paging`.
    pub fn new(list: List, paging: &Paging, page: Page<T::Row>, count: Count) -> Self {
        Self { page, list, follows: paging.after.is_some(), count, node: PhantomData }
    }

    fn cursor(&self, ctx: &Context<'_>, row: &T::Row) -> String {
        ctx.asking().seal().cursor(self.list.name, self.list.owner, &T::key(row))
    }
}

/// A page of a list.
#[Object(name_type)]
impl<T: Listed> Connection<T> {
    /// The rows with their cursors.
    async fn edges(&self, ctx: &Context<'_>) -> Vec<Edge<T>> {
        self.page.items.iter().map(|row| Edge { cursor: self.cursor(ctx, row), node: T::node(row.clone()) }).collect()
    }

    /// The rows alone.
    async fn nodes(&self) -> Vec<T> {
        self.page.items.iter().cloned().map(T::node).collect()
    }

    /// Where the page stands.
    async fn page_info(&self, ctx: &Context<'_>) -> PageInfo {
        PageInfo {
            has_next_page: self.page.more,
            has_previous_page: self.follows,
            start_cursor: self.page.items.first().map(|row| self.cursor(ctx, row)),
            end_cursor: self.page.items.last().map(|row| self.cursor(ctx, row)),
        }
    }

    /// How many rows the whole list has; counted only when selected.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = (self.count)().await.map_err(|fault| ctx.fail(&fault))?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

impl<T: Listed> async_graphql::TypeName for Connection<T> {
    fn type_name() -> std::borrow::Cow<'static, str> {
        T::CONNECTION.into()
    }
}

/// A row in a list.
pub struct Edge<T: Listed> {
    cursor: String,
    node: T,
}

/// A row in a list.
#[Object(name_type)]
impl<T: Listed> Edge<T> {
    /// Where the row stands.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The row.
    async fn node(&self) -> &T {
        &self.node
    }
}

impl<T: Listed> async_graphql::TypeName for Edge<T> {
    fn type_name() -> std::borrow::Cow<'static, str> {
        T::EDGE.into()
    }
}

/// Names a listed type's connection and edge.
macro_rules! listed {
    ($node:ident, $row:ty, $connection:literal, $edge:literal, |$of:ident| ($sort:expr, $id:expr)) => {
        impl crate::page::Listed for $node {
            type Row = $row;
            const CONNECTION: &'static str = $connection;
            const EDGE: &'static str = $edge;

            fn node(row: Self::Row) -> Self {
                $node(row)
            }

            fn key($of: &Self::Row) -> tenants::page::Key {
                tenants::page::Key { sort: $sort.to_string(), id: $id.into() }
            }
        }
    };
}
pub(crate) use listed;
