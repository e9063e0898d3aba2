//! Residence permits: who gets one, one a person and city, the yearly endorsement, and what the night does.

use chrono::{Days, NaiveDate};
use schema::id::Kind;
use sea_orm::Value as Bind;
use serde_json::Value;
use tenants::Error;
use tenants::residence_permits::PermitNight;
use tenants::roles::Role;
use tenants::store::Origin;
use tests::ledger::Newcomer;
use tests::world::{Home, codes};
use uuid::Uuid;

use crate::stays::{FLOATING, Station, mutation, text, user_errors};

const PERMIT: &str = "residencePermit { id number state version dueOn extended overdue issuedOn countedFrom endorseBy suspendedOn residenceYears \
     cancelReason dwelling { id } } userErrors { code field }";

impl Station {
    fn application(&self, person: Uuid, dwelling: Uuid, by: &str) -> String {
        let (person, dwelling) = (self.person_id(person), self.dwelling_id(dwelling));
        format!("personId: {person:?}, dwellingId: {dwelling:?}, ground: JOB, {by}")
    }

    async fn apply(&self, person: Uuid, dwelling: Uuid) -> Value {
        let input = self.application(person, dwelling, "appliedBy: SELF");
        let applied = self.change("applyForResidencePermit", &input, PERMIT).await;
        assert!(user_errors(&applied).is_empty(), "{applied}");
        applied["residencePermit"].clone()
    }

    /// Takes a step that must succeed; the permit since.
    async fn step(&self, field: &str, permit: &Value, more: &str) -> Value {
        let taken = self.change(field, &step_input(permit, more), PERMIT).await;
        assert!(user_errors(&taken).is_empty(), "{field}: {taken}");
        taken["residencePermit"].clone()
    }

    /// Somebody who has resided long enough, with a permit issued today.
    async fn holder(&self) -> (Uuid, Uuid, Value) {
        let (person, dwelling) = self.person(FLOATING).await;
        self.stay(person, dwelling, self.ago(200)).await;
        let applied = self.apply(person, dwelling).await;
        let accepted = self.step("acceptResidencePermit", &applied, "").await;
        (person, dwelling, self.step("issueResidencePermit", &accepted, "").await)
    }

    async fn permit_of(&self, permit: &Value) -> Value {
        let document = format!(
            "{{ node(id: {}) {{ ... on ResidencePermit {{ state version residenceYears suspendedOn endorseBy countedFrom cancelReason }} }} }}",
            permit["id"]
        );
        self.world.data(&self.chief, &document).await["node"].take()
    }

    async fn night(&self) -> PermitNight {
        let operator = self.world.store.members().operator(self.world.precinct(0)).await.unwrap();
        let origin = Origin { request_id: "nightly".to_owned(), terminal: "OPERATOR".to_owned() };
        self.world.store.precinct(&operator, &origin).permit_night().await.unwrap()
    }

    /// Goes on to a day.
    fn until(&self, day: &str) {
        let day: NaiveDate = day.parse().unwrap();
        self.pass((day - self.today()).num_days());
    }

    async fn reminders(&self) -> usize {
        let document = "{ precinct { permitReminders { totalCount nodes { number } } } }";
        let found = self.world.data(&self.chief, document).await["precinct"]["permitReminders"].take();
        assert_eq!(found["totalCount"], found["nodes"].as_array().unwrap().len());
        found["nodes"].as_array().unwrap().len()
    }
}

fn step_input(permit: &Value, more: &str) -> String {
    format!("residencePermitId: {}, expectedVersion: {} {more}", permit["id"], permit["version"])
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_10_half_a_year_at_a_registered_stay_is_needed() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling) = station.person(FLOATING).await;
        let input = station.application(person, dwelling, "appliedBy: SELF");
        assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PERMIT_ELIGIBILITY"], "no stay");
        // Half a year before 2026-11-24 is 2026-05-24.
        let since = NaiveDate::from_ymd_opt(2026, 5, 25).unwrap();
        station.stay(person, dwelling, since).await;
        assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PERMIT_ELIGIBILITY"], "a day too few");
        station.pass(1);
        let applied = station.change("applyForResidencePermit", &input, PERMIT).await;
        assert_eq!(applied["residencePermit"]["state"], "APPLIED", "{applied}");
        assert!(text(&applied["residencePermit"]["number"]).starts_with("JZ20261125"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pmt_01_no_permit_where_one_is_registered() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, dwelling) = station.person(FLOATING).await;
        let alive = "p.death_on IS NULL AND p.birth_date < '2000-01-01' AND p.category =";
        let mut registered = Vec::new();
        for category in ["REGISTERED_RESIDENT", "CITY_SEPARATED"] {
            registered.push(station.ledger.person(0, &format!("{alive} '{category}'")).await.id);
        }
        // Registered by the neighbour, of the same city; known here as floating.
        let theirs =
            station.ledger.person(1, &format!("{alive} 'REGISTERED_RESIDENT' AND p.number_sealed IS NOT NULL")).await;
        let new = Newcomer { number: theirs.number.as_deref(), ..Newcomer::named("钱登记") };
        registered.push(station.ledger.add(&station.world, 0, Uuid::from_u128(77), &new).await);
        for person in registered {
            let input = station.application(person, dwelling, "appliedBy: SELF");
            assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PMT-01"]);
        }
        // Whoever is registered between acceptance and issue is issued none.
        let (person, dwelling) = station.person(FLOATING).await;
        station.stay(person, dwelling, station.ago(200)).await;
        let accepted = station.step("acceptResidencePermit", &station.apply(person, dwelling).await, "").await;
        let sql = "UPDATE person SET category = 'REGISTERED_RESIDENT' WHERE precinct_id = $1 AND id = $2";
        station.ledger.change(0, sql, vec![person.into()]).await;
        assert_eq!(station.refused("issueResidencePermit", &step_input(&accepted, "")).await, ["PMT-01"]);
        let valid = "SELECT count(*) FROM residence_permit WHERE precinct_id = $1 AND state IN ('VALID', 'SUSPENDED')";
        assert_eq!(station.count(valid).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pmt_02_one_permit_a_person_and_city_whichever_precinct_knows_the_person() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling, permit) = station.holder().await;
        let input = station.application(person, dwelling, "appliedBy: SELF");
        assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PMT-02"]);
        let cancelled = station.step("cancelResidencePermit", &permit, ", reason: LEFT").await;
        assert_eq!((&cancelled["state"], &cancelled["cancelReason"]), (&"CANCELLED".into(), &"LEFT".into()));
        for field in ["acceptResidencePermit", "issueResidencePermit", "endorseResidencePermit"] {
            assert_eq!(
                station.refused(field, &step_input(&cancelled, "")).await,
                ["CONFLICT"].map(String::from).to_vec(),
                "{field}"
            );
        }
        // The neighbour holds the number in this city now.
        let sql = "INSERT INTO permit_holder (precinct_id, number_hash, city, permit_id, recorded_at) \
             SELECT $2, p.number_hash, '4201', p.id, p.recorded_at FROM person p WHERE p.precinct_id = $1 AND p.id = $3";
        let neighbour: Bind = station.world.precinct(1).0.into();
        assert_eq!(station.ledger.change(0, sql, vec![neighbour, person.into()]).await, 1);
        assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PMT-02"]);
        station
            .ledger
            .run("DELETE FROM permit_holder WHERE precinct_id = $1", vec![station.world.precinct(1).0.into()])
            .await;
        assert!(station.refused("applyForResidencePermit", &input).await.is_empty(), "the place is free again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_10_a_permit_is_issued_within_the_limit_which_is_extended_once() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling) = station.person(FLOATING).await;
        station.stay(person, dwelling, station.ago(200)).await;
        let applied = station.apply(person, dwelling).await;
        assert_eq!(
            station.refused("issueResidencePermit", &step_input(&applied, "")).await,
            ["CONFLICT"],
            "not accepted yet"
        );
        let accepted = station.step("acceptResidencePermit", &applied, "").await;
        assert_eq!((&accepted["state"], &accepted["dueOn"]), (&"ACCEPTED".into(), &"2026-12-09".into()));
        assert_eq!(station.refused("acceptResidencePermit", &step_input(&applied, "")).await, ["STALE_VERSION"]);
        let extended = station.step("extendResidencePermit", &accepted, "").await;
        assert_eq!((&extended["dueOn"], &extended["extended"]), (&"2026-12-24".into(), &true.into()));
        assert_eq!(station.refused("extendResidencePermit", &step_input(&extended, "")).await, ["CONFLICT"]);
        station.until("2026-12-25");
        assert_eq!(station.night().await, PermitNight { overdue: 1, ..PermitNight::default() });
        let overdue = "{ precinct { residencePermits(filter: { overdue: true }) { totalCount nodes { overdue } } } }";
        let overdue = station.world.data(&station.chief, overdue).await["precinct"]["residencePermits"].take();
        assert_eq!((&overdue["totalCount"], &overdue["nodes"][0]["overdue"]), (&1.into(), &true.into()));
        let issued = station.step("issueResidencePermit", &extended, "").await;
        assert_eq!((&issued["state"], &issued["endorseBy"]), (&"VALID".into(), &"2027-12-25".into()));
        let events =
            format!("{{ node(id: {}) {{ ... on ResidencePermit {{ events {{ step state }} }} }} }}", issued["id"]);
        let events = station.world.data(&station.chief, &events).await["node"]["events"].take();
        let steps: Vec<String> = events.as_array().unwrap().iter().map(|event| text(&event["step"])).collect();
        assert_eq!(steps, ["APPLY", "ACCEPT", "EXTEND", "ISSUE"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rp_9_a_guardian_applies_for_a_child_and_is_named() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (guardian, dwelling) = station.person(FLOATING).await;
        let sql = "UPDATE person SET birth_date = '2014-01-01' WHERE precinct_id = $1 AND id = $2";
        let condition = format!("{FLOATING} AND p.birth_date < '1999-01-01'");
        let child = station.ledger.persons(0, &condition).await.into_iter().find(|one| one.id != guardian).unwrap().id;
        station.ledger.change(0, sql, vec![child.into()]).await;
        station.stay(child, dwelling, station.ago(200)).await;
        let named = format!("appliedBy: GUARDIAN, applicantId: {:?}", station.person_id(guardian));
        for by in [
            "appliedBy: SELF",
            "appliedBy: GUARDIAN",
            &format!("appliedBy: GUARDIAN, applicantId: {:?}", station.person_id(child)),
        ] {
            let input = station.application(child, dwelling, by);
            assert_eq!(station.refused("applyForResidencePermit", &input).await, ["PERMIT_GUARDIAN"], "{by}");
        }
        let input = station.application(child, dwelling, &named);
        assert!(station.refused("applyForResidencePermit", &input).await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pmt_03_the_years_count_again_from_a_late_endorsement() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, _, issued) = station.holder().await;
        assert_eq!((&issued["countedFrom"], &issued["endorseBy"]), (&"2026-11-24".into(), &"2027-11-24".into()));
        station.until("2027-10-23");
        assert_eq!(station.refused("endorseResidencePermit", &step_input(&issued, "")).await, ["ENDORSED_EARLY"]);
        station.until("2027-10-24");
        let first = station.step("endorseResidencePermit", &issued, ", ground: HOME").await;
        assert_eq!((&first["endorseBy"], &first["residenceYears"]), (&"2028-11-24".into(), &0.into()));
        station.until("2028-11-24");
        assert_eq!(station.permit_of(&first).await["residenceYears"], 2, "the last day is in time");
        assert_eq!(station.night().await.suspended, 0);
        station.until("2028-11-25");
        assert_eq!(station.night().await.suspended, 1);
        assert_eq!(station.night().await, PermitNight::default(), "twice does nothing more");
        let suspended = station.permit_of(&first).await;
        assert_eq!((&suspended["state"], &suspended["suspendedOn"]), (&"SUSPENDED".into(), &"2028-11-25".into()));
        assert_eq!(suspended["residenceYears"], 0);
        station.until("2029-01-10");
        let seen = serde_json::json!({ "id": first["id"], "version": suspended["version"] });
        let restored = station.step("endorseResidencePermit", &seen, "").await;
        assert_eq!((&restored["state"], &restored["countedFrom"]), (&"VALID".into(), &"2029-01-10".into()));
        assert_eq!((&restored["issuedOn"], &restored["endorseBy"]), (&"2026-11-24".into(), &"2030-01-10".into()));
        station.until("2030-01-10");
        assert_eq!(station.permit_of(&first).await["residenceYears"], 1, "not four years since the first issue");
        // Late, and the night has not come: suspended and restored by the endorsement itself.
        station.until("2030-03-01");
        let again = station.step("endorseResidencePermit", &restored, "").await;
        assert_eq!((&again["countedFrom"], &again["residenceYears"]), (&"2030-03-01".into(), &0.into()));
        let steps = "SELECT count(*) FROM permit_event WHERE precinct_id = $1 AND step IN ('SUSPEND', 'RESTORE')";
        assert_eq!(station.count(steps).await, 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pmt_04_reminders_run_from_30_days_before_and_29_february_is_the_28th() {
    for home in Home::all() {
        let station = Station::new(home).await;
        station.until("2028-02-29");
        let (_, _, issued) = station.holder().await;
        assert_eq!(issued["endorseBy"], "2029-02-28");
        station.until("2029-01-28");
        assert_eq!((station.reminders().await, station.night().await.reminded), (0, 0));
        station.until("2029-01-29");
        assert_eq!((station.reminders().await, station.night().await.reminded), (1, 1));
        assert_eq!((station.reminders().await, station.night().await.reminded), (1, 0), "told once");
        let reminded = station.permit_of(&issued).await;
        let seen = serde_json::json!({ "id": issued["id"], "version": reminded["version"] });
        let mut endorsed = station.step("endorseResidencePermit", &seen, "").await;
        assert_eq!((station.reminders().await, &endorsed["endorseBy"]), (0, &"2030-02-28".into()));
        for (day, by) in [("2030-02-28", "2031-02-28"), ("2031-02-28", "2032-02-29")] {
            station.until(day);
            endorsed = station.step("endorseResidencePermit", &endorsed, "").await;
            assert_eq!(endorsed["endorseBy"], by);
        }
        station.until("2032-01-30");
        assert_eq!((station.reminders().await, station.night().await.reminded), (1, 1), "and once a year");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn n21_71_an_address_change_in_the_city_keeps_the_permit() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, dwelling, issued) = station.holder().await;
        let sql = "SELECT id FROM dwelling WHERE precinct_id = $1 AND id <> $2 ORDER BY id LIMIT 1";
        let other: Uuid = station.ledger.value(0, sql, vec![dwelling.into()]).await;
        let to = format!(", dwellingId: {:?}", station.dwelling_id(other));
        let moved = station.step("changePermitAddress", &issued, &to).await;
        assert_eq!(moved["dwelling"]["id"], station.dwelling_id(other));
        for kept in ["number", "state", "issuedOn", "countedFrom", "endorseBy"] {
            assert_eq!(moved[kept], issued[kept], "{kept}");
        }
        // A dwelling of another city: the community's division code says so.
        let sql = "UPDATE community SET division_code = '430102001001' WHERE precinct_id = $1 AND id = (SELECT community_id FROM dwelling WHERE precinct_id = $1 AND id = $2)";
        station.ledger.change(0, sql, vec![dwelling.into()]).await;
        let back = format!(", dwellingId: {:?}", station.dwelling_id(dwelling));
        assert_eq!(station.refused("changePermitAddress", &step_input(&moved, &back)).await, ["PERMIT_CITY"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mov_08_registration_in_the_city_and_death_end_permit_and_stay_in_one_transaction() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling, issued) = station.holder().await;
        let stay = "{ precinct { stays(filter: { open: true }) { nodes { id version } } } }";
        let stay = station.world.data(&station.chief, stay).await["precinct"]["stays"]["nodes"][0].take();
        let end = |reason: &str| {
            format!(
                "stayId: {}, expectedVersion: {}, endedOn: \"{}\", reason: {reason}",
                stay["id"],
                stay["version"],
                station.today()
            )
        };
        assert!(station.refused("endStay", &end("REGISTERED")).await.is_empty());
        let cancelled = station.permit_of(&issued).await;
        assert_eq!(
            (&cancelled["state"], &cancelled["cancelReason"]),
            (&"CANCELLED".into(), &"LOCAL_REGISTRATION".into())
        );
        station.stay(person, dwelling, station.ago(200)).await;
        let next = station.apply(person, dwelling).await;
        assert_eq!(
            station.refused("cancelResidencePermit", &step_input(&next, ", reason: DIED")).await,
            ["PERMIT_END"]
        );
        let died = "UPDATE person SET death_on = '2026-11-23' WHERE precinct_id = $1 AND id = $2";
        station.ledger.change(0, died, vec![person.into()]).await;
        station.step("cancelResidencePermit", &next, ", reason: DIED").await;
        let open = "SELECT count(*) FROM stay WHERE precinct_id = $1 AND ended_on IS NULL";
        assert_eq!(station.count(open).await, 0);
        let reason = "SELECT end_reason FROM stay WHERE precinct_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1";
        let reason: String = station.ledger.value(0, reason, vec![]).await;
        assert_eq!(reason, "DIED");
        let input = station.stay_input(person, dwelling, station.today(), "");
        assert_eq!(station.refused("registerStay", &input).await, ["REG-11"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_a_neighbour_and_whoever_has_no_right_change_no_permit_and_have_no_night() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, _, issued) = station.holder().await;
        let cancel = mutation("cancelResidencePermit", &step_input(&issued, ", reason: FRAUD"), PERMIT);
        for (role, at, code) in [
            (Role::StationChief, 1, "NOT_FOUND"),
            (Role::Auxiliary, 0, "FORBIDDEN"),
            (Role::GridWorker, 0, "FORBIDDEN"),
        ] {
            assert_eq!(codes(&station.world.ask(&station.world.member(role, at), &cancel).await), [code], "{role}");
        }
        let dwelling = station.world.id(Kind::Dwelling, 1, Uuid::from_u128(5));
        let elsewhere =
            mutation("changePermitAddress", &step_input(&issued, &format!(", dwellingId: {dwelling:?}")), PERMIT);
        assert_eq!(codes(&station.world.ask(&station.chief, &elsewhere).await), ["NOT_FOUND"]);
        let origin = Origin { request_id: "request-1".to_owned(), terminal: "CONSOLE".to_owned() };
        let scope = station.world.store.precinct(&station.chief, &origin);
        assert!(matches!(scope.permit_night().await, Err(Error::Denied)));
        assert_eq!(station.permit_of(&issued).await["state"], "VALID");
        assert!(station.ago(1) + Days::new(1) == station.today());
    }
}
