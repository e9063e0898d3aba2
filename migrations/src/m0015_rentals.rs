//! Let dwellings and who stays in them.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("rental")
        .text("number")
        .to("dwelling_id", "dwelling")
        .uuid("community_id")
        .uuid("beat_id")
        .optional()
        .word("landlord_kind", &["PERSON", "COMPANY"])
        .text("landlord_name")
        .text("landlord_name_masked")
        .bytes("landlord_phone_sealed")
        .optional()
        .text("landlord_phone_masked")
        .optional()
        .word("letting_kind", &["WHOLE", "SHARED", "DORMITORY", "SHORT_STAY"])
        .word("state", &["REGISTERED", "ACTIVE", "VACANT", "DEREGISTERED"])
        .date("lease_from")
        .optional()
        .date("lease_to")
        .optional()
        .date("last_checked_on")
        .optional()
        .int("version")
        .instant("recorded_at")
        .instant("updated_at")
        .unique(&["number"])
        .index(&["beat_id", "number", "id"])
        .index(&["community_id", "number", "id"])
        .index(&["dwelling_id"])
        .create(manager)
        .await?;
    owned_table("rental_tenant")
        .to("rental_id", "rental")
        .to("person_id", "person")
        .dates("stay_from", "stay_to")
        .index(&["rental_id"])
        .index(&["person_id"])
        .create(manager)
        .await
}
