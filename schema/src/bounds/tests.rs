//! What the bounds promise, with the attacks that made them necessary.

use std::fmt::Write as _;

use async_graphql::parser::parse_query;
use proptest::prelude::*;

use super::*;

/// `levels` fragments, each spreading the next twice: `2^levels` fields from a line each.
fn bomb(levels: usize) -> String {
    let mut text = String::from("{ ...f0 }");
    for level in 0..levels {
        write!(text, " fragment f{level} on Query {{ ...f{0} ...f{0} }}", level + 1).expect("strings take anything");
    }
    write!(text, " fragment f{levels} on Query {{ __typename }}").expect("strings take anything");
    text
}

fn measured(text: &str) -> Measures {
    measure(&parse_query(text).expect("the document parses"), &Limits::default()).expect("the document is well formed")
}

fn malformed(text: &str) -> Malformed {
    let document = parse_query(text).expect("the document parses");
    measure(&document, &Limits::default()).and_then(|_| refuse_repeated_mutations(&document)).expect_err("refused")
}

fn excess(text: &str) -> &'static str {
    Limits::default().check(&measured(text)).expect_err("over a limit").what
}

#[test]
fn l20_a_fragment_bomb_of_one_kilobyte_is_refused_at_once() {
    let text = bomb(20);
    assert!(text.len() < 1_024);
    assert_eq!(excess(&text), "fields after expanding fragments");
}

/// Two to the 150th fields: whoever expands them does not come back, so ending at all is the proof.
#[test]
fn l20_a_bomb_too_large_for_any_integer_saturates() {
    let limits = Limits { definitions: 200, ..Limits::default() };
    let found = measure(&parse_query(bomb(150)).expect("parses"), &limits).expect("well formed");
    assert_eq!(found.expanded, usize::MAX);
}

#[test]
fn l20_a_fragment_that_spreads_itself_is_refused() {
    let text = "{ ...a } fragment a on Query { ...b } fragment b on Query { x { ...a } }";
    assert!(matches!(malformed(text), Malformed::Cycle(_)));
}

#[test]
fn l20_an_unused_cycle_is_refused_too() {
    assert!(matches!(malformed("{ x } fragment a on Query { ...a }"), Malformed::Cycle(_)));
}

#[test]
fn l20_a_mutation_written_twice_is_refused() {
    let text = "mutation { bump(input: {}) { x } bump(input: {}) { x } }";
    assert_eq!(malformed(text), Malformed::RepeatedMutation(Name::new("bump")));
}

#[test]
fn l20_a_mutation_repeated_through_a_fragment_or_an_alias_is_refused() {
    let fragment = "mutation { bump { x } ...again } fragment again on Mutation { ... { bump { x } } }";
    assert_eq!(malformed(fragment), Malformed::RepeatedMutation(Name::new("bump")));
    let alias = "mutation { a: bump { x } a: knock { x } }";
    assert_eq!(malformed(alias), Malformed::RepeatedMutation(Name::new("a")));
}

#[test]
fn l20_mutations_with_keys_of_their_own_are_allowed() {
    let document = parse_query("mutation { a: bump { x } b: bump { x } }").expect("parses");
    assert_eq!(refuse_repeated_mutations(&document), Ok(()));
}

#[test]
fn l20_a_query_may_repeat_a_key_because_reading_twice_changes_nothing() {
    let document = parse_query("{ a { x } a { y } }").expect("parses");
    assert_eq!(refuse_repeated_mutations(&document), Ok(()));
}

#[test]
fn l20_a_hundred_aliases_of_one_field_are_refused() {
    let fields = (0..100).fold(String::new(), |text, number| text + &format!("a{number}: __typename "));
    assert_eq!(excess(&format!("{{ a {{ {fields} }} }}")), "aliases");
    assert_eq!(excess(&format!("{{ {fields} }}")), "root fields");
}

#[test]
fn l20_depth_counts_through_fragments() {
    let found = measured("{ a { ...f } } fragment f on A { b { ... { c } } }");
    assert_eq!((found.depth, found.height), (3, 6));
}

#[test]
fn l20_directives_are_counted_where_fragments_repeat_them() {
    let found = measured("{ ...f @skip(if: false) a { ...f } } fragment f on A { b @include(if: true) }");
    assert_eq!(found.directives, 3);
}

#[test]
fn l20_circles_through_the_introspection_types_are_refused() {
    let text = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assert_eq!(excess(text), "introspection lists inside one another");
}

#[test]
fn the_introspection_query_of_graphiql_is_within_the_limits() {
    let text = include_str!("introspection.graphql");
    let limits = Limits::default();
    assert_eq!(limits.check_text(text), Ok(()));
    assert_eq!(limits.check(&measured(text)), Ok(()));
}

#[test]
fn l20_texts_are_refused_by_bytes_tokens_and_brackets_before_parsing() {
    let limits = Limits::default();
    let what = |text: &str| limits.check_text(text).expect_err("refused").what;
    assert_eq!(what(&" ".repeat(20_000)), "bytes");
    assert_eq!(what(&"a ".repeat(3_000)), "tokens");
    assert_eq!(what(&"[".repeat(100)), "nested brackets");
}

#[test]
fn a_stranger_gets_less_than_a_member_in_every_measure() {
    let (member, stranger) = (Limits::default(), Limits::default().stranger());
    assert!(stranger.cost < member.cost && stranger.aliases < member.aliases && stranger.tokens < member.tokens);
}

proptest! {
    /// The measure equals what expanding really gives, for every shape small enough to expand.
    #[test]
    fn l20_measuring_once_equals_expanding(levels in 0_usize..8, extra in 0_usize..4) {
        let text = bomb(levels).replace("__typename", &format!("__typename {}", "a ".repeat(extra)));
        let document = parse_query(&text).expect("parses");
        let found = measure(&document, &Limits::default()).expect("well formed");
        let root = match &document.operations {
            async_graphql::parser::types::DocumentOperations::Single(operation) => operation,
            async_graphql::parser::types::DocumentOperations::Multiple(_) => unreachable!("one operation"),
        };
        prop_assert_eq!(found.expanded, expand(&document, &root.node.selection_set.node) + 1);
    }

    #[test]
    fn l20_any_text_that_passes_and_parses_is_measured_without_a_panic(text in "[a{}() .@:\"]{0,80}") {
        if Limits::default().check_text(&text).is_ok() && let Ok(document) = parse_query(&text) {
            drop(measure(&document, &Limits::default()));
        }
    }
}

fn expand(document: &ExecutableDocument, set: &SelectionSet) -> usize {
    let below = |selection: &Positioned<Selection>| match &selection.node {
        Selection::Field(field) => expand(document, &field.node.selection_set.node),
        Selection::InlineFragment(inline) => expand(document, &inline.node.selection_set.node),
        Selection::FragmentSpread(spread) => {
            let fragment = document.fragments.get(&spread.node.fragment_name.node).expect("known");
            expand(document, &fragment.node.selection_set.node)
        }
    };
    set.items.iter().map(|selection| 1 + below(selection)).sum()
}
