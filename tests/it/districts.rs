//! The district: counts across its precincts, and a person only for a purpose and a case, which the precinct that was read sees.

use std::sync::Arc;

use schema::id::Kind;
use serde_json::{Value, json};
use tenants::members::Member;
use tenants::roles::Role;
use tenants::seed::Counts;
use tests::ledger::{Ledger, Newcomer};
use tests::world::{Home, World, codes};
use uuid::Uuid;

const COUNTS: &str = "communities households dwellings registeredPopulation actualPopulation activeRentals byCategory { category count }";

/// What an overview must be for what the seed made.
fn expected(counts: Counts, communities: usize) -> Value {
    let category = |name: &str, count: i32| json!({ "category": name, "count": count });
    json!({
        "communities": communities,
        "households": counts.households,
        "dwellings": counts.dwellings,
        "registeredPopulation": counts.registered_resident + counts.registered_away,
        "actualPopulation": counts.registered_resident + counts.city_separated + counts.floating + counts.overseas,
        "activeRentals": counts.rentals_active,
        "byCategory": [
            category("REGISTERED_RESIDENT", counts.registered_resident),
            category("REGISTERED_AWAY", counts.registered_away),
            category("CITY_SEPARATED", counts.city_separated),
            category("FLOATING", counts.floating),
            category("OVERSEAS", counts.overseas),
        ],
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_1_5_2_1_every_overview_is_what_the_seed_made() {
    for home in Home::all() {
        let world = World::new(home).await;
        for (at, made) in world.manifest.precincts.iter().enumerate() {
            let chief = world.member(Role::StationChief, at);
            let document = format!(
                "{{ precinct {{ overview {{ {COUNTS} }} communities {{ name overview {{ {COUNTS} }} }} beats {{ overview {{ {COUNTS} }} communities {{ overview {{ {COUNTS} }} }} }} }} }}"
            );
            let precinct = world.data(&chief, &document).await["precinct"].take();
            assert_eq!(precinct["overview"], expected(made.counts(), made.communities.len()));
            for community in &made.communities {
                let one = json!({ "name": community.name, "overview": expected(community.counts, 1) });
                assert!(precinct["communities"].as_array().unwrap().contains(&one), "{one}");
            }
            for (beat, row) in precinct["beats"].as_array().unwrap().iter().zip(&made.beats) {
                let own: Vec<Counts> =
                    made.communities.iter().filter(|one| one.beat == *row).map(|one| one.counts).collect();
                assert_eq!(beat["overview"], expected(own.iter().copied().sum(), own.len()));
            }
        }
        let analyst = world.officer_of_district(Role::DistrictAnalyst);
        let document = format!(
            "{{ district {{ overview {{ {COUNTS} }} precincts {{ totalCount nodes {{ name overview {{ {COUNTS} }} }} }} }} }}"
        );
        let district = world.data(&analyst, &document).await["district"].take();
        let made = &world.manifest.precincts;
        let communities = made.iter().map(|precinct| precinct.communities.len()).sum();
        assert_eq!(
            district["overview"],
            expected(made.iter().map(tenants::seed::PrecinctManifest::counts).sum(), communities)
        );
        let each: Vec<Value> = made
            .iter()
            .map(|one| json!({ "name": one.name, "overview": expected(one.counts(), one.communities.len()) }))
            .collect();
        assert_eq!(district["precincts"], json!({ "totalCount": made.len(), "nodes": each }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_district_costs_the_same_statements_at_every_level_whatever_the_number_of_precincts() {
    for home in Home::all() {
        let mut costs: Vec<Vec<usize>> = Vec::new();
        for precincts in [2, 6] {
            let world = World::of(home, precincts, 12, 1_000).await;
            let analyst = world.officer_of_district(Role::DistrictAnalyst);
            let mut of_world = Vec::new();
            for level in [
                "nodes { name }",
                "nodes { overview { households } }",
                "nodes { jurisdictions { validFrom } }",
                "nodes { overview { households } jurisdictions { validFrom } }",
            ] {
                let document = format!("{{ district {{ precincts(first: 100) {{ {level} }} }} }}");
                world.data(&analyst, &document).await;
                world.store.meter().keep();
                world.data(&analyst, &document).await;
                of_world.push(world.store.meter().keep().len());
            }
            costs.push(of_world);
        }
        assert_eq!(costs[0], costs[1], "by level: the list, the overviews, the jurisdictions, both");
        let [list, overviews, jurisdictions, both] = costs[0][..] else { panic!("four levels") };
        assert_eq!(
            (overviews - list, jurisdictions - list, both - list),
            (1, 2, 3),
            "jurisdictions come with their areas"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_precincts_have_neither_gap_nor_double() {
    for home in Home::all() {
        let world = World::of(home, 5, 12, 1_000).await;
        let analyst = world.officer_of_district(Role::DistrictAnalyst);
        let (mut after, mut listed) = (String::new(), Vec::new());
        loop {
            let document = format!(
                "{{ district {{ precincts(first: 2{after}) {{ nodes {{ code }} pageInfo {{ hasNextPage endCursor }} }} }} }}"
            );
            let page = world.data(&analyst, &document).await["district"]["precincts"].take();
            listed.extend(page["nodes"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()));
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        }
        let made: Vec<String> = world.manifest.precincts.iter().map(|one| one.code.clone()).collect();
        assert_eq!(listed, made);
    }
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// A district in whose second precinct one person of the name lives, and in whose first another.
async fn place(home: Home) -> (World, Ledger) {
    let world = World::of(home, 3, 12, 1_000).await;
    let ledger = Ledger::of(&world).await;
    ledger.add(&world, 1, id(1), &Newcomer::named("诸葛远行")).await;
    ledger.add(&world, 0, id(2), &Newcomer::named("诸葛远近")).await;
    (world, ledger)
}

/// Opens a case file of the office and returns its number.
async fn case(world: &World) -> String {
    let approver = world.officer_of_district(Role::DistrictApprover);
    let document = "mutation { openCaseFile(input: { kind: VERIFICATION, title: \"核查\" }) { caseFile { number } userErrors { code } } }";
    let answer = world.data(&approver, document).await;
    answer["openCaseFile"]["caseFile"]["number"].as_str().expect("a number").to_owned()
}

fn search(name: &str, case: &str) -> String {
    format!(
        "{{ district {{ personSearch(input: {{ name: {name:?} }}, purpose: VERIFICATION, caseRef: {case:?}) {{ truncated matches {{ precinct {{ code }} person {{ id name idNumber }} }} }} }} }}"
    )
}

/// The entries of a function in the trail of the precinct an auditor is posted in.
async fn trail(world: &World, auditor: &Arc<Member>, function: &str) -> Vec<Value> {
    let document = format!(
        "{{ precinct {{ auditTrail(first: 50, filter: {{ function: \"{function}\" }}) {{ nodes {{ result purpose caseRef condition rowCount role }} }} }} }}"
    );
    world.data(auditor, &document).await["precinct"]["auditTrail"]["nodes"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_prv_13_a_person_is_found_across_precincts_and_each_precinct_sees_that_it_was_read() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let analyst = world.officer_of_district(Role::DistrictAnalyst);
        let case = case(&world).await;
        let found = world.data(&analyst, &search("诸葛远行", &case)).await["district"]["personSearch"].take();
        let person = world.id(Kind::Person, 1, id(1));
        let expected = json!({ "truncated": false, "matches": [{ "precinct": { "code": world.manifest.precincts[1].code },
            "person": { "id": person, "name": "诸**", "idNumber": null } }] });
        assert_eq!(found, expected);
        let entry = json!({ "result": "OK", "purpose": "VERIFICATION", "caseRef": case, "condition": "name=诸**", "rowCount": 1, "role": "DISTRICT_ANALYST" });
        assert_eq!(trail(&world, &world.member(Role::Auditor, 1), "personSearch").await, [entry]);
        assert!(
            trail(&world, &world.member(Role::Auditor, 0), "personSearch").await.is_empty(),
            "nobody of it was shown"
        );
        let own = trail(&world, &world.officer_of_district(Role::Auditor), "personSearch").await;
        assert_eq!((own.len(), &own[0]["rowCount"]), (1, &0.into()), "the office's own trail");
        let who = |at: usize| {
            format!("{{ precinct {{ whoSaw(personId: {:?}) {{ day }} }} }}", world.id(Kind::Person, at, id(1)))
        };
        let seen = world.data(&world.member(Role::Auditor, 1), &who(1)).await["precinct"]["whoSaw"].take();
        assert_eq!(seen, json!([{ "day": "2026-11-24" }]), "PRV-21");
        let both = world.data(&analyst, &search("诸葛远", &case)).await["district"]["personSearch"]["matches"].take();
        assert_eq!(both.as_array().unwrap().len(), 2);
        let shown = trail(&world, &world.member(Role::Auditor, 0), "personSearch").await;
        assert_eq!((shown.len(), &shown[0]["rowCount"]), (1, &1.into()), "each sees its own");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_a_search_by_the_district_needs_an_open_case_of_its_office() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let (analyst, approver) =
            (world.officer_of_district(Role::DistrictAnalyst), world.officer_of_district(Role::DistrictApprover));
        let own = "{ precinct { caseFiles { nodes { id version } } } }";
        let closed = case(&world).await;
        let file = world.data(&approver, own).await["precinct"]["caseFiles"]["nodes"][0].take();
        let close = format!(
            "mutation {{ closeCaseFile(input: {{ caseFileId: {}, expectedVersion: {} }}) {{ userErrors {{ code }} }} }}",
            file["id"], file["version"]
        );
        assert_eq!(world.data(&approver, &close).await["closeCaseFile"]["userErrors"], json!([]));
        let station = world.manifest.precincts[1].case_file.clone();
        let asked = ["", "AJ20260101-1", closed.as_str(), station.as_str()];
        for case in asked {
            let answer = world.ask(&analyst, &search("诸葛远行", case)).await;
            assert_eq!(codes(&answer), ["PURPOSE_REQUIRED"], "{case:?}");
            assert!(answer["data"].is_null());
        }
        let noted = trail(&world, &world.officer_of_district(Role::Auditor), "personSearch").await;
        assert_eq!(noted.len(), asked.len());
        for (entry, case) in noted.iter().rev().zip(asked) {
            assert_eq!((&entry["result"], &entry["caseRef"]), (&"DENIED".into(), &case.into()));
        }
        assert!(trail(&world, &world.member(Role::Auditor, 1), "personSearch").await.is_empty());
        let open = "mutation { openCaseFile(input: { kind: VERIFICATION, title: \"核查\" }) { caseFile { number } } }";
        assert_eq!(
            codes(&world.ask(&analyst, open).await),
            ["FORBIDDEN"],
            "whoever searches does not open the case himself"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_the_district_meets_nobody_on_any_other_way() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let case = case(&world).await;
        let somebody: Uuid = ledger
            .value(1, "SELECT m.person_id FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
                 WHERE m.precinct_id = $1 AND h.member_count > 1 AND m.effective_to IS NULL AND m.superseded_at IS NULL ORDER BY m.id LIMIT 1", vec![])
            .await;
        let name: String =
            ledger.value(1, "SELECT name FROM person WHERE precinct_id = $1 AND id = $2", vec![somebody.into()]).await;
        let precinct = world.id(Kind::Precinct, 1, world.precinct(1).0);
        let person = world.id(Kind::Person, 1, somebody);
        let through = |select: &str| {
            format!(
                "{{ district {{ personSearch(input: {{ name: {name:?} }}, purpose: VERIFICATION, caseRef: {case:?}) {{ matches {{ person {{ {select} }} }} }} }} }}"
            )
        };
        for role in [Role::DistrictAnalyst, Role::DistrictApprover] {
            let member = world.officer_of_district(role);
            let ask = async |document: String| codes(&world.ask(&member, &document).await);
            let inside = |field: &str| format!("{{ precinct(id: {precinct:?}) {{ {field} }} }}");
            assert_eq!(ask(inside(&format!("personSearch(input: {{ name: {name:?} }}, purpose: VERIFICATION) {{ matches {{ person {{ id }} }} }}"))).await, ["PURPOSE_REQUIRED"]);
            for field in [
                format!("person(id: {person:?}, purpose: VERIFICATION) {{ name }}"),
                "households { nodes { headName } }".to_owned(),
                "household(number: \"9900020000001\") { headName }".to_owned(),
                "rentals { nodes { landlordName } }".to_owned(),
            ] {
                assert_eq!(ask(inside(&field)).await, ["FORBIDDEN"], "{role} {field}");
            }
            assert!(
                ask(through("name household { number address }")).await.is_empty(),
                "whom he looks for, with the household"
            );
            for select in [
                "household { members { person { name } } }",
                "household { history { person { name } } }",
                "membership { household { members { id } } }",
            ] {
                let refused = ask(through(select)).await;
                assert!(
                    !refused.is_empty() && refused.iter().all(|code| code == "FORBIDDEN"),
                    "{role} {select}: {refused:?}"
                );
            }
            let reveal = format!(
                "mutation {{ revealPerson(input: {{ personId: {person:?}, fields: [NAME], purpose: VERIFICATION, caseRef: {case:?} }}) {{ revealed {{ name }} }} }}"
            );
            assert_eq!(ask(reveal).await, ["FORBIDDEN"]);
        }
        let shown = world
            .data(&world.officer_of_district(Role::DistrictAnalyst), &through("household { address addressMasked }"))
            .await;
        let household = &shown["district"]["personSearch"]["matches"][0]["person"]["household"];
        assert_eq!(household["address"], household["addressMasked"], "no door is assigned to the office");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_the_districts_limit_counts_what_was_shown_in_every_precinct() {
    for home in Home::all() {
        let world = World::of(home, 3, 12, 4).await;
        let ledger = Ledger::of(&world).await;
        let persons = [(0, "诸葛甲一"), (0, "诸葛甲二"), (1, "诸葛乙一"), (1, "诸葛乙二"), (2, "诸葛丙一")];
        for (n, (at, name)) in persons.into_iter().enumerate() {
            ledger.add(&world, at, id(n as u128 + 1), &Newcomer::named(name)).await;
        }
        let (analyst, case) = (world.officer_of_district(Role::DistrictAnalyst), case(&world).await);
        for name in ["诸葛甲", "诸葛乙", "诸葛甲一"] {
            assert!(codes(&world.ask(&analyst, &search(name, &case)).await).is_empty(), "{name}");
        }
        assert_eq!(codes(&world.ask(&analyst, &search("诸葛丙", &case)).await), ["QUOTA"]);
        let told = world.data(&analyst, "{ viewer { personsShownToday personsPerDay } }").await;
        assert_eq!(told["viewer"], json!({ "personsShownToday": 4, "personsPerDay": 4 }));
        let other = world.another_process().await;
        let told = other.data(&analyst, "{ viewer { personsShownToday } }").await;
        assert_eq!(told["viewer"]["personsShownToday"], 4, "read anew in the office, which shows nobody itself");
        assert_eq!(codes(&other.ask(&analyst, &search("诸葛丙", &case)).await), ["QUOTA"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_04_a_surname_alone_is_refused_across_the_district() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let (analyst, case) = (world.officer_of_district(Role::DistrictAnalyst), case(&world).await);
        for name in ["马", "诸葛", "zhang", "zhuge"] {
            let answer = world.ask(&analyst, &search(name, &case)).await;
            assert_eq!(
                (codes(&answer), &answer["errors"][0]["extensions"]["rule"]),
                (vec!["BAD_INPUT".to_owned()], &"PRV-04".into()),
                "{name}"
            );
        }
    }
}
