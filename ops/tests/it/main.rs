//! `huji` as an operator runs it: a process in a folder, its files, its words and its exit codes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod demo;
mod doctor;
mod files;
mod folder;
mod full;
mod serve;
mod settings;
mod tables;
mod telemetry;
mod tenants;
mod trail;
