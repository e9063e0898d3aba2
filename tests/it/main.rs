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
mod failures;
mod http;
mod layering;
mod places;
mod roles;
mod seed;
mod sign_in;
mod staff;
mod strangers;
mod tokens;
mod twin;
mod wall;
