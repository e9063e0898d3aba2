//! Households: lists without gap or double, who may see which, and what stood when on the two time axes (REG-10).

use std::collections::BTreeSet;
use std::sync::Arc;

use schema::id::Kind;
use sea_orm::Value as Bind;
use serde_json::{Value, json};
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::{Ledger, Newcomer};
use tests::world::{Home, World, codes};
use uuid::Uuid;

async fn place(home: Home) -> (World, Ledger) {
    let world = World::of(home, 2, 24, 1_000_000).await;
    let ledger = Ledger::of(&world).await;
    (world, ledger)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn list(filter: &str, select: &str) -> String {
    format!("{{ precinct {{ households(first: 100{filter}) {{ {select} }} }} }}")
}

/// The numbers of a list's households.
async fn numbers(world: &World, member: &Arc<Member>, filter: &str) -> Vec<String> {
    let data = world.data(member, &list(filter, "nodes { number }")).await;
    texts(&data["precinct"]["households"]["nodes"], "number")
}

fn texts(list: &Value, field: &str) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| one[field].as_str().expect("text").to_owned()).collect()
}

/// The numbers of the households that meet a condition on `h`, in order.
async fn known(ledger: &Ledger, at: usize, world: &World, condition: &str) -> Vec<String> {
    let sql = format!("SELECT h.number FROM household h WHERE h.precinct_id = $1 AND {condition} ORDER BY h.number");
    let rows = ledger.rows(&sql, vec![world.precinct(at).0.into()]).await;
    rows.iter().map(|row| row.try_get_by_index(0).expect("a number")).collect()
}

/// A household as another one, with an id and a number of its own.
async fn copy(ledger: &Ledger, of: &str, new: Uuid, number: &str) {
    let sql = "INSERT INTO household (precinct_id, id, number, kind, state, dwelling_id, building_id, community_id, beat_id, head_name_masked, \
         member_count, established_on, act_id, version, recorded_at, updated_at) SELECT precinct_id, $2, $3, kind, 'ACTIVE', dwelling_id, building_id, \
         community_id, beat_id, head_name_masked, 0, established_on, act_id, 1, recorded_at, updated_at FROM household WHERE precinct_id = $1 AND number = $4";
    assert_eq!(ledger.change(0, sql, vec![new.into(), number.into(), of.into()]).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_narrowed_by_each_part_of_its_filter_and_by_all_together() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let of =
            |column: &str| format!("SELECT {column} FROM household WHERE precinct_id = $1 ORDER BY number LIMIT 1");
        let (beat, community, building): (Uuid, Uuid, Uuid) = (
            ledger.value(0, &of("beat_id"), vec![]).await,
            ledger.value(0, &of("community_id"), vec![]).await,
            ledger.value(0, &of("building_id"), vec![]).await,
        );
        let hex = |row: Uuid| {
            if home == Home::Sqlite { format!("x'{}'", row.simple()) } else { format!("'{row}'") }
        };
        let (b, c, a) = (
            world.id(Kind::Beat, 0, beat),
            world.id(Kind::Community, 0, community),
            world.id(Kind::Address, 0, building),
        );
        let community_and_kind = format!("h.community_id = {} AND h.kind = 'COLLECTIVE'", hex(community));
        for (filter, condition) in [
            (String::new(), "1 = 1".to_owned()),
            (format!("beatId: {b:?}"), format!("h.beat_id = {}", hex(beat))),
            (format!("communityId: {c:?}"), format!("h.community_id = {}", hex(community))),
            (format!("buildingId: {a:?}"), format!("h.building_id = {}", hex(building))),
            ("numberPrefix: \"99000100000\"".to_owned(), "h.number LIKE '99000100000%'".to_owned()),
            ("numberPrefix: \"990001000000\"".to_owned(), "h.number LIKE '990001000000%'".to_owned()),
            ("numberPrefix: \"%\"".to_owned(), "1 = 0".to_owned()),
            ("numberPrefix: \"990002\"".to_owned(), "1 = 0".to_owned()),
            ("kind: FAMILY".to_owned(), "h.kind = 'FAMILY'".to_owned()),
            ("kind: COLLECTIVE".to_owned(), "h.kind = 'COLLECTIVE'".to_owned()),
            ("kind: PUBLIC_COLLECTIVE".to_owned(), "h.kind = 'PUBLIC_COLLECTIVE'".to_owned()),
            ("state: CLOSED".to_owned(), "h.state = 'CLOSED'".to_owned()),
            ("state: ACTIVE".to_owned(), "h.state = 'ACTIVE'".to_owned()),
            (format!("communityId: {c:?}, kind: COLLECTIVE"), community_and_kind),
        ] {
            let listed = numbers(&world, &chief, &format!(", filter: {{ {filter} }}")).await;
            assert_eq!(listed, known(&ledger, 0, &world, &condition).await, "{filter}");
            let count = list(&format!(", filter: {{ {filter} }}"), "totalCount");
            let count = world.data(&chief, &count).await["precinct"]["households"]["totalCount"].take();
            assert_eq!(count, listed.len(), "{filter}");
        }
        assert!(!numbers(&world, &chief, ", filter: { kind: COLLECTIVE }").await.is_empty());
        assert!(!numbers(&world, &chief, ", filter: { state: CLOSED }").await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_have_neither_gap_nor_double_while_others_write() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let before = known(&ledger, 0, &world, "1 = 1").await;
        let (mut after, mut listed, mut pages) = (String::new(), Vec::new(), 0_u32);
        loop {
            let document = format!(
                "{{ precinct {{ households(first: 5{after}) {{ edges {{ cursor node {{ number }} }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }} }}"
            );
            let page = world.data(&chief, &document).await["precinct"]["households"].take();
            let edges = page["edges"].as_array().unwrap();
            assert_eq!(page["pageInfo"]["hasPreviousPage"], pages > 0);
            assert_eq!(page["pageInfo"]["endCursor"], edges.last().unwrap()["cursor"]);
            listed.extend(edges.iter().map(|edge| edge["node"]["number"].as_str().unwrap().to_owned()));
            // Behind and before the page's end, and one of those that were shown changes.
            let last = listed.last().unwrap().clone();
            copy(&ledger, &last, id(u128::from(pages) + 1), &format!("990001-{pages:03}")).await;
            copy(&ledger, &last, id(u128::from(pages) + 100), &format!("{last}-{pages:03}")).await;
            ledger
                .change(
                    0,
                    "UPDATE household SET version = version + 1 WHERE precinct_id = $1 AND number = $2",
                    vec![last.into()],
                )
                .await;
            pages += 1;
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        }
        let distinct: BTreeSet<&String> = listed.iter().collect();
        assert_eq!(distinct.len(), listed.len(), "no double");
        assert!(listed.is_sorted(), "in order");
        assert!(before.iter().all(|number| distinct.contains(number)), "no gap");
        assert!(pages > 5 && listed.len() > before.len(), "those that came ahead of the reader are listed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_counted_only_when_asked() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let counted = async |select: &str| {
            world.store.meter().keep();
            let data = world.data(&chief, &list("", select)).await;
            let counts = world.store.meter().keep().iter().filter(|sql| sql.to_lowercase().contains("count(")).count();
            (counts, data["precinct"]["households"].clone())
        };
        for select in [
            "nodes { number }",
            "nodes { number members { person { name } } } pageInfo { hasNextPage }",
            "edges { node { community { name } } }",
        ] {
            assert_eq!(counted(select).await.0, 0, "{select}");
        }
        let (counts, page) = counted("totalCount nodes { number }").await;
        let all = known(&ledger, 0, &world, "1 = 1").await.len();
        assert_eq!((counts, &page["totalCount"]), (1, &all.into()));
        let (counts, page) = counted("totalCount").await;
        assert_eq!((counts, &page["totalCount"]), (1, &all.into()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn l9_a_cursor_of_another_list_owner_or_hand_is_refused() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let (chief, neighbour) = (world.member(Role::StationChief, 0), world.member(Role::StationChief, 1));
        let end = async |member: &Arc<Member>, list: &str| {
            let document = format!("{{ precinct {{ {list}(first: 1) {{ pageInfo {{ endCursor }} }} }} }}");
            let data = world.data(member, &document).await;
            data["precinct"][list]["pageInfo"]["endCursor"].as_str().expect("a cursor").to_owned()
        };
        let (own, foreign, other) =
            (end(&chief, "households").await, end(&neighbour, "households").await, end(&chief, "rentals").await);
        let mut changed = own.clone();
        changed.replace_range(3..4, if &own[3..4] == "A" { "B" } else { "A" });
        let mut answers = BTreeSet::new();
        for cursor in [foreign.as_str(), &other, &changed, &own[..20], "", "nonsense", "张文静"] {
            let answer = world
                .bytes(
                    Some(&chief),
                    &format!("{{ precinct {{ households(after: {cursor:?}) {{ nodes {{ id }} }} }} }}"),
                )
                .await;
            assert!(answer.contains("BAD_INPUT") && answer.contains("\"rule\":\"CURSOR\""), "{cursor}: {answer}");
            answers.insert(answer);
        }
        assert_eq!(answers.len(), 1, "the same bytes for every one");
        assert!(
            codes(
                &world
                    .ask(&chief, &format!("{{ precinct {{ households(after: {own:?}) {{ nodes {{ id }} }} }} }}"))
                    .await
            )
            .is_empty()
        );
        for first in ["0", "-1", "101"] {
            let answer = world
                .ask(&chief, &format!("{{ precinct {{ households(first: {first}) {{ nodes {{ id }} }} }} }}"))
                .await;
            assert_eq!(
                (codes(&answer), &answer["errors"][0]["extensions"]["rule"]),
                (vec!["BAD_INPUT".to_owned()], &"FIRST".into())
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_03_an_officer_lists_his_own_beats_and_sees_others_addresses_masked() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let all = known(&ledger, 0, &world, "1 = 1").await;
        let (others, own) = all.split_at(6);
        for number in others {
            ledger
                .change(
                    0,
                    "UPDATE household SET beat_id = NULL WHERE precinct_id = $1 AND number = $2",
                    vec![number.as_str().into()],
                )
                .await;
        }
        let (officer, chief) = (world.member(Role::CommunityOfficer, 0), world.member(Role::StationChief, 0));
        let nowhere = Arc::new(Member { beats: Vec::new(), ..(*officer).clone() });
        assert_eq!(numbers(&world, &officer, "").await, own);
        assert_eq!(numbers(&world, &chief, "").await, all);
        for filter in ["", ", filter: { kind: FAMILY }", ", filter: { numberPrefix: \"99\" }"] {
            let page = list(filter, "totalCount nodes { number }");
            let page = world.data(&nowhere, &page).await["precinct"]["households"].take();
            assert_eq!(page, json!({ "totalCount": 0, "nodes": [] }), "a filter does not widen the reach");
        }
        let count = world.data(&officer, &list("", "totalCount")).await["precinct"]["households"]["totalCount"].take();
        assert_eq!(count, own.len());
        for (number, assigned) in [(&own[0], true), (&others[0], false)] {
            let document = format!(
                "{{ precinct {{ household(number: {number:?}) {{ address addressMasked addressHistory {{ address }} }} }} }}"
            );
            let shown = world.data(&officer, &document).await["precinct"]["household"].take();
            assert_eq!(shown["address"] != shown["addressMasked"], assigned, "{shown}");
            let masked = |text: &Value| text.as_str().unwrap().ends_with("***");
            assert!(masked(&shown["addressMasked"]));
            assert_eq!(masked(&shown["addressHistory"][0]["address"]), !assigned, "{shown}");
        }
    }
}

/// When things were learned, and what was then believed of one person in one household.
const LEARNED: [&str; 3] = ["2021-05-01T02:00:00Z", "2022-05-01T02:00:00Z", "2023-05-01T02:00:00Z"];

async fn interval(ledger: &Ledger, row: (Uuid, Uuid, &str), law: (&str, Option<&str>), known: (&str, Option<&str>)) {
    let sql = "INSERT INTO membership (precinct_id, id, household_id, person_id, relation, reason, effective_from, effective_to, recorded_at, \
         superseded_at, act_id) SELECT precinct_id, $2, id, $3, '99', 'MOVE_IN', $5, $6, $7, $8, act_id FROM household WHERE precinct_id = $1 AND number = $4";
    let day = |text: &str| -> Bind { text.parse::<chrono::NaiveDate>().expect("a day").into() };
    let instant = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().expect("an instant");
    let to = law.1.map(|text| text.parse::<chrono::NaiveDate>().expect("a day"));
    let values = vec![
        row.0.into(),
        row.1.into(),
        row.2.into(),
        day(law.0),
        to.into(),
        instant(known.0).into(),
        known.1.map(instant).into(),
    ];
    assert_eq!(ledger.change(0, sql, values).await, 1);
}

/// Learned in 2021: a member since 2020. Learned in 2022: only since July 2020. Learned in 2023: and left on 1 March 2023.
async fn corrected(world: &World, ledger: &Ledger) -> (String, Uuid) {
    let number: String = ledger
        .value(0, "SELECT number FROM household WHERE precinct_id = $1 AND kind = 'FAMILY' AND state = 'ACTIVE' AND established_on < '2015-01-01' ORDER BY number LIMIT 1", vec![])
        .await;
    let person = ledger.add(world, 0, id(1), &Newcomer::named("诸葛租客")).await;
    let [first, second, third] = LEARNED;
    interval(ledger, (id(11), person, &number), ("2020-01-01", None), (first, Some(second))).await;
    interval(ledger, (id(12), person, &number), ("2020-07-01", None), (second, Some(third))).await;
    interval(ledger, (id(13), person, &number), ("2020-07-01", Some("2023-03-01")), (third, None)).await;
    (number, person)
}

/// Whether somebody belonged, by day in law and instant of knowledge.
const BELONGED: [(&str, &str, bool); 14] = [
    ("asOf: \"2020-03-01\"", "2021-01-01T00:00:00Z", false),
    ("asOf: \"2020-03-01\"", "2021-05-01T02:00:00Z", true),
    ("asOf: \"2020-03-01\"", "2022-05-01T01:59:59Z", true),
    ("asOf: \"2020-03-01\"", "2022-05-01T02:00:00Z", false),
    ("asOf: \"2019-12-31\"", "2021-06-01T00:00:00Z", false),
    ("asOf: \"2020-01-01\"", "2021-06-01T00:00:00Z", true),
    ("asOf: \"2020-07-01\"", "2022-06-01T00:00:00Z", true),
    ("asOf: \"2020-06-30\"", "2022-06-01T00:00:00Z", false),
    ("asOf: \"2023-03-01\"", "2023-04-01T00:00:00Z", true),
    ("asOf: \"2023-03-01\"", "2023-06-01T00:00:00Z", false),
    ("asOf: \"2023-02-28\"", "2023-06-01T00:00:00Z", true),
    ("", "2022-06-01T00:00:00Z", true),
    ("", "2023-06-01T00:00:00Z", false),
    ("asOf: \"2021-01-01\"", "", true),
];

#[tokio::test(flavor = "multi_thread")]
async fn reg_10_a_membership_is_answered_on_both_axes() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let (number, person) = corrected(&world, &ledger).await;
        let chief = world.member(Role::StationChief, 0);
        let who = world.id(Kind::Person, 0, person);
        for (as_of, known_at, belonged) in BELONGED {
            let known_at = if known_at.is_empty() { String::new() } else { format!("knownAt: {known_at:?}") };
            let axes = format!("{as_of} {known_at}");
            let household = format!(
                "{{ precinct {{ household(number: {number:?} {axes}) {{ memberCount members {{ person {{ id }} }} }} }} }}"
            );
            let answer = world.data(&chief, &household).await["precinct"]["household"].take();
            assert_eq!(answer["members"].to_string().contains(&who), belonged, "{axes}");
            assert_eq!(answer["memberCount"], answer["members"].as_array().unwrap().len(), "{axes}");
            let of_person = format!(
                "{{ precinct {{ person(id: {who:?}, purpose: VERIFICATION) {{ memberships({axes}) {{ household {{ number }} effectiveFrom effectiveTo }} }} }} }}"
            );
            let memberships = world.data(&chief, &of_person).await["precinct"]["person"]["memberships"].take();
            assert_eq!(
                memberships.as_array().unwrap().len(),
                usize::from(belonged),
                "REG-01: at most one, {axes}: {memberships}"
            );
        }
        let now = format!(
            "{{ precinct {{ household(number: {number:?}) {{ members {{ person {{ id }} }} history {{ id recordedAt supersededAt effectiveFrom effectiveTo act {{ number }} person {{ id }} }} }} }} }}"
        );
        let answer = world.data(&chief, &now).await["precinct"]["household"].take();
        assert!(!answer["members"].to_string().contains(&who), "he has left");
        let history = answer["history"].as_array().unwrap();
        let of_him: Vec<&Value> = history.iter().filter(|one| one["person"]["id"] == who.as_str()).collect();
        let told: Vec<Value> = of_him
            .iter()
            .map(|one| json!([one["effectiveFrom"], one["effectiveTo"], one["supersededAt"].is_null()]))
            .collect();
        assert_eq!(
            told,
            [
                json!(["2020-07-01", "2023-03-01", true]),
                json!(["2020-07-01", null, false]),
                json!(["2020-01-01", null, false])
            ]
        );
        assert!(history.iter().all(|one| one["act"]["number"].is_string()), "REG-08");
        let from = texts(&answer["history"], "effectiveFrom");
        assert!(from.is_sorted_by(|a, b| a >= b), "the latest first: {from:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_10_a_household_is_answered_as_it_stood() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let number = known(&ledger, 0, &world, "h.state = 'CLOSED'").await.remove(0);
        let (established, closed): (chrono::NaiveDate, chrono::NaiveDate) = (
            ledger
                .value(
                    0,
                    "SELECT established_on FROM household WHERE precinct_id = $1 AND number = $2",
                    vec![number.as_str().into()],
                )
                .await,
            ledger
                .value(
                    0,
                    "SELECT closed_on FROM household WHERE precinct_id = $1 AND number = $2",
                    vec![number.as_str().into()],
                )
                .await,
        );
        let ask = async |axes: &str| {
            let document = format!(
                "{{ precinct {{ household(number: {number:?} {axes}) {{ state closedOn memberCount headName members {{ isHead person {{ name }} }} }} }} }}"
            );
            world.ask(&chief, &document).await
        };
        let stood = |answer: &Value| {
            let household = &answer["data"]["precinct"]["household"];
            (household["state"].clone(), household["memberCount"].clone(), household["closedOn"].is_null())
        };
        let day_before = closed.pred_opt().unwrap();
        let open = ask(&format!("asOf: \"{day_before}\"")).await;
        assert_eq!(stood(&open), ("ACTIVE".into(), 1.into(), true), "{open}");
        let household = &open["data"]["precinct"]["household"];
        assert_eq!(household["headName"], household["members"][0]["person"]["name"]);
        for axes in [String::new(), format!("asOf: \"{closed}\""), "knownAt: \"2026-11-24T00:00:00Z\"".to_owned()] {
            let shut = ask(&axes).await;
            assert_eq!(stood(&shut), ("CLOSED".into(), 0.into(), false), "{axes}: {shut}");
        }
        assert_eq!(
            stood(&ask("knownAt: \"2015-03-02T00:00:00Z\"").await),
            ("ACTIVE".into(), 1.into(), true),
            "not known to have closed"
        );
        let too_early = established.pred_opt().unwrap();
        for axes in [format!("asOf: \"{too_early}\""), "knownAt: \"2014-01-01T00:00:00Z\"".to_owned()] {
            let answer = ask(&axes).await;
            assert_eq!(codes(&answer), ["NOT_FOUND"], "{axes}");
            assert!(answer["data"]["precinct"]["household"].is_null());
        }
        let missing = world
            .ask(&chief, "{ precinct { household(number: \"990001999999\", asOf: \"2020-01-01\") { id } } }")
            .await;
        assert_eq!(codes(&missing), ["NOT_FOUND"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_10_reg_13_an_address_is_answered_as_it_was() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let number =
            known(&ledger, 0, &world, "h.state = 'ACTIVE' AND h.kind = 'FAMILY' AND h.established_on < '2015-01-01'")
                .await
                .remove(0);
        ledger.change(0, "DELETE FROM household_address WHERE precinct_id = $1 AND household_id = (SELECT id FROM household WHERE precinct_id = $1 AND number = $2)", vec![number.as_str().into()]).await;
        let other: Uuid = ledger
            .value(0, "SELECT d.id FROM dwelling d WHERE d.precinct_id = $1 AND d.id <> (SELECT h.dwelling_id FROM household h WHERE h.precinct_id = $1 AND h.number = $2) AND d.room <> '' ORDER BY d.label DESC LIMIT 1", vec![number.as_str().into()])
            .await;
        let now: Uuid = ledger
            .value(
                0,
                "SELECT dwelling_id FROM household WHERE precinct_id = $1 AND number = $2",
                vec![number.as_str().into()],
            )
            .await;
        let sql = "INSERT INTO household_address (precinct_id, id, household_id, dwelling_id, effective_from, effective_to, recorded_at, superseded_at, act_id) \
             SELECT precinct_id, $3, id, $4, $5, $6, $7, $8, act_id FROM household WHERE precinct_id = $1 AND number = $2";
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let instant = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let (opened, moved) = ("2015-03-01T01:00:00Z", "2021-05-01T02:00:00Z");
        for (n, dwelling, from, to, recorded, superseded) in [
            (1, other, "2014-01-01", None, opened, Some(moved)),
            (2, other, "2014-01-01", Some("2021-04-01"), moved, None),
            (3, now, "2021-04-01", None, moved, None),
        ] {
            let values: Vec<Bind> = vec![
                number.as_str().into(),
                id(n).into(),
                dwelling.into(),
                day(from).into(),
                to.map(day).into(),
                instant(recorded).into(),
                superseded.map(instant).into(),
            ];
            assert_eq!(ledger.change(0, sql, values).await, 1);
        }
        let label = async |dwelling: Uuid| -> String {
            ledger
                .value(0, "SELECT label FROM dwelling WHERE precinct_id = $1 AND id = $2", vec![dwelling.into()])
                .await
        };
        let (here, there) = (label(now).await, label(other).await);
        for (axes, address) in [
            ("", &here),
            ("asOf: \"2021-04-01\"", &here),
            ("asOf: \"2021-03-31\"", &there),
            ("asOf: \"2022-01-01\", knownAt: \"2021-05-01T01:59:59Z\"", &there),
            ("asOf: \"2022-01-01\", knownAt: \"2021-05-01T02:00:00Z\"", &here),
            ("knownAt: \"2020-01-01T00:00:00Z\"", &there),
        ] {
            let document = format!(
                "{{ precinct {{ household(number: {number:?} {axes}) {{ address dwelling {{ label }} addressHistory {{ address effectiveFrom effectiveTo act {{ number }} }} }} }} }}"
            );
            let shown = world.data(&chief, &document).await["precinct"]["household"].take();
            assert_eq!(
                (&shown["address"], &shown["dwelling"]["label"]),
                (&address.as_str().into(), &address.as_str().into()),
                "{axes}"
            );
            let history = shown["addressHistory"].as_array().unwrap();
            assert_eq!(history.len(), 3, "everything the system ever believed");
            assert_eq!(
                (&history[0]["address"], &history[0]["effectiveFrom"]),
                (&here.as_str().into(), &"2021-04-01".into()),
                "the latest first"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_a_neighbours_household_does_not_exist_by_number_or_by_id() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let chief = world.member(Role::StationChief, 0);
        let theirs = known(&ledger, 1, &world, "1 = 1").await.remove(0);
        let row: Uuid = ledger
            .value(1, "SELECT id FROM household WHERE precinct_id = $1 AND number = $2", vec![theirs.as_str().into()])
            .await;
        let (foreign, moved) = (world.id(Kind::Household, 1, row), world.id(Kind::Household, 0, row));
        let community = world.id(Kind::Community, 1, world.manifest.precincts[1].communities[0].id);
        for field in [
            format!("household(number: {theirs:?}) {{ id }}"),
            format!("household(id: {foreign:?}) {{ id }}"),
            format!("household(id: {moved:?}) {{ id }}"),
            format!("households(filter: {{ communityId: {community:?} }}) {{ nodes {{ id }} }}"),
        ] {
            let answer = world.ask(&chief, &format!("{{ precinct {{ {field} }} }}")).await;
            assert_eq!(codes(&answer), ["NOT_FOUND"], "{field}: {answer}");
        }
        assert!(numbers(&world, &chief, &format!(", filter: {{ numberPrefix: {theirs:?} }}")).await.is_empty());
        let both = world
            .ask(&chief, &format!("{{ precinct {{ household(id: {foreign:?}, number: {theirs:?}) {{ id }} }} }}"))
            .await;
        assert_eq!(codes(&both), ["BAD_INPUT"]);
    }
}
