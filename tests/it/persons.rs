//! Persons: found as station staff search, masked on every way, counted, and shown in clear for a reason only.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use schema::id::Kind;
use serde_json::Value;
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::ids::ApiTokenId;
use tenants::masking;
use tenants::members::{Kind as CameBy, Member};
use tenants::purposes::Purpose;
use tenants::roles::{Domain, Role};
use tests::ledger::{Known, Ledger, Newcomer};
use tests::world::{Home, World, codes};
use uuid::Uuid;

/// Two small precincts, and what stands in them.
async fn place(home: Home) -> (World, Ledger) {
    let world = World::of(home, 2, 24, 1_000_000).await;
    let ledger = Ledger::of(&world).await;
    (world, ledger)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

const ADULT: &str =
    "p.birth_date < '2000-01-01' AND p.number_sealed IS NOT NULL AND p.phone_sealed IS NOT NULL AND p.death_on IS NULL";
const MINOR: &str = "p.birth_date > '2009-01-01' AND p.number_sealed IS NOT NULL";

fn search(input: &str) -> String {
    format!(
        "{{ precinct {{ personSearch(input: {{ {input} }}, purpose: REGISTER_SERVICE) {{ truncated matches {{ matchedBy person {{ id name }} }} }} }} }}"
    )
}

/// Who was found, as `id BY`.
fn matches(answer: &Value) -> Vec<String> {
    let found = answer["precinct"]["personSearch"]["matches"].as_array().expect("matches");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    found.iter().map(|one| format!("{} {}", text(&one["person"]["id"]), text(&one["matchedBy"]))).collect()
}

async fn found(world: &World, input: &str) -> Vec<String> {
    matches(&world.data(&world.member(Role::StationChief, 0), &search(input)).await)
}

/// The rule that refuses a search.
async fn refused(world: &World, input: &str) -> String {
    let answer = world.ask(&world.member(Role::StationChief, 0), &search(input)).await;
    assert_eq!(codes(&answer), ["BAD_INPUT"], "{input}: {answer}");
    answer["errors"][0]["extensions"]["rule"].as_str().expect("a rule").to_owned()
}

fn as_found(world: &World, person: Uuid, by: &str) -> Vec<String> {
    vec![format!("{} {by}", world.id(Kind::Person, 0, person))]
}

/// The trail's entries of a function, the newest first.
async fn trail(world: &World, at: usize, function: &str) -> Vec<Value> {
    let auditor = world.member(Role::Auditor, at);
    let document = format!(
        "{{ precinct {{ auditTrail(first: 100, filter: {{ function: \"{function}\" }}) {{ nodes {{ result purpose caseRef condition rowCount role objectId }} }} }} }}"
    );
    world.data(&auditor, &document).await["precinct"]["auditTrail"]["nodes"].as_array().expect("nodes").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_01_idn_08_a_person_is_found_by_the_whole_id_number_however_it_is_typed() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, &format!("{ADULT} AND p.birth_date >= '1900-01-01'")).await;
        let number = known.number.as_deref().unwrap();
        let expected = as_found(&world, known.id, "ID_NUMBER");
        let wide: String = number.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
        let spaced = format!(" {} {} {} ", &number[..6], &number[6..14], number[14..].to_lowercase());
        let fifteen = format!("{}{}", &number[..6], &number[8..17]);
        for typed in [number, &wide, &spaced, &fifteen] {
            assert_eq!(found(&world, &format!("idNumber: {typed:?}")).await, expected, "{typed}");
        }
        let foreign = ledger.person(1, ADULT).await.number.unwrap();
        assert!(found(&world, &format!("idNumber: {foreign:?}")).await.is_empty(), "a neighbour's number");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_01_to_04_gb_11643_a_wrong_id_number_is_refused_by_the_rule_it_breaks() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        for (number, rule) in [
            ("9999991999", "IDN-01"),
            ("", "IDN-01"),
            ("99999919990101OO2X", "IDN-01"),
            ("999999199902290011", "IDN-02"),
            ("999999209901010012", "IDN-02"),
            ("123456199901010011", "IDN-04"),
            ("999999199901010012", "GB-11643"),
            ("99999999010199", "IDN-01"),
        ] {
            assert_eq!(refused(&world, &format!("idNumber: {number:?}")).await, rule, "{number}");
        }
        let noted = trail(&world, 0, "personSearch").await;
        assert_eq!(noted.len(), 8);
        assert!(noted.iter().all(|entry| entry["result"] == "INVALID" && entry["rowCount"] == 0), "{noted:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_06_an_old_number_leads_to_the_same_person() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let old = IdNumber::compose(TEST_REGION, known.birth, 997).unwrap();
        let masked = masking::id_number(old.as_str());
        let hash = world.store.keys().number_hash(old.as_str());
        let sql = "INSERT INTO person_number (precinct_id, id, person_id, number_sealed, number_hash, number_masked, effective_from, \
             effective_to, recorded_at, act_id) SELECT precinct_id, $3, id, number_sealed, $4, $5, birth_date, birth_date, recorded_at, act_id \
             FROM person WHERE precinct_id = $1 AND id = $2";
        ledger.change(0, sql, vec![known.id.into(), id(1).into(), hash.into(), masked.into()]).await;
        assert_eq!(
            found(&world, &format!("idNumber: {:?}", old.as_str())).await,
            as_found(&world, known.id, "FORMER_ID_NUMBER")
        );
        let today = known.number.unwrap();
        assert_eq!(found(&world, &format!("idNumber: {today:?}")).await, as_found(&world, known.id, "ID_NUMBER"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_a_telephone_number_is_searched_whole() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let phone = known.phone.unwrap();
        let expected = as_found(&world, known.id, "PHONE");
        for typed in [phone.clone(), format!("{} {}-{}", &phone[..3], &phone[3..7], &phone[7..])] {
            assert_eq!(found(&world, &format!("phone: {typed:?}")).await, expected, "{typed}");
        }
        assert!(found(&world, &format!("phone: {:?}", &phone[..10])).await.is_empty());
        assert_eq!(refused(&world, "phone: \"138000\"").await, "PRV-10");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_searched_in_characters_in_pinyin_and_by_initials() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        for (n, name) in ["单慧珊", "李安娜", "买买提·艾力"].into_iter().enumerate() {
            ledger.add(&world, 0, id(n as u128 + 1), &Newcomer::named(name)).await;
            ledger.add(&world, 1, id(n as u128 + 1), &Newcomer::named(name)).await;
        }
        for (typed, person, by) in [
            ("单慧珊", 1, "NAME"),
            (" 单 慧 ", 1, "NAME"),
            ("shanhuishan", 1, "PINYIN"),
            ("Shan Hui Shan", 1, "PINYIN"),
            ("ｓｈａｎｈｕｉ", 1, "PINYIN"),
            ("单huishan", 1, "PINYIN"),
            ("shs", 1, "INITIALS"),
            ("SHS", 1, "INITIALS"),
            ("lan", 2, "INITIALS"),
            ("lianna", 2, "PINYIN"),
            ("买买提", 3, "NAME"),
            ("maimaitiaili", 3, "PINYIN"),
            ("mmtal", 3, "INITIALS"),
        ] {
            let all = found(&world, &format!("name: {typed:?}")).await;
            let (wanted, elsewhere) = (&as_found(&world, id(person), by)[0], world.id(Kind::Person, 1, id(person)));
            assert!(all.contains(wanted), "{typed}: {all:?}");
            assert!(!all.iter().any(|one| one.contains(&elsewhere)), "{typed} found a neighbour's");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_former_name_leads_to_the_person() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let sql = "INSERT INTO person_name (precinct_id, id, person_id, name, name_masked, name_key, name_initials, effective_from, \
             effective_to, recorded_at, act_id) SELECT precinct_id, $3, id, '诸葛旧名', '诸**', 'zhugejiuming', 'zgjm', birth_date, birth_date, \
             recorded_at, act_id FROM person WHERE precinct_id = $1 AND id = $2";
        ledger.change(0, sql, vec![known.id.into(), id(1).into()]).await;
        assert_eq!(found(&world, "name: \"诸葛旧名\"").await, as_found(&world, known.id, "FORMER_NAME"));
        let chief = world.member(Role::StationChief, 0);
        let document = format!(
            "{{ precinct {{ person(id: {:?}, purpose: VERIFICATION) {{ formerNames }} }} }}",
            world.id(Kind::Person, 0, known.id)
        );
        let names = world.data(&chief, &document).await["precinct"]["person"]["formerNames"].clone();
        assert!(names.as_array().unwrap().contains(&"诸**".into()), "{names}");
    }
}

/// Somebody's dwelling and household, in clear: label, number.
async fn home_of(ledger: &Ledger, person: Uuid) -> (String, String) {
    let label = "SELECT d.label FROM person p JOIN dwelling d ON d.precinct_id = p.precinct_id AND d.id = p.dwelling_id WHERE p.precinct_id = $1 AND p.id = $2";
    let number = "SELECT h.number FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
         WHERE m.precinct_id = $1 AND m.person_id = $2 AND m.effective_to IS NULL AND m.superseded_at IS NULL";
    (ledger.value(0, label, vec![person.into()]).await, ledger.value(0, number, vec![person.into()]).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_found_by_address_and_by_household_number() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, &format!("{ADULT} AND p.category = 'REGISTERED_RESIDENT'")).await;
        let (label, number) = home_of(&ledger, known.id).await;
        let pinyin = tenants::names::place_key(&label);
        for typed in [&label, &pinyin] {
            let all = found(&world, &format!("address: {typed:?}")).await;
            assert!(all.contains(&as_found(&world, known.id, "ADDRESS")[0]), "{typed}: {all:?}");
        }
        let members = found(&world, &format!("householdNumber: {number:?}")).await;
        assert!(members.contains(&as_found(&world, known.id, "HOUSEHOLD_NUMBER")[0]), "{members:?}");
        let count: i32 = ledger
            .value(
                0,
                "SELECT member_count FROM household WHERE precinct_id = $1 AND number = $2",
                vec![number.as_str().into()],
            )
            .await;
        assert_eq!(members.len(), usize::try_from(count).unwrap().min(20));
        assert!(
            found(&world, &format!("householdNumber: {:?}", &number[..number.len() - 1])).await.is_empty(),
            "a part of it"
        );
        assert_eq!(refused(&world, "address: \"12\"").await, "PRV-10");
        let two =
            world.ask(&world.member(Role::StationChief, 0), &search("name: \"张文静\", phone: \"13800000000\"")).await;
        assert_eq!(
            (codes(&two), &two["errors"][0]["extensions"]["rule"]),
            (vec!["BAD_INPUT".to_owned()], &"ONE_OF".into())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_a_search_shows_twenty_at_most_and_says_that_there_are_more() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        for n in 1..=25 {
            let name = format!("诸葛测{}", if n <= 20 { "试" } else { "验" });
            ledger.add(&world, 0, id(n), &Newcomer::named(&name)).await;
        }
        let chief = world.member(Role::StationChief, 0);
        for (name, shown, truncated) in
            [("诸葛测", 20, true), ("zhugece", 20, true), ("诸葛测试", 20, false), ("诸葛测验", 5, false)]
        {
            let answer = world.data(&chief, &search(&format!("name: {name:?}"))).await;
            assert_eq!(
                (matches(&answer).len(), &answer["precinct"]["personSearch"]["truncated"]),
                (shown, &truncated.into()),
                "{name}"
            );
        }
        let again = found(&world, "name: \"诸葛测\"").await;
        assert_eq!(again, found(&world, "name: \"诸葛测\"").await, "the same twenty");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lives_at_an_address_is_found_among_any_number_of_empty_dwellings() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let copy = "INSERT INTO dwelling (precinct_id, id, community_id, beat_id, building_id, unit, room, label, label_key, usage, ordinal, valid_from) \
             SELECT precinct_id, $2, community_id, beat_id, building_id, '9', $3, $4, $5, usage, 1000, valid_from FROM dwelling \
             WHERE precinct_id = $1 ORDER BY id LIMIT 1";
        for n in 1..=60_u32 {
            let (room, label) = (format!("{n:03}"), format!("空置大楼{n:03}室"));
            let key = tenants::names::place_key(&label);
            assert_eq!(
                ledger.change(0, copy, vec![id(n.into()).into(), room.into(), label.into(), key.into()]).await,
                1
            );
        }
        for n in [37, 59] {
            let new = Newcomer { dwelling: Some(id(n)), ..Newcomer::named("独居者") };
            ledger.add(&world, 0, id(n), &new).await;
        }
        let chief = world.member(Role::StationChief, 0);
        let answer = world.data(&chief, &search("address: \"空置大楼\"")).await;
        let expected = [37, 59].map(|n| as_found(&world, id(n), "ADDRESS").remove(0));
        assert_eq!(matches(&answer), expected);
        assert_eq!(answer["precinct"]["personSearch"]["truncated"], false);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_04_a_surname_alone_is_refused_in_characters_and_in_letters() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let typed = ["王", "马 ", "欧阳", "wang", "ZHANG", "liu", "ouyang", "shangguan", "ｚｈａｎｇ", "z", "12", ""];
        for name in typed {
            assert_eq!(refused(&world, &format!("name: {name:?}")).await, "PRV-04", "{name}");
        }
        assert_eq!(trail(&world, 0, "personSearch").await.len(), typed.len(), "each attempt is noted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_with_a_nul_is_a_bad_input_on_every_home() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let mut answers = Vec::new();
        for input in ["householdNumber: \"a\\u0000\"", "householdNumber: \"\\u0000\""] {
            answers.extend(codes(&world.ask(&chief, &search(input)).await));
        }
        let prefix = "{ precinct { households(filter: { numberPrefix: \"9\\u0000\" }) { nodes { id } } } }";
        answers.extend(codes(&world.ask(&chief, prefix).await));
        assert_eq!(answers, ["BAD_INPUT"; 3]);
    }
}

/// What no masked answer about these persons may hold: names in full, numbers, telephone numbers.
fn secrets(known: &[Known]) -> BTreeSet<String> {
    let of = |one: &Known| [Some(one.name.clone()), one.number.clone(), one.phone.clone()];
    known.iter().flat_map(of).flatten().filter(|text| text.chars().count() > 1).collect()
}

/// Every way to a person, through aliases, fragments and nested objects.
fn ways(world: &World, person: Uuid, number: &str) -> Vec<String> {
    let all = "name sex birth idNumber phone isMinor registeredPlace residence formerNames";
    let person = world.id(Kind::Person, 0, person);
    vec![
        format!(
            "{{ precinct {{ person(id: {person:?}, purpose: VERIFICATION) {{ {all} idNumber2: idNumber household {{ headName members {{ person {{ {all} }} }} }} }} }} }}"
        ),
        format!(
            "{{ precinct {{ households(first: 30) {{ nodes {{ headName members {{ who: person {{ a: idNumber b: phone c: name d: birth }} }} }} }} }} }}"
        ),
        format!(
            "{{ precinct {{ households(first: 30) {{ nodes {{ address history {{ person {{ {all} }} }} members {{ person {{ ...P }} }} }} }} }} }} fragment P on Person {{ ... on Person {{ {all} }} }}"
        ),
        format!(
            "{{ precinct {{ household(number: {number:?}, asOf: \"2026-01-01\") {{ headName members {{ person {{ {all} membership {{ person {{ {all} }} }} }} }} }} }} }}"
        ),
        format!(
            "{{ precinct {{ rentals(first: 50) {{ nodes {{ landlordName landlordPhone tenants {{ person {{ {all} }} }} }} }} }} }}"
        ),
        format!(
            "{{ precinct {{ personSearch(input: {{ householdNumber: {number:?} }}, purpose: VERIFICATION) {{ matches {{ person {{ {all} memberships {{ person {{ {all} }} }} }} }} }} }} }}"
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_03_every_way_to_a_person_shows_the_masked_form_to_every_role() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.persons(0, "p.name <> ''").await;
        let secrets = secrets(&known);
        let somebody = ledger.person(0, &format!("{ADULT} AND p.category = 'REGISTERED_RESIDENT'")).await;
        let (_, number) = home_of(&ledger, somebody.id).await;
        let mut answered = 0;
        for role in Role::ALL {
            let member = if role.is_district() { world.officer_of_district(*role) } else { world.member(*role, 0) };
            for document in ways(&world, somebody.id, &number) {
                let answer = world.bytes(Some(&member), &document).await;
                assert!(!answer.contains("INTERNAL") && !answer.contains("COST"), "{document}: {answer}");
                answered += usize::from(!answer.contains("\"errors\""));
                let told: Vec<&String> = secrets.iter().filter(|secret| answer.contains(secret.as_str())).collect();
                assert!(told.is_empty(), "{role} was told {told:?} by {document}");
            }
        }
        assert!(answered >= 6 * 6, "only {answered} answers had data");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_5_2_an_adult_and_a_minor_are_masked_each_in_his_way() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let (adult, minor) = (ledger.person(0, ADULT).await, ledger.person(0, MINOR).await);
        let chief = world.member(Role::StationChief, 0);
        let ask = |person: Uuid| {
            format!(
                "{{ precinct {{ person(id: {:?}, purpose: VERIFICATION) {{ name birth idNumber phone isMinor residence }} }} }}",
                world.id(Kind::Person, 0, person)
            )
        };
        let shown = world.data(&chief, &ask(adult.id)).await["precinct"]["person"].take();
        let number = adult.number.unwrap();
        assert_eq!(shown["name"], masking::name(&adult.name));
        assert_eq!(shown["birth"], adult.birth.format("%Y").to_string());
        assert_eq!(shown["idNumber"], format!("{}*************{}", &number[..3], &number[16..]));
        let phone = adult.phone.unwrap();
        assert_eq!(shown["phone"], format!("{}****{}", &phone[..3], &phone[7..]));
        assert_eq!(shown["isMinor"], false);
        assert!(
            shown["residence"].as_str().is_none_or(|place| place.ends_with("区***") || place.ends_with("***")),
            "{shown}"
        );
        let shown = world.data(&chief, &ask(minor.id)).await["precinct"]["person"].take();
        assert_eq!((&shown["name"], &shown["isMinor"]), (&"**".into(), &true.into()));
        assert!(["0-5", "6-13", "14-17"].contains(&shown["birth"].as_str().unwrap()), "{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_08_a_minor_who_comes_of_age_is_masked_as_an_adult_from_that_day() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        // Born on 25 November 2008: eighteen tomorrow.
        ledger.add(&world, 0, id(1), &Newcomer { birth: "2008-11-25", ..Newcomer::named("诸葛小明") }).await;
        let child = ledger.person(0, MINOR).await;
        let chief = world.member(Role::StationChief, 0);
        let ask = |person: Uuid| {
            format!(
                "{{ precinct {{ person(id: {:?}, purpose: VERIFICATION) {{ name isMinor }} }} }}",
                world.id(Kind::Person, 0, person)
            )
        };
        let before = world.data(&chief, &ask(id(1))).await["precinct"]["person"].take();
        assert_eq!(before, serde_json::json!({ "name": "**", "isMinor": true }));
        world.clock.advance(TimeDelta::days(1));
        let after = world.data(&chief, &ask(id(1))).await["precinct"]["person"].take();
        assert_eq!(after, serde_json::json!({ "name": "诸**", "isMinor": false }));
        world.clock.advance(TimeDelta::days(19 * 366));
        let grown = world.data(&chief, &ask(child.id)).await["precinct"]["person"].take();
        assert_eq!(grown["name"], masking::name(&child.name), "a seeded child, grown up");
    }
}

/// How many persons an account was shown today, as it is told.
async fn shown_today(world: &World, member: &Arc<Member>) -> i64 {
    world.data(member, "{ viewer { personsShownToday } }").await["viewer"]["personsShownToday"].as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_walking_pages_stops_at_the_days_limit() {
    for home in Home::all() {
        let world = World::of(home, 2, 24, 12).await;
        let chief = world.member(Role::StationChief, 0);
        let (mut after, mut seen) = (String::new(), BTreeSet::new());
        let stopped = loop {
            let document = format!(
                "{{ precinct {{ households(first: 2{after}) {{ pageInfo {{ endCursor }} nodes {{ members {{ person {{ id }} }} }} }} }} }}"
            );
            let answer = world.ask(&chief, &document).await;
            if answer.get("errors").is_some() {
                break answer;
            }
            let page = &answer["data"]["precinct"]["households"];
            for household in page["nodes"].as_array().unwrap() {
                let ids = household["members"].as_array().unwrap().iter().map(|one| one["person"]["id"].to_string());
                seen.extend(ids);
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        };
        assert_eq!(codes(&stopped), ["QUOTA"]);
        assert!(seen.len() <= 12 && !seen.is_empty(), "{}", seen.len());
        assert_eq!(shown_today(&world, &chief).await, i64::try_from(seen.len()).unwrap());
        world.clock.advance(TimeDelta::days(1));
        assert_eq!(shown_today(&world, &chief).await, 0, "another day");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_aliases_count_each_person_and_nobody_twice() {
    for home in Home::all() {
        let world = World::of(home, 2, 24, 10).await;
        let ledger = Ledger::of(&world).await;
        let persons = ledger.persons(0, ADULT).await;
        let chief = world.member(Role::StationChief, 0);
        let batch = |of: &[Known]| {
            let one = |(n, known): (usize, &Known)| {
                format!(
                    "a{n}: person(id: {:?}, purpose: VERIFICATION) {{ name }} ",
                    world.id(Kind::Person, 0, known.id)
                )
            };
            format!("{{ precinct {{ {} }} }}", of.iter().enumerate().map(one).collect::<String>())
        };
        world.data(&chief, &batch(&persons[..8])).await;
        world.data(&chief, &batch(&persons[..8])).await;
        assert_eq!(shown_today(&world, &chief).await, 8, "seen again");
        let over = world.ask(&chief, &batch(&persons[6..12])).await;
        let refused = codes(&over);
        assert!(!refused.is_empty() && refused.iter().all(|code| code == "QUOTA"), "{over}");
        assert_eq!(shown_today(&world, &chief).await, 10, "up to the limit and not beyond");
        let known = world.data(&chief, &batch(&persons[..8])).await;
        assert!(known["precinct"]["a0"]["name"].is_string(), "whom he was shown he may see again");
        let entries = trail(&world, 0, "person").await;
        assert!(entries.iter().any(|entry| entry["result"] == "DENIED"), "the refusal is noted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_a_search_beyond_the_limit_shows_nobody() {
    for home in Home::all() {
        let world = World::of(home, 2, 24, 10).await;
        let ledger = Ledger::of(&world).await;
        for n in 1..=11 {
            ledger.add(&world, 0, id(n), &Newcomer::named("诸葛测试")).await;
        }
        let chief = world.member(Role::StationChief, 0);
        let answer = world.ask(&chief, &search("name: \"诸葛测试\"")).await;
        assert_eq!(codes(&answer), ["QUOTA"]);
        assert_eq!(shown_today(&world, &chief).await, 0);
        assert_eq!(trail(&world, 0, "personSearch").await[0]["result"], "DENIED");
    }
}

/// A machine with a token for both precincts.
fn machine(world: &World, purpose: Purpose) -> Arc<Member> {
    let integrator = world.member(Role::Integrator, 0);
    let kind = CameBy::Token {
        id: ApiTokenId(id(77)),
        name: "clinic".to_owned(),
        domains: vec![Domain::Persons, Domain::Households],
        purpose,
    };
    let precincts = vec![world.precinct(0), world.precinct(1)];
    Arc::new(Member { kind, precincts, ..(*integrator).clone() })
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_the_limit_is_one_over_all_precincts_and_processes() {
    for home in Home::all() {
        let world = World::of(home, 2, 24, 6).await;
        let ledger = Ledger::of(&world).await;
        let machine = machine(&world, Purpose::Verification);
        let ask = |at: usize, of: &[Known]| {
            let one = |(n, known): (usize, &Known)| {
                format!(
                    "a{n}: person(id: {:?}, purpose: VERIFICATION) {{ name }} ",
                    world.id(Kind::Person, at, known.id)
                )
            };
            let precinct = world.id(Kind::Precinct, at, world.precinct(at).0);
            format!("{{ precinct(id: {precinct:?}) {{ {} }} }}", of.iter().enumerate().map(one).collect::<String>())
        };
        let (here, there) = (ledger.persons(0, ADULT).await, ledger.persons(1, ADULT).await);
        world.data(&machine, &ask(0, &here[..3])).await;
        world.data(&machine, &ask(1, &there[..2])).await;
        let other = world.another_process().await;
        assert_eq!(shown_today(&other, &machine).await, 5);
        other.data(&machine, &ask(1, &there[2..3])).await;
        let over = other.ask(&machine, &ask(1, &there[3..4])).await;
        assert_eq!(codes(&over), ["QUOTA"], "{over}");
        let third = world.another_process().await;
        let over = third.ask(&machine, &ask(0, &here[3..4])).await;
        assert_eq!(codes(&over), ["QUOTA"], "what was shown in the other precinct counts: {over}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_prv_23_a_purpose_that_serves_nobody_shows_nobody() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let (chief, machine) = (world.member(Role::StationChief, 0), machine(&world, Purpose::Verification));
        let ask = |purpose: &str| {
            let id = world.id(Kind::Person, 0, known.id);
            [
                format!("{{ precinct {{ person(id: {id:?}, purpose: {purpose}) {{ name }} }} }}"),
                format!(
                    "{{ precinct {{ personSearch(input: {{ name: \"张文静\" }}, purpose: {purpose}) {{ truncated }} }} }}"
                ),
            ]
        };
        for (member, purpose, allowed) in [
            (&chief, "STATISTICS", false),
            (&chief, "VERIFICATION", true),
            (&machine, "VERIFICATION", true),
            (&machine, "INCIDENT_HANDLING", false),
            (&machine, "STATISTICS", false),
        ] {
            for document in ask(purpose) {
                let refused = codes(&world.ask(member, &document).await);
                let expected: &[&str] = if allowed { &[] } else { &["PURPOSE_REQUIRED"] };
                assert_eq!(refused, expected, "{} {document}", member.role);
            }
        }
        for function in ["person", "personSearch"] {
            let denied = trail(&world, 0, function).await.iter().filter(|entry| entry["result"] == "DENIED").count();
            assert_eq!(denied, 3, "{function}");
        }
    }
}

fn reveal(world: &World, at: usize, person: Uuid, fields: &str, purpose: &str, case: &str) -> String {
    format!(
        "mutation {{ revealPerson(input: {{ personId: {:?}, fields: [{fields}], purpose: {purpose}, caseRef: {case:?} }}) {{ \
         revealed {{ name idNumber phone birthDate address }} userErrors {{ code }} }} }}",
        world.id(Kind::Person, at, person)
    )
}

const EVERYTHING: &str = "NAME, ID_NUMBER, PHONE, BIRTH_DATE, ADDRESS";

/// The code of the first user error, or `OK`.
async fn revealing(world: &World, member: &Arc<Member>, document: &str) -> String {
    let answer = world.data(member, document).await;
    let payload = &answer["revealPerson"];
    let code = payload["userErrors"][0]["code"].as_str().unwrap_or("OK").to_owned();
    assert_eq!(payload["revealed"].is_null(), code != "OK", "{payload}");
    code
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_a_reveal_needs_an_open_case_of_the_askers_unit() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let chief = world.member(Role::StationChief, 0);
        let officer = world.member(Role::CommunityOfficer, 0);
        let elsewhere = Arc::new(Member { beats: Vec::new(), ..(*officer).clone() });
        let foreign = world.manifest.precincts[1].case_file.clone();
        let asked = [
            (&chief, ""),
            (&chief, "AJ990001-9999"),
            (&chief, "AJ990001-0005"),
            (&chief, foreign.as_str()),
            (&elsewhere, "AJ990001-0002"),
        ];
        for (member, case) in asked {
            let document = reveal(&world, 0, known.id, EVERYTHING, "VERIFICATION", case);
            assert_eq!(revealing(&world, member, &document).await, "PURPOSE_REQUIRED", "{case:?}");
        }
        let noted = trail(&world, 0, "revealPerson").await;
        assert_eq!(noted.len(), asked.len());
        for (entry, (_, case)) in noted.iter().rev().zip(asked) {
            assert_eq!((&entry["result"], &entry["rowCount"]), (&"DENIED".into(), &0.into()));
            assert_eq!((&entry["caseRef"], &entry["purpose"]), (&case.into(), &"VERIFICATION".into()));
        }
        assert_eq!(trail(&world, 1, "revealPerson").await.len(), 0, "nothing of it is known next door");
        let document = reveal(&world, 0, known.id, EVERYTHING, "VERIFICATION", "AJ990001-0002");
        assert_eq!(revealing(&world, &officer, &document).await, "OK", "his own beat's case");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_prv_21_a_reveal_shows_what_was_asked_for_and_stands_in_the_trail() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, &format!("{ADULT} AND p.dwelling_id IS NOT NULL")).await;
        let chief = world.member(Role::StationChief, 0);
        let case = world.manifest.precincts[0].case_file.clone();
        let one = world.data(&chief, &reveal(&world, 0, known.id, "ID_NUMBER", "VERIFICATION", &case)).await;
        let only = serde_json::json!({ "name": null, "idNumber": known.number, "phone": null, "birthDate": null, "address": null });
        assert_eq!(one["revealPerson"]["revealed"], only);
        let all = world.data(&chief, &reveal(&world, 0, known.id, EVERYTHING, "VERIFICATION", &case)).await;
        let clear = &all["revealPerson"]["revealed"];
        assert_eq!((&clear["name"], &clear["phone"]), (&known.name.clone().into(), &known.phone.into()));
        assert_eq!(clear["birthDate"], known.birth.to_string());
        assert!(clear["address"].as_str().unwrap().chars().any(|c| c.is_ascii_digit()), "{clear}");
        let entry = &trail(&world, 0, "revealPerson").await[1];
        let expected = serde_json::json!({ "result": "OK", "purpose": "VERIFICATION", "caseRef": case, "condition": "fields=ID_NUMBER",
            "rowCount": 1, "role": "STATION_CHIEF", "objectId": world.id(Kind::Person, 0, known.id) });
        assert_eq!(entry, &expected);
        let auditor = world.member(Role::Auditor, 0);
        let who = format!(
            "{{ precinct {{ whoSaw(personId: {:?}) {{ accountId day }} }} }}",
            world.id(Kind::Person, 0, known.id)
        );
        let seen = world.data(&auditor, &who).await["precinct"]["whoSaw"].take();
        assert_eq!((seen.as_array().unwrap().len(), &seen[0]["day"]), (1, &"2026-11-24".into()));
    }
}

fn request(world: &World, person: Uuid, purpose: &str, case: &str) -> String {
    format!(
        "mutation {{ requestRevealApproval(input: {{ personId: {:?}, purpose: {purpose}, caseRef: {case:?}, reason: \"核对入学材料\" }}) {{ \
         approval {{ id state expiresAt }} userErrors {{ code }} }} }}",
        world.id(Kind::Person, 0, person)
    )
}

fn decide(approval: &str, approve: bool) -> String {
    format!(
        "mutation {{ decideRevealApproval(input: {{ approvalId: {approval:?}, approve: {approve} }}) {{ approval {{ state expiresAt decidedBy }} userErrors {{ code }} }} }}"
    )
}

/// Asks for an approval and returns its id.
async fn requested(world: &World, member: &Arc<Member>, person: Uuid, case: &str) -> String {
    let answer = world.data(member, &request(world, person, "VERIFICATION", case)).await;
    assert_eq!(answer["requestRevealApproval"]["approval"]["state"], "PENDING", "{answer}");
    answer["requestRevealApproval"]["approval"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_07_a_minor_is_revealed_by_an_approval_of_a_day() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let (child, other) = (ledger.person(0, MINOR).await, ledger.persons(0, MINOR).await.pop().unwrap());
        assert_ne!(child.id, other.id);
        let (officer, chief) = (world.member(Role::CommunityOfficer, 0), world.member(Role::StationChief, 0));
        let case = world.manifest.precincts[0].case_file.clone();
        let document = reveal(&world, 0, child.id, EVERYTHING, "VERIFICATION", &case);
        assert_eq!(revealing(&world, &officer, &document).await, "APPROVAL_REQUIRED");
        let approval = requested(&world, &officer, child.id, &case).await;
        assert_eq!(revealing(&world, &officer, &document).await, "APPROVAL_REQUIRED", "not yet decided");
        let decided = world.data(&chief, &decide(&approval, true)).await;
        let decided = &decided["decideRevealApproval"]["approval"];
        assert_eq!(
            (&decided["state"], &decided["expiresAt"]),
            (&"APPROVED".into(), &"2026-11-25T01:00:00+00:00".into())
        );
        assert_eq!(revealing(&world, &officer, &document).await, "OK");
        for (who, member, document) in [
            ("somebody else", world.member(Role::Registrar, 0), document.clone()),
            ("another child", officer.clone(), reveal(&world, 0, other.id, "NAME", "VERIFICATION", &case)),
            ("another purpose", officer.clone(), reveal(&world, 0, child.id, "NAME", "ASSISTANCE", &case)),
            ("another case", officer.clone(), reveal(&world, 0, child.id, "NAME", "VERIFICATION", "AJ990001-0002")),
        ] {
            assert_eq!(revealing(&world, &member, &document).await, "APPROVAL_REQUIRED", "{who}");
        }
        world.clock.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
        assert_eq!(revealing(&world, &officer, &document).await, "OK", "the last second");
        world.clock.advance(TimeDelta::seconds(1));
        assert_eq!(revealing(&world, &officer, &document).await, "APPROVAL_REQUIRED", "a day is over");
        let denied = trail(&world, 0, "revealPerson").await.iter().filter(|entry| entry["result"] == "DENIED").count();
        assert_eq!(denied, 7);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_07_nobody_decides_his_own_request_nor_twice_nor_without_the_right() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let child = ledger.person(0, MINOR).await;
        let (officer, chief) = (world.member(Role::CommunityOfficer, 0), world.member(Role::StationChief, 0));
        let approver = world.officer_of_district(Role::DistrictApprover);
        let case = world.manifest.precincts[0].case_file.clone();
        let code = |answer: &Value| {
            answer["data"]["decideRevealApproval"]["userErrors"][0]["code"]
                .as_str()
                .map_or_else(|| codes(answer).join("+"), str::to_owned)
        };
        let own = requested(&world, &chief, child.id, &case).await;
        assert_eq!(code(&world.ask(&chief, &decide(&own, true)).await), "CONFLICT", "his own");
        assert_eq!(code(&world.ask(&officer, &decide(&own, true)).await), "FORBIDDEN");
        assert_eq!(code(&world.ask(&world.member(Role::StationChief, 1), &decide(&own, true)).await), "NOT_FOUND");
        assert_eq!(
            code(&world.ask(&approver, &decide(&own, true)).await),
            "",
            "the district's approver is somebody else"
        );
        assert_eq!(code(&world.ask(&approver, &decide(&own, false)).await), "CONFLICT", "decided already");
        let refused = requested(&world, &officer, child.id, &case).await;
        assert_eq!(code(&world.ask(&chief, &decide(&refused, false)).await), "");
        let document = reveal(&world, 0, child.id, "NAME", "VERIFICATION", &case);
        assert_eq!(revealing(&world, &officer, &document).await, "APPROVAL_REQUIRED", "a refusal opens nothing");
        let results: Vec<String> = trail(&world, 0, "decideRevealApproval")
            .await
            .iter()
            .rev()
            .map(|entry| entry["result"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(results, ["INVALID", "DENIED", "OK", "INVALID", "OK"]);
        let no_case = world.data(&officer, &request(&world, child.id, "VERIFICATION", "AJ990001-0005")).await;
        assert_eq!(no_case["requestRevealApproval"]["userErrors"][0]["code"], "PURPOSE_REQUIRED");
        assert_eq!(trail(&world, 0, "requestRevealApproval").await[0]["result"], "DENIED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_17_a_restricted_person_is_absent_from_every_search_and_stays_in_the_household() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, &format!("{ADULT} AND p.category = 'REGISTERED_RESIDENT'")).await;
        let (label, household) = home_of(&ledger, known.id).await;
        let inputs = [
            format!("idNumber: {:?}", known.number.as_deref().unwrap()),
            format!("phone: {:?}", known.phone.as_deref().unwrap()),
            format!("name: {:?}", known.name),
            format!("address: {label:?}"),
            format!("householdNumber: {household:?}"),
        ];
        let id = world.id(Kind::Person, 0, known.id);
        for (restricted, expected) in [(false, true), (true, false)] {
            ledger
                .change(
                    0,
                    "UPDATE person SET restricted = $3 WHERE precinct_id = $1 AND id = $2",
                    vec![known.id.into(), restricted.into()],
                )
                .await;
            for input in &inputs {
                let all = found(&world, input).await;
                assert_eq!(all.iter().any(|one| one.contains(&id)), expected, "{input}: {all:?}");
            }
        }
        let chief = world.member(Role::StationChief, 0);
        let members =
            format!("{{ precinct {{ household(number: {household:?}) {{ members {{ person {{ id }} }} }} }} }}");
        assert!(world.bytes(Some(&chief), &members).await.contains(&id), "the register is whole");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_11_the_dead_are_found_as_such_and_counted_nowhere() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let new = Newcomer { number: Some("99999919300101001X"), ..Newcomer::named("诸葛先人") };
        ledger.add(&world, 0, id(1), &new).await;
        ledger
            .change(
                0,
                "UPDATE person SET death_on = '2020-01-02' WHERE precinct_id = $1 AND id = $2",
                vec![id(1).into()],
            )
            .await;
        let chief = world.member(Role::StationChief, 0);
        let document = "{ precinct { personSearch(input: { name: \"诸葛先人\" }, purpose: VERIFICATION) { matches { person { deceased household { id } membership { id } } } } } }";
        let shown = world.data(&chief, document).await["precinct"]["personSearch"]["matches"][0]["person"].take();
        assert_eq!(shown, serde_json::json!({ "deceased": true, "household": null, "membership": null }));
        assert_eq!(
            world.as_owner().await.tenants().recount(world.precinct(0)).await.unwrap(),
            0,
            "the tallies are right without him"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn team_02_sec_03_roles_that_must_not_reach_a_person_by_no_way_do() {
    const NEVER: [Role; 17] = [
        Role::Dispatcher,
        Role::PatrolBrigade,
        Role::TrafficOfficer,
        Role::GridWorker,
        Role::BuildingHead,
        Role::Guard,
        Role::PropertyManager,
        Role::ResidentsCommittee,
        Role::Adviser,
        Role::CourtMediator,
        Role::DepartmentClerk,
        Role::Resident,
        Role::Landlord,
        Role::Auditor,
        Role::SystemAdmin,
        Role::SecurityAdmin,
        Role::AuditAdmin,
    ];
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, &format!("{ADULT} AND p.category = 'REGISTERED_RESIDENT'")).await;
        let (_, number) = home_of(&ledger, known.id).await;
        let case = world.manifest.precincts[0].case_file.clone();
        let mut documents = ways(&world, known.id, &number);
        documents.push(reveal(&world, 0, known.id, "NAME", "VERIFICATION", &case));
        documents.push(request(&world, known.id, "VERIFICATION", &case));
        for role in NEVER {
            for document in &documents {
                assert_eq!(
                    codes(&world.ask(&world.member(role, 0), document).await),
                    ["FORBIDDEN"],
                    "{role}: {document}"
                );
            }
        }
        for role in [Role::Auxiliary, Role::Integrator] {
            for document in &documents[documents.len() - 2..] {
                assert_eq!(
                    codes(&world.ask(&world.member(role, 0), document).await),
                    ["FORBIDDEN"],
                    "{role}: {document}"
                );
            }
        }
        let denied = trail(&world, 0, "revealPerson").await;
        assert_eq!(denied.len(), NEVER.len() + 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_26_what_is_typed_into_a_search_is_masked_in_the_trail() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let (number, phone) = (known.number.unwrap(), known.phone.unwrap());
        for input in [
            format!("idNumber: {number:?}"),
            format!("phone: {phone:?}"),
            format!("name: {:?}", known.name),
            format!("householdNumber: {number:?}"),
            format!("householdNumber: \"{phone}\""),
            format!("address: \"梧桐1期花园1区 {number}\""),
            "householdNumber: \"9900010000007\"".to_owned(),
        ] {
            found(&world, &input).await;
        }
        let case = reveal(&world, 0, known.id, "NAME", "VERIFICATION", &number);
        assert_eq!(revealing(&world, &world.member(Role::StationChief, 0), &case).await, "PURPOSE_REQUIRED");
        let noted = trail(&world, 0, "personSearch").await;
        let told = format!("{noted:?} {:?}", trail(&world, 0, "revealPerson").await);
        assert_eq!(noted.len(), 7);
        for secret in [&number, &phone, &known.name, &number[6..14].to_owned()] {
            assert!(!told.contains(secret.as_str()), "{told}");
        }
        assert!(told.contains("householdNumber=9900010000007"), "{told}");
    }
}
