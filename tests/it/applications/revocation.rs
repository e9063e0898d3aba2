//! What was done can be revoked by the district, with the act that undoes what followed (§2.7, REG-09).

use serde_json::json;
use tests::world::Home;
use uuid::Uuid;

use super::{ADULT, App, Office, code, text};

const ITEM: &str = "SELECT count(*) FROM person_item WHERE precinct_id = $1 AND person_id = $2 AND kind = 'OCCUPATION' \
     AND effective_to IS NULL AND superseded_at IS NULL";
const EVER: &str = "SELECT count(*) FROM person_item WHERE precinct_id = $1 AND person_id = $2 AND kind = 'OCCUPATION'";
const HOME: &str = "SELECT household_id FROM membership WHERE precinct_id = $1 AND person_id = $2 AND effective_to IS NULL \
     AND superseded_at IS NULL";
const OTHER: &str = "SELECT id FROM household WHERE precinct_id = $1 AND kind = 'FAMILY' AND state = 'ACTIVE' AND id <> $2 \
     ORDER BY id LIMIT 1";
const VERSION: &str = "SELECT version FROM household WHERE precinct_id = $1 AND id = $2";
const FOLLOWS: &str = " AND EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = p.precinct_id AND m.person_id = p.id \
     AND m.effective_to IS NULL AND m.superseded_at IS NULL AND m.relation NOT IN ('01', '02'))";

impl Office {
    /// Files, decides and brings into the register; answers the application as it was approved before.
    async fn done(&self, kind: &str, person: Uuid, papers: &[&str], form: &str) -> App {
        let app = self.filed(kind, person, papers, "").await;
        let app = self.accept(&self.registrar, &app).await.unwrap();
        let app = self.review(&self.registrar, &app).await.unwrap();
        let app = self.approve(&self.chief, &app, "").await.unwrap();
        let form = format!("{}, by: {{ form: {{ {form} }} }}", app.seen());
        self.does(&self.registrar, "executeApplication", &form).await.unwrap()
    }

    async fn item_changed(&self, person: Uuid) -> App {
        let seen = format!("person: {{ id: \"{}\", expectedVersion: 1 }}", self.person_id(person));
        let form = format!("item: {{ {seen}, kind: OCCUPATION, value: \"教师\", basis: CHANGE }}");
        self.done("R21", person, &["BOOKLET", "ITEM_PROOF"], &form).await
    }

    async fn act_of(&self, app: &App) -> String {
        text(&self.ask(&self.chief, app, "actId").await["actId"])
    }

    async fn household_seen(&self, id: Uuid) -> String {
        let version: i32 = self.ledger.value(0, VERSION, vec![id.into()]).await;
        format!("{{ id: \"{}\", expectedVersion: {version} }}", self.world.id(schema::id::Kind::Household, 0, id))
    }
}

fn revoked(app: &App, by: &str) -> String {
    format!("{}, ground: FRAUD, reason: \"材料系伪造\", reference: \"区户字2026-1\", by: {{ {by} }}", app.seen())
}

fn repair(act: &str) -> String {
    format!("form: {{ repair: {{ actId: \"{act}\", papers: [{{ kind: JUDGMENT }}] }} }}")
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_reg_09_the_district_revokes_what_was_done_by_a_compensating_act() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.item_changed(person.id).await;
        let act = office.act_of(&app).await;
        let by = revoked(&app, &repair(&act));
        for (who, refusal) in
            [(&office.registrar, "FORBIDDEN"), (&office.chief, "LEVEL"), (&office.neighbour, "NOT_FOUND")]
        {
            assert_eq!(code(office.does(who, "revokeApplication", &by).await), refusal);
        }
        let done = office.does(&office.approver, "revokeApplication", &by).await.unwrap();
        assert_eq!(done.state(), "DONE", "it was done, and stays so");
        let told = "actId revokingActId events { step reasonCode reason level role reference fromState toState }";
        let told = office.ask(&office.chief, &done, told).await;
        assert!(told["revokingActId"].is_string() && told["revokingActId"] != told["actId"]);
        let last = told["events"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            last,
            json!({
                "step": "REVOKE", "reasonCode": "FRAUD", "reason": "材料系伪造", "level": "DISTRICT", "role": "DISTRICT_APPROVER",
                "reference": "区户字2026-1", "fromState": "DONE", "toState": "DONE",
            })
        );
        let of = format!("{{ precinct {{ act(id: {}) {{ repairs {{ id }} caseNumber }} }} }}", told["revokingActId"]);
        let of = office.world.data(&office.chief, &of).await["precinct"]["act"].clone();
        assert_eq!(of["repairs"]["id"], json!(act));
        let counts = [ITEM, EVER].map(|sql| office.ledger.value::<i64>(0, sql, vec![person.id.into()]));
        let [now, ever] = counts;
        assert_eq!((now.await, ever.await > 0), (0, true), "the old rows are never deleted");
        let again = office.does(&office.approver, "revokeApplication", &revoked(&done, &repair(&act))).await;
        assert_eq!(code(again), "TRANSITION", "once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_revocation_by_an_act_that_undoes_something_else_leaves_nothing_behind() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.item_changed(person.id).await;
        let act = office.act_of(&app).await;
        let early = office.filed("R18", person.id, &["BOOKLET"], "").await;
        let refused = office.does(&office.approver, "revokeApplication", &revoked(&early, &repair(&act))).await;
        assert_eq!(code(refused), "TRANSITION", "not done: nothing to revoke");
        let local = office.filed("R07", person.id, &["BOOKLET"], "").await;
        let refused = office.does(&office.approver, "revokeApplication", &revoked(&local, &repair(&act))).await;
        assert_eq!(code(refused), "NOT_FOUND", "the station's, and not done");
        let see = |app: &App| format!("{{ node(id: \"{}\") {{ id }} }}", app.id());
        assert!(office.world.ask(&office.approver, &see(&local)).await["data"]["node"].is_null());
        assert_eq!(office.world.data(&office.approver, &see(&app)).await["node"]["id"], json!(app.id()));
        // Another change of the same item is no undoing, and is not left behind either.
        let seen = format!("person: {{ id: \"{}\", expectedVersion: 2 }}", office.person_id(person.id));
        let other = format!("form: {{ item: {{ {seen}, kind: OCCUPATION, value: \"医生\", basis: CHANGE }} }}");
        let itself = format!("actId: \"{act}\"");
        let before: i64 = office.ledger.value(0, EVER, vec![person.id.into()]).await;
        for by in [&other, &itself] {
            let refused = office.does(&office.approver, "revokeApplication", &revoked(&app, by)).await;
            assert_eq!(code(refused), "ACT_KIND", "{by}");
        }
        let after: i64 = office.ledger.value(0, EVER, vec![person.id.into()]).await;
        assert_eq!((before, after), (1, 1), "nothing half-written");
        let stale = App(json!({ "id": app.id(), "version": 1 }));
        let refused = office.does(&office.approver, "revokeApplication", &revoked(&stale, &repair(&act))).await;
        assert_eq!(code(refused), "STALE_VERSION");
        let empty = revoked(&app, &repair(&act)).replace("材料系伪造", " ");
        assert_eq!(code(office.does(&office.approver, "revokeApplication", &empty).await), "WORDS");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_09_what_no_repair_undoes_is_revoked_by_the_act_that_makes_it_good() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.ledger.person(0, &format!("{ADULT}{FOLLOWS}")).await;
        let from: Uuid = office.ledger.value(0, HOME, vec![person.id.into()]).await;
        let to: Uuid = office.ledger.value(0, OTHER, vec![from.into()]).await;
        let moves = |version: i32, into: String| {
            let seen = format!("person: {{ id: \"{}\", expectedVersion: {version} }}", office.person_id(person.id));
            format!("personAddress: {{ {seen}, into: {into}, relation: \"97\", papers: [{{ kind: CONSENT }}] }}")
        };
        let there = moves(1, office.household_seen(to).await);
        let app = office.done("R07", person.id, &["BOOKLET", "DWELLING_TITLE"], &there).await;
        assert_eq!(office.ledger.value::<Uuid>(0, HOME, vec![person.id.into()]).await, to);
        let back = format!("form: {{ {} }}", moves(2, office.household_seen(from).await));
        office.does(&office.approver, "revokeApplication", &revoked(&app, &back)).await.unwrap();
        assert_eq!(office.ledger.value::<Uuid>(0, HOME, vec![person.id.into()]).await, from);
        assert_eq!(tests::laws::broken(&office.ledger).await, Vec::<String>::new());
    }
}
