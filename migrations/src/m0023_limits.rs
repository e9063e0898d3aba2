//! Statutory limits: every number of days, months or years that a law or a city sets, from when to when, and by which text.
//!
//! A number changes by a new row, never by a new binary. The rows that come with the tables are the nationwide ones and, marked as
//! such, defaults that a city replaces by its own before real use (`huji rules`).

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::shared_ledger;

/// The norm of 2021 on registration (公通字〔2021〕12号) and what stands since then.
const NORM: &str = "2021-10-01";
/// The regulations on residence permits.
const PERMITS: &str = "2016-01-01";
/// The registration regulations of 1958.
const REGULATIONS: &str = "1958-01-09";
/// A default of ours.
const DEFAULT: &str = "D: default, to be replaced by the local table";
/// A common local practice.
const LOCAL: &str = "P: common local practice, to be replaced by the local table";

/// Key, value, unit, first day, source.
const LIMITS: &[(&str, i32, &str, &str, &str)] = &[
    // What a citizen has to keep.
    ("birth.duty", 1, "MONTHS", REGULATIONS, "R58 §7"),
    ("death.duty", 1, "MONTHS", NORM, "N21 §31"),
    ("move.arrival_city", 3, "DAYS", REGULATIONS, "R58 §13"),
    ("move.arrival_country", 10, "DAYS", REGULATIONS, "R58 §13"),
    ("rental.tenant_report", 3, "DAYS", PERMITS, LOCAL),
    // What the office has to keep, from the acceptance on.
    ("handle.spot", 1, "WORKING_DAYS", NORM, DEFAULT),
    ("handle.checked", 5, "WORKING_DAYS", NORM, LOCAL),
    ("handle.name_change", 10, "WORKING_DAYS", NORM, LOCAL),
    ("handle.district", 15, "WORKING_DAYS", NORM, DEFAULT),
    ("handle.city", 30, "WORKING_DAYS", NORM, DEFAULT),
    ("handle.notice", 30, "DAYS", NORM, DEFAULT),
    ("permit.issue", 15, "DAYS", PERMITS, "RP §9, N21 §68"),
    ("permit.issue_extended", 30, "DAYS", PERMITS, "RP §9, N21 §68"),
    // What applications keep among themselves.
    ("application.returned", 30, "DAYS", NORM, DEFAULT),
    ("application.draft", 30, "DAYS", NORM, DEFAULT),
    ("application.at_risk", 2, "WORKING_DAYS", NORM, DEFAULT),
    ("application.assist", 5, "WORKING_DAYS", NORM, DEFAULT),
    // How long papers and rights stand.
    ("move.permit", 40, "DAYS", NORM, LOCAL),
    ("move.certificate", 30, "DAYS", NORM, "N21 §47"),
    ("move.sweep", 30, "DAYS", NORM, DEFAULT),
    ("permit.residence", 6, "MONTHS", PERMITS, "RP §2"),
    ("permit.endorsement", 1, "YEARS", PERMITS, "RP §10"),
    ("permit.reminder", 30, "DAYS", PERMITS, DEFAULT),
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_ledger("statutory_limit", &["key", "valid_from"])
        .text("key")
        .int("value")
        .word("unit", &["HOURS", "DAYS", "WORKING_DAYS", "MONTHS", "YEARS"])
        .dates("valid_from", "valid_to")
        .text("source")
        .check("value", "\"value\" > 0")
        .create(manager)
        .await?;
    for (key, value, unit, from, source) in LIMITS {
        let sql = format!(
            "INSERT INTO statutory_limit (key, value, unit, valid_from, source) VALUES ('{key}', {value}, '{unit}', '{from}', '{source}')"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}
