//! Households and where they have lived.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // building, community and beat are copies of the dwelling's, so that a list by any of them reads one index.
    owned_table("household")
        .text("number")
        .word("kind", &["FAMILY", "COLLECTIVE", "PUBLIC_COLLECTIVE"])
        .word("state", &["ACTIVE", "CLOSED"])
        .to("dwelling_id", "dwelling")
        .to("building_id", "address")
        .uuid("community_id")
        .uuid("beat_id")
        .optional()
        .text("head_name_masked")
        .int("member_count")
        .dates("established_on", "closed_on")
        .to("act_id", "act")
        .int("version")
        .instant("recorded_at")
        .instant("updated_at")
        .unique(&["number"])
        .index(&["beat_id", "number", "id"])
        .index(&["community_id", "number", "id"])
        .index(&["building_id", "number", "id"])
        .index(&["dwelling_id"])
        .create(manager)
        .await?;
    owned_table("household_address")
        .to("household_id", "household")
        .to("dwelling_id", "dwelling")
        .two_axes()
        .to("act_id", "act")
        .index(&["household_id"])
        .create(manager)
        .await
}
