//! What can go wrong inside a tenant, in the few words its callers act upon.
//!
//! Everything a caller may be told is in a variant; what only an operator may read stays in [`Error::Internal`] and
//! [`Error::Unavailable`], whose text is logged and never answered (PRV-24).

use sea_orm::{DbErr, RuntimeErr, SqlErr};

use crate::transaction::NUL;

/// The result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a tenant refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such row for this asker: missing, foreign and forged are one and the same.
    #[error("not found")]
    NotFound,
    /// The role's table has no such right.
    #[error("the role may not do this")]
    Denied,
    /// A value the rules refuse. `code` is stable, `field` is the GraphQL input field.
    #[error("{message}")]
    Invalid {
        /// Stable code, usually a rule id such as `IDN-02`.
        code: &'static str,
        /// The input field at fault.
        field: &'static str,
        /// What is wrong, in words made only of what the asker sent.
        message: String,
    },
    /// A purpose or an open case file is needed and was not given (PRV-02).
    #[error("{0}")]
    PurposeRequired(&'static str),
    /// A minor's record needs a responsible person's approval first (PRV-07).
    #[error("an approval by a responsible person is needed first")]
    ApprovalRequired,
    /// The change collides with what is there.
    #[error("{0}")]
    Conflict(&'static str),
    /// The row changed since the asker saw it (REG-19).
    #[error("the record is at version {now}, not {seen}")]
    Stale {
        /// The version the asker sent.
        seen: i32,
        /// The version that stands.
        now: i32,
    },
    /// As [`Error::Stale`], with what was done to the record since the asker saw it (REG-19).
    #[error("the record is at version {now}, not {seen}; since then: {acts}")]
    Overtaken {
        /// The version the asker sent.
        seen: i32,
        /// The version that stands.
        now: i32,
        /// Kinds and numbers of the acts between them, without personal values.
        acts: String,
    },
    /// Somebody else changed the same thing at the same moment; the same may go well a moment later.
    #[error("somebody else is changing the same record: try again")]
    Contended,
    /// What was asked for would leave the register in a state that its rules forbid (domain §2.12).
    #[error("{message}")]
    Invariant {
        /// The rule's id, such as `REG-03`.
        rule: &'static str,
        /// What would be wrong, without personal values.
        message: String,
    },
    /// An earlier request under the same key made this change; its answer is this one's (see [`crate::idempotency`]).
    #[error("an earlier request under the same key made this change")]
    Repeated,
    /// The day's number of distinct persons is used up (PRV-10).
    #[error("the limit of {limit} persons a day is reached")]
    Quota {
        /// Persons a day.
        limit: u32,
    },
    /// The precinct is suspended: it reads nothing and writes nothing.
    #[error("the precinct is suspended")]
    Suspended,
    /// There is no room left where files are kept; somebody has to make some.
    #[error("no room is left for files")]
    StorageFull,
    /// The database or another part cannot be reached now; trying again may help.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// A refusal of one input field by a rule.
    pub fn invalid(code: &'static str, field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid { code, field, message: message.into() }
    }

    /// A state the register's rules forbid.
    pub fn invariant(rule: &'static str, message: impl Into<String>) -> Self {
        Self::Invariant { rule, message: message.into() }
    }

    /// Refuses a change of a row that is not the one the asker saw (REG-19).
    pub(crate) fn unless_seen(seen: i32, now: i32) -> Result<()> {
        if seen == now { Ok(()) } else { Err(Self::Stale { seen, now }) }
    }

    /// A fault of ours, with what an operator needs to know.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => return Self::Conflict("the same entry exists already"),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => return Self::NotFound,
            _ => {}
        }
        match &error {
            DbErr::RecordNotFound(_) | DbErr::RecordNotUpdated => Self::NotFound,
            DbErr::Type(what) if what == NUL => Self::invalid("FORMAT", "", NUL),
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => {
                from_driver(inner)
            }
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        from_driver(&error)
    }
}

/// Maps a driver's error by SQLSTATE (PostgreSQL) or result code (SQLite): constraint names differ between the homes.
fn from_driver(error: &sqlx::Error) -> Error {
    use sqlx::error::ErrorKind;
    match error {
        sqlx::Error::Database(inner) => match (inner.kind(), inner.code().as_deref()) {
            (ErrorKind::UniqueViolation, _) => Error::Conflict("the same entry exists already"),
            (ErrorKind::ForeignKeyViolation, _) => Error::NotFound,
            (_, Some(code)) if is_passing(code) => Error::Unavailable(error.to_string()),
            _ => Error::Internal(error.to_string()),
        },
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => Error::Unavailable(error.to_string()),
        _ => Error::Internal(error.to_string()),
    }
}

/// Whether a code means that the same may go well later, without anybody mending the program.
fn is_passing(code: &str) -> bool {
    // PostgreSQL's are of five characters. Class 57: the server is going down; 53: out of resources; 08: connection; 40: try again.
    if code.len() == 5 {
        return ["57", "53", "08", "40"].iter().any(|class| code.starts_with(class));
    }
    // SQLite's say the kind in their lowest byte and the occasion above it. 5, 6: busy; 10: input or output; 13: full; 14: no file.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_go_well_later_is_told_from_what_will_not() {
        for code in ["57P01", "53100", "08006", "40001", "5", "261", "517", "10", "778", "1034", "13", "14"] {
            assert!(is_passing(code), "{code}");
        }
        for code in ["42501", "42P01", "22P02", "1", "8", "11", "26", "1811", "x", ""] {
            assert!(!is_passing(code), "{code}");
        }
    }
}
