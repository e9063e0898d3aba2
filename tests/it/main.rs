//! What we promise, a module a domain.

mod accounts;
mod audit;
mod catalogue;
mod direct;
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
