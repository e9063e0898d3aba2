//! REG-08, REG-10: every change names its act, and both axes of time are kept.

use chrono::TimeDelta;
use tenants::acts::Order;
use tenants::memberships::Moment;
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, day, order};
use tests::world::Home;

#[tokio::test(flavor = "multi_thread")]
async fn reg_10_a_backdated_act_is_law_since_its_day_and_known_since_it_was_recorded() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, &format!("{FAMILY} AND h.established_on < '2026-01-01'")).await;
        desk.world.clock.advance(TimeDelta::hours(3));
        let backdated = Order { effective_on: Some(day("2026-11-10")), ..order() };
        let scope = desk.scope(Role::Registrar, 0);
        let done = scope.perform(&super::head::head_change(&family).into(), &backdated).await.unwrap();
        let before = done.act.recorded_at - TimeDelta::minutes(1);
        let id = family.id;
        let head = |moment: Moment| {
            let scope = desk.scope(Role::Registrar, 0);
            async move {
                let members = scope.members_of(&[id], moment).await.unwrap();
                members.into_iter().find(tenants::memberships::Membership::is_head).unwrap().person
            }
        };
        let (old, new) = (family.head().id, family.of("12").id);
        assert_eq!(head(Moment { on: Some(day("2026-11-09")), known: None }).await, old);
        assert_eq!(head(Moment { on: Some(day("2026-11-10")), known: None }).await, new);
        assert_eq!(head(Moment { on: Some(day("2026-11-10")), known: Some(before) }).await, old);
        assert_eq!(head(Moment::default()).await, new);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_an_act_says_what_it_concerned_and_a_record_by_what_it_changed() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let done = desk.perform(Role::Registrar, 0, super::head::head_change(&family)).await;
        let scope = desk.scope(Role::StationChief, 0);
        let subjects = scope.act_subjects(&[done.act.id]).await.unwrap();
        let households = subjects.iter().filter(|subject| subject.household == Some(family.id)).count();
        let persons = subjects.iter().filter(|subject| subject.person.is_some()).count();
        assert_eq!((households, persons), (1, family.members.len()));
        let other = desk.world.member(Role::CommunityOfficer, 0);
        let other = std::sync::Arc::new(tenants::members::Member { beats: Vec::new(), ..(*other).clone() });
        let origin = tenants::store::Origin { request_id: "request-1".to_owned(), terminal: "DESKTOP".to_owned() };
        let hidden = desk.world.store.precinct(&other, &origin).act_subjects(&[done.act.id]).await.unwrap();
        assert_eq!(hidden.len(), subjects.len());
        assert!(hidden.iter().all(|subject| subject.household.is_none() && subject.person.is_none()), "not his beats");
        let of_household = scope.acts_of_household(family.id).await.unwrap();
        let of_person = scope.acts_of_person(family.head().id).await.unwrap();
        assert_eq!((of_household[0].id, of_person[0].id), (done.act.id, done.act.id));
        let events = scope.events_after(0, 100).await.unwrap().events;
        let of_act: Vec<&str> =
            events.iter().filter(|event| event.act == Some(done.act.id)).map(|event| event.kind.as_str()).collect();
        assert_eq!(of_act.len(), 2 + family.members.len());
        assert!(
            of_act.contains(&"ACT_RECORDED")
                && of_act.contains(&"HOUSEHOLD_CHANGED")
                && of_act.contains(&"PERSON_CHANGED")
        );
        let trail =
            "SELECT count(*) FROM audit_entry WHERE precinct_id = $1 AND function = 'performAct' AND object_id = $2";
        let entries: i64 = desk.ledger.value(0, trail, vec![done.act.id.0.into()]).await;
        assert_eq!(entries, 1);
    }
}
