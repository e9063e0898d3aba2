//! R07: address changes within the precinct.

use tenants::acts::{HouseholdAddressChange, PaperKind, PersonAddressChange};
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, day, paper};
use tests::world::Home;

#[tokio::test(flavor = "multi_thread")]
async fn r07_a_household_moves_with_its_members_and_keeps_its_past_address() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let to = desk.empty_dwelling(0).await;
        let form = HouseholdAddressChange {
            household: family.seen(),
            dwelling: to,
            papers: vec![paper(PaperKind::DwellingTitle)],
        };
        let unproved = HouseholdAddressChange { papers: Vec::new(), ..form.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, unproved).await, "PAPER");
        desk.perform(Role::Registrar, 0, form).await;
        assert_eq!(desk.household(0, family.id).await.dwelling, to);
        let believed = "SELECT count(*) FROM household_address WHERE precinct_id = $1 AND household_id = $2 AND superseded_at IS NULL \
             AND effective_to = '2026-11-24'";
        let ended: i64 = desk.ledger.value(0, believed, vec![family.id.0.into()]).await;
        assert_eq!(ended, 1);
        let same = HouseholdAddressChange {
            household: desk.household(0, family.id).await.seen(),
            dwelling: to,
            papers: vec![paper(PaperKind::DwellingTitle)],
        };
        assert_eq!(desk.refused(Role::Registrar, 0, same).await, "REG-13");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_13_a_household_never_goes_to_another_precincts_dwelling() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, foreign) = (desk.find(0, FAMILY).await, desk.empty_dwelling(1).await);
        let form = HouseholdAddressChange {
            household: family.seen(),
            dwelling: foreign,
            papers: vec![paper(PaperKind::DwellingTitle)],
        };
        assert_eq!(desk.refused(Role::Registrar, 0, form).await, "NOT_FOUND");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r07_reg_16_a_person_changes_household_and_a_minor_with_a_guardians_consent() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let child = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
        let mut form = PersonAddressChange {
            person: child.seen(),
            into: other.seen(),
            relation: "97".to_owned(),
            succession: None,
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::Registrar, 0, form.clone()).await, "REG-16");
        form.papers = vec![paper(PaperKind::GuardianConsent)];
        desk.perform(Role::Registrar, 0, form).await;
        let (left, joined) = (desk.household(0, family.id).await, desk.household(0, other.id).await);
        assert_eq!(left.members.len(), family.members.len() - 1);
        assert_eq!(joined.members.len(), other.members.len() + 1);
        assert_eq!(joined.version, other.version + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_18_husband_and_wife_may_be_registered_apart_and_a_member_need_be_no_kin() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let wife = family.of("12");
        let form = PersonAddressChange {
            person: wife.seen(),
            into: other.seen(),
            relation: "99".to_owned(),
            succession: None,
            papers: Vec::new(),
        };
        desk.perform(Role::Registrar, 0, form).await;
        let (left, joined) = (desk.household(0, family.id).await, desk.household(0, other.id).await);
        assert!(left.members.iter().all(|member| member.id != wife.id) && !left.members.is_empty());
        assert_eq!(joined.of("99").id, wife.id);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_02_mov_12_nothing_ends_before_it_began() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let form = PersonAddressChange {
            person: family.of("12").seen(),
            into: other.seen(),
            relation: "99".to_owned(),
            succession: None,
            papers: vec![paper(PaperKind::GuardianConsent)],
        };
        let order = tenants::acts::Order { effective_on: Some(day("1970-01-01")), ..tests::desk::order() };
        let refused = desk.scope(Role::Registrar, 0).perform(&form.into(), &order).await;
        assert_eq!(tests::desk::rule(refused), "REG-02");
    }
}
