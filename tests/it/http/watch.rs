//! What an operator asks: life, readiness, counts (PRV-26: no value of a request is ever a label).

use std::collections::BTreeSet;

use axum::http::Request;
use serde_json::json;
use tenants::roles::Role;
use tests::http::asking;
use tests::site::Site;
use tests::world::{Home, World};

use super::READ;

#[tokio::test]
async fn life_and_readiness_are_told_on_either_home() {
    for home in Home::all() {
        let site = Site::of(World::of(home, 2, 2, 1_000_000).await, |_| {}).await;
        let (alive, ready) = (site.client.get("/healthz").await, site.client.get("/readyz").await);
        assert_eq!((alive.status.as_u16(), alive.json()), (200, json!({ "status": "alive" })));
        assert_eq!((ready.status.as_u16(), ready.json()), (200, json!({ "status": "ready" })));
    }
}

/// The value of a series; none when it is not there.
fn value(text: &str, series: &str) -> Option<f64> {
    text.lines().find_map(|line| line.strip_prefix(series)?.trim().parse().ok())
}

#[tokio::test]
async fn requests_and_operations_are_counted_by_words_of_ours() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    site.client.ask(Some(&chief.token), READ).await;
    site.client.ask(Some(&chief.token), "{ nothingOfTheKind }").await;
    site.client.ask(None, READ).await;
    site.client.get("/households/13800138000?name=zhangwenjing").await;
    site.client.get("/13800138000.js").await;
    site.client.send(Request::builder().method("ZHANGWENJING").uri("/graphql"), "").await;
    site.client.send(asking(Some("huji_13800138000")), "{}").await;

    let answer = site.client.get("/metrics").await;
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let text = answer.text();
    for (series, counted) in [
        ("huji_graphql_operations_total{code=\"OK\",kind=\"query\"}", 1.0),
        ("huji_graphql_operations_total{code=\"UNAUTHENTICATED\",kind=\"query\"}", 1.0),
        ("huji_graphql_operations_total{code=\"VALIDATION_FAILED\",kind=\"refused\"}", 1.0),
        ("huji_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"200\"}", 2.0),
        ("huji_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"401\"}", 1.0),
        ("huji_http_requests_total{method=\"OTHER\",route=\"/graphql\",status=\"405\"}", 1.0),
        ("huji_http_requests_total{method=\"GET\",route=\"console\",status=\"404\"}", 1.0),
        ("huji_http_requests_open", 1.0),
        ("huji_graphql_documents_kept", 1.0),
    ] {
        assert!(value(&text, series) >= Some(counted), "{series}: {text}");
    }
    let lower = text.to_lowercase();
    for personal in ["13800138000", "zhangwenjing", "chief", &chief.token.to_lowercase(), "127.0.0.1"] {
        assert!(!lower.contains(personal), "{personal}: {text}");
    }
}

#[tokio::test]
async fn the_number_of_series_does_not_grow_with_what_is_sent() {
    let site = Site::new().await;
    let series = async || {
        let text = site.client.get("/metrics").await.text();
        text.lines().filter_map(|line| Some(line.rsplit_once(' ')?.0.to_owned())).collect::<BTreeSet<_>>()
    };
    let strange = async |number: usize| {
        site.client.send(Request::builder().method(format!("M{number}").as_str()).uri(format!("/p{number}")), "").await;
        site.client.get(&format!("/households/{number}")).await;
        site.client.ask(None, &format!("{{ f{number} }}")).await;
    };
    strange(0).await;
    let before = (series().await, series().await).1;
    for number in 1..20 {
        strange(number).await;
    }
    assert_eq!(series().await, before);
}
