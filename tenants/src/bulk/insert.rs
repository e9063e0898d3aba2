//! SQLite's inserts of many rows, as many as its limit of bound values allows.

use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, SqliteConnection};

use super::{Cell, Row, quoted};
use crate::error::{Error, Result};

/// SQLite's own limit is 32,766 values; beyond some hundred rows a statement gets no faster.
const MOST_VALUES: usize = 4_096;

pub(super) async fn load<R: Row>(connection: &mut SqliteConnection, rows: &[R]) -> Result<()> {
    let at_once = (MOST_VALUES / R::COLUMNS.len()).max(1);
    let full = statement::<R>(at_once);
    for some in rows.chunks(at_once) {
        let sql = if some.len() == at_once { full.clone() } else { statement::<R>(some.len()) };
        // Only the full statement comes again and is worth keeping prepared.
        let query = sqlx::query_with(AssertSqlSafe(sql), arguments(some)?).persistent(some.len() == at_once);
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

fn statement<R: Row>(rows: usize) -> String {
    let row = format!("({})", vec!["?"; R::COLUMNS.len()].join(", "));
    format!("INSERT INTO \"{}\" ({}) VALUES {}", R::TABLE, quoted(R::COLUMNS), vec![row; rows].join(", "))
}

fn arguments<R: Row>(rows: &[R]) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(rows.len() * R::COLUMNS.len(), 0);
    let mut cells = Vec::with_capacity(R::COLUMNS.len());
    for row in rows {
        row.cells(&mut cells);
        for cell in cells.drain(..) {
            add(&mut arguments, cell).map_err(Error::internal)?;
        }
    }
    Ok(arguments)
}

/// Binds a cell as sqlx itself writes the type, so that every reader of the house understands it.
fn add(arguments: &mut SqliteArguments, cell: Cell<'_>) -> Result<(), sqlx::error::BoxDynError> {
    match cell {
        Cell::Null => arguments.add(Option::<i64>::None),
        Cell::Uuid(id) => arguments.add(id),
        Cell::Text(text) => arguments.add(text.to_owned()),
        Cell::Bytes(bytes) => arguments.add(bytes.to_vec()),
        Cell::Int(number) => arguments.add(number),
        Cell::Bool(truth) => arguments.add(truth),
        Cell::Date(date) => arguments.add(date),
        Cell::Time(time) => arguments.add(time),
    }
}
