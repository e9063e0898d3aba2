//! What landlords file, whom they report, and what checks of the building found (RNT-03: nothing of the tenants' origin or kind).

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

const PARTS: &[&str] = &["FIRE", "WIRING", "EXITS", "STRUCTURE", "GAS"];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // The paper behind a rental; rentals taken over from elsewhere have none.
    owned_table("rental_filing")
        .to("rental_id", "rental")
        .to("landlord_id", "person")
        .optional()
        .text("agent_name")
        .optional()
        .text("agent_name_masked")
        .optional()
        .bytes("agent_phone_sealed")
        .optional()
        .text("agent_phone_masked")
        .optional()
        .word("title", &["CERTIFICATE", "CONTRACT", "COMMITTEE_PROOF"])
        .date("statement_on")
        .uuid("filed_by")
        .optional()
        .text("filed_by_name")
        .date("deregistered_on")
        .optional()
        .instant("recorded_at")
        .unique(&["rental_id"])
        .create(manager)
        .await?;
    // Whoever is known to the precinct is linked; of others the least that names them, sealed beside keyed hash and masked form.
    owned_table("tenant_report")
        .to("rental_id", "rental")
        .to("tenant_id", "rental_tenant")
        .optional()
        .bytes("name_sealed")
        .optional()
        .text("name_masked")
        .optional()
        .bytes("number_sealed")
        .optional()
        .bytes("number_hash")
        .optional()
        .text("number_masked")
        .optional()
        .bytes("phone_sealed")
        .optional()
        .text("phone_masked")
        .optional()
        .dates("stay_from", "stay_to")
        .date("due_on")
        .instant("reported_at")
        .uuid("taken_by")
        .optional()
        .text("taken_by_name")
        .check("who", "\"tenant_id\" IS NOT NULL OR \"name_masked\" IS NOT NULL AND \"number_hash\" IS NOT NULL")
        .index(&["rental_id"])
        .index(&["number_hash"])
        .create(manager)
        .await?;
    owned_table("rental_check")
        .to("rental_id", "rental")
        .date("checked_on")
        .word("outcome", &["PASSED", "DEFECTS"])
        .uuid("checked_by")
        .optional()
        .text("checked_by_name")
        .instant("recorded_at")
        .index(&["rental_id", "checked_on"])
        .create(manager)
        .await?;
    owned_table("rental_defect")
        .to("rental_id", "rental")
        .to("check_id", "rental_check")
        .word("part", PARTS)
        .text("note")
        .dates("found_on", "mended_on")
        .index(&["rental_id"])
        .create(manager)
        .await
}
