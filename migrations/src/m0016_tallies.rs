//! A community's counts, kept by whatever changes the register; the id is the community's.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_ledger;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_ledger("tally", &["id"])
        .to("id", "community")
        .int("households")
        .int("dwellings")
        .int("registered_resident")
        .int("registered_away")
        .int("city_separated")
        .int("floating")
        .int("overseas")
        .int("rentals_active")
        .instant("updated_at")
        .create(manager)
        .await
}
