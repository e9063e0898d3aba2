//! No answer ever holds a piece of our insides: not SQL, not a table, not a file of the source (L14, PRV-24).

use axum::http::{Request, header};
use serde_json::json;
use tenants::roles::Role;
use tests::http::{Answer, asking};
use tests::owner::alter;
use tests::site::Site;
use tests::world::{Home, World};

use super::{READ, refused};

/// Words of our insides, in lower case. `precinct` and `household` are GraphQL's as well; their columns are not.
const INSIDES: [&str; 22] = [
    "select ",
    "insert ",
    "update ",
    " from ",
    " where ",
    "sqlite",
    "sqlx",
    "sea_orm",
    "sea-orm",
    "postgres",
    "constraint",
    "precinct_id",
    "household_",
    "audit_",
    "no such table",
    "syntax error at",
    ".rs",
    "panicked",
    "tokio",
    "did you mean",
    "/tmp",
    "broken pipe",
];

fn say_nothing(answer: &Answer, what: &str) {
    let text = answer.text().to_lowercase();
    for word in INSIDES {
        assert!(!text.contains(word), "{what}: {word:?} in {text}");
    }
}

#[tokio::test]
async fn l14_hostile_input_is_answered_without_a_word_of_our_insides() {
    for home in Home::all() {
        hostile(&Site::of(World::of(home, 2, 2, 1_000_000).await, |_| {}).await).await;
    }
}

async fn hostile(site: &Site) {
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let long = "长".repeat(4_000);
    for value in [
        "'",
        "\\\"",
        "'; DROP TABLE household; --",
        "%",
        "\\u0000",
        "\\uD800",
        "1e999",
        "-1",
        "99999999999999999999",
        &long,
        "$1",
        "?1",
    ] {
        let documents = [
            format!("{{ precinct {{ household(number: \"{value}\") {{ id }} }} }}"),
            format!("{{ precinct {{ buildings(search: \"{value}\", first: 1) {{ nodes {{ id }} }} }} }}"),
            format!("{{ precinct {{ dwellings(search: \"{value}\", first: 1) {{ nodes {{ id }} }} }} }}"),
            format!(
                "{{ precinct {{ personSearch(input: {{ name: \"{value}\" }}, purpose: REGISTER_SERVICE) {{ truncated }} }} }}"
            ),
            format!(
                "{{ precinct {{ personSearch(input: {{ idNumber: \"{value}\" }}, purpose: REGISTER_SERVICE) {{ truncated }} }} }}"
            ),
            format!("{{ precinct {{ household(number: \"1\", asOf: \"{value}\") {{ id }} }} }}"),
            format!("{{ codeSet(name: \"{value}\") {{ name }} }}"),
            format!(
                "mutation {{ openCaseFile(input: {{ kind: INCIDENT, title: \"{value}\" }}) {{ userErrors {{ code message }} }} }}"
            ),
            format!("{{ precinct {{ households(first: {value}) {{ nodes {{ id }} }} }} }}"),
        ];
        for document in documents {
            let answer = site.client.ask(Some(&chief.token), &document).await;
            assert!(answer.status.as_u16() < 500, "{document}: {}", answer.text());
            assert!(!answer.text().contains("\"INTERNAL\""), "{document}: {}", answer.text());
            // What was typed may come back to whoever typed it.
            if !value.contains("DROP") {
                say_nothing(&answer, &document);
            }
        }
    }
    for path in
        ["/graphql?query=%00", "/%ff", "/..%2f..%2fetc%2fpasswd", "/assets/../../Cargo.toml", "//graphql", "/graphql/"]
    {
        say_nothing(&site.client.get(path).await, path);
    }
}

#[tokio::test]
async fn l14_a_fault_of_ours_is_one_sentence_and_the_requests_id() {
    for home in Home::all() {
        let site = Site::of(World::of(home, 2, 20, 1_000_000).await, |_| {}).await;
        let chief = site.world.hire("chief", Role::StationChief, 0).await;
        let cookie = site.cookie(&chief).await;
        alter(&site.world.owner_url, "ALTER TABLE household RENAME COLUMN number TO nummer").await;
        alter(&site.world.owner_url, "ALTER TABLE session RENAME COLUMN last_seen_at TO seen").await;
        let read = site.client.ask(Some(&chief.token), READ).await;
        assert_eq!(read.outcome(), refused(200, "INTERNAL"), "{home:?}: {}", read.text());
        assert!(!read.text().contains("headName"), "half an answer: {}", read.text());
        let session = tests::site::with_cookie(&cookie);
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let sign_in = site.client.send(session, json!({ "query": READ }).to_string()).await;
        assert_eq!(sign_in.outcome(), refused(500, "INTERNAL"), "{home:?}");
        for answer in [read, sign_in] {
            say_nothing(&answer, "a fault");
            let message = answer.json()["errors"][0]["message"].as_str().unwrap().to_owned();
            assert!(message.contains(answer.header("x-request-id")) || message.contains("编号"), "{message}");
        }
        assert_eq!(site.client.get("/healthz").await.status, 200);
    }
}

#[tokio::test]
async fn prv_24_messages_come_in_the_language_asked_for_and_codes_do_not_change() {
    let site = Site::new().await;
    let body = json!({ "query": "{ viewer { login } }" }).to_string();
    let mut messages = Vec::new();
    for language in ["zh-CN", "en-GB,en;q=0.9", "xx", ""] {
        let answer = site.client.send(asking(None).header(header::ACCEPT_LANGUAGE, language), body.clone()).await;
        assert_eq!(answer.outcome(), refused(200, "UNAUTHENTICATED"));
        messages.push(answer.json()["errors"][0]["message"].as_str().unwrap().to_owned());
    }
    assert_eq!(messages, ["请先登录", "sign in first", "请先登录", "请先登录"]);
    let odd = Request::post("/graphql").header(header::ACCEPT_LANGUAGE, b"\xff".as_slice());
    assert_eq!(site.client.send(odd.header(header::CONTENT_TYPE, "application/json"), body).await.status, 200);
}
