//! R15, R16: households part and join; the count of persons stays.

use tenants::acts::{Merge, PaperKind, Split};
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, Household, day, paper, standing};
use tests::world::Home;

/// The wife leaves with the other members who are named.
fn split(family: &Household) -> Split {
    Split {
        household: family.seen(),
        movers: vec![standing(family.of("12").id, "02")],
        dwelling: family.dwelling,
        succession: None,
        papers: vec![paper(PaperKind::Judgment)],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r15_movers_found_a_household_at_the_same_address_and_both_have_one_head() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let done = desk.perform(Role::Registrar, 0, split(&family)).await;
        let new = desk.household(0, done.household.unwrap().id).await;
        assert_eq!((new.head().id, new.dwelling), (family.of("12").id, family.dwelling));
        assert_eq!(desk.household(0, family.id).await.members.len(), family.members.len() - 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_06_16_a_split_leaves_no_headless_household_and_no_minor_alone() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let mut head_leaves = split(&family);
        head_leaves.movers = vec![standing(family.head().id, "02")];
        assert_eq!(desk.refused(Role::Registrar, 0, head_leaves.clone()).await, "REG-06");
        head_leaves.succession = Some(family.succession(family.of("12").id, &[family.head().id]));
        let child = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
        let mut child_leaves = split(&family);
        child_leaves.movers = vec![standing(child.id, "02")];
        assert_eq!(desk.refused(Role::Registrar, 0, child_leaves.clone()).await, "REG-16", "without consent");
        child_leaves.papers.push(paper(PaperKind::GuardianConsent));
        assert_eq!(desk.refused(Role::Registrar, 0, child_leaves).await, "REG-16", "nor alone");
        let mut two_heads = split(&family);
        two_heads.movers.push(standing(family.head().id, "02"));
        assert_eq!(desk.refused(Role::Registrar, 0, two_heads).await, "REG-03");
        desk.perform(Role::Registrar, 0, head_leaves).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r16_all_members_enter_the_other_household_and_theirs_closes() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let done = desk.perform(Role::Registrar, 0, split(&family)).await;
        let (from, into) = (desk.household(0, done.household.unwrap().id).await, desk.household(0, family.id).await);
        let form = Merge {
            from: from.seen(),
            into: into.seen(),
            relations: vec![standing(from.head().id, "12")],
            papers: vec![paper(PaperKind::Consent), paper(PaperKind::Consent)],
        };
        let alone = Merge { papers: vec![paper(PaperKind::Consent)], ..form.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, alone).await, "PAPER");
        let missing = Merge { relations: Vec::new(), ..form.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, missing).await, "REG-05");
        let strangers = Merge { into: desk.nth(0, FAMILY, 1).await.seen(), ..form.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, strangers).await, "R16");
        desk.perform(Role::Registrar, 0, form).await;
        assert_eq!(desk.household(0, from.id).await.state, "CLOSED");
        assert_eq!(desk.household(0, family.id).await.members.len(), family.members.len());
        assert_eq!(desk.counted(0, "EXTERNAL_OUT").await, 0, "nobody came or went");
    }
}
