//! What we promise, a module a domain.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and opens its own databases"
)]

mod accounts;
mod acts;
mod applications;
mod appointments;
mod audit;
mod catalogue;
mod certificates;
mod direct;
mod districts;
mod documents;
mod exchange;
mod failures;
mod households;
mod http;
mod idempotency;
mod kept;
mod layering;
mod live;
mod persons;
mod places;
mod redis;
mod rentals;
mod residence_permits;
mod residents;
mod roles;
mod seed;
mod sign_in;
mod staff;
mod stays;
mod strangers;
mod tokens;
mod transfers;
mod twin;
mod wall;
mod webhooks;
