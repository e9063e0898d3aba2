//! Lists a page at a time, by keyset: where the last page ended, never how many rows to skip.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, FromQueryResult, Value};
use uuid::Uuid;

use crate::error::Result;
use crate::scope::{Owned, Reach, Rows};

/// The most rows a page has.
pub const MOST: u32 = 100;

/// Where a page ended: the sort column's value and the id that makes it unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The sort column's value.
    pub sort: String,
    /// The row's id.
    pub id: Uuid,
}

/// Which page is asked for.
#[derive(Clone, Debug)]
pub struct Paging {
    /// How many rows, 1 to [`MOST`].
    pub first: u32,
    /// After which row.
    pub after: Option<Key>,
}

impl Paging {
    /// A page of `first` rows, bounded to [`MOST`], from the beginning or after a key.
    pub fn new(first: u32, after: Option<Key>) -> Self {
        Self { first: first.clamp(1, MOST), after }
    }
}

/// A page of rows.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Whether more follow.
    pub more: bool,
}

impl<T> Page<T> {
    /// Cuts a list that was read with one row too many.
    pub fn cut(mut items: Vec<T>, first: u32) -> Self {
        let more = items.len() > first as usize;
        items.truncate(first as usize);
        Self { items, more }
    }

    /// The same page of other things.
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(each).collect(), more: self.more }
    }
}

impl<E: Owned, R: Reach> Rows<'_, E, R>
where
    E::Model: FromQueryResult + Send + Sync,
{
    /// A page in ascending order of a text column, then id.
    pub(crate) async fn page(self, column: E::Column, paging: &Paging) -> Result<Page<E::Model>> {
        let rows = match &paging.after {
            Some(key) => self.filter(after::<E>(column, key)),
            None => self,
        };
        let items = rows.ascending(column).ascending(E::ID).list(u64::from(paging.first) + 1).await?;
        Ok(Page::cut(items, paging.first))
    }
}

/// `(column, id) > (sort, id)`: one comparison that an index answers.
fn after<E: Owned>(column: E::Column, key: &Key) -> Expr {
    let here = Expr::tuple([Expr::col(column), Expr::col(E::ID)]);
    here.gt(Expr::tuple([Expr::val(key.sort.as_str()), Expr::val(key.id)]))
}

/// `column IN (…)`, the list padded to a power of two so that few statements stay prepared.
pub(crate) fn among<C: ColumnTrait, T: Into<Uuid> + Copy>(column: C, ids: &[T]) -> Expr {
    let mut list: Vec<Value> = ids.iter().map(|id| Value::from((*id).into())).collect();
    if let Some(last) = list.last().cloned() {
        list.resize(list.len().next_power_of_two(), last);
    }
    column.is_in(list)
}
