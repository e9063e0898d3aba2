//! Applications from a resident's own telephone (光谷微警务): the whole way, and what nobody else sees of it (§2.7, PRV-13, PRV-24).

mod by_http;
mod children;
mod limits;
mod listening;
mod walls;

use std::sync::Arc;

use chrono::TimeDelta;
use serde_json::{Value, json};
use tenants::ids::DocumentId;
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::{Known, Ledger};
use tests::papers::{pdf, photo};
use tests::world::{Home, World, codes};

use super::{ADULT, linked, place, trail};

/// Somebody with a telephone, and the window of his station.
pub(crate) struct Scene {
    pub(crate) world: World,
    pub(crate) ledger: Ledger,
    pub(crate) known: Known,
    pub(crate) me: Arc<Member>,
    pub(crate) registrar: Arc<Member>,
}

impl Scene {
    pub(crate) async fn new(home: Home) -> Self {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let me = linked(&world, &known, 0).await;
        let registrar = world.member(Role::Registrar, 0);
        Self { world, ledger, known, me, registrar }
    }

    /// What a mutation of a resident's own answers, or the code of its refusal.
    pub(crate) async fn does(&self, who: &Arc<Member>, mutation: &str, input: &str) -> Result<Value, String> {
        let selection = match mutation {
            "prepareMyPaper" | "resumeMyPaper" | "completeMyPaper" => {
                "upload { id code state refusal version } link { url }"
            }
            "openMyPaper" | "openDocument" => "link { url }",
            own if own.contains("My") => {
                "application { id version state papers { code state } steps { step } checklist { code } }"
            }
            _ => "application { id version state }",
        };
        let document = format!(
            "mutation {{ {mutation}(input: {{ {input} }}) {{ {selection} userErrors {{ code field message }} }} }}"
        );
        let answer = self.world.ask(who, &document).await;
        if answer.get("errors").is_some() {
            return Err(codes(&answer).join("+"));
        }
        let payload = answer["data"][mutation].clone();
        match payload["userErrors"][0]["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(payload),
        }
    }

    /// Saves a new draft about oneself.
    pub(crate) async fn draft(&self, who: &Arc<Member>, kind: &str, papers: &str) -> Result<Value, String> {
        // Ids tell when they were made, to the millisecond.
        self.world.clock.advance(TimeDelta::seconds(1));
        let input = format!("typeCode: \"{kind}\", about: ONESELF, papers: {papers}");
        Ok(self.does(who, "saveMyDraft", &input).await?["application"].clone())
    }

    /// One that is filed, with nothing but a paper declared.
    pub(crate) async fn filed(&self, who: &Arc<Member>, kind: &str) -> Value {
        let draft = self.draft(who, kind, "[\"BOOKLET\"]").await.unwrap();
        self.does(who, "submitMyApplication", &seen(&draft)).await.unwrap()["application"].clone()
    }

    /// What the resident is told of his applications.
    pub(crate) async fn mine(&self, who: &Arc<Member>, selection: &str) -> Vec<Value> {
        let document = format!("{{ me {{ applications(first: 50) {{ nodes {{ {selection} }} }} }} }}");
        self.world.data(who, &document).await["me"]["applications"]["nodes"].as_array().unwrap().clone()
    }

    /// Announces an upload for a paper of an application, sends it, and has it looked at.
    pub(crate) async fn upload(&self, application: &Value, code: &str, bytes: &[u8]) -> Result<Value, String> {
        self.world.clock.advance(TimeDelta::seconds(1));
        let input = format!("applicationId: {}, code: \"{code}\", size: {}", application["id"], bytes.len());
        let prepared = self.does(&self.me, "prepareMyPaper", &input).await?;
        assert!(prepared["link"]["url"].as_str().unwrap().starts_with("/files/"));
        let upload = &prepared["upload"];
        self.world.scope(&self.me).receive_part(self.document(upload), 0, bytes).await.expect("it arrives");
        let complete = format!("uploadId: {}, expectedVersion: {}", upload["id"], upload["version"]);
        Ok(self.does(&self.me, "completeMyPaper", &complete).await?["upload"].clone())
    }

    fn document(&self, upload: &Value) -> DocumentId {
        self.world.row(upload["id"].as_str().unwrap()).into()
    }

    /// Carries out a mutation of staff; its application as it is then.
    pub(crate) async fn office(&self, who: &Arc<Member>, mutation: &str, input: &str) -> Result<Value, String> {
        Ok(self.does(who, mutation, input).await?["application"].clone())
    }
}

pub(crate) fn seen(application: &Value) -> String {
    format!("applicationId: {}, expectedVersion: {}", application["id"], application["version"])
}

/// What the resident follows his application by.
const PROGRESS: &str = "{ me { application(trackingNumber: NUMBER) { state due isOverdue returnedUntil reason gaps { code note } \
     steps { step toState at reason gaps { code } } checklist { code isRequired state } papers { code state upload { id state mediaType } } \
     acknowledgement { trackingNumber receivedAt papers precinct { name } } matter { code limit { value unit } } closedAt version id } } }";

impl Scene {
    async fn progress(&self, number: &Value) -> Value {
        self.world.data(&self.me, &PROGRESS.replace("NUMBER", &number.to_string())).await["me"]["application"].clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_r21_a_resident_goes_the_whole_way_from_his_telephone() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let draft = scene.draft(&scene.me, "R21", "[\"BOOKLET\", \"ITEM_PROOF\"]").await.unwrap();
        assert_eq!(
            draft["papers"],
            json!([{ "code": "BOOKLET", "state": "DECLARED" }, { "code": "ITEM_PROOF", "state": "DECLARED" }])
        );
        let first = scene.upload(&draft, "BOOKLET", &pdf()).await.unwrap();
        assert_eq!((&first["state"], &first["code"]), (&json!("READY"), &json!("BOOKLET")), "{home:?}");
        let filed = scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap()["application"].clone();
        let number = scene.mine(&scene.me, "trackingNumber").await[0]["trackingNumber"].clone();
        assert!(number.as_str().unwrap().starts_with("YW20261124"), "{number}");
        let told = scene.progress(&number).await;
        assert_eq!(told["acknowledgement"]["trackingNumber"], number);
        assert_eq!(told["acknowledgement"]["papers"], json!(["BOOKLET"]), "what was uploaded came with it");
        assert_eq!(told["matter"]["limit"]["unit"].as_str().map(|unit| !unit.is_empty()), Some(true), "{told}");

        let queue = "{ precinct { applications(first: 5) { nodes { id channel madeBy papers { code state hasDocument documentId } } } } }";
        let queue = scene.world.data(&scene.registrar, queue).await["precinct"]["applications"]["nodes"].clone();
        assert_eq!((&queue[0]["id"], &queue[0]["channel"]), (&filed["id"], &json!("PHONE")));
        let scan = &queue[0]["papers"][0];
        assert_eq!((&scan["state"], &scan["documentId"]), (&json!("RECEIVED"), &first["id"]));
        let open = format!("documentId: {}, part: CONTENT, purpose: REGISTER_SERVICE", scan["documentId"]);
        scene.does(&scene.registrar, "openDocument", &open).await.unwrap();

        let gaps = "[{ code: \"ITEM_PROOF\", note: \"缺学历证明\" }, { code: \"BOOKLET\", note: \"第二页不清楚\" }]";
        let returned = scene
            .office(&scene.registrar, "returnApplication", &format!("{}, gaps: {gaps}", seen(&filed)))
            .await
            .unwrap();
        let told = scene.progress(&number).await;
        assert_eq!(told["state"], "RETURNED");
        assert_eq!(
            told["gaps"],
            json!([{ "code": "ITEM_PROOF", "note": "缺学历证明" }, { "code": "BOOKLET", "note": "第二页不清楚" }])
        );
        assert!(!told["returnedUntil"].is_null());
        scene.upload(&returned, "ITEM_PROOF", &pdf()).await.unwrap();
        let again = scene.upload(&returned, "BOOKLET", &photo()).await.unwrap();
        let change = format!(
            "{}, typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\", \"ITEM_PROOF\"], note: \"已补正\"",
            seen(&returned)
        );
        let changed = scene.does(&scene.me, "saveMyDraft", &change).await.unwrap()["application"].clone();
        let filed = scene.does(&scene.me, "submitMyApplication", &seen(&changed)).await.unwrap()["application"].clone();
        let told = scene.progress(&number).await;
        assert_eq!((&told["state"], &told["gaps"]), (&json!("SUBMITTED"), &json!([])));
        assert_eq!(told["papers"][0]["upload"]["id"], again["id"], "the last upload counts");

        let spot = format!(
            "{}, identityChecked: true, jurisdictionConfirmed: true, documentsCompared: true, duplicatesChecked: true",
            seen(&filed)
        );
        let approved = scene.office(&scene.registrar, "handleOnTheSpot", &spot).await.unwrap();
        let version: i32 = scene
            .ledger
            .value(0, "SELECT version FROM person WHERE precinct_id = $1 AND id = $2", vec![scene.known.id.into()])
            .await;
        let person = scene.world.id(schema::id::Kind::Person, 0, scene.known.id);
        let by = format!(
            "by: {{ form: {{ item: {{ person: {{ id: \"{person}\", expectedVersion: {version} }}, kind: EDUCATION, value: \"大学本科\", basis: CHANGE }} }} }}"
        );
        let done = scene.office(&scene.registrar, "executeApplication", &format!("{}, {by}", seen(&approved))).await;
        assert_eq!(done.unwrap()["state"], "DONE");
        let told = scene.progress(&number).await;
        let steps: Vec<&str> =
            told["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
        assert_eq!(steps, ["SUBMIT", "RETURN", "SUBMIT", "ACCEPT", "REVIEW", "APPROVE", "EXECUTE"]);
        assert!(told["due"].is_string() && told["closedAt"].is_string() && told["papers"][0]["state"] == "CHECKED");
        assert!(!told.to_string().contains(&scene.registrar.name), "no officer's name: {told}");
        for (function, least) in [
            ("saveMyDraft", 2),
            ("prepareMyPaper", 3),
            ("submitMyApplication", 2),
            ("myApplication", 4),
            ("myApplications", 1),
        ] {
            let noted = trail(&scene.world, 0, function).await;
            assert!(
                noted.len() >= least && noted.iter().all(|entry| entry["role"] == "RESIDENT"),
                "{function}: {noted:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_resident_withdraws_before_the_approval_and_learns_why_he_is_refused() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let filed = scene.filed(&scene.me, "R07").await;
        let withdrawn =
            scene.does(&scene.me, "withdrawMyApplication", &format!("{}, reason: \"不办了\"", seen(&filed))).await;
        assert_eq!(withdrawn.unwrap()["application"]["state"], "WITHDRAWN", "{home:?}");
        let filed = scene.filed(&scene.me, "R07").await;
        let refuse =
            format!("{}, reasonCode: NOT_OURS, reason: \"住址不在辖区\", redirectTo: \"关东街派出所\"", seen(&filed));
        scene.office(&scene.registrar, "refuseApplication", &refuse).await.unwrap();
        let told = scene.mine(&scene.me, "state reasonCode reason redirectTo").await;
        let refused = told.iter().find(|one| one["state"] == "NOT_ACCEPTED").unwrap();
        assert_eq!((&refused["reason"], &refused["redirectTo"]), (&json!("住址不在辖区"), &json!("关东街派出所")));
        let over = scene
            .mine(&scene.me, "id version state")
            .await
            .into_iter()
            .find(|one| one["state"] == "WITHDRAWN")
            .unwrap();
        assert_eq!(scene.does(&scene.me, "submitMyApplication", &seen(&over)).await.unwrap_err(), "TRANSITION");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_what_officers_write_for_each_other_is_not_told() {
    let scene = Scene::new(Home::Sqlite).await;
    let filed = scene.filed(&scene.me, "R21").await;
    let mut app = filed;
    for paper in ["BOOKLET", "ITEM_PROOF"] {
        app = scene
            .office(&scene.registrar, "receivePaper", &format!("{}, code: \"{paper}\"", seen(&app)))
            .await
            .unwrap();
    }
    let accept = format!("{}, identityChecked: true, jurisdictionConfirmed: true", seen(&app));
    let app = scene.office(&scene.registrar, "acceptApplication", &accept).await.unwrap();
    let suspend = format!("{}, reasonCode: INVESTIGATION, reason: \"核查线索\"", seen(&app));
    let app = scene.office(&scene.registrar, "suspendApplication", &suspend).await.unwrap();
    let told = scene.mine(&scene.me, "state reasonCode reason steps { reason reasonCode }").await[0].clone();
    assert_eq!(
        (&told["state"], &told["reasonCode"], &told["reason"]),
        (&json!("SUSPENDED"), &json!("INVESTIGATION"), &Value::Null)
    );
    let app = scene.office(&scene.registrar, "resumeApplication", &seen(&app)).await.unwrap();
    let review = format!("{}, documentsCompared: true, duplicatesChecked: true, proposal: \"拟同意\"", seen(&app));
    scene.office(&scene.registrar, "reviewApplication", &review).await.unwrap();
    let told = scene.mine(&scene.me, "state steps { reason } reason").await[0].to_string();
    assert!(!told.contains("核查线索") && !told.contains("拟同意"), "{told}");
}
