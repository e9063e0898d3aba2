//! A resident hears of his own application and of nothing else.

use serde_json::Value;
use tests::world::Home;

use super::super::{ADULT, linked, resident};
use super::{Scene, seen};

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_resident_hears_the_steps_of_his_own_application_alone() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let neighbour = linked(&scene.world, &scene.ledger.persons(0, ADULT).await.pop().unwrap(), 0).await;
        let (mine, other) = (scene.filed(&scene.me, "R07").await, scene.filed(&neighbour, "R07").await);
        let first = "{ precinct { events(first: 1, kinds: [APPLICATION_CHANGED]) { pageInfo { endCursor } } } }";
        let first = scene.world.data(&scene.registrar, first).await;
        let after = &first["precinct"]["events"]["pageInfo"]["endCursor"];
        let refuse = |of: &Value| format!("{}, reasonCode: NOT_ELIGIBLE, reason: \"不符合条件\"", seen(of));
        scene.office(&scene.registrar, "refuseApplication", &refuse(&other)).await.unwrap();
        let gaps = format!("{}, gaps: [{{ code: \"BOOKLET\" }}, {{ code: \"DWELLING_TITLE\" }}]", seen(&mine));
        let mine = scene.office(&scene.registrar, "returnApplication", &gaps).await.unwrap();
        scene.does(&scene.me, "withdrawMyApplication", &seen(&mine)).await.unwrap();
        let follow = |of: &Value| {
            format!(
                "subscription {{ applicationStatusChanged(applicationId: {}, after: {after}) {{ fact subjectId }} }}",
                of["id"]
            )
        };
        let heard = scene.world.frames(Some(&scene.me), &follow(&mine), 2).await;
        let heard: Vec<Value> = heard
            .iter()
            .map(|frame| serde_json::from_str::<Value>(frame).unwrap()["data"]["applicationStatusChanged"].clone())
            .collect();
        for (event, fact) in heard.iter().zip(["RETURNED", "WITHDRAWN"]) {
            assert_eq!((&event["fact"], &event["subjectId"]), (&fact.into(), &mine["id"]), "{home:?}: {heard:?}");
        }
        let unlinked = resident(&scene.world, "10088000001", 0).await;
        for who in [&neighbour, &unlinked] {
            assert!(scene.world.frames(Some(who), &follow(&mine), 1).await[0].contains("NOT_FOUND"), "{home:?}");
        }
        for all in ["precinctEvents", "worklistChanged"] {
            let all = format!("subscription {{ {all}(after: {after}) {{ fact }} }}");
            assert!(scene.world.frames(Some(&scene.me), &all, 1).await[0].contains("FORBIDDEN"), "{all}");
        }
    }
}
