//! Joint services (联办): one application, several offices, each with a task of its own, and scene S8.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tenants::applications::AssistOffice;
use tenants::ids::AccountId;
use tenants::members::Member;
use tenants::roles::Role;
use tests::world::{Home, World, codes};
use uuid::Uuid;

use super::{App, Office, code, text};
use crate::appointments::{SATURDAY, books, books_for, free, steps};
use crate::residents::{ADULT, linked};

const TASKS: &str = "{ precinct { officeTasks(first: 20) { totalCount nodes { id number matter { code label } applicantName office request paperCode state due \
     askedAt answer answeredAt version } } } }";
const OFFICES: [AssistOffice; 3] = [AssistOffice::CivilAffairs, AssistOffice::Health, AssistOffice::Housing];

/// The clerk of an office, who sits at the station.
fn clerk(world: &World, office: AssistOffice, at: usize) -> Arc<Member> {
    let account = AccountId(Uuid::from_u128(7_000 + office as u128));
    Arc::new(Member {
        account: Some(account),
        office: Some(office),
        ..Member::clone(&world.member(Role::DepartmentClerk, at))
    })
}

async fn tasks(world: &World, clerk: &Arc<Member>) -> Vec<Value> {
    world.data(clerk, TASKS).await["precinct"]["officeTasks"]["nodes"].as_array().unwrap().clone()
}

async fn answers(world: &World, clerk: &Arc<Member>, task: &Value, state: &str, words: &str) -> Result<Value, String> {
    let document = format!(
        "mutation {{ answerOfficeTask(input: {{ assistTaskId: {}, expectedVersion: {}, state: {state}, answer: \"{words}\" }}) \
         {{ officeTask {{ state answer version }} userErrors {{ code }} }} }}",
        task["id"], task["version"]
    );
    let answer = world.ask(clerk, &document).await;
    if answer.get("errors").is_some() {
        return Err(codes(&answer).join("+"));
    }
    let payload = &answer["data"]["answerOfficeTask"];
    match payload["userErrors"][0]["code"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(payload["officeTask"].clone()),
    }
}

/// An application for which the three offices are asked; housing for the paper that is missing.
async fn joint(office: &Office, person: Uuid) -> App {
    let mut app = office.filed("R06", person, &["BOOKLET", "ID_CARD"], "").await;
    let asked = [
        ("CIVIL_AFFAIRS", "核实婚姻登记", ""),
        ("HEALTH", "核实出生医学证明", ""),
        ("HOUSING", "出具房屋权属证明", ", paperCode: \"DWELLING_TITLE\""),
    ];
    for (to, request, more) in asked {
        let input = format!("{}, office: {to}, request: \"{request}\"{more}", app.seen());
        app = office.does(&office.auxiliary, "addAssistTask", &input).await.unwrap();
    }
    app
}

/// The application as it is now.
async fn now(office: &Office, app: &App) -> App {
    App(office.ask(&office.registrar, app, "id number state version").await)
}

async fn states(office: &Office, app: &App) -> Vec<(String, String)> {
    let told = office.ask(&office.registrar, app, "assistTasks { office state answer }").await;
    let tasks = told["assistTasks"].as_array().unwrap();
    let mut told: Vec<_> = tasks.iter().map(|task| (text(&task["office"]), text(&task["state"]))).collect();
    // All were asked in one instant: their order says nothing.
    told.sort();
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn jnt_01_a_clerk_sees_the_task_of_his_office_and_the_shared_minimum_and_nothing_else() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = joint(&office, person.id).await;
        for (to, request) in OFFICES.into_iter().zip(["核实婚姻登记", "核实出生医学证明", "出具房屋权属证明"])
        {
            let clerk = clerk(&office.world, to, 0);
            let seen = tasks(&office.world, &clerk).await;
            assert_eq!(seen.len(), 1, "{home:?}: {to} sees its own task only");
            assert_eq!((&seen[0]["request"], &seen[0]["number"]), (&json!(request), &app.at("number")));
            assert_eq!((&seen[0]["applicantName"], &seen[0]["matter"]["code"]), (&json!("张*"), &json!("R06")));
            let id = app.id();
            for document in [
                format!("{{ precinct {{ application(id: \"{id}\") {{ id }} }} }}"),
                format!("{{ node(id: \"{id}\") {{ id }} }}"),
                "{ precinct { applications { nodes { id } } } }".to_owned(),
                "{ precinct { worklist { overdue } } }".to_owned(),
                "{ precinct { documents { nodes { id } } } }".to_owned(),
                "{ precinct { households { nodes { id } } } }".to_owned(),
                "{ precinct { events { nodes { id } } } }".to_owned(),
                format!(
                    "mutation {{ revealApplication(input: {{ applicationId: \"{id}\", purpose: REGISTER_SERVICE }}) {{ userErrors {{ code }} }} }}"
                ),
            ] {
                assert_eq!(codes(&office.world.ask(&clerk, &document).await), ["FORBIDDEN"], "{home:?}: {document}");
            }
        }
        let housing = tasks(&office.world, &clerk(&office.world, AssistOffice::Housing, 0)).await.remove(0);
        let health = clerk(&office.world, AssistOffice::Health, 0);
        assert_eq!(answers(&office.world, &health, &housing, "DONE", "好").await.unwrap_err(), "NOT_FOUND");
        let beside = clerk(&office.world, AssistOffice::Housing, 1);
        assert!(tasks(&office.world, &beside).await.is_empty(), "the neighbour's clerk");
        assert_eq!(answers(&office.world, &beside, &housing, "DONE", "好").await.unwrap_err(), "NOT_FOUND");
        let nowhere = Arc::new(Member { office: None, ..Member::clone(&health) });
        assert_eq!(codes(&office.world.ask(&nowhere, TASKS).await), ["FORBIDDEN"], "posted for no office");
        assert_eq!(
            codes(&office.world.ask(&office.chief, TASKS).await),
            ["FORBIDDEN"],
            "staff reads them at the application"
        );
        let trail =
            "{ precinct { auditTrail(first: 5, filter: { function: \"officeTasks\" }) { nodes { role rowCount } } } }";
        let trail = office.world.data(&office.world.member(Role::Auditor, 0), trail).await;
        assert_eq!(trail["precinct"]["auditTrail"]["nodes"][1], json!({ "role": "DEPARTMENT_CLERK", "rowCount": 1 }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jnt_01_a_clerk_is_posted_for_an_office_and_nobody_else_is() {
    for home in Home::all() {
        let world = World::of(home, 2, 12, 1_000_000).await;
        let security = world.member(Role::SecurityAdmin, 0);
        let create = async |login: &str, role: &str, office: &str| {
            let document = format!(
                "mutation {{ createAccount(input: {{ login: \"{login}\", name: \"测试员\", role: {role}{office} }}) \
                 {{ account {{ postings {{ role office }} }} userErrors {{ code }} }} }}"
            );
            world.data(&security, &document).await["createAccount"].clone()
        };
        let made = create("clerk.one", "DEPARTMENT_CLERK", ", office: HEALTH").await;
        assert_eq!(
            made["account"]["postings"][0],
            json!({ "role": "DEPARTMENT_CLERK", "office": "HEALTH" }),
            "{home:?}"
        );
        assert_eq!(create("clerk.two", "DEPARTMENT_CLERK", "").await["userErrors"][0]["code"], "OFFICE");
        assert_eq!(create("clerk.three", "REGISTRAR", ", office: HEALTH").await["userErrors"][0]["code"], "OFFICE");
        let person = world.hire("clerk.four", Role::DepartmentClerk, 0).await;
        let member = world.store.members().by_token(&person.token).await.unwrap().unwrap();
        assert_eq!(member.office, Some(AssistOffice::CivilAffairs), "from the posting");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jnt_02_one_refusal_hides_no_others_result_and_all_answer_at_once() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = joint(&office, person.id).await;
        let other = office.world.another_process().await;
        let mut each = Vec::new();
        for (n, to) in OFFICES.into_iter().enumerate() {
            let clerk = clerk(&office.world, to, 0);
            let task = tasks(&office.world, &clerk).await.remove(0);
            let world = if n == 1 { &other } else { &office.world };
            let state = if to == AssistOffice::Health { "REFUSED" } else { "DONE" };
            each.push(async move { answers(world, &clerk, &task, state, "电话13800001234").await });
        }
        let outcomes = join_all(each).await;
        assert!(outcomes.iter().all(Result::is_ok), "{home:?}: nobody waits for nobody: {outcomes:?}");
        assert!(outcomes.iter().all(|done| done.as_ref().unwrap()["answer"] == "电话138****1234"));
        let told = states(&office, &app).await;
        let expected = [("CIVIL_AFFAIRS", "DONE"), ("HEALTH", "REFUSED"), ("HOUSING", "DONE")];
        assert_eq!(told, expected.map(|(to, state)| (to.to_owned(), state.to_owned())));
        let heard = "{ precinct { events(first: 20, kinds: [ASSIST_TASK_CHANGED]) { nodes { fact } } } }";
        let heard = office.world.data(&office.registrar, heard).await["precinct"]["events"]["nodes"].clone();
        let facts: Vec<&str> = heard.as_array().unwrap().iter().map(|event| event["fact"].as_str().unwrap()).collect();
        assert_eq!(facts[..3], ["OPEN"; 3]);
        assert_eq!((facts.len(), facts.iter().filter(|fact| **fact == "REFUSED").count()), (6, 1));
        let civil = clerk(&office.world, AssistOffice::CivilAffairs, 0);
        let task = tasks(&office.world, &civil).await.remove(0);
        assert_eq!(
            answers(&office.world, &civil, &task, "REFUSED", "再想").await.unwrap_err(),
            "TRANSITION",
            "answered once"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jnt_02_an_application_is_approved_when_every_office_has_answered_and_not_before() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = joint(&office, person.id).await;
        let housing = clerk(&office.world, AssistOffice::Housing, 0);
        let task = tasks(&office.world, &housing).await.remove(0);
        for (state, words, refused) in
            [("CANCELLED", "好", "TRANSITION"), ("OPEN", "好", "TRANSITION"), ("DONE", " ", "WORDS")]
        {
            assert_eq!(answers(&office.world, &housing, &task, state, words).await.unwrap_err(), refused);
        }
        answers(&office.world, &housing, &task, "DONE", "已出具").await.unwrap();
        let app = office.accept(&office.registrar, &now(&office, &app).await).await.unwrap();
        let app = office.review(&office.second, &app).await.unwrap();
        assert_eq!(code(office.approve(&office.chief, &app, "").await), "OPEN_TASKS", "{home:?}");
        for to in [AssistOffice::CivilAffairs, AssistOffice::Health] {
            let clerk = clerk(&office.world, to, 0);
            let task = tasks(&office.world, &clerk).await.remove(0);
            answers(&office.world, &clerk, &task, "REFUSED", "无此登记").await.unwrap();
        }
        let app = now(&office, &app).await;
        assert_eq!(
            office.approve(&office.chief, &app, "").await.unwrap().state(),
            "APPROVED",
            "what they answered is weighed"
        );
        // Nobody works for what is over.
        let people = office.ledger.persons(0, super::ADULT).await;
        let over = joint(&office, people[1].id).await;
        office.does(&office.auxiliary, "withdrawApplication", &over.seen()).await.unwrap();
        assert!(states(&office, &over).await.iter().all(|(_, state)| state == "CANCELLED"), "{home:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jnt_03_what_an_office_supplies_is_not_asked_from_the_resident() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = joint(&office, person.id).await;
        assert_eq!(code(office.accept(&office.registrar, &app).await), "CHECKLIST", "{home:?}: the title is missing");
        let housing = clerk(&office.world, AssistOffice::Housing, 0);
        let task = tasks(&office.world, &housing).await.remove(0);
        assert_eq!(task["paperCode"], "DWELLING_TITLE");
        answers(&office.world, &housing, &task, "DONE", "已出具").await.unwrap();
        let app = now(&office, &app).await;
        let papers = office.ask(&office.registrar, &app, "papers { code state source }").await["papers"].clone();
        let title = papers.as_array().unwrap().iter().find(|paper| paper["code"] == "DWELLING_TITLE").unwrap().clone();
        assert_eq!(title, json!({ "code": "DWELLING_TITLE", "state": "RECEIVED", "source": "OFFICE" }));
        assert_eq!(office.accept(&office.registrar, &app).await.unwrap().state(), "ACCEPTED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s8_saturday_a_slot_is_booked_and_three_offices_answer_a_joint_application_each_for_itself() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let world = &office.world;
        // From her telephone she takes a place on Saturday; capacity is respected for whoever comes after her.
        let known = office.ledger.person(0, &format!("{} AND {ADULT}", super::ADULT)).await;
        let resident = linked(world, &known, 0).await;
        let booked = books(world, &resident, SATURDAY).await.unwrap();
        for name in ["李四", "王五"] {
            books_for(world, &office.auxiliary, SATURDAY, name).await.unwrap();
        }
        assert_eq!(free(world, &resident, SATURDAY).await, Some(0), "{home:?}");
        assert_eq!(books_for(world, &office.auxiliary, SATURDAY, "赵六").await.unwrap_err(), "SLOT_FULL");
        // On Saturday she comes; one application is taken down, and three offices are asked.
        world.clock.advance(SATURDAY.parse::<DateTime<Utc>>().unwrap() - world.clock.now());
        let here = steps(world, &office.auxiliary, "checkInAppointment", &booked).await.unwrap();
        let app = joint(&office, known.id).await;
        let expected = ["CIVIL_AFFAIRS", "HEALTH", "HOUSING"].map(|to| (to.to_owned(), "OPEN".to_owned()));
        assert_eq!(states(&office, &app).await, expected);
        // Each sees its own; one refuses, two answer, and neither waits for another.
        for (to, state) in OFFICES.into_iter().zip(["DONE", "REFUSED", "DONE"]) {
            let clerk = clerk(world, to, 0);
            let seen = tasks(world, &clerk).await;
            assert_eq!((seen.len(), &seen[0]["office"]), (1, &json!(to.as_str())), "{home:?}");
            let before = states(&office, &app).await;
            answers(world, &clerk, &seen[0], state, "已核").await.unwrap();
            let after = states(&office, &app).await;
            let changed: Vec<_> = before.iter().zip(&after).filter(|(one, two)| one != two).collect();
            assert_eq!(changed.len(), 1, "{home:?}: the others' are as they were: {changed:?}");
        }
        let served = steps(world, &office.auxiliary, "serveAppointment", &here).await.unwrap();
        assert_eq!(served["state"], "SERVED");
        let app = office.accept(&office.registrar, &now(&office, &app).await).await.unwrap();
        let app = office.review(&office.second, &app).await.unwrap();
        assert_eq!(office.approve(&office.chief, &app, "").await.unwrap().state(), "APPROVED");
        let mine = world.data(&resident, "{ me { appointments { nodes { state } } } }").await;
        assert_eq!(mine["me"]["appointments"]["nodes"], json!([{ "state": "SERVED" }]));
    }
}
