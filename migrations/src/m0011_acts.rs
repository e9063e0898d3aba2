//! Acts: the only way the register changes, and never changed themselves (REG-08).

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("act")
        .text("number")
        .text("kind")
        .date("effective_on")
        .instant("recorded_at")
        .uuid("account_id")
        .optional()
        .text("account_name")
        .text("account_role")
        .text("summary")
        .to("repairs_act_id", "act")
        .optional()
        .unique(&["number"])
        .create(manager)
        .await
}
