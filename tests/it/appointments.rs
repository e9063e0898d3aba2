//! Appointments at the window (§3.8): places that are free, who takes them, what a change of the hours does, and what becomes of them.

mod capacity;
mod changes;
mod visitors;

use std::sync::Arc;

use serde_json::Value;
use tenants::applications::AssistOffice;
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::Ledger;
use tests::world::{Home, World, codes};

/// Saturday at nine in Beijing; a world stands on the Tuesday before, at nine.
pub(crate) const SATURDAY: &str = "2026-11-28T01:00:00Z";

/// Two small precincts, their databases, and the chief of the first.
async fn place(home: Home) -> (World, Ledger, Arc<Member>) {
    let world = World::of(home, 2, 24, 1_000_000).await;
    let ledger = Ledger::of(&world).await;
    let chief = world.member(Role::StationChief, 0);
    (world, ledger, chief)
}

/// What a mutation answers of an appointment, or the code of the refusal.
async fn does(world: &World, who: &Arc<Member>, mutation: &str, input: &str) -> Result<Value, String> {
    let document = format!(
        "mutation {{ {mutation}(input: {{ {input} }}) {{ appointment {{ id number day startsAt endsAt kind state fits matter note byResident \
         visitorName visitorPhone madeBy closedBy reason version }} userErrors {{ code }} }} }}"
    );
    let answer = world.ask(who, &document).await;
    if answer.get("errors").is_some() {
        return Err(codes(&answer).join("+"));
    }
    let payload = &answer["data"][mutation];
    match payload["userErrors"][0]["code"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(payload["appointment"].clone()),
    }
}

/// A resident takes a place for himself.
pub(crate) async fn books(world: &World, resident: &Arc<Member>, starts_at: &str) -> Result<Value, String> {
    does(world, resident, "bookAppointment", &format!("startsAt: \"{starts_at}\", matter: REGISTER")).await
}

/// Staff takes one for somebody.
pub(crate) async fn books_for(
    world: &World,
    staff: &Arc<Member>,
    starts_at: &str,
    name: &str,
) -> Result<Value, String> {
    let input = format!("startsAt: \"{starts_at}\", matter: JOINT_SERVICE, visitor: {{ name: \"{name}\" }}");
    does(world, staff, "bookAppointment", &input).await
}

/// A step of an appointment.
pub(crate) async fn steps(world: &World, who: &Arc<Member>, step: &str, of: &Value) -> Result<Value, String> {
    does(world, who, step, &format!("appointmentId: {}, expectedVersion: {}", of["id"], of["version"])).await
}

/// The free places of a slot, if there is such a slot.
pub(crate) async fn free(world: &World, who: &Arc<Member>, starts_at: &str) -> Option<i64> {
    let day = &starts_at[..10];
    let slots = format!("{{ precinct {{ appointmentSlots(from: \"{day}\", to: \"{day}\") {{ startsAt free }} }} }}");
    let slots = world.data(who, &slots).await["precinct"]["appointmentSlots"].clone();
    let is_it = |slot: &&Value| at(&slot["startsAt"]) == at(&starts_at.into());
    slots.as_array().unwrap().iter().find(is_it).and_then(|slot| slot["free"].as_i64())
}

fn at(value: &Value) -> chrono::DateTime<chrono::Utc> {
    value.as_str().unwrap().parse().unwrap()
}

/// Changes the hours; how many bookings lost their place, or the code of the refusal.
async fn sets(world: &World, who: &Arc<Member>, mutation: &str, input: &str) -> Result<i64, String> {
    let document = format!("mutation {{ {mutation}(input: {{ {input} }}) {{ unfit userErrors {{ code }} }} }}");
    let answer = world.ask(who, &document).await;
    if answer.get("errors").is_some() {
        return Err(codes(&answer).join("+"));
    }
    let payload = &answer["data"][mutation];
    match payload["userErrors"][0]["code"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(payload["unfit"].as_i64().unwrap()),
    }
}

/// A window from nine to noon with so many places a slot of half an hour.
fn morning(capacity: u8, walk_ins: u8) -> String {
    format!("[{{ opens: \"09:00\", closes: \"12:00\", slotMinutes: 30, capacity: {capacity}, walkIns: {walk_ins} }}]")
}

/// Whoever must neither book nor see who did.
fn strangers(world: &World) -> Vec<Arc<Member>> {
    let clerk =
        Member { office: Some(AssistOffice::Housing), ..Member::clone(&world.member(Role::DepartmentClerk, 0)) };
    let others =
        [Role::GridWorker, Role::Dispatcher, Role::Auditor, Role::SecurityAdmin, Role::Integrator, Role::Landlord];
    others.iter().map(|role| world.member(*role, 0)).chain([Arc::new(clerk)]).collect()
}
