//! Registers as files: import of households, persons and their memberships, and masked export (`huji import`, `huji export`).
//!
//! An import is one act of kind `IMPORT` (REG-08). Every refused row is reported with its number, its column, the rule it
//! breaks and why; the good rows are kept, or the whole file is refused, as asked. Who is likely in the register already is held
//! until somebody decides (REG-15). `docs/exchange.md` describes the columns.

mod batches;
mod cells;
mod columns;
mod decisions;
mod doubles;
mod entries;
mod export;
mod facts;
mod import;
mod index;
mod openings;
mod past;
mod people;
mod persons;
mod plan;
mod present;
mod report;
mod rows;
mod sheet;
mod tables;
#[cfg(test)]
mod tests;
mod writer;

use crate::error::{Error, Result};
use crate::members::Kind;
use crate::roles::Role;
use crate::scope::{Reach, Scope};

pub use columns::{DUPLICATES, HOUSEHOLDS, MEMBERSHIPS, PERSONS};
pub use decisions::{Decision, Judgement, decisions};
pub use export::{Exported, Format};
pub use import::Terms;
pub use report::{Duplicate, Refused, Report, Side, duplicates_csv, report_csv};
pub use sheet::{Column, MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table, read};

/// The column that says in every exported row who took it out and when (SEC-12).
pub const WATERMARK: &str = "watermark";

/// What becomes of a file with refused rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The good rows are written, a thousand households a transaction.
    KeepGood,
    /// Nothing is written unless every row is good; all of it in one transaction.
    AllOrNothing,
}

/// The operator on the machine itself, or a station's chief (SEC-12).
fn allowed<R: Reach>(scope: &Scope<R>) -> Result<()> {
    let member = scope.member();
    let may = member.kind == Kind::Operator || member.role == Role::StationChief;
    if may { Ok(()) } else { Err(Error::Denied) }
}
