//! How often, how many at once, how long: one caller's flood is his own, and what is refused is refused at once.

use std::time::{Duration, Instant};

use axum::http::Request;
use serde_json::json;
use tenants::roles::Role;
use tests::http::{Answer, asking};
use tests::owner::Held;
use tests::site::{Site, with_cookie};

use super::{READ, refused};

const PUBLIC: &str = r#"{"query":"{ __typename }"}"#;

fn seconds(answer: &Answer) -> u64 {
    answer.header("retry-after").parse().expect("Retry-After in whole seconds")
}

#[tokio::test]
async fn l20_a_stranger_over_his_points_is_told_when_to_come_back_and_nobody_else_is() {
    let site = Site::set(|config| {
        config.limits.stranger_points_per_minute = 6;
        config.limits.stranger_points_saved = 5;
    })
    .await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let mut let_in = 0;
    let refusal = loop {
        let answer = site.client.send(asking(None), PUBLIC).await;
        if answer.status == 429 {
            break answer;
        }
        let_in += 1;
        assert!(let_in <= 5, "more than was saved up");
    };
    assert_eq!((let_in, refusal.outcome()), (5, refused(429, "RATE_LIMITED")));
    assert!((1..=10).contains(&seconds(&refusal)), "{}", seconds(&refusal));
    assert_eq!(site.client.send(asking(Some(&chief.token)), PUBLIC).await.status, 200);
    let spoofed = asking(None).header("x-forwarded-for", "203.0.113.9").header("x-real-ip", "203.0.113.9");
    assert_eq!(site.client.send(spoofed, PUBLIC).await.status, 429, "a header nobody vouches for buys nothing");
}

#[tokio::test]
async fn behind_a_proxy_strangers_are_told_apart_by_what_the_proxy_says() {
    let site = Site::set(|config| {
        config.server.client_address_header = "x-forwarded-for".to_owned();
        config.limits.stranger_points_per_minute = 6;
        config.limits.stranger_points_saved = 1;
    })
    .await;
    let from = async |addresses: &str| {
        site.client.send(asking(None).header("x-forwarded-for", addresses), PUBLIC).await.status.as_u16()
    };
    assert_eq!(from("203.0.113.9").await, 200);
    assert_eq!(from("203.0.113.9").await, 429);
    assert_eq!(from("198.51.100.1, 203.0.113.9").await, 429, "the caller's own claim stands before the proxy's");
    assert_eq!(from("203.0.113.9, 198.51.100.1").await, 200);
}

#[tokio::test]
async fn l20_a_member_has_one_budget_over_all_his_sessions_and_tokens() {
    let site = Site::set(|config| {
        config.limits.member_points_per_minute = 6;
        config.limits.member_points_saved = 40;
    })
    .await;
    let (chief, other) =
        (site.world.hire("chief", Role::StationChief, 0).await, site.world.hire("other", Role::StationChief, 0).await);
    let cookie = site.cookie(&chief).await;
    let read = json!({ "query": READ }).to_string();
    let mut refusal = None;
    for _ in 0..40 {
        let answer = site.client.send(asking(Some(&chief.token)), read.clone()).await;
        if answer.status == 429 {
            refusal = Some(answer);
            break;
        }
    }
    let refusal = refusal.expect("forty readings are more than forty points");
    assert_eq!(refusal.outcome(), refused(429, "RATE_LIMITED"));
    assert!(seconds(&refusal) >= 1);
    assert_eq!(
        site.client.send(with_cookie(&cookie), read.clone()).await.status,
        429,
        "by the session as by the token"
    );
    assert_eq!(site.client.send(asking(Some(&other.token)), read).await.status, 200);
}

#[tokio::test]
async fn sec_01_guessing_passwords_from_one_address_is_slow() {
    let site = Site::set(|config| {
        config.limits.stranger_points_per_minute = 6;
        config.limits.stranger_points_saved = 200;
    })
    .await;
    let mut outcomes = Vec::new();
    for guess in 0..3 {
        let attempt = json!({ "login": format!("somebody{guess}"), "password": "wrong horse battery" });
        outcomes.push(site.sign_in(&attempt).await);
    }
    assert_eq!(outcomes[1].outcome(), refused(401, "BAD_CREDENTIALS"));
    assert_eq!(outcomes[2].outcome(), refused(429, "RATE_LIMITED"));
    assert!(seconds(&outcomes[2]) >= 1);
}

#[tokio::test]
async fn more_at_once_than_there_are_places_is_refused_soon_while_operators_are_answered() {
    let site = Site::set(|config| {
        config.limits.concurrent_requests = 1;
        config.limits.queue_milliseconds = 100;
    })
    .await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    assert_eq!(site.client.ask(Some(&chief.token), READ).await.status, 200);
    let held = Held::writer(&site.world.owner_url).await;
    let slow = tokio::spawn({
        let (client, token) = (site.client.clone(), chief.token.clone());
        async move { client.ask(Some(&token), READ).await }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!slow.is_finished(), "it waits for the trail");
    let started = Instant::now();
    let refusal = site.client.ask(Some(&chief.token), READ).await;
    assert_eq!(refusal.outcome(), refused(503, "UNAVAILABLE"));
    assert!(seconds(&refusal) >= 1 && started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    for path in ["/healthz", "/readyz", "/metrics", "/schema.graphql"] {
        assert_eq!(site.client.get(path).await.status, 200, "{path}");
    }
    held.release().await;
    assert_eq!(slow.await.unwrap().outcome(), refused(200, ""));
    assert_eq!(site.client.ask(Some(&chief.token), READ).await.outcome(), refused(200, ""), "the place is free again");
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up_and_what_it_held_is_free() {
    let site = Site::set(|config| config.limits.request_seconds = 1).await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let held = Held::writer(&site.world.owner_url).await;
    let started = Instant::now();
    let answer = site.client.ask(Some(&chief.token), READ).await;
    assert_eq!(answer.outcome(), refused(503, "UNAVAILABLE"));
    assert!(seconds(&answer) >= 1);
    let took = started.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(3), "{took:?}");
    held.release().await;
    for _ in 0..20 {
        assert_eq!(site.client.ask(Some(&chief.token), READ).await.outcome(), refused(200, ""));
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for_beyond_the_time_limit() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let site = Site::set(|config| config.limits.request_seconds = 1).await;
    let mut socket = tokio::net::TcpStream::connect(site.address).await.unwrap();
    let head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut answer = vec![0; 4_096];
    let read = tokio::time::timeout(Duration::from_secs(5), socket.read(&mut answer)).await.expect("in time").unwrap();
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("UNAVAILABLE"), "{answer}");
    assert_eq!(site.client.send(Request::get("/healthz"), "").await.status, 200);
}
