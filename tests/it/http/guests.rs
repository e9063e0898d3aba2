//! Bearer tokens that are not, or no longer, good: whoever shows one is nobody, and is told so.

use std::time::Duration;

use axum::http::header;
use chrono::TimeDelta;
use tenants::roles::Role;
use tests::http::asking;
use tests::site::{Site, with_cookie};

use super::{anonymous, refused};

/// What nobody may ask as well, so that only the credentials can be at fault.
const PUBLIC: &str = r#"{"query":"{ __typename }"}"#;

#[tokio::test]
async fn prv_23_whatever_is_no_valid_token_is_refused_alike() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let cookie = site.cookie(&chief).await;
    let secret = cookie.split_once('=').unwrap().1;
    let mut forged = chief.token.clone();
    forged.replace_range(5..6, if forged.as_bytes()[5] == b'A' { "B" } else { "A" });
    let credentials = [
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        "Bearer huji_".to_owned(),
        format!("Bearer {forged}"),
        format!("Bearer {} x", chief.token),
        format!("Bearer {secret}"),
        format!("Basic {}", chief.token),
        format!("Token {}", chief.token),
        chief.token.clone(),
        format!("Bearer {}", "huji_".repeat(1_000)),
        "Bearer ' OR 1=1 --".to_owned(),
    ];
    let mut bodies = std::collections::BTreeSet::new();
    for credential in credentials {
        let answer = site.client.send(asking(None).header(header::AUTHORIZATION, &credential), PUBLIC).await;
        assert_eq!(answer.outcome(), refused(401, "UNAUTHENTICATED"), "{credential}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        bodies.insert(anonymous(&answer));
    }
    assert_eq!(bodies.len(), 1, "they are told apart: {bodies:?}");
    let good = asking(None).header(header::AUTHORIZATION, format!("bearer  {}", chief.token));
    assert_eq!(site.client.send(good, PUBLIC).await.status, 200, "the scheme's case does not matter");
    let cookies = with_cookie("huji_session=nothing").header(header::AUTHORIZATION, format!("Bearer {forged}"));
    assert_eq!(site.client.send(cookies, PUBLIC).await.outcome(), refused(401, "UNAUTHENTICATED"));
    let as_cookie = with_cookie(&format!("huji_session={}", chief.token));
    assert_eq!(site.client.send(as_cookie, PUBLIC).await.outcome(), refused(401, "UNAUTHENTICATED"));
}

#[tokio::test]
async fn prv_23_a_revoked_and_an_expired_token_are_nobodys() {
    let site = Site::new().await;
    let (chief, registrar) =
        (site.world.hire("chief", Role::StationChief, 0).await, site.world.hire("registrar", Role::Registrar, 0).await);
    let ask = async |token: &str| site.client.send(asking(Some(token)), PUBLIC).await.outcome();
    assert_eq!(ask(&chief.token).await, refused(200, ""));
    let desk = site.world.desk(site.world.precinct(0)).await;
    let token = desk.tokens().await.unwrap().into_iter().find(|token| token.name == "chief").unwrap();
    desk.revoke_token(token.id).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(ask(&chief.token).await, refused(401, "UNAUTHENTICATED"));
    assert_eq!(ask(&registrar.token).await, refused(200, ""));
    site.world.clock.advance(TimeDelta::days(90));
    assert_eq!(ask(&registrar.token).await, refused(401, "UNAUTHENTICATED"), "also while it is remembered");
}

#[tokio::test]
async fn whoever_is_nobody_reads_nothing() {
    let site = Site::new().await;
    for document in [
        "{ viewer { login } }",
        "{ precinct { name } }",
        "{ district { name } }",
        "{ codeSet(name: \"sex\") { name } }",
        "mutation { closeCaseFile(input: { caseFileId: \"x\", expectedVersion: 1 }) { userErrors { code } } }",
    ] {
        let answer = site.client.ask(None, document).await;
        assert_eq!(answer.outcome(), refused(200, "UNAUTHENTICATED"), "{document}: {}", answer.text());
        assert!(answer.json()["data"].is_null(), "{document}: {}", answer.text());
    }
}
