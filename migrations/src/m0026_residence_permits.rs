//! Residence permits, all that happened to each, and who holds the one permit a person has in a city.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::{owned_table, shared_ledger};

const STATES: &[&str] = &["APPLIED", "ACCEPTED", "VALID", "SUSPENDED", "CANCELLED"];
const GROUNDS: &[&str] = &["JOB", "HOME", "STUDY"];
const REASONS: &[&str] = &["DIED", "LOCAL_REGISTRATION", "FRAUD", "LEFT"];

/// What the limits did not have yet: key, value, unit, source. In force since the regulations on residence permits.
const LIMITS: &[(&str, i32, &str, &str)] =
    &[("permit.endorsement_window", 1, "MONTHS", "RP §10"), ("permit.own_application", 16, "YEARS", "RP §9")];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("residence_permit")
        .text("number")
        .to("person_id", "person")
        .to("dwelling_id", "dwelling")
        .uuid("community_id")
        .uuid("beat_id")
        .optional()
        .text("city")
        .word("ground", GROUNDS)
        .word("state", STATES)
        .word("applied_by", &["SELF", "GUARDIAN", "RELATIVE"])
        .to("applicant_id", "person")
        .optional()
        .date("resident_since")
        .date("applied_on")
        .date("accepted_on")
        .optional()
        .date("due_on")
        .optional()
        .boolean("extended")
        .date("issued_on")
        .optional()
        .date("counted_from")
        .optional()
        .int("endorsements")
        .date("endorse_by")
        .optional()
        .date("reminded_for")
        .optional()
        .date("suspended_on")
        .optional()
        .date("cancelled_on")
        .optional()
        .word("cancel_reason", REASONS)
        .optional()
        .check("cancelled", "(\"state\" = 'CANCELLED') = (\"cancel_reason\" IS NOT NULL)")
        .check("counted", "\"state\" <> 'VALID' OR \"counted_from\" IS NOT NULL AND \"endorse_by\" IS NOT NULL")
        .int("version")
        .instant("recorded_at")
        .instant("updated_at")
        .unique(&["number"])
        .index(&["person_id"])
        .index(&["state", "endorse_by"])
        .index(&["beat_id", "number"])
        .unique_when("one_live", &["person_id"], "\"state\" <> 'CANCELLED'")
        .create(manager)
        .await?;
    owned_table("permit_event")
        .to("permit_id", "residence_permit")
        .word(
            "step",
            &["APPLY", "ACCEPT", "EXTEND", "ISSUE", "ENDORSE", "REMIND", "SUSPEND", "RESTORE", "MOVE", "CANCEL"],
        )
        .word("state", STATES)
        .int("version")
        .date("on_day")
        .to("dwelling_id", "dwelling")
        .optional()
        .word("ground", GROUNDS)
        .optional()
        .word("reason", REASONS)
        .optional()
        .uuid("account_id")
        .optional()
        .text("account_name")
        .text("account_role")
        .instant("recorded_at")
        .unique(&["permit_id", "version"])
        .create(manager)
        .await?;
    // One person, one permit in a city (PMT-02), whichever precincts know the person: keyed as `identity` is, by the keyed hash of
    // the id number, so that it can be spread by it. No key to the permit, which may live on another shard.
    shared_ledger("permit_holder", &["number_hash", "city"])
        .bytes("number_hash")
        .text("city")
        .of_all("precinct_id", "precinct")
        .uuid("permit_id")
        .instant("recorded_at")
        .create(manager)
        .await?;
    for (key, value, unit, source) in LIMITS {
        let sql = format!(
            "INSERT INTO statutory_limit (key, value, unit, valid_from, source) VALUES ('{key}', {value}, '{unit}', '2016-01-01', '{source}')"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}
