//! Asks the databases themselves whether every tenant table keeps the rules of the wall: the precinct leads every key, foreign key
//! and index, row-level security is forced with one policy a role and command, and the trail cannot be rewritten.

use std::collections::{BTreeMap, BTreeSet};

use migrations::{SHARED_TABLES, TENANT_TABLES};
use sqlx::postgres::{PgConnectOptions, PgPool};
use sqlx::sqlite::SqlitePool;
use sqlx::{AssertSqlSafe, Row as _};

/// The changes' own record; the one table that is neither a tenant's nor shared.
const LEDGER: &str = "seaql_migrations";
/// Written by `tenants::audit`, `tenants::events` and `tenants::acts` in statements of their own; no scope may read them through `rows`.
const UNDECLARED: &[&str] = &["audit_head", "outbox_head", "act_count", "register_opening"];

/// What a database says of one table; the same on either home.
#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    key: Vec<String>,
    /// Name → whether it may be empty.
    columns: BTreeMap<String, bool>,
    foreign: BTreeSet<Foreign>,
    /// Name → columns, uniques included, the key left out.
    indexes: BTreeSet<Vec<String>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Foreign {
    to: String,
    from_columns: Vec<String>,
    to_columns: Vec<String>,
}

type Tables = BTreeMap<String, Table>;

/// Every rule that a catalogue breaks, in words.
fn faults(tables: &Tables) -> Vec<String> {
    let mut faults = Vec::new();
    let known: BTreeSet<&str> = TENANT_TABLES.iter().chain(SHARED_TABLES).copied().chain([LEDGER]).collect();
    let there: BTreeSet<&str> = tables.keys().map(String::as_str).collect();
    faults.extend(known.difference(&there).map(|name| format!("{name}: missing")));
    faults.extend(there.difference(&known).map(|name| format!("{name}: neither a tenant's nor shared")));
    for (name, table) in tables {
        let owned = TENANT_TABLES.contains(&name.as_str());
        let mut say = |what: String| faults.push(format!("{name}: {what}"));
        for key in &table.foreign {
            let to_tenant = TENANT_TABLES.contains(&key.to.as_str());
            if to_tenant && !(owned && leads(&key.from_columns) && leads(&key.to_columns)) {
                say(format!("its key to {} does not carry the precinct", key.to));
            }
        }
        if owned {
            if !leads(&table.key) {
                say("the precinct does not lead its key".to_owned());
            }
            if !table.foreign.iter().any(|key| key.to == "precinct" && key.from_columns == ["precinct_id"]) {
                say("its precinct need not exist".to_owned());
            }
            for index in table.indexes.iter().filter(|index| !leads(index)) {
                say(format!("the precinct does not lead the index on {}", index.join(", ")));
            }
        }
    }
    faults
}

fn leads(columns: &[String]) -> bool {
    columns.first().is_some_and(|column| column == "precinct_id")
}

/// What SQLite's pragmas say.
async fn sqlite_catalogue(pool: &SqlitePool) -> Tables {
    const COLUMNS: &str = "SELECT t.name, c.name, c.\"notnull\" = 0, c.pk FROM sqlite_master t, pragma_table_info(t.name) c \
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.pk";
    const FOREIGN: &str = "SELECT t.name, f.\"table\", f.id, f.\"from\", f.\"to\" FROM sqlite_master t, pragma_foreign_key_list(t.name) f \
        WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq";
    const INDEXES: &str = "SELECT t.name, i.name, k.name FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) k \
        WHERE t.type = 'table' AND i.origin <> 'pk' ORDER BY t.name, i.name, k.seqno";
    let mut tables = Tables::new();
    for row in sqlx::query(COLUMNS).fetch_all(pool).await.unwrap() {
        let table = tables.entry(row.get(0)).or_default();
        table.columns.insert(row.get(1), row.get(2));
        if row.get::<i64, _>(3) > 0 {
            table.key.push(row.get(1));
        }
    }
    let mut keys: BTreeMap<(String, i64), Foreign> = BTreeMap::new();
    for row in sqlx::query(FOREIGN).fetch_all(pool).await.unwrap() {
        let new = || Foreign { to: row.get(1), from_columns: Vec::new(), to_columns: Vec::new() };
        let key = keys.entry((row.get(0), row.get(2))).or_insert_with(new);
        key.from_columns.push(row.get(3));
        key.to_columns.push(row.get(4));
    }
    for ((table, _), key) in keys {
        tables.entry(table).or_default().foreign.insert(key);
    }
    let mut indexes: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for row in sqlx::query(INDEXES).fetch_all(pool).await.unwrap() {
        indexes.entry((row.get(0), row.get(1))).or_default().push(row.get(2));
    }
    for ((table, _), columns) in indexes {
        tables.entry(table).or_default().indexes.insert(columns);
    }
    tables
}

/// What PostgreSQL's catalogue says.
async fn postgres_catalogue(pool: &PgPool) -> Tables {
    const COLUMNS: &str = "SELECT c.relname::text, a.attname::text, NOT a.attnotnull FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped";
    const FOREIGN: &str = "SELECT f.conrelid::regclass::text, f.confrelid::regclass::text, \
        ARRAY(SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY k(n, place) JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.n ORDER BY place), \
        ARRAY(SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY k(n, place) JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.n ORDER BY place) \
        FROM pg_constraint f WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace";
    const INDEXES: &str = "SELECT i.indrelid::regclass::text, i.indisprimary, \
        ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(n, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n ORDER BY place) \
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace";
    let mut tables = Tables::new();
    for row in sqlx::query(COLUMNS).fetch_all(pool).await.unwrap() {
        tables.entry(row.get(0)).or_default().columns.insert(row.get(1), row.get(2));
    }
    for row in sqlx::query(FOREIGN).fetch_all(pool).await.unwrap() {
        let key = Foreign { to: row.get(1), from_columns: row.get(2), to_columns: row.get(3) };
        tables.entry(row.get(0)).or_default().foreign.insert(key);
    }
    for row in sqlx::query(INDEXES).fetch_all(pool).await.unwrap() {
        let table = tables.entry(row.get(0)).or_default();
        if row.get(1) {
            table.key = row.get(2);
        } else {
            table.indexes.insert(row.get(2));
        }
    }
    tables
}

/// A SQLite file of its own, brought up to this binary.
async fn sqlite() -> (tempfile::TempDir, SqlitePool) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("huji.db").display());
    migrations::run(&url, |_| ()).await.unwrap();
    let pool = SqlitePool::connect(&url).await.unwrap();
    (folder, pool)
}

/// A database of its own on the test server, opened to roles of its own, and dropped again.
struct Server {
    name: String,
    admin: PgPool,
    owner: PgPool,
    app: PgPool,
}

/// The test server, where there is one: `HUJI_TEST_POSTGRES_URL` names a superuser's database on it.
#[expect(clippy::disallowed_methods, reason = "a test has no configuration but its environment")]
fn server() -> Option<String> {
    std::env::var("HUJI_TEST_POSTGRES_URL").ok()
}

impl Server {
    async fn open(url: &str, purpose: &str) -> Self {
        let name = format!("huji_catalogue_{purpose}_{}", std::process::id());
        let admin = PgPool::connect(url).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&admin).await.unwrap();
        let (front, _) = url.rsplit_once('/').unwrap();
        let owner_url = format!("{front}/{name}");
        let (_, host) = front.rsplit_once('@').unwrap();
        let app_url = format!("postgres://{name}:sesame@{host}/{name}");
        migrations::run(&owner_url, |_| ()).await.unwrap();
        migrations::roles(&owner_url, &app_url).await.unwrap();
        let owner = PgPool::connect(&owner_url).await.unwrap();
        let app = PgPool::connect_with(app_url.parse::<PgConnectOptions>().unwrap()).await.unwrap();
        Self { name, admin, owner, app }
    }

    async fn drop(self) {
        self.owner.close().await;
        self.app.close().await;
        let Self { name, admin, .. } = self;
        let clear = [
            format!("DROP DATABASE {name} WITH (FORCE)"),
            format!("DROP ROLE {name}"),
            format!("DROP ROLE {name}_district"),
        ];
        for sql in clear {
            sqlx::query(AssertSqlSafe(sql)).execute(&admin).await.unwrap();
        }
    }

    async fn texts(&self, sql: &'static str) -> Vec<String> {
        sqlx::query_scalar(sql).bind(&self.name).fetch_all(&self.owner).await.unwrap()
    }
}

/// The tables as `tenants` declares them, read from its source: `owned!` or `shared!`, or the trait itself, beside the row's module.
fn declared() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut owned, mut shared) = (BTreeSet::new(), BTreeSet::new());
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tenants/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(path).unwrap();
                owned.extend(named(&text, ["owned!(", "impl crate::scope::Owned for ", "impl Owned for "]));
                shared.extend(named(&text, ["shared!(", "impl crate::scope::Shared for ", "impl Shared for "]));
            }
        }
    }
    (owned, shared)
}

/// The tables of the modules a file names after one of these words.
fn named(text: &str, words: [&str; 3]) -> Vec<String> {
    let lines = text.lines().filter_map(|line| words.iter().find_map(|word| line.trim().strip_prefix(word)));
    let modules = lines.filter_map(|rest| rest.split([',', ')', ':']).next()).filter(|module| !module.starts_with('$'));
    let table = |module: &str| {
        let body = &text[text.find(&format!("mod {module} {{"))?..];
        let rest = &body[body.find("table_name = \"")? + "table_name = \"".len()..];
        rest.split('"').next().map(str::to_owned)
    };
    modules.map(|module| table(module).unwrap_or_else(|| panic!("no row in module {module}"))).collect()
}

#[tokio::test]
async fn every_tenant_table_on_sqlite_keeps_the_rules() {
    let (_folder, pool) = sqlite().await;
    assert_eq!(faults(&sqlite_catalogue(&pool).await), Vec::<String>::new());
}

#[tokio::test]
async fn a_table_that_breaks_a_rule_is_named() {
    let (_folder, pool) = sqlite().await;
    let wrong = "CREATE TABLE hazard (id text PRIMARY KEY, precinct_id text, beat_id text REFERENCES beat (id)); \
        CREATE INDEX beat_name ON beat (name); DROP TABLE tally";
    sqlx::raw_sql(wrong).execute(&pool).await.unwrap();
    let faults = faults(&sqlite_catalogue(&pool).await);
    let expected = [
        "tally: missing",
        "hazard: neither a tenant's nor shared",
        "beat: the precinct does not lead the index on name",
        "hazard: its key to beat does not carry the precinct",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn the_lists_of_tables_are_those_tenants_declares() {
    let (owned, shared) = declared();
    let unknown: Vec<_> = owned.iter().filter(|table| !TENANT_TABLES.contains(&table.as_str())).collect();
    assert!(unknown.is_empty(), "owned! but not a tenant's table: {unknown:?}");
    let unknown: Vec<_> = shared.iter().filter(|table| !SHARED_TABLES.contains(&table.as_str())).collect();
    assert!(unknown.is_empty(), "shared! but not a shared table: {unknown:?}");
    let silent: Vec<_> = TENANT_TABLES.iter().filter(|table| !owned.contains(**table)).copied().collect();
    assert_eq!(silent, UNDECLARED, "tenant tables nobody declared");
}

#[tokio::test]
async fn postgres_keeps_the_rules_and_row_level_security() {
    let Some(url) = server() else { return };
    let server = Server::open(&url, "rules").await;
    let tables = postgres_catalogue(&server.owner).await;
    assert_eq!(faults(&tables), Vec::<String>::new());
    let (_folder, sqlite) = sqlite().await;
    let mut twin = sqlite_catalogue(&sqlite).await;
    // The driver's own table, which SQLite and PostgreSQL type differently.
    twin.remove(LEDGER);
    for (name, table) in twin {
        assert_eq!(tables.get(&name), Some(&table), "{name} differs between the two homes");
    }
    row_level_security(&server).await;
    roles_are_weak(&server).await;
    server.drop().await;
}

/// Enabled and forced on exactly the tenant tables, one policy a role and command.
async fn row_level_security(server: &Server) {
    const FORCED: &str =
        "SELECT relname::text FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND $1 <> '' ORDER BY 1";
    const POLICIES: &str = "SELECT tablename || ' ' || cmd || ' ' || replace(array_to_string(roles, ','), $1, 'app') FROM pg_policies ORDER BY 1";
    let mut tenant = TENANT_TABLES.to_vec();
    tenant.sort_unstable();
    assert_eq!(server.texts(FORCED).await, tenant);
    let appended = [
        "act",
        "act_paper",
        "act_subject",
        "application_event",
        "audit_entry",
        "outbox",
        "permit_event",
        "rental_check",
        "sighting",
        "stay_decision",
    ];
    let mut expected: Vec<String> = Vec::new();
    for table in tenant {
        let commands: &[&str] = if appended.contains(&table) { &["INSERT", "SELECT"] } else { &["ALL"] };
        expected.extend(commands.iter().map(|command| format!("{table} {command} app")));
        expected.push(format!("{table} SELECT app_district"));
    }
    let mut policies = server.texts(POLICIES).await;
    policies.sort_unstable();
    expected.sort_unstable();
    assert_eq!(policies, expected);
}

/// Neither role owns, passes policies, inherits the other's, rewrites the trail, or empties a table.
async fn roles_are_weak(server: &Server) {
    const STRONG: &str = "SELECT rolname::text FROM pg_roles WHERE rolname IN ($1, $1 || '_district') \
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolinherit AND rolname = $1)";
    const OWNED: &str = "SELECT relname::text FROM pg_class WHERE pg_get_userbyid(relowner) IN ($1, $1 || '_district')";
    const MEMBER: &str = "SELECT m FROM unnest(ARRAY['MEMBER', 'USAGE']) m WHERE pg_has_role($1, $1 || '_district', m)";
    const RIGHTS: &str = "SELECT relname || ' ' || p FROM pg_class, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p \
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege($1, oid, p) AND (p <> 'UPDATE' \
        OR relname IN ('act', 'act_paper', 'act_subject', 'application_event', 'audit_entry', 'outbox', 'sighting', 'stay_decision', \
        'permit_event', 'rental_check', 'statutory_limit', 'calendar_day', 'application_type', 'district', 'precinct', 'area', 'jurisdiction', \
        'tenant_key', 'installation', 'seaql_migrations')) ORDER BY 1";
    const DISTRICT: &str = "SELECT relname || ' ' || p FROM pg_class, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p \
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege($1 || '_district', oid, p)";
    assert_eq!(server.texts(STRONG).await, Vec::<String>::new());
    assert_eq!(server.texts(OWNED).await, Vec::<String>::new());
    assert_eq!(server.texts(MEMBER).await, ["MEMBER"], "entered by SET ROLE, never inherited");
    assert_eq!(
        server.texts(RIGHTS).await,
        [
            "document_part DELETE",
            "idempotency DELETE",
            "identity DELETE",
            "open_transfer DELETE",
            "permit_holder DELETE",
            "posting_beat DELETE",
            "session DELETE",
            "tally DELETE",
            "unique_fact DELETE",
        ]
    );
    assert_eq!(server.texts(DISTRICT).await, Vec::<String>::new());
}

const TWO_PRECINCTS: &str = "INSERT INTO district VALUES ('00000000-0000-0000-0000-0000000000d0', 'D', '分局', now()); \
    INSERT INTO precinct (id, district_id, code, name, short_name, kind, state, created_at) \
    SELECT id::uuid, '00000000-0000-0000-0000-0000000000d0', id, id, id, 'STATION', 'ACTIVE', now() \
    FROM unnest(ARRAY['00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000c']) id; \
    INSERT INTO beat SELECT id, id, '01', right(code, 1), '2026-01-01', NULL FROM precinct; \
    INSERT INTO audit_entry SELECT id, 1, now(), NULL, '', '', '', '', '', '', NULL, NULL, NULL, 'OK', 0, NULL, NULL, NULL, '', '' FROM precinct";
const IN_A: &str = "SET LOCAL app.precinct_id = '00000000-0000-0000-0000-00000000000a'";

#[tokio::test]
async fn policies_show_and_take_only_what_the_transaction_said() {
    let Some(url) = server() else { return };
    let server = Server::open(&url, "policies").await;
    sqlx::raw_sql(TWO_PRECINCTS).execute(&server.owner).await.unwrap();
    let across = format!(
        "SET LOCAL ROLE {}_district; SET LOCAL app.precinct_ids = '{{00000000-0000-0000-0000-00000000000a,00000000-0000-0000-0000-00000000000b}}'",
        server.name
    );
    // Twice each, because a setting that ended leaves the empty text behind and not NULL.
    for _ in 0..2 {
        assert_eq!(seen(&server.app, "SELECT 1").await, Vec::<String>::new(), "nothing said, nothing shown");
        assert_eq!(seen(&server.app, IN_A).await, ["a"]);
        assert_eq!(seen(&server.app, &across).await, ["a", "b"]);
    }
    let refusals = [
        (
            IN_A,
            "INSERT INTO beat VALUES ('00000000-0000-0000-0000-00000000000b', gen_random_uuid(), '02', 'x', '2026-01-01')",
            Some("42501"),
        ),
        (IN_A, "UPDATE beat SET precinct_id = '00000000-0000-0000-0000-00000000000b'", Some("42501")),
        (IN_A, "UPDATE audit_entry SET account_name = 'nobody'", Some("42501")),
        (IN_A, "DELETE FROM audit_entry", Some("42501")),
        (IN_A, "TRUNCATE beat CASCADE", Some("42501")),
        (
            IN_A,
            "INSERT INTO community (precinct_id, id, beat_id, code, name, name_key, division_code, valid_from) VALUES ('00000000-0000-0000-0000-00000000000a', \
            gen_random_uuid(), '00000000-0000-0000-0000-00000000000b', '1', 'x', 'x', 'x', '2026-01-01')",
            Some("23503"),
        ),
        (
            &across,
            "INSERT INTO beat VALUES ('00000000-0000-0000-0000-00000000000a', gen_random_uuid(), '02', 'x', '2026-01-01')",
            Some("42501"),
        ),
        (&across, "SELECT password_hash FROM account", Some("42501")),
        (
            IN_A,
            "INSERT INTO beat VALUES ('00000000-0000-0000-0000-00000000000a', gen_random_uuid(), '02', 'x', '2026-01-01')",
            None,
        ),
    ];
    for (settings, sql, code) in refusals {
        assert_eq!(refusal(&server.app, settings, sql).await.as_deref(), code, "{sql}");
    }
    server.drop().await;
}

/// The names of the beats a transaction with these settings sees.
async fn seen(pool: &PgPool, settings: &str) -> Vec<String> {
    let mut tx = pool.begin().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(&mut *tx).await.unwrap();
    sqlx::query_scalar("SELECT name FROM beat ORDER BY name").fetch_all(&mut *tx).await.unwrap()
}

/// With which code a statement is refused; it is never committed.
async fn refusal(pool: &PgPool, settings: &str, sql: &'static str) -> Option<String> {
    let mut tx = pool.begin().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(&mut *tx).await.unwrap();
    let fault = sqlx::query(sql).execute(&mut *tx).await.err()?;
    fault.as_database_error()?.code().map(std::borrow::Cow::into_owned)
}
