//! What is sent again is done once, and answered as the first time.

use futures_util::future::join_all;
use serde_json::Value;
use tenants::roles::Role;
use tests::world::{Home, World, codes};

fn opening(key: &str, title: &str) -> String {
    format!(
        r#"mutation {{ openCaseFile(input: {{ kind: INCIDENT, title: "{title}", idempotencyKey: "{key}" }}) {{
            caseFile {{ id number title version }} userErrors {{ code field message }} }} }}"#
    )
}

async fn cases(world: &World, role: Role, at: usize) -> u64 {
    let answer = world.data(&world.member(role, at), "{ precinct { caseFiles(first: 1) { totalCount } } }").await;
    answer["precinct"]["caseFiles"]["totalCount"].as_u64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_again_is_done_once_and_answered_byte_for_byte() {
    for home in Home::all() {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let chief = world.member(Role::StationChief, 0);
        let before = cases(&world, Role::StationChief, 0).await;
        let first = world.bytes(Some(&chief), &opening("k-1", "邻里纠纷")).await;
        assert!(first.contains("\"number\":\"AJ"), "{first}");
        for _ in 0..3 {
            assert_eq!(world.bytes(Some(&chief), &opening("k-1", "邻里纠纷")).await, first, "{home:?}");
        }
        let elsewhere = world.another_process().await;
        assert_eq!(elsewhere.bytes(Some(&chief), &opening("k-1", "邻里纠纷")).await, first, "{home:?}");
        assert_eq!(cases(&world, Role::StationChief, 0).await, before + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_its_accounts_own_and_another_request_is_refused_under_it() {
    for home in Home::all() {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let (chief, registrar) = (world.member(Role::StationChief, 0), world.member(Role::Registrar, 0));
        let first = world.data(&chief, &opening("k", "甲")).await;
        let other = world.ask(&chief, &opening("k", "乙")).await;
        assert_eq!(codes(&other), ["IDEMPOTENCY_KEY_REUSED"], "{home:?}");
        let theirs = world.data(&registrar, &opening("k", "甲")).await;
        assert_ne!(theirs, first);
        let neighbours = world.data(&world.member(Role::StationChief, 1), &opening("k", "甲")).await;
        assert_ne!(neighbours, first);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_may_be_sent_again() {
    for home in Home::all() {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let chief = world.member(Role::StationChief, 0);
        let opened = world.data(&chief, &opening("a", "甲")).await;
        let id = opened["openCaseFile"]["caseFile"]["id"].as_str().unwrap().to_owned();
        let close = |version: i32, key: &str| {
            format!(
                r#"mutation {{ closeCaseFile(input: {{ caseFileId: "{id}", expectedVersion: {version}, idempotencyKey: "{key}" }}) {{
                    caseFile {{ state version }} userErrors {{ code }} }} }}"#
            )
        };
        let stale = world.data(&chief, &close(7, "c")).await;
        assert_eq!(stale["closeCaseFile"]["userErrors"][0]["code"], "STALE_VERSION");
        let closed = world.data(&chief, &close(1, "c")).await;
        assert_eq!(closed["closeCaseFile"]["caseFile"]["state"], "CLOSED", "{home:?}");
        // Closed already: without the key it would be refused.
        assert_eq!(world.data(&chief, &close(1, "c")).await, closed);
        let refused = world.data(&chief, &close(2, "d")).await;
        assert_eq!(refused["closeCaseFile"]["userErrors"][0]["code"], "CONFLICT");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_under_one_key_make_one_change_and_get_one_answer() {
    for home in Home::all() {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let chief = world.member(Role::StationChief, 0);
        let before = cases(&world, Role::StationChief, 0).await;
        let document = opening("race", "同时");
        let answers: Vec<String> = join_all((0..8).map(|_| world.bytes(Some(&chief), &document))).await;
        assert!(answers[0].contains("\"number\":\"AJ"), "{}", answers[0]);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{home:?}: {answers:#?}");
        assert_eq!(cases(&world, Role::StationChief, 0).await, before + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_stands_alone_and_is_printable() {
    let world = World::of(Home::Sqlite, 2, 5, 1_000_000).await;
    let chief = world.member(Role::StationChief, 0);
    let two = r#"mutation {
        a: openCaseFile(input: { kind: INCIDENT, title: "a", idempotencyKey: "k" }) { userErrors { code } }
        b: openCaseFile(input: { kind: INCIDENT, title: "b" }) { userErrors { code } } }"#;
    assert_eq!(codes(&world.ask(&chief, two).await), ["BAD_INPUT"]);
    assert_eq!(codes(&world.ask(&chief, &opening("", "a")).await), ["BAD_INPUT"]);
    assert_eq!(codes(&world.ask(&chief, &opening("键", "a")).await), ["BAD_INPUT"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_kept_for_a_week_and_hold_no_key_and_no_clear_text() {
    let world = World::of(Home::Sqlite, 2, 5, 1_000_000).await;
    let chief = world.member(Role::StationChief, 0);
    let first: Value = world.data(&chief, &opening("key-of-mine", "标题在此")).await;
    let pool = sqlx::SqlitePool::connect(&world.owner_url).await.unwrap();
    let (id, answer): (uuid::Uuid, Vec<u8>) =
        sqlx::query_as("SELECT id, answer_sealed FROM idempotency").fetch_one(&pool).await.unwrap();
    assert!(!id.is_nil());
    assert!(!answer.windows(12).any(|part| part == "标题在此".as_bytes()));
    let origin = tenants::store::Origin { request_id: "r".to_owned(), terminal: "DESKTOP".to_owned() };
    let scope = world.store.precinct(&chief, &origin);
    assert_eq!(scope.forget_answers().await.unwrap(), 0);
    world.clock.advance(chrono::TimeDelta::days(8));
    assert_eq!(scope.forget_answers().await.unwrap(), 1);
    assert_ne!(world.data(&chief, &opening("key-of-mine", "标题在此")).await, first);
}
