//! What is true, and whose it is.
//!
//! A precinct (派出所) is a tenant. Everything in it is reached through a [`scope::Scope`], which a [`store::Store`] hands to a
//! [`members::Member`]: a `Scope<Precinct>` reads and writes one precinct, a `Scope<District>` reads across a district for a stated
//! purpose. Neither is a database connection, so no statement can be run that does not begin with its precinct; a table that says
//! neither `owned!` nor `shared!` cannot be read at all. One file is one domain: a private row, the public type that leaves, and
//! the methods of the scope that read and change it.
//!
//! Nothing here knows of GraphQL or HTTP.

pub mod accounts;
pub mod acts;
pub mod addresses;
pub mod application_types;
pub mod applications;
pub mod appointments;
pub mod areas;
pub mod audit;
pub mod beats;
mod bulk;
pub mod calendar;
pub mod case_files;
pub mod certificates;
pub mod clock;
pub mod codes;
mod commons;
pub mod communities;
mod connections;
pub mod documents;
pub mod dwellings;
pub mod error;
pub mod events;
pub mod exchange;
pub mod files;
pub mod health;
pub mod households;
pub mod id_number;
pub mod idempotency;
pub mod ids;
mod kept;
pub mod keys;
pub mod limits;
pub mod link;
pub mod masking;
pub mod members;
pub mod memberships;
pub mod names;
pub mod page;
pub mod passwords;
pub mod persons;
pub mod postings;
pub mod precincts;
pub mod purposes;
pub mod relations;
pub mod rentals;
pub mod residence_permits;
pub mod residents;
pub mod rights_requests;
pub mod roles;
pub mod rules;
pub mod scope;
pub mod secrets;
pub mod seed;
pub mod sessions;
mod sightings;
pub mod stays;
pub mod store;
pub mod tallies;
mod telephones;
pub mod tokens;
pub mod totp;
mod transaction;
pub mod transfers;
pub mod webhooks;
pub mod words;

pub use error::{Error, Result};
pub use scope::Scope;
pub use store::Store;
pub use transaction::Meter;
