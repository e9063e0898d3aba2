//! GraphQL over HTTP to the letter: media types, methods, bodies and parameters.

use axum::http::{Request, header};
use serde_json::json;
use tenants::roles::Role;
use tests::http::{Answer, GRAPHQL, asking};
use tests::site::Site;

use super::{READ, refused};

const JSON: &str = "application/json";

async fn posted(site: &Site, accept: Option<&str>, kind: Option<&str>, body: &str) -> Answer {
    let mut request = Request::post("/graphql");
    for (name, value) in [(header::ACCEPT, accept), (header::CONTENT_TYPE, kind)] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    site.client.send(request, body.to_owned()).await
}

#[tokio::test]
async fn an_answer_is_of_the_type_asked_for_and_its_status_follows_the_type() {
    let site = Site::new().await;
    let (good, bad) = (r#"{"query":"{ __typename }"}"#, r#"{"query":"{ nothingOfTheKind }"}"#);
    for (accept, kind, status_of_bad) in [
        (Some(GRAPHQL), GRAPHQL, 400),
        (Some("application/json, application/graphql-response+json"), GRAPHQL, 400),
        (Some(JSON), JSON, 200),
        (Some("*/*"), JSON, 200),
        (None, JSON, 200),
    ] {
        let answer = posted(&site, accept, Some(JSON), good).await;
        assert_eq!((answer.status.as_u16(), answer.json()["data"]["__typename"].as_str()), (200, Some("Query")));
        assert_eq!(answer.header("content-type"), format!("{kind}; charset=utf-8"), "{accept:?}");
        assert_eq!(answer.header("vary"), "accept");
        let answer = posted(&site, accept, Some(JSON), bad).await;
        assert_eq!(answer.outcome(), refused(status_of_bad, "VALIDATION_FAILED"), "{accept:?}");
        assert!(answer.json().get("data").is_none(), "nothing was executed: {}", answer.text());
    }
    let none = posted(&site, Some("text/html"), Some(JSON), good).await;
    assert_eq!(none.outcome(), refused(406, "NOT_ACCEPTABLE"));
}

#[tokio::test]
async fn prv_24_a_body_of_another_type_is_not_read() {
    let site = Site::new().await;
    let good = r#"{"query":"{ __typename }"}"#;
    let json = [Some("application/json"), Some("application/json; charset=UTF-8")];
    for kind in json {
        assert_eq!(posted(&site, None, kind, good).await.status, 200, "{kind:?}");
    }
    let others = [
        None,
        Some("text/plain"),
        Some("application/graphql"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("application/json; charset=gbk"),
    ];
    for kind in others {
        assert_eq!(posted(&site, None, kind, good).await.outcome(), refused(415, "UNSUPPORTED_MEDIA_TYPE"), "{kind:?}");
    }
}

#[tokio::test]
async fn prv_26_a_body_that_cannot_be_used_is_refused_and_not_repeated() {
    let site = Site::new().await;
    let bodies: [&[u8]; 15] = [
        b"",
        b"{",
        b"\"13800138000\"",
        b"null",
        b"13800138000",
        b"{\"query\":",
        b"{\"query\":\"{ __typename }\"} 13800138000",
        b"{\"query\":13800138000}",
        b"{\"query\":null}",
        b"{\"id\":\"13800138000\"}",
        b"{\"query\":\"{ __typename }\",\"variables\":[\"13800138000\"]}",
        b"{\"query\":\"{ __typename }\",\"operationName\":{\"13800138000\":1}}",
        b"{\"query\":\"{ __typename }\",\"extensions\":\"13800138000\"}",
        b"{\"query\":\"\xff13800138000\"}",
        b"{\"query\":\"\"}",
    ];
    for body in bodies {
        let answer = site.client.send(asking(None), body.to_vec()).await;
        let (status, code) = answer.outcome();
        let expected = if body.ends_with(b":\"\"}") { "PARSE_FAILED" } else { "BAD_INPUT" };
        assert_eq!((status, code.as_str()), (400, expected), "{}", String::from_utf8_lossy(body));
        assert!(!answer.text().contains("13800138000"), "{}", answer.text());
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(site.client.send(asking(None), deep).await.outcome(), refused(400, "BAD_INPUT"));
}

#[tokio::test]
async fn l20_a_batch_is_refused_whole() {
    let site = Site::new().await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let open = r#"mutation { openCaseFile(input: { kind: INCIDENT, title: "门锁" }) { caseFile { number } } }"#;
    let count = "{ precinct { caseFiles(first: 1) { totalCount } } }";
    let before = site.client.data(&registrar.token, count).await;
    for batch in [json!([{ "query": open }, { "query": open }]), json!([{ "query": open }]), json!([])] {
        let answer = site.client.ask_with(Some(&registrar.token), &batch).await;
        assert_eq!(answer.outcome(), refused(400, "BAD_INPUT"));
    }
    assert_eq!(site.client.data(&registrar.token, count).await, before, "nothing of it was done");
}

#[tokio::test]
async fn a_query_may_come_by_get_with_everything_in_its_address() {
    let site = Site::new().await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let get = async |parameters: &str| {
        let request = Request::get(format!("/graphql?{parameters}"))
            .header(header::ACCEPT, GRAPHQL)
            .header(header::AUTHORIZATION, format!("Bearer {}", chief.token));
        site.client.send(request, "").await
    };
    // query X($first: Int) { precinct { households(first: $first) { nodes { number } } } } query Y { __typename }
    let document = "query=query%20X(%24first:Int)%7Bprecinct%7Bhouseholds(first:%24first)%7Bnodes%7Bnumber%7D%7D%7D%7D%20query%20Y%7B__typename%7D";
    let answer = get(&format!("{document}&operationName=X&variables=%7B%22first%22:3%7D&unknown=1")).await;
    let nodes = &answer.json()["data"]["precinct"]["households"]["nodes"];
    assert_eq!((answer.status.as_u16(), nodes.as_array().map(Vec::len)), (200, Some(3)), "{}", answer.text());

    for (parameters, why) in [
        ("", "no query"),
        (document, "two operations and no name"),
        (&format!("{document}&operationName=Z"), "no such operation"),
        (&format!("{document}&operationName=X&operationName=Y"), "a name twice"),
        (&format!("{document}&operationName=X&variables=%5B1%5D"), "variables of another kind"),
        (&format!("{document}&operationName=X&variables=first"), "variables that are no JSON"),
    ] {
        assert_eq!(get(parameters).await.outcome(), refused(400, "BAD_INPUT"), "{why}");
    }
}

#[tokio::test]
async fn prv_24_a_mutation_by_get_is_refused_and_changes_nothing() {
    let site = Site::new().await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let count = "{ precinct { caseFiles(first: 1) { totalCount } } }";
    let before = site.client.data(&registrar.token, count).await;
    let document = "mutation%7BopenCaseFile(input:%7Bkind:INCIDENT,title:%22x%22%7D)%7BcaseFile%7Bnumber%7D%7D%7D";
    let bearer = format!("Bearer {}", registrar.token);
    for accept in [GRAPHQL, JSON] {
        let request = Request::get(format!("/graphql?query={document}"))
            .header(header::ACCEPT, accept)
            .header(header::AUTHORIZATION, &bearer);
        let answer = site.client.send(request, "").await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "POST"), "{}", answer.text());
    }
    // A mutation beside a query is one all the same when it is the one that is named.
    let both = format!("query=query%20Q%7B__typename%7D{document}&operationName=Q").replace("mutation", "mutation%20M");
    let request = |name: &str| {
        let path = format!("/graphql?{}", both.replace("operationName=Q", &format!("operationName={name}")));
        Request::get(path).header(header::AUTHORIZATION, &bearer)
    };
    assert_eq!(site.client.send(request("Q"), "").await.status, 200);
    assert_eq!(site.client.send(request("M"), "").await.status, 405);
    assert_eq!(site.client.data(&registrar.token, count).await, before);
}

#[tokio::test]
async fn every_address_says_which_methods_it_takes() {
    let site = Site::new().await;
    let send = async |method: &str, path: &str| site.client.send(Request::builder().method(method).uri(path), "").await;
    for (path, allow) in [("/graphql", "GET, POST"), ("/session", "POST, DELETE")] {
        for method in ["PUT", "PATCH", "OPTIONS", "BREW"] {
            let answer = send(method, path).await;
            assert_eq!(answer.outcome(), refused(405, "METHOD_NOT_ALLOWED"), "{method} {path}");
            assert_eq!(answer.header("allow"), allow);
        }
    }
    for path in ["/healthz", "/readyz", "/metrics", "/schema.graphql", "/explorer"] {
        for method in ["POST", "DELETE", "BREW"] {
            let answer = send(method, path).await;
            assert_eq!(answer.outcome(), refused(405, "METHOD_NOT_ALLOWED"), "{method} {path}");
            assert_eq!(answer.header("allow"), "GET,HEAD");
        }
    }
    for path in ["/", "/households", "/assets/none.js"] {
        assert_eq!(send("POST", path).await.outcome(), refused(404, "NOT_FOUND"), "{path}");
    }
    let head = send("HEAD", "/healthz").await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!(send("TRACE", "/graphql").await.status, 405);
    assert_eq!(site.client.ask(None, READ).await.outcome().1, "UNAUTHENTICATED");
}
