//! The database of a world, past the store: to set a scene, and to know in clear what an answer must not tell.

use chrono::NaiveDate;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, QueryResult, Statement, Value};
use tenants::clock::Ids;
use tenants::keys::DataKey;
use tenants::names::NameKeys;
use tenants::{codes::Sex, masking};
use uuid::Uuid;

use crate::world::{World, now};

/// A connection as the owner.
pub struct Ledger {
    db: DatabaseConnection,
    keys: Vec<DataKey>,
    precincts: Vec<Uuid>,
}

/// A person as the register has him, in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The row's id.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// The birth date.
    pub birth: NaiveDate,
    /// The id number.
    pub number: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// A person to be added.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    /// The name.
    pub name: &'a str,
    /// The birth date, `YYYY-MM-DD`.
    pub birth: &'a str,
    /// The id number.
    pub number: Option<&'a str>,
    /// The telephone number.
    pub phone: Option<&'a str>,
    /// Where he lives.
    pub dwelling: Option<Uuid>,
}

impl Newcomer<'_> {
    /// Somebody of age, of whom nothing but the name is known.
    pub fn named(name: &str) -> Newcomer<'_> {
        Newcomer { name, birth: "1980-05-06", number: None, phone: None, dwelling: None }
    }
}

impl Ledger {
    /// The ledger of a world.
    pub async fn of(world: &World) -> Self {
        let mut options = ConnectOptions::new(world.owner_url.clone());
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await.expect("the owner's database");
        let precincts: Vec<Uuid> = world.manifest.precincts.iter().map(|precinct| precinct.id).collect();
        let mut keys = Vec::new();
        for at in 0..precincts.len() {
            keys.push(world.store.data_key(world.precinct(at)).await.expect("a data key"));
        }
        Self { db, keys, precincts }
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.db.get_database_backend(), sql, values)
    }

    /// Runs a statement and says how many rows it changed.
    pub async fn run(&self, sql: &str, values: Vec<Value>) -> u64 {
        self.db.execute_raw(self.statement(sql, values)).await.expect(sql).rows_affected()
    }

    /// Every row of a query.
    pub async fn rows(&self, sql: &str, values: Vec<Value>) -> Vec<QueryResult> {
        self.db.query_all_raw(self.statement(sql, values)).await.expect(sql)
    }

    /// The first column of the first row.
    pub async fn one<T: sea_orm::TryGetable>(&self, sql: &str, values: Vec<Value>) -> T {
        let rows = self.rows(sql, values).await;
        rows.first().unwrap_or_else(|| panic!("no row: {sql}")).try_get_by_index(0).expect(sql)
    }

    /// The persons of the precinct at a place in the seed that meet a condition on `p`, by id.
    pub async fn persons(&self, at: usize, condition: &str) -> Vec<Known> {
        let sql = format!(
            "SELECT p.id, p.name, p.birth_date, p.number_sealed, p.phone_sealed FROM person p WHERE p.precinct_id = $1 AND {condition} ORDER BY p.id"
        );
        let rows = self.rows(&sql, vec![self.precincts[at].into()]).await;
        rows.iter().map(|row| self.known(at, row)).collect()
    }

    /// The first of them.
    pub async fn person(&self, at: usize, condition: &str) -> Known {
        let found = self.persons(at, condition).await.into_iter().next();
        found.unwrap_or_else(|| panic!("nobody with {condition}"))
    }

    fn known(&self, at: usize, row: &QueryResult) -> Known {
        let open = |place| {
            let sealed: Option<Vec<u8>> = row.try_get_by_index(place).expect("a sealed value");
            sealed.map(|sealed| self.keys[at].open_text(&sealed).expect("it opens"))
        };
        Known {
            id: row.try_get_by_index(0).expect("an id"),
            name: row.try_get_by_index(1).expect("a name"),
            birth: row.try_get_by_index(2).expect("a birth date"),
            number: open(3),
            phone: open(4),
        }
    }

    /// Runs a statement whose `$1` is the precinct at a place in the seed.
    pub async fn change(&self, at: usize, sql: &str, rest: Vec<Value>) -> u64 {
        self.run(sql, std::iter::once(self.precincts[at].into()).chain(rest).collect()).await
    }

    /// The first column of the first row of a query whose `$1` is the precinct at a place in the seed.
    pub async fn value<T: sea_orm::TryGetable>(&self, at: usize, sql: &str, rest: Vec<Value>) -> T {
        self.one(sql, std::iter::once(self.precincts[at].into()).chain(rest).collect()).await
    }

    /// Open memberships of a person at the first and at the second station.
    pub async fn open_memberships(&self, person: Uuid) -> (i64, i64) {
        const OPEN: &str = "SELECT count(*) FROM membership WHERE precinct_id = $1 AND person_id = $2 AND effective_to IS NULL \
             AND superseded_at IS NULL";
        (self.value(0, OPEN, vec![person.into()]).await, self.value(1, OPEN, vec![person.into()]).await)
    }

    /// Adds a person to a precinct, by its first act; belongs to no household.
    pub async fn add(&self, world: &World, at: usize, id: Uuid, new: &Newcomer<'_>) -> Uuid {
        let (precinct, keys, ids) = (self.precincts[at], world.store.keys(), Ids::seeded(99));
        let act: Uuid =
            self.one("SELECT id FROM act WHERE precinct_id = $1 ORDER BY id LIMIT 1", vec![precinct.into()]).await;
        let names = NameKeys::of(new.name);
        let seal = |clear: Option<&str>| clear.map(|clear| self.keys[at].seal(&ids, clear.as_bytes()).expect("sealed"));
        let birth: NaiveDate = new.birth.parse().expect("a date");
        let sql = "INSERT INTO person (precinct_id, id, name, name_masked, name_key, name_initials, sex, birth_date, number_sealed, \
             number_hash, number_masked, phone_sealed, phone_hash, phone_masked, category, dwelling_id, restricted, act_id, version, \
             recorded_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'FLOATING', $15, $16, $17, 1, $18, $18)";
        let values: Vec<Value> = vec![
            precinct.into(),
            id.into(),
            new.name.into(),
            masking::name(new.name).into(),
            names.full.into(),
            names.initials.into(),
            Sex::Male.code().into(),
            birth.into(),
            seal(new.number).into(),
            new.number.map(|number| keys.number_hash(number)).into(),
            new.number.map(masking::id_number).into(),
            seal(new.phone).into(),
            new.phone.map(|phone| keys.phone_hash(phone)).into(),
            new.phone.map(masking::phone).into(),
            new.dwelling.into(),
            false.into(),
            act.into(),
            now().into(),
        ];
        assert_eq!(self.run(sql, values).await, 1);
        id
    }
}
