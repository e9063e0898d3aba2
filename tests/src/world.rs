//! A world: a district with its stations, seeded in a database of its own, and people who ask through the engine.
//!
//! Every world has two precincts and a district at least; only a twin world has one, to be compared with.

use std::str::FromStr as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use futures_util::StreamExt as _;
use schema::bounds::Limits;
use schema::engine::{Call, Caller, Engine};
use schema::id::{Kind, Seal};
use schema::live::{Opened, Opening};
use schema::messages::Language;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tenants::Store;
use tenants::applications::AssistOffice;
use tenants::clock::{Clock, Ids};
use tenants::ids::{AccountId, BeatId, DistrictId, PostingId, PrecinctId, SessionId};
use tenants::keys::{Keys, MasterKey};
use tenants::members::{Kind as CameBy, Member};
use tenants::roles::Role;
use tenants::seed::{Manifest, SeedPlan, seed};
use tenants::sessions::Terminal;
use tenants::store::Settings;
use uuid::Uuid;

/// Which database a world lives in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// A file of its own.
    Sqlite,
    /// A database of its own on the server of `HUJI_TEST_POSTGRES_URL`.
    Postgres,
}

impl Home {
    /// The homes there are: PostgreSQL too where a server is named. `ops/test` names one.
    pub fn all() -> Vec<Self> {
        if std::env::var_os(POSTGRES).is_some() { vec![Self::Sqlite, Self::Postgres] } else { vec![Self::Sqlite] }
    }
}

const POSTGRES: &str = "HUJI_TEST_POSTGRES_URL";
const APP: (&str, &str) = ("huji_test", "huji-test-only");

/// A seeded district and the engine that answers for it.
pub struct World {
    /// What answers.
    pub engine: Engine,
    /// The store behind it.
    pub store: Store,
    /// Stands still until moved.
    pub clock: Clock,
    /// What the store was opened with, to open another on the same rows.
    pub settings: Settings,
    /// What was seeded.
    pub manifest: Manifest,
    /// The application's own URL.
    pub url: String,
    /// The URL that may do anything: of the owner, or the file.
    pub owner_url: String,
    _files: Option<tempfile::TempDir>,
}

/// The instant at which worlds stand.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 0, 0).single().unwrap_or_default()
}

fn today() -> NaiveDate {
    now().date_naive()
}

impl World {
    /// A district of three precincts of 60 households.
    pub async fn new(home: Home) -> Self {
        Self::of(home, 3, 60, 1_000_000).await
    }

    /// A district of so many precincts of so many households, and so many persons a day for each account.
    pub async fn of(home: Home, precincts: usize, households: u32, persons_per_day: u32) -> Self {
        let files = tempfile::tempdir().expect("a folder for the world");
        let (owner_url, url) = match home {
            Home::Sqlite => {
                let url = format!("sqlite://{}", files.path().join("huji.db").display());
                (url.clone(), url)
            }
            Home::Postgres => postgres().await,
        };
        migrations::run(&owner_url, |_| {}).await.expect("the tables");
        migrations::roles(&owner_url, &url).await.expect("the roles");
        let master_key = MasterKey::generate(&Ids::seeded(11));
        let keys = Keys::new(&master_key).expect("keys");
        let plan = SeedPlan::sized(7, today(), precincts, households);
        let manifest = seed(&owner_url, &keys, &Ids::seeded(12), &plan, &|_| {}).await.expect("the seed");
        let clock = Clock::fixed(now());
        let settings = Settings {
            database_url: url.clone(),
            connections: 4,
            redis_url: String::new(),
            master_key,
            persons_per_day,
            kept_for: std::time::Duration::ZERO,
            files: tenants::files::Settings {
                place: files.path().join("files").display().to_string(),
                ..Default::default()
            },
            paper: tenants::certificates::Settings::default(),
            clock: clock.clone(),
            ids: Ids::seeded(13),
        };
        let store = Store::open(settings.clone()).await.expect("the store");
        let engine = Engine::new(store.clone(), Limits::default(), 1 << 22).expect("our own SDL");
        Self { engine, store, clock, manifest, url, owner_url, settings, _files: Some(files) }
    }

    /// Another process on the same database and clock, which knows nothing of what this one remembers. The files stay ours.
    pub async fn another_process(&self) -> Self {
        let settings = Settings { ids: Ids::seeded(14), ..self.settings.clone() };
        let store = Store::open(settings.clone()).await.expect("the store");
        let engine = Engine::new(store.clone(), Limits::default(), 1 << 22).expect("our own SDL");
        let (clock, manifest) = (self.clock.clone(), self.manifest.clone());
        let (url, owner_url) = (self.url.clone(), self.owner_url.clone());
        Self { engine, store, clock, manifest, url, owner_url, settings, _files: None }
    }

    /// The store as the operator's command line opens it.
    pub async fn as_owner(&self) -> Store {
        let settings = Settings { database_url: self.owner_url.clone(), ids: Ids::seeded(15), ..self.settings.clone() };
        Store::open(settings).await.expect("the owner's store")
    }

    /// The public id of a row of a precinct, by the precinct's place in the seed.
    pub fn id(&self, kind: Kind, at: usize, row: Uuid) -> String {
        Seal::new(self.store.keys().public_id()).text(kind, self.precinct(at), row)
    }

    /// The row that a public id of ours names.
    pub fn row(&self, id: &str) -> Uuid {
        Seal::new(self.store.keys().public_id()).open(id).expect("an id of ours").2
    }

    /// The public id by which another precinct knows what has a row on both sides, such as a move.
    pub fn beyond(&self, kind: Kind, precinct: PrecinctId, id: &str) -> String {
        Seal::new(self.store.keys().public_id()).text(kind, precinct, self.row(id))
    }

    /// A precinct's id, by its place in the seed.
    pub fn precinct(&self, at: usize) -> PrecinctId {
        PrecinctId(self.manifest.precincts[at].id)
    }

    /// Somebody posted in a precinct; on all of its beats.
    pub fn member(&self, role: Role, at: usize) -> Arc<Member> {
        let precinct = &self.manifest.precincts[at];
        let beats = precinct.beats.iter().copied().map(BeatId).collect();
        self.posted(role, PrecinctId(precinct.id), vec![PrecinctId(precinct.id)], beats)
    }

    /// Somebody posted in the district's office.
    pub fn officer_of_district(&self, role: Role) -> Arc<Member> {
        let stations = self.manifest.precincts.iter().map(|precinct| PrecinctId(precinct.id)).collect();
        self.posted(role, PrecinctId(self.manifest.office), stations, Vec::new())
    }

    fn posted(&self, role: Role, precinct: PrecinctId, precincts: Vec<PrecinctId>, beats: Vec<BeatId>) -> Arc<Member> {
        // One account a role and precinct, the same in every world.
        let id = Uuid::from_u128(precinct.0.as_u128() ^ (role as u128 + 1));
        Arc::new(Member {
            account: Some(AccountId(id)),
            name: format!("测试{}", role as usize),
            login: role.as_str().to_lowercase(),
            role,
            posting: Some(PostingId(id)),
            precinct,
            district: DistrictId(self.manifest.district),
            precincts,
            beats,
            office: (role == Role::DepartmentClerk).then_some(AssistOffice::CivilAffairs),
            kind: CameBy::Session { id: SessionId(id), terminal: Terminal::Desktop },
            epoch: 1,
            lasts_until: DateTime::<Utc>::MAX_UTC,
        })
    }

    /// The bytes of an answer.
    pub async fn bytes(&self, member: Option<&Arc<Member>>, document: &str) -> String {
        let caller = caller(member);
        let call = Call { document: document.to_owned(), ..Call::default() };
        // As the gateway does: in a task of a worker, whose polls the loaders gather by.
        let engine = self.engine.clone();
        let answer = tokio::spawn(async move { engine.execute(caller, call).await }).await.expect("no panic");
        String::from_utf8_lossy(&answer.body).into_owned()
    }

    /// The bytes of what a subscription answers first: so many events, or less and then why it ends.
    pub async fn frames(&self, member: Option<&Arc<Member>>, document: &str, count: usize) -> Vec<String> {
        let opening = Opening {
            standing: member.map(|member| self.store.members().standing(Arc::clone(member), None)),
            resume: None,
        };
        let call = Call { document: document.to_owned(), ..Call::default() };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match self.engine.open(caller(member), opening, call).await {
            Opened::Once(answer) => vec![text(&answer.body)],
            Opened::Stream(frames) => frames.take(count).map(|frame| text(&frame.body)).collect().await,
        }
    }

    /// The answer as JSON.
    pub async fn ask(&self, member: &Arc<Member>, document: &str) -> serde_json::Value {
        serde_json::from_str(&self.bytes(Some(member), document).await).expect("an answer is JSON")
    }

    /// The answer's data; an answer with errors fails the test.
    pub async fn data(&self, member: &Arc<Member>, document: &str) -> serde_json::Value {
        let mut answer = self.ask(member, document).await;
        assert!(answer.get("errors").is_none(), "{document}\n{answer:#}");
        answer["data"].take()
    }
}

fn caller(member: Option<&Arc<Member>>) -> Caller {
    Caller {
        member: member.cloned(),
        request_id: "request-1".to_owned(),
        terminal: "DESKTOP 10.33.0.7".to_owned(),
        language: Language::English,
        budget: None,
    }
}

/// The codes of an answer's errors.
pub fn codes(answer: &serde_json::Value) -> Vec<String> {
    let errors = answer["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| error["extensions"]["code"].as_str().unwrap_or("?").to_owned()).collect()
}

/// A new database on the named server: the owner's URL and the application's.
pub async fn postgres() -> (String, String) {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var(POSTGRES).expect("a PostgreSQL server");
    let name = format!("huji_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&server).await.expect("the server answers");
    // A server that outlives many runs meets process ids again.
    connection.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await.expect("room");
    connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a database");
    let options = PgConnectOptions::from_str(&server).expect("a server's URL");
    let app = format!("postgres://{}:{}@{}:{}/{name}", APP.0, APP.1, options.get_host(), options.get_port());
    let owner = with_database(&server, &name);
    drop(PgPoolOptions::new().max_connections(1).connect(&owner).await.expect("the new database answers"));
    (owner, app)
}

/// The same URL with another database.
fn with_database(url: &str, name: &str) -> String {
    let (front, query) =
        url.split_once('?').map_or((url, String::new()), |(front, query)| (front, format!("?{query}")));
    let scheme = front.find("://").map_or(0, |at| at + 3);
    let authority = front[scheme..].find('/').map_or(front.len(), |at| at + scheme);
    format!("{}/{name}{query}", &front[..authority])
}
