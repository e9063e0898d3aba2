//! Temporary registrations: who of another city stays where, from when to when, and the decisions that none is needed.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Community and beat are copies of the dwelling's. An ended stay stays: nothing here is deleted (RNT-02).
    owned_table("stay")
        .text("number")
        .to("person_id", "person")
        .to("dwelling_id", "dwelling")
        .uuid("community_id")
        .uuid("beat_id")
        .optional()
        .word("reason", &["WORK", "BUSINESS", "STUDY", "FAMILY", "MEDICAL", "OTHER"])
        .word("taken_at", &["STATION", "COMMUNITY_DESK"])
        .dates("stay_from", "ended_on")
        .date("stay_until")
        .check("stay_until", "\"stay_until\" >= \"stay_from\"")
        .word("end_reason", &["LEFT", "MOVED", "REGISTERED", "DIED", "LAPSED"])
        .optional()
        .check("ended", "(\"ended_on\" IS NULL) = (\"end_reason\" IS NULL)")
        .uuid("registered_by")
        .optional()
        .text("registered_by_name")
        .int("version")
        .instant("recorded_at")
        .instant("updated_at")
        .unique(&["number"])
        .index(&["person_id"])
        .index(&["dwelling_id"])
        .index(&["beat_id", "number"])
        .unique_when("one_open", &["person_id"], "\"ended_on\" IS NULL")
        .create(manager)
        .await?;
    owned_table("stay_decision")
        .to("person_id", "person")
        .to("dwelling_id", "dwelling")
        .word("outcome", &["NEEDED", "NOT_NEEDED", "EXEMPT"])
        .word(
            "ground",
            &[
                "OTHER_CITY",
                "REGISTERED_HERE",
                "REGISTERED_IN_CITY",
                "OVERSEAS",
                "HOTEL",
                "HOSPITAL",
                "BOARDING_SCHOOL",
                "RELIEF_STATION",
            ],
        )
        .to("stay_id", "stay")
        .optional()
        .date("decided_on")
        .uuid("decided_by")
        .optional()
        .text("decided_by_name")
        .instant("recorded_at")
        .index(&["person_id", "dwelling_id"])
        .create(manager)
        .await
}
