//! Moves between stations: what both sides see, what one commit holds, and what a refusal leaves as it was (§2.9).

use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::future::join_all;
use schema::id::Kind;
use serde_json::{Value, json};
use tenants::members::Member;
use tenants::roles::Role;
use tenants::store::Origin;
use tests::ledger::{Known, Ledger};
use tests::world::{Home, World};
use uuid::Uuid;

const FIELDS: &str = "transfer { id number side state version otherStation reason permitUntil act { kind } \
     persons { name idNumber relationCode } household { number state memberCount } } userErrors { code field }";

/// Two stations: one that receives, and one that gives.
struct Scene {
    world: World,
    ledger: Ledger,
    here: Arc<Member>,
    chief: Arc<Member>,
    there: Arc<Member>,
}

impl Scene {
    async fn new(home: Home) -> Self {
        let world = World::of(home, 3, 40, 1_000_000).await;
        let ledger = Ledger::of(&world).await;
        let (here, chief) = (world.member(Role::Registrar, 0), world.member(Role::StationChief, 0));
        let there = world.member(Role::Registrar, 1);
        Self { world, ledger, here, chief, there }
    }

    /// A family household of the giving station with so many members or more, the head first.
    async fn family(&self, members: i32) -> (Uuid, Vec<Known>) {
        let sql = "SELECT id FROM household WHERE precinct_id = $1 AND kind = 'FAMILY' AND state = 'ACTIVE' \
             AND member_count >= $2 ORDER BY id";
        let giving = self.world.precinct(1);
        let rows = self.ledger.rows(sql, vec![giving.into(), members.into()]).await;
        for row in rows {
            let household: Uuid = row.try_get_by_index(0).unwrap();
            let members = self.members(1, household).await;
            if members.iter().all(|person| person.number.is_some()) {
                return (household, members);
            }
        }
        panic!("no such family");
    }

    async fn members(&self, at: usize, household: Uuid) -> Vec<Known> {
        let sql = "SELECT person_id FROM membership WHERE precinct_id = $1 AND household_id = $2 AND effective_to IS NULL \
             AND superseded_at IS NULL ORDER BY relation, id";
        let rows = self.ledger.rows(sql, vec![self.world.precinct(at).into(), household.into()]).await;
        let mut members = Vec::new();
        for row in rows {
            let id: Uuid = row.try_get_by_index(0).unwrap();
            members.push(self.ledger.person(at, &format!("p.id = {}", self.literal(id))).await);
        }
        members
    }

    fn literal(&self, id: Uuid) -> String {
        // SQLite keeps ids as blobs.
        if self.world.owner_url.starts_with("sqlite") { format!("x'{}'", id.simple()) } else { format!("'{id}'") }
    }

    async fn dwelling(&self) -> String {
        let sql = "SELECT id FROM dwelling WHERE precinct_id = $1 AND valid_to IS NULL ORDER BY id";
        let id: Uuid = self.ledger.one(sql, vec![self.world.precinct(0).into()]).await;
        self.world.id(Kind::Dwelling, 0, id)
    }

    /// Files a move of these persons, the first as head, into a new household.
    async fn apply(&self, movers: &[Known]) -> Value {
        let movers: Vec<String> = movers.iter().enumerate().map(|(place, mover)| mover_input(mover, place)).collect();
        let dwelling = self.dwelling().await;
        let document = format!(
            r#"mutation {{ applyForTransfer(input: {{ movers: [{}], into: {{ dwellingId: "{dwelling}" }}, ground: HOME }}) {{ {FIELDS} }} }}"#,
            movers.join(", ")
        );
        self.world.data(&self.here, &document).await["applyForTransfer"].clone()
    }

    /// A step by somebody; `more` are the further fields of its input.
    async fn step(&self, who: &Arc<Member>, name: &str, of: &Value, more: &str) -> Value {
        let (id, version) = (of["id"].as_str().unwrap(), &of["version"]);
        // A station names its own row.
        let id = self.renamed(who, id);
        let document = format!(
            r#"mutation {{ {name}(input: {{ transferId: "{id}", expectedVersion: {version}, {more} }}) {{ {FIELDS} }} }}"#
        );
        self.world.data(who, &document).await[name].clone()
    }

    fn renamed(&self, who: &Arc<Member>, id: &str) -> String {
        self.world.beyond(Kind::Transfer, who.precinct, id)
    }

    /// Filed and permitted.
    async fn permitted(&self, movers: &[Known]) -> Value {
        let filed = self.apply(movers).await;
        assert_eq!(filed["userErrors"], json!([]), "{filed:#}");
        let permitted = self.step(&self.chief, "permitTransfer", &filed["transfer"], "").await;
        assert_eq!(permitted["transfer"]["state"], "PERMITTED", "{permitted:#}");
        permitted["transfer"].clone()
    }

    /// The state a station reads.
    async fn read(&self, who: &Arc<Member>, of: &Value) -> Value {
        let id = self.renamed(who, of["id"].as_str().unwrap());
        let document = format!(r#"{{ precinct {{ transfer(id: "{id}") {{ state version side }} }} }}"#);
        self.world.data(who, &document).await["precinct"]["transfer"].clone()
    }

    async fn acts(&self) -> i64 {
        self.ledger.one("SELECT count(*) FROM act WHERE kind = $1", vec!["R06".into()]).await
    }

    async fn laws(&self) {
        assert_eq!(tests::laws::broken(&self.ledger).await, Vec::<String>::new());
    }
}

fn mover_input(mover: &Known, place: usize) -> String {
    let relation = if place == 0 { "02" } else { "97" };
    format!(r#"{{ name: "{}", idNumber: "{}", relation: "{relation}" }}"#, mover.name, mover.number.as_deref().unwrap())
}

const CONSENT: &str = "papers: [{ kind: GUARDIAN_CONSENT }]";

#[tokio::test(flavor = "multi_thread")]
async fn r06_mov_02_mov_11_a_family_leaves_one_station_and_arrives_at_the_other_in_one_commit() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (household, family) = scene.family(3).await;
        let permitted = scene.permitted(&family).await;
        assert_eq!(
            scene.read(&scene.there, &permitted).await,
            json!({ "state": "PERMITTED", "version": 2, "side": "ORIGIN" })
        );
        for person in &family {
            assert_eq!(scene.ledger.open_memberships(person.id).await, (0, 1), "before");
        }
        let done = scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await;
        assert_eq!((&done["transfer"]["state"], &done["userErrors"]), (&json!("DONE"), &json!([])), "{done:#}");
        for who in [&scene.here, &scene.there] {
            assert_eq!(scene.read(who, &permitted).await["state"], "DONE");
        }
        for person in &family {
            assert_eq!(scene.ledger.open_memberships(person.id).await, (1, 0), "after");
            let (number, here) = (person.number.clone().unwrap(), scene.world.precinct(0));
            let holder: Uuid = scene
                .ledger
                .one(
                    "SELECT precinct_id FROM identity WHERE number_hash = $1",
                    vec![scene.world.store.keys().number_hash(&number).into()],
                )
                .await;
            assert_eq!(holder, here.0, "the number leads to the new station");
        }
        // Nobody stays: the household closes (MOV-06).
        let state: String = scene
            .ledger
            .one(
                "SELECT state FROM household WHERE precinct_id = $1 AND id = $2",
                vec![scene.world.precinct(1).into(), household.into()],
            )
            .await;
        assert_eq!(state, "CLOSED");
        scene.laws().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_06_a_head_who_leaves_others_behind_names_a_successor_in_the_same_act() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (household, family) = scene.family(3).await;
        let permitted = scene.permitted(&family[..1]).await;
        let before = scene.acts().await;
        let refused = scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await;
        assert_eq!(refused["userErrors"][0]["code"], "INVARIANT(REG-06)", "{refused:#}");
        assert_eq!(
            (scene.ledger.open_memberships(family[0].id).await, scene.acts().await),
            ((0, 1), before),
            "nothing half-done"
        );

        let adult =
            family[1..].iter().find(|person| person.birth < chrono::NaiveDate::from_ymd_opt(2008, 1, 1).unwrap());
        let adult = adult.expect("an adult who stays");
        let others: Vec<String> = family[1..]
            .iter()
            .filter(|person| person.id != adult.id)
            .map(|person| {
                format!(r#"{{ personId: "{}", relation: "97" }}"#, scene.world.id(Kind::Person, 1, person.id))
            })
            .collect();
        let succession = format!(
            r#"{CONSENT}, succession: {{ headId: "{}", relations: [{}] }}"#,
            scene.world.id(Kind::Person, 1, adult.id),
            others.join(", ")
        );
        let done = scene.step(&scene.there, "handOverTransfer", &permitted, &succession).await;
        assert_eq!(done["transfer"]["state"], "DONE", "{done:#}");
        assert_eq!(scene.members(1, household).await.len(), family.len() - 1);
        scene.laws().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_01_nobody_is_on_two_moves_at_once_whoever_is_faster() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let filed = join_all((0..4).map(|_| scene.apply(&family[..1]))).await;
        let taken = filed.iter().filter(|answer| answer["transfer"].is_object()).count();
        assert_eq!(taken, 1, "{filed:#?}");
        let refused = filed.iter().filter(|answer| answer["userErrors"][0]["code"] == "INVARIANT(MOV-01)").count();
        assert_eq!(refused, 3, "{filed:#?}");
        let open = filed.iter().find(|answer| answer["transfer"].is_object()).unwrap();
        let given_up = scene.step(&scene.here, "cancelTransfer", &open["transfer"], "reason: \"改变主意\"").await;
        assert_eq!(given_up["transfer"]["state"], "CANCELLED");
        assert!(scene.apply(&family[..1]).await["transfer"].is_object(), "free again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_04_a_repeated_message_gets_the_same_answer_and_no_second_act() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let permitted = scene.permitted(&family).await;
        let first = scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await;
        assert_eq!(first["transfer"]["state"], "DONE", "{first:#}");
        let acts = scene.acts().await;
        for _ in 0..2 {
            assert_eq!(scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await, first);
        }
        assert_eq!(scene.acts().await, acts);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_05_a_permit_that_ran_out_changes_nothing_and_frees_the_person() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let permitted = scene.permitted(&family).await;
        assert_eq!(permitted["permitUntil"], "2027-01-03", "40 days by the limit in force");
        scene.world.clock.advance(TimeDelta::days(41));
        let late = scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await;
        assert_eq!(late["userErrors"][0]["code"], "INVARIANT(MOV-05)", "{late:#}");
        let origin = Origin { request_id: "nightly".to_owned(), terminal: "OPERATOR".to_owned() };
        assert_eq!(scene.world.store.precinct(&scene.here, &origin).expire_transfers().await.unwrap(), 1);
        assert_eq!(scene.world.store.precinct(&scene.here, &origin).expire_transfers().await.unwrap(), 0);
        for who in [&scene.here, &scene.there] {
            assert_eq!(scene.read(who, &permitted).await["state"], "EXPIRED");
        }
        assert_eq!(scene.ledger.open_memberships(family[0].id).await, (0, 1));
        assert!(scene.apply(&family).await["transfer"].is_object(), "free again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_07_all_movers_come_from_one_household_and_the_register_knows_their_names() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (household, family) = scene.family(2).await;
        let condition = format!(
            "p.number_hash IS NOT NULL AND p.death_on IS NULL AND p.id IN (SELECT person_id FROM membership WHERE precinct_id = p.precinct_id \
             AND household_id <> {} AND effective_to IS NULL AND superseded_at IS NULL)",
            scene.literal(household)
        );
        let stranger = scene.ledger.person(1, &condition).await;
        let two = scene.apply(&[family[0].clone(), stranger]).await;
        assert_eq!(two["userErrors"][0]["code"], "INVARIANT(MOV-07)", "{two:#}");
        let misnamed = scene.apply(&[Known { name: "王误".to_owned(), ..family[0].clone() }]).await;
        assert_eq!(misnamed["userErrors"][0]["code"], "IDN-11", "{misnamed:#}");
        let unknown = Known { number: Some("999999199901010011".to_owned()), ..family[0].clone() };
        let outside = scene.apply(&[unknown]).await;
        assert_eq!(outside["userErrors"][0]["field"], "outsidePlace", "{outside:#}");
        let open: i64 = scene.ledger.one("SELECT count(*) FROM open_transfer", vec![]).await;
        assert_eq!(open, 0, "nothing half-written");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_10_moves_that_nobody_touches_are_found_by_the_sweeper() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        scene.permitted(&family).await;
        let still = "{ precinct { transfers(first: 5, filter: { still: true }) { totalCount nodes { state } } } }";
        assert_eq!(scene.world.data(&scene.here, still).await["precinct"]["transfers"]["totalCount"], 0);
        scene.world.clock.advance(TimeDelta::days(31));
        for who in [&scene.here, &scene.there] {
            let found = scene.world.data(who, still).await;
            assert_eq!(found["precinct"]["transfers"]["nodes"], json!([{ "state": "PERMITTED" }]));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_does_its_own_part_and_no_officer_permits_what_he_filed() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let filed = scene.apply(&family).await["transfer"].clone();
        let theirs = scene.world.member(Role::StationChief, 1);
        let wrong = scene.step(&theirs, "permitTransfer", &filed, "").await;
        assert_eq!(wrong["userErrors"][0]["code"], "CONFLICT", "the origin permits nothing");
        let early = scene.step(&scene.there, "handOverTransfer", &filed, CONSENT).await;
        assert_eq!(early["userErrors"][0]["code"], "CONFLICT", "not permitted yet");
        let permitted = scene.step(&scene.chief, "permitTransfer", &filed, "").await["transfer"].clone();
        let stale = scene.step(&scene.there, "declineTransfer", &filed, "reason: \"材料不符\"").await;
        assert_eq!(stale["userErrors"][0]["code"], "STALE_VERSION");
        let declined = scene.step(&scene.there, "declineTransfer", &permitted, "reason: \"材料不符\"").await;
        assert_eq!(
            (&declined["transfer"]["state"], &declined["transfer"]["permitUntil"]),
            (&json!("APPLIED"), &Value::Null)
        );
        let own = Scene { here: Arc::clone(&scene.chief), ..scene };
        own.step(&own.chief, "cancelTransfer", &declined["transfer"], "reason: \"重新申请\"").await;
        let filed = own.apply(&family).await["transfer"].clone();
        let own_permit = own.step(&own.chief, "permitTransfer", &filed, "").await;
        assert_eq!(own_permit["userErrors"][0]["code"], "CONFLICT", "who filed it does not permit it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_09_who_comes_back_finds_his_entry_and_the_registers_balance() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let permitted = scene.permitted(&family).await;
        assert_eq!(
            scene.step(&scene.there, "handOverTransfer", &permitted, CONSENT).await["transfer"]["state"],
            "DONE"
        );
        scene.laws().await;
        scene.world.clock.advance(TimeDelta::days(1));
        // The same stations, the other way round.
        let dwelling: Uuid = scene
            .ledger
            .one(
                "SELECT id FROM dwelling WHERE precinct_id = $1 AND valid_to IS NULL ORDER BY id",
                vec![scene.world.precinct(1).into()],
            )
            .await;
        let movers: Vec<String> = family.iter().enumerate().map(|(place, mover)| mover_input(mover, place)).collect();
        let document = format!(
            r#"mutation {{ applyForTransfer(input: {{ movers: [{}], into: {{ dwellingId: "{}" }}, ground: HOME }}) {{ {FIELDS} }} }}"#,
            movers.join(", "),
            scene.world.id(Kind::Dwelling, 1, dwelling)
        );
        let filed = scene.world.data(&scene.there, &document).await["applyForTransfer"]["transfer"].clone();
        let chief = scene.world.member(Role::StationChief, 1);
        let permitted = scene.step(&chief, "permitTransfer", &filed, "").await["transfer"].clone();
        let back = scene.step(&scene.here, "handOverTransfer", &permitted, CONSENT).await;
        assert_eq!(back["transfer"]["state"], "DONE", "{back:#}");
        for person in &family {
            assert_eq!(scene.ledger.open_memberships(person.id).await, (0, 1), "back again");
        }
        scene.laws().await;
    }
}

/// Somebody no register of the installation knows.
fn outsider(name: &str, year: i32, sequence: u32) -> Known {
    let birth = chrono::NaiveDate::from_ymd_opt(year, 5, 6).unwrap();
    let number = tenants::id_number::IdNumber::compose(tenants::id_number::TEST_REGION, birth, sequence).unwrap();
    Known { id: Uuid::nil(), name: name.to_owned(), birth, number: Some(number.as_str().to_owned()), phone: None }
}

impl Scene {
    /// Files a move of persons from outside, the first as head of a new household.
    async fn apply_from_outside(&self, movers: &[Known]) -> Value {
        let movers: Vec<String> = movers.iter().enumerate().map(|(place, mover)| mover_input(mover, place)).collect();
        let dwelling = self.dwelling().await;
        let document = format!(
            r#"mutation {{ applyForTransfer(input: {{ movers: [{}], into: {{ dwellingId: "{dwelling}" }}, ground: EMPLOYMENT,
                outsidePlace: "外省某市" }}) {{ {FIELDS} }} }}"#,
            movers.join(", ")
        );
        self.world.data(&self.here, &document).await["applyForTransfer"].clone()
    }

    async fn registration(&self, number: &str) -> Vec<String> {
        let hash = self.world.store.keys().number_hash(number);
        let sql =
            "SELECT r.state FROM registration r JOIN identity i ON i.person_id = r.person_id WHERE i.number_hash = $1";
        let rows = self.ledger.rows(sql, vec![hash.into()]).await;
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r04_who_comes_from_outside_is_registered_with_his_certificate_and_not_before() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let couple = [outsider("欧阳新来", 1990, 11), outsider("司徒同行", 1991, 22)];
        let filed = scene.apply_from_outside(&couple).await;
        assert_eq!(
            (&filed["transfer"]["state"], &filed["transfer"]["otherStation"]),
            (&json!("APPLIED"), &Value::Null),
            "{filed:#}"
        );
        let again = scene.apply_from_outside(&couple[..1]).await;
        assert_eq!(again["userErrors"][0]["code"], "INVARIANT(MOV-01)");
        let permitted = scene.step(&scene.chief, "permitTransfer", &filed["transfer"], "").await["transfer"].clone();
        let number = couple[0].number.as_deref().unwrap();
        assert_eq!(scene.registration(number).await, Vec::<String>::new(), "nobody is registered yet");
        let old = scene
            .step(&scene.here, "receiveTransfer", &permitted, r#"certificateNumber: "QYZ1", issuedOn: "2026-09-01""#)
            .await;
        assert_eq!(old["userErrors"][0]["code"], "INVARIANT(MOV-05)", "{old:#}");
        let done = scene
            .step(&scene.here, "receiveTransfer", &permitted, r#"certificateNumber: "QYZ1", issuedOn: "2026-11-20""#)
            .await;
        assert_eq!(done["transfer"]["state"], "DONE", "{done:#}");
        assert_eq!(done["transfer"]["household"]["memberCount"], 2);
        assert_eq!(scene.registration(number).await, ["REGISTERED"]);
        scene.laws().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r09_who_died_on_the_way_is_moved_in_and_dead_at_the_destination() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let couple = [outsider("欧阳新来", 1950, 11), outsider("司徒同行", 1951, 22)];
        let filed = scene.apply_from_outside(&couple).await;
        let permitted = scene.step(&scene.chief, "permitTransfer", &filed["transfer"], "").await["transfer"].clone();
        let death = r#"certificateNumber: "QYZ2", issuedOn: "2026-11-20", mover: 1, diedOn: "2026-11-22", papers: [{ kind: MEDICAL_DEATH_PROOF, number: "S1" }]"#;
        let refused =
            scene.step(&scene.here, "recordDeathInTransit", &permitted, &death.replace("mover: 1", "mover: 7")).await;
        assert_eq!(refused["userErrors"][0]["code"], "R09");
        assert_eq!(
            scene.registration(couple[0].number.as_deref().unwrap()).await,
            Vec::<String>::new(),
            "nothing half-done"
        );
        let done = scene.step(&scene.here, "recordDeathInTransit", &permitted, death).await;
        assert_eq!(done["transfer"]["state"], "DIED_IN_TRANSIT", "{done:#}");
        assert_eq!(scene.registration(couple[0].number.as_deref().unwrap()).await, ["REGISTERED"]);
        assert_eq!(scene.registration(couple[1].number.as_deref().unwrap()).await, ["DEAD"]);
        scene.laws().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r05_mov_03_who_left_for_outside_is_on_the_way_until_he_arrived() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let (_, family) = scene.family(2).await;
        let persons: Vec<String> = family
            .iter()
            .map(|person| format!(r#"{{ id: "{}", expectedVersion: 1 }}"#, scene.world.id(Kind::Person, 1, person.id)))
            .collect();
        let document = format!(
            r#"mutation {{ recordDeparture(input: {{ persons: [{}], toPlace: "外省某市", ground: EMPLOYMENT,
                papers: [{{ kind: MOVE_PERMIT, number: "ZQ1" }}, {{ kind: GUARDIAN_CONSENT }}] }}) {{ {FIELDS} }} }}"#,
            persons.join(", ")
        );
        let left = scene.world.data(&scene.there, &document).await["recordDeparture"].clone();
        assert_eq!(left["transfer"]["state"], "OUT_RECORDED", "{left:#}");
        for person in &family {
            assert_eq!(scene.ledger.open_memberships(person.id).await, (0, 0));
            assert_eq!(scene.registration(person.number.as_deref().unwrap()).await, ["IN_TRANSIT"]);
        }
        let again = scene.apply(&family[..1]).await;
        assert_eq!(again["transfer"], Value::Null, "on the way already: {again:#}");
        scene.laws().await;
        let done = scene.step(&scene.there, "confirmArrival", &left["transfer"], "").await;
        assert_eq!(done["transfer"]["state"], "DONE", "{done:#}");
        assert_eq!(scene.registration(family[0].number.as_deref().unwrap()).await, ["DEPARTED"]);
        scene.laws().await;
    }
}
