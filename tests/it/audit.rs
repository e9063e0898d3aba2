//! The audit trail read back: who may, what it shows, and that no change to it goes unnoticed (SEC-04…SEC-07).

use std::sync::Arc;

use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use tenants::Error;
use tenants::audit::{AuditFilter, Outcome, Sighting, Verdict};
use tenants::ids::PersonId;
use tenants::members::Member;
use tenants::page::{Key, Paging};
use tenants::roles::Role;
use tenants::scope::{Precinct, Scope};
use uuid::Uuid;

use crate::staff::Town;

/// A town with a trail of some length in station A, and an auditor posted there.
async fn town() -> (Town, Arc<Member>) {
    let town = Town::new().await;
    for login in ["zhao.yi", "qian.er", "sun.san", "li.si"] {
        town.hire(login, Role::CommunityOfficer, town.a).await;
    }
    let auditor = town.hire("zhou.wu", Role::Auditor, town.a).await;
    let auditor = town.sign_in(&auditor).await.member;
    (town, auditor)
}

/// Station A as a new operation of the member sees it.
fn station(town: &Town, member: &Arc<Member>) -> Scope<Precinct> {
    town.scope(member, town.a).unwrap()
}

/// The database, past the store.
async fn town_file(town: &Town) -> SqliteConnection {
    let file = town.directory.path().join("huji.db");
    SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap()
}

/// Somebody with the database file and no scruples.
async fn tamper(town: &Town, sql: &str) {
    let mut file = town_file(town).await;
    let done = sqlx::query(AssertSqlSafe(sql)).bind(town.a.0).execute(&mut file).await.unwrap();
    assert_ne!(done.rows_affected(), 0, "nothing was tampered with");
}

async fn verdict(town: &Town, member: &Arc<Member>) -> Verdict {
    station(town, member).verify_trail().await.unwrap()
}

fn broken_at(seq: i64) -> Verdict {
    Verdict { entries: seq - 1, intact: false, broken_at: Some(seq) }
}

#[tokio::test]
async fn sec_04_a_chain_nobody_touched_is_intact_and_its_verification_is_written_in_it() {
    let (town, auditor) = town().await;
    let scope = station(&town, &auditor);
    let first = scope.verify_trail().await.unwrap();
    assert!(first.intact && first.entries >= 6, "{first:?}");
    scope.finish().await.unwrap();
    assert_eq!(verdict(&town, &auditor).await, Verdict { entries: first.entries + 1, ..first });
}

#[tokio::test]
async fn sec_04_a_changed_entry_is_found_whichever_field_was_changed() {
    let (town, auditor) = town().await;
    // The last entry so far is the auditor's own sign-in, which names an account and an object.
    let last = verdict(&town, &auditor).await.entries;
    let mut file = town_file(&town).await;
    sqlx::query("CREATE TABLE kept AS SELECT * FROM audit_entry").execute(&mut file).await.unwrap();
    for change in [
        "account_name = 'nobody'",
        "account_id = NULL",
        "at = '2026-11-24T01:00:00.000001Z'",
        "role = 'AUDIT_ADMIN'",
        "terminal = ''",
        "request_id = 'x'",
        "function = 'signIn '",
        "domain = 'PLACES'",
        "object_kind = NULL",
        "object_id = x'00112233445566778899aabbccddeeff'",
        "condition = ''",
        "result = 'FAILED'",
        "row_count = row_count + 1",
        "purpose = ''",
        "case_ref = ''",
        "subjects = x'00'",
        "prev_hash = x'00'",
        "hash = x'00'",
    ] {
        tamper(&town, &format!("UPDATE audit_entry SET {change} WHERE precinct_id = ?1 AND seq = {last}")).await;
        assert_eq!(verdict(&town, &auditor).await, broken_at(last), "{change}");
        tamper(&town, "INSERT OR REPLACE INTO audit_entry SELECT * FROM kept WHERE precinct_id = ?1").await;
        assert!(verdict(&town, &auditor).await.intact, "{change}");
    }
}

#[tokio::test]
async fn sec_04_a_removed_entry_is_found() {
    let (town, auditor) = town().await;
    tamper(&town, "DELETE FROM audit_entry WHERE precinct_id = ?1 AND seq = 3").await;
    assert_eq!(verdict(&town, &auditor).await, broken_at(3));
}

#[tokio::test]
async fn sec_04_a_removed_entry_is_found_though_the_others_moved_up() {
    let (town, auditor) = town().await;
    tamper(&town, "DELETE FROM audit_entry WHERE precinct_id = ?1 AND seq = 3").await;
    tamper(&town, "UPDATE audit_entry SET seq = seq - 1 WHERE precinct_id = ?1 AND seq = 4").await;
    assert_eq!(verdict(&town, &auditor).await, broken_at(3));
}

#[tokio::test]
async fn sec_04_a_cut_tail_is_found() {
    let (town, auditor) = town().await;
    tamper(&town, "DELETE FROM audit_entry WHERE precinct_id = ?1 AND seq > 4").await;
    assert_eq!(verdict(&town, &auditor).await, broken_at(5));
}

#[tokio::test]
async fn sec_04_a_cut_tail_is_found_though_the_head_was_moved_back() {
    let (town, auditor) = town().await;
    tamper(&town, "DELETE FROM audit_entry WHERE precinct_id = ?1 AND seq > 4").await;
    tamper(&town, "UPDATE audit_head SET seq = 4 WHERE precinct_id = ?1").await;
    assert_eq!(verdict(&town, &auditor).await, broken_at(5));
}

#[tokio::test]
async fn sec_02_the_operator_verifies_but_does_not_read() {
    let (town, _) = town().await;
    let operator = town.store.members().operator(town.a).await.unwrap();
    assert!(verdict(&town, &operator).await.intact);
    let refused = station(&town, &operator).audit_trail(&AuditFilter::default(), &Paging::new(10, None)).await;
    assert!(matches!(refused, Err(Error::Denied)));
}

#[tokio::test]
async fn sec_04_a_refused_reading_of_the_trail_is_in_the_trail() {
    let (town, auditor) = town().await;
    let chief = town.hire("wu.liu", Role::StationChief, town.a).await;
    let chief = town.sign_in(&chief).await.member;
    let scope = station(&town, &chief);
    let person = PersonId(Uuid::from_u128(7));
    assert!(matches!(scope.audit_trail(&AuditFilter::default(), &Paging::new(10, None)).await, Err(Error::Denied)));
    assert!(matches!(scope.who_saw(person).await, Err(Error::Denied)));
    assert!(matches!(scope.verify_trail().await, Err(Error::Denied)));
    scope.finish().await.unwrap();
    let denied = AuditFilter { result: Some(Outcome::Denied), account: chief.account, ..AuditFilter::default() };
    let page = station(&town, &auditor).audit_trail(&denied, &Paging::new(10, None)).await.unwrap();
    let functions: Vec<&str> = page.items.iter().map(|entry| entry.function.as_str()).collect();
    assert_eq!(functions, ["verifyTrail", "whoSaw", "auditTrail"]);
}

#[tokio::test]
async fn sec_06_the_trail_is_read_backwards_page_by_page_without_a_gap() {
    let (town, auditor) = town().await;
    let scope = station(&town, &auditor);
    let all = AuditFilter::default();
    let count = scope.count_audit_trail(&all).await.unwrap();
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = scope.audit_trail(&all, &Paging::new(2, after)).await.unwrap();
        after = page.items.last().map(|last| Key { sort: String::new(), id: last.key() });
        seen.extend(page.items.iter().map(|entry| entry.seq));
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, (1..=i64::try_from(count).unwrap()).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn sec_06_the_trail_is_narrowed_by_account_function_and_time() {
    let (town, auditor) = town().await;
    let scope = station(&town, &auditor);
    let of = async |filter: AuditFilter| scope.audit_trail(&filter, &Paging::new(100, None)).await.unwrap().items;
    let opened = of(AuditFilter { function: Some("createAccount".to_owned()), ..AuditFilter::default() }).await;
    assert_eq!(opened.len(), 5);
    let own = of(AuditFilter { account: auditor.account, ..AuditFilter::default() }).await;
    assert!(!own.is_empty() && own.iter().all(|entry| entry.account == auditor.account && entry.function == "signIn"));
    assert!(own.iter().all(|entry| entry.account_name == auditor.name && entry.role == "AUDITOR"));
    let before = of(AuditFilter { to: Some(own[0].at), ..AuditFilter::default() }).await;
    let since = of(AuditFilter { from: Some(own[0].at), ..AuditFilter::default() }).await;
    assert!(!before.is_empty() && before.iter().all(|entry| entry.at < own[0].at));
    assert!(since.iter().any(|entry| entry.seq == own[0].seq) && since.iter().all(|entry| entry.at >= own[0].at));
}

#[tokio::test]
async fn prv_21_who_saw_a_person_and_when() {
    let (town, auditor) = town().await;
    let officer = town.hire("zheng.qi", Role::CommunityOfficer, town.a).await;
    let person = PersonId(Uuid::from_u128(7));
    for day in ["2026-11-23", "2026-11-24"] {
        let account = officer.id.0.simple();
        let sql = format!(
            "INSERT INTO sighting (precinct_id, account_id, day, person_id) VALUES (?1, x'{account}', '{day}', x'{}')",
            person.0.simple()
        );
        tamper(&town, &sql).await;
    }
    let scope = station(&town, &auditor);
    let seen = scope.who_saw(person).await.unwrap();
    let on = |day: &str| Sighting {
        account: officer.id,
        account_name: seen[0].account_name.clone(),
        day: day.parse().unwrap(),
    };
    assert_eq!(seen, [on("2026-11-24"), on("2026-11-23")]);
    assert!(!seen[0].account_name.is_empty());
    assert!(scope.who_saw(PersonId(Uuid::from_u128(8))).await.unwrap().is_empty());
}
