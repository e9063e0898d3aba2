//! The calendar by which working days are counted: only the days that are not what their weekday says need a row.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::shared_ledger;

/// First day, last day, kind, source. The holidays of 2026 as the State Council's office arranged them; of 2027 only what the
/// regulation itself fixes, because the arrangement is made anew each year.
const DAYS: &[(&str, &[&str])] = &[
    (
        "HOLIDAY",
        &[
            "2026-01-01", "2026-01-02", "2026-01-03", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
            "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23", "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01",
            "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25",
            "2026-09-26", "2026-09-27", "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06",
            "2026-10-07", "2027-01-01",
        ],
    ),
    ("SHIFTED", &["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]),
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_ledger("calendar_day", &["day"])
        .date("day")
        .word("kind", &["WORKDAY", "RESTDAY", "HOLIDAY", "SHIFTED"])
        .text("source")
        .create(manager)
        .await?;
    for (kind, days) in DAYS {
        for day in *days {
            let source = if day.starts_with("2026") { "国务院办公厅2026年放假安排" } else { "全国年节及纪念日放假办法" };
            let sql = format!("INSERT INTO calendar_day (day, kind, source) VALUES ('{day}', '{kind}', '{source}')");
            manager.get_connection().execute_unprepared(&sql).await?;
        }
    }
    Ok(())
}
