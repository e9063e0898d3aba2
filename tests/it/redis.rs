//! What gateways share over Redis, and that each goes on without it: slower, not broken.

use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::http::Request;
use gateway::limits::{Buckets, Payer};
use gateway::{Config, Gateway};
use tenants::Store;
use tenants::clock::Ids;
use tenants::ids::AccountId;
use tenants::link::LinkState;
use tenants::sessions::ATTEMPTS;
use tenants::store::Settings;
use tests::cable::Cable;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::staff::{Town, attempt, code_of};

const SERVER: &str = "HUJI_TEST_REDIS_URL";

/// The Redis that the environment names; without one these tests have nothing to prove.
pub(crate) fn server() -> Option<String> {
    std::env::var(SERVER).ok()
}

/// Another process of a town.
async fn process(town: &Town) -> Store {
    Store::open(Settings { ids: Ids::system().unwrap(), ..town.settings.clone() }).await.unwrap()
}

fn buckets(store: &Store) -> Buckets {
    let guards =
        gateway::config::Guards { member_points_per_minute: 1, member_points_saved: 100, ..Config::default().limits };
    Buckets::new(&guards, store.link().clone())
}

fn payer() -> Payer {
    Payer::Member(AccountId(Uuid::from_u128(7)))
}

async fn left(buckets: &Buckets) -> Option<u64> {
    buckets.left(payer(), Instant::now()).await.ok().flatten()
}

/// Waits until the link is as it should be; a link that never gets there fails the test.
pub(crate) async fn until(store: &Store, state: LinkState) {
    let arrived = async {
        while store.link().state() != state {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), arrived).await.expect("the link changes its state");
}

#[tokio::test]
async fn two_gateways_count_a_callers_points_together() {
    let Some(url) = server() else { return };
    let town = Town::sharing(&url).await;
    let (one, other) = (process(&town).await, process(&town).await);
    assert_eq!((one.link().state(), other.link().state()), (LinkState::Up, LinkState::Up));
    let (here, there) = (buckets(&one), buckets(&other));
    assert_eq!(left(&there).await, Some(100));
    here.spend(payer(), Instant::now(), 60).await;
    assert_eq!(left(&there).await, Some(40));
    there.spend(payer(), Instant::now(), 45).await;
    assert_eq!(left(&here).await, None, "the bucket is below empty in both");
    let stranger = Payer::Stranger(Some([10, 33, 0, 7].into()));
    here.spend(stranger, Instant::now(), 1_000).await;
    assert!(there.left(stranger, Instant::now()).await.unwrap() <= Some(2_000 + 60));
}

#[tokio::test]
async fn l20_points_spent_at_once_are_all_counted() {
    let Some(url) = server() else { return };
    let town = Town::sharing(&url).await;
    let processes = [buckets(&process(&town).await), buckets(&process(&town).await)];
    let spends = (0..80).map(|number| processes[number % 2].spend(payer(), Instant::now(), 1));
    futures_util::future::join_all(spends).await;
    assert_eq!(left(&processes[0]).await, Some(20));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_redis_requests_go_on_at_once_and_when_it_is_back_points_are_shared_again() {
    let Some(url) = server() else { return };
    let (cable, through) = Cable::to_redis(&url).await;
    let town = Town::sharing(&through).await;
    let (one, other) = (process(&town).await, process(&town).await);
    let (here, there) = (buckets(&one), buckets(&other));
    here.spend(payer(), Instant::now(), 60).await;
    assert_eq!(left(&there).await, Some(40));

    cable.cut().await;
    let started = Instant::now();
    for _ in 0..100 {
        assert_eq!(left(&here).await, Some(100), "each process counts by itself");
    }
    assert!(started.elapsed() < Duration::from_secs(1), "a dead server is waited for once: {:?}", started.elapsed());
    assert_eq!(one.link().state(), LinkState::Down);
    here.spend(payer(), Instant::now(), 10).await;
    assert_eq!((left(&here).await, left(&there).await), (Some(90), Some(100)));
    let gateway = Gateway::new(Config::default(), one.clone()).unwrap();
    assert_eq!(ready(&gateway).await, (200, true));

    cable.mend().await;
    until(&one, LinkState::Up).await;
    until(&other, LinkState::Up).await;
    assert_eq!((left(&here).await, left(&there).await), (Some(40), Some(40)));
    assert_eq!(ready(&gateway).await, (200, false));
}

/// The status of `/readyz`, and whether it complains of Redis.
async fn ready(gateway: &Gateway) -> (u16, bool) {
    let request = Request::get("/readyz").body(Body::empty()).unwrap();
    let response = gateway::app(gateway.clone()).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), 10_000).await.unwrap();
    (status, String::from_utf8_lossy(&body).contains("redis"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_starts_without_redis_and_finds_it_later() {
    let Some(url) = server() else { return };
    let (cable, through) = Cable::to_redis(&url).await;
    cable.cut().await;
    let town = Town::sharing(&through).await;
    let store = &town.store;
    assert_eq!(store.link().state(), LinkState::Down);
    cable.mend().await;
    until(store, LinkState::Up).await;
}

#[tokio::test]
async fn sec_01_prv_24_an_unknown_login_locks_after_as_many_failures_in_all_gateways_as_a_known_one() {
    let Some(url) = server() else { return };
    let town = Town::sharing(&url).await;
    let processes = [process(&town).await, process(&town).await];
    for number in 0..ATTEMPTS {
        let members = processes[usize::from(number % 2 == 0)].members();
        assert_eq!(code_of(&members.sign_in(attempt("nobody", "wrong horse battery")).await), "BAD_CREDENTIALS");
    }
    for store in &processes {
        assert_eq!(code_of(&store.members().sign_in(attempt("nobody", "wrong horse battery")).await), "LOCKED");
    }
}

#[tokio::test]
async fn idn_10_no_key_tells_a_login_an_address_or_an_account() {
    let Some(url) = server() else { return };
    let town = Town::sharing(&url).await;
    let store = &town.store;
    let account = Uuid::from_u128(0x1234_5678_9abc_def0);
    let buckets = buckets(store);
    buckets.spend(Payer::Member(AccountId(account)), Instant::now(), 5).await;
    buckets.spend(Payer::Stranger(Some([10, 99, 98, 97].into())), Instant::now(), 5).await;
    store.members().sign_in(attempt("zhang.mystery", "wrong horse battery")).await.unwrap_err();
    let keys = keys(&url).await;
    assert!(keys.len() >= 3, "{keys:?}");
    for key in &keys {
        for told in ["zhang", "10.99.98.97", &account.to_string(), &account.simple().to_string()] {
            assert!(!key.contains(told), "{key} tells {told}");
        }
        assert!(key.contains('{') && key.contains('}'), "{key} has no hash tag for a cluster");
    }
}

/// Every key of ours, asked in the protocol's own words.
async fn keys(url: &str) -> Vec<String> {
    let authority = url.trim_start_matches("redis://").split(['/', '?']).next().unwrap();
    let mut stream = BufReader::new(TcpStream::connect(authority).await.unwrap());
    stream.write_all(b"KEYS huji:*\r\n").await.unwrap();
    let mut head = String::new();
    stream.read_line(&mut head).await.unwrap();
    let count: usize = head.trim().trim_start_matches('*').parse().unwrap();
    let mut keys = Vec::new();
    for _ in 0..count {
        let mut length = String::new();
        stream.read_line(&mut length).await.unwrap();
        let mut bytes = vec![0; length.trim().trim_start_matches('$').parse::<usize>().unwrap() + 2];
        stream.read_exact(&mut bytes).await.unwrap();
        keys.push(String::from_utf8_lossy(&bytes).trim().to_owned());
    }
    keys
}
