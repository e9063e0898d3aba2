//! Webhooks: what a subscription answers reaches its receiver, signed, in order, under the rights of its token, and is neither lost nor
//! sent elsewhere, whoever of the three goes away meanwhile.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Request, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use futures_util::StreamExt as _;
use gateway::{Config, Gateway};
use schema::engine::{Call, Caller};
use schema::id::Kind;
use schema::messages::Language;
use serde_json::{Value, json};
use tenants::Store;
use tenants::case_files::CaseFileKind;
use tenants::clock::Ids;
use tenants::ids::ApiTokenId;
use tenants::members::Member;
use tenants::roles::Role;
use tenants::store::{Origin, Settings};
use tenants::webhooks::SigningKey;
use tests::world::{Home, World, codes};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

const EVENTS: &str = "subscription { precinctEvents { cursor kind fact subjectId } }";

/// What a receiver got.
#[derive(Clone, Debug)]
struct Got {
    path: String,
    headers: HeaderMap,
    body: Bytes,
    answered: u16,
}

impl Got {
    fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    fn id(&self) -> &str {
        self.header("webhook-id")
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn cursor(&self) -> String {
        self.json()["data"]["precinctEvents"]["cursor"].as_str().unwrap().to_owned()
    }

    fn is_signed_by(&self, secret: &str) -> bool {
        let timestamp = self.header("webhook-timestamp").parse().unwrap();
        let signature = SigningKey::read(secret).unwrap().sign(self.id(), timestamp, &self.body);
        self.header("webhook-signature") == signature
    }
}

/// Somebody who listens on a port of loopback, and answers with a status.
#[derive(Clone)]
struct Receiver {
    address: SocketAddr,
    got: Arc<Mutex<Vec<Got>>>,
    status: Arc<AtomicU16>,
    asked: Arc<AtomicUsize>,
}

impl Receiver {
    async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = Self {
            address: listener.local_addr().unwrap(),
            got: Arc::default(),
            status: Arc::new(AtomicU16::new(204)),
            asked: Arc::default(),
        };
        let app = axum::Router::new().fallback(take).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        receiver
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn answers(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    /// Everything that came, or only what was answered with success.
    fn got(&self, path: &str, taken: bool) -> Vec<Got> {
        let got = self.got.lock().unwrap();
        got.iter().filter(|one| one.path == path && (!taken || one.answered == 204)).cloned().collect()
    }

    /// Waits until so many have been taken at `/in`.
    async fn takes(&self, count: usize) -> Vec<Got> {
        eventually(|| self.got("/in", true).len() >= count).await;
        self.got("/in", true)
    }
}

async fn take(State(receiver): State<Receiver>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    receiver.asked.fetch_add(1, Ordering::SeqCst);
    let path = uri.path().to_owned();
    let answered = if path == "/moved" { 307 } else { receiver.status.load(Ordering::SeqCst) };
    if path == "/never" {
        std::future::pending::<()>().await;
    }
    receiver.got.lock().unwrap().push(Got { path, headers, body, answered });
    (StatusCode::from_u16(answered).unwrap(), [(header::LOCATION, "/in")], "a body that nobody keeps").into_response()
}

/// Waits until something holds.
async fn eventually(holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(20), "it does not come");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A process that delivers.
struct Courier {
    gateway: Gateway,
    stop: oneshot::Sender<()>,
    served: JoinHandle<std::io::Result<bool>>,
}

impl Courier {
    /// Dies, without a word to anybody.
    async fn dies(self) {
        self.served.abort();
        let _ = self.served.await;
    }

    /// Stops as it is asked to.
    async fn stops(self) {
        self.stop.send(()).unwrap();
        assert!(self.served.await.unwrap().unwrap(), "everything had ended");
    }
}

/// A station with a token, an administrator, and somebody by whom things happen.
struct Station {
    world: World,
    admin: Arc<Member>,
    chief: Arc<Member>,
    token: String,
    token_row: ApiTokenId,
    secret: String,
    receiver: Receiver,
    /// What the administrator asks: it knows of webhooks and delivers none.
    office: Gateway,
}

/// Settings that open loopback.
fn open() -> Config {
    let mut config = Config::default();
    config.webhooks.allow = vec!["127.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()];
    config.webhooks.allow_http = true;
    config
}

/// A process of its own on a world's database.
async fn process(world: &World, config: Config) -> Gateway {
    let settings = Settings { ids: Ids::system().unwrap(), ..world.settings.clone() };
    Gateway::new(config, Store::open(settings).await.unwrap()).unwrap()
}

impl Station {
    async fn new(home: Home) -> Self {
        let world = World::of(home, 2, 5, 1_000_000).await;
        let person = world.hire("machine-a", Role::StationChief, 0).await;
        let token_row = world.desk(world.precinct(0)).await.tokens().await.unwrap()[0].id;
        let (admin, chief) = (world.member(Role::SecurityAdmin, 0), world.member(Role::StationChief, 0));
        let token = world.id(Kind::ApiToken, 0, token_row.0);
        let (office, receiver) = (process(&world, open()).await, Receiver::new().await);
        Self { admin, chief, token, token_row, secret: person.token, receiver, office, world }
    }

    async fn gateway(&self, config: Config) -> Gateway {
        process(&self.world, config).await
    }

    async fn courier(&self) -> Courier {
        self.courier_with(open()).await
    }

    async fn courier_with(&self, config: Config) -> Courier {
        let gateway = self.gateway(config).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (stop, stopped) = oneshot::channel();
        let until = async {
            let _ = stopped.await;
        };
        let served = tokio::spawn(gateway::serve(gateway.clone(), listener, until));
        Courier { gateway, stop, served }
    }

    async fn happens(&self, times: usize) {
        let origin = Origin { request_id: "r".to_owned(), terminal: "DESKTOP".to_owned() };
        for _ in 0..times {
            let scope = self.world.store.precinct(&self.chief, &origin);
            scope.open_case_file(CaseFileKind::Incident, "邻里纠纷").await.unwrap();
        }
    }

    async fn ask(&self, member: &Arc<Member>, document: String) -> Value {
        self.ask_at(&self.office, member, document).await
    }

    async fn ask_at(&self, gateway: &Gateway, member: &Arc<Member>, document: String) -> Value {
        let engine = gateway.engine().clone();
        let caller = Caller {
            member: Some(Arc::clone(member)),
            request_id: "request-1".to_owned(),
            terminal: "DESKTOP".to_owned(),
            language: Language::English,
            budget: None,
        };
        let call = Call { document, ..Call::default() };
        let answer = tokio::spawn(async move { engine.execute(caller, call).await }).await.unwrap();
        serde_json::from_slice(&answer.body).unwrap()
    }

    async fn try_create(&self, url: &str, document: &str) -> Value {
        self.try_create_at(&self.office, url, document).await
    }

    async fn try_create_at(&self, gateway: &Gateway, url: &str, document: &str) -> Value {
        let document = format!(
            "mutation {{ createWebhook(input: {{ tokenId: \"{}\", name: \"积分系统\", url: {}, document: {} }}) \
             {{ webhook {{ id cursor version state }} secret userErrors {{ code field }} }} }}",
            self.token,
            json!(url),
            json!(document)
        );
        let mut answer = self.ask_at(gateway, &self.admin, document).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["createWebhook"].take()
    }

    /// Makes a webhook; answers its id, its secret and the cursor at which it begins.
    async fn create(&self, path: &str) -> (String, String, String) {
        let made = self.try_create(&self.receiver.url(path), EVENTS).await;
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        (text(&made["webhook"]["id"]), text(&made["secret"]), text(&made["webhook"]["cursor"]))
    }

    /// Changes a webhook; answers the payload, or the codes of errors.
    async fn change(&self, member: &Arc<Member>, what: &str, id: &str, more: &str) -> Value {
        let secret = if what.starts_with("rotate") { "secret" } else { "" };
        let document = format!(
            "mutation {{ {what}(input: {{ webhookId: \"{id}\" {more} }}) {{ webhook {{ state version cursor }} {secret} \
             userErrors {{ code field }} }} }}"
        );
        let mut answer = self.ask(member, document).await;
        if answer.get("errors").is_some() { json!(codes(&answer)) } else { answer["data"][what].take() }
    }

    /// The webhooks as the administrator lists them.
    async fn listed(&self) -> Vec<Value> {
        let document =
            "{ precinct { webhooks { id state failures lastFailure nextAttemptAt cursor lastDeliveredAt version } } }";
        let answer = self.ask(&self.admin, document.to_owned()).await;
        answer["data"]["precinct"]["webhooks"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
    }

    /// Waits until the first listed webhook is as it should be.
    async fn becomes(&self, holds: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let webhook = self.listed().await.remove(0);
            if holds(&webhook) {
                return webhook;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "it stays {webhook}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until it is noted that everything the receiver took has been delivered.
    async fn noted(&self) {
        let last = self.receiver.got("/in", true).last().unwrap().cursor();
        self.becomes(|webhook| webhook["cursor"] == last.as_str()).await;
    }

    /// The first answers of the same subscription to whoever reads it as server-sent events.
    async fn read_as_stream(&self, after: &str, count: usize) -> Vec<Value> {
        let request = Request::post("/graphql")
            .header("content-type", "application/json")
            .header("accept", "text/event-stream")
            .header("authorization", format!("Bearer {}", self.secret))
            .header("last-event-id", after)
            .body(Body::from(json!({ "query": EVENTS }).to_string()))
            .unwrap();
        let response = gateway::app(self.office.clone()).oneshot(request).await.unwrap();
        let (mut chunks, mut text) = (response.into_body().into_data_stream(), String::new());
        while text.matches("\n\n").count() < count {
            text.push_str(std::str::from_utf8(&chunks.next().await.unwrap().unwrap()).unwrap());
        }
        text.lines().filter_map(|line| line.strip_prefix("data: ")).map(|line| bare(line.as_bytes())).collect()
    }
}

/// An answer without the id of its request.
fn bare(body: &[u8]) -> Value {
    let mut answer: Value = serde_json::from_slice(body).unwrap();
    assert!(answer["extensions"].as_object_mut().unwrap().remove("requestId").is_some());
    answer
}

fn user_error(payload: &Value) -> (&str, &str) {
    let error = &payload["userErrors"][0];
    (error["code"].as_str().unwrap_or("none"), error["field"].as_str().unwrap_or("none"))
}

fn cursors(got: &[Got]) -> Vec<String> {
    got.iter().map(Got::cursor).collect()
}

fn distinct(got: &[Got]) -> usize {
    got.iter().map(|one| one.id().to_owned()).collect::<BTreeSet<_>>().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_delivers_what_a_reader_of_the_stream_gets_signed_and_in_order() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (_, secret, cursor) = station.create("/in").await;
        // Between making it and the first courier, and in a precinct in which nothing had happened before.
        station.happens(3).await;
        let courier = station.courier().await;
        station.receiver.takes(3).await;
        station.happens(3).await;
        let got = station.receiver.takes(6).await;
        let delivered: Vec<Value> = got.iter().map(|one| bare(&one.body)).collect();
        assert_eq!(delivered, station.read_as_stream(&cursor, 6).await);
        assert_eq!(distinct(&got), 6);
        for one in &got {
            assert!(one.is_signed_by(&secret));
            assert_eq!(one.header("content-type"), "application/json");
            assert!(one.id().starts_with("msg_"));
            assert_eq!(one.header("webhook-timestamp"), station.world.clock.now().timestamp().to_string());
            assert!(!one.headers.contains_key("authorization") && !one.headers.contains_key("cookie"));
        }
        let webhook = station.becomes(|webhook| webhook["cursor"] == got[5].cursor().as_str()).await;
        assert!(webhook["lastDeliveredAt"].is_string() && webhook["lastFailure"].is_null(), "{webhook}");
        courier.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_acknowledged_comes_again_and_nothing_else_does() {
    let station = Station::new(Home::Sqlite).await;
    station.create("/in").await;
    let _courier = station.courier().await;
    station.happens(2).await;
    station.receiver.takes(2).await;
    station.noted().await;
    station.receiver.answers(500);
    station.happens(3).await;
    for (failures, wait) in [(1, 5), (2, 10), (3, 20)] {
        let failing = station.becomes(|webhook| webhook["failures"] == failures).await;
        assert_eq!((&failing["state"], &failing["lastFailure"]), (&json!("ACTIVE"), &json!("500")));
        let next = (station.world.clock.now() + TimeDelta::seconds(wait)).to_rfc3339();
        let told: chrono::DateTime<chrono::Utc> = failing["nextAttemptAt"].as_str().unwrap().parse().unwrap();
        assert_eq!(told.to_rfc3339(), next);
        if failures == 3 {
            station.receiver.answers(204);
        }
        station.world.clock.advance(TimeDelta::seconds(wait));
    }
    let taken = station.receiver.takes(5).await;
    station.noted().await;
    assert_eq!((taken.len(), distinct(&taken)), (5, 5));
    let all = station.receiver.got("/in", false);
    assert_eq!(all.len(), 8, "three attempts failed, all with the first message");
    assert_eq!(distinct(&all), 5);
    let mut ordered = cursors(&all);
    ordered.dedup();
    assert_eq!(ordered, cursors(&taken));
    let webhook = station.listed().await.remove(0);
    assert_eq!((&webhook["failures"], &webhook["lastFailure"]), (&json!(0), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_is_away_for_three_days_is_given_up_and_loses_nothing() {
    let station = Station::new(Home::Sqlite).await;
    let (id, ..) = station.create("/in").await;
    let _courier = station.courier().await;
    station.receiver.answers(503);
    station.happens(2).await;
    station.becomes(|webhook| webhook["failures"] == 1).await;
    station.world.clock.advance(TimeDelta::days(3));
    let failed = station.becomes(|webhook| webhook["state"] == "FAILED").await;
    assert_eq!((&failed["lastFailure"], &failed["nextAttemptAt"]), (&json!("503"), &Value::Null));
    station.receiver.answers(204);
    let resumed = station.change(&station.admin, "resumeWebhook", &id, "").await;
    assert_eq!(resumed["webhook"]["state"], "ACTIVE", "{resumed}");
    assert_eq!(station.receiver.takes(2).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_courier_goes_on_where_a_dead_or_a_stopped_one_was() {
    for home in Home::all() {
        let station = Station::new(home).await;
        station.create("/in").await;
        let first = station.courier().await;
        station.happens(3).await;
        station.receiver.takes(3).await;
        station.noted().await;
        first.dies().await;
        station.happens(3).await;
        let second = station.courier().await;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert_eq!(station.receiver.got("/in", false).len(), 3, "the dead one's lease has not lapsed");
        station.world.clock.advance(TimeDelta::seconds(31));
        station.receiver.takes(6).await;
        station.noted().await;
        second.stops().await;
        station.happens(3).await;
        let _third = station.courier().await;
        station.receiver.takes(9).await;
        station.noted().await;
        let all = station.receiver.got("/in", false);
        assert_eq!((all.len(), distinct(&all)), (9, 9), "{home:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_couriers_on_one_database_deliver_once() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let _couriers = (station.courier().await, station.courier().await);
        let (first, ..) = station.create("/in").await;
        for _ in 0..10 {
            station.happens(1).await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        station.receiver.takes(10).await;
        station.noted().await;
        // Long enough for both to have looked again, also when the first hold has to be renewed.
        station.world.clock.advance(TimeDelta::seconds(20));
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        station.happens(1).await;
        station.receiver.takes(11).await;
        let all = station.receiver.got("/in", false);
        assert_eq!((all.len(), distinct(&all)), (11, 11), "{home:?}");
        assert_eq!(station.listed().await[0]["id"], first.as_str());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replay_delivers_the_same_messages_once_more() {
    let station = Station::new(Home::Sqlite).await;
    let (id, secret, begin) = station.create("/in").await;
    let _courier = station.courier().await;
    station.happens(4).await;
    let got = station.receiver.takes(4).await;
    station.noted().await;
    let after = got[1].cursor();
    let replayed = station.change(&station.admin, "replayWebhook", &id, &format!("after: \"{after}\"")).await;
    assert_eq!(replayed["userErrors"], json!([]), "{replayed}");
    let all = station.receiver.takes(6).await;
    let (before, again) = all.split_at(4);
    assert_eq!(cursors(again), cursors(&before[2..]));
    assert!(
        again.iter().zip(&before[2..]).all(|(again, before)| again.id() == before.id() && again.is_signed_by(&secret))
    );
    station.change(&station.admin, "replayWebhook", &id, &format!("after: \"{begin}\"")).await;
    assert_eq!(cursors(&station.receiver.takes(10).await[6..]), cursors(before));
    for wrong in ["forged", ""] {
        let refused = station.change(&station.admin, "replayWebhook", &id, &format!("after: \"{wrong}\"")).await;
        assert_eq!(user_error(&refused), ("BAD_INPUT", "after"), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_23_a_webhook_ends_within_a_second_of_its_token() {
    let station = Station::new(Home::Sqlite).await;
    let (id, ..) = station.create("/in").await;
    let _courier = station.courier().await;
    station.happens(1).await;
    station.receiver.takes(1).await;
    station.noted().await;
    // By another process than the courier's.
    station.world.desk(station.world.precinct(0)).await.revoke_token(station.token_row).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    station.happens(3).await;
    let over = station.becomes(|webhook| webhook["state"] == "FAILED").await;
    assert_eq!(over["lastFailure"], "UNAUTHENTICATED");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(station.receiver.got("/in", false).len(), 1);
    // Nor does it come back to life.
    station.change(&station.admin, "resumeWebhook", &id, "").await;
    station.becomes(|webhook| webhook["state"] == "FAILED").await;
    assert_eq!(station.receiver.got("/in", false).len(), 1);
    let late = station.try_create(&station.receiver.url("/in"), EVENTS).await;
    assert_eq!(user_error(&late), ("WEBHOOK_TOKEN", "tokenId"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_a_failure_and_is_not_followed() {
    let station = Station::new(Home::Sqlite).await;
    station.create("/moved").await;
    let _courier = station.courier().await;
    station.happens(1).await;
    let failing = station.becomes(|webhook| webhook["failures"] == 1).await;
    assert_eq!(failing["lastFailure"], "307");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!((station.receiver.got("/moved", false).len(), station.receiver.got("/in", false).len()), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_address_is_refused_when_it_is_made_and_when_it_is_delivered() {
    let station = Station::new(Home::Sqlite).await;
    let mut closed = open();
    closed.webhooks.allow = Vec::new();
    let (private, usual) = (station.gateway(closed.clone()).await, station.gateway(Config::default()).await);
    let port = station.receiver.address.port();
    for host in
        ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254"]
    {
        let refused = station.try_create_at(&private, &format!("http://{host}:{port}/in"), EVENTS).await;
        assert_eq!(user_error(&refused), ("WEBHOOK_URL", "url"), "{host}");
        assert!(refused["webhook"].is_null() && refused["secret"].is_null());
    }
    // Plain http is refused where it is not allowed, to wherever it leads.
    for url in ["http://hooks.example/", "ftp://hooks.example/", "nonsense"] {
        let refused = station.try_create_at(&usual, url, EVENTS).await;
        assert_eq!(user_error(&refused), ("WEBHOOK_URL", "url"), "{url}");
    }
    // A name that meant another address when the webhook was made.
    let made = station.try_create(&format!("http://localhost:{port}/in"), EVENTS).await;
    assert_eq!(made["webhook"]["state"], "ACTIVE", "{made}");
    let courier = station.courier_with(closed).await;
    station.happens(1).await;
    let failing = station.becomes(|webhook| webhook["failures"] == 1).await;
    assert_eq!(failing["lastFailure"], "ADDRESS");
    assert_eq!(station.receiver.asked.load(Ordering::SeqCst), 0);
    courier.stops().await;
    station.world.clock.advance(TimeDelta::seconds(5));
    let _open = station.courier().await;
    station.receiver.takes(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_a_webhook_of_another_precinct_does_not_exist() {
    for home in Home::all() {
        let station = Station::new(home).await;
        let (id, ..) = station.create("/in").await;
        let stranger = station.world.member(Role::SecurityAdmin, 1);
        let missing = station.world.id(Kind::Webhook, 0, uuid::Uuid::nil());
        let another = station.token.clone();
        for what in ["pauseWebhook", "resumeWebhook", "removeWebhook", "rotateWebhookSecret", "replayWebhook"] {
            let more = if what == "replayWebhook" { "after: \"x\"" } else { "" };
            for (member, id) in [(&stranger, &id), (&station.admin, &missing), (&station.admin, &another)] {
                assert_eq!(station.change(member, what, id, more).await, json!(["NOT_FOUND"]), "{what} {home:?}");
            }
            assert_eq!(station.change(&station.chief, what, &id, more).await, json!(["FORBIDDEN"]), "{what}");
        }
        let listed = station.ask(&stranger, "{ precinct { webhooks { id } } }".to_owned()).await;
        assert_eq!(listed["data"]["precinct"]["webhooks"], json!([]));
        assert_eq!(station.listed().await[0]["version"], 1, "nothing has changed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_is_looked_at_before_it_is_kept() {
    let station = Station::new(Home::Sqlite).await;
    let url = station.receiver.url("/in");
    let aliases: String = (0..80).map(|at| format!("a{at}: kind ")).collect();
    let long = format!("subscription {{ precinctEvents {{ {aliases} }} }}");
    for (document, code) in [
        ("{ precinct { code } }", "VALIDATION_FAILED"),
        ("mutation { signOut }", "VALIDATION_FAILED"),
        ("subscription { a: precinctEvents { id } b: precinctEvents { id } }", "VALIDATION_FAILED"),
        ("subscription { precinctEvents { nothing } }", "VALIDATION_FAILED"),
        ("subscription ($id: ID!) { precinctEvents(precinctId: $id) { id } }", "BAD_INPUT"),
        ("subscription {", "PARSE_FAILED"),
        ("subscription { precinctEvents(after: \"forged\") { id } }", "BAD_INPUT"),
        (long.as_str(), "DOCUMENT_TOO_LARGE"),
    ] {
        let refused = station.try_create(&url, document).await;
        assert_eq!(user_error(&refused), (code, "document"), "{document}");
    }
    let theirs = format!(
        "subscription {{ precinctEvents(precinctId: \"{}\") {{ id }} }}",
        station.world.id(Kind::Precinct, 1, station.world.precinct(1).0)
    );
    assert_eq!(user_error(&station.try_create(&url, &theirs).await), ("NOT_FOUND", "document"));
    let mut off = open();
    off.webhooks.enabled = false;
    assert_eq!(
        user_error(&station.try_create_at(&station.gateway(off).await, &url, EVENTS).await).0,
        "CONFLICT",
        "nobody would deliver it"
    );
    assert!(station.listed().await.is_empty());
    for _ in 0..10 {
        station.create("/in").await;
    }
    assert_eq!(user_error(&station.try_create(&url, EVENTS).await).0, "CONFLICT", "a token has at most ten");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_webhook_waits_a_changed_secret_signs_and_a_removed_one_is_gone() {
    let station = Station::new(Home::Sqlite).await;
    let (id, secret, _) = station.create("/in").await;
    let _courier = station.courier().await;
    station.happens(1).await;
    station.receiver.takes(1).await;
    station.noted().await;
    let admin = &station.admin;
    let paused = station.change(admin, "pauseWebhook", &id, "expectedVersion: 1").await;
    assert_eq!((&paused["webhook"]["state"], &paused["webhook"]["version"]), (&json!("PAUSED"), &json!(2)));
    let again = station.change(admin, "pauseWebhook", &id, "").await;
    assert_eq!(user_error(&again).0, "CONFLICT");
    let stale = station.change(admin, "resumeWebhook", &id, "expectedVersion: 1").await;
    assert_eq!(user_error(&stale).0, "STALE_VERSION");
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    station.happens(2).await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(station.receiver.got("/in", false).len(), 1);

    let rotated = station.change(admin, "rotateWebhookSecret", &id, "expectedVersion: 2").await;
    let new = rotated["secret"].as_str().unwrap().to_owned();
    let resumed = station.change(admin, "resumeWebhook", &id, "expectedVersion: 3").await;
    assert_eq!(resumed["webhook"]["state"], "ACTIVE");
    let got = station.receiver.takes(3).await;
    station.noted().await;
    assert!(got[0].is_signed_by(&secret) && !got[0].is_signed_by(&new));
    assert!(got[1..].iter().all(|one| one.is_signed_by(&new) && !one.is_signed_by(&secret)));

    let removed = station.change(admin, "removeWebhook", &id, "").await;
    assert_eq!(removed["webhook"]["state"], "REMOVED");
    assert!(station.listed().await.is_empty());
    assert_eq!(station.change(admin, "resumeWebhook", &id, "").await, json!(["NOT_FOUND"]));
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    station.happens(1).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(station.receiver.got("/in", false).len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_does_not_answer_slows_nobody_else() {
    let station = Station::new(Home::Sqlite).await;
    station.create("/never").await;
    station.create("/in").await;
    let _courier = station.courier().await;
    station.happens(20).await;
    let began = Instant::now();
    station.receiver.takes(20).await;
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    assert!(station.receiver.asked.load(Ordering::SeqCst) > 20, "the other was tried");
    // And he is given ten seconds.
    while !station.listed().await.iter().any(|webhook| webhook["lastFailure"] == "TIMEOUT") {
        assert!(began.elapsed() < Duration::from_secs(20), "he is waited for");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_23_prv_26_no_secret_of_a_webhook_is_in_the_database_and_no_url_in_the_metrics() {
    let station = Station::new(Home::Sqlite).await;
    let (_, secret, _) = station.create("/in").await;
    let courier = station.courier().await;
    station.happens(1).await;
    station.receiver.takes(1).await;
    station.noted().await;
    let file = station.world.url.strip_prefix("sqlite://").unwrap();
    let folder = std::path::Path::new(file).parent().unwrap();
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|part| part == needle);
    assert!(holds("积分系统".as_bytes()), "the files were read");
    assert!(!holds(secret.as_bytes()) && !holds(&secret.as_bytes()[6..]));
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let response = gateway::app(courier.gateway.clone()).oneshot(request).await.unwrap();
    let text = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    let text = String::from_utf8_lossy(&text);
    assert!(text.contains("huji_webhook_deliveries_total{outcome=\"OK\"} 1"), "{text}");
    assert!(text.contains("huji_webhooks_waiting 0") && !text.contains("127.0.0.1"), "{text}");
}
