//! Likely duplicates: held, shown side by side, decided, and what the trail keeps of it (REG-15).

use tests::laws;
use tests::ledger::Known;

use super::*;

/// Another family of the same precinct whose wife has the name of 诸葛小宝's mother, and whose child has his name and nearly his birth.
fn other_family(office: &Office) -> (Vec<String>, Vec<String>) {
    let households = vec![format!("IMP-3,FAMILY,{},2016-01-01", office.doors[2])];
    let persons = vec![
        member("IMP-3", ["诸葛二明", "1", "1983-05-06", "02", &number("1983-05-06", 991)]),
        member("IMP-3", ["上官静", "2", "1985-07-08", "12", &number("1985-07-08", 992)]),
        member("IMP-3", ["诸葛小宝", "1", "2018-01-04", "20", &number("2018-01-04", 993)]),
    ];
    (households, persons)
}

/// A register with the first family in it.
async fn office_with_a_family(home: Home) -> Office {
    let office = Office::new(home).await;
    let (households, persons) = good(&office);
    office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
    office
}

/// The report of likely duplicates as a file, decided and handed back.
fn decided(office: &Office, report: &Report, decision: &str, reason: &str) -> Vec<exchange::Decision> {
    let csv = String::from_utf8(exchange::duplicates_csv(&report.duplicates).unwrap()).unwrap();
    let mut lines = csv.lines().map(str::to_owned);
    let mut filled = vec![lines.next().unwrap()];
    filled.extend(lines.map(|line| format!("{}{decision},{reason}", line.strip_suffix(',').unwrap())));
    exchange::decisions(&exchange::read(&office.file("decisions.csv", filled.join("\n"))).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_a_likely_duplicate_is_neither_written_nor_dropped_but_held_beside_the_register_masked() {
    for home in Home::all() {
        let office = office_with_a_family(home).await;
        let (households, persons) = other_family(&office);
        let report = office.import(&office.tables(&households, &persons), Mode::KeepGood).await.unwrap();
        assert_eq!(faults(&report), ["persons.csv 4 name REG-15"]);
        assert_eq!((report.households, report.persons, report.duplicates.len()), (1, 2, 1));
        let csv = String::from_utf8(exchange::duplicates_csv(&report.duplicates).unwrap()).unwrap();
        let line: Vec<&str> = csv.lines().nth(1).unwrap().split(',').collect();
        let masked = tenants::masking::id_number(&number("2018-01-04", 993));
        let expected =
            ["IMP-3", "**", "1", "6-13", &masked, "", "IMP-1", "**", "1", "6-13", "", "", "REGISTERED", "2", "SAME"];
        assert_eq!((line[0], &line[2..17], &line[17..]), ("4", &expected[..], &["persons.csv", "", ""][..]));
        for secret in ["小宝", "2018-01", &number("2018-01-04", 993)] {
            assert!(!csv.contains(secret), "{secret} is in clear: {csv}");
        }
        let shown = "SELECT subjects FROM audit_entry WHERE precinct_id = $1 AND function = 'importDuplicates'";
        let subjects: Vec<u8> = office.ledger.value(0, shown, vec![]).await;
        let child = office.ledger.person(0, "p.name = '诸葛小宝'").await;
        assert_eq!(subjects, child.id.as_bytes(), "SEC-04: whom the report shows");
        let whole = office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        assert_eq!((whole.acts.len(), whole.persons), (0, 0), "nothing is taken over while somebody is undecided");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_decided_to_be_different_a_held_row_is_taken_over_by_the_same_file_again() {
    for home in Home::all() {
        let office = office_with_a_family(home).await;
        let (households, persons) = other_family(&office);
        let tables = office.tables(&households, &persons);
        let first = office.import(&tables, Mode::KeepGood).await.unwrap();
        let decisions = decided(&office, &first, "不同人", "另有其人 13800001234");
        let pair = decisions[0].pair.clone();
        let terms = Terms { decisions, ..Mode::KeepGood.into() };
        let second = office.import(&tables, terms.clone()).await.unwrap();
        let expected = [
            "households.csv 2 household_number REG-15",
            "persons.csv 2 id_number REG-14",
            "persons.csv 3 id_number REG-14",
        ];
        assert_eq!(faults(&second), expected, "the others are there");
        assert_eq!((second.persons, second.same, second.duplicates.len()), (1, 0, 0));
        let joined = "SELECT h.number FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
             JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = $1 AND p.birth_date = '2018-01-04'";
        assert_eq!(office.ledger.value::<String>(0, joined, vec![]).await, "IMP-3");
        let summary = "SELECT summary FROM act WHERE precinct_id = $1 AND number = $2";
        let summary: String = office.ledger.value(0, summary, vec![second.acts[0].as_str().into()]).await;
        assert!(summary.ends_with("; likely duplicates decided to be different persons: 1"), "{summary}");
        let trail = "SELECT condition || ' ' || purpose FROM audit_entry WHERE precinct_id = $1 AND function = 'importDecision' AND object_id = $2";
        let child = office.ledger.person(0, "p.name = '诸葛小宝' AND p.number_sealed IS NULL").await;
        let kept: String = office.ledger.value(0, trail, vec![child.id.into()]).await;
        assert_eq!(kept, format!("row=4 pair={pair} DIFFERENT 另有其人 138****1234"));
        assert_eq!((laws::broken(&office.ledger).await, office.wrong_tallies().await), (vec![], 0));
        let third = office.import(&tables, terms).await.unwrap();
        assert_eq!(
            (third.acts.len(), third.refused.len()),
            (0, 5),
            "the decision has done its work and is about nobody any more"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_decided_to_be_the_same_a_row_is_left_out_and_the_rest_is_whole() {
    for home in Home::all() {
        let office = office_with_a_family(home).await;
        let (households, persons) = other_family(&office);
        let mut tables = office.tables(&households, &persons);
        let past = [format!("IMP-3,{},,,20,2018-01-04,,BIRTH,", number("2018-01-04", 993))];
        tables.extend(office.table("memberships.csv", MEMBERSHIPS, &past));
        let dry = office.import(&tables, Terms { dry_run: true, ..Mode::AllOrNothing.into() }).await.unwrap();
        assert_eq!(faults(&dry), ["memberships.csv 2 id_number REG-01", "persons.csv 4 name REG-15"]);
        let decisions = decided(&office, &dry, "SAME", "entered twice");
        let report = office.import(&tables, Terms { decisions, ..Mode::AllOrNothing.into() }).await.unwrap();
        assert_eq!((faults(&report), report.persons, report.same), (vec![], 2, 1), "and his memberships with him");
        let children = "SELECT count(*) FROM person WHERE precinct_id = $1 AND name = '诸葛小宝'";
        assert_eq!(office.ledger.value::<i64>(0, children, vec![]).await, 1);
        let trail = "SELECT purpose FROM audit_entry WHERE precinct_id = $1 AND function = 'importDecision' AND condition LIKE '% SAME'";
        assert_eq!(office.ledger.value::<String>(0, trail, vec![]).await, "entered twice");
        assert_eq!(laws::broken(&office.ledger).await, [""; 0]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_another_mother_or_another_precinct_is_no_duplicate_and_a_restricted_entry_shows_nothing() {
    for home in Home::all() {
        let office = office_with_a_family(home).await;
        let (households, mut persons) = other_family(&office);
        persons[1] = persons[1].replace("上官静", "公孙静");
        let dry = Terms { dry_run: true, ..Mode::KeepGood.into() };
        let report = office.import(&office.tables(&households, &persons), dry.clone()).await.unwrap();
        assert_eq!((report.duplicates.len(), report.persons), (0, 3), "another mother");
        let ours = office.ledger.persons(0, "1 = 1").await;
        let is_ours = |one: &Known| {
            let near = |birth: NaiveDate| (birth - one.birth).num_days().abs() <= 3;
            ours.iter().any(|our| our.name == one.name && near(our.birth))
        };
        let next_door = office.ledger.persons(1, "p.number_sealed IS NOT NULL").await;
        let next_door = next_door.into_iter().find(|one| !is_ours(one)).unwrap();
        let stranger = member("IMP-3", [&next_door.name, "0", &next_door.birth.to_string(), "99", ""]);
        let report =
            office.import(&office.tables(&households, &[persons, vec![stranger]].concat()), dry.clone()).await.unwrap();
        assert_eq!(report.duplicates.len(), 0, "PRV-13: names are not asked across the wall");
        let restrict = "UPDATE person SET restricted = $2 WHERE precinct_id = $1 AND name = '诸葛小宝'";
        office.ledger.change(0, restrict, vec![true.into()]).await;
        let (households, persons) = other_family(&office);
        let report = office.import(&office.tables(&households, &persons), dry).await.unwrap();
        let [pair] = &report.duplicates[..] else { panic!("{report:?}") };
        assert_eq!((pair.status, &pair.register), ("RESTRICTED", &exchange::Side::default()), "PRV-17");
    }
}
