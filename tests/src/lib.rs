//! Worlds to test in, and the committed schema read as data: what the modules under `it/` share.

#![expect(clippy::disallowed_methods, reason = "worlds are told by the environment which server to use")]

pub mod cable;
pub mod documents;
pub mod ledger;
pub mod sdl;
pub mod socket;
pub mod world;
