//! Kept answers: an overview is read once and holds until something happens in its precinct, whichever process does it.

use std::time::Duration;

use serde_json::{Value, json};
use tenants::acts::{Arrival, Destination, Form, MoveIn, MoveReason, Newcomer, PaperKind, Who};
use tenants::codes::Sex;
use tenants::roles::Role;
use tenants::store::{Origin, Settings};
use tests::desk::{Desk, day, number, order, paper};
use tests::world::{Home, World, codes};

const OVERVIEW: &str =
    "{ precinct { overview { households registeredPopulation } communities { overview { households } } } }";
const DISTRICT: &str = "{ district { overview { households } precincts { nodes { overview { households } } } } }";

/// A process beside a desk's, which keeps what it reads.
async fn keeping(desk: &mut Desk, redis_url: &str) -> World {
    desk.world.settings =
        Settings { kept_for: Duration::from_mins(10), redis_url: redis_url.to_owned(), ..desk.world.settings.clone() };
    desk.world.another_process().await
}

/// A household that comes from outside into a precinct.
async fn arrival(desk: &Desk, at: usize, sequence: u32) -> Form {
    let newcomer = Newcomer {
        name: "司马新".to_owned(),
        sex: Sex::Male,
        birth_date: day("1985-05-05"),
        number: Some(number("1985-05-05", sequence)),
        phone: None,
    };
    MoveIn {
        arrivals: vec![Arrival { who: Who::New(newcomer), relation: "02".to_owned() }],
        to: Destination::Dwelling(desk.empty_dwelling(at).await),
        from_place: "外省".to_owned(),
        reason: MoveReason::Home,
        papers: vec![paper(PaperKind::TransferCertificate)],
    }
    .into()
}

async fn performed(by: &World, form: &Form, at: usize) {
    let origin = Origin { request_id: "request-1".to_owned(), terminal: "DESKTOP".to_owned() };
    by.store.precinct(&by.member(Role::Registrar, at), &origin).perform(form, &order()).await.unwrap();
}

/// The answer, and how many statements it took.
async fn asked(world: &World, at: usize) -> (Value, u64) {
    let chief = world.member(Role::StationChief, at);
    let before = world.store.meter().statements();
    let answer = world.data(&chief, OVERVIEW).await;
    (answer["precinct"].clone(), world.store.meter().statements() - before)
}

/// Asks until what is kept answers, which it does as soon as the precinct's head is known.
async fn settled(world: &World, at: usize) -> Value {
    let (_, read) = asked(world, at).await;
    for _ in 0..100 {
        let (answer, statements) = asked(world, at).await;
        if statements < read {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("nothing is kept");
}

fn households(answer: &Value) -> i64 {
    answer["overview"]["households"].as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overview_is_kept_until_something_happens_in_its_own_precinct() {
    for home in Home::all() {
        let mut desk = Desk::of(home, 2, 24).await;
        let world = keeping(&mut desk, "").await;
        let before = settled(&world, 0).await;
        let neighbour = settled(&world, 1).await;
        performed(&world, &arrival(&desk, 0, 901).await, 0).await;
        let (after, _) = asked(&world, 0).await;
        assert_eq!(households(&after), households(&before) + 1, "who did it sees it at once");
        assert_eq!(asked(&world, 1).await.0, neighbour);
        assert_eq!(asked(&world, 0).await.0, after);
        let plain = desk.world.data(&desk.world.member(Role::StationChief, 0), OVERVIEW).await;
        assert_eq!(after, plain["precinct"], "what is kept is what is true");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_does_is_seen_within_seconds_with_redis_and_without() {
    for redis in [None, crate::redis::server()] {
        let mut desk = Desk::of(Home::Sqlite, 2, 24).await;
        let world = keeping(&mut desk, redis.as_deref().unwrap_or_default()).await;
        let other = desk.world.another_process().await;
        let (before, _) = (settled(&world, 0).await, settled(&other, 0).await);
        performed(&other, &arrival(&desk, 0, 903).await, 0).await;
        let seen = async {
            while households(&asked(&world, 0).await.0) == households(&before) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), seen).await.expect("it shows");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_districts_counts_are_kept_by_precinct() {
    for home in Home::all() {
        let mut desk = Desk::of(home, 3, 24).await;
        let world = keeping(&mut desk, "").await;
        let analyst = world.officer_of_district(Role::DistrictAnalyst);
        let before = world.data(&analyst, DISTRICT).await;
        performed(&world, &arrival(&desk, 1, 905).await, 1).await;
        let after = world.data(&analyst, DISTRICT).await;
        let count = |answer: &Value| answer["district"]["overview"]["households"].as_i64().unwrap();
        assert_eq!(count(&after), count(&before) + 1);
        assert_eq!(world.data(&analyst, DISTRICT).await, after);
        assert_eq!(desk.world.data(&analyst, DISTRICT).await, after, "what is kept is what is true");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn l_a_kept_answer_gives_nobody_a_right() {
    let mut desk = Desk::of(Home::Sqlite, 2, 24).await;
    let world = keeping(&mut desk, "").await;
    settled(&world, 0).await;
    let clerk = world.member(Role::DepartmentClerk, 0);
    let refused = world.ask(&clerk, OVERVIEW).await;
    assert_eq!(refused["data"], json!(null));
    assert!(codes(&refused).iter().all(|code| code == "FORBIDDEN"), "{refused}");
}
