//! Seeds in a database: what the manifest says is what the ledger holds, and a precinct does not depend on its neighbours.

use chrono::{NaiveDate, TimeZone as _, Utc};
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use tenants::clock::{Clock, Ids};
use tenants::ids::PrecinctId;
use tenants::keys::{Keys, MasterKey};
use tenants::seed::{Manifest, SeedPlan, seed};
use tenants::store::Settings;
use tenants::{Error, Store};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn master() -> MasterKey {
    MasterKey::from_hex(&"5a".repeat(32)).unwrap()
}

/// A database of its own with the tables in it.
struct Home {
    url: String,
    _directory: tempfile::TempDir,
}

impl Home {
    async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", directory.path().join("huji.db").display());
        migrations::run(&url, |_| {}).await.unwrap();
        Self { url, _directory: directory }
    }

    async fn seed(&self, plan: &SeedPlan) -> tenants::Result<Manifest> {
        let ids = Ids::seeded(1);
        seed(&self.url, &Keys::new(&master())?, &ids, plan, &|_| {}).await
    }

    async fn store(&self) -> Store {
        let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 1, 0, 0).unwrap());
        let settings = Settings {
            database_url: self.url.clone(),
            connections: 2,
            redis_url: String::new(),
            master_key: master(),
            persons_per_day: 200,
            kept_for: std::time::Duration::ZERO,
            files: tenants::files::Settings::default(),
            paper: tenants::certificates::Settings::default(),
            clock,
            ids: Ids::seeded(2),
        };
        Store::open(settings).await.unwrap()
    }

    /// Every row of a precinct in every tenant table, but for what is sealed under fresh nonces.
    async fn rows(&self, precinct: uuid::Uuid) -> Vec<String> {
        let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
        let mut rows = Vec::new();
        for table in migrations::TENANT_TABLES {
            let columns = columns(&mut connection, table).await;
            let row = format!("SELECT '{table} ' || {columns} FROM {table} WHERE precinct_id = $1 ORDER BY 1");
            let query = sqlx::query_scalar::<_, String>(AssertSqlSafe(row)).bind(precinct);
            rows.extend(query.fetch_all(&mut connection).await.unwrap());
        }
        rows
    }
}

async fn columns(connection: &mut SqliteConnection, table: &str) -> String {
    let names = sqlx::query_scalar::<_, String>("SELECT name FROM pragma_table_info($1)").bind(table);
    let names = names.fetch_all(connection).await.unwrap();
    let kept = names.iter().filter(|name| !name.ends_with("_sealed"));
    kept.map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join(" || ' ' || ")
}

#[tokio::test]
async fn domain_1_5_the_manifest_is_the_ledger() {
    let home = Home::new().await;
    let manifest = home.seed(&SeedPlan::sized(1, today(), 2, 150)).await.unwrap();
    let tenants = home.store().await.tenants();
    for precinct in &manifest.precincts {
        assert_eq!(tenants.recount(PrecinctId(precinct.id)).await.unwrap(), 0, "a tally differs from the ledger");
        assert_eq!(precinct.counts().households, 150);
        assert!(precinct.rows > 1_000);
    }
}

#[tokio::test]
async fn a_precinct_is_the_same_whatever_stands_beside_it() {
    let (alone, among) = (Home::new().await, Home::new().await);
    let first = alone.seed(&SeedPlan::sized(1, today(), 1, 60)).await.unwrap();
    let second = among.seed(&SeedPlan::sized(1, today(), 3, 60)).await.unwrap();
    let a = first.precincts[0].id;
    assert_eq!(first.precincts[0], second.precincts[0]);
    let (here, there) = (alone.rows(a).await, among.rows(a).await);
    assert!(here.len() > 500);
    assert_eq!(here, there);
}

#[tokio::test]
async fn idn_05_no_number_is_in_two_precincts_and_every_number_leads_to_its_person() {
    let home = Home::new().await;
    home.seed(&SeedPlan::sized(1, today(), 3, 60)).await.unwrap();
    let mut connection = SqliteConnection::connect(&home.url).await.unwrap();
    let numbers = "SELECT count(number_hash) - (SELECT count(*) FROM identity) + (SELECT count(*) FROM person_number) FROM person";
    assert_eq!(sqlx::query_scalar::<_, i64>(numbers).fetch_one(&mut connection).await.unwrap(), 0);
    let strays = "SELECT count(*) FROM identity i LEFT JOIN person p ON p.precinct_id = i.precinct_id AND p.id = i.person_id WHERE p.id IS NULL";
    assert_eq!(sqlx::query_scalar::<_, i64>(strays).fetch_one(&mut connection).await.unwrap(), 0);
}

#[tokio::test]
async fn prv_19_no_number_or_phone_stands_in_clear() {
    let home = Home::new().await;
    let manifest = home.seed(&SeedPlan::sized(1, today(), 1, 40)).await.unwrap();
    let key = home.store().await.data_key(PrecinctId(manifest.precincts[0].id)).await.unwrap();
    let mut connection = SqliteConnection::connect(&home.url).await.unwrap();
    let sealed = "SELECT number_sealed FROM person WHERE name = '张文静' AND birth_date = '1999-01-01'";
    let sealed: Vec<u8> = sqlx::query_scalar(sealed).fetch_one(&mut connection).await.unwrap();
    assert_eq!(key.open_text(&sealed).unwrap(), "99999919990101002X");
    let rows = home.rows(manifest.precincts[0].id).await.join("\n");
    assert!(!rows.contains("999999") && !rows.contains("'10000"), "a number stands in clear");
}

#[tokio::test]
async fn a_precinct_is_not_seeded_twice_and_another_beside_it_is() {
    let home = Home::new().await;
    let first = home.seed(&SeedPlan::sized(1, today(), 1, 12)).await.unwrap();
    let again = home.seed(&SeedPlan::sized(1, today(), 1, 12)).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
    let mut more = SeedPlan::sized(1, today(), 2, 12);
    more.precincts.remove(0);
    let second = home.seed(&more).await.unwrap();
    assert_eq!((first.district, first.office), (second.district, second.office));
}
