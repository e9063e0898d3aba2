//! Signing in: two factors, the lock, the code that counts once, one session per class of terminal, and ends (SEC-01, SEC-13).

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::future::join_all;
use tenants::audit::AuditFilter;
use tenants::audit::Outcome;
use tenants::page::Paging;
use tenants::postings::NewPosting;
use tenants::roles::Role;
use tenants::sessions::{ABSOLUTE, ATTEMPTS, IDLE, LOCKED_FOR, SignIn, SignInRefusal, Terminal};
use tenants::store::Origin;
use tenants::totp::STEP_SECONDS;

use crate::staff::{Town, attempt, code_of, posting};

const STEP: TimeDelta = TimeDelta::seconds(STEP_SECONDS);

#[tokio::test]
async fn sec_01_staff_sign_in_with_a_password_and_a_code_that_counts_once() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::CommunityOfficer, town.a).await;
    let members = town.store.members();

    assert_eq!(code_of(&members.sign_in(attempt("zhang", &zhang.password)).await), "TOTP_REQUIRED");
    let wrong = SignIn { totp: Some("000000".to_owned()), ..attempt("zhang", &zhang.password) };
    assert_eq!(code_of(&members.sign_in(wrong).await), "TOTP_WRONG");

    let right = SignIn { login: " Zhang ".to_owned(), ..town.right(&zhang) };
    let session = members.sign_in(right.clone()).await.unwrap();
    assert_eq!((session.member.role, session.member.precinct), (Role::CommunityOfficer, town.a));
    assert_eq!(session.member.precincts, [town.a]);
    assert!(members.by_session(&session.secret).await.unwrap().is_some());
    assert!(members.by_session("no such secret").await.unwrap().is_none());

    assert_eq!(code_of(&members.sign_in(right).await), "TOTP_WRONG", "the step was used");
    town.pass(STEP);
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "OK");
}

#[tokio::test]
async fn sec_01_five_failures_lock_even_what_is_right_for_a_quarter_of_an_hour() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    for _ in 0..ATTEMPTS {
        assert_eq!(code_of(&members.sign_in(attempt("zhang", "wrong horse battery")).await), "BAD_CREDENTIALS");
    }
    let until = town.now() + LOCKED_FOR;
    let refusal = members.sign_in(town.right(&zhang)).await.unwrap_err();
    assert!(matches!(refusal, SignInRefusal::Locked { until: end } if end == until), "{refusal}");
    town.pass(LOCKED_FOR - TimeDelta::seconds(1));
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "LOCKED");
    town.pass(TimeDelta::seconds(1));
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "OK");
}

#[tokio::test]
async fn sec_01_knowing_the_password_does_not_help_to_guess_the_code() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    for _ in 0..ATTEMPTS {
        let guess = SignIn { totp: Some("000000".to_owned()), ..attempt("zhang", &zhang.password) };
        assert_eq!(code_of(&members.sign_in(attempt("zhang", &zhang.password)).await), "TOTP_REQUIRED");
        assert_eq!(code_of(&members.sign_in(guess).await), "TOTP_WRONG");
    }
    assert_eq!(code_of(&members.sign_in(attempt("zhang", &zhang.password)).await), "LOCKED");
}

#[tokio::test]
async fn sec_01_simultaneous_attempts_compare_no_more_than_five_passwords() {
    let town = Town::new().await;
    town.hire("zhang", Role::Registrar, town.a).await;
    let other = town.another_process().await;
    let attempts = (0..12).map(|place| {
        let members = if place % 2 == 0 { town.store.members() } else { other.members() };
        async move { code_of(&members.sign_in(attempt("zhang", "wrong horse battery")).await) }
    });
    let outcomes = join_all(attempts).await;
    let count = |code: &str| outcomes.iter().filter(|outcome| **outcome == code).count();
    assert_eq!((count("BAD_CREDENTIALS"), count("LOCKED")), (5, 7), "{outcomes:?}");
}

#[tokio::test]
async fn sec_01_a_code_opens_one_session_however_many_try_it_at_once() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let attempts = (0..4).map(|_| {
        let (members, right) = (town.store.members(), town.right(&zhang));
        async move { code_of(&members.sign_in(right).await) }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == "OK").count(), 1, "{outcomes:?}");
    assert_eq!(town.store.members().sessions(zhang.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn prv_24_a_login_that_does_not_exist_is_refused_and_locked_like_one_that_does() {
    let town = Town::new().await;
    town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    for _ in 0..ATTEMPTS {
        for login in ["zhang", "nobody"] {
            assert_eq!(code_of(&members.sign_in(attempt(login, "wrong horse battery")).await), "BAD_CREDENTIALS");
        }
    }
    let known = members.sign_in(attempt("zhang", "wrong horse battery")).await.unwrap_err();
    let unknown = members.sign_in(attempt("nobody", "wrong horse battery")).await.unwrap_err();
    assert_eq!(known.to_string(), unknown.to_string());
    assert_eq!(known.code(), "LOCKED");
}

#[tokio::test]
async fn sec_01_a_second_session_in_a_class_of_terminal_ends_the_first() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    let first = town.sign_in(&zhang).await;
    town.pass(STEP);
    let mobile = SignIn { terminal: Terminal::Mobile, ..town.right(&zhang) };
    let mobile = members.sign_in(mobile).await.unwrap();
    let second = town.sign_in(&zhang).await;

    assert!(members.by_session(&first.secret).await.unwrap().is_none());
    assert!(members.by_session(&mobile.secret).await.unwrap().is_some());
    assert!(members.by_session(&second.secret).await.unwrap().is_some());
    let classes: Vec<String> =
        members.sessions(zhang.id).await.unwrap().into_iter().map(|open| open.terminal).collect();
    assert_eq!(classes, ["DESKTOP", "MOBILE"]);
}

#[tokio::test]
async fn sec_01_a_session_ends_when_unused_and_when_old() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let idle = town.sign_in(&zhang).await;
    town.pass(IDLE);
    assert!(town.store.members().by_session(&idle.secret).await.unwrap().is_none());

    let used = town.sign_in(&zhang).await;
    let end = town.now() + ABSOLUTE;
    while town.now() + TimeDelta::minutes(20) < end {
        town.pass(TimeDelta::minutes(20));
        // A process of its own reads afresh, and writes that the session was seen.
        let seen = town.another_process().await.members().by_session(&used.secret).await.unwrap();
        assert!(seen.is_some(), "{} before the end", end - town.now());
    }
    town.pass(end - town.now());
    assert!(town.another_process().await.members().by_session(&used.secret).await.unwrap().is_none());
}

#[tokio::test]
async fn sec_13_rights_begin_and_end_with_the_posting_to_the_instant() {
    let town = Town::new().await;
    let (from, to) = (town.now() + TimeDelta::minutes(5), town.now() + TimeDelta::minutes(20));
    let period = NewPosting { valid_from: Some(from), valid_to: Some(to), ..posting(Role::Registrar) };
    let zhang = town.hire_for("zhang", town.a, period).await;
    let members = town.store.members();

    town.pass(TimeDelta::minutes(5) - TimeDelta::microseconds(1));
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "NO_POSTING");
    town.pass(TimeDelta::microseconds(1));
    town.pass(STEP);
    let session = members.sign_in(town.right(&zhang)).await.unwrap();

    town.pass(to - town.now() - TimeDelta::microseconds(1));
    assert!(members.by_session(&session.secret).await.unwrap().is_some());
    town.pass(TimeDelta::microseconds(1));
    assert!(members.by_session(&session.secret).await.unwrap().is_none(), "also while it is remembered");
}

#[tokio::test]
async fn a_session_that_was_ended_is_refused_in_every_process_within_a_second() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let session = town.sign_in(&zhang).await;
    let other = town.another_process().await.members();
    assert!(other.by_session(&session.secret).await.unwrap().is_some());

    let ended = session.member.session().unwrap();
    town.operator(town.a).await.end_session(ended).await.unwrap();
    assert!(town.store.members().by_session(&session.secret).await.unwrap().is_none(), "here at once");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(other.by_session(&session.secret).await.unwrap().is_none(), "there within a second");
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let session = town.sign_in(&zhang).await;
    let origin = Origin { request_id: "request-2".to_owned(), terminal: "DESKTOP".to_owned() };
    town.store.members().sign_out(&session.member, &origin).await.unwrap();
    assert!(town.store.members().by_session(&session.secret).await.unwrap().is_none());
}

#[tokio::test]
async fn sec_04_every_attempt_is_in_the_trail_of_the_home_precinct_or_of_the_office() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    assert_eq!(code_of(&members.sign_in(attempt("zhang", "wrong horse battery")).await), "BAD_CREDENTIALS");
    assert_eq!(code_of(&members.sign_in(attempt("hunter2", "wrong horse battery")).await), "BAD_CREDENTIALS");
    town.sign_in(&zhang).await;

    let attempts = AuditFilter { function: Some("signIn".to_owned()), ..AuditFilter::default() };
    let station = town.at_work("auditor", Role::Auditor, town.a).await;
    let trail = town.scope(&station, town.a).unwrap().audit_trail(&attempts, &Paging::new(10, None)).await.unwrap();
    let seen: Vec<_> =
        trail.items.iter().map(|entry| (entry.account, entry.result, entry.condition.as_deref())).collect();
    let auditors = (station.account, Outcome::Ok, None);
    let expected =
        [auditors, (Some(zhang.id), Outcome::Ok, None), (Some(zhang.id), Outcome::Denied, Some("BAD_CREDENTIALS"))];
    assert_eq!(seen, expected);

    let office = town.at_work("inspector", Role::Auditor, town.office).await;
    let trail = town.scope(&office, town.office).unwrap().audit_trail(&attempts, &Paging::new(10, None)).await.unwrap();
    let unknown = trail.items.iter().find(|entry| entry.account.is_none()).unwrap();
    assert_eq!(unknown.result, Outcome::Denied);
    assert!(!format!("{unknown:?}").contains("hunter2"), "what was typed may be a password: {unknown:?}");
}
