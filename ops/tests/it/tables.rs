//! `migrate` and `seed`: twice is once, the same seed is the same district, and a full database is not filled again.

use serde_json::Value;
use std::os::unix::fs::PermissionsExt as _;

use crate::folder::Folder;

#[tokio::test]
async fn migrating_twice_makes_every_change_once() {
    let folder = Folder::new();
    let before = folder.ok(&["migrate", "--pending"]).await;
    assert!(before.contains("m0001_precincts\n") && !before.ends_with("\n0 changes to make\n"), "{before}");
    assert!(!folder.path("huji.db").exists(), "asking makes nothing");
    let first = folder.ok(&["migrate"]).await;
    assert!(first.starts_with("1/") && first.contains("up to date"), "{first}");
    let key = folder.read("huji.key");
    let second = folder.ok(&["migrate"]).await;
    assert_eq!(second.lines().count(), 1, "{second}");
    assert_eq!(folder.ok(&["migrate", "--pending"]).await, "0 changes to make\n");
    assert_eq!(folder.read("huji.key"), key, "the key that seals is never made anew");
    assert_eq!(std::fs::metadata(folder.path("huji.key")).unwrap().permissions().mode() & 0o777, 0o600);
}

/// Everything an export shows of a folder's first precinct, and what the seed said it made.
async fn dump(seed: &str) -> (Value, String) {
    let folder = Folder::new();
    folder.ok(&["migrate"]).await;
    let told = ["seed", "--precincts", "2", "--households", "40", "--seed", seed, "--json"];
    let manifest: Value = serde_json::from_str(&folder.ok(&told).await).unwrap();
    let code = manifest["precincts"][0]["code"].as_str().unwrap();
    let url = folder.database();
    let mut dump = String::new();
    for sql in [
        "SELECT hex(id) || number || kind || head_name_masked FROM household ORDER BY id",
        "SELECT hex(id) || name || birth_date || coalesce(number_masked, '') || coalesce(phone_masked, '') FROM person ORDER BY id",
        "SELECT hex(id) || hex(household_id) || hex(person_id) || relation FROM membership ORDER BY id",
        "SELECT hex(id) || label FROM dwelling ORDER BY id",
        "SELECT hex(id) || number || state FROM rental ORDER BY id",
    ] {
        dump += &tests::owner::texts(&url, sql).await.join("\n");
    }
    assert!(dump.len() > 10_000 && !code.is_empty());
    (manifest, dump)
}

#[tokio::test]
async fn the_same_seed_makes_the_same_district_and_another_another() {
    let (one, same, other) = (dump("7").await, dump("7").await, dump("8").await);
    assert_eq!(one.0, same.0);
    assert!(one.1 == same.1, "two districts of one seed differ");
    assert!(one.1 != other.1, "two seeds made one district");
}

#[tokio::test]
async fn a_full_database_is_not_seeded_again() {
    let folder = Folder::seeded(1, 3).await;
    let people = "SELECT count(*) || '' FROM person";
    let before = tests::owner::texts(&folder.database(), people).await;
    folder.fails(&["seed", "--precincts", "1", "--households", "3"]).await;
    assert_eq!(tests::owner::texts(&folder.database(), people).await, before);
    let empty = Folder::new();
    for told in [&["seed", "--precincts", "1", "--households", "3"][..], &["tenant", "list"], &["audit", "verify"]] {
        let said = empty.fails(told).await;
        assert!(said.contains("huji migrate"), "{told:?}: {said}");
    }
    assert_eq!(std::fs::read_dir(empty.path(".")).unwrap().count(), 0, "and nothing is made on the way");
}
