//! Signing in and out by HTTP, the cookie, and what keeps another site from using it (SEC-01).

use axum::http::request::Builder;
use axum::http::{Request, header};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tenants::roles::Role;
use tenants::sessions::{ABSOLUTE, ATTEMPTS, IDLE};
use tests::http::{Answer, posting};
use tests::site::{Site, bare_cookie, with_cookie};

use super::{anonymous, refused};

const WHO: &str = r#"{"query":"{ viewer { login } }"}"#;

fn login(answer: &Answer) -> Value {
    answer.json()["data"]["viewer"]["login"].clone()
}

#[tokio::test]
async fn sec_01_two_factors_open_a_session_that_only_the_browser_can_read_and_signing_out_ends_it() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let alone = json!({ "login": "chief", "password": chief.password });
    assert_eq!(site.sign_in(&alone).await.outcome(), refused(401, "TOTP_REQUIRED"));
    let wrong = json!({ "login": "chief", "password": chief.password, "totp": "000000" });
    assert_eq!(site.sign_in(&wrong).await.outcome(), refused(401, "TOTP_WRONG"));

    let right = site.world.credentials(&chief);
    let opened = site.sign_in(&right).await;
    assert_eq!((opened.status.as_u16(), opened.json()), (200, json!({ "name": "测试员", "role": "STATION_CHIEF" })));
    let attributes: Vec<&str> = opened.header("set-cookie").split("; ").skip(1).collect();
    assert_eq!(attributes, ["Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=43200"]);
    assert!(!opened.text().contains(opened.cookie().split_once('=').unwrap().1), "the secret is in the cookie alone");
    assert_eq!(site.sign_in(&right).await.outcome(), refused(401, "TOTP_WRONG"), "a code counts once");

    let cookie = opened.cookie();
    assert_eq!(login(&site.client.send(with_cookie(&cookie), WHO).await), "chief");
    let out = Request::delete("/session").header(header::COOKIE, &cookie).header(gateway::session::GUARD, "1");
    let out = site.client.send(out, "").await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").starts_with("huji_session=; ") && out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(site.client.send(with_cookie(&cookie), WHO).await.outcome(), refused(401, "UNAUTHENTICATED"));
    let again = Request::delete("/session").header(header::COOKIE, &cookie).header(gateway::session::GUARD, "1");
    assert_eq!(site.client.send(again, "").await.status, 204, "who is out already is out");
}

#[tokio::test]
async fn sec_01_behind_tls_the_cookie_never_leaves_it() {
    let site = Site::set(|config| config.server.public_url = "https://huji.example".to_owned()).await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let opened = site.sign_in(&site.world.credentials(&chief)).await;
    assert!(opened.header("set-cookie").ends_with("; Secure"), "{}", opened.header("set-cookie"));
    let cookie = opened.cookie();
    let from = |origin: &str| with_cookie(&cookie).header(header::ORIGIN, origin.to_owned());
    assert_eq!(login(&site.client.send(from("https://huji.example"), WHO).await), "chief");
    for origin in [
        "http://huji.example",
        "https://huji.example.evil",
        "https://evil.huji.example",
        &format!("http://{}", site.address),
    ] {
        assert_eq!(site.client.send(from(origin), WHO).await.outcome(), refused(403, "CSRF"), "{origin}");
    }
}

#[tokio::test]
async fn sec_01_a_request_that_another_site_made_a_browser_send_is_refused() {
    let site = Site::new().await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let cookie = site.cookie(&registrar).await;
    let own = format!("http://{}", site.address);
    let open = json!({ "query": r#"mutation { openCaseFile(input: { kind: INCIDENT, title: "x" }) { caseFile { number } } }"# });
    let foreign: [(&str, Builder); 8] = [
        ("no header", bare_cookie(&cookie)),
        ("no header, own origin", bare_cookie(&cookie).header(header::ORIGIN, &own)),
        ("foreign origin", with_cookie(&cookie).header(header::ORIGIN, "http://evil.example")),
        ("a sandboxed page", with_cookie(&cookie).header(header::ORIGIN, "null")),
        ("another port", with_cookie(&cookie).header(header::ORIGIN, "http://127.0.0.1:1")),
        ("another scheme", with_cookie(&cookie).header(header::ORIGIN, own.replace("http:", "https:"))),
        ("cross-site", with_cookie(&cookie).header("sec-fetch-site", "cross-site")),
        ("same site, another host", with_cookie(&cookie).header("sec-fetch-site", "same-site")),
    ];
    let count = "{ precinct { caseFiles(first: 1) { totalCount } } }";
    let before = site.client.data(&registrar.token, count).await;
    for (how, request) in foreign {
        assert_eq!(site.client.send(request, open.to_string()).await.outcome(), refused(403, "CSRF"), "{how}");
    }
    assert_eq!(site.client.data(&registrar.token, count).await, before, "nothing was done");
    for request in [
        Request::get("/graphql?query=%7Bviewer%7Blogin%7D%7D").header(header::COOKIE, &cookie),
        Request::delete("/session").header(header::COOKIE, &cookie),
    ] {
        assert_eq!(site.client.send(request, "").await.outcome(), refused(403, "CSRF"));
    }
    for ours in [
        with_cookie(&cookie),
        with_cookie(&cookie).header(header::ORIGIN, &own).header("sec-fetch-site", "same-origin"),
    ] {
        assert_eq!(login(&site.client.send(ours, WHO).await), "registrar");
    }
}

#[tokio::test]
async fn sec_01_another_site_cannot_sign_its_visitor_in() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let body = site.world.credentials(&chief).to_string();
    let request = || posting("/session");
    for (name, value) in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")] {
        let answer = site.client.send(request().header(name, value), body.clone()).await;
        assert_eq!(answer.outcome(), refused(403, "CSRF"), "{name}");
    }
    let form = Request::post("/session").header(header::CONTENT_TYPE, "text/plain");
    assert_eq!(site.client.send(form, body.clone()).await.outcome(), refused(415, "UNSUPPORTED_MEDIA_TYPE"));
    assert_eq!(site.client.send(request(), body).await.status, 200, "the code was not used up by them");
}

#[tokio::test]
async fn sec_01_the_fifth_failure_locks_and_an_unknown_login_reads_the_same() {
    let site = Site::set(|config| config.limits.stranger_points_per_minute = 0).await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..=ATTEMPTS {
        for (login, answers) in [("chief", &mut known), ("nobody.here", &mut unknown)] {
            let attempt = json!({ "login": login, "password": "wrong horse battery" });
            answers.push(site.sign_in(&attempt).await);
        }
    }
    let outcomes: Vec<_> = known.iter().map(Answer::outcome).collect();
    assert!(outcomes[..5].iter().all(|outcome| *outcome == refused(401, "BAD_CREDENTIALS")), "{outcomes:?}");
    assert_eq!(outcomes[5], refused(401, "LOCKED"));
    for (one, other) in known.iter().zip(&unknown) {
        assert_eq!((one.status, anonymous(one)), (other.status, anonymous(other)), "PRV-24");
    }
    let right = site.sign_in(&site.world.credentials(&chief)).await;
    assert_eq!(right.outcome(), refused(401, "LOCKED"));
    assert!(right.header("set-cookie").is_empty());
}

#[tokio::test]
async fn sec_01_a_session_ends_when_unused_and_when_old_and_the_answer_is_401() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let cookie = site.cookie(&chief).await;
    site.world.clock.advance(IDLE - TimeDelta::seconds(1));
    assert_eq!(login(&site.client.send(with_cookie(&cookie), WHO).await), "chief");
    let idle = site.cookie(&chief).await;
    site.world.clock.advance(IDLE);
    assert_eq!(site.client.send(with_cookie(&idle), WHO).await.outcome(), refused(401, "UNAUTHENTICATED"));
    let old = site.cookie(&chief).await;
    site.world.clock.advance(ABSOLUTE);
    assert_eq!(site.client.send(with_cookie(&old), WHO).await.outcome(), refused(401, "UNAUTHENTICATED"));
}

#[tokio::test]
async fn prv_26_a_body_that_is_no_sign_in_is_refused_and_its_password_not_repeated() {
    let site = Site::new().await;
    let long = json!({ "login": "chief", "password": "hunter2".repeat(2_000) }).to_string();
    for body in [
        "hunter2",
        "{\"password\":\"hunter2\"}",
        "{\"login\":\"chief\",\"password\":[\"hunter2\"]}",
        "{\"login\":\"chief\",\"password\":\"hunter2\",\"terminal\":\"hunter2\"}",
        "[\"chief\",\"hunter2\"",
        "",
    ] {
        let request = posting("/session");
        let answer = site.client.send(request, body.to_owned()).await;
        assert_eq!(answer.outcome(), refused(400, "BAD_INPUT"), "{body}");
        assert!(!answer.text().contains("hunter2"), "{}", answer.text());
    }
    let request = posting("/session");
    assert_eq!(site.client.send(request, long).await.outcome(), refused(413, "DOCUMENT_TOO_LARGE"));
}
