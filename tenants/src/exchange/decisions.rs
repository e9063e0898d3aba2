//! What the operator says of likely duplicates: the report of them, handed back with its last two columns filled in (REG-15).

use std::collections::HashSet;

use super::DUPLICATES;
use super::cells::{Cells, parse};
use super::sheet::Table;
use crate::error::{Error, Result};

/// Whether two are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// One and the same (同一人): the row is left out.
    Same,
    /// Two people (不同人): the row is taken over.
    Different,
}

/// What was decided of a row and a person of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The file or sheet it stands in.
    pub table: String,
    /// Where it stands there.
    pub line: u32,
    /// The row in the table of persons.
    pub row: u32,
    /// Names the two, as [`super::Duplicate::pair`] does.
    pub pair: String,
    /// Whether they are one.
    pub judgement: Judgement,
    /// Why.
    pub reason: String,
}

const JUDGEMENTS: [(&str, &str); 2] = [("SAME", "同一人"), ("DIFFERENT", "不同人")];

/// Reads decisions; lines without one are not decided yet. What is wrong with a line refuses the whole, with
/// `EXCHANGE-DECISION`: half of somebody's decisions are none.
pub fn decisions(tables: &[Table]) -> Result<Vec<Decision>> {
    let mut decided = Vec::new();
    for table in tables {
        let parsed = parse(table, &DUPLICATES, |cells| Some(decision(table, cells)))?;
        if let Some(fault) = parsed.refused.first() {
            return Err(refused(&fault.table, fault.row, format!("{} {}", fault.column, fault.reason)));
        }
        decided.extend(parsed.good.into_iter().flatten());
    }
    let mut pairs = HashSet::new();
    match decided.iter().find(|one| !pairs.insert((one.row, one.pair.clone()))) {
        Some(twice) => Err(refused(&twice.table, twice.line, "the pair is decided twice".to_owned())),
        None => Ok(decided),
    }
}

/// The decision of a line, if there is one.
fn decision(table: &Table, cells: &mut Cells<'_>) -> Option<Decision> {
    cells.some("decision").or_else(|| cells.some("reason"))?;
    let judgement = cells.word("decision", &JUDGEMENTS);
    let (row, pair, reason) = (cells.text("row"), cells.text("pair"), cells.text("reason"));
    let row = row.and_then(|text| text.parse().map_err(|_| cells.refuse("row", "FORMAT", "is no row's number")).ok());
    let judgement = if judgement? == "SAME" { Judgement::Same } else { Judgement::Different };
    Some(Decision { table: table.name.clone(), line: cells.row, row: row?, pair: pair?, judgement, reason: reason? })
}

fn refused(table: &str, line: u32, what: String) -> Error {
    Error::invalid("EXCHANGE-DECISION", "decisions", format!("{table}, row {line}: {what}"))
}
