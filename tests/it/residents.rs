//! Residents on their own telephones: coming in, saying who they are, reading what is theirs, filing what they need, and asking for their rights.

pub(crate) mod applications;
mod binding;
mod door;
mod own;
mod rights;
mod sign_in;

use std::sync::Arc;

use serde_json::Value;
use tenants::members::Member;
use tenants::residents::{BETWEEN, CodeRequest, PhoneSignIn};
use tenants::roles::Role;
use tests::ledger::{Known, Ledger};
use tests::world::{Home, World};

/// Somebody of age, alive, with number and telephone on record, who belongs to a family's household.
pub(crate) const ADULT: &str = "p.birth_date < '2000-01-01' AND p.birth_date > '1930-01-01' AND p.number_sealed IS NOT NULL \
     AND p.phone_sealed IS NOT NULL AND p.death_on IS NULL AND NOT p.restricted AND EXISTS (SELECT 1 FROM membership m \
     JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id WHERE m.precinct_id = p.precinct_id \
     AND m.person_id = p.id AND m.effective_to IS NULL AND m.superseded_at IS NULL AND h.kind = 'FAMILY' AND h.member_count > 1)";

/// Two small precincts, and what stands in them.
async fn place(home: Home) -> (World, Ledger) {
    let world = World::of(home, 2, 24, 1_000_000).await;
    let ledger = Ledger::of(&world).await;
    (world, ledger)
}

fn asked(phone: &str) -> CodeRequest {
    CodeRequest { phone: phone.to_owned(), address: "10.33.0.9".to_owned(), request_id: "request-1".to_owned() }
}

/// A code for a telephone, a minute after any before it.
async fn code(world: &World, phone: &str) -> String {
    world.clock.advance(BETWEEN);
    world.store.members().request_code(&asked(phone)).await.unwrap().expect("a code is sent").code
}

async fn station(world: &World, at: usize) -> String {
    let (_, stations) = world.store.members().welcome().await.unwrap();
    stations.into_iter().find(|station| station.id == world.precinct(at)).expect("a station").code
}

/// An attempt with everything but the station.
fn attempt(phone: &str, code: &str) -> PhoneSignIn {
    PhoneSignIn {
        phone: phone.to_owned(),
        code: code.to_owned(),
        station: None,
        notice: Some(1),
        address: "10.33.0.9".to_owned(),
        user_agent: "test".to_owned(),
        request_id: "request-1".to_owned(),
    }
}

/// Signs a telephone in, at a station when it is the first time.
pub(crate) async fn resident(world: &World, phone: &str, at: usize) -> Arc<Member> {
    let (code, station) = (code(world, phone).await, station(world, at).await);
    let attempt = PhoneSignIn { station: Some(station), ..attempt(phone, &code) };
    world.store.members().sign_in_by_phone(&attempt).await.expect("signed in").member
}

pub(crate) fn bind(name: &str, number: &str) -> String {
    format!(
        "mutation {{ bindMyself(input: {{ name: {name:?}, idNumber: {number:?} }}) {{ standing userErrors {{ code field }} }} }}"
    )
}

/// Somebody of the register whose telephone signs in and whose record is linked.
pub(crate) async fn linked(world: &World, known: &Known, at: usize) -> Arc<Member> {
    let member = resident(world, known.phone.as_deref().unwrap(), at).await;
    let answer = world.data(&member, &bind(&known.name, known.number.as_deref().unwrap())).await;
    assert_eq!(answer["bindMyself"]["standing"], "LINKED", "{answer}");
    member
}

/// The trail's entries of a function, the newest first.
async fn trail(world: &World, at: usize, function: &str) -> Vec<Value> {
    let auditor = world.member(Role::Auditor, at);
    let document = format!(
        "{{ precinct {{ auditTrail(first: 100, filter: {{ function: \"{function}\" }}) {{ nodes {{ result condition role rowCount objectId }} }} }} }}"
    );
    world.data(&auditor, &document).await["precinct"]["auditTrail"]["nodes"].as_array().expect("nodes").clone()
}
