//! Worlds to test in, and the committed schema read as data: what the modules under `it/` share.

pub mod documents;
pub mod sdl;
pub mod world;
