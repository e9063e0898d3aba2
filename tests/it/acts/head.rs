//! R17 and relations.

use tenants::acts::{HeadChange, PaperKind, RelationCorrection};
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, Household, paper, standing};
use tests::world::Home;

pub(super) fn head_change(family: &Household) -> HeadChange {
    let wife = family.of("12").id;
    HeadChange {
        household: family.seen(),
        succession: family.succession(wife, &[]),
        papers: vec![paper(PaperKind::Consent)],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r17_exactly_one_head_before_and_after_and_a_complete_list() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let silent = HeadChange { papers: Vec::new(), ..head_change(&family) };
        assert_eq!(desk.refused(Role::Registrar, 0, silent).await, "PAPER");
        let mut doubled = head_change(&family);
        let first = doubled.succession.relations[0].clone();
        doubled.succession.relations.push(first);
        assert_eq!(desk.refused(Role::Registrar, 0, doubled).await, "REG-05");
        let mut same = head_change(&family);
        same.succession.head = family.head().id;
        assert_eq!(desk.refused(Role::Registrar, 0, same).await, "REG-03");
        let mut two = head_change(&family);
        two.succession.relations[0].relation = "02".to_owned();
        assert_eq!(desk.refused(Role::Registrar, 0, two).await, "REG-03");
        let mut good = head_change(&family);
        good.succession.relations.iter_mut().filter(|one| one.person == family.head().id).for_each(|one| {
            one.relation = "11".to_owned();
        });
        desk.perform(Role::Registrar, 0, good).await;
        let after = desk.household(0, family.id).await;
        assert_eq!((after.head().id, after.of("11").id), (family.of("12").id, family.head().id));
        let masked: String = desk
            .ledger
            .value(
                0,
                "SELECT head_name_masked FROM household WHERE precinct_id = $1 AND id = $2",
                vec![family.id.0.into()],
            )
            .await;
        let name: String = desk
            .ledger
            .value(
                0,
                "SELECT name_masked FROM person WHERE precinct_id = $1 AND id = $2",
                vec![after.head().id.0.into()],
            )
            .await;
        assert_eq!(masked, name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_05_a_wrong_relation_is_corrected_from_its_beginning() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let form = RelationCorrection {
            household: family.seen(),
            relations: vec![standing(family.of("12").id, "10")],
            papers: Vec::new(),
        };
        desk.perform(Role::Registrar, 0, form).await;
        assert_eq!(desk.household(0, family.id).await.of("10").id, family.of("12").id);
        let rows: i64 = desk
            .ledger
            .value(
                0,
                "SELECT count(*) FROM membership WHERE precinct_id = $1 AND person_id = $2 AND superseded_at IS NULL",
                vec![family.of("12").id.0.into()],
            )
            .await;
        assert_eq!(rows, 1, "the wrong one is not believed for any day");
        let family = desk.household(0, family.id).await;
        let head = RelationCorrection {
            household: family.seen(),
            relations: vec![standing(family.head().id, "99")],
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::Registrar, 0, head).await, "REG-03");
    }
}
