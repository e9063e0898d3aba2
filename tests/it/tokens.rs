//! API tokens: scope, purpose, end, revocation, and what no machine may do (PRV-09, PRV-23).

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tenants::members::{Kind, Member};
use tenants::purposes::Purpose;
use tenants::roles::{Action, Domain, Role};
use tenants::tokens::{IssuedToken, LONGEST, NewApiToken};

use crate::staff::{Person, Town, code_of, refusal};

/// A token for a week over persons and places.
fn wished(town: &Town, machine: &Person) -> NewApiToken {
    NewApiToken {
        name: "outpatient clinic".to_owned(),
        account: machine.id,
        precincts: Vec::new(),
        domains: vec![Domain::Persons, Domain::Places],
        purpose: Purpose::Verification,
        expires_at: town.now() + TimeDelta::days(7),
    }
}

async fn issued(town: &Town) -> IssuedToken {
    let machine = town.hire("machine", Role::Integrator, town.a).await;
    let admin = town.at_work("admin", Role::SecurityAdmin, town.a).await;
    town.desk(&admin, town.a).create_token(wished(town, &machine)).await.unwrap()
}

async fn by(town: &Town, secret: &str) -> Option<Arc<Member>> {
    town.store.members().by_token(secret).await.unwrap()
}

#[tokio::test]
async fn prv_23_a_token_does_what_its_scope_and_its_role_allow_and_no_more() {
    let town = Town::new().await;
    let token = issued(&town).await;
    let member = by(&town, &token.secret).await.unwrap();
    assert!(matches!(&member.kind, Kind::Token { purpose: Purpose::Verification, .. }));
    assert_eq!((member.role, member.precinct), (Role::Integrator, town.a));
    assert!(member.may(Domain::Persons, Action::Search));
    assert!(!member.may(Domain::Households, Action::List), "the role may, the token does not name it");
    assert!(!member.reaches(town.b));
    assert!(by(&town, &token.secret.replace("huji_", "huji-")).await.is_none());
}

#[tokio::test]
async fn prv_09_a_machine_neither_signs_in_nor_reveals_nor_decides() {
    let town = Town::new().await;
    let machine = town.hire("machine", Role::Integrator, town.a).await;
    assert!(machine.password.is_empty() && machine.totp.is_none());
    assert_eq!(code_of(&town.store.members().sign_in(town.right(&machine)).await), "BAD_CREDENTIALS");
    let everything =
        Domain::ALL.iter().copied().filter(|domain| !tenants::roles::actions(Role::Integrator, *domain).is_empty());
    let wish = NewApiToken { domains: everything.collect(), ..wished(&town, &machine) };
    let token = town.operator(town.a).await.create_token(wish).await.unwrap();
    let member = by(&town, &token.secret).await.unwrap();
    for domain in Domain::ALL {
        for action in [Action::Approve, Action::Reveal, Action::Manage] {
            assert!(!member.may(*domain, action), "{action} in {domain}");
        }
    }
}

#[tokio::test]
async fn prv_23_an_expired_client_is_refused_at_once() {
    let town = Town::new().await;
    let token = issued(&town).await;
    town.pass(TimeDelta::days(7) - TimeDelta::minutes(1));
    assert!(by(&town, &token.secret).await.is_some());
    town.pass(token.token.expires_at - town.now());
    assert!(by(&town, &token.secret).await.is_none(), "also while it is remembered");
}

#[tokio::test]
async fn prv_23_a_revoked_token_is_refused_in_every_process_within_a_second() {
    let town = Town::new().await;
    let token = issued(&town).await;
    let other = town.another_process().await.members();
    assert!(other.by_token(&token.secret).await.unwrap().is_some());
    assert!(by(&town, &token.secret).await.is_some());

    town.operator(town.a).await.revoke_token(token.token.id).await.unwrap();
    assert!(by(&town, &token.secret).await.is_none(), "here at once");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(other.by_token(&token.secret).await.unwrap().is_none(), "there within a second");
    let listed = town.operator(town.a).await.tokens().await.unwrap();
    assert!(listed[0].revoked_at.is_some() && listed[0].last_used_at.is_some());
}

#[tokio::test]
async fn sec_13_a_token_ends_with_its_posting() {
    let town = Town::new().await;
    let machine = town.hire("machine", Role::Integrator, town.a).await;
    let desk = town.operator(town.a).await;
    let token = desk.create_token(wished(&town, &machine)).await.unwrap();
    assert!(by(&town, &token.secret).await.is_some());
    desk.end_posting(machine.posting, None).await.unwrap();
    assert!(by(&town, &token.secret).await.is_none());
}

#[tokio::test]
async fn prv_23_a_token_wider_or_longer_than_allowed_is_not_issued() {
    let town = Town::new().await;
    let machine = town.hire("machine", Role::Integrator, town.a).await;
    let admin = town.at_work("admin", Role::SecurityAdmin, town.a).await;
    let desk = town.desk(&admin, town.a);
    let wish = || wished(&town, &machine);
    let year = town.now() + LONGEST;
    for (new, code) in [
        (NewApiToken { expires_at: year + TimeDelta::microseconds(1), ..wish() }, "PRV-23"),
        (NewApiToken { expires_at: town.now(), ..wish() }, "PRV-23"),
        (NewApiToken { domains: Vec::new(), ..wish() }, "PRV-23"),
        (NewApiToken { domains: vec![Domain::Persons, Domain::Audit], ..wish() }, "PRV-23"),
        (NewApiToken { precincts: vec![town.a, town.b], ..wish() }, "NOT_FOUND"),
        (NewApiToken { name: " ".to_owned(), ..wish() }, "LENGTH"),
        (NewApiToken { expires_at: year, ..wish() }, "OK"),
    ] {
        assert_eq!(refusal(desk.create_token(new).await), code);
    }
    assert_eq!(desk.tokens().await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_administrator_cannot_act_as_a_person_by_a_token() {
    let town = Town::new().await;
    let chief = town.hire("chief", Role::StationChief, town.a).await;
    let admin = town.at_work("admin", Role::SecurityAdmin, town.a).await;
    assert_eq!(refusal(town.desk(&admin, town.a).create_token(wished(&town, &chief)).await), "DENIED");
    let own = town.operator(town.a).await.create_token(wished(&town, &chief)).await.unwrap();
    assert_eq!(by(&town, &own.secret).await.unwrap().role, Role::StationChief);
}

#[tokio::test]
async fn prv_13_a_token_of_another_precinct_does_not_exist() {
    let town = Town::new().await;
    let token = issued(&town).await;
    let admin = town.at_work("admin-b", Role::SecurityAdmin, town.b).await;
    let desk = town.desk(&admin, town.b);
    assert_eq!(refusal(desk.token(token.token.id).await), "NOT_FOUND");
    assert_eq!(refusal(desk.revoke_token(token.token.id).await), "NOT_FOUND");
    assert!(desk.tokens().await.unwrap().is_empty());
    assert!(by(&town, &token.secret).await.is_some());
}

#[tokio::test]
async fn a_machine_of_the_office_reaches_the_stations_its_token_names() {
    let town = Town::new().await;
    let machine = town.hire("machine", Role::Integrator, town.office).await;
    let desk = town.operator(town.office).await;
    let one = desk.create_token(NewApiToken { precincts: vec![town.b], ..wished(&town, &machine) }).await.unwrap();
    let all = desk.create_token(wished(&town, &machine)).await.unwrap();
    assert_eq!(by(&town, &one.secret).await.unwrap().precincts, [town.b]);
    assert_eq!(by(&town, &all.secret).await.unwrap().precincts, [town.a, town.b]);
}

#[tokio::test]
async fn prv_23_no_secret_is_in_the_database() {
    let town = Town::new().await;
    let token = issued(&town).await;
    let zhang = town.hire("zhang", Role::Registrar, town.a).await;
    let session = town.sign_in(&zhang).await;
    let otp = zhang.totp.as_ref().map(|totp| totp.secret.clone()).unwrap();
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(town.directory.path()).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |needle: &str| bytes.windows(needle.len()).any(|part| part == needle.as_bytes());
    assert!(holds("outpatient clinic"), "the files were read");
    for secret in [&token.secret, &token.secret[5..], &session.secret, &zhang.password, &otp] {
        assert!(!holds(secret));
    }
}
