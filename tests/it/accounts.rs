//! Accounts and postings: who administers whom, what may be held together, and what ends what (SEC-02, SEC-13, PRV-13).

use chrono::TimeDelta;
use tenants::Error;
use tenants::accounts::{AccountState, NewAccount};
use tenants::audit::AuditFilter;
use tenants::audit::Outcome;
use tenants::postings::NewPosting;
use tenants::roles::Role;
use tenants::sessions::ATTEMPTS;
use tenants::store::Origin;

use crate::staff::{Person, Town, account, attempt, code_of, posting, refusal};

#[tokio::test]
async fn sec_02_an_administrator_holds_no_second_posting_at_the_same_time() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    for role in [Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin] {
        let login = role.as_str().to_lowercase();
        let admin = town.hire(&login, role, town.a).await;
        for second in [Role::StationChief, Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin] {
            assert_eq!(refusal(desk.assign_posting(admin.id, posting(second)).await), "SEC-02", "{role} and {second}");
        }
    }
    let chief = town.hire("chief", Role::StationChief, town.a).await;
    assert_eq!(refusal(desk.assign_posting(chief.id, posting(Role::SecurityAdmin)).await), "SEC-02");
    assert_eq!(refusal(desk.assign_posting(chief.id, posting(Role::CommunityOfficer)).await), "OK");
}

#[tokio::test]
async fn sec_02_an_administrator_may_be_posted_elsewhere_after_his_duty_has_ended() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    let end = town.now() + TimeDelta::days(1);
    let duty = NewPosting { valid_to: Some(end), ..posting(Role::SecurityAdmin) };
    let admin = town.hire_for("admin", town.a, duty).await;
    let from = |at| NewPosting { valid_from: Some(at), ..posting(Role::Registrar) };
    assert_eq!(refusal(desk.assign_posting(admin.id, from(end - TimeDelta::microseconds(1))).await), "SEC-02");
    assert_eq!(refusal(desk.assign_posting(admin.id, from(end)).await), "OK");
}

#[tokio::test]
async fn sec_02_nobody_administers_himself() {
    let town = Town::new().await;
    let admin = town.at_work("admin", Role::SecurityAdmin, town.a).await;
    let (desk, own) = (town.desk(&admin, town.a), admin.account.unwrap());
    assert_eq!(refusal(desk.reset_password(own, None, true).await), "DENIED");
    assert_eq!(refusal(desk.end_posting(admin.posting.unwrap(), None).await), "DENIED");
    assert_eq!(refusal(desk.close_account(own).await), "DENIED");
}

#[tokio::test]
async fn sec_03_only_the_security_administrator_sees_accounts_and_who_tries_is_written_down() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    for role in Role::ALL.iter().filter(|role| **role != Role::SecurityAdmin && !role.is_machine()) {
        let precinct = if role.is_district() { town.office } else { town.a };
        let login = format!("x-{}", role.as_str().to_lowercase().replace('_', "-"));
        let member = town.at_work(&login, *role, precinct).await;
        let desk = town.desk(&member, precinct);
        assert_eq!(refusal(desk.accounts(None, 10).await), "DENIED", "{role}");
        assert_eq!(refusal(desk.create_account(account("new.one", posting(Role::Guard))).await), "DENIED", "{role}");
        assert_eq!(refusal(desk.unlock_account(zhang.id).await), "DENIED", "{role}");
        assert_eq!(refusal(desk.tokens().await), "DENIED", "{role}");
    }
    let auditor = town.at_work("auditor", Role::Auditor, town.a).await;
    let denied = AuditFilter {
        result: Some(Outcome::Denied),
        function: Some("unlockAccount".to_owned()),
        ..AuditFilter::default()
    };
    let scope = town.scope(&auditor, town.a).unwrap();
    let stations =
        Role::ALL.iter().filter(|role| **role != Role::SecurityAdmin && !role.is_machine() && !role.is_district());
    assert_eq!(scope.count_audit_trail(&denied).await.unwrap(), stations.count() as u64);
}

#[tokio::test]
async fn prv_13_an_account_of_another_precinct_does_not_exist() {
    let town = Town::new().await;
    let admin = town.at_work("admin-a", Role::SecurityAdmin, town.a).await;
    let theirs = town.hire("zhang-b", Role::Registrar, town.b).await;
    let session = town.sign_in(&theirs).await;
    let desk = town.desk(&admin, town.a);

    assert!(matches!(town.scope(&admin, town.b), Err(Error::NotFound)));
    assert_eq!(refusal(desk.account(theirs.id).await), "NOT_FOUND");
    assert_eq!(refusal(desk.sessions(theirs.id).await), "NOT_FOUND");
    assert_eq!(refusal(desk.unlock_account(theirs.id).await), "NOT_FOUND");
    assert_eq!(refusal(desk.reset_password(theirs.id, None, false).await), "NOT_FOUND");
    assert_eq!(refusal(desk.close_account(theirs.id).await), "NOT_FOUND");
    assert_eq!(refusal(desk.assign_posting(theirs.id, posting(Role::Guard)).await), "NOT_FOUND");
    assert_eq!(refusal(desk.end_posting(theirs.posting, None).await), "NOT_FOUND");
    assert_eq!(refusal(desk.end_session(session.member.session().unwrap()).await), "NOT_FOUND");
    let logins: Vec<String> =
        desk.accounts(None, 100).await.unwrap().into_iter().map(|account| account.login).collect();
    assert_eq!(logins, ["admin-a"]);
    assert_eq!(desk.count_accounts().await.unwrap(), 1);
    assert!(town.store.members().by_session(&session.secret).await.unwrap().is_some());
}

#[tokio::test]
async fn the_offices_administrator_moves_people_between_stations() {
    let town = Town::new().await;
    let office = town.at_work("admin-office", Role::SecurityAdmin, town.office).await;
    let admin_a = town.at_work("admin-a", Role::SecurityAdmin, town.a).await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;

    town.pass(TimeDelta::minutes(1));
    town.desk(&office, town.b).assign_posting(zhang.id, posting(Role::Registrar)).await.unwrap();
    // Whoever could give him a new password could act at B, where A's administrator has no say.
    assert_eq!(refusal(town.desk(&admin_a, town.a).reset_password(zhang.id, None, false).await), "DENIED");
    town.desk(&admin_a, town.a).account(zhang.id).await.unwrap();

    town.pass(TimeDelta::minutes(1));
    town.desk(&office, town.a).end_posting(zhang.posting, None).await.unwrap();
    assert_eq!(town.member(&zhang).await.precinct, town.b);
    assert_eq!(refusal(town.desk(&admin_a, town.a).account(zhang.id).await), "NOT_FOUND");
}

#[tokio::test]
async fn sec_13_ending_a_posting_ends_its_session_at_once_or_when_it_is_over() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let wang = town.hire("wang", Role::Registrar, town.a).await;
    let (out, stays) = (town.sign_in(&zhang).await, town.sign_in(&wang).await);

    desk.end_posting(zhang.posting, None).await.unwrap();
    let later = town.now() + TimeDelta::minutes(10);
    desk.end_posting(wang.posting, Some(later)).await.unwrap();
    let members = town.store.members();
    assert!(members.by_session(&out.secret).await.unwrap().is_none());
    assert!(members.by_session(&stays.secret).await.unwrap().is_some());
    town.pass(TimeDelta::minutes(10));
    assert!(members.by_session(&stays.secret).await.unwrap().is_none());
    assert_eq!(code_of(&members.sign_in(town.right(&wang)).await), "NO_POSTING");
    assert_eq!(refusal(desk.end_posting(wang.posting, None).await), "the posting is over already");
    let past = Some(town.now() - TimeDelta::minutes(1));
    assert_eq!(refusal(desk.end_posting(wang.posting, past).await), "SEC-13");
}

#[tokio::test]
async fn a_reset_replaces_what_was_known_and_ends_what_was_open() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let session = town.sign_in(&zhang).await;
    let new = desk.reset_password(zhang.id, None, true).await.unwrap();

    let members = town.store.members();
    assert!(members.by_session(&session.secret).await.unwrap().is_none());
    town.pass(TimeDelta::seconds(60));
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "BAD_CREDENTIALS");
    let again = Person { password: new.password.clone().unwrap(), ..zhang };
    assert_eq!(code_of(&members.sign_in(town.right(&again)).await), "TOTP_WRONG", "the old second factor");
    let again = Person { totp: new.totp, ..again };
    assert_eq!(code_of(&members.sign_in(town.right(&again)).await), "OK");
}

#[tokio::test]
async fn an_administrator_unlocks_and_closes() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let members = town.store.members();
    for _ in 0..ATTEMPTS {
        assert_eq!(code_of(&members.sign_in(attempt("zhang", "wrong horse battery")).await), "BAD_CREDENTIALS");
    }
    assert!(desk.account(zhang.id).await.unwrap().locked_until.is_some());
    desk.unlock_account(zhang.id).await.unwrap();
    assert!(desk.account(zhang.id).await.unwrap().locked_until.is_none());
    let session = town.sign_in(&zhang).await;

    desk.close_account(zhang.id).await.unwrap();
    assert!(members.by_session(&session.secret).await.unwrap().is_none());
    town.pass(TimeDelta::seconds(60));
    assert_eq!(code_of(&members.sign_in(town.right(&zhang)).await), "BAD_CREDENTIALS");
    let closed = desk.account(zhang.id).await.unwrap();
    assert_eq!(closed.state, AccountState::Closed);
    assert!(closed.postings.iter().all(|posting| !posting.unexpired(town.now())));
}

#[tokio::test]
async fn what_cannot_be_an_account_is_refused_by_name() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    town.hire("zhang", Role::Registrar, town.a).await;
    let with =
        |password: &str| NewAccount { password: Some(password.to_owned()), ..account("wang.li", posting(Role::Guard)) };
    let past = NewPosting { valid_from: Some(town.now() - TimeDelta::days(1)), ..posting(Role::Guard) };
    for (new, code) in [
        (account("zhang", posting(Role::Guard)), "LOGIN_TAKEN"),
        (account("Zhang", posting(Role::Guard)), "LOGIN"),
        (account("zh", posting(Role::Guard)), "LOGIN"),
        (account("1zhang", posting(Role::Guard)), "LOGIN"),
        (NewAccount { name: "　".to_owned(), ..account("wang.li", posting(Role::Guard)) }, "LENGTH"),
        (with("short"), "PASSWORD_TOO_SHORT"),
        (with("wang.li wang.li"), "PASSWORD_PERSONAL"),
        (account("wang.li", posting(Role::DistrictAnalyst)), "ROLE_SEAT"),
        (account("wang.li", past), "SEC-13"),
    ] {
        assert_eq!(refusal(desk.create_account(new).await), code);
    }
    assert_eq!(desk.count_accounts().await.unwrap(), 1, "nothing half-written");
}

#[tokio::test]
async fn accounts_come_by_login_a_page_at_a_time_with_their_postings() {
    let town = Town::new().await;
    let desk = town.operator(town.a).await;
    for login in ["wu", "chen", "li", "zhao", "bai"].map(|name| format!("{name}.x")) {
        town.hire(&login, Role::Auxiliary, town.a).await;
    }
    let first = desk.accounts(None, 2).await.unwrap();
    let second = desk.accounts(Some(&first[1].login), 2).await.unwrap();
    let third = desk.accounts(Some(&second[1].login), 2).await.unwrap();
    assert_eq!((first.len(), second.len(), third.len()), (2, 2, 1));
    let accounts = [first, second, third].concat();
    let logins: Vec<&str> = accounts.iter().map(|account| account.login.as_str()).collect();
    assert_eq!(logins, ["bai.x", "chen.x", "li.x", "wu.x", "zhao.x"]);
    assert!(accounts.iter().all(|account| account.postings.len() == 1 && account.postings[0].role == Role::Auxiliary));
}

#[tokio::test]
async fn anybody_ends_his_own_session_and_nobody_elses() {
    let town = Town::new().await;
    let (zhang, wang) = (town.hire("zhang", Role::Guard, town.a).await, town.hire("wang", Role::Guard, town.a).await);
    let (own, other) = (town.sign_in(&zhang).await, town.sign_in(&wang).await);
    let desk = town.desk(&own.member, town.a);
    assert_eq!(refusal(desk.end_session(other.member.session().unwrap()).await), "NOT_FOUND");
    assert_eq!(desk.sessions(zhang.id).await.unwrap().len(), 1);
    assert_eq!(refusal(desk.sessions(wang.id).await), "DENIED");
    desk.end_session(own.member.session().unwrap()).await.unwrap();
    assert!(town.store.members().by_session(&own.secret).await.unwrap().is_none());
    assert!(town.store.members().by_session(&other.secret).await.unwrap().is_some());
}

#[tokio::test]
async fn a_suspended_precincts_people_are_told_so_and_reach_nothing() {
    let town = Town::new().await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let session = town.sign_in(&zhang).await;
    let code =
        town.store.tenants().list().await.unwrap().into_iter().find(|precinct| precinct.id == town.a).unwrap().code;
    town.store.tenants().set_state(&code, tenants::precincts::PrecinctState::Suspended).await.unwrap();
    let fresh = town.another_process().await.members();
    assert!(matches!(fresh.by_session(&session.secret).await, Err(Error::Suspended)));
    let analyst = town.at_work("analyst", Role::DistrictAnalyst, town.office).await;
    assert_eq!(analyst.precincts, [town.b]);
    let origin = Origin { request_id: "r".to_owned(), terminal: "DESKTOP".to_owned() };
    assert!(matches!(town.store.precinct_of(&analyst, town.a, &origin), Err(Error::NotFound)));
}
