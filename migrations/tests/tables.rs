//! Runs the changes on SQLite, and on PostgreSQL when `HUJI_TEST_POSTGRES_URL` names an owner there.

use migrations::{Error, Status};
use sea_orm_migration::sea_orm::{self, ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use url::Url;

fn steps() -> (Vec<String>, usize) {
    (Vec::new(), 0)
}

#[tokio::test]
async fn sqlite_is_brought_up_once_and_then_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("huji.db").display());
    let before = migrations::status(&url).await.expect("a status of nothing");
    assert!(before.applied.is_empty() && !folder.path().join("huji.db").exists(), "asking made a file");

    let (mut seen, mut total) = steps();
    let after = migrations::run(&url, |step| {
        seen.push(step.name.to_owned());
        total = step.total;
    });
    let after = after.await.expect("every change");
    assert_eq!(seen, before.pending);
    assert_eq!(total, before.pending.len());
    assert_eq!(after, Status { applied: before.pending, ..Status::default() });

    let again = migrations::run(&url, |step| panic!("{} twice", step.name)).await.expect("nothing to do");
    assert_eq!(again, after);
    assert!(migrations::pending(&url).await.expect("a list").is_empty());
}

#[tokio::test]
async fn what_is_not_a_database_is_said_plainly() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("poem.txt");
    std::fs::write(&file, "not a database at all, but long enough to be read as one".repeat(40)).expect("a file");
    let cases = [
        format!("sqlite://{}", file.display()),
        "mysql://root:hunter2@localhost/huji".to_owned(),
        "postgres://owner:hunter2@127.0.0.1:1/huji".to_owned(),
    ];
    for url in cases {
        let fault = migrations::run(&url, |_| ()).await.expect_err("no such database");
        assert!(matches!(fault, Error::Url(_) | Error::Unreachable { .. } | Error::Database { .. }), "{fault:?}");
        assert!(!fault.to_string().contains("hunter2"), "{fault}");
    }
}

/// PostgreSQL, where `HUJI_TEST_POSTGRES_URL` names a superuser's database: a database and a role of the test's own.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "the test makes a server's database and roles itself")]
async fn postgres_is_brought_up_and_opened_to_roles_of_its_own() {
    let Ok(server) = std::env::var("HUJI_TEST_POSTGRES_URL") else { return };
    let name = format!("huji_migrations_{}", std::process::id());
    let server = Url::parse(&server).expect("a URL");
    let admin = sea_orm::Database::connect(server.as_str()).await.expect("a server");
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
    let (mut owner, mut app) = (server.clone(), server.clone());
    owner.set_path(&name);
    app.set_path(&name);
    app.set_username(&name).expect("a user");
    app.set_password(Some("it's \\ %")).expect("a password");

    let checked = open_to_roles(owner.as_str(), app.as_str(), &name).await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("no database");
    for role in [name.clone(), format!("{name}_district")] {
        admin.execute_unprepared(&format!("DROP ROLE IF EXISTS {role}")).await.expect("no role");
    }
    checked.expect("tables open to their roles");
}

#[expect(clippy::disallowed_methods, reason = "the test looks behind the application's back")]
async fn open_to_roles(owner: &str, app: &str, name: &str) -> Result<(), Error> {
    let owner_as_app = migrations::roles(owner, owner).await.expect_err("one role for both");
    assert!(owner_as_app.to_string().contains("both owner and application"), "{owner_as_app}");
    let unguarded = migrations::roles(owner, app).await.expect_err("no tables yet");
    assert!(matches!(unguarded, Error::Unguarded(_)), "{unguarded}");
    let (first, second) = tokio::join!(migrations::run(owner, |_| ()), migrations::run(owner, |_| ()));
    assert_eq!(first?, second?, "two at once make every change once");
    assert!(!migrations::citus(owner, Some(name)).await?, "there is no Citus here");
    migrations::roles(owner, app).await?;
    assert!(migrations::pending(app).await?.is_empty(), "the application may ask");

    let db = sea_orm::Database::connect(owner).await.expect("the owner");
    let policies = "SELECT oid::text || polname FROM pg_policy ORDER BY 1";
    let before = texts(&db, policies).await;
    migrations::roles(owner, app).await?;
    assert_eq!(texts(&db, policies).await, before, "policies that are right are left alone");
    db.execute_unprepared(&format!("ALTER ROLE {name} PASSWORD 'another' INHERIT")).await.expect("a changed role");
    db.execute_unprepared("COMMENT ON POLICY beat_app ON beat IS 'of an older version'")
        .await
        .expect("a changed policy");
    migrations::roles(owner, app).await?;
    assert_ne!(texts(&db, policies).await, before, "a policy that is not ours is replaced");
    db.execute_unprepared("CREATE TABLE forgotten (id uuid)").await.expect("a table");
    let strange = migrations::roles(owner, app).await.expect_err("a table nobody declared");
    assert!(strange.to_string().contains("forgotten"), "{strange}");
    Ok(())
}

async fn texts(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}
