//! A resident's uploads over HTTP: by the cookie of his own telephone, through the same links as everybody's (L22).

use axum::http::request::Builder;
use axum::http::{Request, header};
use serde_json::{Value, json};
use tests::http::posting;
use tests::ledger::{Known, Ledger};
use tests::mailbox::Mailbox;
use tests::papers::{SECRET, holds, photo};
use tests::site::{Site, with_cookie};
use tests::world::{Home, World};

use super::super::{ADULT, bind, station};

/// The cookie of somebody who came in by telephone and said who he is.
async fn cookie(site: &Site, mailbox: &Mailbox, known: &Known) -> String {
    let phone = known.phone.clone().unwrap();
    site.client.send(posting("/residents/code"), json!({ "phone": phone }).to_string()).await;
    let code = mailbox.next().await.code;
    let credentials = json!({ "phone": phone, "code": code, "notice": 1, "station": station(&site.world, 0).await });
    let opened = site.client.send(posting("/residents/session"), credentials.to_string()).await;
    assert_eq!(opened.status, 200, "{}", opened.text());
    let cookie = opened.cookie();
    let linked = ask(site, &cookie, &bind(&known.name, known.number.as_deref().unwrap())).await;
    assert_eq!(linked["bindMyself"]["standing"], "LINKED");
    cookie
}

async fn ask(site: &Site, cookie: &str, document: &str) -> Value {
    let body = json!({ "query": document }).to_string();
    site.client.send(with_cookie(cookie), body).await.json()["data"].clone()
}

fn by(request: Builder, cookie: &str) -> Builder {
    request.header(header::COOKIE, cookie).header("sec-fetch-site", "same-origin")
}

#[tokio::test]
async fn l22_a_resident_uploads_in_parts_and_looks_by_his_own_cookie_alone() {
    let mailbox = Mailbox::default();
    let world = World::of(Home::Sqlite, 2, 24, 1_000_000).await;
    let people = Ledger::of(&world).await.persons(0, ADULT).await;
    let free = |config: &mut gateway::Config| {
        config.limits.stranger_points_per_minute = 0;
        config.limits.member_points_per_minute = 0;
    };
    let site = Site::sending(world, free, mailbox.clone()).await;
    let (mine, other) = (cookie(&site, &mailbox, &people[0]).await, cookie(&site, &mailbox, &people[1]).await);
    let draft = "mutation { saveMyDraft(input: { typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\"] }) { application { id } } }";
    let draft = ask(&site, &mine, draft).await["saveMyDraft"]["application"]["id"].clone();
    let file = photo();
    let prepare = format!(
        "mutation {{ prepareMyPaper(input: {{ applicationId: {draft}, code: \"BOOKLET\", size: {} }}) {{ upload {{ id }} link {{ url }} }} }}",
        file.len()
    );
    let prepared = ask(&site, &mine, &prepare).await["prepareMyPaper"].clone();
    let (id, url) = (&prepared["upload"]["id"], prepared["link"]["url"].as_str().unwrap());
    let put = async |cookie: &str, from: usize, to: usize| {
        let request = by(Request::put(url), cookie).header("upload-offset", from.to_string());
        site.client.send(request, file[from..to].to_vec()).await.status.as_u16()
    };
    assert_eq!(put(&other, 0, 70_000).await, 404, "a link is its account's");
    assert_eq!(put(&mine, 0, 70_000).await, 204);
    let arrived = site.client.send(by(Request::head(url), &mine), "").await;
    assert_eq!((arrived.status.as_u16(), arrived.header("upload-offset")), (204, "70000"));
    assert_eq!(put(&mine, 70_000, file.len()).await, 204);
    let complete = format!(
        "mutation {{ completeMyPaper(input: {{ uploadId: {id}, expectedVersion: 1 }}) {{ upload {{ state hasPreview }} }} }}"
    );
    let done = ask(&site, &mine, &complete).await["completeMyPaper"]["upload"].clone();
    assert_eq!(done, json!({ "state": "READY", "hasPreview": true }));
    let open = format!("mutation {{ openMyPaper(input: {{ uploadId: {id}, part: CONTENT }}) {{ link {{ url }} }} }}");
    let opened = ask(&site, &mine, &open).await["openMyPaper"]["link"]["url"].clone();
    let kept = site.client.send(by(Request::get(opened.as_str().unwrap()), &mine), "").await;
    assert!(kept.status == 200 && !holds(&kept.body, SECRET), "his own scan, without what the camera said");
    assert_eq!(site.client.send(by(Request::get(opened.as_str().unwrap()), &other), "").await.status, 404);
    assert!(ask(&site, &other, &open).await["openMyPaper"].is_null());
}
