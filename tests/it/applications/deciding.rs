//! Reviewing and deciding: another officer, level by level, by people.

use serde_json::{Value, json};
use std::sync::Arc;
use tenants::members::{Kind, Member};
use tenants::purposes::Purpose;
use tenants::roles::{Domain, Role};
use tests::world::Home;

use super::{App, Office, code};

const MOVE: [&str; 3] = ["BOOKLET", "ID_CARD", "DWELLING_TITLE"];
const NAME: [&str; 3] = ["BOOKLET", "ID_CARD", "NAME_STATEMENT"];

async fn steps(office: &Office, app: &App) -> Vec<Value> {
    let told = office.ask(&office.chief, app, "events { seq step toState level role reference }").await;
    told["events"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_reviewer_and_approver_are_others_than_who_accepted() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let app = office.accept(&office.chief, &app).await.unwrap();
        assert_eq!(code(office.review(&office.chief, &app).await), "SECOND_OFFICER");
        let app = office.review(&office.registrar, &app).await.unwrap();
        assert_eq!((app.state().as_str(), app.at("nextLevel")), ("REVIEWED", json!("STATION")));
        assert_eq!(code(office.approve(&office.registrar, &app, "").await), "FORBIDDEN", "a registrar does not decide");
        assert_eq!(code(office.approve(&office.chief, &app, "").await), "SECOND_OFFICER");
        let reject = format!("{}, reason: \"材料不实\"", app.seen());
        assert_eq!(code(office.does(&office.chief, "rejectApplication", &reject).await), "SECOND_OFFICER");
        let deputy = Arc::new(Member { role: Role::StationChief, ..Member::clone(&office.second) });
        let app = office.approve(&deputy, &app, "").await.unwrap();
        assert_eq!(app.state(), "APPROVED");
        assert_eq!(code(office.does(&office.auxiliary, "withdrawApplication", &app.seen()).await), "TRANSITION");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_levels_decide_in_their_order_and_the_citys_decision_has_a_number() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R20", person.id, &["ORIGINAL_PROOF", "BOOKLET", "ID_CARD"], "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        let app = office.review(&office.second, &app).await.unwrap();
        assert_eq!(code(office.approve(&office.approver, &app, "").await), "LEVEL", "the station is first");
        let app = office.approve(&office.chief, &app, "").await.unwrap();
        assert_eq!((app.state().as_str(), app.at("approvedLevel")), ("REVIEWED", json!("STATION")));
        assert_eq!(code(office.approve(&office.chief, &app, "").await), "LEVEL", "the district is next");
        let app = office.approve(&office.approver, &app, "").await.unwrap();
        assert_eq!((app.state().as_str(), app.at("nextLevel")), ("REVIEWED", json!("CITY")));
        assert_eq!(code(office.approve(&office.approver, &app, "").await), "REFERENCE");
        let app = office.approve(&office.approver, &app, ", reference: \"武公户〔2026〕8号\"").await.unwrap();
        assert_eq!((app.state().as_str(), app.at("nextLevel")), ("APPROVED", json!(null)));
        let steps = steps(&office, &app).await;
        let decided: Vec<&Value> =
            steps.iter().filter(|step| step["step"] == "APPROVE").map(|step| &step["level"]).collect();
        assert_eq!(decided, ["STATION", "DISTRICT", "CITY"]);
        assert_eq!(steps.last().unwrap()["role"], "DISTRICT_APPROVER", "the role at that time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_1_3_the_district_sees_what_is_its_to_decide_and_rejects_with_reasons() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let local = office.filed("R06", person.id, &MOVE, "").await;
        let name = office.filed("R18", person.id, &NAME, "").await;
        let see = |app: &App| format!("{{ node(id: \"{}\") {{ id }} }}", app.id());
        assert!(office.world.ask(&office.approver, &see(&local)).await["data"]["node"].is_null());
        assert_eq!(office.world.data(&office.approver, &see(&name)).await["node"]["id"], json!(name.id()));
        let name = office.accept(&office.registrar, &name).await.unwrap();
        let name = office.review(&office.second, &name).await.unwrap();
        let name = office.approve(&office.chief, &name, "").await.unwrap();
        let reject = |words: &str, app: &App| format!("{}, reason: \"{words}\"", app.seen());
        assert_eq!(code(office.does(&office.approver, "rejectApplication", &reject(" ", &name)).await), "WORDS");
        let name = office.does(&office.approver, "rejectApplication", &reject("理由不充分", &name)).await.unwrap();
        assert_eq!(name.state(), "REJECTED");
        let last = steps(&office, &name).await.pop().unwrap();
        assert_eq!((&last["step"], &last["level"]), (&json!("REJECT"), &json!("DISTRICT")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_an_on_the_spot_item_is_one_command_and_three_entries() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let flags =
            "identityChecked: true, jurisdictionConfirmed: true, documentsCompared: true, duplicatesChecked: true";
        let slow = office.filed("R06", person.id, &MOVE, "").await;
        let input = format!("{}, {flags}", slow.seen());
        assert_eq!(code(office.does(&office.registrar, "handleOnTheSpot", &input).await), "ON_THE_SPOT");
        let app = office.filed("R21", person.id, &["BOOKLET", "ITEM_PROOF"], "").await;
        let input = format!("{}, {flags}", app.seen());
        assert_eq!(code(office.does(&office.auxiliary, "handleOnTheSpot", &input).await), "FORBIDDEN");
        let app = office.does(&office.registrar, "handleOnTheSpot", &input).await.unwrap();
        assert_eq!(app.state(), "APPROVED");
        let steps = steps(&office, &app).await;
        let made: Vec<&Value> = steps.iter().map(|step| &step["step"]).collect();
        assert_eq!(made, ["SUBMIT", "ACCEPT", "REVIEW", "APPROVE"]);
        let auditor = office.world.member(Role::Auditor, 0);
        let trail = "{ precinct { auditTrail(first: 3) { nodes { function objectId } } } }";
        let trail = office.world.data(&auditor, trail).await;
        let entries = trail["precinct"]["auditTrail"]["nodes"].as_array().unwrap().clone();
        let functions: Vec<&Value> = entries.iter().map(|entry| &entry["function"]).collect();
        // The steps were read by the chief after the command.
        assert_eq!(functions[1..], ["approveApplication", "reviewApplication"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_09_a_token_decides_nothing() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.adult().await;
    let app = office.filed("R06", person.id, &MOVE, "").await;
    let app = office.accept(&office.registrar, &app).await.unwrap();
    let app = office.review(&office.second, &app).await.unwrap();
    let kind = Kind::Token {
        id: tenants::ids::ApiTokenId(uuid::Uuid::from_u128(7)),
        name: "service".to_owned(),
        domains: vec![Domain::Applications],
        purpose: Purpose::RegisterService,
    };
    let token = Arc::new(Member { kind, ..Member::clone(&office.chief) });
    assert_eq!(code(office.approve(&token, &app, "").await), "FORBIDDEN");
    let reject = format!("{}, reason: \"无\"", app.seen());
    assert_eq!(code(office.does(&token, "rejectApplication", &reject).await), "FORBIDDEN");
    assert_eq!(office.approve(&office.chief, &app, "").await.unwrap().state(), "APPROVED");
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_comparison_of_identity_is_recorded_where_the_type_asks_for_it() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.adult().await;
    let app = office.filed("R14", person.id, &["INVESTIGATION"], "").await;
    let app = office.accept(&office.registrar, &app).await.unwrap();
    assert_eq!(code(office.review(&office.second, &app).await), "COMPARISON");
    let input = format!("{}, documentsCompared: true, duplicatesChecked: true, identityCompared: true", app.seen());
    let app = office.does(&office.second, "reviewApplication", &input).await.unwrap();
    assert_eq!(office.ask(&office.chief, &app, "identityCompared").await["identityCompared"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_execution_names_an_act_of_this_precinct() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        let app = office.review(&office.second, &app).await.unwrap();
        let sql = "SELECT id FROM act WHERE precinct_id = $1 ORDER BY id LIMIT 1";
        let ours: uuid::Uuid = office.ledger.value(0, sql, vec![]).await;
        let move_made = "UPDATE act SET kind = 'R06' WHERE precinct_id = $1 AND id = $2";
        let theirs: uuid::Uuid = office.ledger.value(1, sql, vec![]).await;
        let early = executed(&office, &app, ours).await;
        assert!(early.unwrap_err().contains("EXECUTE does not lead on"), "not yet approved");
        let app = office.approve(&office.chief, &app, "").await.unwrap();
        assert_eq!(executed(&office, &app, theirs).await.unwrap_err(), "not found");
        assert_eq!(office.ask(&office.chief, &app, "state").await["state"], "APPROVED", "it stays, to be tried again");
        assert!(executed(&office, &app, ours).await.unwrap_err().contains("another kind of act"));
        office.ledger.run(move_made, vec![office.world.precinct(0).into(), ours.into()]).await;
        executed(&office, &app, ours).await.unwrap();
        let done = office.ask(&office.chief, &app, "state actId closedAt").await;
        assert_eq!((&done["state"], done["actId"].is_string()), (&json!("DONE"), true));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_an_approved_application_and_its_act_are_one_commit() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R21", person.id, &["BOOKLET", "ITEM_PROOF"], "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        let app = office.review(&office.registrar, &app).await.unwrap();
        let app = office.approve(&office.chief, &app, "").await.unwrap();
        let item = |version: i32, kind: &str, value: &str| {
            format!(
                "{}, by: {{ form: {{ {kind}: {{ person: {{ id: \"{}\", expectedVersion: {version} }}, {value} }} }} }}",
                app.seen(),
                office.person_id(person.id)
            )
        };
        let other = item(1, "nameChange", "name: \"某某\", papers: [{ kind: CONSENT }]");
        let refused = office.does(&office.registrar, "executeApplication", &other).await;
        assert!(refused.is_err(), "another kind of act: {refused:?}");
        let stale = item(7, "item", "kind: OCCUPATION, value: \"教师\", basis: CHANGE");
        assert_eq!(code(office.does(&office.registrar, "executeApplication", &stale).await), "STALE_VERSION");
        assert_eq!(office.ask(&office.chief, &app, "state").await["state"], "APPROVED", "it stays, to be tried again");
        let form = item(1, "item", "kind: OCCUPATION, value: \"教师\", basis: CHANGE");
        let done = office.does(&office.registrar, "executeApplication", &form).await.unwrap();
        assert_eq!(done.state(), "DONE");
        let told = office.ask(&office.chief, &done, "number actId").await;
        let act = office
            .world
            .data(&office.chief, &format!("{{ precinct {{ act(id: {}) {{ kind caseNumber }} }} }}", told["actId"]))
            .await;
        assert_eq!(act["precinct"]["act"], json!({ "kind": "R21", "caseNumber": told["number"] }));
        let again = office.does(&office.registrar, "executeApplication", &form).await;
        assert!(again.is_err(), "done once: {again:?}");
    }
}

async fn executed(office: &Office, app: &App, act: uuid::Uuid) -> Result<(), String> {
    let origin = tenants::store::Origin { request_id: "tests".to_owned(), terminal: "TESTS".to_owned() };
    let scope = office.world.store.precinct(&office.registrar, &origin);
    let id = office.world.row(&app.id());
    let version = i32::try_from(app.at("version").as_i64().unwrap()).unwrap();
    let execution = tenants::applications::Execution::Recorded(tenants::ids::ActId(act));
    scope.execute_application((id.into(), version), execution).await.map(drop).map_err(|error| error.to_string())
}
