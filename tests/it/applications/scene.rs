//! Scene S1, the school place (2015 in the article): from the missing certificate to the child's membership at the other station.

use std::sync::Arc;

use schema::id::Kind;
use serde_json::{Value, json};
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::Known;
use tests::world::{Home, codes};
use uuid::Uuid;

use super::{App, MINOR, Office, text};

/// A family that takes somebody in.
const FAMILY: &str = "SELECT id FROM household WHERE precinct_id = $1 AND kind = 'FAMILY' AND state = 'ACTIVE' \
     AND member_count > 1 ORDER BY id LIMIT 1";

#[tokio::test(flavor = "multi_thread")]
async fn s1_school_place_from_the_missing_certificate_to_the_childs_new_household() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let child = office.ledger.person(1, &format!("{MINOR} AND p.category = 'REGISTERED_RESIDENT'")).await;
        let app = returned_for_the_title(&office, &child).await;
        let app = housing_brings_it(&office, app).await;
        let app = approved(&office, app).await;
        assert_eq!(office.ledger.open_memberships(child.id).await, (0, 1), "an approval alone moves nobody");
        let act = moved(&office, &child).await;
        assert_eq!(
            office.ledger.open_memberships(child.id).await,
            (1, 0),
            "never in two households, and never in none"
        );
        let closed = format!("{}, by: {{ actId: \"{act}\" }}", app.seen());
        let done = office.does(&office.registrar, "executeApplication", &closed).await.unwrap();
        assert_eq!(done.state(), "DONE");
        told_of_its_way(&office, &done, &act).await;
        old_and_new_household(&office, &child).await;
        assert_eq!(tests::laws::broken(&office.ledger).await, Vec::<String>::new());
    }
}

/// A grandmother files the child's move at the counter; school begins soon, and the property certificate is missing.
async fn returned_for_the_title(office: &Office, child: &Known) -> App {
    let subject = format!("subjectName: \"{}\", subjectIdNumber: \"{}\"", child.name, child.number.as_ref().unwrap());
    let input = format!(
        "typeCode: \"R06\", {subject}, applicantKind: GUARDIAN, applicantName: \"张三\", applicantPhone: \"138 0000 1234\", \
         papers: [\"BOOKLET\", \"ID_CARD\", \"GUARDIAN_CONSENT\"], circumstances: [\"MINOR\"], neededBy: \"2026-11-30\", \
         neededFor: \"入学报名\""
    );
    let app = office.does(&office.auxiliary, "saveDraft", &input).await.unwrap();
    let mut app = office.does(&office.auxiliary, "submitApplication", &app.seen()).await.unwrap();
    for paper in ["BOOKLET", "ID_CARD", "GUARDIAN_CONSENT"] {
        let input = format!("{}, code: \"{paper}\"", app.seen());
        app = office.does(&office.auxiliary, "receivePaper", &input).await.unwrap();
    }
    assert_eq!(app.at("priority"), json!("URGENT"), "needed before a week is over");
    let gaps = format!("{}, gaps: [{{ code: \"DWELLING_TITLE\", note: \"缺房产证\" }}]", app.seen());
    let app = office.does(&office.registrar, "returnApplication", &gaps).await.unwrap();
    assert_eq!(app.state(), "RETURNED");
    app
}

/// She is not sent for it: housing is asked, and brings it (JNT-03).
async fn housing_brings_it(office: &Office, app: App) -> App {
    let ask =
        format!("{}, office: HOUSING, request: \"请协助出具房屋权属证明\", paperCode: \"DWELLING_TITLE\"", app.seen());
    let app = office.does(&office.auxiliary, "addAssistTask", &ask).await.unwrap();
    let told = office.ask(&office.registrar, &app, "assistTasks { id state due version office }").await;
    let task = &told["assistTasks"][0];
    assert_eq!((&task["state"], &task["due"]), (&json!("OPEN"), &json!("2026-12-01")));
    let answer = format!(
        "assistTaskId: \"{}\", expectedVersion: {}, state: DONE, answer: \"已出具\"",
        text(&task["id"]),
        task["version"]
    );
    let app = office.does(&office.auxiliary, "completeAssistTask", &answer).await.unwrap();
    let again = office.does(&office.auxiliary, "completeAssistTask", &answer).await;
    assert_eq!(super::code(again), "STALE_VERSION", "an answer is taken down once");
    let told = office.ask(&office.registrar, &app, "papers { code state source } assistTasks { state answer }").await;
    let title =
        told["papers"].as_array().unwrap().iter().find(|paper| paper["code"] == "DWELLING_TITLE").unwrap().clone();
    assert_eq!(title, json!({ "code": "DWELLING_TITLE", "state": "RECEIVED", "source": "OFFICE" }));
    office.does(&office.auxiliary, "submitApplication", &app.seen()).await.unwrap()
}

async fn approved(office: &Office, app: App) -> App {
    let app = office.accept(&office.registrar, &app).await.unwrap();
    assert_eq!(app.at("priority"), json!("URGENT"), "needed before it is due");
    let app = office.review(&office.second, &app).await.unwrap();
    let app = office.approve(&office.chief, &app, ", reason: \"同意\"").await.unwrap();
    assert_eq!((app.state().as_str(), app.at("returns"), app.at("faults")), ("APPROVED", json!(1), json!(0)));
    app
}

/// The move of both stations (R06): filed and permitted here, agreed to there. Answers this station's act.
async fn moved(office: &Office, child: &Known) -> String {
    let (household, version) = office.family_here().await;
    let movers = format!(
        "movers: [{{ name: \"{}\", idNumber: \"{}\", relation: \"97\" }}]",
        child.name,
        child.number.as_ref().unwrap()
    );
    let into = format!("into: {{ household: {{ id: \"{household}\", expectedVersion: {version} }} }}");
    let filed =
        office.transfer(&office.registrar, "applyForTransfer", &format!("{movers}, {into}, ground: STUDY")).await;
    let permitted = office.transfer(&office.chief, "permitTransfer", &seen(&filed, text(&filed["id"]))).await;
    let theirs = office.world.beyond(Kind::Transfer, office.neighbour.precinct, &text(&permitted["id"]));
    let consent = format!("{}, papers: [{{ kind: GUARDIAN_CONSENT }}]", seen(&permitted, theirs));
    let origin = office.world.member(Role::Registrar, 1);
    assert_eq!(office.transfer(&origin, "handOverTransfer", &consent).await["state"], "DONE");
    let mine =
        format!("{{ precinct {{ transfer(id: {}) {{ state act {{ id kind }} household {{ id }} }} }} }}", filed["id"]);
    let mine = office.world.data(&office.registrar, &mine).await["precinct"]["transfer"].clone();
    assert_eq!((&mine["state"], &mine["act"]["kind"]), (&json!("DONE"), &json!("R06")));
    text(&mine["act"]["id"])
}

fn seen(transfer: &Value, id: String) -> String {
    format!("transferId: \"{id}\", expectedVersion: {}", transfer["version"])
}

async fn told_of_its_way(office: &Office, app: &App, act: &str) {
    let told = office.ask(&office.chief, app, "actId closedAt events { step by role }").await;
    assert_eq!((&told["actId"], told["closedAt"].is_string()), (&json!(act), true));
    let steps: Vec<String> = told["events"].as_array().unwrap().iter().map(|event| text(&event["step"])).collect();
    assert_eq!(steps, ["SUBMIT", "RETURN", "SUBMIT", "ACCEPT", "REVIEW", "APPROVE", "EXECUTE"]);
    assert_eq!(told["events"][0]["role"], "AUXILIARY");
}

/// The child is of the new household today, and was of the old one until today.
async fn old_and_new_household(office: &Office, child: &Known) {
    let of = |at: usize, day: &str| {
        let person = office.world.id(Kind::Person, at, child.id);
        let memberships = format!("memberships(asOf: \"{day}\") {{ effectiveFrom effectiveTo }}");
        format!("{{ precinct {{ person(id: \"{person}\", purpose: REGISTER_SERVICE) {{ {memberships} }} }} }}")
    };
    let here = office.world.data(&office.registrar, &of(0, "2026-11-24")).await;
    let open = json!([{ "effectiveFrom": "2026-11-24", "effectiveTo": null }]);
    assert_eq!(here["precinct"]["person"]["memberships"], open);
    let origin = office.world.member(Role::Registrar, 1);
    let there = office.world.data(&origin, &of(1, "2026-11-23")).await;
    assert_eq!(there["precinct"]["person"]["memberships"][0]["effectiveTo"], "2026-11-24", "{there:#}");
    let gone = office.world.data(&origin, &of(1, "2026-11-24")).await;
    assert_eq!(gone["precinct"]["person"]["memberships"], json!([]));
}

impl Office {
    async fn family_here(&self) -> (String, i32) {
        let id: Uuid = self.ledger.value(0, FAMILY, vec![]).await;
        let sql = "SELECT version FROM household WHERE precinct_id = $1 AND id = $2";
        (self.world.id(Kind::Household, 0, id), self.ledger.value(0, sql, vec![id.into()]).await)
    }

    /// One step of a move, which is not refused.
    async fn transfer(&self, who: &Arc<Member>, step: &str, input: &str) -> Value {
        let document = format!(
            "mutation {{ {step}(input: {{ {input} }}) {{ transfer {{ id state version }} userErrors {{ code field message }} }} }}"
        );
        let answer = self.world.ask(who, &document).await;
        assert!(answer.get("errors").is_none(), "{step}: {:?}", codes(&answer));
        assert_eq!(answer["data"][step]["userErrors"], json!([]), "{step}");
        answer["data"][step]["transfer"].clone()
    }
}
