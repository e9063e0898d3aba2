//! The parts that forms are made of, as they are sent.

use async_graphql::{Context, ID, InputObject, Result};
use tenants::acts::{self as rows, ComparisonMethod, PaperKind};
use tenants::codes::Sex;
use tenants::ids::{HouseholdId, PersonId, PrecinctId};

use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// A household, in the version that was seen (REG-19).
#[derive(InputObject)]
pub struct HouseholdSeenInput {
    /// Which household (户).
    pub id: ID,
    /// The version seen; a stale one is refused with what happened since (REG-19).
    pub expected_version: i32,
}

impl HouseholdSeenInput {
    /// The record, and the precinct it is of.
    pub(crate) fn read(&self, ctx: &Context<'_>) -> Result<(PrecinctId, rows::Seen<HouseholdId>)> {
        let (precinct, id) = ctx.row(Kind::Household, &self.id)?;
        Ok((precinct, rows::Seen { id, version: Some(self.expected_version) }))
    }

    /// The record, of a precinct that is known.
    pub(crate) fn read_in(&self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Seen<HouseholdId>> {
        Ok(rows::Seen { id: ctx.row_in(Kind::Household, precinct, &self.id)?, version: Some(self.expected_version) })
    }
}

/// A person's entry, in the version that was seen (REG-19).
#[derive(InputObject)]
pub struct PersonSeenInput {
    /// Whose entry (人员).
    pub id: ID,
    /// The version seen; a stale one is refused with what happened since (REG-19).
    pub expected_version: i32,
}

impl PersonSeenInput {
    pub(crate) fn read(&self, ctx: &Context<'_>) -> Result<(PrecinctId, rows::Seen<PersonId>)> {
        let (precinct, id) = ctx.row(Kind::Person, &self.id)?;
        Ok((precinct, rows::Seen { id, version: Some(self.expected_version) }))
    }

    pub(crate) fn read_in(&self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Seen<PersonId>> {
        Ok(rows::Seen { id: ctx.row_in(Kind::Person, precinct, &self.id)?, version: Some(self.expected_version) })
    }
}

/// A member and what he is to the head.
#[derive(InputObject)]
pub struct StandingInput {
    /// Who (人员).
    pub person_id: ID,
    /// The relation to the head: a code of the code set `relation`; the head has 02 (与户主关系).
    pub relation: String,
    /// The relation that is printed, where it differs from the true one; for adopted children (打印关系, §2.4).
    pub printed_relation: Option<String>,
}

pub(super) fn standings(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    list: Vec<StandingInput>,
) -> Result<Vec<rows::Standing>> {
    let one = |one: StandingInput| {
        let person = ctx.row_in(Kind::Person, precinct, &one.person_id)?;
        Ok(rows::Standing { person, relation: one.relation, printed: one.printed_relation })
    };
    list.into_iter().map(one).collect()
}

/// Who heads a household whose head leaves, and what everybody else who stays is to him (REG-06).
#[derive(InputObject)]
pub struct SuccessionInput {
    /// The new head (新户主).
    pub head_id: ID,
    /// Everybody else who stays, each exactly once (REG-05).
    pub relations: Vec<StandingInput>,
    /// Why a minor, or somebody without capacity, is the head: for the chief alone (户主例外事由, REG-04).
    pub exception: Option<String>,
}

impl SuccessionInput {
    pub(crate) fn read(self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Succession> {
        Ok(rows::Succession {
            head: ctx.row_in(Kind::Person, precinct, &self.head_id)?,
            relations: standings(ctx, precinct, self.relations)?,
            exception: self.exception,
        })
    }
}

pub(super) fn succession(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    input: Option<SuccessionInput>,
) -> Result<Option<rows::Succession>> {
    input.map(|input| input.read(ctx, precinct)).transpose()
}

/// A paper shown or a statement given; its number is kept sealed.
#[derive(InputObject)]
pub struct PaperInput {
    /// What kind of paper (种类).
    pub kind: Word<PaperKind>,
    /// Its number (编号).
    pub number: Option<String>,
    /// The day it was issued (签发日期).
    pub issued_on: Option<Date>,
}

impl From<PaperInput> for rows::Paper {
    fn from(paper: PaperInput) -> Self {
        Self { kind: paper.kind.0, number: paper.number, issued_on: paper.issued_on.map(Date::day) }
    }
}

pub(super) fn papers(list: Vec<PaperInput>) -> Vec<rows::Paper> {
    list.into_iter().map(rows::Paper::from).collect()
}

/// A recorded comparison of identity; no biometric value is ever sent or stored.
#[derive(InputObject)]
pub struct ComparisonInput {
    /// How identity was compared (核验方式).
    pub method: Word<ComparisonMethod>,
    /// Whether it is the same person (核验结果).
    pub matched: bool,
    /// By whom, as he signs: 1 to 50 characters (核验人).
    pub by: String,
}

impl From<ComparisonInput> for rows::Comparison {
    fn from(input: ComparisonInput) -> Self {
        Self { method: input.method.0, matched: input.matched, by: input.by }
    }
}

/// Somebody the register does not know yet.
#[derive(InputObject)]
pub struct NewcomerInput {
    /// The name (姓名).
    pub name: String,
    /// The sex (性别).
    pub sex: Word<Sex>,
    /// The birth date (出生日期).
    pub birth_date: Date,
    /// The citizen id number, where it is issued (公民身份号码, IDN-07).
    pub id_number: Option<String>,
    /// The telephone number (电话).
    pub phone: Option<String>,
}

impl From<NewcomerInput> for rows::Newcomer {
    fn from(input: NewcomerInput) -> Self {
        Self {
            name: input.name,
            sex: input.sex.0,
            birth_date: input.birth_date.day(),
            number: input.id_number,
            phone: input.phone,
        }
    }
}
