//! Papers and statements an act relies on (凭证): their kind and day in clear, their number sealed.

use chrono::NaiveDate;

use super::register::Register;
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::{ActId, ActPaperId};
use crate::scope::owned;
use crate::words::words;

/// A paper shown or a statement given.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// What kind of paper.
    pub kind: PaperKind,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// The day it was issued.
    pub issued_on: Option<NaiveDate>,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Paper({})", self.kind)
    }
}

/// A paper as an act's record shows it: without its number.
#[derive(Clone, Debug)]
pub struct ActPaper {
    /// The act.
    pub act: ActId,
    /// What kind of paper.
    pub kind: PaperKind,
    /// The day it was issued.
    pub issued_on: Option<NaiveDate>,
}

impl TryFrom<row::Model> for ActPaper {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self { act: ActId(row.act_id), kind: row.kind.parse().map_err(Error::internal)?, issued_on: row.issued_on })
    }
}

words! {
    /// How identity was compared (身份核验方式).
    pub enum ComparisonMethod {
        /// Card and face by the officer (人证核验).
        InPerson = "IN_PERSON",
        /// By the national system (系统人像比对).
        System = "SYSTEM",
        /// By relatives, neighbours and a visit (走访核查).
        Visit = "VISIT",
        /// By a laboratory (鉴定).
        Laboratory = "LABORATORY",
    }
}

/// A recorded comparison of identity: method, result, by whom; no biometric value is ever stored (`[N21 §9]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How.
    pub method: ComparisonMethod,
    /// Whether it is the same person; a doubt means a visit and no act.
    pub matched: bool,
    /// By whom, as he signs.
    pub by: String,
}

impl Register<'_> {
    /// Notes a paper with the act; one of a later day than today is refused.
    pub(crate) fn paper(&mut self, paper: &Paper) -> Result<()> {
        if paper.issued_on.is_some_and(|day| day > self.today) {
            return Err(Error::invalid("PAPER", "issuedOn", "a paper cannot be of a later day"));
        }
        self.writes.papers.push(paper.clone());
        Ok(())
    }

    /// Notes papers of which one at least must be of these kinds.
    pub(crate) fn need_paper(&mut self, papers: &[Paper], kinds: &[PaperKind], message: &'static str) -> Result<()> {
        if !papers.iter().any(|paper| kinds.contains(&paper.kind)) {
            return Err(Error::invalid("PAPER", "papers", message));
        }
        papers.iter().try_for_each(|paper| self.paper(paper))
    }

    /// Notes a comparison of identity; one that did not match refuses the act.
    pub(crate) fn compare(&mut self, comparison: &Comparison) -> Result<()> {
        if !comparison.matched {
            return Err(Error::invalid(
                "COMPARISON",
                "comparison",
                "the comparison of identity leaves a doubt: visit first",
            ));
        }
        let by = comparison.by.trim();
        if by.is_empty() || by.chars().count() > 50 {
            return Err(Error::invalid("COMPARISON", "comparison", "who compared signs with 1 to 50 characters"));
        }
        let number = Some(format!("{} {by}", comparison.method));
        self.paper(&Paper { kind: PaperKind::IdentityComparison, number, issued_on: None })
    }
}

owned!(row, ActPaperId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "act_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub act_id: Uuid,
        pub kind: String,
        pub number_sealed: Option<Vec<u8>>,
        pub issued_on: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
