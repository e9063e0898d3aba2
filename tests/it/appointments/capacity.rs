//! APT-01: no slot has more visitors than places, whoever is faster.

use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::future::join_all;
use tenants::members::Member;
use tenants::roles::Role;
use tests::owner;
use tests::world::{Home, World};
use uuid::Uuid;

use super::{SATURDAY, books, books_for, does, free, place, steps};
use crate::residents::resident;

const HALF_PAST: &str = "2026-11-28T01:30:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn domain_3_8_slots_follow_the_pattern_and_show_what_is_free() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        let resident = resident(&world, "10088000001", 0).await;
        let asked = "{ precinct { openingCalendar(from: \"2026-11-26\", to: \"2026-11-30\") { day basis windows { opens closes slotMinutes capacity walkIns } } \
             appointmentSlots(from: \"2026-11-28\", to: \"2026-11-29\") { startsAt endsAt capacity walkIns free } openingPattern { weekday } } }";
        let told = world.data(&resident, asked).await["precinct"].clone();
        assert_eq!(told, world.data(&chief, asked).await["precinct"], "{home:?}: staff and residents see the same");
        let open: Vec<usize> = told["openingCalendar"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day["windows"].as_array().unwrap().len())
            .collect();
        assert_eq!(open, [2, 2, 1, 0, 2], "Thursday, Friday, Saturday in the morning, Sunday closed, Monday");
        assert_eq!(
            told["openingCalendar"][2]["windows"][0],
            serde_json::json!({ "opens": "09:00", "closes": "12:00", "slotMinutes": 30, "capacity": 4, "walkIns": 1 })
        );
        let slots = told["appointmentSlots"].as_array().unwrap();
        assert!(slots.len() == 6 && slots.iter().all(|slot| slot["free"] == 3), "{slots:?}");
        assert_eq!(told["openingPattern"].as_array().unwrap().len(), 6);
        assert_eq!(free(&world, &chief, "2026-11-24T01:00:00Z").await, None, "it has begun");
        assert_eq!(free(&world, &chief, "2026-11-24T01:30:00Z").await, Some(3));
        for (from, to) in [("2026-11-28", "2026-11-27"), ("2026-11-28", "2026-12-12")] {
            let span = format!("{{ precinct {{ appointmentSlots(from: \"{from}\", to: \"{to}\") {{ free }} }} }}");
            let answer = world.ask(&chief, &span).await;
            assert_eq!(answer["errors"][0]["extensions"]["rule"], "SPAN", "{answer}");
        }
        assert_eq!(free(&world, &chief, "2026-12-25T01:00:00Z").await, None, "beyond the horizon of 30 days");
        assert_eq!(books_for(&world, &chief, "2026-12-25T01:00:00Z", "张三").await.unwrap_err(), "SLOT");
        for stranger in super::strangers(&world) {
            let answer = world.ask(&stranger, "{ precinct { appointmentSlots { free } } }").await;
            assert_eq!(tests::world::codes(&answer), ["FORBIDDEN"], "{}", stranger.role);
        }
    }
}

/// Many at once, from two processes, for the same slot.
async fn many(world: &World, other: &World, count: usize) -> Vec<Result<serde_json::Value, String>> {
    let staff = |n: usize| {
        let registrar = world.member(Role::Registrar, 0);
        Arc::new(Member { account: Some(Uuid::from_u128(9_000 + n as u128).into()), ..Member::clone(&registrar) })
    };
    let tries = (0..count).map(|n| {
        let (world, staff) = (if n % 2 == 0 { world } else { other }, staff(n));
        async move { books_for(world, &staff, SATURDAY, "张三").await }
    });
    join_all(tries).await
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_01_capacity_is_never_exceeded_by_many_who_book_at_once() {
    for home in Home::all() {
        let (world, ledger, chief) = place(home).await;
        let other = world.another_process().await;
        let outcomes = many(&world, &other, 12).await;
        let booked = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(booked, 3, "{home:?}: four places, one kept for walk-ins: {outcomes:?}");
        let refused: Vec<&String> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
        assert!(
            refused.iter().all(|code| *code == "SLOT_FULL"),
            "{home:?}: nobody is turned away for a race: {refused:?}"
        );
        let held = "SELECT count(*) FROM appointment WHERE precinct_id = $1 AND seat IS NOT NULL";
        assert_eq!(ledger.value::<i64>(0, held, vec![]).await, 3);
        assert_eq!(free(&world, &chief, SATURDAY).await, Some(0));
        assert_eq!(free(&world, &chief, HALF_PAST).await, Some(3), "the next slot is untouched");
        // A place that is given back is there for the next, and for one only.
        let held = outcomes.into_iter().find_map(Result::ok).unwrap();
        steps(&world, &chief, "cancelAppointment", &held).await.unwrap();
        let again = many(&world, &other, 4).await;
        assert_eq!(again.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{home:?}: {again:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_01_the_database_itself_gives_no_seat_twice() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        for name in ["张三", "李四"] {
            books_for(&world, &chief, SATURDAY, name).await.unwrap();
        }
        let (url, seat) = (world.owner_url.clone(), "UPDATE appointment SET seat = 3 WHERE seat = 2");
        owner::alter(&url, seat).await;
        let twice =
            tokio::spawn(async move { owner::alter(&url, "UPDATE appointment SET seat = 1 WHERE seat = 3").await });
        assert!(twice.await.is_err(), "{home:?}: the key over slot and seat");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_01_a_resident_holds_three_places_at_most_and_one_in_a_slot_however_fast_he_is() {
    for home in Home::all() {
        let (world, ledger, _) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let slots = ["01:00", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30"];
        let tries = slots.iter().map(|time| {
            let (world, member, at) = (&world, &member, format!("2026-11-28T{time}:00Z"));
            async move { books(world, member, &at).await }
        });
        let outcomes = join_all(tries).await;
        let booked: Vec<&serde_json::Value> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
        assert_eq!(booked.len(), 3, "{home:?}: {outcomes:?}");
        let slots = "SELECT count(DISTINCT begins) FROM appointment WHERE precinct_id = $1";
        assert_eq!(ledger.value::<i64>(0, slots, vec![]).await, 3, "each in a slot of its own");
        let own = booked[0].clone();
        let again = books(&world, &member, own["startsAt"].as_str().unwrap()).await;
        assert_eq!(again.unwrap_err(), "APPOINTMENT_TWICE");
        assert_eq!(books(&world, &member, "2026-11-27T01:00:00Z").await.unwrap_err(), "APPOINTMENT_LIMIT");
        steps(&world, &member, "cancelAppointment", &own).await.unwrap();
        books(&world, &member, "2026-11-27T01:00:00Z").await.unwrap();
        // What is past is no longer held.
        world.clock.advance(TimeDelta::days(5));
        books(&world, &member, "2026-11-30T01:00:00Z").await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_3_8_walk_ins_have_a_quota_and_what_nobody_took_of_a_slot_that_has_begun() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        let walks_in = async |at: &str| {
            let input = format!("startsAt: \"{at}\", matter: OTHER, visitor: {{ name: \"王五\" }}");
            does(&world, &chief, "takeWalkIn", &input).await
        };
        let next = "2026-11-24T01:30:00Z";
        let taken = walks_in(next).await.unwrap();
        assert_eq!((&taken["state"], &taken["kind"]), (&"CHECKED_IN".into(), &"WALK_IN".into()), "{home:?}");
        assert_eq!(walks_in(next).await.unwrap_err(), "SLOT_FULL", "the one place that is kept is taken");
        assert_eq!(free(&world, &chief, next).await, Some(3), "and none of the others");
        let booked = books_for(&world, &chief, next, "张三").await.unwrap();
        world.clock.advance(TimeDelta::minutes(40));
        for _ in 0..2 {
            walks_in(next).await.unwrap();
        }
        assert_eq!(walks_in(next).await.unwrap_err(), "SLOT_FULL", "one is held by who booked");
        steps(&world, &chief, "missAppointment", &booked).await.unwrap();
        walks_in(next).await.unwrap();
        assert_eq!(walks_in(next).await.unwrap_err(), "SLOT_FULL", "four places, four visitors");
        assert_eq!(walks_in(SATURDAY).await.unwrap_err(), "SLOT", "today only");
        let first = does(&world, &chief, "takeWalkIn", "matter: OTHER, visitor: { name: \"赵六\" }").await.unwrap();
        assert_eq!(
            super::at(&first["startsAt"]),
            super::at(&"2026-11-24T02:00:00Z".into()),
            "the first that has a place"
        );
    }
}
