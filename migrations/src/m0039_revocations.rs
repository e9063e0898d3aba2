//! Applications revoked after they were done (撤销, §2.7): the act that undid what followed.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::standing_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    standing_table("application").uuid("revoking_act_id").grow(manager).await
}
