//! `performAct` and the reading of acts through the engine.

use serde_json::Value;
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, Household};
use tests::world::{Home, codes};

fn death(desk: &Desk, family: &Household, succession: &str) -> String {
    let id = desk.world.id(schema::id::Kind::Person, 0, family.head().id.0);
    format!(
        "mutation {{ performAct(input: {{ form: {{ death: {{ person: {{ id: \"{id}\", expectedVersion: {} }}, diedOn: \"2026-11-20\", \
         papers: [{{ kind: MEDICAL_DEATH_PROOF, number: \"D-1\" }}] {succession} }} }}, reason: \"at the counter\" }}) \
         {{ act {{ id number kind summary subjects {{ role countsAs }} papers {{ kind }} }} household {{ memberCount }} \
         persons {{ deceased }} userErrors {{ code field message }} }} }}",
        family.head().version
    )
}

fn succession(desk: &Desk, family: &Household) -> String {
    let id = |person: tenants::ids::PersonId| desk.world.id(schema::id::Kind::Person, 0, person.0);
    let wife = family.of("12").id;
    let others: Vec<String> = family
        .others(&[wife, family.head().id])
        .iter()
        .map(|one| format!("{{ personId: \"{}\", relation: \"{}\" }}", id(one.person), one.relation))
        .collect();
    format!(", succession: {{ headId: \"{}\", relations: [{}] }}", id(wife), others.join(", "))
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_06_a_broken_rule_is_a_user_error_with_its_id() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let registrar = desk.world.member(Role::Registrar, 0);
        let refused = desk.world.data(&registrar, &death(&desk, &family, "")).await;
        let payload = &refused["performAct"];
        assert_eq!((&payload["act"], &payload["userErrors"][0]["code"]), (&Value::Null, &"INVARIANT(REG-06)".into()));
        let done = desk.world.data(&registrar, &death(&desk, &family, &succession(&desk, &family))).await;
        let payload = &done["performAct"];
        assert_eq!(payload["act"]["kind"], "R08", "{payload:#}");
        let persons = payload["persons"].as_array().unwrap();
        assert_eq!(persons.iter().filter(|person| person["deceased"] == true).count(), 1);
        let stay = payload["household"]["memberCount"].as_u64().unwrap();
        assert_eq!(usize::try_from(stay).unwrap() + 1, family.members.len());
        let stale = desk.world.data(&registrar, &death(&desk, &family, &succession(&desk, &family))).await;
        assert_eq!(stale["performAct"]["userErrors"][0]["code"], "STALE_VERSION");
        let household = desk.world.id(schema::id::Kind::Household, 0, family.id.0);
        let chief = desk.world.member(Role::StationChief, 0);
        let document = format!(
            "{{ precinct {{ acts(filter: {{ kind: \"R08\" }}, first: 100) {{ totalCount nodes {{ number }} }} \
             household(id: \"{household}\") {{ acts {{ id number kindCode {{ label }} }} }} }} }}"
        );
        let read = desk.world.data(&chief, &document).await;
        let acts = &read["precinct"]["household"]["acts"];
        assert_eq!(acts[0]["number"], payload["act"]["number"]);
        assert_eq!(acts[0]["kindCode"]["label"], "死亡注销");
        let numbers = read["precinct"]["acts"]["nodes"].as_array().unwrap();
        assert!(numbers.iter().any(|one| one["number"] == payload["act"]["number"]), "{read:#}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_09_the_balance_of_a_register_is_a_query() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let registrar = desk.world.member(Role::Registrar, 0);
        let ask = "{ precinct { registerBalance { start end registered holds terms { term persons } } } }";
        let before = desk.world.data(&registrar, ask).await["precinct"]["registerBalance"].clone();
        assert_eq!((before["start"].as_i64(), before["holds"].as_bool()), (before["end"].as_i64(), Some(true)));
        desk.world.data(&registrar, &death(&desk, &family, &succession(&desk, &family))).await;
        let after = desk.world.data(&registrar, ask).await["precinct"]["registerBalance"].clone();
        assert_eq!(after["holds"], true, "{after:#}");
        assert_eq!(after["registered"].as_i64(), before["registered"].as_i64().map(|count| count - 1));
        assert_eq!((&after["terms"][0]["term"], &after["terms"][0]["persons"]), (&"DEATH".into(), &1.into()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_24_another_stations_person_is_not_found_by_a_form() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let neighbour = desk.world.member(Role::Registrar, 1);
        let answer = desk.world.ask(&neighbour, &death(&desk, &family, "")).await;
        assert_eq!(codes(&answer), ["NOT_FOUND"]);
        let officer = desk.world.member(Role::CommunityOfficer, 0);
        let answer = desk.world.ask(&officer, &death(&desk, &family, "")).await;
        assert_eq!(codes(&answer), ["FORBIDDEN"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_exactly_one() {
    let desk = Desk::new(Home::Sqlite).await;
    let registrar = desk.world.member(Role::Registrar, 0);
    let none = "mutation { performAct(input: { form: {}, reason: \"x\" }) { act { id } } }";
    assert!(desk.world.ask(&registrar, none).await.get("errors").is_some());
}
