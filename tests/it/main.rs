//! What we promise, a module a domain.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and opens its own databases"
)]

mod accounts;
mod audit;
mod catalogue;
mod direct;
mod districts;
mod exchange;
mod failures;
mod households;
mod http;
mod idempotency;
mod layering;
mod live;
mod persons;
mod places;
mod redis;
mod roles;
mod seed;
mod sign_in;
mod staff;
mod strangers;
mod tokens;
mod twin;
mod wall;
