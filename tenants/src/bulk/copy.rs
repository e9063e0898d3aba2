//! PostgreSQL's `COPY … FROM STDIN` in its text format.

use std::fmt::Write as _;

use sqlx::PgConnection;

use super::{Cell, Row, quoted};
use crate::error::{Error, Result};

pub(super) async fn load<R: Row>(connection: &mut PgConnection, rows: &[R]) -> Result<()> {
    let text = text(rows)?;
    let statement = format!("COPY \"{}\" ({}) FROM STDIN", R::TABLE, quoted(R::COLUMNS));
    let mut copy = connection.copy_in_raw(&statement).await?;
    copy.send(text.as_bytes()).await?;
    copy.finish().await?;
    Ok(())
}

/// One line a row, columns parted by tabs.
fn text<R: Row>(rows: &[R]) -> Result<String> {
    let mut out = String::with_capacity(rows.len() * R::COLUMNS.len() * 16);
    let mut cells = Vec::with_capacity(R::COLUMNS.len());
    for row in rows {
        row.cells(&mut cells);
        for (i, cell) in cells.drain(..).enumerate() {
            out.push_str(if i == 0 { "" } else { "\t" });
            write(&mut out, cell).map_err(Error::internal)?;
        }
        out.push('\n');
    }
    Ok(out)
}

fn write(out: &mut String, cell: Cell<'_>) -> std::fmt::Result {
    match cell {
        Cell::Null => out.push_str("\\N"),
        Cell::Uuid(id) => write!(out, "{id}")?,
        Cell::Int(number) => write!(out, "{number}")?,
        Cell::Bool(truth) => out.push(if truth { 't' } else { 'f' }),
        Cell::Date(date) => write!(out, "{date}")?,
        Cell::Time(time) => write!(out, "{}", time.format("%Y-%m-%d %H:%M:%S%.6f+00"))?,
        Cell::Bytes(bytes) => {
            out.push_str("\\\\x");
            out.push_str(&hex::encode(bytes));
        }
        Cell::Text(text) => text.chars().for_each(|c| escape(out, c)),
    }
    Ok(())
}

fn escape(out: &mut String, c: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        other => out.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::row;

    row! {
        /// A row of every kind.
        "sample" Sample {
            id: uuid::Uuid,
            words: String,
            bytes: Option<Vec<u8>>,
            truth: bool,
            day: chrono::NaiveDate,
        }
    }

    #[test]
    fn a_line_is_what_copy_reads_back() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
        let one =
            Sample { id: uuid::Uuid::nil(), words: "a\tb\\c\nd\r".into(), bytes: Some(vec![0, 255]), truth: true, day };
        let two = Sample { bytes: None, truth: false, words: "当代".into(), ..one.clone() };
        let nil = "00000000-0000-0000-0000-000000000000";
        let expected = format!("{nil}\ta\\tb\\\\c\\nd\\r\t\\\\x00ff\tt\t2026-02-28\n{nil}\t当代\t\\N\tf\t2026-02-28\n");
        assert_eq!(text(&[one, two]).unwrap(), expected);
    }
}
