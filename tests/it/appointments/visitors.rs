//! Who comes, who books for whom, and what becomes of a place (APT-03, APT-04).

use chrono::TimeDelta;
use serde_json::{Value, json};
use tenants::roles::Role;
use tests::world::{Home, codes};

use super::{SATURDAY, books, books_for, does, free, place, steps};
use crate::residents::{ADULT, linked, resident};

fn for_granny(more: &str) -> String {
    format!(
        "startsAt: \"{SATURDAY}\", matter: JOINT_SERVICE, note: \"家属电话13911112222\", visitor: {{ name: \"孙桂芳\"{more} }}"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_03_staff_books_for_somebody_without_a_phone_and_it_is_sealed_and_masked() {
    for home in Home::all() {
        let (world, ledger, chief) = place(home).await;
        let auxiliary = world.member(Role::Auxiliary, 0);
        let booked = does(&world, &auxiliary, "bookAppointment", &for_granny("")).await.unwrap();
        assert_eq!((&booked["visitorName"], &booked["visitorPhone"]), (&json!("孙**"), &json!(null)), "{home:?}");
        assert_eq!((&booked["note"], &booked["byResident"]), (&json!("家属电话139****2222"), &json!(false)));
        let with =
            does(&world, &auxiliary, "bookAppointment", &for_granny(", phone: \"139 1111 2222\"")).await.unwrap();
        assert_eq!(with["visitorPhone"], "139****2222");
        let sealed: Vec<u8> = ledger.one("SELECT name_sealed FROM appointment", vec![]).await;
        assert!(!sealed.windows(9).any(|part| part == "孙桂芳".as_bytes()), "{home:?}");
        let kept =
            "SELECT coalesce(note, '') || name_masked || coalesce(phone_masked, '') || queue_key FROM appointment";
        let kept = tests::owner::texts(&world.owner_url, kept).await.join(" ");
        assert!(!kept.contains("孙桂芳") && !kept.contains("13911112222"), "{kept}");
        let nobody = format!("startsAt: \"{SATURDAY}\", matter: REGISTER");
        assert_eq!(does(&world, &chief, "bookAppointment", &nobody).await.unwrap_err(), "VISITOR", "for whom?");
        let member = resident(&world, "10088000001", 0).await;
        assert_eq!(does(&world, &member, "bookAppointment", &for_granny("")).await.unwrap_err(), "VISITOR");
        for stranger in super::strangers(&world) {
            let tried = does(&world, &stranger, "bookAppointment", &for_granny("")).await;
            assert_eq!(tried.unwrap_err(), "FORBIDDEN", "{}", stranger.role);
        }
        let reveal = format!(
            "mutation {{ revealAppointment(input: {{ appointmentId: {}, purpose: REGISTER_SERVICE }}) {{ revealed {{ name phone }} userErrors {{ code }} }} }}",
            with["id"]
        );
        assert_eq!(codes(&world.ask(&auxiliary, &reveal).await), ["FORBIDDEN"], "an auxiliary reveals nothing alone");
        let shown = world.data(&chief, &reveal).await["revealAppointment"]["revealed"].clone();
        assert_eq!(shown, json!({ "name": "孙桂芳", "phone": "13911112222" }));
        steps(&world, &chief, "cancelAppointment", &with).await.unwrap();
        let over = world.data(&chief, &reveal).await["revealAppointment"]["userErrors"][0]["code"].clone();
        assert_eq!(over, "PURPOSE_REQUIRED");
        let trail = "{ precinct { auditTrail(first: 10, filter: { function: \"revealAppointment\" }) { nodes { result caseRef } } } }";
        let trail = world.data(&world.member(Role::Auditor, 0), trail).await;
        let told: Vec<&Value> =
            trail["precinct"]["auditTrail"]["nodes"].as_array().unwrap().iter().map(|entry| &entry["result"]).collect();
        assert_eq!(told, ["DENIED", "OK", "DENIED"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_03_a_resident_books_linked_or_not_and_staff_sees_a_masked_visitor() {
    for home in Home::all() {
        let (world, ledger, chief) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let (member, stranger) = (linked(&world, &known, 0).await, resident(&world, "10088000001", 0).await);
        let own = books(&world, &member, SATURDAY).await.unwrap();
        let theirs = books(&world, &stranger, SATURDAY).await.unwrap();
        assert_eq!(own["visitorName"], tenants::masking::name(&known.name), "{home:?}");
        assert_eq!((&theirs["visitorName"], &theirs["visitorPhone"]), (&json!(null), &json!("100****0001")));
        assert!(own["madeBy"].is_null() && own["byResident"] == true);
        let list = "{ precinct { appointments(filter: { day: \"2026-11-28\" }, first: 10) { totalCount nodes { id visitorPhone madeBy } } } }";
        let list = world.data(&chief, list).await["precinct"]["appointments"].clone();
        assert_eq!((&list["totalCount"], &list["nodes"][0]["madeBy"]), (&json!(2), &json!("居民")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_an_appointment_is_its_residents_and_its_stations() {
    for home in Home::all() {
        let (world, _, _) = place(home).await;
        let (member, other) = (resident(&world, "10088000001", 0).await, resident(&world, "10088000002", 0).await);
        let own = books(&world, &member, SATURDAY).await.unwrap();
        let node = format!("{{ node(id: {}) {{ id }} }}", own["id"]);
        assert_eq!(world.data(&member, &node).await["node"]["id"], own["id"], "{home:?}");
        let neighbour = world.member(Role::StationChief, 1);
        for stranger in [&other, &neighbour] {
            assert_eq!(codes(&world.ask(stranger, &node).await), ["NOT_FOUND"]);
            assert_eq!(steps(&world, stranger, "cancelAppointment", &own).await.unwrap_err(), "NOT_FOUND");
        }
        assert_eq!(steps(&world, &member, "checkInAppointment", &own).await.unwrap_err(), "FORBIDDEN", "staff says so");
        let none = world.data(&other, "{ me { appointments { totalCount } } }").await;
        assert_eq!(none["me"]["appointments"]["totalCount"], 0);
        for stranger in super::strangers(&world) {
            assert_eq!(codes(&world.ask(&stranger, &node).await), ["FORBIDDEN"], "{}", stranger.role);
            let list = world.ask(&stranger, "{ precinct { appointments { nodes { id } } } }").await;
            assert_eq!(codes(&list), ["FORBIDDEN"], "{}", stranger.role);
        }
        assert_eq!(steps(&world, &member, "cancelAppointment", &own).await.unwrap()["state"], "CANCELLED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_3_8_a_visitor_comes_and_is_served_in_this_order_and_on_his_day() {
    for home in Home::all() {
        let (world, _, chief) = place(home).await;
        let booked = books_for(&world, &chief, SATURDAY, "张三").await.unwrap();
        assert_eq!(steps(&world, &chief, "serveAppointment", &booked).await.unwrap_err(), "TRANSITION", "{home:?}");
        assert_eq!(steps(&world, &chief, "checkInAppointment", &booked).await.unwrap_err(), "TRANSITION", "not today");
        world.clock.advance(TimeDelta::days(4) - TimeDelta::minutes(10));
        let here = steps(&world, &chief, "checkInAppointment", &booked).await.unwrap();
        assert_eq!(here["state"], "CHECKED_IN", "ten minutes early");
        assert_eq!(steps(&world, &chief, "serveAppointment", &booked).await.unwrap_err(), "STALE_VERSION");
        let served = steps(&world, &chief, "serveAppointment", &here).await.unwrap();
        assert_eq!((&served["state"], &served["version"]), (&json!("SERVED"), &json!(3)));
        for step in ["missAppointment", "cancelAppointment", "checkInAppointment"] {
            assert_eq!(steps(&world, &chief, step, &served).await.unwrap_err(), "TRANSITION");
        }
        assert_eq!(free(&world, &chief, SATURDAY).await, Some(2), "who was served had his place");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn apt_04_a_no_show_only_frees_the_place() {
    for home in Home::all() {
        let (world, ledger, chief) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let slots = ["2026-11-28T01:00:00Z", "2026-11-28T01:30:00Z", "2026-11-28T02:00:00Z"];
        let mut held = Vec::new();
        for slot in slots {
            held.push(books(&world, &member, slot).await.unwrap());
        }
        assert_eq!(
            steps(&world, &chief, "missAppointment", &held[0]).await.unwrap_err(),
            "TRANSITION",
            "{home:?}: too early"
        );
        world.clock.advance(TimeDelta::days(4) + TimeDelta::minutes(70));
        for place in &held {
            let missed = steps(&world, &chief, "missAppointment", place).await.unwrap();
            assert_eq!(missed["state"], "NO_SHOW");
        }
        let seats = "SELECT count(*) FROM appointment WHERE precinct_id = $1 AND seat IS NOT NULL";
        assert_eq!(ledger.value::<i64>(0, seats, vec![]).await, 0, "{home:?}: every place is free again");
        for slot in ["2026-11-28T02:30:00Z", "2026-11-28T03:00:00Z", "2026-11-30T01:00:00Z"] {
            books(&world, &member, slot).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_sent_again_under_its_key_is_one_booking() {
    for home in Home::all() {
        let (world, _, _) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let once = format!(
            "mutation {{ bookAppointment(input: {{ startsAt: \"{SATURDAY}\", matter: REGISTER, idempotencyKey: \"k\" }}) {{ appointment {{ number }} userErrors {{ code }} }} }}"
        );
        assert_eq!(world.bytes(Some(&member), &once).await, world.bytes(Some(&member), &once).await, "{home:?}");
        assert_eq!(
            world.data(&member, "{ me { appointments { totalCount } } }").await["me"]["appointments"]["totalCount"],
            1
        );
    }
}
