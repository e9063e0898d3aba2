//! R08: deaths, and who follows a head.

use tenants::acts::{Death, PaperKind, PersonAddressChange, Seen};
use tenants::roles::Role;
use tests::desk::{ALONE, Desk, FAMILY, Household, Member, day, paper, standing};
use tests::world::Home;

pub(super) fn death(of: &Member) -> Death {
    Death {
        person: of.seen(),
        died_on: day("2026-11-20"),
        papers: vec![paper(PaperKind::MedicalDeathProof)],
        succession: None,
    }
}

/// The head's death, with his wife for a successor.
fn followed(family: &Household) -> Death {
    let wife = family.of("12").id;
    Death { succession: Some(family.succession(wife, &[family.head().id])), ..death(family.head()) }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_06_a_heads_death_names_a_successor_or_is_refused() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        assert_eq!(desk.refused(Role::Registrar, 0, death(family.head())).await, "REG-06");
        let mut partial = followed(&family);
        partial.succession.as_mut().unwrap().relations.pop();
        assert_eq!(desk.refused(Role::Registrar, 0, partial).await, "REG-05");
        desk.perform(Role::Registrar, 0, followed(&family)).await;
        let after = desk.household(0, family.id).await;
        assert_eq!((after.head().id, after.members.len()), (family.of("12").id, family.members.len() - 1));
        assert_eq!((desk.state(family.head().id).await.as_str(), desk.counted(0, "DEATH").await), ("DEAD", 1));
        let other = desk.nth(0, FAMILY, 1).await;
        let needless = Death { succession: followed(&other).succession, ..death(other.of("12")) };
        assert_eq!(desk.refused(Role::Registrar, 0, needless).await, "REG-06", "the head stays");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_07_the_last_members_death_closes_the_household_for_good() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (alone, family) = (desk.find(0, ALONE).await, desk.find(0, FAMILY).await);
        desk.perform(Role::Registrar, 0, death(alone.head())).await;
        let closed = desk.household(0, alone.id).await;
        assert_eq!((closed.state.as_str(), closed.members.len()), ("CLOSED", 0));
        let wife = family.of("12");
        let join = PersonAddressChange {
            person: wife.seen(),
            into: closed.seen(),
            relation: "99".to_owned(),
            succession: None,
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::Registrar, 0, join).await, "REG-07");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_11_12_nobody_dies_twice_or_moves_after_death() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let wife = family.of("12");
        desk.perform(Role::Registrar, 0, death(wife)).await;
        let dead = desk.person(0, wife.id).await;
        assert_eq!(desk.refused(Role::Registrar, 0, Death { person: dead, ..death(wife) }).await, "REG-12");
        let moved = PersonAddressChange {
            person: dead,
            into: other.seen(),
            relation: "99".to_owned(),
            succession: None,
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::Registrar, 0, moved).await, "REG-01");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_04_a_minor_heads_a_family_by_the_chiefs_exception_only() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let child = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
        let mut form =
            Death { succession: Some(family.succession(child.id, &[family.head().id])), ..death(family.head()) };
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "REG-04");
        form.succession.as_mut().unwrap().exception = Some("both parents abroad".to_owned());
        assert_eq!(desk.refused(Role::Registrar, 0, form.clone()).await, "DENIED");
        desk.perform(Role::StationChief, 0, form).await;
        assert_eq!(desk.household(0, family.id).await.head().id, child.id);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_19_a_stale_form_is_refused_with_the_acts_that_came_between() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let done = desk.perform(Role::Registrar, 0, followed(&family)).await;
        let mut stale = death(family.of("12"));
        stale.person = Seen { id: family.head().id, version: Some(family.head().version) };
        let error = desk.hand_in(Role::Registrar, 0, stale).await.unwrap_err().to_string();
        assert!(error.contains(&done.act.number) && error.contains("R08"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r08_a_death_has_a_day_and_a_proof() {
    let desk = Desk::new(Home::Sqlite).await;
    let family = desk.find(0, FAMILY).await;
    let wife = family.of("12");
    let late = Death { died_on: day("2026-11-25"), ..death(wife) };
    assert_eq!(desk.refused(Role::Registrar, 0, late).await, "REG-10");
    let early = Death { died_on: day("1950-11-25"), ..death(wife) };
    assert_eq!(desk.refused(Role::Registrar, 0, early).await, "DEATH-DATE");
    let unproved = Death { papers: vec![paper(PaperKind::Booklet)], ..death(wife) };
    assert_eq!(desk.refused(Role::Registrar, 0, unproved).await, "PAPER");
    let mut wrong = followed(&family);
    let son = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
    let sex = if son.sex == tenants::codes::Sex::Male { "30" } else { "20" };
    let list = &mut wrong.succession.as_mut().unwrap().relations;
    *list = list.iter().map(|one| if one.person == son.id { standing(son.id, sex) } else { one.clone() }).collect();
    assert_eq!(desk.refused(Role::Registrar, 0, wrong).await, "REG-05", "a relation of the other sex");
}
