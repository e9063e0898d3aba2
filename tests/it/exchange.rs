//! Registers as files: what is taken over, what is refused and why, and what an export holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use tenants::codes::Sex;
use tenants::exchange::{self, Exported, Format, Mode, Report, Table, WATERMARK};
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
        let text = |heading: &str, lines: &[String]| format!("{heading}\r\n{}\r\n", lines.join("\r\n"));
        let one = self.file("households.csv", text(HOUSEHOLDS, households));
        let other = self.file("persons.csv", text(PERSONS, persons));
        let mut tables = exchange::read(&one).unwrap();
        tables.extend(exchange::read(&other).unwrap());
        tables
    }

    async fn import(&self, tables: &[Table], mode: Mode) -> Result<Report> {
        self.scope(Role::StationChief).import(tables, mode, |_, _| {}).await
    }

    /// Rows of the tables an import writes, by table.
    async fn rows(&self) -> BTreeMap<&'static str, i64> {
        let mut counts = BTreeMap::new();
        for table in ["household", "household_address", "person", "person_name", "membership", "act"] {
            let sql = format!("SELECT count(*) FROM {table} WHERE precinct_id = $1");
            counts.insert(table, self.ledger.value(0, &sql, vec![]).await);
        }
        counts.insert(
            "identity",
            self.ledger.value(0, "SELECT count(*) FROM identity WHERE precinct_id = $1", vec![]).await,
        );
        counts
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

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_an_import_is_one_act_to_which_every_row_points() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let before = office.rows().await;
        let (households, persons) = good(&office);
        let report = office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        assert_eq!((report.households, report.persons, report.acts.len(), faults(&report)), (2, 5, 1, vec![]));
        let after = office.rows().await;
        let added: BTreeMap<_, _> = after.iter().map(|(table, count)| (*table, count - before[table])).collect();
        let expected = [
            ("act", 1),
            ("household", 2),
            ("household_address", 2),
            ("identity", 3),
            ("membership", 5),
            ("person", 5),
            ("person_name", 1),
        ];
        assert_eq!(added, expected.into());
        for table in ["household", "household_address", "person", "person_name", "membership"] {
            let sql = format!(
                "SELECT count(*) FROM {table} x JOIN act a ON a.precinct_id = x.precinct_id AND a.id = x.act_id WHERE x.precinct_id = $1 AND a.number = $2 AND a.kind = 'IMPORT'"
            );
            let of_act: i64 = office.ledger.value(0, &sql, vec![report.acts[0].as_str().into()]).await;
            assert_eq!(of_act, added[table], "{table}");
        }
        assert_eq!(office.wrong_tallies().await, 0, "REG-17");
        let trail =
            "SELECT row_count FROM audit_entry WHERE precinct_id = $1 AND function = 'import' AND result = 'OK'";
        assert_eq!(office.ledger.value::<i32>(0, trail, vec![]).await, 5);
        let neighbour: i64 = office
            .ledger
            .value(1, "SELECT count(*) FROM act WHERE precinct_id = $1 AND number LIKE 'IMP-%'", vec![])
            .await;
        assert_eq!(neighbour, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_imported_is_found_shown_and_counted() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let chief = office.world.member(Role::StationChief, 0);
        let overview = "{ precinct { overview { households registeredPopulation actualPopulation } } }";
        let before = office.world.data(&chief, overview).await["precinct"]["overview"].take();
        let (households, persons) = good(&office);
        office.import(&office.tables(&households, &persons), Mode::KeepGood).await.unwrap();
        let after = office.world.data(&chief, overview).await["precinct"]["overview"].take();
        for (field, more) in [("households", 2), ("registeredPopulation", 5), ("actualPopulation", 4)] {
            assert_eq!(after[field].as_i64().unwrap() - before[field].as_i64().unwrap(), more, "{field}");
        }
        for input in [
            "name: \"诸葛大明\"",
            "name: \"zhugedaming\"",
            "name: \"诸葛小名\"",
            "phone: \"13800000001\"",
            &format!("idNumber: {:?}", number("1980-05-06", 991)),
        ] {
            let document = format!(
                "{{ precinct {{ personSearch(input: {{ {input} }}, purpose: VERIFICATION) {{ matches {{ person {{ name household {{ number }} }} }} }} }} }}"
            );
            let found = office.world.data(&chief, &document).await["precinct"]["personSearch"]["matches"].take();
            assert_eq!(
                found,
                serde_json::json!([{ "person": { "name": "诸**", "household": { "number": "IMP-1" } } }]),
                "{input}"
            );
        }
        let household = "{ precinct { household(number: \"IMP-1\") { headName memberCount version members { relationCode effectiveFrom person { name birth category } act { kind } } } } }";
        let shown = office.world.data(&chief, household).await["precinct"]["household"].take();
        let line = |relation: &str, from: &str, [name, birth, category]: [&str; 3]| serde_json::json!({ "relationCode": relation, "effectiveFrom": from, "act": { "kind": "IMPORT" }, "person": { "name": name, "birth": birth, "category": category } });
        let expected = serde_json::json!({ "headName": "诸**", "memberCount": 3, "version": 1, "members": [
            line("02", "2015-06-01", ["诸**", "1980", "REGISTERED_RESIDENT"]),
            line("12", "2016-01-01", ["上**", "1982", "REGISTERED_AWAY"]),
            line("20", "2018-01-02", ["**", "6-13", "REGISTERED_RESIDENT"]),
        ] });
        assert_eq!(shown, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_or_nothing_writes_nothing_for_one_bad_row_and_says_so_in_the_trail() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let before = office.rows().await;
        let (households, mut persons) = good(&office);
        persons.push(member("IMP-2", ["司徒错", "1", "1991-01-02", "99", "99999919910102001"]));
        let report = office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        assert_eq!((report.households, report.persons, report.acts.len()), (0, 0, 0));
        assert_eq!(faults(&report), ["persons.csv 7 id_number IDN-01"]);
        assert_eq!(office.rows().await, before);
        let trail = "SELECT count(*) FROM audit_entry WHERE precinct_id = $1 AND function = 'import' AND result = 'INVALID' AND condition = 'refusedRows=1'";
        assert_eq!(office.ledger.value::<i64>(0, trail, vec![]).await, 1);
        assert_eq!(office.wrong_tallies().await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keep_good_takes_the_good_rows_and_reports_every_other_with_row_column_rule_and_reason() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let taken = office.ledger.person(1, "p.birth_date < '2000-01-01' AND p.number_sealed IS NOT NULL").await;
        let sex: i16 = office
            .ledger
            .value(1, "SELECT sex FROM person WHERE precinct_id = $1 AND id = $2", vec![taken.id.into()])
            .await;
        let short: String = office.ledger.value(1, "SELECT short_name FROM precinct WHERE id = $1", vec![]).await;
        let closed: String = office
            .ledger
            .value(
                0,
                "SELECT number FROM household WHERE precinct_id = $1 AND state = 'CLOSED' ORDER BY number LIMIT 1",
                vec![],
            )
            .await;
        let standing: String = office
            .ledger
            .value(
                0,
                "SELECT number FROM household WHERE precinct_id = $1 AND state = 'ACTIVE' ORDER BY number LIMIT 1",
                vec![],
            )
            .await;
        let (mut households, mut persons) = good(&office);
        households.extend([
            office.home("IMP-3"),                                   // 4: two heads
            office.home("IMP-3"),                                   // 5: twice in the file
            format!("IMP-4,FAMILY,{},2015-02-30", office.doors[2]), // 6: no day
            "IMP-5,FAMILY,别的地方1栋101室,2015-06-01".to_owned(),  // 7: no such door
            office.home("IMP-6"),                                   // 8: nobody
            office.home(&standing),                                 // 9: there already
            office.home("IMP-7"),                                   // 10: a minor alone
        ]);
        let sexed = if sex == Sex::Male.code() { "1" } else { "2" };
        persons.extend([
            member("IMP-3", ["单于甲", "1", "1970-01-02", "02", ""]), // 7
            member("IMP-3", ["单于乙", "1", "1971-01-02", "02", ""]), // 8: a second head
            member("IMP-4", ["单于丙", "1", "1972-01-02", "02", ""]), // 9: its household is refused
            member("IMP-1", ["欧阳丁", "1", "1973-01-02", "99", "123456197301020013"]), // 10: no region
            member("IMP-1", ["欧阳戊", "1", "1973-01-02", "99", &number("1973-01-03", 991)]), // 11: another birth
            member("IMP-1", ["欧阳己", "1", "1973-01-02", "99", &number("1973-01-02", 992)]), // 12: another sex
            member("IMP-1", ["欧阳庚", "1", "1973-01-02", "99", "999999197301020010"]), // 13: check character
            member("IMP-1", ["欧阳辛", "1", "1980-05-06", "99", &number("1980-05-06", 991)]), // 14: twice in the file
            member("IMP-1", ["欧阳壬", sexed, &taken.birth.to_string(), "99", taken.number.as_deref().unwrap()]), // 15: registered next door
            member(&closed, ["欧阳癸", "1", "1973-01-02", "99", ""]), // 16: closed
            member("IMP-1", ["欧阳子", "1", "2027-01-02", "99", ""]), // 17: not born yet
            member("IMP-7", ["欧阳丑", "1", "2012-01-02", "02", ""]), // 18: a minor head
            member("NOWHERE", ["欧阳寅", "1", "1973-01-02", "99", ""]), // 19
        ]);
        let report = office.import(&office.tables(&households, &persons), Mode::KeepGood).await.unwrap();
        let expected = [
            "households.csv 5 household_number REG-15",
            "households.csv 6 established_on FORMAT",
            "households.csv 7 address REG-13",
            "households.csv 8 household_number REG-03",
            "households.csv 9 household_number REG-15",
            "households.csv 10 household_number REG-04",
            "persons.csv 8 relation REG-03",
            "persons.csv 9 household_number REG-03",
            "persons.csv 10 id_number IDN-04",
            "persons.csv 11 id_number IDN-02",
            "persons.csv 12 id_number IDN-03",
            "persons.csv 13 id_number GB-11643",
            "persons.csv 14 id_number IDN-05",
            "persons.csv 15 id_number REG-14",
            "persons.csv 16 household_number REG-07",
            "persons.csv 17 birth_date REG-10",
            "persons.csv 18 household_number REG-03",
            "persons.csv 19 household_number REG-03",
        ];
        assert_eq!(faults(&report), expected);
        assert_eq!((report.households, report.persons, report.acts.len()), (3, 6, 1));
        let pointer = report.refused.iter().find(|one| one.rule == "REG-14").unwrap();
        assert_eq!(pointer.reason, format!("already registered, ask {short}"));
        let csv = String::from_utf8(exchange::report_csv(&report.refused).unwrap()).unwrap();
        assert_eq!(csv.lines().count(), expected.len() + 1);
        assert!(csv.starts_with("\u{feff}table,row,column,rule,reason\n"), "{csv}");
        for secret in [taken.number.as_deref().unwrap(), "欧阳", "1973", "123456"] {
            assert!(!csv.contains(secret), "a value is repeated: {csv}");
        }
        assert_eq!(office.wrong_tallies().await, 0);
        let seen: i64 = office.ledger.value(1, "SELECT count(*) FROM audit_entry WHERE precinct_id = $1", vec![]).await;
        assert_eq!(seen, 0, "the neighbour's own data were not read");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_the_same_file_again_changes_nothing() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        let tables = office.tables(&households, &persons);
        office.import(&tables, Mode::KeepGood).await.unwrap();
        let before = office.rows().await;
        let again = office.import(&tables, Mode::KeepGood).await.unwrap();
        assert_eq!((again.households, again.persons, again.acts.len()), (0, 0, 0), "no act for nothing");
        assert_eq!(again.refused.len(), 7);
        assert_eq!(office.rows().await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn members_join_a_household_of_the_register_and_it_grows() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let standing: String = office
            .ledger
            .value(0, "SELECT number FROM household WHERE precinct_id = $1 AND state = 'ACTIVE' AND kind = 'FAMILY' AND established_on < '2015-01-01' ORDER BY number LIMIT 1", vec![])
            .await;
        let count = "SELECT member_count FROM household WHERE precinct_id = $1 AND number = $2";
        let version = "SELECT version FROM household WHERE precinct_id = $1 AND number = $2";
        let key = || vec![standing.as_str().into()];
        let (members, seen): (i32, i32) =
            (office.ledger.value(0, count, key()).await, office.ledger.value(0, version, key()).await);
        let persons = office.file(
            "persons.csv",
            format!("{PERSONS}\n{}\n", member(&standing, ["诸葛新来", "1", "1999-01-02", "99", ""])),
        );
        let report = office.import(&exchange::read(&persons).unwrap(), Mode::AllOrNothing).await.unwrap();
        assert_eq!((report.households, report.persons, faults(&report)), (0, 1, vec![]));
        assert_eq!(office.ledger.value::<i32>(0, count, key()).await, members + 1);
        assert_eq!(office.ledger.value::<i32>(0, version, key()).await, seen + 1, "REG-19");
        assert_eq!(office.wrong_tallies().await, 0);
    }
}

/// A workbook with a sheet of households and one of persons, headed in Chinese, with a real date in it.
fn workbook(households: &[String], persons: &[String]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let headings =
        ["户号,户别,地址,立户日期", "户号,姓名,性别,出生日期,与户主关系,公民身份号码,电话,人口类别,曾用名,入户日期"];
    let dated = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    for (name, heading, lines) in [("households", headings[0], households), ("persons", headings[1], persons)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, line) in std::iter::once(heading).chain(lines.iter().map(String::as_str)).enumerate() {
            for (column, cell) in line.split(',').enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                if cell.parse::<NaiveDate>().is_ok() {
                    let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(cell).unwrap();
                    sheet.write_with_format(row, column, &day, &dated).unwrap();
                } else {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_s_own_files_are_taken_over_in_utf_8_in_gbk_and_as_a_workbook() {
    for home in Home::all() {
        let mut written = BTreeSet::new();
        for form in ["utf-8", "gbk", "xlsx"] {
            let office = Office::new(home).await;
            let (households, persons) = good(&office);
            let tables = match form {
                "utf-8" => office.tables(&households, &persons),
                "gbk" => {
                    let gbk = |heading: &str, lines: &[String]| {
                        encoding_rs::GBK.encode(&format!("{heading}\r\n{}\r\n", lines.join("\r\n"))).0.into_owned()
                    };
                    let one = office.file("户.csv", gbk("户号,户别,地址,立户日期", &households));
                    let other = office.file(
                        "人.CSV",
                        gbk("户号,姓名,性别,出生日期,与户主关系,公民身份号码,电话,人口类别,曾用名,入户日期", &persons),
                    );
                    [exchange::read(&one).unwrap(), exchange::read(&other).unwrap()].concat()
                }
                _ => exchange::read(&office.file("register.xlsx", workbook(&households, &persons))).unwrap(),
            };
            let report = office.import(&tables, Mode::AllOrNothing).await.unwrap();
            assert_eq!((report.households, report.persons, faults(&report)), (2, 5, vec![]), "{form}");
            let sql = "SELECT h.number || ' ' || h.kind || ' ' || p.name || ' ' || m.relation || ' ' || p.category || ' ' || coalesce(p.number_masked, '-') || ' ' || coalesce(p.phone_masked, '-') \
                 FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
                 JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = $1 AND h.number LIKE 'IMP-%' ORDER BY 1";
            let rows = office.ledger.rows(sql, vec![office.world.precinct(0).0.into()]).await;
            written.insert(rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>());
        }
        assert_eq!(written.len(), 1, "the same register from each: {written:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_register_is_refused_whole_and_nothing_is_written() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let before = office.rows().await;
        let (households, persons) = good(&office);
        let mut empty = rust_xlsxwriter::Workbook::new();
        empty.add_worksheet();
        let code = |outcome: Result<Report>| match outcome {
            Err(Error::Invalid { code, .. }) => code,
            other => panic!("{other:?}"),
        };
        let twice = office.tables(&households, &persons);
        let twice: Vec<Table> = twice.iter().chain(&twice).cloned().collect();
        assert_eq!(code(office.import(&twice, Mode::KeepGood).await), "EXCHANGE-FILE", "two tables of a kind");
        assert_eq!(code(office.import(&[], Mode::KeepGood).await), "EXCHANGE-FILE", "no table");
        for (name, bytes, expected) in [
            ("empty.csv", Vec::new(), "EXCHANGE-COLUMN"),
            ("empty.xlsx", empty.save_to_buffer().unwrap(), "EXCHANGE-FILE"),
            ("headless.csv", format!("{}\n", persons.join("\n")).into_bytes(), "EXCHANGE-COLUMN"),
            ("wrong.csv", format!("{PERSONS},ethnicity\n").into_bytes(), "EXCHANGE-COLUMN"),
            ("missing.csv", b"household_number,name,sex,birth_date\n".to_vec(), "EXCHANGE-COLUMN"),
            ("doubled.csv", format!("{PERSONS},\u{59d3}\u{540d}\n").into_bytes(), "EXCHANGE-COLUMN"),
        ] {
            let tables = exchange::read(&office.file(name, bytes)).unwrap();
            for mode in [Mode::KeepGood, Mode::AllOrNothing] {
                assert_eq!(code(office.import(&tables, mode).await), expected, "{name}");
            }
        }
        let heading = exchange::read(&office.file("heading.csv", format!("{HOUSEHOLDS}\n"))).unwrap();
        assert_eq!(
            office.import(&heading, Mode::AllOrNothing).await.unwrap(),
            Report::default(),
            "a table without rows is no fault"
        );
        assert_eq!(office.rows().await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_14_a_head_who_is_registered_next_door_takes_his_household_with_him_and_no_other() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        let hash = office.world.store.keys().number_hash(&number("1980-05-06", 991));
        let other = office.ledger.person(1, "1 = 1").await;
        let sql = "INSERT INTO identity (precinct_id, number_hash, person_id, recorded_at) VALUES ($1, $2, $3, $4)";
        office.ledger.change(1, sql, vec![hash.into(), other.id.into(), tests::world::now().into()]).await;
        let report = office.import(&office.tables(&households, &persons), Mode::KeepGood).await.unwrap();
        let expected = [
            "households.csv 2 household_number REG-03",
            "persons.csv 2 id_number REG-14",
            "persons.csv 3 household_number REG-03",
            "persons.csv 4 household_number REG-03",
        ];
        assert_eq!(faults(&report), expected);
        assert_eq!((report.households, report.persons), (1, 2));
        assert_eq!(office.wrong_tallies().await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_12_only_a_chief_or_the_operator_imports_and_exports() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        let tables = office.tables(&households, &persons);
        for role in Role::ALL.iter().filter(|role| **role != Role::StationChief && !role.is_district()) {
            let scope = office.scope(*role);
            let import = scope.import(&tables, Mode::KeepGood, |_, _| {}).await;
            let export = scope.export(Exported::Persons, Format::Csv, "review").await;
            assert!(matches!((import, export), (Err(Error::Denied), Err(Error::Denied))), "{role}");
        }
        let operator = office
            .world
            .as_owner()
            .await
            .members()
            .operator(PrecinctId(office.world.manifest.precincts[0].id))
            .await
            .unwrap();
        let origin = Origin { request_id: String::new(), terminal: "console".to_owned() };
        let scope = office.world.as_owner().await.precinct_of(&operator, office.world.precinct(0), &origin).unwrap();
        assert!(scope.export(Exported::Households, Format::Csv, "review").await.is_ok());
        for reason in ["", "  "] {
            let export = office.scope(Role::StationChief).export(Exported::Persons, Format::Csv, reason).await;
            assert!(matches!(export, Err(Error::PurposeRequired(_))), "PRV-02: a reason");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_12_prv_10_an_export_is_masked_watermarked_and_in_the_trail_person_by_person() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let known = office.ledger.persons(0, "1 = 1").await;
        let restricted = office.ledger.person(0, "EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = p.precinct_id AND m.person_id = p.id AND m.effective_to IS NULL AND m.superseded_at IS NULL)").await;
        office
            .ledger
            .change(
                0,
                "UPDATE person SET restricted = $3 WHERE precinct_id = $1 AND id = $2",
                vec![restricted.id.into(), true.into()],
            )
            .await;
        let members: i64 = office
            .ledger
            .value(0, "SELECT count(*) FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id WHERE m.precinct_id = $1 AND h.state = 'ACTIVE' AND m.effective_to IS NULL AND m.superseded_at IS NULL", vec![])
            .await;
        let (bytes, count) = office
            .scope(Role::StationChief)
            .export(Exported::Persons, Format::Csv, "年度核查 13800001234")
            .await
            .unwrap();
        assert_eq!(i64::try_from(count).unwrap(), members - 1, "PRV-17: all but the restricted one");
        let table = exchange::read(&office.file("persons.csv", &bytes)).unwrap().remove(0);
        assert_eq!((table.heading.last().map(String::as_str), table.rows.len()), (Some(WATERMARK), count));
        for (row, cells) in &table.rows {
            assert_eq!(cells[8], "测试4 (station_chief) 2026-11-24 01:00:00 UTC", "row {row}");
            let minor = cells[4].contains('-');
            assert!(
                if minor { cells[2] == "**" } else { cells[2].ends_with('*') || cells[2].chars().count() == 1 },
                "row {row}: {cells:?}"
            );
        }
        assert!(table.rows.iter().any(|(_, cells)| cells[4].contains('-')), "there are children among them");
        let text = String::from_utf8(bytes).unwrap();
        for one in &known {
            let secrets = [Some(&one.name), one.number.as_ref(), one.phone.as_ref()];
            let told = secrets
                .into_iter()
                .flatten()
                .find(|secret| secret.chars().count() > 1 && text.contains(secret.as_str()));
            assert!(told.is_none() && !text.contains(&one.birth.to_string()), "{told:?} is in clear");
        }
        let trail = "SELECT sum(row_count), max(purpose), sum(length(subjects)) FROM audit_entry WHERE precinct_id = $1 AND function = 'export'";
        let row = office.ledger.rows(trail, vec![office.world.precinct(0).0.into()]).await.remove(0);
        let (counted, purpose, bytes): (i64, String, i64) =
            (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap(), row.try_get_by_index(2).unwrap());
        assert_eq!(
            (counted, purpose.as_str(), bytes),
            (members - 1, "年度核查 138****1234", (members - 1) * 16),
            "every person of it by id"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_imported_is_exported_again_in_either_form_and_does_not_come_back_in() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        let mut forms = Vec::new();
        for (format, name) in [(Format::Csv, "out.csv"), (Format::Xlsx, "out.xlsx")] {
            let mut rows = Vec::new();
            for table in [Exported::Households, Exported::Persons] {
                let (bytes, count) =
                    office.scope(Role::StationChief).export(table, format, "yearly review").await.unwrap();
                let read = exchange::read(&office.file(name, bytes)).unwrap();
                assert_eq!(read[0].rows.len(), count);
                let refused = office.import(&read, Mode::KeepGood).await;
                assert!(
                    matches!(refused, Err(Error::Invalid { code: "EXCHANGE-COLUMN", .. })),
                    "an export is not imported"
                );
                rows.extend(read[0].rows.iter().map(|(_, cells)| cells[..8].join(",")));
            }
            forms.push(rows);
        }
        assert_eq!(forms[0], forms[1], "the same cells in both");
        let imported: Vec<&String> = forms[0].iter().filter(|row| row.starts_with("IMP-1,")).collect();
        let masked = tenants::masking::address(&office.doors[0]);
        let community: String = office.ledger.value(0, "SELECT c.code FROM household h JOIN community c ON c.precinct_id = h.precinct_id AND c.id = h.community_id WHERE h.precinct_id = $1 AND h.number = 'IMP-1'", vec![]).await;
        let mut expected = [
            format!("IMP-1,FAMILY,ACTIVE,{masked},诸**,3,2015-06-01,{community}"),
            format!(
                "IMP-1,02,诸**,1,1980,{},138****0001,REGISTERED_RESIDENT",
                tenants::masking::id_number(&number("1980-05-06", 991))
            ),
            format!(
                "IMP-1,12,上**,2,1982,{},,REGISTERED_AWAY",
                tenants::masking::id_number(&number("1982-07-08", 992))
            ),
            "IMP-1,20,**,1,6-13,,,REGISTERED_RESIDENT".to_owned(),
        ];
        let mut imported: Vec<String> = imported.into_iter().cloned().collect();
        imported.sort();
        expected.sort();
        assert_eq!(imported, expected);
    }
}
