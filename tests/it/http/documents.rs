//! How much one document may ask for, told over HTTP (L20), and what it cost.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;
use tenants::roles::Role;
use tests::site::Site;

use super::{READ, refused};

/// Fragments that spread the next twice each: two to the `levels` fields from a line each.
fn bomb(levels: usize) -> String {
    let mut text = String::from("{ ...f0 }");
    for level in 0..levels {
        write!(text, " fragment f{level} on Query {{ ...f{0} ...f{0} }}", level + 1).unwrap();
    }
    text + &format!(" fragment f{levels} on Query {{ __typename }}")
}

#[tokio::test]
async fn l20_a_document_over_any_bound_is_refused_before_anything_is_done() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let deep = format!(
        "{{ precinct {{ beats {}{} }} }}",
        "{ communities { beat ".repeat(9),
        "{ id }".to_owned() + &" } }".repeat(9)
    );
    let many = |count: usize, field: &dyn Fn(usize) -> String| {
        format!("{{ {} }}", (0..count).map(field).collect::<Vec<_>>().join(" "))
    };
    let documents = [
        ("bytes", format!("{{ __typename }} # {}", "x".repeat(17_000))),
        ("tokens", format!("{{ viewer {} }}", many(2_000, &|_| "id".to_owned()))),
        ("nested brackets", format!("{{ node(id: {}1{}) {{ id }} }}", "[".repeat(60), "]".repeat(60))),
        ("fields inside one another", deep),
        ("aliases", format!("{{ viewer {} }}", many(61, &|at| format!("a{at}: id")))),
        ("root fields", many(21, &|_| "__typename".to_owned())),
        ("directives", format!("{{ viewer {} }}", many(51, &|_| "id @include(if: true)".to_owned()))),
        ("fields after expanding fragments", bomb(20)),
        ("levels", format!("{{ {}__typename{} }}", "... { ".repeat(40), " }".repeat(40))),
        (
            "definitions",
            (0..70)
                .fold("{ ...f0 }".to_owned(), |text, at| text + &format!(" fragment f{at} on Query {{ __typename }}")),
        ),
        (
            "introspection lists inside one another",
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }".to_owned(),
        ),
    ];
    let started = Instant::now();
    for (what, document) in documents {
        let answer = site.client.ask(Some(&chief.token), &document).await;
        assert_eq!(answer.outcome(), refused(400, "DOCUMENT_TOO_LARGE"), "{what}: {}", answer.text());
        let message = answer.json()["errors"][0]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(what), "{what}: {message}");
    }
    assert!(started.elapsed() < Duration::from_secs(3), "refused at once, not after the work: {:?}", started.elapsed());
    let declared: String = (0..51).fold(String::new(), |text, at| text + &format!("$v{at}: ID "));
    let answer = site.client.ask(Some(&chief.token), &format!("query ({declared}) {{ __typename }}")).await;
    assert_eq!(answer.outcome(), refused(400, "DOCUMENT_TOO_LARGE"));
}

#[tokio::test]
async fn l20_a_body_over_the_limit_is_refused_and_the_caller_can_read_why() {
    let site = Site::new().await;
    for bytes in [262_145, 1_000_000, 20_000_000] {
        let body = json!({ "query": "{ __typename }", "variables": { "x": "x".repeat(bytes) } });
        let answer = site.client.ask_with(None, &body).await;
        assert_eq!(answer.outcome(), refused(413, "DOCUMENT_TOO_LARGE"), "{bytes}");
    }
    let body = json!({ "query": "{ __typename }", "variables": { "x": "x".repeat(262_000) } });
    assert_eq!(site.client.ask_with(None, &body).await.status, 200);
}

#[tokio::test]
async fn l20_nobody_may_ask_for_less_than_a_member() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let aliases: String = (0..11).fold(String::new(), |text, at| text + &format!("a{at}: __typename "));
    let document = format!("{{ {aliases} }}");
    assert_eq!(site.client.ask(Some(&chief.token), &document).await.status, 200);
    assert_eq!(
        site.client.ask(None, &document).await.outcome(),
        refused(400, "DOCUMENT_TOO_LARGE"),
        "also when the document is known already"
    );
}

#[tokio::test]
async fn l20_a_mutation_under_one_key_twice_is_not_executed_at_all() {
    let site = Site::new().await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let count = "{ precinct { caseFiles(first: 1) { totalCount } } }";
    let before = site.client.data(&registrar.token, count).await;
    let open = r#"openCaseFile(input: { kind: INCIDENT, title: "门锁" }) { caseFile { number } }"#;
    for document in [
        format!("mutation {{ {open} {open} }}"),
        format!("mutation {{ a: {open} ...more }} fragment more on Mutation {{ a: {open} }}"),
    ] {
        let answer = site.client.ask(Some(&registrar.token), &document).await;
        assert_eq!(answer.outcome(), refused(400, "VALIDATION_FAILED"));
    }
    assert_eq!(site.client.data(&registrar.token, count).await, before);
    let twice = site.client.data(&registrar.token, &format!("mutation {{ a: {open} b: {open} }}")).await;
    assert_ne!(twice["a"]["caseFile"]["number"], twice["b"]["caseFile"]["number"]);
}

#[tokio::test]
async fn what_the_schema_does_not_know_is_named_without_a_hint_at_what_it_does() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    for document in [
        "{ viewer { logins } }",
        "{ precinct(precinctId: 1) { id } }",
        "{ precinct { households(first: 1, filters: {}) { nodes { id } } } }",
        "{ precinct { households(filter: { numbers: \"1\" }) { nodes { id } } } }",
        "{ precinct { households(first: \"1\") { nodes { id } } } }",
        "{ precinct { personSearch(input: { name: \"wang\" }, purpose: SNOOPING) { truncated } } }",
        "query ($x: Nothing) { viewer { id } }",
        "{ viewer }",
        "{ viewer { id { x } } }",
        "{ ...gone }",
        "{ ...self } fragment self on Query { ...self }",
        "{ viewer { id @gone } }",
        "subscription { viewer { id } }",
    ] {
        let answer = site.client.ask(Some(&chief.token), document).await;
        assert_eq!(answer.outcome(), refused(400, "VALIDATION_FAILED"), "{document}: {}", answer.text());
        assert!(!answer.text().to_lowercase().contains("did you mean"), "{}", answer.text());
    }
    for document in ["{", "}", "{ viewer { id }", "query query {", "{ a(b: \"\u{0}) }", "type X { y: Int }", "你好"] {
        let answer = site.client.ask(Some(&chief.token), document).await;
        assert_eq!(answer.outcome(), refused(400, "PARSE_FAILED"), "{document}: {}", answer.text());
    }
    let wrong = json!({ "query": "query ($first: Int!) { precinct { households(first: $first) { nodes { id } } } }", "variables": { "first": "three" } });
    assert_eq!(site.client.ask_with(Some(&chief.token), &wrong).await.outcome(), refused(400, "BAD_INPUT"));
}

#[tokio::test]
async fn every_executed_answer_says_what_it_cost_and_what_is_left() {
    let site = Site::set(|config| config.limits.member_points_saved = 500).await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let first = site.client.ask(Some(&chief.token), READ).await.json()["extensions"]["cost"].clone();
    let second = site.client.ask(Some(&chief.token), READ).await.json()["extensions"]["cost"].clone();
    assert!(first["estimated"].as_u64().unwrap() > 1, "{first}");
    assert_eq!(first["estimated"], second["estimated"], "the estimate is of the document");
    assert!(first["remaining"].as_u64().unwrap() < 500 && second["remaining"].as_u64().unwrap() <= 500);

    let dear = "{ precinct { households(first: 100) { nodes { members { person { memberships { household { members { id } } } } } } } } }";
    let answer = site.client.ask(Some(&chief.token), dear).await;
    assert_eq!(answer.outcome(), refused(400, "COST"));
    assert!(answer.json()["extensions"]["cost"]["estimated"].as_u64().unwrap() > 10_000, "{}", answer.text());
    let over = "{ precinct { households(first: 100) { nodes { members { person { name } } } } } }";
    let answer = site.client.ask(Some(&chief.token), over).await;
    assert_eq!(answer.outcome(), refused(429, "RATE_LIMITED"), "dearer than what is left now");
    assert!(!answer.header("retry-after").is_empty());
}
