//! R21: other items.

use tenants::acts::{Basis, ItemChange, ItemKind, Order};
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, day, order};
use tests::world::Home;

#[tokio::test(flavor = "multi_thread")]
async fn r21_a_change_keeps_the_old_value_and_a_correction_takes_its_place() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let head = family.head();
        let item = |person, value: &str, basis| ItemChange {
            person,
            kind: ItemKind::Marital,
            value: value.to_owned(),
            basis,
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::Registrar, 0, item(head.seen(), "777", Basis::Change)).await, "ITEM");
        let long_ago = Order { effective_on: Some(day("2026-01-10")), ..order() };
        let first = item(head.seen(), "20", Basis::Change).into();
        desk.scope(Role::Registrar, 0).perform(&first, &long_ago).await.unwrap();
        let seen = desk.person(0, head.id).await;
        assert_eq!(seen.version, Some(head.version + 1));
        desk.perform(Role::Registrar, 0, item(seen, "40", Basis::Change)).await;
        let seen = desk.person(0, head.id).await;
        desk.perform(Role::Registrar, 0, item(seen, "30", Basis::Correction)).await;
        let sql =
            "SELECT count(*) FROM person_item WHERE precinct_id = $1 AND person_id = $2 AND superseded_at IS NULL";
        let believed: i64 = desk.ledger.value(0, sql, vec![head.id.0.into()]).await;
        assert_eq!(believed, 2, "the first value until the change, and the corrected one since");
        let all: i64 = desk
            .ledger
            .value(
                0,
                "SELECT count(*) FROM person_item WHERE precinct_id = $1 AND person_id = $2",
                vec![head.id.0.into()],
            )
            .await;
        assert_eq!(all, 4, "nothing was overwritten");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_19_an_items_value_stands_sealed_and_a_telephone_is_found_by_its_hash() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let form = ItemChange {
            person: family.head().seen(),
            kind: ItemKind::Phone,
            value: "138 0000 4321".to_owned(),
            basis: Basis::Change,
            papers: Vec::new(),
        };
        let done = desk.perform(Role::Registrar, 0, form).await;
        assert_eq!(done.persons[0].phone.as_deref(), Some("138****4321"));
        let hash = desk.world.store.keys().phone_hash("13800004321");
        let found = desk.ledger.value::<uuid::Uuid>(
            0,
            "SELECT id FROM person WHERE precinct_id = $1 AND phone_hash = $2",
            vec![hash.into()],
        );
        assert_eq!(found.await, family.head().id.0);
        let sealed: Vec<u8> = desk
            .ledger
            .value(0, "SELECT value_sealed FROM person_item WHERE precinct_id = $1 ORDER BY id DESC LIMIT 1", vec![])
            .await;
        assert!(!sealed.windows(4).any(|part| part == b"4321"));
    }
}
