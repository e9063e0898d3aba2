//! Moves between stations (迁移): the same row, under the same id, at the station that gives and at the one that receives, so that each
//! reads its own; and the one place where a person can be on the move (MOV-01).

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::{owned_table, shared_ledger};

/// The states of §2.9.
const STATES: &[&str] = &[
    "APPLIED",
    "PERMITTED",
    "OUT_RECORDED",
    "DONE",
    "REFUSED",
    "EXPIRED",
    "CANCELLED",
    "DIED_IN_TRANSIT",
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("transfer")
        .text("number")
        .word("side", &["DESTINATION", "ORIGIN"])
        .word("kind", &["BETWEEN", "INBOUND", "OUTBOUND"])
        .word("state", STATES)
        .text("ground")
        .uuid("other_precinct_id")
        .optional()
        .text("other_name")
        .to("household_id", "household")
        .optional()
        .to("dwelling_id", "dwelling")
        .optional()
        .uuid("applied_by")
        .optional()
        .text("applied_by_name")
        .instant("applied_at")
        .text("permitted_by_name")
        .optional()
        .text("permit_number")
        .optional()
        .date("permit_until")
        .optional()
        .text("certificate_number")
        .optional()
        .date("certificate_until")
        .optional()
        .text("reason")
        .optional()
        .to("out_act_id", "act")
        .optional()
        .to("in_act_id", "act")
        .optional()
        .int("version")
        .instant("updated_at")
        .check("other_precinct", "(\"kind\" = 'BETWEEN') = (\"other_precinct_id\" IS NOT NULL)")
        .unique(&["number"])
        .index(&["state", "updated_at"])
        .create(manager)
        .await?;
    // At the station that receives, the person is not yet a row: no key to it. What was filed of a newcomer is sealed.
    owned_table("transfer_person")
        .to("transfer_id", "transfer")
        .small_int("place")
        .uuid("person_id")
        .optional()
        .text("relation")
        .text("name_masked")
        .text("number_masked")
        .optional()
        .bytes("newcomer_sealed")
        .optional()
        .unique(&["transfer_id", "place"])
        .index(&["person_id"])
        .create(manager)
        .await?;
    // The key is the person's id, or the keyed hash of the number of somebody not yet known here.
    shared_ledger("open_transfer", &["person_key"])
        .uuid("person_key")
        .uuid("transfer_id")
        .uuid("precinct_id")
        .instant("since")
        .create(manager)
        .await
}
