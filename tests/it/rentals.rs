//! Rentals: registered with a statement, tenants reported, stays decided on and prompted for, and checks of the building alone.

use std::collections::BTreeSet;

use schema::id::Kind;
use serde_json::Value;
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::roles::Role;
use tests::sdl::Sdl;
use tests::world::{Home, codes};
use uuid::Uuid;

use crate::stays::{FLOATING, Station, mistyped, mutation, text, user_errors};

const RENTAL: &str = "rental { id number state version landlordName landlordPhone lastCheckedOn tenants { id stayFrom stayTo person { id } } \
     reports { id tenancyId name idNumber phone stayTo dueOn } filing { agentName agentPhone statementOn deregisteredOn } \
     checks { outcome } defects { id part note mendedOn } } userErrors { code field }";

impl Station {
    /// A dwelling where nothing is let.
    async fn free_dwelling(&self) -> Uuid {
        let sql = "SELECT d.id FROM dwelling d WHERE d.precinct_id = $1 AND d.usage = 'RESIDENTIAL' AND NOT EXISTS \
             (SELECT 1 FROM rental r WHERE r.precinct_id = $1 AND r.dwelling_id = d.id) ORDER BY d.id LIMIT 1";
        self.ledger.value(0, sql, vec![]).await
    }

    fn letting(&self, dwelling: Uuid, more: &str) -> String {
        format!(
            "dwellingId: {:?}, landlordKind: PERSON, landlordName: \"赵房东\", landlordPhone: \"138-0000-1234\", letting_kind: WHOLE, \
             title: CERTIFICATE, statementOn: \"{}\" {more}",
            self.dwelling_id(dwelling),
            self.today()
        )
        .replace("letting_kind", "lettingKind")
    }

    async fn register(&self, dwelling: Uuid) -> Value {
        let agent = ", agent: { name: \"中介一号\", phone: \"13900005678\" }";
        let made = self.change("registerRental", &self.letting(dwelling, agent), RENTAL).await;
        assert!(user_errors(&made).is_empty(), "{made}");
        made["rental"].clone()
    }

    async fn act(&self, field: &str, rental: &Value, more: &str) -> Value {
        let done = self.change(field, &seen(rental, more), RENTAL).await;
        assert!(user_errors(&done).is_empty(), "{field}: {done}");
        done["rental"].clone()
    }

    async fn active(&self) -> i64 {
        self.count("SELECT CAST(sum(rentals_active) AS bigint) FROM tally WHERE precinct_id = $1").await
    }

    async fn counts_are_right(&self) {
        let owner = self.world.as_owner().await;
        assert_eq!(owner.tenants().recount(self.world.precinct(0)).await.unwrap(), 0, "the counts equal the ledger");
    }

    /// The tasks of a filter that concern a rental.
    async fn tasks(&self, filter: &str, rental: &Value) -> Vec<Value> {
        let (mut after, mut found) = (String::new(), Vec::new());
        loop {
            let document = format!(
                "{{ precinct {{ rentalTasks(first: 100, filter: {{ {filter} }} {after}) {{ pageInfo {{ hasNextPage endCursor }} \
                 nodes {{ kind since dueOn overdue reportId rental {{ id }} person {{ id }} stay {{ id }} }} }} }} }}"
            );
            let page = self.world.data(&self.chief, &document).await["precinct"]["rentalTasks"].take();
            found.extend(
                page["nodes"].as_array().unwrap().iter().filter(|task| task["rental"]["id"] == rental["id"]).cloned(),
            );
            if page["pageInfo"]["hasNextPage"] == false {
                return found;
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        }
    }
}

fn seen(rental: &Value, more: &str) -> String {
    format!("rentalId: {}, expectedVersion: {} {more}", rental["id"], rental["version"])
}

fn kinds(tasks: &[Value]) -> Vec<String> {
    tasks.iter().map(|task| text(&task["kind"])).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_11_a_letting_is_registered_let_emptied_and_deregistered_and_the_counts_follow() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let before = station.active().await;
        let dwelling = station.free_dwelling().await;
        let rental = station.register(dwelling).await;
        assert_eq!(
            (&rental["state"], &rental["landlordName"], &rental["landlordPhone"]),
            (&"REGISTERED".into(), &"赵**".into(), &"138****1234".into())
        );
        assert_eq!(
            (&rental["filing"]["agentName"], &rental["filing"]["agentPhone"]),
            (&"中***".replace("***", "**").into(), &"139****5678".into())
        );
        assert_eq!(
            station.refused("registerRental", &station.letting(dwelling, "")).await,
            ["CONFLICT"],
            "let as a whole already"
        );
        let number = IdNumber::compose(TEST_REGION, "1990-01-02".parse().unwrap(), 913).unwrap();
        let named = |number: &str| {
            format!(
                ", named: {{ name: \"周租客\", idNumber: \"{number}\", phone: \"13700001111\" }}, from: \"{}\"",
                station.today()
            )
        };
        let wrong = seen(&rental, &named(&mistyped(&number)));
        assert_eq!(
            station.refused("reportTenant", &wrong).await,
            ["GB-11643"],
            "without valid papers nobody is taken in"
        );
        let answer = station
            .world
            .bytes(Some(&station.chief), &mutation("reportTenant", &seen(&rental, &named(number.as_str())), RENTAL))
            .await;
        assert!(
            !answer.contains(number.as_str()) && !answer.contains("周租客") && !answer.contains("13700001111"),
            "{answer}"
        );
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let rental = answer["data"]["reportTenant"]["rental"].clone();
        assert_eq!((&rental["state"], &rental["reports"][0]["name"]), (&"ACTIVE".into(), &"周**".into()), "{answer}");
        assert_eq!(station.active().await, before + 1);
        let twice = seen(&rental, &named(number.as_str()));
        assert_eq!(station.refused("reportTenant", &twice).await, ["CONFLICT"], "reported already");
        let end = format!(", tenancyId: {}, endedOn: \"{}\"", rental["reports"][0]["id"], station.today());
        let rental = station.act("endTenancy", &rental, &end).await;
        assert_eq!((&rental["state"], station.active().await), (&"VACANT".into(), before));
        let (person, _) = station.person(FLOATING).await;
        let known = format!(", personId: {:?}, from: \"{}\"", station.person_id(person), station.today());
        let rental = station.act("reportTenant", &rental, &known).await;
        assert_eq!((&rental["state"], station.active().await), (&"ACTIVE".into(), before + 1));
        assert_eq!(rental["tenants"][0]["person"]["id"], station.person_id(person));
        assert_eq!(station.refused("reportTenant", &seen(&rental, &known)).await, ["CONFLICT"], "reported already");
        let rental = station.act("deregisterRental", &rental, &format!(", on: \"{}\"", station.today())).await;
        assert_eq!((&rental["state"], station.active().await), (&"DEREGISTERED".into(), before));
        assert_eq!(rental["tenants"][0]["stayTo"], station.today().to_string());
        assert_eq!(station.refused("reportTenant", &seen(&rental, &known)).await, ["CONFLICT"]);
        station.counts_are_right().await;
        station.register(dwelling).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rnt_01_a_tenants_stay_is_decided_on_within_the_citys_limit() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let dwelling = station.free_dwelling().await;
        let rental = station.register(dwelling).await;
        let (person, _) = station.person(FLOATING).await;
        let known = format!(", personId: {:?}, from: \"{}\"", station.person_id(person), station.today());
        let rental = station.act("reportTenant", &rental, &known).await;
        let number = IdNumber::compose(TEST_REGION, "1990-01-02".parse().unwrap(), 913).unwrap();
        let named = format!(
            ", named: {{ name: \"周租客\", idNumber: \"{}\" }}, from: \"{}\"",
            number.as_str(),
            station.today()
        );
        let rental = station.act("reportTenant", &rental, &named).await;
        let open = station.tasks("kind: DECIDE_STAY", &rental).await;
        assert_eq!(open.len(), 2);
        assert!(open.iter().all(|task| task["dueOn"] == "2026-11-27" && task["overdue"] == false), "{open:?}");
        station.pass(3);
        assert!(station.tasks("overdue: true", &rental).await.is_empty(), "the last day is in time");
        station.pass(1);
        assert_eq!(station.tasks("overdue: true", &rental).await.len(), 2);
        // The city's own limit is another one: a row, no new binary.
        let sql = "INSERT INTO statutory_limit (key, value, unit, valid_from, source) VALUES ('rental.tenant_report.4201', 7, 'DAYS', '2020-01-01', 'P')";
        station.ledger.run(sql, vec![]).await;
        assert!(station.tasks("overdue: true", &rental).await.is_empty());
        assert_eq!(station.tasks("kind: DECIDE_STAY", &rental).await[0]["dueOn"], "2026-12-01");
        station.stay(person, dwelling, station.ago(4)).await;
        let left = station.tasks("kind: DECIDE_STAY", &rental).await;
        assert_eq!(left.len(), 1);
        assert!(left[0]["reportId"].is_string() && left[0]["person"].is_null(), "{left:?}");
        let newcomer = format!(
            "newcomer: {{ name: \"周租客\", idNumber: \"{}\", registeredPlace: \"武汉市武昌区\", inThisCity: true }}, dwellingId: {:?}, reason: WORK, \
             takenAt: STATION, from: \"{}\", until: \"2027-11-24\"",
            number.as_str(),
            station.dwelling_id(dwelling),
            station.today()
        );
        let taken = station
            .change("registerStay", &newcomer, "stay { id } decision { outcome ground } userErrors { code }")
            .await;
        assert_eq!(taken["decision"]["outcome"], "NOT_NEEDED", "{taken}");
        assert!(station.tasks("kind: DECIDE_STAY", &rental).await.is_empty());
        // Whatever was let before is asked about as well: every open tenancy without a decision is a task.
        let count = "{ precinct { rentalTasks(filter: { kind: DECIDE_STAY }) { totalCount } } }";
        let count = station.world.data(&station.chief, count).await["precinct"]["rentalTasks"]["totalCount"].as_i64();
        let open = station.count("SELECT count(*) FROM rental_tenant WHERE precinct_id = $1 AND stay_to IS NULL").await;
        assert_eq!(count, Some(open - 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rnt_02_ending_a_lease_prompts_for_the_stays_and_deletes_none() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let dwelling = station.free_dwelling().await;
        let rental = station.register(dwelling).await;
        let (person, _) = station.person(FLOATING).await;
        let known = format!(", personId: {:?}, from: \"{}\"", station.person_id(person), station.ago(2));
        let rental = station.act("reportTenant", &rental, &known).await;
        let stay = station.stay(person, dwelling, station.ago(2)).await;
        assert!(station.tasks("", &rental).await.is_empty());
        let end = format!(", tenancyId: {}, endedOn: \"{}\"", rental["tenants"][0]["id"], station.today());
        let rental = station.act("endTenancy", &rental, &end).await;
        let tasks = station.tasks("", &rental).await;
        assert_eq!(kinds(&tasks), ["END_STAY"]);
        assert_eq!(
            (&tasks[0]["stay"]["id"], &tasks[0]["person"]["id"]),
            (&stay["id"], &station.person_id(person).into())
        );
        let open = "SELECT count(*) FROM stay WHERE precinct_id = $1 AND ended_on IS NULL";
        assert_eq!(station.count(open).await, 1, "nothing ends by itself");
        let left =
            format!("stayId: {}, expectedVersion: 1, endedOn: \"{}\", reason: LEFT", stay["id"], station.today());
        assert!(station.refused("endStay", &left).await.is_empty());
        assert!(station.tasks("", &rental).await.is_empty());
        assert_eq!(station.count("SELECT count(*) FROM stay WHERE precinct_id = $1").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rnt_03_a_check_is_of_the_building_and_an_unsafe_one_is_not_let() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let dwelling = station.free_dwelling().await;
        let rental = station.register(dwelling).await;
        let found = format!(
            ", checkedOn: \"{}\", defects: [{{ part: STRUCTURE, note: \"承重墙开裂 13800001234\" }}, {{ part: EXITS, note: \"通道堵塞\" }}]",
            station.today()
        );
        let rental = station.act("recordRentalCheck", &rental, &found).await;
        assert_eq!(
            (&rental["checks"][0]["outcome"], &rental["lastCheckedOn"]),
            (&"DEFECTS".into(), &station.today().to_string().into())
        );
        assert!(!rental.to_string().contains("13800001234"), "a note shows no number");
        assert_eq!(kinds(&station.tasks("", &rental).await), ["MEND_DEFECT", "MEND_DEFECT"]);
        let gone = station.act("deregisterRental", &rental, &format!(", on: \"{}\"", station.today())).await;
        assert_eq!(station.refused("registerRental", &station.letting(dwelling, "")).await, ["RENTAL_UNSAFE"]);
        let later = format!(", checkedOn: \"{}\"", station.today());
        assert_eq!(station.refused("recordRentalCheck", &seen(&gone, &later)).await, ["CONFLICT"]);
        // Elsewhere it is mended, and then it passes.
        let other = station.register(station.free_dwelling().await).await;
        let one = format!(", checkedOn: \"{}\", defects: [{{ part: FIRE, note: \"无灭火器\" }}]", station.today());
        let other = station.act("recordRentalCheck", &other, &one).await;
        let mended = format!(", checkedOn: \"{}\", mendedIds: [{}]", station.today(), other["defects"][0]["id"]);
        let other = station.act("recordRentalCheck", &other, &mended).await;
        assert_eq!(station.refused("recordRentalCheck", &seen(&other, &mended)).await, ["RENTAL_NOTE"], "mended once");
        let outcomes: BTreeSet<String> =
            other["checks"].as_array().unwrap().iter().map(|check| text(&check["outcome"])).collect();
        assert_eq!(outcomes, BTreeSet::from(["DEFECTS".to_owned(), "PASSED".to_owned()]));
        assert!(station.tasks("", &other).await.is_empty());
    }
}

#[test]
fn rnt_03_no_field_of_a_check_or_a_filter_speaks_of_tenants() {
    let sdl = Sdl::ours();
    let names =
        |fields: &[tests::sdl::Field]| fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(names(&sdl.objects["RentalCheck"]), "checkedBy checkedOn outcome");
    assert_eq!(names(&sdl.objects["RentalDefect"]), "foundOn id mendedOn note part");
    assert_eq!(names(&sdl.inputs["RentalDefectInput"]), "note part");
    assert_eq!(
        names(&sdl.inputs["RecordRentalCheckInput"]),
        "checkedOn defects expectedVersion idempotencyKey mendedIds rentalId"
    );
    assert_eq!(names(&sdl.inputs["RentalFilter"]), "beatId communityId lettingKind state");
    assert_eq!(names(&sdl.inputs["RentalTaskFilter"]), "kind overdue");
    assert_eq!(sdl.enums["BuildingPart"].join(" "), "EXITS FIRE GAS STRUCTURE WIRING");
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_a_neighbour_and_a_volunteer_change_no_rental_and_an_officer_sees_his_beats_tasks_only() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let rental = station.register(station.free_dwelling().await).await;
        let check =
            mutation("recordRentalCheck", &seen(&rental, &format!(", checkedOn: \"{}\"", station.today())), RENTAL);
        for (role, at, code) in [
            (Role::StationChief, 1, "NOT_FOUND"),
            (Role::GridWorker, 0, "FORBIDDEN"),
            (Role::CaseOfficer, 0, "FORBIDDEN"),
        ] {
            assert_eq!(codes(&station.world.ask(&station.world.member(role, at), &check).await), [code], "{role}");
        }
        let theirs = station.world.id(Kind::Rental, 1, Uuid::from_u128(9));
        let foreign = mutation(
            "deregisterRental",
            &format!("rentalId: {theirs:?}, expectedVersion: 1, on: \"2026-11-24\""),
            RENTAL,
        );
        assert_eq!(codes(&station.world.ask(&station.chief, &foreign).await), ["NOT_FOUND"]);
        let officer = station.world.member(Role::CommunityOfficer, 0);
        let count = "{ precinct { rentalTasks { totalCount } } }";
        let all = station.world.data(&station.chief, count).await["precinct"]["rentalTasks"]["totalCount"].clone();
        assert_eq!(
            station.world.data(&officer, count).await["precinct"]["rentalTasks"]["totalCount"],
            all,
            "all beats are his"
        );
        let mut without = tenants::members::Member::clone(&officer);
        without.beats.clear();
        let none =
            station.world.data(&std::sync::Arc::new(without), count).await["precinct"]["rentalTasks"]["totalCount"]
                .clone();
        assert_eq!(none, 0);
        assert!(all.as_i64().is_some_and(|all| all > 0), "{all}");
    }
}
