//! REG-09: an act is undone by another that names it.

use tenants::acts::{Basis, HouseholdAddressChange, ItemChange, ItemKind, NameChange, PaperKind, Repair};
use tenants::ids::ActId;
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, compared, paper};
use tests::world::Home;

fn repair(act: ActId) -> Repair {
    Repair { act, papers: Vec::new() }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_09_a_wrong_change_of_head_is_undone_and_named() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wrong = desk.perform(Role::Registrar, 0, super::head::head_change(&family)).await;
        assert_eq!(desk.refused(Role::Registrar, 0, repair(wrong.act.id)).await, "DENIED");
        let done = desk.perform(Role::StationChief, 0, repair(wrong.act.id)).await;
        assert_eq!((done.act.kind.as_str(), done.act.repairs), ("R17", Some(wrong.act.id)));
        let after = desk.household(0, family.id).await;
        let relations = |household: &tests::desk::Household| -> Vec<(String, uuid::Uuid)> {
            household.members.iter().map(|member| (member.relation.clone(), member.id.0)).collect()
        };
        assert_eq!(relations(&after), relations(&family));
        assert_eq!(desk.refused(Role::StationChief, 0, repair(wrong.act.id)).await, "REG-09", "once only");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_09_a_wrong_address_name_and_item_are_undone() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let form = HouseholdAddressChange {
            household: family.seen(),
            dwelling: desk.empty_dwelling(0).await,
            papers: vec![paper(PaperKind::DwellingTitle)],
        };
        let moved = desk.perform(Role::Registrar, 0, form).await;
        desk.perform(Role::StationChief, 0, repair(moved.act.id)).await;
        assert_eq!(desk.household(0, family.id).await.dwelling, family.dwelling);

        let name = "SELECT name FROM person WHERE precinct_id = $1 AND id = $2";
        let head = desk.household(0, family.id).await.head().clone();
        let old: String = desk.ledger.value(0, name, vec![head.id.0.into()]).await;
        let form =
            NameChange {
                person: head.seen(), name: "欧阳错".to_owned(), comparison: compared(), papers: Vec::new()
            };
        let renamed = desk.perform(Role::Registrar, 0, form).await;
        desk.perform(Role::StationChief, 0, repair(renamed.act.id)).await;
        let now: String = desk.ledger.value(0, name, vec![head.id.0.into()]).await;
        assert_eq!(now, old);

        let form = ItemChange {
            person: desk.person(0, head.id).await,
            kind: ItemKind::Education,
            value: "本科".to_owned(),
            basis: Basis::Change,
            papers: Vec::new(),
        };
        let changed = desk.perform(Role::Registrar, 0, form).await;
        desk.perform(Role::StationChief, 0, repair(changed.act.id)).await;
        let sql =
            "SELECT count(*) FROM person_item WHERE precinct_id = $1 AND person_id = $2 AND superseded_at IS NULL";
        let believed: i64 = desk.ledger.value(0, sql, vec![head.id.0.into()]).await;
        assert_eq!(believed, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_09_what_cannot_be_undone_or_is_built_upon_says_so() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wrong = desk.perform(Role::Registrar, 0, super::head::head_change(&family)).await;
        let after = desk.household(0, family.id).await;
        let death = super::death::death(after.members.iter().find(|member| member.id == family.head().id).unwrap());
        let died_on = tests::desk::day("2026-11-24");
        let died = desk.perform(Role::Registrar, 0, tenants::acts::Death { died_on, ..death }).await;
        assert_eq!(desk.refused(Role::StationChief, 0, repair(wrong.act.id)).await, "REG-09");
        let told = desk.hand_in(Role::StationChief, 0, repair(died.act.id)).await.unwrap_err().to_string();
        assert!(told.contains("R13"), "{told}");
    }
}
