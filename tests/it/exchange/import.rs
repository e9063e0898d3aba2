//! What is taken over, and what is refused and why.

use super::*;

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
            ("outbox", 1),
            ("person", 5),
            ("person_name", 1),
            ("register_opening", 0),
            ("registration", 5),
            ("tally", 0),
            ("unique_fact", 0),
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
async fn reg_08_a_dry_run_checks_and_counts_and_writes_nothing_but_a_word_in_the_trail() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, mut persons) = good(&office);
        persons.push(member("IMP-2", ["司徒错", "1", "1991-01-02", "99", "99999919910102001"]));
        let before = (office.rows().await, office.content().await);
        for (mode, counts, result) in [(Mode::KeepGood, (2, 5), "OK"), (Mode::AllOrNothing, (0, 0), "INVALID")] {
            let terms = Terms { dry_run: true, ..mode.into() };
            let dry = office.import(&office.tables(&households, &persons), terms).await.unwrap();
            assert_eq!((dry.households, dry.persons, dry.acts.len()), (counts.0, counts.1, 0), "what would be written");
            assert_eq!(faults(&dry), ["persons.csv 7 id_number IDN-01"]);
            assert_eq!((office.rows().await, office.content().await), before);
            let trail = "SELECT count(*) FROM audit_entry WHERE precinct_id = $1 AND function = 'import' AND result = $2 AND condition = 'dryRun refusedRows=1'";
            assert_eq!(office.ledger.value::<i64>(0, trail, vec![result.into()]).await, 1);
        }
        let wet = office.import(&office.tables(&households, &persons), Mode::KeepGood).await.unwrap();
        assert_eq!((wet.households, wet.persons), (2, 5), "as the dry run said");
        assert_ne!(office.content().await, before.1);
    }
}
