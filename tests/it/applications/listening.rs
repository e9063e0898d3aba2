//! What is heard of applications.

use serde_json::Value;
use tests::world::Home;

use super::{ADULT, Office};

const MOVE: [&str; 3] = ["BOOKLET", "ID_CARD", "DWELLING_TITLE"];

fn facts(frames: &[String], field: &str) -> Vec<(String, String)> {
    let read = |frame: &String| {
        let frame: Value = serde_json::from_str(frame).unwrap();
        let event = &frame["data"][field];
        (super::text(&event["fact"]), super::text(&event["subjectId"]))
    };
    frames.iter().map(read).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_whoever_follows_an_application_hears_its_steps_and_no_other() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let people = office.ledger.persons(0, ADULT).await;
        let app = office.filed("R06", people[0].id, &MOVE, "").await;
        let other = office.filed("R06", people[1].id, &MOVE, "").await;
        let first = "{ precinct { events(first: 1, kinds: [APPLICATION_CHANGED]) { pageInfo { endCursor } } } }";
        let data = office.world.data(&office.registrar, first).await;
        let after = data["precinct"]["events"]["pageInfo"]["endCursor"].as_str().unwrap().to_owned();
        office.accept(&office.registrar, &other).await.unwrap();
        let app = office.accept(&office.registrar, &app).await.unwrap();
        office.review(&office.second, &app).await.unwrap();
        let follow = format!(
            "subscription {{ applicationStatusChanged(applicationId: \"{}\", after: \"{after}\") {{ fact subjectId }} }}",
            app.id()
        );
        let heard = facts(&office.world.frames(Some(&office.chief), &follow, 2).await, "applicationStatusChanged");
        assert_eq!(heard, [("ACCEPTED".to_owned(), app.id()), ("REVIEWED".to_owned(), app.id())]);
        let refused = office.world.frames(Some(&office.neighbour), &follow, 1).await;
        assert!(refused[0].contains("NOT_FOUND"), "{refused:?}");
        let all = format!("subscription {{ worklistChanged(after: \"{after}\") {{ fact subjectId }} }}");
        let heard = facts(&office.world.frames(Some(&office.chief), &all, 4).await, "worklistChanged");
        let facts: Vec<&str> = heard.iter().map(|(fact, _)| fact.as_str()).collect();
        assert_eq!(facts, ["SUBMITTED", "ACCEPTED", "ACCEPTED", "REVIEWED"]);
        let grid = office.world.member(tenants::roles::Role::GridWorker, 0);
        assert!(office.world.frames(Some(&grid), &all, 1).await[0].contains("FORBIDDEN"));
    }
}
