//! The wall in the crate graph: who may name the database, Redis, HTTP and GraphQL.
//!
//! The rules are the `[[bans.deny]]` entries of `deny.toml`; this test reads them and `cargo metadata`, so that they hold
//! also where cargo-deny is not installed.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Which of our crates each of them may use: imports go one way.
const OURS: [(&str, &[&str]); 6] = [
    ("gateway", &["schema", "tenants"]),
    ("migrations", &[]),
    // The command line is tested beside its binary, which cargo builds for nobody else, in the worlds of `tests`.
    ("ops", &["gateway", "migrations", "schema", "tenants", "tests"]),
    ("schema", &["tenants"]),
    ("tenants", &[]),
    ("tests", &["gateway", "migrations", "schema", "tenants"]),
];

/// The platform this runs on: the crates of others need not be here.
fn host() -> String {
    let run = Command::new(env!("CARGO")).arg("-vV").output().expect("cargo runs");
    let told = String::from_utf8(run.stdout).expect("cargo tells its version in UTF-8");
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo tells its host").to_owned()
}

/// Who depends on whom, by name, in the resolved graph with everything on.
struct Graph {
    users: BTreeMap<String, BTreeSet<String>>,
    sources: BTreeMap<String, Option<String>>,
}

impl Graph {
    fn read() -> Self {
        let run = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", &host()])
            .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml")])
            .output()
            .expect("cargo runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        Self::from(&serde_json::from_slice(&run.stdout).expect("cargo metadata is JSON"))
    }

    fn from(metadata: &Value) -> Self {
        let packages = list(&metadata["packages"]);
        let name_of: BTreeMap<&str, &str> = packages.iter().map(|one| (text(&one["id"]), text(&one["name"]))).collect();
        let mut users = BTreeMap::<String, BTreeSet<String>>::new();
        for node in list(&metadata["resolve"]["nodes"]) {
            for used in list(&node["deps"]) {
                let user = name_of[text(&node["id"])].to_owned();
                users.entry(name_of[text(&used["pkg"])].to_owned()).or_default().insert(user);
            }
        }
        let source = |one: &Value| (text(&one["name"]).to_owned(), one["source"].as_str().map(str::to_owned));
        Self { users, sources: packages.iter().map(source).collect() }
    }

    fn users(&self, of: &str) -> BTreeSet<&str> {
        self.users.get(of).into_iter().flatten().map(String::as_str).collect()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string in cargo metadata")
}

/// The bans of `deny.toml`: a crate, and the only ones that may use it.
fn walls() -> Vec<(String, BTreeSet<String>)> {
    let deny: toml::Table = include_str!("../../deny.toml").parse().expect("deny.toml is TOML");
    let bans = deny["bans"]["deny"].as_array().expect("bans").clone();
    bans.iter()
        .map(|ban| {
            let wrappers = ban.get("wrappers").and_then(toml::Value::as_array);
            let names = wrappers.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect();
            (ban["crate"].as_str().expect("a crate's name").to_owned(), names)
        })
        .collect()
}

#[test]
fn only_those_named_in_deny_toml_use_what_it_bans() {
    let graph = Graph::read();
    for (banned, wrappers) in walls() {
        let strangers: Vec<_> = graph.users(&banned).into_iter().filter(|user| !wrappers.contains(*user)).collect();
        assert!(strangers.is_empty(), "{banned} is used by {strangers:?}; deny.toml allows {wrappers:?}");
    }
}

#[test]
fn the_wall_stands_round_the_database_and_redis() {
    let walls: BTreeMap<_, _> = walls().into_iter().collect();
    for guarded in ["sea-orm", "sqlx", "redis", "axum", "async-graphql"] {
        assert!(walls.contains_key(guarded), "deny.toml no longer guards {guarded}");
        for outsider in ["ops", "gateway", "schema"].iter().filter(|name| !walls[guarded].contains(**name)) {
            assert!(!Graph::read().users(guarded).contains(outsider), "{outsider} names {guarded}");
        }
    }
    assert!(!["ops", "gateway", "schema"].iter().any(|name| walls["sea-orm"].contains(*name)));
    assert!(!["ops", "gateway", "schema"].iter().any(|name| walls["sqlx"].contains(*name)));
}

#[test]
fn our_crates_import_one_way() {
    let graph = Graph::read();
    for (user, allowed) in OURS {
        for (used, _) in OURS.iter().filter(|(used, _)| graph.users(used).contains(user)) {
            assert!(allowed.contains(used), "{user} must not know {used}");
        }
    }
}

#[test]
fn every_dependency_comes_from_the_registry() {
    let ours: BTreeSet<_> = OURS.iter().map(|(name, _)| *name).collect();
    for (name, source) in Graph::read().sources {
        let registry = source.as_deref().is_some_and(|source| source.starts_with("registry+"));
        assert!(registry || ours.contains(name.as_str()), "{name} comes from {source:?}");
    }
}
