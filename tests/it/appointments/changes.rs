//! APT-02: a change of the hours looks at every booking again; who lost his place is listed, and hears it.

use futures_util::future::join;
use serde_json::{Value, json};
use tenants::roles::Role;
use tests::world::{Home, codes};

use super::{SATURDAY, books, books_for, free, morning, place, sets, steps};
use crate::residents::resident;

const UNFIT: &str = "{ precinct { appointments(filter: { unfit: true }, first: 50) { totalCount nodes { id fits unfitSince visitorName state } } } }";
const MINE: &str = "{ me { appointments(first: 10) { totalCount nodes { id fits state version startsAt madeBy } } } }";

fn pattern(from: &str, windows: &str) -> String {
    format!("weekdays: [SATURDAY], from: \"{from}\", windows: {windows}")
}

fn closed(day: &str) -> String {
    format!("day: \"{day}\", windows: [], reason: \"停电检修\"")
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_02_a_change_of_the_pattern_lists_who_lost_his_place_and_tells_him() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        books_for(&world, &chief, SATURDAY, "张三").await.unwrap();
        let member = resident(&world, "10088000001", 0).await;
        let own = books(&world, &member, SATURDAY).await.unwrap();
        let later = books_for(&world, &chief, "2026-12-05T01:00:00Z", "李四").await.unwrap();
        let last = "{ precinct { events(first: 100, kinds: [APPOINTMENT_CHANGED]) { pageInfo { endCursor } nodes { fact } } } }";
        let before = world.data(&chief, last).await["precinct"]["events"].clone();
        let fewer = sets(&world, &chief, "setOpeningPattern", &pattern("2026-11-28", &morning(2, 1))).await;
        assert_eq!(fewer, Ok(1), "{home:?}: one place is left, for who came first");
        let listed = world.data(&chief, UNFIT).await["precinct"]["appointments"].clone();
        assert_eq!((&listed["totalCount"], &listed["nodes"][0]["id"]), (&json!(1), &own["id"]));
        let mine = world.data(&member, MINE).await["me"]["appointments"]["nodes"][0].clone();
        assert_eq!((&mine["fits"], &mine["state"], &mine["version"]), (&json!(false), &json!("BOOKED"), &json!(2)));
        let follow = format!(
            "subscription {{ myAppointmentChanged(after: {}) {{ fact subjectId subject {{ ... on Appointment {{ fits }} }} }} }}",
            before["pageInfo"]["endCursor"]
        );
        let heard: Value = serde_json::from_str(&world.frames(Some(&member), &follow, 1).await[0]).unwrap();
        let expected = json!({ "fact": "UNFIT", "subjectId": own["id"], "subject": { "fits": false } });
        assert_eq!(heard["data"]["myAppointmentChanged"], expected, "{home:?}: the resident hears it");
        assert!(world.frames(Some(&chief), &follow, 1).await[0].contains("FORBIDDEN"), "his own, and nobody else's");
        // More places than before, and he has his again.
        let more = sets(&world, &chief, "setOpeningPattern", &pattern("2026-11-28", &morning(5, 1))).await;
        assert_eq!(more, Ok(0));
        assert_eq!(world.data(&chief, UNFIT).await["precinct"]["appointments"]["totalCount"], 0);
        assert_eq!(world.data(&member, MINE).await["me"]["appointments"]["nodes"][0]["fits"], true);
        let facts = world.data(&chief, last).await["precinct"]["events"]["nodes"].clone();
        let facts: Vec<&str> = facts.as_array().unwrap().iter().map(|event| event["fact"].as_str().unwrap()).collect();
        assert_eq!(facts, ["BOOKED", "BOOKED", "BOOKED", "UNFIT", "FITS"]);
        // From the next Saturday on closed: only that one's booking is touched.
        assert_eq!(sets(&world, &chief, "setOpeningPattern", &pattern("2026-12-05", "[]")).await, Ok(1));
        assert_eq!(world.data(&chief, UNFIT).await["precinct"]["appointments"]["nodes"][0]["id"], later["id"]);
        assert_eq!(
            (free(&world, &chief, SATURDAY).await, free(&world, &chief, "2026-12-05T01:00:00Z").await),
            (Some(2), None)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_02_an_exception_closes_a_day_and_is_taken_back() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let own = books(&world, &member, SATURDAY).await.unwrap();
        assert_eq!(sets(&world, &chief, "setOpeningException", &closed("2026-11-28")).await, Ok(1), "{home:?}");
        assert_eq!(books_for(&world, &chief, SATURDAY, "张三").await.unwrap_err(), "SLOT");
        let day = "{ precinct { openingCalendar(from: \"2026-11-28\", to: \"2026-11-28\") { basis reason windows { opens } } } }";
        let told = world.data(&member, day).await["precinct"]["openingCalendar"][0].clone();
        assert_eq!(told, json!({ "basis": "EXCEPTION", "reason": "停电检修", "windows": [] }));
        let back = "day: \"2026-11-28\", reason: \"已恢复供电\"";
        assert_eq!(sets(&world, &chief, "setOpeningException", back).await, Ok(0));
        assert_eq!(free(&world, &chief, SATURDAY).await, Some(2), "his place is his again");
        let mine = world.data(&member, MINE).await["me"]["appointments"]["nodes"][0].clone();
        assert_eq!((&mine["id"], &mine["fits"], &mine["madeBy"]), (&own["id"], &json!(true), &json!(null)));
        // He may also take another, and give the one that does not fit back.
        sets(&world, &chief, "setOpeningException", &closed("2026-11-28")).await.unwrap();
        let mine = world.data(&member, MINE).await["me"]["appointments"]["nodes"][0].clone();
        steps(&world, &member, "cancelAppointment", &mine).await.unwrap();
        assert_eq!(world.data(&chief, UNFIT).await["precinct"]["appointments"]["totalCount"], 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_02_no_booking_slips_by_a_change_of_the_hours() {
    for home in Home::all() {
        let (world, ledger, chief) = place(home).await;
        let other = world.another_process().await;
        for day in ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"] {
            let at = format!("{day}T01:00:00Z");
            let (booked, change) =
                join(books_for(&other, &chief, &at, "张三"), sets(&world, &chief, "setOpeningException", &closed(day)))
                    .await;
            assert!(
                change.is_ok() && booked.as_ref().map_or_else(|code| code == "SLOT", |_| true),
                "{booked:?} {change:?}"
            );
        }
        let slipped =
            "SELECT count(*) FROM appointment WHERE precinct_id = $1 AND state = 'BOOKED' AND unfit_since IS NULL";
        assert_eq!(ledger.value::<i64>(0, slipped, vec![]).await, 0, "{home:?}: refused, or marked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_3_8_the_chief_sets_the_hours_of_days_to_come_and_nobody_else() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        for role in [Role::Registrar, Role::Auxiliary, Role::CommunityOfficer, Role::GridWorker] {
            let set = sets(&world, &world.member(role, 0), "setOpeningException", &closed("2026-11-28")).await;
            assert_eq!(set.unwrap_err(), "FORBIDDEN", "{home:?}: {role}");
        }
        for wrong in [
            pattern("2026-11-23", &morning(2, 1)),
            pattern("2026-11-28", &morning(2, 3)),
            pattern("2026-11-28", &morning(2, 1).replace("12:00", "12:10")),
            pattern("2026-11-28", &morning(2, 1).replace("09:00", "9")),
            format!("weekdays: [], from: \"2026-11-28\", windows: {}", morning(2, 1)),
        ] {
            assert_eq!(sets(&world, &chief, "setOpeningPattern", &wrong).await.unwrap_err(), "OPENING", "{wrong}");
        }
        let past = sets(&world, &chief, "setOpeningException", &closed("2026-11-23")).await;
        assert_eq!(past.unwrap_err(), "OPENING");
        let nothing = sets(&world, &chief, "setOpeningException", "day: \"2026-11-28\", reason: \"无\"").await;
        assert_eq!(nothing.unwrap_err(), "OPENING", "there is none to take back");
        // The neighbour's hours are the neighbour's.
        sets(&world, &chief, "setOpeningException", &closed("2026-11-28")).await.unwrap();
        let neighbour = world.member(Role::StationChief, 1);
        assert_eq!(free(&world, &neighbour, SATURDAY).await, Some(3));
        assert_eq!(codes(&world.ask(&neighbour, MINE).await), ["FORBIDDEN"]);
    }
}
