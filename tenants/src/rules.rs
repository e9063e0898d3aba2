//! Changing the rules that are data (规则维护): statutory limits and days of the calendar, from a CSV file, by the operator on the machine.
//!
//! A limit in force is never rewritten: a new row closes the one before it. A file is taken whole or not at all, and every line that is
//! wrong is named at once. What was done is in the trail of the district's office.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::audit::Entry;
use crate::calendar::DayKind;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::PrecinctId;
use crate::limits::{self, Unit};
use crate::precincts::{PrecinctKind, operator, row as precinct_row};
use crate::store::Store;
use crate::transaction::Mode;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesReport {
    /// Lines that were new.
    pub added: usize,
    /// Lines that stood there already.
    pub unchanged: usize,
    /// Lines that are wrong, each with its number; with one of them nothing is taken.
    pub faults: Vec<(u64, String)>,
}

/// The rules, for the operator on the machine; on PostgreSQL the store must be open as the owner.
#[derive(Clone, Debug)]
pub struct Rules(Store);

impl Store {
    /// The rules that are data.
    pub fn rules(&self) -> Rules {
        Rules(self.clone())
    }
}

/// A limit as a line has it.
struct NewLimit {
    line: u64,
    key: String,
    value: i32,
    unit: Unit,
    valid_from: NaiveDate,
    source: String,
}

/// A day as a line has it.
struct NewDay {
    day: NaiveDate,
    kind: DayKind,
    source: String,
}

impl Rules {
    /// Takes limits over: `key,value,unit,valid_from,source`.
    pub async fn import_limits(&self, csv: &str) -> Result<RulesReport> {
        let (lines, mut report) = read(csv, ["key", "value", "unit", "valid_from", "source"], limit_of);
        let known = limits::all(&self.0).await?;
        let mut new = Vec::new();
        for line in lines {
            let stands = known.iter().find(|known| known.key == line.key && known.valid_from == line.valid_from);
            match stands {
                None => new.push(line),
                Some(stands) if (i64::from(stands.value), stands.unit) == (i64::from(line.value), line.unit) => {
                    report.unchanged += 1;
                }
                Some(_) => report.faults.push((line.line, "another limit begins on this day already".to_owned())),
            }
        }
        if !report.faults.is_empty() {
            return Ok(report);
        }
        report.added = new.len();
        let (commons, office) = self.open().await?;
        for limit in new {
            add_limit(&commons, limit).await?;
        }
        close(commons, office, ("importLimits", report.added)).await?;
        Ok(report)
    }

    /// Takes days of the calendar over: `day,kind,source`. A day that has a row already gets the new one.
    pub async fn import_days(&self, csv: &str) -> Result<RulesReport> {
        let (days, mut report) = read(csv, ["day", "kind", "source"], day_of);
        if !report.faults.is_empty() {
            return Ok(report);
        }
        report.added = days.len();
        let (commons, office) = self.open().await?;
        for NewDay { day, kind, source } in days {
            let sql = "INSERT INTO calendar_day (day, kind, source) VALUES ($1, $2, $3) \
                       ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, source = excluded.source";
            commons.execute(sql, vec![day.into(), kind.as_str().into(), source.into()]).await?;
        }
        close(commons, office, ("importCalendar", report.added)).await?;
        Ok(report)
    }

    /// A transaction, and the office whose trail tells of it.
    async fn open(&self) -> Result<(Commons, PrecinctId)> {
        let commons = self.0.commons(Mode::Write).await?;
        let select = precinct_row::Entity::find()
            .filter(precinct_row::Column::Kind.eq(PrecinctKind::Office.as_str()))
            .order_by_asc(precinct_row::Column::Code);
        let office = commons.one(select).await?;
        let office = office.ok_or_else(|| {
            Error::invalid("DISTRICT", "district", "make a district first: its office keeps the trail")
        })?;
        Ok((commons, PrecinctId(office.id)))
    }
}

async fn close(commons: Commons, office: PrecinctId, (function, rows): (&'static str, usize)) -> Result<()> {
    commons.commit(office, operator(), Entry::new(function, "PRECINCTS").rows(rows)).await
}

/// Adds a limit, and closes the one of its key that was in force until then.
async fn add_limit(commons: &Commons, limit: NewLimit) -> Result<()> {
    let from = limit.valid_from;
    let closing = "UPDATE statutory_limit SET valid_to = $2 WHERE key = $1 AND valid_from < $2 AND (valid_to IS NULL OR valid_to > $2)";
    commons.execute(closing, vec![limit.key.clone().into(), from.into()]).await?;
    // One that is known to begin later ends this one.
    let next = commons
        .one(
            limits::row::Entity::find()
                .filter(limits::row::Column::Key.eq(&limit.key))
                .filter(limits::row::Column::ValidFrom.gt(from))
                .order_by_asc(limits::row::Column::ValidFrom),
        )
        .await?;
    let sql =
        "INSERT INTO statutory_limit (key, value, unit, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = vec![
        limit.key.into(),
        limit.value.into(),
        limit.unit.as_str().into(),
        from.into(),
        next.map(|next| next.valid_from).into(),
        limit.source.into(),
    ];
    commons.execute(sql, values).await.map(drop)
}

/// Reads a file with these columns in this order; a wrong line is a fault.
fn read<T, const N: usize>(
    csv: &str,
    columns: [&str; N],
    parse: impl Fn(u64, [&str; N]) -> Result<T, &'static str>,
) -> (Vec<T>, RulesReport) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(csv.as_bytes());
    let (mut lines, mut report) = (Vec::new(), RulesReport::default());
    let head =
        reader.headers().is_ok_and(|head| head.iter().map(|name| name.trim_start_matches('\u{feff}')).eq(columns));
    if !head {
        report.faults.push((1, format!("the first line is {}", columns.join(","))));
        return (lines, report);
    }
    for record in reader.records() {
        let Ok(record) = record else {
            report.faults.push((0, "the file is no CSV in UTF-8".to_owned()));
            break;
        };
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<&str> = record.iter().collect();
        let parsed = <[&str; N]>::try_from(cells).map_err(|_| "a line has as many values as the first");
        match parsed.and_then(|cells| parse(line, cells)) {
            Ok(parsed) => lines.push(parsed),
            Err(fault) => report.faults.push((line, fault.to_owned())),
        }
    }
    (lines, report)
}

fn limit_of(line: u64, [key, value, unit, from, source]: [&str; 5]) -> Result<NewLimit, &'static str> {
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '.' | '_'));
    if !is_key {
        return Err("a key is of small letters, dots and underscores");
    }
    Ok(NewLimit {
        line,
        key: key.to_owned(),
        value: value.parse().ok().filter(|value| *value > 0).ok_or("a value is a whole number above zero")?,
        unit: unit.parse().map_err(|_| "a unit is HOURS, DAYS, WORKING_DAYS, MONTHS or YEARS")?,
        valid_from: from.parse().map_err(|_| "a day is written 2026-11-26")?,
        source: sourced(source)?,
    })
}

fn day_of(_: u64, [day, kind, source]: [&str; 3]) -> Result<NewDay, &'static str> {
    Ok(NewDay {
        day: day.parse().map_err(|_| "a day is written 2026-11-26")?,
        kind: kind.parse().map_err(|_| "a day is WORKDAY, RESTDAY, HOLIDAY or SHIFTED")?,
        source: sourced(source)?,
    })
}

fn sourced(source: &str) -> Result<String, &'static str> {
    if source.is_empty() { Err("every rule has a source") } else { Ok(source.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_line_is_named_at_once() {
        let csv = "key,value,unit,valid_from,source\npermit.issue,15,DAYS,2027-01-01,city\nX,1,DAYS,2027-01-01,city\n\
                   a.b,0,DAYS,2027-01-01,city\na.b,1,WEEKS,2027-01-01,city\na.b,1,DAYS,2027-13-01,city\na.b,1,DAYS,2027-01-01,\na.b,1\n";
        let (lines, report) = read(csv, ["key", "value", "unit", "valid_from", "source"], limit_of);
        assert_eq!(lines.len(), 1);
        let wrong: Vec<u64> = report.faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(wrong, [3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn a_file_of_other_columns_is_refused() {
        let (lines, report) = read("day,what\n2027-01-01,HOLIDAY\n", ["day", "kind", "source"], day_of);
        assert!(lines.is_empty() && report.faults.len() == 1);
    }
}
