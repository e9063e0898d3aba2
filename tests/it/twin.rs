//! The twin (PRV-13, PRV-24): whether neighbours exist must not show in a single byte of any answer.
//!
//! One world has the precincts A, B and C, the other has A alone. The same generated operations by the same members of A run
//! in both, in the same order, with ids of A, of B and of nobody; every answer must be the same bytes.

use std::sync::Arc;

use tenants::members::Member;
use tenants::roles::Role;
use tests::documents::{Author, Pool};
use tests::sdl::Sdl;
use tests::world::{Home, World};

const OPERATIONS: usize = 3_000;
const ASKERS: [Role; 6] =
    [Role::StationChief, Role::CommunityOfficer, Role::Registrar, Role::Auditor, Role::SecurityAdmin, Role::GridWorker];

/// Every id and number that a chief and an auditor can see of a precinct.
async fn pool(world: &World, at: usize) -> Pool {
    let chief = world.member(Role::StationChief, at);
    let sight = "{ viewer { id } precinct { id code beats { id } communities { id } buildings(first: 5) { nodes { id } pageInfo { endCursor } } \
                 dwellings(first: 5) { nodes { id label } } rentals(first: 5) { nodes { id } } caseFiles { nodes { id number } } \
                 households(first: 5) { pageInfo { endCursor } nodes { id number members { id act { id } person { id } } } } } }";
    let data = world.data(&chief, sight).await;
    let mut pool = Pool::default();
    gather(&data, "", &mut pool);
    pool
}

fn gather(value: &serde_json::Value, key: &str, pool: &mut Pool) {
    match value {
        serde_json::Value::Object(fields) => fields.iter().for_each(|(key, value)| gather(value, key, pool)),
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, key, pool)),
        serde_json::Value::String(text) if key == "id" => pool.own.push(text.clone()),
        serde_json::Value::String(text) => pool.texts.push(text.clone()),
        _ => {}
    }
}

async fn twins(home: Home) {
    let (all, alone) = (World::new(home).await, World::of(home, 1, 60, 1_000_000).await);
    let neighbour = pool(&all, 1).await;
    let own = pool(&all, 0).await;
    assert_eq!(own.own, pool(&alone, 0).await.own, "the same precinct in both worlds");
    let mut texts = own.texts;
    texts.extend(neighbour.texts);
    texts.extend(["张文静", "zhangwei", "zw", "王", "99999919990101002X", "13800000000", ""].map(str::to_owned));
    let pool = Pool { own: own.own, foreign: neighbour.own.into_iter().chain(["forged".to_owned()]).collect(), texts };
    let sdl = Sdl::ours();
    let mut author = Author::new(&sdl, &pool, 42);
    let askers: Vec<[Arc<Member>; 2]> =
        ASKERS.iter().map(|role| [all.member(*role, 0), alone.member(*role, 0)]).collect();
    let mut answered = 0;
    for number in 0..OPERATIONS {
        let document = author.operation();
        let [here, there] = &askers[number % askers.len()];
        let (with, without) = (all.bytes(Some(here), &document).await, alone.bytes(Some(there), &document).await);
        assert_eq!(with, without, "operation {number} by {}: {document}", here.role);
        answered += usize::from(with.contains("\"data\":{"));
    }
    same_streams(&all, &alone, &askers).await;
    assert!(answered > OPERATIONS / 6, "only {answered} operations had an answer: the corpus proves too little");
}

/// What happened during all that is heard alike in both worlds, cursors included.
async fn same_streams(all: &World, alone: &World, askers: &[[Arc<Member>; 2]]) {
    let [here, there] = &askers[0];
    for number in 0..4 {
        let opened = format!(
            "mutation {{ openCaseFile(input: {{ kind: INCIDENT, title: \"{number}\" }}) {{ userErrors {{ code }} }} }}"
        );
        assert_eq!(all.data(here, &opened).await, alone.data(there, &opened).await);
    }
    let first = all.data(here, "{ precinct { events(first: 1) { pageInfo { endCursor } } } }").await;
    let after = &first["precinct"]["events"]["pageInfo"]["endCursor"];
    let document = format!(
        "subscription {{ precinctEvents(after: {after}, kinds: [CASE_FILE_CHANGED]) {{ id cursor kind subjectId subject {{ id }} fact at }} }}"
    );
    for [here, there] in askers {
        let (with, without) =
            (all.frames(Some(here), &document, 3).await, alone.frames(Some(there), &document, 3).await);
        assert_eq!(with, without, "the stream of {}", here.role);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_prv_24_neighbours_do_not_show_in_any_byte_on_sqlite() {
    twins(Home::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_prv_24_neighbours_do_not_show_in_any_byte_on_postgres() {
    if Home::all().contains(&Home::Postgres) {
        twins(Home::Postgres).await;
    }
}
