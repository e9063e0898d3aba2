//! Spreads the tables over the shards of Citus: a step of its own, for what one primary can no longer hold.

use sea_orm_migration::prelude::ConnectionTrait;
use sea_orm_migration::sea_orm::TransactionTrait;

use crate::tables::{SHARED_TABLES, TENANT_TABLES};
use crate::{Error, database};

/// The shared tables that grow with the population, each spread by what it is unique in.
const SPREAD: [(&str, &str); 5] = [
    ("identity", "number_hash"),
    ("registration", "person_id"),
    ("unique_fact", "key_hash"),
    ("open_transfer", "person_key"),
    ("permit_holder", "number_hash"),
];

/// Distributes every tenant table by its precinct, side by side, and copies the shared ones to every node. Tables that
/// are already spread are left alone, and rows already there are moved. Answers false, having done nothing, where the
/// extension is not installed.
///
/// Run it as the owner, after [`run`](crate::run). For the district's reads on workers its role must be let sign in
/// there, which this also does when given `app_user`, the user of the application's URL.
pub async fn citus(owner_url: &str, app_user: Option<&str>) -> Result<bool, Error> {
    const ACT: &str = "spreading the tables over shards";
    let owner = database::open(owner_url).await?;
    if !owner.is_postgres()
        || owner.texts("SELECT extname::text FROM pg_extension WHERE extname = 'citus'", [], ACT).await?.is_empty()
    {
        owner.close().await?;
        return Ok(false);
    }
    owner.alone().await?;
    let tx = owner.connection.begin().await.map_err(Error::during(ACT))?;
    for statement in statements(app_user) {
        tx.execute_unprepared(&statement).await.map_err(Error::during(ACT))?;
    }
    tx.commit().await.map_err(Error::during(ACT))?;
    owner.close().await?;
    Ok(true)
}

fn statements(app_user: Option<&str>) -> Vec<String> {
    // Without the first a second statement of the same transaction is refused as "parallel"; without the second the
    // tables' foreign keys would have to be dropped and made again.
    let mut statements = vec![
        "SET LOCAL citus.multi_shard_modify_mode = 'sequential'".to_owned(),
        "SET LOCAL citus.enable_local_reference_table_foreign_keys = off".to_owned(),
    ];
    let copied = SHARED_TABLES.iter().filter(|table| SPREAD.iter().all(|(spread, _)| spread != *table));
    statements.extend(copied.map(|table| unless_spread(table, &format!("create_reference_table('{table}')"))));
    let first = TENANT_TABLES.first().copied().unwrap_or_default();
    for table in TENANT_TABLES {
        let beside = if *table == first { "default" } else { first };
        let call = format!("create_distributed_table('{table}', 'precinct_id', colocate_with => '{beside}')");
        statements.push(unless_spread(table, &call));
    }
    for (table, by) in SPREAD {
        let call = format!("create_distributed_table('{table}', '{by}', colocate_with => 'none')");
        statements.push(unless_spread(table, &call));
    }
    // Citus enters a worker as the current role, so the district's must be one that signs in.
    statements
        .extend(app_user.map(|user| format!("ALTER ROLE {} LOGIN", crate::roles::quoted(&format!("{user}_district")))));
    statements
}

fn unless_spread(table: &str, call: &str) -> String {
    format!("SELECT {call} WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = '{table}'::regclass)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_spread_once_and_parents_first() {
        let statements = statements(None);
        let place = |table: &str| {
            let found: Vec<usize> =
                (0..statements.len()).filter(|at| statements[*at].contains(&format!("('{table}'"))).collect();
            assert_eq!(found.len(), 1, "{table}");
            found[0]
        };
        for table in SHARED_TABLES.iter().chain(TENANT_TABLES) {
            place(table);
        }
        assert!(
            place("precinct") < place("beat")
                && place("beat") < place("household")
                && place("person") < place("membership")
        );
    }
}
