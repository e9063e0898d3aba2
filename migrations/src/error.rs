//! What can go wrong, in words an operator can act on. A password never stands in any of them.

use sea_orm_migration::prelude::DbErr;

/// Why the tables could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The URL is not one of `sqlite:` or `postgres:`, or is malformed.
    #[error("database URL: {0}")]
    Url(String),
    /// Nothing answered there, or it turned us away.
    #[error("cannot open {place}: {source}")]
    Unreachable {
        /// The database without user's password.
        place: String,
        /// What the driver said.
        source: DbErr,
    },
    /// The database was changed by a newer binary; the names are the changes this one does not know.
    #[error("the database is ahead of this binary, which does not know {}; install the newer version", .0.join(", "))]
    Ahead(Vec<String>),
    /// One change failed and was rolled back; the ones before it stand.
    #[error("change {name} failed and was undone: {source}")]
    Change {
        /// The change's name.
        name: String,
        /// What the database said.
        source: DbErr,
    },
    /// The owner may not do what roles and policies need, or two roles are one.
    #[error("{0}")]
    Roles(String),
    /// The tables in the database are not the ones this binary guards.
    #[error("row-level security: {0}")]
    Unguarded(String),
    /// The database refused a statement.
    #[error("while {act}: {source}")]
    Database {
        /// What was being done.
        act: &'static str,
        /// What the database said.
        source: DbErr,
    },
}

impl Error {
    /// For `map_err`: says what was being done when the database refused.
    pub(crate) fn during(act: &'static str) -> impl Fn(DbErr) -> Self {
        move |source| Self::Database { act, source }
    }
}
