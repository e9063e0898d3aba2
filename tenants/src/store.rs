//! Opens the database and hands out scopes; nothing else in the house holds a connection.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbBackend;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::audit::{Trail, Who};
use crate::certificates::{self, Press};
use crate::clock::{Clock, Ids};
use crate::commons::Commons;
use crate::connections;
use crate::error::{Error, Result};
use crate::events::Hub;
use crate::files::{self, Files};
use crate::ids::PrecinctId;
use crate::kept::Kept;
use crate::keys::{DataKey, Keys, MasterKey};
use crate::link::Link;
use crate::members::Member;
use crate::scope::{District, Precinct, Scope};
use crate::sightings::Sightings;
use crate::transaction::{Meter, Mode, Pool};

/// What a store is opened with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite://path` or `postgres://user:password@host/database` (the application role).
    pub database_url: String,
    /// Connections to PostgreSQL, or readers of SQLite.
    pub connections: u32,
    /// `redis://host` or `redis://host?cluster=true`; empty for none, and then this process must be the only one.
    pub redis_url: String,
    /// The master key that opens sealed fields.
    pub master_key: MasterKey,
    /// Distinct persons an account may be shown in a day (PRV-10).
    pub persons_per_day: u32,
    /// How long an answer may be kept for those who ask again; zero keeps none.
    pub kept_for: Duration,
    /// Where files are kept and how they are looked at.
    pub files: files::Settings,
    /// What certificates are printed with.
    pub paper: certificates::Settings,
    /// What the time is.
    pub clock: Clock,
    /// Where ids and nonces come from.
    pub ids: Ids,
}

/// Everything that is true, and the only way to it. Cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    pool: Pool,
    meter: Arc<Meter>,
    keys: Keys,
    link: Link,
    hub: Hub,
    kept: Kept,
    clock: Clock,
    ids: Ids,
    trail: Trail,
    sightings: Sightings,
    files: Files,
    press: Press,
    district_role: String,
    members: crate::members::Cache,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("backend", &self.backend()).finish_non_exhaustive()
    }
}

/// Where a request comes from, for the trail (SEC-06).
#[derive(Clone, Debug)]
pub struct Origin {
    /// The request's id.
    pub request_id: String,
    /// Terminal class and network address.
    pub terminal: String,
}

impl Store {
    /// Connects. Fails with [`Error::Unavailable`] when no database answers, with [`Error::Invalid`] when a URL cannot be read. A
    /// Redis that does not answer is no failure.
    pub async fn open(settings: Settings) -> Result<Self> {
        let pool = connect(&settings.database_url, settings.connections).await?;
        let meter = Arc::new(Meter::default());
        let trail = Trail::start(pool.clone(), Arc::clone(&meter));
        let keys = Keys::new(&settings.master_key)?;
        let link = Link::open(&settings.redis_url, keys.clone()).await?;
        let hub = Hub::start(pool.clone(), Arc::clone(&meter), link.clone());
        Ok(Self(Arc::new(Inner {
            kept: Kept::new(settings.kept_for, hub.clone(), link.clone()),
            hub,
            keys,
            link,
            meter,
            trail,
            clock: settings.clock,
            ids: settings.ids,
            sightings: Sightings::new(settings.persons_per_day),
            files: Files::new(settings.files),
            press: Press::new(settings.paper),
            district_role: district_role(&settings.database_url),
            members: crate::members::Cache::default(),
            pool,
        })))
    }

    /// Which home this is.
    pub fn backend(&self) -> DbBackend {
        self.0.pool.backend()
    }

    /// Whether the database answers now.
    pub async fn ping(&self) -> Result<()> {
        let commons = self.commons(Mode::Look).await?;
        commons.ping().await
    }

    /// Opens one precinct for a member posted there.
    pub fn precinct(&self, member: &Arc<Member>, origin: &Origin) -> Scope<Precinct> {
        self.enter(member, member.precinct, origin)
    }

    /// Opens a precinct within a member's reach; any other does not exist.
    pub fn precinct_of(&self, member: &Arc<Member>, precinct: PrecinctId, origin: &Origin) -> Result<Scope<Precinct>> {
        if member.reaches(precinct) { Ok(self.enter(member, precinct, origin)) } else { Err(Error::NotFound) }
    }

    /// Opens the district for a member whose role reads across it.
    pub fn district(&self, member: &Arc<Member>, origin: &Origin) -> Result<Scope<District>> {
        if !member.reads_district() {
            return Err(Error::Denied);
        }
        Ok(self.everywhere(member, &who(member, origin)))
    }

    /// Every precinct a member reaches, for what holds across them whoever the member is, such as the day's limit of persons.
    pub(crate) fn everywhere(&self, member: &Arc<Member>, who: &Arc<Who>) -> Scope<District> {
        let reach =
            District { id: member.district, precincts: member.precincts.clone(), role: self.0.district_role.clone() };
        Scope::new(self.clone(), reach, Arc::clone(member), Arc::clone(who))
    }

    /// Every station of a member's district, to count in and for nothing else; whoever asks for it answers a number.
    pub(crate) async fn counting(&self, member: &Arc<Member>, who: &Arc<Who>) -> Result<Scope<District>> {
        let sql = "SELECT id FROM precinct WHERE district_id = $1 AND kind = 'STATION'";
        let rows = self.commons(Mode::Look).await?.query(sql, vec![member.district.into()]).await?;
        let ids = rows.iter().map(|row| Ok(PrecinctId(row.try_get_by_index(0)?)));
        let precincts = ids.collect::<Result<Vec<_>>>()?;
        let reach = District { id: member.district, precincts, role: self.0.district_role.clone() };
        Ok(Scope::new(self.clone(), reach, Arc::clone(member), Arc::clone(who)))
    }

    fn enter(&self, member: &Arc<Member>, precinct: PrecinctId, origin: &Origin) -> Scope<Precinct> {
        Scope::new(self.clone(), Precinct(precinct), Arc::clone(member), who(member, origin))
    }

    /// The precinct's data key, opened once per process.
    pub async fn data_key(&self, precinct: PrecinctId) -> Result<DataKey> {
        if let Some(key) = self.0.keys.known(precinct.0) {
            return Ok(key);
        }
        let wrapped = self.commons(Mode::Look).await?.wrapped_key(precinct).await?;
        self.0.keys.unwrap(precinct.0, &wrapped)
    }

    /// Statements sent so far, for tests that count them.
    pub fn meter(&self) -> &Meter {
        &self.0.meter
    }

    /// What the time is.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Where ids come from.
    pub fn ids(&self) -> &Ids {
        &self.0.ids
    }

    /// Every key in use.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// What is shared with the other gateways.
    pub fn link(&self) -> &Link {
        &self.0.link
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.0.pool
    }

    pub(crate) fn meter_handle(&self) -> Arc<Meter> {
        Arc::clone(&self.0.meter)
    }

    /// Who is told what happens where.
    pub(crate) fn hub(&self) -> &Hub {
        &self.0.hub
    }

    /// Counts that are kept until something happens.
    pub(crate) fn kept(&self) -> &Kept {
        &self.0.kept
    }

    pub(crate) fn trail(&self) -> &Trail {
        &self.0.trail
    }

    pub(crate) fn sightings(&self) -> &Sightings {
        &self.0.sightings
    }

    pub(crate) fn files(&self) -> &Files {
        &self.0.files
    }

    pub(crate) fn press(&self) -> &Press {
        &self.0.press
    }

    pub(crate) fn member_cache(&self) -> &crate::members::Cache {
        &self.0.members
    }

    /// A transaction over the shared tables.
    pub(crate) async fn commons(&self, mode: Mode) -> Result<Commons> {
        Ok(Commons::new(self.clone(), self.0.pool.begin(mode, "", self.meter_handle()).await?))
    }
}

fn who(member: &Member, origin: &Origin) -> Arc<Who> {
    Arc::new(Who {
        account: member.account,
        name: member.name.clone(),
        role: member.role.as_str().to_owned(),
        terminal: origin.terminal.clone(),
        request_id: origin.request_id.clone(),
    })
}

/// The role that reads a district: the application role's name with `_district`, as the migrations make it.
fn district_role(url: &str) -> String {
    let user = PgConnectOptions::from_str(url).map(|options| options.get_username().to_owned());
    user.unwrap_or_default() + "_district"
}

async fn connect(url: &str, connections: u32) -> Result<Pool> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        connect_postgres(url, connections).await
    } else if url.starts_with("sqlite:") {
        connect_sqlite(url, connections).await
    } else {
        Err(Error::invalid("DATABASE_URL", "databaseUrl", "the database URL must begin with sqlite:// or postgres://"))
    }
}

async fn connect_postgres(url: &str, size: u32) -> Result<Pool> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| Error::invalid("DATABASE_URL", "databaseUrl", "the database URL cannot be read"))?;
    // 500 statements stay prepared: enough for every hot list and page size.
    let options = options.application_name("huji").statement_cache_capacity(500);
    let lone = options.clone().options([("default_transaction_read_only", "on")]);
    let of = |options, size| connections::connections(options, size).map_err(Error::internal);
    let (readers, others) = (of(options.clone(), size)?, of(options, (size / 2).max(4))?);
    let glances = if is_citus(&others).await? { None } else { Some(of(lone, size)?) };
    Ok(Pool::Postgres { readers, glances, others })
}

/// Whether the tables are spread by Citus, whose workers do not hear what a session is told (docs/decisions/0015).
async fn is_citus(connections: &connections::Connections) -> Result<bool> {
    let mut held = connections::Held::begin(connections, "BEGIN READ ONLY".to_owned()).await?;
    let sql = "SELECT count(*) > 0 FROM pg_extension WHERE extname = 'citus'";
    let found = sqlx::query_scalar(sql).fetch_one(held.connection()?).await?;
    held.commit().await?;
    Ok(found)
}

async fn connect_sqlite(url: &str, connections: u32) -> Result<Pool> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|_| Error::invalid("DATABASE_URL", "databaseUrl", "the database URL cannot be read"))?;
    let options = options
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(500)
        .pragma("cache_size", "-65536");
    let pool = |size| {
        SqlitePoolOptions::new()
            .max_connections(size)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(10))
    };
    Ok(Pool::Sqlite {
        readers: pool(connections.max(1)).connect_with(options.clone()).await?,
        others: pool(2).connect_with(options.clone()).await?,
        writer: pool(1).connect_with(options).await?,
    })
}
