//! The direct path and the ordinary path answer the same bytes; pages read a constant number of statements.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use tenants::roles::Role;
use tests::world::{Home, World};

const HOUSEHOLD: [&str; 13] = [
    "id",
    "number",
    "kind",
    "state",
    "address",
    "addressMasked",
    "headName",
    "memberCount",
    "establishedOn",
    "closedOn",
    "version",
    "updatedAt",
    "__typename",
];
const MEMBERSHIP: [&str; 9] = [
    "id",
    "relationCode",
    "isHead",
    "reason",
    "effectiveFrom",
    "effectiveTo",
    "recordedAt",
    "relation { code label labelEn validFrom validTo }",
    "__typename",
];
const PERSON: [&str; 12] = [
    "id",
    "name",
    "sex",
    "birth",
    "idNumber",
    "phone",
    "isMinor",
    "category",
    "registeredPlace",
    "deceased",
    "version",
    "__typename",
];

/// What sends a household down the ordinary path and costs nothing: a field the direct writers do not know.
const ORDINARY: &str = "community { id }";

fn some(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::subsequence(of, 1..of.len()).prop_map(|fields| fields.join(" "))
}

/// A selection of a household, with members or without, through fragments, aliases and directives.
fn household() -> impl Strategy<Value = String> {
    let member = (some(&MEMBERSHIP), proptest::option::of(some(&PERSON)));
    (some(&HOUSEHOLD), proptest::option::of(member), any::<bool>(), any::<bool>()).prop_map(
        |(plain, member, fragment, skip)| {
            let member = member.map_or(String::new(), |(plain, person)| {
                let person = person.map_or(String::new(), |person| format!("person {{ {person} }}"));
                format!("people: members @include(if: {}) {{ {plain} {person} }}", !skip)
            });
            if fragment {
                format!("... on Household {{ {plain} }} {member} ... on Node {{ node: id }}")
            } else {
                format!("{plain} also: number {member}")
            }
        },
    )
}

/// The same document but for one field more, which is taken out of the answer again.
fn without_marker(answer: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(answer).expect("JSON");
    strip(&mut value);
    value.to_string()
}

fn strip(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("marker");
            fields.remove("requestId");
            fields.remove("cost");
            fields.values_mut().for_each(strip);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

async fn compare(world: &World, selections: Vec<(String, u32)>) {
    for role in [Role::StationChief, Role::CommunityOfficer] {
        let member = world.member(role, 0);
        for (selection, first) in &selections {
            let page = |selection: &str| {
                format!(
                    "{{ precinct {{ households(first: {first}) {{ edges {{ cursor node {{ {selection} }} }} pageInfo {{ hasNextPage endCursor startCursor hasPreviousPage }} }} }} }}"
                )
            };
            let direct = world.bytes(Some(&member), &page(selection)).await;
            let ordinary = world.bytes(Some(&member), &page(&format!("{selection} marker: {ORDINARY}"))).await;
            assert!(!direct.contains("\"errors\""), "{selection}: {direct}");
            assert_eq!(without_marker(&direct), without_marker(&ordinary), "{selection}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_paths_answer_the_same_bytes() {
    let strategy = proptest::collection::vec((household(), 1u32..40), 60);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let selections = strategy.new_tree(&mut runner).expect("selections").current();
    for home in Home::all() {
        compare(&World::new(home).await, selections.clone()).await;
    }
}

/// Statements that one document costs, the audit trail's own included.
async fn statements(world: &World, document: &str) -> Vec<String> {
    let chief = world.member(Role::StationChief, 0);
    world.data(&chief, document).await;
    world.store.meter().keep();
    world.data(&chief, document).await;
    world.store.meter().keep()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_costs_the_same_statements_whatever_its_rows() {
    for home in Home::all() {
        let world = World::new(home).await;
        let hot = |first| {
            format!(
                "{{ precinct {{ households(first: {first}) {{ nodes {{ number members {{ relationCode person {{ name }} }} }} }} }} }}"
            )
        };
        let deep = |first| {
            format!(
                "{{ precinct {{ households(first: {first}) {{ nodes {{ number community {{ name }} beat {{ name }} dwelling {{ label building {{ name }} }} \
                     members {{ act {{ number }} person {{ name residence }} }} }} }} }} }}"
            )
        };
        for document in [&hot as &dyn Fn(u32) -> String, &deep] {
            let (few, many) = (statements(&world, &document(2)).await, statements(&world, &document(50)).await);
            assert_eq!(few.len(), many.len(), "{}\n{}", document(2), many.join("\n"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_district_reads_its_precincts_by_one_statement_whatever_their_number() {
    for home in Home::all() {
        let mut counts = Vec::new();
        for precincts in [2, 5] {
            let world = World::of(home, precincts, 20, 1_000).await;
            let analyst = world.officer_of_district(Role::DistrictAnalyst);
            let document = "{ district { name overview { households } precincts(first: 100) { nodes { name overview { households actualPopulation } } } } }";
            world.data(&analyst, document).await;
            let before = world.store.meter().statements();
            let data = world.data(&analyst, document).await;
            assert_eq!(data["district"]["precincts"]["nodes"].as_array().map(Vec::len), Some(precincts));
            counts.push(world.store.meter().statements() - before);
        }
        assert_eq!(counts[0], counts[1]);
    }
}
