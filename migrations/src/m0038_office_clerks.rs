//! Which office a clerk of another department is posted for, and the way to the tasks that are addressed to it (联办).

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::standing_table;

const BY_OFFICE: &str =
    "CREATE INDEX \"assist_task_office_idx\" ON \"assist_task\" (\"precinct_id\", \"office\", \"id\")";

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    standing_table("posting").text("office").grow(manager).await?;
    manager.get_connection().execute_unprepared(BY_OFFICE).await.map(drop)
}
