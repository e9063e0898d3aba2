//! Worlds to test in, served or not, and the committed schema read as data: what the modules under `it/` and the command line's
//! tests share.

#![expect(clippy::disallowed_methods, reason = "worlds are told by the environment which server to use")]

pub mod cable;
pub mod collector;
pub mod desk;
pub mod documents;
pub mod http;
pub mod laws;
pub mod ledger;
pub mod mailbox;
pub mod owner;
pub mod papers;
pub mod people;
pub mod proxy;
pub mod sdl;
pub mod site;
pub mod socket;
pub mod world;
