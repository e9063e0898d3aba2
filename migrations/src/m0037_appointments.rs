//! Appointments (预约): when a station is open to the public, and who has a place.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::owned_table;

/// How far ahead a place can be taken; a default that a station's city replaces by its own.
const LIMIT: &str = "INSERT INTO statutory_limit (key, value, unit, valid_from, source) \
     VALUES ('appointment.horizon', 30, 'DAYS', '2021-10-01', 'D: default, to be replaced by the local table')";

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("opening_pattern")
        .small_int("weekday")
        .text("windows")
        .dates("valid_from", "valid_to")
        .text("set_by_name")
        .instant("set_at")
        .check("weekday", "\"weekday\" BETWEEN 1 AND 7")
        .index(&["weekday", "valid_from"])
        .create(manager)
        .await?;
    owned_table("opening_exception")
        .date("day")
        .text("windows")
        .text("reason")
        .boolean("revoked")
        .text("set_by_name")
        .instant("set_at")
        .int("version")
        .unique(&["day"])
        .create(manager)
        .await?;
    // A place that is given back has no seat, and the key does not count it.
    owned_table("appointment")
        .text("number")
        .date("day")
        .small_int("begins")
        .small_int("ends")
        .word("kind", &["BOOKED", "WALK_IN"])
        .small_int("seat")
        .optional()
        .word("state", &["BOOKED", "CHECKED_IN", "SERVED", "NO_SHOW", "CANCELLED"])
        .text("matter")
        .text("note")
        .optional()
        .uuid("account_id")
        .optional()
        .bytes("name_sealed")
        .optional()
        .text("name_masked")
        .optional()
        .bytes("phone_sealed")
        .optional()
        .text("phone_masked")
        .optional()
        .instant("unfit_since")
        .optional()
        .text("queue_key")
        .uuid("made_by")
        .text("made_by_name")
        .instant("made_at")
        .instant("checked_in_at")
        .optional()
        .text("closed_by_name")
        .optional()
        .instant("closed_at")
        .optional()
        .text("reason")
        .optional()
        .int("version")
        .check("seat", "\"seat\" IS NULL OR (\"seat\" > 0 AND \"state\" NOT IN ('NO_SHOW', 'CANCELLED'))")
        .unique(&["number"])
        .unique(&["day", "begins", "kind", "seat"])
        .index(&["day", "queue_key"])
        .index(&["queue_key"])
        .index(&["account_id", "queue_key"])
        .create(manager)
        .await?;
    manager.get_connection().execute_unprepared(LIMIT).await.map(drop)
}
