//! What an act concerned and relied on.

use async_graphql::{Context, Object, Result};
use tenants::acts::{self as rows, ActRole, PaperKind, Term};
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Found};
use crate::dates::Date;
use crate::households::Household;
use crate::persons::Person;
use crate::words::Word;

/// One record that an act concerned.
pub struct ActSubject {
    pub(crate) precinct: PrecinctId,
    pub(crate) row: rows::ActSubject,
}

/// One record that an act concerned, and the part it took (登记对象). Permission: ACTS LIST. Cost: 1.
#[Object]
impl ActSubject {
    /// The household, if it is one (户).
    async fn household(&self, ctx: &Context<'_>) -> Option<Result<Household>> {
        let id = self.row.household?;
        let found = async { ctx.at(self.precinct)?.load.households.load(id).await.found(ctx) }.await;
        Some(found.map(Household))
    }

    /// The person, masked, if it is one (人员).
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        let id = self.row.person?;
        let found = async { ctx.at(self.precinct)?.load.persons.load(id).await.found(ctx) }.await;
        Some(found.map(Person))
    }

    /// As what it took part (角色).
    async fn role(&self) -> Word<ActRole> {
        Word(self.row.role)
    }

    /// As what the person counts in the conservation law (变动类别, MOV-09).
    async fn counts_as(&self) -> Option<Word<Term>> {
        self.row.counts_as.map(Word)
    }

    /// The record's version since.
    async fn version(&self) -> Option<i32> {
        self.row.version
    }
}

/// A paper that an act relied on.
pub struct ActPaper(pub rows::ActPaper);

/// A paper or statement that an act relied on, without its number (凭证). Permission: ACTS LIST. Cost: 1.
#[Object]
impl ActPaper {
    /// What kind of paper (种类).
    async fn kind(&self) -> Word<PaperKind> {
        Word(self.0.kind)
    }

    /// The day it was issued (签发日期).
    async fn issued_on(&self) -> Option<Date> {
        self.0.issued_on.map(Date)
    }
}
