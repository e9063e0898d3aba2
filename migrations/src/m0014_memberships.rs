//! Who belongs to which household, as what, on two time axes.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let now = "\"effective_to\" IS NULL AND \"superseded_at\" IS NULL";
    owned_table("membership")
        .to("household_id", "household")
        .to("person_id", "person")
        .text("relation")
        .check("relation", "length(\"relation\") = 2")
        .text("printed_relation")
        .optional()
        .text("reason")
        .two_axes()
        .to("act_id", "act")
        .index(&["household_id"])
        .index(&["person_id"])
        .unique_when("one_household", &["person_id"], now)
        .unique_when("one_head", &["household_id"], &format!("\"relation\" = '02' AND {now}"))
        .create(manager)
        .await
}
