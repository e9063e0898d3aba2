//! The residents' door by HTTP: what is read first, the code, the cookie, and answers that are the same for everybody (PRV-24).

use axum::http::{Request, header};
use serde_json::{Value, json};
use tests::http::{Answer, posting};
use tests::mailbox::Mailbox;
use tests::site::{Site, with_cookie};
use tests::world::{Home, World};

const PHONE: &str = "10088000001";

async fn site() -> (Site, Mailbox) {
    let mailbox = Mailbox::default();
    let world = World::of(Home::Sqlite, 2, 20, 1_000_000).await;
    (Site::sending(world, |config| config.limits.stranger_points_per_minute = 0, mailbox.clone()).await, mailbox)
}

async fn post(site: &Site, path: &str, body: &Value) -> Answer {
    site.client.send(posting(path), body.to_string()).await
}

/// The answer's body without the request's id.
fn told(answer: &Answer) -> (u16, String) {
    let id = answer.header("x-request-id");
    (answer.status.as_u16(), answer.text().replace(id, "…"))
}

#[tokio::test]
async fn prv_28_sec_01_a_resident_comes_in_by_reading_choosing_and_typing_a_code() {
    let (site, mailbox) = site().await;
    let welcome = site.client.get("/residents/welcome").await.json();
    assert_eq!(welcome["notice"]["version"], 1);
    assert!(welcome["notice"]["textZh"].as_str().unwrap().contains("个人信息保护法"));
    let station = welcome["stations"][0]["code"].clone();

    let asked = post(&site, "/residents/code", &json!({ "phone": PHONE })).await;
    assert_eq!((asked.status.as_u16(), asked.json()), (202, json!({ "expiresInSeconds": 300, "againInSeconds": 60 })));
    let text = mailbox.next().await;
    assert_eq!(text.phone, PHONE);
    let mut credentials = json!({ "phone": PHONE, "code": text.code });
    assert_eq!(post(&site, "/residents/session", &credentials).await.outcome(), (401, "NOTICE_REQUIRED".to_owned()));
    credentials["notice"] = 1.into();
    assert_eq!(post(&site, "/residents/session", &credentials).await.outcome(), (401, "STATION_REQUIRED".to_owned()));
    credentials["station"] = station;
    let opened = post(&site, "/residents/session", &credentials).await;
    assert_eq!((opened.status.as_u16(), opened.json()), (200, json!({ "name": "居民", "role": "RESIDENT" })));
    assert!(opened.header("set-cookie").contains("HttpOnly; SameSite=Strict"));
    assert_eq!(post(&site, "/residents/session", &credentials).await.outcome(), (401, "CODE_WRONG".to_owned()));

    let me = site
        .client
        .send(
            with_cookie(&opened.cookie()),
            r#"{"query":"{ me { phone standing precinct { name } } viewer { role } }"}"#,
        )
        .await;
    let me = me.json()["data"].clone();
    assert_eq!(
        (&me["me"]["phone"], &me["me"]["standing"], &me["viewer"]["role"]),
        (&"100****0001".into(), &"UNKNOWN".into(), &"RESIDENT".into())
    );
    let out = Request::delete("/session").header(header::COOKIE, opened.cookie()).header(gateway::session::GUARD, "1");
    assert_eq!(site.client.send(out, "").await.status, 204);
}

#[tokio::test]
async fn prv_24_the_answer_is_the_same_whether_a_number_is_known_unknown_or_has_had_its_codes() {
    let (site, mailbox) = site().await;
    super::resident(&site.world, PHONE, 0).await;
    site.world.clock.advance(tenants::residents::BETWEEN);
    let (known, unknown) = (json!({ "phone": PHONE }), json!({ "phone": "10088000002" }));
    let first = told(&post(&site, "/residents/code", &known).await);
    assert_eq!(first, told(&post(&site, "/residents/code", &unknown).await));
    assert_eq!(
        first,
        told(&post(&site, "/residents/code", &known).await),
        "a second one within the minute is not sent"
    );
    let sent = [mailbox.next().await, mailbox.next().await];
    assert!(sent.iter().any(|text| text.phone == PHONE) && mailbox.is_empty());
    let wrong = |phone: &str| json!({ "phone": phone, "code": "abcdef", "notice": 1 });
    let refused = told(&post(&site, "/residents/session", &wrong(PHONE)).await);
    assert_eq!(refused, told(&post(&site, "/residents/session", &wrong("10088000002")).await));
    assert_eq!(refused, told(&post(&site, "/residents/session", &wrong("10088000003")).await), "no code was ever sent");
}

#[tokio::test]
async fn sec_01_prv_26_what_is_no_request_of_ours_is_refused_and_not_repeated() {
    let (site, mailbox) = site().await;
    for body in ["10088000001", "{\"phone\":10088000001}", "[]", ""] {
        let answer = site.client.send(posting("/residents/code"), body.to_owned()).await;
        assert_eq!(answer.outcome(), (400, "BAD_INPUT".to_owned()), "{body}");
        assert!(!answer.text().contains("10088000001"), "{}", answer.text());
    }
    let short = post(&site, "/residents/code", &json!({ "phone": "1008800" })).await;
    assert_eq!(short.outcome(), (400, "PHONE".to_owned()));
    assert!(!short.text().contains("1008800"));
    let foreign = posting("/residents/code").header("origin", "http://evil.example");
    let foreign = site.client.send(foreign, json!({ "phone": PHONE }).to_string()).await;
    assert_eq!(foreign.outcome(), (403, "CSRF".to_owned()));
    assert_eq!(site.client.send(Request::get("/residents/code"), "").await.status, 405);
    assert!(mailbox.is_empty());
    let staff = json!({ "login": "x", "password": "y", "terminal": "PHONE" });
    assert_eq!(site.sign_in(&staff).await.outcome(), (400, "BAD_INPUT".to_owned()), "a class of terminal of residents");
    let unset = Site::new().await;
    assert_eq!(
        post(&unset, "/residents/code", &json!({ "phone": PHONE })).await.outcome(),
        (503, "UNAVAILABLE".to_owned())
    );
}

/// A relay that answers one request with a status, and hands over what it was sent.
async fn relay(status: &'static str) -> (String, tokio::task::JoinHandle<String>) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/sms", listener.local_addr().unwrap());
    let heard = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        while !String::from_utf8_lossy(&heard).contains('}') {
            let mut part = [0; 1024];
            let read = socket.read(&mut part).await.unwrap();
            heard.extend_from_slice(&part[..read]);
        }
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        socket.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(heard).unwrap()
    });
    (url, heard)
}

#[tokio::test]
async fn a_code_is_posted_to_the_relay_and_a_failure_names_neither_number_nor_code() {
    use gateway::sender::{Hook, Sender as _};
    let text = || tenants::residents::Text { phone: PHONE.to_owned(), code: "123456".to_owned() };
    let (url, heard) = relay("204 No Content").await;
    assert_eq!(Hook::new(&url).unwrap().send(text()).await, Ok(()));
    let heard = heard.await.unwrap();
    assert!(heard.starts_with("POST /sms HTTP/1.1"), "{heard}");
    let body: Value = serde_json::from_str(heard.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(body, json!({ "phone": PHONE, "code": "123456", "minutes": 5 }));
    let (url, heard) = relay("500 Broken").await;
    let failure = Hook::new(&url).unwrap().send(text()).await.unwrap_err().to_string();
    heard.await.unwrap();
    assert!(failure.contains("500") && !failure.contains(PHONE) && !failure.contains("123456"), "{failure}");
    let gone = Hook::new("http://127.0.0.1:1/sms").unwrap().send(text()).await.unwrap_err().to_string();
    assert!(!gone.contains(PHONE) && !gone.contains("123456"), "{gone}");
}
