//! What every answer says about itself: its request's id, and to a browser what it may do with it.

use axum::http::{Request, header};
use serde_json::json;
use tenants::roles::Role;
use tests::http::{Answer, asking};
use tests::site::Site;

use super::READ;

/// One answer of each kind.
async fn answers(site: &Site) -> Vec<(&'static str, Answer)> {
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let client = &site.client;
    let bad_token = asking(None).header(header::AUTHORIZATION, "Bearer huji_nothing");
    vec![
        ("data", client.ask(Some(&chief.token), READ).await),
        ("a refused document", client.ask(None, "{").await),
        ("a refused body", client.send(asking(None), "{").await),
        ("nobody's token", client.send(bad_token, r#"{"query":"{ __typename }"}"#).await),
        ("a refused sign-in", site.sign_in(&json!({ "login": "chief", "password": "wrong horse battery" })).await),
        ("a sign-in", site.sign_in(&site.world.credentials(&chief)).await),
        ("another method", client.send(Request::put("/graphql"), "").await),
        ("another method of a file", client.send(Request::put("/schema.graphql"), "").await),
        ("nothing there", client.get("/nothing.js").await),
        ("a file", client.get("/schema.graphql").await),
        ("a page", client.get("/").await),
        ("the explorer", client.get("/explorer").await),
        ("life", client.get("/healthz").await),
        ("counts", client.get("/metrics").await),
    ]
}

#[tokio::test]
async fn every_answer_tells_a_browser_to_trust_nothing_but_us() {
    let site = Site::new().await;
    for (what, answer) in answers(&site).await {
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self';",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{what}: {policy}");
        }
        assert!(!policy.contains("unsafe-eval") && !policy.contains("http"), "{what}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("strict-transport-security", ""),
            ("access-control-allow-origin", ""),
            ("server", ""),
        ] {
            assert_eq!(answer.header(name), value, "{what}: {name}");
        }
        let kept = if ["a file", "a page", "the explorer"].contains(&what) && answer.status == 200 {
            "no-cache"
        } else {
            "no-store"
        };
        assert_eq!(answer.header("cache-control"), kept, "{what}");
        assert!(!answer.header("content-type").is_empty(), "{what}");
    }
}

#[tokio::test]
async fn behind_tls_a_browser_is_told_to_stay_there() {
    let site = Site::set(|config| config.server.public_url = "https://huji.example".to_owned()).await;
    for path in ["/healthz", "/graphql", "/nothing.js"] {
        let answer = site.client.get(path).await;
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{path}");
    }
}

#[tokio::test]
async fn every_answer_has_an_id_of_ours_and_every_error_repeats_it() {
    let site = Site::new().await;
    let mut seen = std::collections::BTreeSet::new();
    for (what, answer) in answers(&site).await {
        let id = answer.header("x-request-id").to_owned();
        assert_eq!(uuid::Uuid::parse_str(&id).map(|id| id.get_version_num()), Ok(7), "{what}: {id}");
        assert!(seen.insert(id.clone()), "{what}: the id of another request");
        if answer.header("content-type").contains("json") && what != "a sign-in" && what != "life" {
            let body = answer.json();
            let repeated =
                [&body["requestId"], &body["extensions"]["requestId"], &body["errors"][0]["extensions"]["requestId"]];
            assert!(repeated.iter().any(|told| told.as_str() == Some(&id)), "{what}: {body:#}");
        }
    }
}

#[tokio::test]
async fn prv_26_a_callers_own_request_id_goes_nowhere() {
    let site = Site::new().await;
    for name in ["x-request-id", "x-correlation-id", "traceparent"] {
        let request = asking(None).header(name, "00-13800138000-1-01");
        let answer = site.client.send(request, r#"{"query":"{ __typename }"}"#).await;
        assert!(!format!("{answer:?}{}", answer.text()).contains("13800138000"), "{answer:?}");
    }
}

#[tokio::test]
async fn prv_24_only_what_is_the_same_for_everybody_is_compressed() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let gzip = |request: axum::http::request::Builder| request.header(header::ACCEPT_ENCODING, "gzip, br");
    let file = site.client.send(gzip(Request::get("/schema.graphql")), "").await;
    assert_eq!((file.status.as_u16(), file.header("content-encoding")), (200, "gzip"));
    assert!(file.header("vary").contains("accept-encoding"), "{}", file.header("vary"));
    let large = json!({ "query": "{ precinct { households(first: 20) { nodes { number headName address } } } }" });
    let data = site.client.send(gzip(asking(Some(&chief.token))), large.to_string()).await;
    assert!(data.body.len() > 1_000, "large enough to be worth it");
    assert_eq!((data.status.as_u16(), data.header("content-encoding")), (200, ""));
    let counts = site.client.send(gzip(Request::get("/metrics")), "").await;
    assert_eq!(counts.header("content-encoding"), "");
}
