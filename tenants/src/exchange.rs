//! Registers as files: import of households and their members, and masked export (`huji import`, `huji export`).
//!
//! An import is one act of kind `IMPORT` (REG-08). Every refused row is reported with its number, its column, the rule it
//! breaks and why; the good rows are kept, or the whole file is refused, as asked. `docs/exchange.md` describes the columns.

mod columns;
mod export;
mod facts;
mod import;
mod plan;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

use crate::error::{Error, Result};
use crate::members::Kind;
use crate::roles::Role;
use crate::scope::{Reach, Scope};

pub use columns::{HOUSEHOLDS, PERSONS};
pub use export::{Exported, Format};
pub use sheet::{Column, MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table, read};

/// The column that says in every exported row who took it out and when (SEC-12).
pub const WATERMARK: &str = "watermark";

/// A row that was not taken over, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Refused {
    /// The file or sheet.
    pub table: String,
    /// The row in it; the heading is row 1.
    pub row: u32,
    /// The column at fault.
    pub column: &'static str,
    /// The rule, such as `IDN-02`; `REQUIRED` and `FORMAT` for what is no rule of the field.
    pub rule: &'static str,
    /// Why, without repeating the value.
    pub reason: String,
}

/// What becomes of a file with refused rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The good rows are written, a thousand households a transaction.
    KeepGood,
    /// Nothing is written unless every row is good; all of it in one transaction.
    AllOrNothing,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// Households written.
    pub households: usize,
    /// Persons written.
    pub persons: usize,
    /// The numbers of the acts.
    pub acts: Vec<String>,
    /// The rows that were not taken over, in the order of the file.
    pub refused: Vec<Refused>,
}

/// The refused rows as a CSV file, for whoever mends the original.
pub fn report_csv(refused: &[Refused]) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    for fault in refused {
        file.serialize(fault).map_err(Error::internal)?;
    }
    file.into_inner().map_err(|error| Error::internal(error.error()))
}

/// The operator on the machine itself, or a station's chief (SEC-12).
fn allowed<R: Reach>(scope: &Scope<R>) -> Result<()> {
    let member = scope.member();
    let may = member.kind == Kind::Operator || member.role == Role::StationChief;
    if may { Ok(()) } else { Err(Error::Denied) }
}
