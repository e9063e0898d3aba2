//! Memberships with their history: who was in a household once, and who died or left.

use chrono::{DateTime, Utc};
use tests::laws;

use super::*;

/// A household closed long ago and one that stands, of a family whose past is told; nobody's present is told twice.
fn family(office: &Office) -> Vec<Table> {
    let households = [
        format!("IMP-1,FAMILY,{},2008-01-01,", office.doors[0]),
        format!("IMP-9,家庭户,{},1985-01-01,2012-05-01", office.doors[1]),
    ];
    let son = number("1980-05-06", 991);
    let persons = [
        format!("IMP-1,诸葛大明,1,1980-05-06,02,{son},,,"),
        "IMP-1,诸葛小宝,1,2018-01-02,20,,,,".to_owned(),
        format!(",诸葛老大,1,1950-01-02,,{},,DEAD,2012-05-01", number("1950-01-02", 993)),
        ",上官静,2,1982-07-08,,,138 0000 0009,DEPARTED,".to_owned(),
    ];
    let memberships = [
        "IMP-9,,诸葛老大,1950-01-02,02,1985-01-01,2012-05-01,,".to_owned(),
        format!("IMP-9,{son},,,2,1985-01-01,2008-01-01,,分户"),
        format!("IMP-1,{son},,,02,2008-01-01,,分户,"),
        "IMP-1,,上官静,1982-07-08,12,2008-03-01,2016-01-01,MARRIAGE,MOVE_OUT".to_owned(),
    ];
    [
        office.table("households.csv", &format!("{HOUSEHOLDS},closed_on"), &households),
        office.table("persons.csv", PERSONS_OF_OLD, &persons),
        office.table("memberships.csv", MEMBERSHIPS, &memberships),
    ]
    .concat()
}

/// A household as it stood: state, head, members with relation, days and name.
async fn stood(office: &Office, number: &str, moment: &str) -> serde_json::Value {
    let chief = office.world.member(Role::StationChief, 0);
    let document = format!(
        "{{ precinct {{ household(number: {number:?}{moment}) {{ state headName memberCount closedOn members {{ relationCode effectiveFrom effectiveTo reason person {{ name }} }} }} }} }}"
    );
    let found = office.world.data(&chief, &document).await["precinct"]["household"].take();
    let member = |one: &serde_json::Value| {
        let text = |key: &str| one[key].as_str().unwrap_or("-").to_owned();
        let name = one["person"]["name"].as_str().unwrap_or_default();
        let texts = ["effectiveFrom", "effectiveTo", "reason"].map(text).join(" ");
        format!("{} {name} {texts}", text("relationCode"))
    };
    let members: Vec<String> = found["members"].as_array().unwrap().iter().map(member).collect();
    serde_json::json!([found["state"], found["headName"], found["memberCount"], found["closedOn"], members])
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_10_as_of_a_former_day_a_household_shows_who_was_in_it() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let report = office.import(&family(&office), Mode::AllOrNothing).await.unwrap();
        assert_eq!(faults(&report), [""; 0]);
        assert_eq!((report.households, report.persons, report.memberships, report.acts.len()), (2, 4, 3, 1));
        let expected = serde_json::json!([
            "ACTIVE",
            "诸**",
            2,
            null,
            ["02 诸** 1985-01-01 2012-05-01 DEATH", "20 诸** 1985-01-01 2008-01-01 SPLIT",]
        ]);
        assert_eq!(stood(&office, "IMP-9", ", asOf: \"2000-01-01\"").await, expected);
        let expected = serde_json::json!(["CLOSED", "诸**", 0, "2012-05-01", []]);
        assert_eq!(stood(&office, "IMP-9", "").await, expected);
        let expected = serde_json::json!([
            "ACTIVE",
            "诸**",
            2,
            null,
            ["02 诸** 2008-01-01 - SPLIT", "12 上** 2008-03-01 2016-01-01 MOVE_OUT",]
        ]);
        assert_eq!(stood(&office, "IMP-1", ", asOf: \"2010-01-01\"").await, expected);
        let expected = serde_json::json!([
            "ACTIVE",
            "诸**",
            2,
            null,
            ["02 诸** 2008-01-01 - SPLIT", "20 ** 2018-01-02 - IMPORT",]
        ]);
        assert_eq!(stood(&office, "IMP-1", "").await, expected);
        let chief = office.world.member(Role::StationChief, 0);
        let unknown = "{ precinct { household(number: \"IMP-9\", asOf: \"2000-01-01\", knownAt: \"2026-11-23T00:00:00Z\") { state } } }";
        let answer = office.world.ask(&chief, unknown).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_FOUND", "the system did not know it yesterday");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_01_reg_02_reg_07_reg_08_a_past_that_is_taken_over_keeps_every_law() {
    for home in Home::all() {
        let office = Office::new(home).await;
        assert_eq!(laws::broken(&office.ledger).await, [""; 0], "before");
        let before = office.rows().await;
        let report = office.import(&family(&office), Mode::KeepGood).await.unwrap();
        assert_eq!(laws::broken(&office.ledger).await, [""; 0]);
        assert_eq!(office.wrong_tallies().await, 0, "REG-17");
        let after = office.rows().await;
        let added = |table: &str| after[table] - before[table];
        assert_eq!(added("membership"), 8, "two that last, and three of two rows each: it began, it ended");
        assert_eq!((added("person"), added("registration"), added("identity"), added("unique_fact")), (4, 4, 2, 1));
        let of_act = "SELECT count(*) FROM membership m JOIN act a ON a.precinct_id = m.precinct_id AND a.id = m.act_id \
             WHERE m.precinct_id = $1 AND a.number = $2 AND m.recorded_at = a.recorded_at \
             AND (m.superseded_at IS NULL OR m.superseded_at = m.recorded_at)";
        let act = || vec![report.acts[0].as_str().into()];
        assert_eq!(office.ledger.value::<i64>(0, of_act, act()).await, 8);
        let recorded = "SELECT recorded_at FROM act WHERE precinct_id = $1 AND number = $2";
        let recorded: DateTime<Utc> = office.ledger.value(0, recorded, act()).await;
        assert_eq!(recorded, tests::world::now(), "REG-10: the days are the file's, the knowledge is of now");
        let states = "SELECT p.name || ' ' || r.state || ' ' || r.since || ' ' || coalesce(p.death_on, r.since) FROM person p \
             JOIN registration r ON r.person_id = p.id JOIN act a ON a.precinct_id = p.precinct_id AND a.id = p.act_id \
             WHERE p.precinct_id = $1 AND a.number = $2 ORDER BY p.birth_date";
        let values = std::iter::once(office.world.precinct(0).0.into()).chain(act()).collect();
        let rows = office.ledger.rows(states, values).await;
        let states: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        let expected = [
            "诸葛老大 DEAD 2012-05-01 2012-05-01",
            "诸葛大明 REGISTERED 2008-01-01 2008-01-01",
            "上官静 DEPARTED 2016-01-01 2016-01-01",
            "诸葛小宝 REGISTERED 2018-01-02 2018-01-02",
        ];
        assert_eq!(states, expected, "REG-12: the dead die once; who left belongs to no household");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_died_or_left_is_found_and_counts_in_no_population() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let chief = office.world.member(Role::StationChief, 0);
        let overview = "{ precinct { overview { households registeredPopulation actualPopulation } } }";
        let before = office.world.data(&chief, overview).await["precinct"]["overview"].take();
        office.import(&family(&office), Mode::AllOrNothing).await.unwrap();
        let after = office.world.data(&chief, overview).await["precinct"]["overview"].take();
        for (field, more) in [("households", 1), ("registeredPopulation", 2), ("actualPopulation", 2)] {
            assert_eq!(after[field].as_i64().unwrap() - before[field].as_i64().unwrap(), more, "{field}");
        }
        let dead = format!("idNumber: {:?}", number("1950-01-02", 993));
        for (input, expected) in [(dead.as_str(), (true, "诸**")), ("phone: \"13800000009\"", (false, "上**"))] {
            let document = format!(
                "{{ precinct {{ personSearch(input: {{ {input} }}, purpose: VERIFICATION) {{ matches {{ person {{ name deceased household {{ number }} }} }} }} }} }}"
            );
            let found = office.world.data(&chief, &document).await["precinct"]["personSearch"]["matches"].take();
            let person =
                serde_json::json!([{ "person": { "name": expected.1, "deceased": expected.0, "household": null } }]);
            assert_eq!(found, person);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_02_reg_19_the_past_of_the_registers_own_people_may_come_later_and_once() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        let shut = [format!("IMP-9,FAMILY,{},1985-01-01,2012-05-01", office.doors[1])];
        let memberships = [
            format!("IMP-9,{},,,02,1990-01-01,2012-05-01,,", number("1980-05-06", 991)),
            "IMP-2,,司徒安,2021-03-04,30,2021-03-04,2022-01-01,,".to_owned(),
            format!("IMP-1,{},,,12,2015-06-01,2016-01-01,,", number("1982-07-08", 992)),
        ];
        let tables = [
            office.table("households.csv", &format!("{HOUSEHOLDS},closed_on"), &shut),
            office.table("memberships.csv", MEMBERSHIPS, &memberships),
        ]
        .concat();
        let versions = "SELECT sum(version) FROM household WHERE precinct_id = $1 AND number IN ('IMP-1', 'IMP-2')";
        assert_eq!(office.ledger.value::<i64>(0, versions, vec![]).await, 2);
        let report = office.import(&tables, Mode::KeepGood).await.unwrap();
        assert_eq!(faults(&report), ["memberships.csv 3 member_from REG-02"], "she is a member since");
        assert_eq!((report.households, report.persons, report.memberships), (1, 0, 2));
        assert_eq!(office.ledger.value::<i64>(0, versions, vec![]).await, 3, "IMP-1 changed, IMP-2 did not");
        let person =
            "SELECT sum(version) FROM person WHERE precinct_id = $1 AND name IN ('诸葛大明', '上官静', '司徒安')";
        assert_eq!(office.ledger.value::<i64>(0, person, vec![]).await, 5);
        assert_eq!(laws::broken(&office.ledger).await, [""; 0]);
        let before = office.rows().await;
        let again = office.import(&tables, Mode::KeepGood).await.unwrap();
        assert_eq!((again.refused.len(), again.acts.len()), (4, 0));
        assert_eq!(office.rows().await, before, "the same file again changes nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_a_past_is_written_in_the_transaction_of_its_file_or_not_at_all() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let mut tables = family(&office);
        let bad = office.table("more.csv", MEMBERSHIPS, &["IMP-1,,诸葛小宝,2018-01-02,20,2019-01-01,2020-01-01,,"]);
        tables[2].rows.extend(bad[0].rows.iter().map(|(_, cells)| (6, cells.clone())));
        let before = (office.rows().await, office.content().await);
        let report = office.import(&tables, Mode::AllOrNothing).await.unwrap();
        assert_eq!(faults(&report), ["memberships.csv 6 member_from REG-02"]);
        assert_eq!((office.rows().await, office.content().await), before);
        let dry = office.import(&tables, Terms { dry_run: true, ..Mode::KeepGood.into() }).await.unwrap();
        assert_eq!((dry.households, dry.persons, dry.memberships), (2, 4, 3));
        assert_eq!((office.rows().await, office.content().await), before);
    }
}
