//! How the tables came to be, one change a file.
//!
//! [`run`] brings a database up to this binary, [`status`] says how far apart the two are, [`roles`] opens the tables
//! to the application's own database role, [`citus`] spreads them over shards. `README.md` beside the crate has the one
//! rule a new change must keep: expand, then contract.

mod citus;
mod database;
mod error;
mod policies;
mod roles;
mod tables;
mod words;

use std::pin::Pin;

use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait};

pub use citus::citus;
pub use error::Error;
pub use roles::roles;
pub use tables::{SHARED_TABLES, TENANT_TABLES};

type Up = for<'a, 'c> fn(&'a SchemaManager<'c>) -> Pin<Box<dyn Future<Output = Result<(), DbErr>> + Send + 'a>>;

/// One file of this crate, under the name the database remembers it by.
struct Change {
    name: &'static str,
    up: Up,
}

impl MigrationName for Change {
    fn name(&self) -> &str {
        self.name
    }
}

#[expect(elided_lifetimes_in_paths, reason = "the trait elides it, and async_trait tells the two apart")]
#[async_trait::async_trait]
impl MigrationTrait for Change {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        (self.up)(manager).await
    }

    // SQLite would otherwise be left with half a change when one fails.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The ordered list: a line is a file with one `up`, and its name.
macro_rules! changes {
    ($($file:ident)+) => {
        $(mod $file;)+

        const CHANGES: &[Change] =
            &[$(Change { name: stringify!($file), up: |manager| Box::pin($file::up(manager)) }),+];
    };
}

changes! {
    m0001_precincts
    m0002_accounts
    m0003_sessions
    m0004_tokens
    m0005_keys
    m0006_areas
    m0007_beats
    m0008_communities
    m0009_addresses
    m0010_dwellings
    m0011_acts
    m0012_households
    m0013_persons
    m0014_memberships
    m0015_rentals
    m0016_tallies
    m0017_case_files
    m0018_approvals
    m0019_audit
    m0020_outbox
    m0021_idempotency
    m0022_register
    m0023_limits
    m0024_transfers
    m0025_stays
    m0026_residence_permits
    m0027_rentals
    m0028_documents
    m0029_certificates
    m0030_webhooks
    m0031_calendar
    m0032_application_types
    m0033_applications
    m0034_residents
    m0035_rights_requests
    m0036_online_applications
    m0037_appointments
    m0038_office_clerks
    m0039_revocations
}

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        CHANGES.iter().map(|Change { name, up }| Box::new(Change { name, up: *up }) as _).collect()
    }
}

/// How far apart a database and this binary are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Changes both know, in order.
    pub applied: Vec<String>,
    /// Changes the database has yet to see, in order.
    pub pending: Vec<String>,
    /// Changes only the database knows: it is ahead of this binary.
    pub unknown: Vec<String>,
}

/// One change about to be made.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The change's name, as its file is called.
    pub name: &'a str,
    /// Its place among the changes of this run, from 1.
    pub index: usize,
    /// How many changes this run makes.
    pub total: usize,
}

/// Makes every pending change in order, each in a transaction of its own, and tells `progress` before each.
///
/// A SQLite file is created when it is missing. On PostgreSQL a second process waits for the first; follow with
/// [`roles`]. Refuses a database that is ahead of this binary.
pub async fn run(url: &str, mut progress: impl FnMut(Step<'_>)) -> Result<Status, Error> {
    let database = database::open(url).await?;
    database.alone().await?;
    let before = read(&database).await?;
    if !before.unknown.is_empty() {
        return Err(Error::Ahead(before.unknown));
    }
    let total = before.pending.len();
    for (done, name) in before.pending.iter().enumerate() {
        progress(Step { name, index: done + 1, total });
        let change = Migrator::up(&database.connection, Some(1)).await;
        change.map_err(|source| Error::Change { name: name.clone(), source })?;
    }
    let after = read(&database).await?;
    database.close().await?;
    Ok(after)
}

/// The names of the changes the database has yet to see, in order; empty when it is up to date or ahead.
pub async fn pending(url: &str) -> Result<Vec<String>, Error> {
    Ok(status(url).await?.pending)
}

/// Compares the database with this binary and changes nothing, so that the application's own role may ask.
pub async fn status(url: &str) -> Result<Status, Error> {
    if database::is_missing_file(url)? {
        return Ok(compare(&[]));
    }
    let database = database::open(url).await?;
    let status = read(&database).await?;
    database.close().await?;
    Ok(status)
}

async fn read(database: &database::Database) -> Result<Status, Error> {
    let names = database.names_of_changes().await?;
    Ok(compare(&names))
}

/// Sorts what the database knows against what this binary knows.
fn compare(known_there: &[String]) -> Status {
    let here: Vec<String> = CHANGES.iter().map(|change| change.name.to_owned()).collect();
    let unknown = known_there.iter().filter(|name| !here.contains(name)).cloned().collect();
    let (applied, pending) = here.into_iter().partition(|name| known_there.contains(name));
    Status { applied, pending, unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_in_the_order_of_the_list() {
        for (place, change) in CHANGES.iter().enumerate() {
            let number = format!("m{:04}_", place + 1);
            assert!(change.name.starts_with(&number), "{} stands at {number}", change.name);
        }
    }

    #[test]
    fn a_name_only_the_database_knows_puts_it_ahead() {
        let status = compare(&["m0001_precincts".to_owned(), "m9999_tomorrow".to_owned()]);
        assert_eq!(status.unknown, ["m9999_tomorrow"]);
        assert_eq!(status.applied, ["m0001_precincts"]);
        assert_eq!(status.pending.len(), CHANGES.len() - 1);
    }
}
