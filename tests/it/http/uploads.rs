//! Files over HTTP: a link is good for its account, for its purpose and for its minutes (L22); an upload goes on where it broke off.

use axum::http::request::Builder;
use axum::http::{Request, header};
use chrono::TimeDelta;
use serde_json::Value;
use tenants::roles::Role;
use tests::http::Answer;
use tests::owner;
use tests::papers::{SECRET, holds, pdf, photo};
use tests::people::Person;
use tests::site::Site;
use tokio::io::AsyncWriteExt as _;

use super::{anonymous, refused};

struct Window {
    site: Site,
    registrar: Person,
    case: String,
}

async fn window() -> Window {
    let site = Site::set(|config| config.limits.member_points_per_minute = 0).await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let opened = "mutation { openCaseFile(input: { kind: APPLICATION, title: \"papers\" }) { caseFile { number } } }";
    let case = site.client.data(&registrar.token, opened).await["openCaseFile"]["caseFile"]["number"]
        .as_str()
        .unwrap()
        .to_owned();
    Window { site, registrar, case }
}

fn by(request: Builder, token: &str) -> Builder {
    request.header(header::AUTHORIZATION, format!("Bearer {token}"))
}

impl Window {
    /// An announced document: its id and its link.
    async fn announced(&self, size: usize) -> (String, String) {
        let document = format!(
            "mutation {{ prepareUpload(input: {{ kind: \"ID_CARD\", size: {size}, caseRef: \"{}\" }}) {{ document {{ id }} link {{ url }} }} }}",
            self.case
        );
        let data = self.site.client.data(&self.registrar.token, &document).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        (text(&data["prepareUpload"]["document"]["id"]), text(&data["prepareUpload"]["link"]["url"]))
    }

    async fn put(&self, token: &str, url: &str, offset: usize, bytes: &[u8]) -> Answer {
        let request = by(Request::put(url), token).header("upload-offset", offset.to_string());
        self.site.client.send(request, bytes.to_vec()).await
    }

    async fn offset(&self, url: &str) -> String {
        let answer = self.site.client.send(by(Request::head(url), &self.registrar.token), "").await;
        assert_eq!(answer.status, 204);
        answer.header("upload-offset").to_owned()
    }

    async fn complete(&self, id: &str) -> Value {
        let document = format!(
            "mutation {{ completeUpload(input: {{ documentId: \"{id}\", expectedVersion: 1 }}) {{ document {{ state number mediaType size }} userErrors {{ code }} }} }}"
        );
        self.site.client.data(&self.registrar.token, &document).await["completeUpload"].take()
    }

    async fn link(&self, id: &str, part: &str) -> String {
        let document = format!(
            "mutation {{ openDocument(input: {{ documentId: \"{id}\", part: {part}, purpose: REGISTER_SERVICE }}) {{ link {{ url }} userErrors {{ code }} }} }}"
        );
        let data = self.site.client.data(&self.registrar.token, &document).await;
        data["openDocument"]["link"]["url"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned()
    }

    /// A document that was taken.
    async fn taken(&self, bytes: &[u8]) -> String {
        let (id, url) = self.announced(bytes.len()).await;
        assert_eq!(self.put(&self.registrar.token, &url, 0, bytes).await.status, 204);
        assert_eq!(self.complete(&id).await["document"]["state"], "READY");
        id
    }

    async fn get(&self, token: &str, url: &str) -> Answer {
        self.site.client.send(by(Request::get(url), token), "").await
    }
}

#[tokio::test]
async fn an_upload_goes_on_where_its_line_was_cut() {
    let window = window().await;
    let (token, file) = (&window.registrar.token, photo());
    let (id, url) = window.announced(file.len()).await;
    assert_eq!(window.offset(&url).await, "0");
    let answer = window.put(token, &url, 0, &file[..70_000]).await;
    assert_eq!((answer.status.as_u16(), answer.header("upload-offset")), (204, "70000"));
    // The next part breaks off half-way: nothing of it is kept.
    let mut line = tokio::net::TcpStream::connect(window.site.address).await.unwrap();
    let head = format!(
        "PUT {url} HTTP/1.1\r\nHost: huji\r\nAuthorization: Bearer {token}\r\nUpload-Offset: 70000\r\nContent-Length: {}\r\n\r\n",
        file.len() - 70_000
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&file[70_000..100_000]).await.unwrap();
    line.shutdown().await.unwrap();
    drop(line);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(window.offset(&url).await, "70000");
    assert_eq!(window.put(token, &url, 100_000, &file[100_000..]).await.outcome(), refused(409, "UPLOAD_OFFSET"));
    assert_eq!(window.put(token, &url, 70_000, &file[70_000..70_010]).await.outcome(), refused(400, "UPLOAD_PART"));
    let too_much = [&file[70_000..], b"more"].concat();
    assert_eq!(window.put(token, &url, 70_000, &too_much).await.outcome(), refused(413, "UPLOAD_SIZE"));
    assert_eq!(window.put(token, &url, 70_000, &file[70_000..]).await.status, 204);
    let done = window.complete(&id).await;
    assert_eq!((&done["document"]["state"], &done["document"]["mediaType"]), (&"READY".into(), &"image/jpeg".into()));
    assert_eq!(window.put(token, &url, 0, &file).await.outcome(), refused(409, "UPLOAD_OVER"));
    let kept = window.get(token, &window.link(&id, "CONTENT").await).await;
    assert!(kept.status == 200 && !holds(&kept.body, SECRET));
}

#[tokio::test]
async fn a_part_says_where_it_begins_and_is_no_larger_than_can_be_held() {
    let window = window().await;
    let (_, url) = window.announced(6 << 20).await;
    let bare = window.site.client.send(by(Request::put(&url), &window.registrar.token), "x").await;
    assert_eq!(bare.outcome(), refused(400, "BAD_INPUT"));
    let large = window.put(&window.registrar.token, &url, 0, &vec![0; (4 << 20) + 1]).await;
    assert_eq!(large.status, 413);
    assert_eq!(window.offset(&url).await, "0");
    let posted = window.site.client.send(by(Request::post(&url), &window.registrar.token), "").await;
    assert_eq!(posted.outcome(), refused(405, "METHOD_NOT_ALLOWED"));
}

#[tokio::test]
async fn l22_foreign_forged_and_wrong_links_are_one_answer_and_an_old_one_says_so() {
    let window = window().await;
    let colleague = window.site.world.hire("colleague", Role::Registrar, 0).await;
    let neighbour = window.site.world.hire("neighbour", Role::Registrar, 1).await;
    let id = window.taken(&pdf()).await;
    let url = window.link(&id, "CONTENT").await;
    let (_, upload) = window.announced(10).await;
    let nothing = window.get(&window.registrar.token, "/files/nothing").await;
    assert_eq!(nothing.outcome(), refused(404, "NOT_FOUND"));
    let nothing = anonymous(&nothing);
    let forged = |at: usize| {
        let mut letters: Vec<char> = url.chars().collect();
        letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
        letters.into_iter().collect::<String>()
    };
    let mut strange = vec![
        (&colleague.token, url.clone()),
        (&neighbour.token, url.clone()),
        (&window.registrar.token, upload.clone()),
    ];
    strange.extend([8, 40, 90, url.len() - 8].map(|at| (&window.registrar.token, forged(at))));
    for (token, url) in strange {
        let answer = window.get(token, &url).await;
        assert_eq!((answer.status.as_u16(), anonymous(&answer)), (404, nothing.clone()), "{url}");
    }
    for (token, url) in [(&colleague.token, &upload), (&window.registrar.token, &url)] {
        let answer = window.put(token, url, 0, b"0123456789").await;
        assert_eq!((answer.status.as_u16(), anonymous(&answer)), (404, nothing.clone()), "{url}");
    }
    assert_eq!(window.site.client.get(&url).await.outcome(), refused(401, "UNAUTHENTICATED"));
    assert_eq!(window.get(&window.registrar.token, &url).await.status, 200);
    window.site.world.clock.advance(TimeDelta::minutes(6));
    assert_eq!(window.get(&window.registrar.token, &url).await.outcome(), refused(410, "LINK_EXPIRED"));
    assert_eq!(anonymous(&window.get(&colleague.token, &url).await), nothing, "to others it never was");
    window.site.world.clock.advance(TimeDelta::hours(1));
    let late = window.put(&window.registrar.token, &upload, 0, b"0123456789").await;
    assert_eq!(late.outcome(), refused(410, "LINK_EXPIRED"));
}

#[tokio::test]
async fn l22_what_is_opened_is_an_attachment_that_nobody_keeps_and_each_opening_is_an_entry() {
    let window = window().await;
    let id = window.taken(&photo()).await;
    let url = window.link(&id, "CONTENT").await;
    for _ in 0..2 {
        let answer = window.get(&window.registrar.token, &url).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert_eq!(answer.header("content-length"), answer.body.len().to_string());
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let name = answer.header("content-disposition");
        assert!(name.starts_with("attachment; filename=\"CL2026") && name.ends_with(".jpg\""), "{name}");
    }
    let ranged = by(Request::get(&url), &window.registrar.token).header(header::RANGE, "bytes=0-9");
    assert_eq!(window.site.client.send(ranged, "").await.status, 200, "whole or not at all");
    let small = window.get(&window.registrar.token, &window.link(&id, "PREVIEW").await).await;
    assert_eq!((small.status.as_u16(), small.header("content-type")), (200, "image/jpeg"));
    let sql = "SELECT function FROM audit_entry WHERE function = 'documentContent' AND result = 'OK'";
    assert_eq!(owner::texts(&window.site.world.owner_url, sql).await.len(), 4);
}

#[tokio::test]
async fn a_browser_opens_a_link_with_its_cookie_and_another_site_cannot_make_it() {
    let window = window().await;
    let cookie = window.site.cookie(&window.registrar).await;
    let (id, url) = window.announced(pdf().len()).await;
    let sent = Request::put(&url)
        .header(header::COOKIE, &cookie)
        .header("upload-offset", "0")
        .header("sec-fetch-site", "same-origin");
    assert_eq!(window.site.client.send(sent, pdf()).await.status, 204);
    assert_eq!(window.complete(&id).await["document"]["state"], "READY");
    let url = window.link(&id, "CONTENT").await;
    let with = |site: &str| Request::get(&url).header(header::COOKIE, &cookie).header("sec-fetch-site", site);
    assert_eq!(window.site.client.send(with("same-origin"), "").await.status, 200);
    assert_eq!(window.site.client.send(with("cross-site"), "").await.outcome(), refused(403, "CSRF"));
}
