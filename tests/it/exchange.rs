//! Registers as files: what is taken over, what is refused and why, and what an export holds.

mod duplicates;
mod export;
mod files;
mod import;
mod past;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use tenants::codes::Sex;
use tenants::exchange::{self, Exported, Format, Mode, Report, Table, Terms, WATERMARK};
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::ids::PrecinctId;
use tenants::roles::Role;
use tenants::scope::{Precinct, Scope};
use tenants::store::Origin;
use tenants::{Error, Result};
use tests::ledger::Ledger;
use tests::world::{Home, World};

const HOUSEHOLDS: &str = "household_number,kind,address,established_on";
const PERSONS: &str = "household_number,name,sex,birth_date,relation,id_number,phone,category,former_name,member_from";
/// Of persons who are no longer registered, too.
const PERSONS_OF_OLD: &str = "household_number,name,sex,birth_date,relation,id_number,phone,status,died_on";
const MEMBERSHIPS: &str = "户号,公民身份号码,姓名,出生日期,与户主关系,入户日期,出户日期,入户原因,出户原因";

/// What an import writes but its word in the trail, and the counts that it brings up.
const WRITTEN: [&str; 12] = [
    "act",
    "household",
    "household_address",
    "identity",
    "membership",
    "outbox",
    "person",
    "person_name",
    "register_opening",
    "registration",
    "tally",
    "unique_fact",
];

/// A world, its ledger, a folder for files, and three dwellings of the first precinct.
struct Office {
    world: World,
    ledger: Ledger,
    folder: tempfile::TempDir,
    doors: Vec<String>,
}

impl Office {
    async fn new(home: Home) -> Self {
        let world = World::of(home, 2, 24, 1_000_000).await;
        let ledger = Ledger::of(&world).await;
        let rows = ledger
            .rows(
                "SELECT label FROM dwelling WHERE precinct_id = $1 AND usage = 'RESIDENTIAL' ORDER BY label LIMIT 3",
                vec![world.precinct(0).0.into()],
            )
            .await;
        let doors = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        Self { world, ledger, folder: tempfile::tempdir().unwrap(), doors }
    }

    fn scope(&self, role: Role) -> Scope<Precinct> {
        let origin = Origin { request_id: "request-1".to_owned(), terminal: "CONSOLE".to_owned() };
        self.world.store.precinct_of(&self.world.member(role, 0), self.world.precinct(0), &origin).unwrap()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// A file of households and one of persons, read as they stand.
    fn tables(&self, households: &[String], persons: &[String]) -> Vec<Table> {
        [self.table("households.csv", HOUSEHOLDS, households), self.table("persons.csv", PERSONS, persons)].concat()
    }

    fn table(&self, name: &str, heading: &str, lines: &[impl AsRef<str>]) -> Vec<Table> {
        let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
        exchange::read(&self.file(name, format!("{heading}\r\n{}\r\n", lines.join("\r\n")))).unwrap()
    }

    async fn import(&self, tables: &[Table], terms: impl Into<Terms>) -> Result<Report> {
        self.scope(Role::StationChief).import(tables, &terms.into(), |_, _| {}).await
    }

    /// Rows of the tables an import writes, by table.
    async fn rows(&self) -> BTreeMap<&'static str, i64> {
        let mut counts = BTreeMap::new();
        for table in WRITTEN {
            let sql = format!("SELECT count(*) FROM {table} WHERE precinct_id = $1");
            counts.insert(table, self.ledger.value(0, &sql, vec![]).await);
        }
        counts
    }

    /// What an import adds up in rows that are there already.
    async fn content(&self) -> Vec<i64> {
        let mut sums = Vec::new();
        for sum in [
            "sum(registered) FROM register_opening",
            "sum(households + registered_resident + registered_away) FROM tally",
            "sum(version + member_count) FROM household",
            "sum(version) FROM person",
        ] {
            sums.push(self.ledger.value(0, &format!("SELECT {sum} WHERE precinct_id = $1"), vec![]).await);
        }
        sums
    }

    /// How many tallies differ from the ledger.
    async fn wrong_tallies(&self) -> u64 {
        self.world.as_owner().await.tenants().recount(self.world.precinct(0)).await.unwrap()
    }

    fn home(&self, number: &str) -> String {
        format!("{number},FAMILY,{},2015-06-01", self.doors[0])
    }
}

fn number(birth: &str, sequence: u32) -> String {
    IdNumber::compose(TEST_REGION, birth.parse().unwrap(), sequence).unwrap().as_str().to_owned()
}

/// A member's line: number, name, sex, birth date, relation, id number.
fn member(household: &str, [name, sex, birth, relation, number]: [&str; 5]) -> String {
    format!("{household},{name},{sex},{birth},{relation},{number},,,,")
}

fn faults(report: &Report) -> Vec<String> {
    report.refused.iter().map(|one| format!("{} {} {} {}", one.table, one.row, one.column, one.rule)).collect()
}

/// A household of three and one of two.
fn good(office: &Office) -> (Vec<String>, Vec<String>) {
    let households = vec![office.home("IMP-1"), format!("IMP-2,家庭户,{},2020-02-29", office.doors[1])];
    let persons = vec![
        format!("IMP-1,诸葛大明,1,1980-05-06,02,{},138 0000 0001,,诸葛小名,", number("1980-05-06", 991)),
        format!("IMP-1,上官静,女,1982-07-08,12,{},,REGISTERED_AWAY,,2016-01-01", number("1982-07-08", 992)),
        member("IMP-1", ["诸葛小宝", "1", "2018-01-02", "20", ""]),
        member("IMP-2", ["司徒平", "1", "1990-01-02", "02", &number("1990-01-02", 993)]),
        member("IMP-2", ["司徒安", "2", "2021-03-04", "30", ""]),
    ];
    (households, persons)
}
