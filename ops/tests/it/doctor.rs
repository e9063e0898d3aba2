//! `doctor`: every part that can be ill is made ill once, and named.

use tests::world::Home;

use crate::folder::Folder;

/// The line of a part.
fn line(out: &str, part: &str) -> String {
    let found = out.lines().find(|line| line.split_whitespace().nth(1) == Some(part));
    found.unwrap_or_else(|| panic!("no {part} in {out}")).to_owned()
}

/// A doctor's visit that must find this part ill, and nothing but the parts named.
async fn ill(folder: &Folder, parts: &[&str]) -> String {
    let ran = folder.run(&["doctor"]).await;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let found: Vec<_> = ran
        .out
        .lines()
        .filter(|line| line.starts_with("FAIL"))
        .filter_map(|line| line.split_whitespace().nth(1))
        .collect();
    assert_eq!(found, parts, "{}", ran.out);
    ran.out
}

#[tokio::test]
async fn a_well_server_is_told_to_be_well_part_by_part() {
    let folder = Folder::seeded(1, 3).await;
    let out = folder.ok(&["doctor"]).await;
    for part in ["settings", "migrations", "keys", "database", "sealed"] {
        assert!(line(&out, part).starts_with("ok "), "{out}");
    }
    for part in ["rls", "clock", "redis"] {
        assert!(line(&out, part).starts_with("- "), "{out}");
    }
}

#[tokio::test]
async fn each_ill_part_is_named_with_what_to_do() {
    let empty = Folder::new();
    let out = ill(&empty, &["migrations", "keys", "database"]).await;
    assert!(line(&out, "migrations").contains("run `huji migrate`"), "{out}");

    let mut folder = Folder::seeded(1, 3).await;
    folder.set("REDIS_URL", "redis://127.0.0.1:1");
    ill(&folder, &["redis"]).await;
    folder.set("REDIS_URL", "carrier-pigeon://");
    ill(&folder, &["redis"]).await;
    folder.set("REDIS_URL", "");

    let url = folder.database();
    tests::owner::alter(&url, "INSERT INTO seaql_migrations VALUES ('m9999_tomorrow', 0)").await;
    assert!(line(&ill(&folder, &["migrations"]).await, "migrations").contains("ahead: it has m9999_tomorrow"));
    tests::owner::alter(&url, "DELETE FROM seaql_migrations WHERE version IN ('m9999_tomorrow', 'm0019_audit')").await;
    assert!(line(&ill(&folder, &["migrations"]).await, "migrations").contains("behind by 1"));
    tests::owner::alter(&url, "INSERT INTO seaql_migrations VALUES ('m0019_audit', 0)").await;

    let other = Folder::new();
    other.ok(&["migrate"]).await;
    std::fs::copy(other.path("huji.key"), folder.path("huji.key")).unwrap();
    assert!(line(&ill(&folder, &["sealed"]).await, "sealed").contains("another database's"));
    std::fs::write(folder.path("huji.key"), "not a key").unwrap();
    let out = ill(&folder, &["keys", "database"]).await;
    assert!(!out.contains("not a key"), "{out}");
}

#[tokio::test]
async fn on_postgres_the_wall_and_the_clock_are_looked_at_too() {
    if !Home::all().contains(&Home::Postgres) {
        return;
    }
    let (owner, app) = tests::world::postgres().await;
    let mut folder = Folder::new();
    folder.set("DATABASE_URL", &app);
    folder.set("HUJI_DATABASE_OWNER_URL", &owner);
    folder.ok(&["migrate"]).await;
    folder.ok(&["seed", "--precincts", "1", "--households", "3"]).await;
    let out = folder.ok(&["doctor"]).await;
    for part in ["settings", "migrations", "keys", "database", "sealed", "rls", "clock"] {
        assert!(line(&out, part).starts_with("ok "), "{out}");
    }
    tests::owner::alter(&owner, "ALTER TABLE person NO FORCE ROW LEVEL SECURITY").await;
    assert!(line(&ill(&folder, &["rls"]).await, "rls").contains("person is not forced"));
    folder.set("DATABASE_URL", &owner);
    let out = folder.run(&["doctor"]).await.out;
    assert!(line(&out, "rls").contains("passes row-level security"), "{out}");
}
