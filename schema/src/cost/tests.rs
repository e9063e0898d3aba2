//! The price list, applied.

use async_graphql::parser::parse_query;
use proptest::prelude::*;
use serde_json::json;

use super::*;

const SDL: &str = "
type Query { precinct: Precinct! district: District! nodes(ids: [ID!]!): [Node]! }
type Mutation { openCaseFile(input: Int): Payload! }
interface Node { id: ID! }
type Payload { caseFile: Node }
type District { precincts(first: Int): PrecinctConnection! }
type PrecinctConnection { nodes: [Precinct!]! }
type Precinct { code: String! households(first: Int, after: String): HouseholdConnection! personSearch: Int! }
type HouseholdConnection { edges: [HouseholdEdge!]! nodes: [Household!]! totalCount: Int! }
type HouseholdEdge { cursor: String! node: Household! }
type Household implements Node { id: ID! number: String! members: [Membership!]! }
type Membership { person: Person! }
type Person { name: String! household: Household }
";

fn cost_with(text: &str, variables: serde_json::Value) -> u64 {
    let model = Model::new(Shape::from_sdl(SDL).expect("the SDL parses"));
    let document = parse_query(text).expect("the document parses");
    let operation = document.operations.iter().next().expect("one operation").1.node.clone();
    model.cost(&document, &operation, &Variables::from_json(variables)).estimated
}

fn cost(text: &str) -> u64 {
    cost_with(text, json!({}))
}

#[test]
fn scalars_are_free_and_objects_cost_a_point() {
    assert_eq!(cost("{ __typename }"), 0);
    assert_eq!(cost("{ precinct { code } }"), 1);
}

#[test]
fn a_page_costs_its_items_times_what_each_selects() {
    // precinct 1, connection 1, twenty times (household 1 + five members with a person each).
    assert_eq!(cost("{ precinct { households { nodes { members { person { name } } } } } }"), 2 + 20 * (1 + 5 * 2));
    assert_eq!(cost("{ precinct { households(first: 3) { edges { node { number } } } } }"), 2 + 3 * 2);
}

#[test]
fn l20_first_is_clamped_before_it_multiplies() {
    let hundred = cost("{ precinct { households(first: 100) { nodes { number } } } }");
    assert_eq!(cost("{ precinct { households(first: 2000000000) { nodes { number } } } }"), hundred);
    assert_eq!(cost("{ precinct { households(first: -1) { nodes { number } } } }"), 3);
}

#[test]
fn l20_first_from_a_variable_or_its_default_counts_alike() {
    let text = "query($n: Int = 7) { precinct { households(first: $n) { nodes { number } } } }";
    assert_eq!(cost_with(text, json!({})), 2 + 7);
    assert_eq!(cost_with(text, json!({ "n": 50 })), 2 + 50);
}

#[test]
fn l20_every_alias_is_paid_for() {
    let one = cost("{ precinct { personSearch } }");
    assert_eq!(cost("{ precinct { a: personSearch b: personSearch c: personSearch } }"), 1 + 3 * (one - 1));
}

#[test]
fn l20_an_interface_does_not_hide_a_cost() {
    let text = "{ nodes(ids: [\"a\", \"b\"]) { ... on Household { members { person { name } } } } }";
    assert_eq!(cost(text), 2 * (1 + 5 * 2));
    assert_eq!(cost_with("query($i: [ID!]!) { nodes(ids: $i) { id } }", json!({ "i": ["a", "b", "c"] })), 3);
}

#[test]
fn l20_a_fragment_costs_what_its_fields_cost() {
    let plain = cost("{ precinct { households { nodes { members { person { name } } } } } }");
    let spread = "{ precinct { ...p } } fragment p on Precinct { households { nodes { ...h } } }
        fragment h on Household { members { person { name } } }";
    assert_eq!(cost(spread), plain);
}

#[test]
fn counting_is_dearer_than_listing() {
    assert_eq!(cost("{ precinct { households { totalCount } } }"), 22);
}

#[test]
fn a_mutation_costs_more_than_its_answer() {
    assert_eq!(cost("mutation { openCaseFile { caseFile { id } } }"), 10 + 2);
}

#[test]
fn l20_pages_inside_pages_multiply_and_saturate() {
    let deep = "{ district { precincts(first: 100) { nodes { households(first: 100) { nodes { members { person {
        household { members { person { household { members { person { name } } } } } } } } } } } } } }";
    assert!(cost(deep) > 1_000_000);
    let mut chain = String::from("{ nodes(ids: [1, 2]) { ...f0 } }");
    for level in 0..40 {
        chain += &format!(
            " fragment f{level} on Person {{ household {{ members {{ person {{ name ...f{} }} }} }} }}",
            level + 1
        );
    }
    assert_eq!(cost(&(chain + " fragment f40 on Person { name }")), u64::MAX);
}

#[test]
fn the_introspection_query_is_affordable_for_a_member_and_not_for_a_stranger() {
    let points = cost(include_str!("../bounds/introspection.graphql"));
    let limits = crate::bounds::Limits::default();
    assert!(points <= limits.cost, "{points}");
    assert!(points > limits.stranger().cost, "{points}");
    assert!(cost("{ __type(name: \"Household\") { name kind } }") <= limits.stranger().cost);
}

#[test]
fn every_priced_introspection_field_exists() {
    let shape = Shape::from_sdl(SDL).expect("the SDL parses");
    for (ty, field) in LENGTHS.iter().map(|(ty, field, _)| (ty, field)).filter(|(ty, _)| ty.starts_with("__")) {
        assert!(shape.field(ty, field).is_some(), "{ty}.{field}");
    }
}

proptest! {
    #[test]
    fn prv_24_the_cost_depends_on_the_question_alone(first in 0_u64..300) {
        let text = "query($n: Int) { precinct { households(first: $n) { nodes { members { person { name } } } } } }";
        let found = cost_with(text, json!({ "n": first }));
        prop_assert_eq!(found, 2 + first.clamp(1, PAGE_MOST) * 11);
    }
}
