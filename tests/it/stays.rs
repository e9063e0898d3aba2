//! Temporary registrations: who is registered for a stay and who is not, the voucher, and that nothing of it is ever lost.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use schema::id::Kind;
use serde_json::Value;
use tenants::clock::day_of;
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::{Ledger, Newcomer};
use tests::world::{Home, World, codes};
use uuid::Uuid;

/// Two small precincts, what stands in them, and the first one's chief.
pub(crate) struct Station {
    pub(crate) world: World,
    pub(crate) ledger: Ledger,
    pub(crate) chief: Arc<Member>,
}

/// Grown-up and registered in another city.
pub(crate) const FLOATING: &str = "p.category = 'FLOATING' AND p.dwelling_id IS NOT NULL AND p.number_sealed IS NOT NULL \
     AND p.death_on IS NULL AND p.birth_date < '2000-01-01'";

impl Station {
    pub(crate) async fn new(home: Home) -> Self {
        let world = World::of(home, 2, 24, 1_000_000).await;
        let (ledger, chief) = (Ledger::of(&world).await, world.member(Role::StationChief, 0));
        Self { world, ledger, chief }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        day_of(self.world.clock.now())
    }

    /// A day so many days ago.
    pub(crate) fn ago(&self, days: u64) -> NaiveDate {
        self.today() - Days::new(days)
    }

    pub(crate) fn pass(&self, days: i64) {
        self.world.clock.advance(chrono::TimeDelta::days(days));
    }

    /// A person of the first precinct that meets a condition on `p`, and the dwelling lived in.
    pub(crate) async fn person(&self, condition: &str) -> (Uuid, Uuid) {
        let person = self.ledger.person(0, condition).await.id;
        let sql = "SELECT dwelling_id FROM person WHERE precinct_id = $1 AND id = $2";
        (person, self.ledger.value(0, sql, vec![person.into()]).await)
    }

    pub(crate) fn person_id(&self, person: Uuid) -> String {
        self.world.id(Kind::Person, 0, person)
    }

    pub(crate) fn dwelling_id(&self, dwelling: Uuid) -> String {
        self.world.id(Kind::Dwelling, 0, dwelling)
    }

    /// What a mutation of the chief's answers, refused or not.
    pub(crate) async fn change(&self, field: &str, input: &str, select: &str) -> Value {
        self.change_as(&self.chief, field, input, select).await
    }

    pub(crate) async fn change_as(&self, member: &Arc<Member>, field: &str, input: &str, select: &str) -> Value {
        self.world.data(member, &mutation(field, input, select)).await[field].take()
    }

    /// The codes by which a mutation of the chief's is refused.
    pub(crate) async fn refused(&self, field: &str, input: &str) -> Vec<String> {
        user_errors(&self.change(field, input, "userErrors { code }").await)
    }

    /// Registers a stay since a day.
    pub(crate) async fn stay(&self, person: Uuid, dwelling: Uuid, from: NaiveDate) -> Value {
        let taken = self.change("registerStay", &self.stay_input(person, dwelling, from, ""), STAY).await;
        assert!(user_errors(&taken).is_empty(), "{taken}");
        taken["stay"].clone()
    }

    pub(crate) fn stay_input(&self, person: Uuid, dwelling: Uuid, from: NaiveDate, more: &str) -> String {
        let (person, dwelling) = (self.person_id(person), self.dwelling_id(dwelling));
        let until = self.today() + Days::new(365);
        format!(
            "personId: {person:?}, dwellingId: {dwelling:?}, reason: WORK, takenAt: STATION, from: \"{from}\", until: \"{until}\" {more}"
        )
    }

    pub(crate) async fn count(&self, sql: &str) -> i64 {
        self.ledger.value(0, sql, vec![]).await
    }
}

pub(crate) const STAY: &str = "stay { id number version until endedOn endReason person { id } } decision { outcome ground } userErrors { code field }";
const CHANGED: &str = "stay { version until endedOn endReason } userErrors { code field }";

pub(crate) fn mutation(field: &str, input: &str, select: &str) -> String {
    format!("mutation {{ {field}(input: {{ {input} }}) {{ {select} }} }}")
}

pub(crate) fn user_errors(payload: &Value) -> Vec<String> {
    let errors = payload["userErrors"].as_array().expect("user errors");
    errors.iter().map(|error| error["code"].as_str().expect("a code").to_owned()).collect()
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// The number with another check character.
pub(crate) fn mistyped(number: &IdNumber) -> String {
    let (body, check) = number.as_str().split_at(17);
    format!("{body}{}", if check == "0" { "1" } else { "0" })
}

/// The fields that change a stay or a permit: its id and the version seen.
fn seen(stay: &Value) -> String {
    format!("stayId: {}, expectedVersion: {}", stay["id"], stay["version"])
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_10_a_stay_is_registered_on_the_spot_extended_ended_and_kept() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling) = station.person(FLOATING).await;
        let stay = station.stay(person, dwelling, station.ago(3)).await;
        assert!(text(&stay["number"]).starts_with("ZZ20261124"), "{stay}");
        assert_eq!(stay["person"]["id"], station.person_id(person));
        let again = station.stay_input(person, dwelling, station.today(), "");
        assert_eq!(station.refused("registerStay", &again).await, ["CONFLICT"], "one open stay a person");
        let until = station.today() + Days::new(400);
        let longer = format!("{}, until: \"{until}\"", seen(&stay));
        let extended = station.change("extendStay", &longer, CHANGED).await;
        assert_eq!((&extended["stay"]["version"], &extended["stay"]["until"]), (&2.into(), &until.to_string().into()));
        assert_eq!(station.refused("extendStay", &longer).await, ["STALE_VERSION"]);
        let now = format!("stayId: {}, expectedVersion: 2", stay["id"]);
        assert_eq!(station.refused("extendStay", &format!("{now}, until: \"{until}\"")).await, ["STAY_DATES"]);
        let tomorrow = station.today() + Days::new(1);
        let end = |day: NaiveDate| format!("{now}, endedOn: \"{day}\", reason: MOVED");
        assert_eq!(station.refused("endStay", &end(tomorrow)).await, ["STAY_DATES"]);
        assert_eq!(station.refused("endStay", &end(station.ago(4))).await, ["STAY_DATES"]);
        let ended = station.change("endStay", &end(station.today()), CHANGED).await;
        assert_eq!((&ended["stay"]["endReason"], &ended["stay"]["version"]), (&"MOVED".into(), &3.into()));
        let late =
            format!("stayId: {}, expectedVersion: 3, endedOn: \"{}\", reason: LEFT", stay["id"], station.today());
        assert_eq!(station.refused("endStay", &late).await, ["CONFLICT"], "ended already");
        assert_eq!(station.count("SELECT count(*) FROM stay WHERE precinct_id = $1").await, 1, "kept");
        let next = station.stay(person, dwelling, station.today()).await;
        let shown = "{ precinct { open: stays(filter: { open: true }) { totalCount nodes { number } } ended: stays(filter: { open: false }) { totalCount nodes { number } } } }";
        let lists = station.world.data(&station.chief, shown).await["precinct"].take();
        assert_eq!(lists["open"]["nodes"][0]["number"], next["number"]);
        assert_eq!(lists["ended"]["nodes"][0]["number"], stay["number"]);
        assert_eq!((&lists["open"]["totalCount"], &lists["ended"]["totalCount"]), (&1.into(), &1.into()));
        let of_person = format!(
            "{{ precinct {{ person(id: {:?}, purpose: REGISTER_SERVICE) {{ stay {{ number }} }} }} }}",
            station.person_id(person)
        );
        assert_eq!(
            station.world.data(&station.chief, &of_person).await["precinct"]["person"]["stay"]["number"],
            next["number"]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_1_where_none_is_needed_or_a_lodging_is_exempt_the_decision_alone_is_written() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (floating, dwelling) = station.person(FLOATING).await;
        let alive = "p.death_on IS NULL AND p.category =";
        let mut cases = vec![(floating, ", exemption: HOSPITAL", "EXEMPT", "HOSPITAL")];
        for (category, ground) in [("REGISTERED_RESIDENT", "REGISTERED_HERE"), ("CITY_SEPARATED", "REGISTERED_IN_CITY")]
        {
            let person = station.ledger.person(0, &format!("{alive} '{category}'")).await.id;
            cases.push((person, "", "NOT_NEEDED", ground));
        }
        // Registered by the neighbour: known here as floating, by the same number.
        let number =
            station.ledger.person(1, "p.category = 'REGISTERED_RESIDENT' AND p.number_sealed IS NOT NULL").await.number;
        let new = Newcomer { number: number.as_deref(), ..Newcomer::named("钱登记") };
        let theirs = station.ledger.add(&station.world, 0, Uuid::from_u128(77), &new).await;
        cases.push((theirs, "", "NOT_NEEDED", "REGISTERED_IN_CITY"));
        for (person, more, outcome, ground) in cases {
            let input = station.stay_input(person, dwelling, station.today(), more);
            let taken = station.change("registerStay", &input, STAY).await;
            assert_eq!(taken["stay"], Value::Null, "{ground}");
            assert_eq!(
                (&taken["decision"]["outcome"], &taken["decision"]["ground"]),
                (&outcome.into(), &ground.into())
            );
        }
        assert_eq!(station.count("SELECT count(*) FROM stay WHERE precinct_id = $1").await, 0);
        assert_eq!(station.count("SELECT count(*) FROM stay_decision WHERE precinct_id = $1").await, 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_a_newcomer_is_entered_once_counted_and_masked() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, dwelling) = station.person(FLOATING).await;
        let number = IdNumber::compose(TEST_REGION, NaiveDate::from_ymd_opt(1991, 3, 4).unwrap(), 911).unwrap();
        let input = |number: &str| {
            format!(
                "newcomer: {{ name: \"孙新来\", idNumber: \"{number}\", phone: \"138 0000 9911\", registeredPlace: \"河南省信阳市\" }}, \
                 dwellingId: {:?}, reason: WORK, takenAt: COMMUNITY_DESK, from: \"{}\", until: \"2027-11-24\"",
                station.dwelling_id(dwelling),
                station.today()
            )
        };
        assert_eq!(station.refused("registerStay", &input(&mistyped(&number))).await, ["GB-11643"]);
        let floating = "SELECT CAST(coalesce(sum(floating), 0) AS bigint) FROM tally WHERE precinct_id = $1";
        let before = station.count(floating).await;
        let select =
            "stay { id version person { id name idNumber phone category registeredPlace } } userErrors { code }";
        let taken = station.change("registerStay", &input(number.as_str()), select).await;
        let person = &taken["stay"]["person"];
        assert_eq!((&person["name"], &person["category"]), (&"孙**".into(), &"FLOATING".into()), "{taken}");
        assert!(!taken.to_string().contains(number.as_str()) && !taken.to_string().contains("13800009911"));
        assert_eq!(station.count(floating).await, before + 1);
        let end = format!("{}, endedOn: \"{}\", reason: LEFT", seen(&taken["stay"]), station.today());
        assert!(station.refused("endStay", &end).await.is_empty());
        let again = station.change("registerStay", &input(number.as_str()), select).await;
        assert_eq!(again["stay"]["person"]["id"], person["id"], "the number is known now");
        assert_eq!(station.count(floating).await, before + 1);
        let owner = station.world.as_owner().await;
        assert_eq!(owner.tenants().recount(station.world.precinct(0)).await.unwrap(), 0, "the counts equal the ledger");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_a_neighbour_a_volunteer_and_an_officer_of_another_beat_change_nothing() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (person, dwelling) = station.person(FLOATING).await;
        let stay = station.stay(person, dwelling, station.ago(3)).await;
        let end =
            mutation("endStay", &format!("{}, endedOn: \"{}\", reason: LEFT", seen(&stay), station.today()), CHANGED);
        let register = mutation("registerStay", &station.stay_input(person, dwelling, station.today(), ""), STAY);
        let neighbour = station.world.member(Role::StationChief, 1);
        let mut elsewhere = Member::clone(&station.world.member(Role::CommunityOfficer, 0));
        elsewhere.beats.clear();
        for document in [&end, &register] {
            assert_eq!(codes(&station.world.ask(&neighbour, document).await), ["NOT_FOUND"]);
            assert_eq!(
                codes(&station.world.ask(&station.world.member(Role::GridWorker, 0), document).await),
                ["FORBIDDEN"]
            );
            assert_eq!(codes(&station.world.ask(&Arc::new(elsewhere.clone()), document).await), ["FORBIDDEN"]);
        }
        assert_eq!(station.count("SELECT count(*) FROM stay WHERE precinct_id = $1 AND ended_on IS NULL").await, 1);
        let auxiliary = station.world.member(Role::Auxiliary, 0);
        let ended = station.world.data(&auxiliary, &end).await["endStay"].take();
        assert_eq!(ended["stay"]["endReason"], "LEFT", "an auxiliary captures data: {ended}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_register_the_same_person_at_once_one_succeeds_and_what_is_told_names_nobody() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let known = station.ledger.person(0, FLOATING).await;
        let (person, dwelling) = station.person(FLOATING).await;
        let document = mutation("registerStay", &station.stay_input(person, dwelling, station.today(), ""), STAY);
        let registrar = station.world.member(Role::Registrar, 0);
        let (one, other) =
            tokio::join!(station.world.ask(&station.chief, &document), station.world.ask(&registrar, &document));
        let stays = [&one, &other].into_iter().filter(|answer| answer["data"]["registerStay"]["stay"].is_object());
        assert_eq!(stays.count(), 1, "{one} {other}");
        let heard = "{ precinct { events(kinds: [STAY_CHANGED], first: 10) { nodes { kind version subjectId subject { __typename } } } } }";
        let events = station.world.data(&station.chief, heard).await["precinct"]["events"]["nodes"].take();
        assert_eq!(events.as_array().unwrap().len(), 1);
        assert_eq!(events[0]["subject"]["__typename"], "Stay");
        let told = station
            .ledger
            .rows("SELECT CAST(condition AS text) FROM audit_entry WHERE function = 'registerStay'", vec![])
            .await;
        assert_eq!(told.len(), 1);
        for row in told {
            let condition: String = row.try_get_by_index(0).unwrap();
            assert!(!condition.contains(&known.name) && !condition.contains(known.number.as_deref().unwrap()));
        }
    }
}
