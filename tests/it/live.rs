//! Live delivery: what happens is heard once, in order, by whoever may hear it, for as long as he may, and is not lost when a
//! process, a socket or Redis is away.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use chrono::TimeDelta;
use futures_util::StreamExt as _;
use futures_util::future::join_all;
use gateway::{Config, Gateway};
use serde_json::{Value, json};
use tenants::Store;
use tenants::case_files::CaseFileKind;
use tenants::clock::Ids;
use tenants::ids::PrecinctId;
use tenants::link::LinkState;
use tenants::members::Member;
use tenants::purposes::Purpose;
use tenants::roles::{Domain, Role};
use tenants::store::Settings;
use tenants::tokens::{IssuedToken, NewApiToken};
use tests::cable::Cable;
use tests::socket::{Client, Heard};
use tests::world::{Home, World};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

use crate::redis::{server, until};
use crate::staff::{Person, Town};

const EVENTS: &str = "subscription { precinctEvents { cursor kind fact } }";
const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

/// A gateway that serves on a port of its own.
struct Service {
    address: String,
    gateway: Gateway,
    stop: oneshot::Sender<()>,
    served: JoinHandle<std::io::Result<bool>>,
}

impl Service {
    async fn of(store: Store, config: Config) -> Self {
        let gateway = Gateway::new(config, store).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (stop, stopped) = oneshot::channel();
        let until = async {
            let _ = stopped.await;
        };
        let served = tokio::spawn(gateway::serve(gateway.clone(), listener, until));
        Self { address, gateway, stop, served }
    }
}

/// A station with a chief who writes and a token of his that listens.
struct Station {
    town: Town,
    chief: Person,
    writer: Arc<Member>,
    token: IssuedToken,
}

impl Station {
    async fn new() -> Self {
        Self::in_town(Town::new().await).await
    }

    async fn in_town(town: Town) -> Self {
        let chief = town.hire("chief", Role::StationChief, town.a).await;
        let writer = town.member(&chief).await;
        let token = listening(&town, &chief, town.a).await;
        Self { town, chief, writer, token }
    }

    /// A gateway in a process of its own.
    async fn service(&self) -> Service {
        self.service_with(Config::default()).await
    }

    async fn service_with(&self, config: Config) -> Service {
        Service::of(self.process().await, config).await
    }

    async fn process(&self) -> Store {
        Store::open(Settings { ids: Ids::system().unwrap(), ..self.town.settings.clone() }).await.unwrap()
    }

    /// Something happens: a case file is opened, in this process.
    async fn happens(&self) {
        happens(&self.town, &self.writer, self.town.a).await;
    }
}

async fn happens(town: &Town, writer: &Arc<Member>, precinct: PrecinctId) {
    town.scope(writer, precinct).unwrap().open_case_file(CaseFileKind::Incident, "邻里纠纷").await.unwrap();
}

/// A token by which somebody listens.
async fn listening(town: &Town, person: &Person, precinct: PrecinctId) -> IssuedToken {
    let wish = NewApiToken {
        name: "listener".to_owned(),
        account: person.id,
        precincts: Vec::new(),
        domains: vec![Domain::CaseFiles, Domain::Approvals],
        purpose: Purpose::Verification,
        expires_at: town.now() + TimeDelta::days(7),
    };
    town.operator(precinct).await.create_token(wish).await.unwrap()
}

fn cursor(answer: &Value) -> String {
    answer["data"]["precinctEvents"]["cursor"].as_str().unwrap_or_else(|| panic!("no event: {answer}")).to_owned()
}

/// Makes things happen until the subscription `s` has begun to listen and hears of the last of them; answers its cursor. What
/// happened before may come late on a busy machine, so nothing but the last one says that all has been heard.
async fn heard_first(client: &mut Client, station: &Station) -> String {
    const QUIET: Duration = Duration::from_millis(500);
    for _ in 0..40 {
        station.happens().await;
        let latest = listed(station).await.pop();
        while let Ok(answer) = tokio::time::timeout(QUIET, client.answer("s")).await {
            let heard = cursor(&answer);
            if Some(&heard) == latest.as_ref() {
                return heard;
            }
        }
    }
    panic!("nothing is heard");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_breach_of_the_protocol_has_its_own_code() {
    let station = Station::new().await;
    let service = station.service().await;
    let (at, token) = (&service.address, &station.token.secret);

    let mut other = Client::connect(at, &[]).await.unwrap();
    assert_eq!(other.closed().await, Some(4406));
    for nonsense in ["nonsense", "{}", r#"{"type":"start"}"#, r#"{"type":"subscribe"}"#, "[]"] {
        let mut client = Client::introduced(at, token).await;
        client.text(nonsense).await;
        assert_eq!(client.closed().await, Some(4400), "{nonsense}");
    }
    let mut client = Client::introduced(at, token).await;
    client.bytes(b"{}").await;
    assert_eq!(client.closed().await, Some(4400));
    let mut client = Client::introduced(at, token).await;
    client.subscribe("", EVENTS).await;
    assert_eq!(client.closed().await, Some(4400));

    let mut client = Client::connect(at, &[PROTOCOL]).await.unwrap();
    client.subscribe("s", EVENTS).await;
    assert_eq!(client.closed().await, Some(4401));
    for stranger in [
        json!({ "type": "connection_init" }),
        json!({ "type": "connection_init", "payload": { "authorization": "Bearer huji_no" } }),
    ] {
        let mut client = Client::connect(at, &[PROTOCOL]).await.unwrap();
        client.say(stranger).await;
        assert_eq!(client.closed().await, Some(4403));
    }
    let mut client = Client::introduced(at, token).await;
    client.subscribe("s", EVENTS).await;
    client.subscribe("s", EVENTS).await;
    assert_eq!(client.closed().await, Some(4409));
    let mut client = Client::introduced(at, token).await;
    client.init(&format!("Bearer {token}")).await;
    assert_eq!(client.closed().await, Some(4429));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_introduce_himself_is_closed_in_time() {
    let station = Station::new().await;
    let service = station.service().await;
    let mut client = Client::connect(&service.address, &[PROTOCOL]).await.unwrap();
    assert_eq!(client.closed().await, Some(4408));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_opens_a_socket_for_our_own_pages_only() {
    let station = Station::new().await;
    let service = station.service().await;
    let session = station.town.sign_in(&station.chief).await;
    let cookie = format!("huji_session={}", session.secret);
    let ours = format!("http://{}", service.address);
    let open = async |headers: &[(&'static str, &str)]| {
        Client::connect(&service.address, &[&[PROTOCOL][..], headers].concat()).await
    };
    assert_eq!(open(&[("cookie", &cookie)]).await.err(), Some(403), "a browser always says its origin");
    assert_eq!(open(&[("cookie", &cookie), ("origin", "http://elsewhere.example")]).await.err(), Some(403));
    assert_eq!(open(&[("authorization", "Bearer huji_forged")]).await.err(), Some(401));
    let mut client = open(&[("cookie", &cookie), ("origin", &ours)]).await.unwrap();
    client.say(json!({ "type": "connection_init" })).await;
    assert_eq!(client.next().await, Heard::Message(json!({ "type": "connection_ack" })));
    client.subscribe("s", "{ viewer { name } }").await;
    assert_eq!(client.answer("s").await["data"]["viewer"]["name"], "测试员");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_carries_queries_errors_pings_and_many_subscriptions() {
    let station = Station::new().await;
    let mut config = Config::default();
    config.limits.subscriptions_per_socket = 2;
    let service = station.service_with(config).await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.say(json!({ "type": "ping", "payload": { "n": 1 } })).await;
    assert_eq!(client.next().await, Heard::Message(json!({ "type": "pong", "payload": { "n": 1 } })));
    client.subscribe("q", "{ precinct { code } }").await;
    assert_eq!(client.answer("q").await["data"]["precinct"]["code"], "D1-A");
    assert_eq!(client.next().await, Heard::Message(json!({ "id": "q", "type": "complete" })));
    for (document, code) in [
        ("{ nothing }", "VALIDATION_FAILED"),
        ("subscription { nothing }", "VALIDATION_FAILED"),
        ("{", "PARSE_FAILED"),
        ("subscription { a: precinctEvents { id } b: precinctEvents { id } }", "VALIDATION_FAILED"),
        ("subscription { __typename }", "VALIDATION_FAILED"),
        ("subscription { ... { precinctEvents { id } } }", "VALIDATION_FAILED"),
        ("subscription { precinctEvents(after: \"forged\") { id } }", "BAD_INPUT"),
        ("subscription { precinctEvents(kinds: [ACT_RECORDED]) { id } }", "FORBIDDEN"),
    ] {
        client.subscribe("bad", document).await;
        assert_eq!(client.refusal("bad").await, code, "{document}");
    }
    client.subscribe("s", EVENTS).await;
    client.subscribe("t", EVENTS).await;
    client.subscribe("u", EVENTS).await;
    assert_eq!(client.refusal("u").await, "RATE_LIMITED");
    client.say(json!({ "id": "t", "type": "complete" })).await;
    client.say(json!({ "type": "ping" })).await;
    assert_eq!(client.next().await, Heard::Message(json!({ "type": "pong" })));
    heard_first(&mut client, &station).await;
    client.subscribe("t", "{ precinct { code } }").await;
    assert_eq!(client.answer("t").await["data"]["precinct"]["code"], "D1-A", "the id is free again");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_away_replays_exactly_what_he_missed() {
    let station = Station::new().await;
    let service = station.service().await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", EVENTS).await;
    let mut last = heard_first(&mut client, &station).await;
    for away in [1, 5, 120] {
        drop(client);
        for _ in 0..away {
            station.happens().await;
        }
        client = Client::introduced(&service.address, &station.token.secret).await;
        let document = format!("subscription {{ precinctEvents(after: \"{last}\") {{ cursor fact }} }}");
        client.subscribe("s", &document).await;
        let mut replayed = Vec::new();
        for _ in 0..away {
            replayed.push(cursor(&client.answer("s").await));
        }
        station.happens().await;
        last = cursor(&client.answer("s").await);
        assert_eq!(replayed, missed(&station, away).await);
    }
}

/// The cursors of so many events before the last, as the page lists them.
async fn missed(station: &Station, count: usize) -> Vec<String> {
    let mut all = listed(station).await;
    all.pop();
    all.split_off(all.len() - count)
}

/// The cursors of all events, as the page lists them.
async fn listed(station: &Station) -> Vec<String> {
    let engine =
        schema::engine::Engine::new(station.process().await, schema::bounds::Limits::default(), 1 << 20).unwrap();
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let document = format!(
            "{{ precinct {{ events(first: 100{after}) {{ nodes {{ cursor }} pageInfo {{ endCursor hasNextPage }} }} }} }}"
        );
        let caller = schema::engine::Caller {
            member: Some(Arc::clone(&station.writer)),
            request_id: "request-1".to_owned(),
            terminal: String::new(),
            language: schema::messages::Language::English,
            budget: None,
        };
        let call = schema::engine::Call { document, ..schema::engine::Call::default() };
        let answer: Value = serde_json::from_slice(&engine.execute(caller, call).await.body).unwrap();
        let page = &answer["data"]["precinct"]["events"];
        all.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["cursor"].as_str().unwrap().to_owned()));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    }
    all
}

/// What ends somebody's rights, and the code his socket then closes with; every one is told by another process.
#[tokio::test(flavor = "multi_thread")]
async fn l15_sec_13_prv_23_a_stream_ends_within_a_second_of_its_rights() {
    for (what, code) in [("posting", 4401), ("token", 4401), ("suspension", 4403), ("expiry", 4401)] {
        let station = Station::new().await;
        let service = station.service().await;
        let mut client = Client::introduced(&service.address, &station.token.secret).await;
        client.subscribe("s", EVENTS).await;
        heard_first(&mut client, &station).await;
        let town = &station.town;
        match what {
            "posting" => {
                let desk = town.operator(town.a).await;
                desk.end_posting(station.chief.posting, None).await.unwrap();
            }
            "token" => {
                town.operator(town.a).await.revoke_token(station.token.token.id).await.unwrap();
            }
            "suspension" => {
                let suspended = tenants::precincts::PrecinctState::Suspended;
                town.store.tenants().set_state("D1-A", suspended).await.unwrap();
            }
            _ => town.pass(TimeDelta::days(8)),
        }
        let ended = Instant::now();
        assert_eq!(client.closed().await, Some(code), "{what}");
        // A second, and what a busy machine takes for itself.
        assert!(ended.elapsed() < Duration::from_millis(1_500), "{what}: {:?}", ended.elapsed());
        assert_eq!(
            Client::connect(
                &service.address,
                &[PROTOCOL, ("authorization", &format!("Bearer {}", station.token.secret))]
            )
            .await
            .err(),
            Some(if code == 4403 { 403 } else { 401 })
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_01_an_open_stream_does_not_keep_a_session_from_idling_out() {
    let station = Station::new().await;
    let service = station.service().await;
    let session = station.town.sign_in(&station.chief).await;
    let cookie = format!("huji_session={}", session.secret);
    let ours = format!("http://{}", service.address);
    let headers = [PROTOCOL, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
    let mut client = Client::connect(&service.address, &headers).await.unwrap();
    client.say(json!({ "type": "connection_init" })).await;
    assert_eq!(client.next().await, Heard::Message(json!({ "type": "connection_ack" })));
    // Long enough for what is believed about the session to be read again.
    station.town.pass(TimeDelta::minutes(20));
    tokio::time::sleep(Duration::from_secs(1)).await;
    station.town.pass(TimeDelta::minutes(20));
    assert_eq!(client.closed().await, Some(4401));
}

#[tokio::test(flavor = "multi_thread")]
async fn l20_a_client_that_does_not_read_is_cut_with_a_code_and_can_go_on() {
    let station = Station::new().await;
    let mut config = Config::default();
    config.limits.stream_stall_seconds = 2;
    config.limits.member_points_per_minute = 0;
    let service = station.service_with(config).await;
    // Long answers, so that few of them fill what the system holds.
    let aliases: String = (0..55).map(|at| format!("a{at}: cursor ")).collect();
    let first = beginning(&station).await;
    many_events(&station, 4_000).await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", &format!("subscription {{ precinctEvents(after: \"{first}\") {{ {aliases} }} }}")).await;
    stalled(&service, Duration::from_secs(3)).await;
    let mut taken = 0;
    let code = loop {
        match client.next().await {
            Heard::Message(message) => {
                assert_eq!(message["type"], "next");
                taken += 1;
            }
            Heard::Closed(code) => break code,
        }
    };
    assert!((1..4_000).contains(&taken), "{taken} of 4,000: nothing was held back");
    assert_eq!(code, Some(1013));
    freed(&service).await;
}

/// Waits until nothing has been made for a stream for so long.
async fn stalled(service: &Service, quiet: Duration) {
    let (mut made, mut since) = (String::new(), Instant::now());
    while made.is_empty() || since.elapsed() < quiet {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let request = Request::get("/metrics").body(Body::empty()).unwrap();
        let response = gateway::app(service.gateway.clone()).oneshot(request).await.unwrap();
        let text = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let now = text.lines().find(|line| line.starts_with("huji_stream_frames_total")).unwrap_or_default().to_owned();
        if now != made {
            (made, since) = (now, Instant::now());
        }
    }
}

/// The cursor of the first of two events.
async fn beginning(station: &Station) -> String {
    station.happens().await;
    station.happens().await;
    missed(station, 1).await.remove(0)
}

/// Many events at once, by the back door.
async fn many_events(station: &Station, count: i64) {
    let pool = sqlx::SqlitePool::connect(&station.town.settings.database_url).await.unwrap();
    let a = station.town.a.0;
    sqlx::query(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) \
         INSERT INTO outbox (precinct_id, cursor, id, kind, subject_kind, subject_id, at) \
         SELECT precinct_id, cursor + i, randomblob(16), kind, subject_kind, subject_id, at \
         FROM outbox, n WHERE precinct_id = ?1 AND cursor = 2",
    )
    .bind(a)
    .bind(count)
    .execute(&pool)
    .await
    .unwrap();
    sqlx::query("UPDATE outbox_head SET cursor = cursor + ?2 WHERE precinct_id = ?1")
        .bind(a)
        .bind(count)
        .execute(&pool)
        .await
        .unwrap();
}

/// Waits until no stream is open.
async fn freed(service: &Service) {
    tokio::time::timeout(Duration::from_secs(10), service.gateway.streams().all_ended())
        .await
        .expect("streams are freed");
}

#[tokio::test(flavor = "multi_thread")]
async fn l16_what_happens_in_another_precinct_is_never_heard() {
    let station = Station::new().await;
    let town = &station.town;
    let neighbour = town.hire("neighbour", Role::StationChief, town.b).await;
    let there = town.member(&neighbour).await;
    let service = station.service().await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", EVENTS).await;
    heard_first(&mut client, &station).await;
    for _ in 0..3 {
        happens(town, &there, town.b).await;
    }
    let silence = tokio::time::timeout(Duration::from_millis(1_500), client.next()).await;
    assert!(silence.is_err(), "{silence:?}");
    heard_first(&mut client, &station).await;

    let theirs = listening(town, &neighbour, town.b).await;
    let mut spy = Client::introduced(&service.address, &theirs.secret).await;
    let seal = schema::id::Seal::new(town.store.keys().public_id());
    let a = seal.text(schema::id::Kind::Precinct, town.a, town.a.0);
    spy.subscribe("x", &format!("subscription {{ precinctEvents(precinctId: \"{a}\") {{ id }} }}")).await;
    assert_eq!(spy.refusal("x").await, "NOT_FOUND");
    let own = missed(&station, 1).await.remove(0);
    spy.subscribe("x", &format!("subscription {{ precinctEvents(after: \"{own}\") {{ id }} }}")).await;
    assert_eq!(spy.refusal("x").await, "BAD_INPUT", "L9: a cursor is bound to its precinct");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_has_so_many_streams_and_a_dropped_one_is_free_again() {
    let station = Station::new().await;
    let mut config = Config::default();
    config.limits.streams_per_member = 2;
    let service = station.service_with(config).await;
    let bearer = format!("Bearer {}", station.token.secret);
    let headers = [PROTOCOL, ("authorization", bearer.as_str())];
    let one = Client::connect(&service.address, &headers).await.unwrap();
    let two = Client::connect(&service.address, &headers).await.unwrap();
    assert_eq!(Client::connect(&service.address, &headers).await.err(), Some(429));
    drop((one, two));
    freed(&service).await;
    assert!(Client::connect(&service.address, &headers).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_stops_tells_its_streams_and_waits_for_them() {
    let station = Station::new().await;
    let service = station.service().await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", EVENTS).await;
    heard_first(&mut client, &station).await;
    service.stop.send(()).unwrap();
    assert_eq!(client.closed().await, Some(1001));
    assert!(service.served.await.unwrap().unwrap(), "everything had ended");
}

/// An event stream's chunks, joined until `complete` or so many answers have come.
async fn event_stream(
    gateway: &Gateway,
    token: &str,
    resume: Option<&str>,
    answers: usize,
    then: impl Future<Output = ()>,
) -> String {
    let body = json!({ "query": EVENTS }).to_string();
    let mut request = Request::post("/graphql")
        .header("content-type", "application/json")
        .header("accept", "text/event-stream")
        .header("authorization", format!("Bearer {token}"));
    if let Some(cursor) = resume {
        request = request.header("last-event-id", cursor);
    }
    let response = gateway::app(gateway.clone()).oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream; charset=utf-8");
    let mut chunks = response.into_body().into_data_stream();
    let mut text = String::new();
    let mut then = std::pin::pin!(then);
    let mut done = false;
    while text.matches("event: next").count() < answers && !text.contains("event: complete") {
        tokio::select! {
            () = &mut then, if !done => done = true,
            chunk = chunks.next() => text.push_str(std::str::from_utf8(&chunk.expect("more").unwrap()).unwrap()),
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_stream_resumes_after_the_last_event_its_reader_has() {
    let station = Station::new().await;
    let gateway = Gateway::new(Config::default(), station.process().await).unwrap();
    let first = beginning(&station).await;
    for _ in 0..3 {
        station.happens().await;
    }
    let token = &station.token.secret;
    let replayed = event_stream(&gateway, token, Some(&first), 4, std::future::ready(())).await;
    let ids: Vec<&str> = replayed.lines().filter_map(|line| line.strip_prefix("id: ")).collect();
    assert_eq!(ids.len(), 4, "{replayed}");
    assert!(replayed.contains("\"fact\":\"OPEN\"") && !replayed.contains("errors"), "{replayed}");
    let rest = event_stream(&gateway, token, Some(ids[1]), 2, std::future::ready(())).await;
    assert_eq!(rest.lines().filter_map(|line| line.strip_prefix("id: ")).collect::<Vec<_>>(), ids[2..]);
    // And one that ends: the token is revoked while it is open.
    let revoked = async {
        station.town.operator(station.town.a).await.revoke_token(station.token.token.id).await.unwrap();
    };
    let ended = event_stream(&gateway, token, Some(ids[3]), 10, revoked).await;
    assert!(ended.contains("UNAUTHENTICATED") && ended.contains("event: complete"), "{ended}");
    tokio::time::timeout(Duration::from_secs(5), gateway.streams().all_ended())
        .await
        .expect("dropped streams are freed");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_subscribers_of_two_gateways_hear_each_event_once_and_in_order() {
    const EACH: usize = 100;
    const HAPPENINGS: usize = 20;
    let Some(url) = server() else { return };
    let station = Station::in_town(Town::sharing(&url).await).await;
    let mut config = Config::default();
    config.limits.streams_per_member = EACH;
    let services = [station.service_with(config.clone()).await, station.service_with(config).await];
    let first = beginning(&station).await;
    let document = format!("subscription {{ precinctEvents(after: \"{first}\") {{ cursor }} }}");
    let mut clients = Vec::new();
    for service in &services {
        for _ in 0..EACH {
            let mut client = Client::introduced(&service.address, &station.token.secret).await;
            client.subscribe("s", &document).await;
            clients.push(client);
        }
    }
    for _ in 0..HAPPENINGS {
        station.happens().await;
    }
    let heard = join_all(clients.into_iter().map(|mut client| async move {
        let mut cursors = Vec::new();
        for _ in 0..=HAPPENINGS {
            cursors.push(cursor(&client.answer("s").await));
        }
        cursors
    }))
    .await;
    station.happens().await;
    let written = missed(&station, HAPPENINGS + 1).await;
    for cursors in &heard {
        assert_eq!(cursors, &written);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_when_redis_goes_and_comes_in_the_middle() {
    let Some(url) = server() else { return };
    let (cable, through) = Cable::to_redis(&url).await;
    let station = Station::in_town(Town::sharing(&through).await).await;
    let service = station.service().await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", EVENTS).await;
    let mut heard = vec![heard_first(&mut client, &station).await];
    for round in 0..3 {
        if round == 1 {
            cable.cut().await;
        }
        if round == 2 {
            cable.mend().await;
            until(&station.town.store, LinkState::Up).await;
        }
        for _ in 0..10 {
            station.happens().await;
        }
        for _ in 0..10 {
            heard.push(cursor(&client.answer("s").await));
        }
    }
    station.happens().await;
    assert_eq!(heard, missed(&station, 31).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_is_woken_over_redis_and_need_not_look() {
    let Some(url) = server() else { return };
    let station = Station::in_town(Town::sharing(&url).await).await;
    let service = station.service().await;
    let mut client = Client::introduced(&service.address, &station.token.secret).await;
    client.subscribe("s", EVENTS).await;
    heard_first(&mut client, &station).await;
    let mut waits = Vec::new();
    for _ in 0..10 {
        station.happens().await;
        let written = Instant::now();
        client.answer("s").await;
        waits.push(written.elapsed());
    }
    waits.sort_unstable();
    assert!(waits[5] < Duration::from_millis(200), "looking alone takes half a second in the middle: {waits:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn cursors_are_gapless_whoever_writes_at_once_and_whatever_is_given_up() {
    for home in Home::all() {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let chief = world.member(Role::StationChief, 0);
        let origin = tenants::store::Origin { request_id: "r".to_owned(), terminal: "DESKTOP".to_owned() };
        let writes = (0..40).map(|number| {
            let scope = world.store.precinct(&chief, &origin);
            async move {
                let opened = scope.open_case_file(CaseFileKind::Incident, "测试").await.unwrap();
                if number % 4 == 0 {
                    // Given up: the version is wrong.
                    scope.close_case_file(opened.id, 99).await.unwrap_err();
                }
                if number % 4 == 1 {
                    scope.close_case_file(opened.id, 1).await.unwrap();
                }
            }
        });
        join_all(writes).await;
        let scope = world.store.precinct(&chief, &origin);
        let tail = scope.events_after(0, 1_000).await.unwrap();
        let cursors: Vec<i64> = tail.events.iter().map(|event| event.cursor).collect();
        assert_eq!(cursors, (1..=50).collect::<Vec<i64>>(), "{home:?}");
        assert_eq!(tail.cursor, 50);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_26_no_event_holds_a_personal_value() {
    let station = Station::new().await;
    station
        .town
        .scope(&station.writer, station.town.a)
        .unwrap()
        .open_case_file(CaseFileKind::Incident, "张文静 13800000000")
        .await
        .unwrap();
    let pool = sqlx::SqlitePool::connect(&station.town.settings.database_url).await.unwrap();
    let rows: Vec<(String, String, Option<String>)> =
        sqlx::query_as("SELECT kind, subject_kind, fact FROM outbox").fetch_all(&pool).await.unwrap();
    assert_eq!(rows, [("CASE_FILE_CHANGED".to_owned(), "case_file".to_owned(), Some("OPEN".to_owned()))]);
}
