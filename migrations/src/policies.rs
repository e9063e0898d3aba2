//! Grants and row-level security: the net under the types of `tenants::scope`, never the filter.
//!
//! One policy per role and command; no sub-select; `nullif(…, '')` because a setting that ended with its transaction is
//! the empty text and not NULL. A role that has set nothing sees nothing.

use std::collections::BTreeSet;

use sea_orm_migration::prelude::ConnectionTrait;
use sea_orm_migration::sea_orm::{DatabaseTransaction, DbBackend, Statement};

use crate::Error;
use crate::roles::{Roles, opening, quoted};
use crate::tables::{DISTRICT_GRANTS, SHARED_GRANTS, SHARED_TABLES, TENANT, Use};

/// The one precinct the transaction is in.
const IN_PRECINCT: &str = "precinct_id = nullif(current_setting('app.precinct_id', true), '')::uuid";
/// The precincts a district's transaction may read, as `{uuid,uuid}`.
const IN_PRECINCTS: &str = "precinct_id = ANY (nullif(current_setting('app.precinct_ids', true), '')::uuid[])";

/// Grants, policies, and a last look whether every table is guarded that should be. In the owner's transaction, so that
/// nobody ever meets a table half open.
pub(crate) async fn open(tx: &DatabaseTransaction, roles: &Roles) -> Result<(), Error> {
    verify(tx).await?;
    grant(tx, roles).await?;
    for (table, uses) in TENANT {
        police(tx, roles, table, *uses).await?;
    }
    Ok(())
}

async fn run(tx: &DatabaseTransaction, sql: &str) -> Result<(), Error> {
    tx.execute_unprepared(sql).await.map(drop).map_err(opening)
}

async fn texts(tx: &DatabaseTransaction, sql: &str, table: &str) -> Result<BTreeSet<String>, Error> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [table.into()]);
    let rows = tx.query_all_raw(statement).await.map_err(opening)?;
    rows.iter().map(|row| row.try_get_by_index(0).map_err(opening)).collect()
}

/// Compares the lists of this binary with the database's own.
async fn verify(tx: &DatabaseTransaction) -> Result<(), Error> {
    const TABLES: &str = "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') \
        AND relnamespace = current_schema()::regnamespace AND (relrowsecurity AND relforcerowsecurity) = ($1 = 'guarded')";
    let (guarded, open) = (texts(tx, TABLES, "guarded").await?, texts(tx, TABLES, "open").await?);
    let ours: BTreeSet<String> = TENANT.iter().map(|(table, _)| (*table).to_owned()).collect();
    let missing: Vec<&str> = ours.difference(&guarded).map(String::as_str).collect();
    if !missing.is_empty() {
        return Err(Error::Unguarded(format!("not enabled and forced on {}", missing.join(", "))));
    }
    let shared = |table: &&String| SHARED_TABLES.contains(&table.as_str()) || *table == "seaql_migrations";
    let strange: Vec<&str> =
        guarded.difference(&ours).chain(open.iter().filter(|table| !shared(table))).map(String::as_str).collect();
    if strange.is_empty() {
        return Ok(());
    }
    Err(Error::Unguarded(format!("this binary does not know {}", strange.join(", "))))
}

/// Starts from nothing, so that a privilege taken off the lists is taken from the role.
async fn grant(tx: &DatabaseTransaction, roles: &Roles) -> Result<(), Error> {
    let (app, district) = (quoted(&roles.app), quoted(&roles.district));
    run(
        tx,
        &format!(
            "DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO {app}, {district}', current_schema()); END $$"
        ),
    )
    .await?;
    run(tx, &format!("DO $$ BEGIN EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM {app}, {district}', current_schema()); END $$")).await?;
    for (table, uses) in TENANT {
        let may = match uses {
            Use::Kept => "SELECT, INSERT, UPDATE",
            Use::Appended => "SELECT, INSERT",
            Use::Loose => "SELECT, INSERT, UPDATE, DELETE",
        };
        run(tx, &format!("GRANT {may} ON {table} TO {app}; GRANT SELECT ON {table} TO {district}")).await?;
    }
    for (role, grants) in [(app, SHARED_GRANTS), (district, DISTRICT_GRANTS)] {
        for (may, tables) in grants {
            run(tx, &format!("GRANT {may} ON {tables} TO {role}")).await?;
        }
    }
    Ok(())
}

/// One policy: its name, the command it is for, and its clauses.
struct Policy {
    name: String,
    command: &'static str,
    role: String,
    clauses: String,
}

fn wanted(roles: &Roles, table: &str, uses: Use) -> Vec<Policy> {
    let app = |suffix: &str, command, clauses| Policy {
        name: format!("{table}_app{suffix}"),
        command,
        role: roles.app.clone(),
        clauses,
    };
    let (using, check) = (format!("USING ({IN_PRECINCT})"), format!("WITH CHECK ({IN_PRECINCT})"));
    let mut policies = match uses {
        Use::Appended => vec![app("_select", "SELECT", using), app("_insert", "INSERT", check)],
        Use::Kept | Use::Loose => vec![app("", "ALL", format!("{using} {check}"))],
    };
    policies.push(Policy {
        name: format!("{table}_district"),
        command: "SELECT",
        role: roles.district.clone(),
        clauses: format!("USING ({IN_PRECINCTS})"),
    });
    policies
}

/// Replaces a table's policies, unless they are already the ones wanted: making one waits for every reader.
async fn police(tx: &DatabaseTransaction, roles: &Roles, table: &str, uses: Use) -> Result<(), Error> {
    const MARKS: &str = "SELECT policyname || ' ' || coalesce(obj_description(p.oid, 'pg_policy'), '') FROM pg_policies s \
        JOIN pg_policy p ON p.polname = s.policyname AND p.polrelid = (quote_ident(s.schemaname) || '.' || quote_ident(s.tablename))::regclass \
        WHERE s.schemaname = current_schema() AND s.tablename = $1";
    const NAMES: &str =
        "SELECT policyname::text FROM pg_policies WHERE schemaname = current_schema() AND tablename = $1";
    let wanted = wanted(roles, table, uses);
    let marks: BTreeSet<String> = wanted.iter().map(|policy| format!("{} {}", policy.name, policy.mark())).collect();
    if texts(tx, MARKS, table).await? == marks {
        return Ok(());
    }
    for name in texts(tx, NAMES, table).await? {
        run(tx, &format!("DROP POLICY {} ON {table}", quoted(&name))).await?;
    }
    for policy in wanted {
        let Policy { name, command, role, clauses } = &policy;
        let mark = policy.mark().replace('\'', "''");
        run(tx, &format!("CREATE POLICY {name} ON {table} FOR {command} TO {} {clauses}", quoted(role))).await?;
        run(tx, &format!("COMMENT ON POLICY {name} ON {table} IS '{mark}'")).await?;
    }
    Ok(())
}

impl Policy {
    /// What is written beside the policy, to be compared next time; PostgreSQL prints conditions in words of its own.
    fn mark(&self) -> String {
        format!("{} {} {}", self.command, self.role, self.clauses)
    }
}
