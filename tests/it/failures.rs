//! When a part breaks: what cannot be recorded is not shown (SEC-07), what cannot be reached is said to be so, and the process
//! goes on by itself when the part is back.

use std::time::{Duration, Instant};

use serde_json::Value;
use tenants::Store;
use tenants::roles::Role;
use tenants::store::Settings;
use tests::http::Answer;
use tests::owner::{alter, texts};
use tests::people::Person;
use tests::proxy::Wire;
use tests::site::Site;
use tests::world::{Home, World};

const READ: &str = "{ precinct { households(first: 2) { nodes { number headName members { person { name } } } } } }";
const OPEN: &str = r#"mutation { openCaseFile(input: { kind: INCIDENT, title: "门锁" }) { caseFile { number } userErrors { code } } }"#;

/// How a trail stops taking entries, and takes them again.
fn faults(home: Home) -> (&'static str, &'static str) {
    match home {
        Home::Sqlite => (
            "CREATE TRIGGER fault BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'no more entries'); END",
            "DROP TRIGGER fault",
        ),
        Home::Postgres => ("REVOKE INSERT ON audit_entry FROM huji_test", "GRANT INSERT ON audit_entry TO huji_test"),
    }
}

/// A reveal of the first grown-up in the precinct.
async fn reveal(site: &Site, by: &Person) -> String {
    let people = "{ precinct { caseFiles(first: 1, state: OPEN) { nodes { number } } \
        households(first: 5) { nodes { members { person { id isMinor } } } } } }";
    let data = site.client.data(&by.token, people).await;
    let households = data["precinct"]["households"]["nodes"].as_array().unwrap();
    let members = households.iter().flat_map(|household| household["members"].as_array().unwrap());
    let person = members.map(|member| &member["person"]).find(|person| person["isMinor"] == false).unwrap();
    format!(
        "mutation {{ revealPerson(input: {{ personId: {}, caseRef: {}, purpose: REGISTER_SERVICE, fields: [NAME, ID_NUMBER] }}) \
         {{ revealed {{ name idNumber }} userErrors {{ code }} }} }}",
        person["id"], data["precinct"]["caseFiles"]["nodes"][0]["number"]
    )
}

fn withheld(answer: &Answer, what: &str) {
    assert_eq!(answer.outcome(), (200, "UNAVAILABLE".to_owned()), "{what}: {}", answer.text());
    let body = answer.json();
    assert!(body["data"].is_null() && body["errors"].as_array().map(Vec::len) == Some(1), "{what}: {body:#}");
}

#[tokio::test]
async fn sec_07_what_cannot_be_written_in_the_trail_is_neither_shown_nor_done() {
    for home in Home::all() {
        let site = Site::of(World::of(home, 2, 20, 1_000_000).await, |_| {}).await;
        let chief = site.world.hire("chief", Role::StationChief, 0).await;
        let owner = site.world.owner_url.clone();
        let reveal = reveal(&site, &chief).await;
        let cases = "SELECT number FROM case_file ORDER BY number";
        let before = texts(&owner, cases).await;
        let (breaks, mends) = faults(home);
        alter(&owner, breaks).await;
        withheld(&site.client.ask(Some(&chief.token), READ).await, "a reading");
        withheld(&site.client.ask(Some(&chief.token), &reveal).await, "a reveal");
        let name = texts(&owner, "SELECT name FROM person ORDER BY name").await.remove(0);
        let search = format!(
            "{{ precinct {{ personSearch(input: {{ name: \"{name}\" }}, purpose: REGISTER_SERVICE) {{ matches {{ person {{ name }} }} }} }} }}"
        );
        withheld(&site.client.ask(Some(&chief.token), &search).await, "a search");
        let refused = "{ precinct { auditTrail(first: 1) { nodes { seq } } } }";
        withheld(&site.client.ask(Some(&chief.token), refused).await, "a refusal, which is an entry too");
        let act = site.client.ask(Some(&chief.token), OPEN).await;
        assert!(
            ["UNAVAILABLE", "INTERNAL"].contains(&act.outcome().1.as_str()) && act.json()["data"].is_null(),
            "{}",
            act.text()
        );
        let sign_in = site.sign_in(&site.world.credentials(&chief)).await;
        assert!(sign_in.status.is_server_error() && sign_in.header("set-cookie").is_empty(), "{}", sign_in.text());
        assert_eq!(texts(&owner, cases).await, before, "{home:?}: an act without its entry");
        assert_eq!(site.client.get("/readyz").await.status, 200);

        alter(&owner, mends).await;
        assert_eq!(site.client.ask(Some(&chief.token), READ).await.outcome(), (200, String::new()));
        let clear = site.client.data(&chief.token, &reveal).await;
        assert!(clear["revealPerson"]["revealed"]["name"].is_string(), "{clear}");
        assert_eq!(site.client.ask(Some(&chief.token), OPEN).await.outcome(), (200, String::new()));
    }
}

/// A served world whose store reaches its server by a wire.
async fn wired() -> (Site, Wire) {
    let mut world = World::of(Home::Postgres, 2, 20, 1_000_000).await;
    let (front, rest) = world.url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let wire = Wire::to(server.to_owned()).await;
    let database_url = format!("{front}@{}/{name}", wire.address);
    world.store = Store::open(Settings { database_url, ..world.settings.clone() }).await.unwrap();
    (Site::of(world, |_| {}).await, wire)
}

/// Asks until told to stop; every answer with the moment it came.
async fn work(site: &Site, token: &str, until: Instant) -> Vec<(Instant, Answer)> {
    let mut answers = Vec::new();
    while Instant::now() < until {
        answers.push((Instant::now(), site.client.ask(Some(token), READ).await));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    answers
}

#[tokio::test]
async fn a_database_that_goes_away_under_load_is_said_to_be_away_and_used_again_when_it_is_back() {
    if !Home::all().contains(&Home::Postgres) {
        return;
    }
    let (site, wire) = wired().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let until = Instant::now() + Duration::from_secs(3);
    let load = futures_util::future::join_all((0..8).map(|_| work(&site, &chief.token, until)));
    let outage = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        wire.cut();
        tokio::time::sleep(Duration::from_millis(700)).await;
        let (alive, ready) = (site.client.get("/healthz").await, site.client.get("/readyz").await);
        assert_eq!((alive.status.as_u16(), ready.status.as_u16()), (200, 503));
        assert!(ready.text().contains("database"), "{}", ready.text());
        let sign_in = site.sign_in(&site.world.credentials(&chief)).await;
        assert_eq!(sign_in.outcome(), (503, "UNAVAILABLE".to_owned()));
        assert!(!sign_in.header("retry-after").is_empty());
        wire.mend();
        Instant::now()
    };
    let (answers, mended) = futures_util::future::join(load, outage).await;
    let answers: Vec<_> = answers.into_iter().flatten().collect();
    let mut away = 0;
    for (at, answer) in &answers {
        match answer.outcome() {
            (200, code) if code.is_empty() => {}
            (503 | 200, code) if code == "UNAVAILABLE" => {
                away += 1;
                let data: Value = answer.json()["data"].take();
                assert!(data.is_null() && !answer.text().contains("headName"), "{}", answer.text());
                assert!(*at < mended, "{:?} after it was back: {}", *at - mended, answer.text());
            }
            other => panic!("{other:?}: {}", answer.text()),
        }
    }
    let after = answers.iter().filter(|(at, _)| *at > mended).count();
    assert!(
        away >= 8 && after >= 8 && answers.len() >= away + after + 8,
        "{away} away, {after} after, of {}",
        answers.len()
    );
}

#[tokio::test]
async fn connections_that_died_while_nobody_asked_are_nobodys_trouble() {
    if !Home::all().contains(&Home::Postgres) {
        return;
    }
    let (site, wire) = wired().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let warm = async || futures_util::future::join_all((0..8).map(|_| site.client.ask(Some(&chief.token), READ))).await;
    warm().await;
    wire.cut();
    tokio::time::sleep(Duration::from_millis(200)).await;
    wire.mend();
    for answer in warm().await {
        assert_eq!(answer.outcome(), (200, String::new()), "{}", answer.text());
    }
    let ends = "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND usename = 'huji_test'";
    assert!(texts(&site.world.owner_url, ends).await.len() > 2, "the server's own restart");
    for answer in warm().await {
        assert_eq!(answer.outcome(), (200, String::new()), "{}", answer.text());
    }
}
