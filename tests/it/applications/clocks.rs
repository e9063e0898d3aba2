//! The legal clocks: due dates, pauses, queues, expiry.

use chrono::TimeDelta;
use serde_json::json;
use tenants::applications::expire;
use tenants::store::Origin;
use tests::world::Home;

use super::{ADULT, Office, code};

const MOVE: [&str; 3] = ["BOOKLET", "ID_CARD", "DWELLING_TITLE"];

/// The world stands on Tuesday 24 November 2026.
#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_the_due_date_is_fixed_at_acceptance_by_the_limit_in_force() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let mut people = office.ledger.persons(0, ADULT).await.into_iter();
        let (one, other) = (people.next().unwrap(), people.next().unwrap());
        let app = office.filed("R06", one.id, &MOVE, "").await;
        assert_eq!((app.at("due"), app.at("remainingWorkingDays")), (json!(null), json!(null)));
        let app = office.accept(&office.registrar, &app).await.unwrap();
        // Five working days, the day of receipt not counted: 25, 26, 27, 30 November, 1 December.
        assert_eq!((app.at("due"), app.at("remainingWorkingDays")), (json!("2026-12-01"), json!(5)));
        // The city takes ten from the 26th on: a row, not a release. What was accepted before keeps its date.
        let closed = "UPDATE statutory_limit SET valid_to = '2026-11-26' WHERE key = 'handle.checked'";
        office.ledger.run(closed, vec![]).await;
        let sql = "INSERT INTO statutory_limit (key, value, unit, valid_from, source) VALUES ('handle.checked', 10, 'WORKING_DAYS', '2026-11-26', 'city')";
        office.ledger.run(sql, vec![]).await;
        office.world.clock.advance(TimeDelta::days(2));
        let later = office.filed("R06", other.id, &MOVE, "").await;
        let later = office.accept(&office.registrar, &later).await.unwrap();
        assert_eq!(later.at("due"), json!("2026-12-10"));
        let before = office.ask(&office.chief, &app, "due remainingWorkingDays").await;
        assert_eq!(before, json!({ "due": "2026-12-01", "remainingWorkingDays": 3 }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn t11_a_moved_working_day_counts_for_the_due_date() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.adult().await;
    let days = "INSERT INTO calendar_day (day, kind, source) VALUES ('2026-11-28', 'SHIFTED', 'city'), ('2026-11-26', 'HOLIDAY', 'city')";
    office.ledger.run(days, vec![]).await;
    let app = office.filed("R06", person.id, &MOVE, "").await;
    let app = office.accept(&office.registrar, &app).await.unwrap();
    // 25, 27, 28 (a Saturday that is worked), 30 November, 1 December.
    assert_eq!(app.at("due"), json!("2026-12-01"));
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_suspension_stops_the_clock_and_moves_the_due_date() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        office.world.clock.advance(TimeDelta::days(1));
        let input = format!("{}, reasonCode: OTHER_STATION, reason: \"核查原户籍\"", app.seen());
        let app = office.does(&office.registrar, "suspendApplication", &input).await.unwrap();
        assert_eq!((app.state().as_str(), app.at("remainingWorkingDays")), ("SUSPENDED", json!(4)));
        assert_eq!(code(office.review(&office.second, &app).await), "TRANSITION");
        // Fifteen days later it is still not overdue, and as many days are left.
        office.world.clock.advance(TimeDelta::days(15));
        let still = office.ask(&office.chief, &app, "remainingWorkingDays isOverdue").await;
        assert_eq!(still, json!({ "remainingWorkingDays": 4, "isOverdue": false }));
        let app = office.does(&office.registrar, "resumeApplication", &app.seen()).await.unwrap();
        assert_eq!((app.state().as_str(), app.at("remainingWorkingDays")), ("ACCEPTED", json!(4)));
        assert_eq!(app.at("due"), json!("2026-12-16"));
        let app = office.review(&office.second, &app).await.unwrap();
        assert_eq!(app.state(), "REVIEWED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ops_03_overdue_is_counted_and_never_stored() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        let worklist = "{ precinct { worklist { accepted: count(state: ACCEPTED) overdue atRisk mine } applicationsAtRisk { totalCount nodes { id } } } }";
        let counts = async || office.world.data(&office.registrar, worklist).await["precinct"].clone();
        let first = counts().await;
        assert_eq!(first["worklist"], json!({ "accepted": 1, "overdue": 0, "atRisk": 0, "mine": 1 }));
        assert_eq!(first["applicationsAtRisk"]["totalCount"], 0);
        office.world.clock.advance(TimeDelta::days(4));
        let risky = counts().await;
        assert_eq!((&risky["worklist"]["overdue"], &risky["worklist"]["atRisk"]), (&json!(0), &json!(1)));
        assert_eq!(risky["applicationsAtRisk"]["nodes"][0]["id"], json!(app.id()));
        office.world.clock.advance(TimeDelta::days(4));
        let late = counts().await;
        assert_eq!((&late["worklist"]["overdue"], &late["worklist"]["atRisk"]), (&json!(1), &json!(1)));
        let told = office.ask(&office.chief, &app, "isOverdue remainingWorkingDays version").await;
        assert_eq!(told, json!({ "isOverdue": true, "remainingWorkingDays": -1, "version": app.at("version") }));
        assert_eq!(office.queue(&office.chief, "filter: { overdue: true }").await, [app.id()]);
        let theirs = office.world.data(&office.neighbour, worklist).await;
        assert_eq!(theirs["precinct"]["worklist"], json!({ "accepted": 0, "overdue": 0, "atRisk": 0, "mine": 0 }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_what_is_returned_and_not_completed_expires() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &["BOOKLET", "ID_CARD"], "").await;
        let gaps = format!("{}, gaps: [{{ code: \"DWELLING_TITLE\" }}]", app.seen());
        let app = office.does(&office.registrar, "returnApplication", &gaps).await.unwrap();
        let operator = office.world.store.members().operator(office.world.precinct(0)).await.unwrap();
        let origin = Origin { request_id: "nightly".to_owned(), terminal: "OPERATOR".to_owned() };
        let nightly = async || expire(&office.world.store.precinct(&operator, &origin)).await.unwrap();
        assert_eq!(nightly().await, 0);
        // Thirty days from 24 November are 24 December; the last day is the applicant's still.
        office.world.clock.advance(TimeDelta::days(30));
        assert_eq!(nightly().await, 0);
        office.world.clock.advance(TimeDelta::days(1));
        assert_eq!(nightly().await, 1);
        assert_eq!(nightly().await, 0);
        let told = office.ask(&office.chief, &app, "state returnedUntil events { step by }").await;
        assert_eq!((&told["state"], &told["returnedUntil"]), (&json!("EXPIRED"), &json!("2026-12-24")));
        assert_eq!(told["events"].as_array().unwrap().last().unwrap()["step"], "EXPIRE");
        assert!(expire(&office.world.store.precinct(&office.chief, &origin)).await.is_err(), "no person's command");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s1_needed_by_raises_the_priority_and_the_queue_is_in_its_order() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let people = office.ledger.persons(0, ADULT).await;
        let plain = office.filed("R06", people[0].id, &MOVE, "").await;
        let plain = office.accept(&office.registrar, &plain).await.unwrap();
        let late = office.filed("R06", people[1].id, &MOVE, "neededBy: \"2027-03-01\"").await;
        let urgent = office.filed("R06", people[2].id, &MOVE, "neededBy: \"2026-11-27\", neededFor: \"入学\"").await;
        let urgent = office.accept(&office.registrar, &urgent).await.unwrap();
        let late = office.accept(&office.registrar, &late).await.unwrap();
        assert_eq!((plain.at("priority"), urgent.at("priority")), (json!("NORMAL"), json!("URGENT")));
        assert_eq!(late.at("priority"), json!("NORMAL"), "needed after it is due");
        let queue = office.queue(&office.chief, "first: 50").await;
        assert_eq!(queue[0], urgent.id());
        assert_eq!(office.queue(&office.chief, "filter: { neededBefore: \"2026-12-31\" }").await, [urgent.id()]);
        // Page by page the same.
        let document = "{ precinct { applications(first: 1) { nodes { id } pageInfo { endCursor hasNextPage } } } }";
        let first = office.world.data(&office.chief, document).await["precinct"]["applications"].clone();
        let cursor = first["pageInfo"]["endCursor"].as_str().unwrap();
        let rest = office.queue(&office.chief, &format!("first: 50, after: \"{cursor}\"")).await;
        assert_eq!(rest, queue[1..]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_citys_own_limits_are_taken_over_whole_or_not_at_all() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let rules = office.world.as_owner().await.rules();
        let head = "key,value,unit,valid_from,source\n";
        let wrong =
            format!("{head}handle.checked,3,WORKING_DAYS,2026-11-24,city\nhandle.spot,x,DAYS,2026-11-24,city\n");
        let report = rules.import_limits(&wrong).await.unwrap();
        assert_eq!((report.added, report.faults.len()), (0, 1));
        let right = format!("{head}handle.checked,3,WORKING_DAYS,2026-11-24,city\n");
        assert_eq!(rules.import_limits(&right).await.unwrap().added, 1);
        let again = rules.import_limits(&right).await.unwrap();
        assert_eq!((again.added, again.unchanged), (0, 1));
        let days = "day,kind,source\n2026-11-25,HOLIDAY,city\n2026-11-25,RESTDAY,city\n";
        assert_eq!(rules.import_days(days).await.unwrap().added, 2);
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let app = office.accept(&office.registrar, &app).await.unwrap();
        // Three working days, the 25th off: 26, 27, 30 November.
        assert_eq!(app.at("due"), json!("2026-11-30"));
        let limits = "{ statutoryLimits { key value validTo source } }";
        let told = office.world.data(&office.registrar, limits).await;
        let ours: Vec<_> =
            told["statutoryLimits"].as_array().unwrap().iter().filter(|one| one["key"] == "handle.checked").collect();
        assert_eq!(ours, [&json!({ "key": "handle.checked", "value": 3, "validTo": null, "source": "city" })]);
    }
}
