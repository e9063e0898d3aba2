//! Mutations that may be sent again (幂等键): an input's `idempotencyKey` is found before anything is executed, whatever the mutation, so
//! that no resolver can forget it; the second time the stored answer is given, byte for byte.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet};
use async_graphql::{Value, Variables};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use tenants::idempotency::{Earlier, Met, Repeatable};

use crate::answer::Fault;
use crate::context::Asking;
use crate::error;
use crate::messages::message;

/// The field of an input that holds the key.
const KEY: &str = "idempotencyKey";
/// The longest key, in bytes.
const LONGEST: usize = 200;
/// How long a request waits for the answer of an earlier one that is still on its way, and how often it looks.
const WAITS: (u32, Duration) = (30, Duration::from_millis(100));

/// A request under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The key, as the client wrote it.
    pub key: String,
    /// A hash of document, operation and variables: the same key with anything else is another request.
    pub request: [u8; 32],
}

/// Why a key cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// An answer under a key is one change's answer.
    #[error("A mutation with an idempotencyKey is the only one of its request.")]
    NotAlone,
    /// Empty, too long or unprintable.
    #[error("An idempotencyKey has 1 to 200 printable ASCII characters.")]
    Malformed,
}

/// The key of a mutation, if an input of its fields holds one.
pub fn find(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
) -> Result<Option<String>, Unfit> {
    let mut fields = Vec::new();
    roots(document, &operation.selection_set.node, &mut fields);
    let mut keys = fields.iter().filter_map(|field| key_of(field, operation, variables));
    let Some(key) = keys.next() else { return Ok(None) };
    if fields.len() > 1 {
        return Err(Unfit::NotAlone);
    }
    let printable = key.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if key.is_empty() || key.len() > LONGEST || !printable { Err(Unfit::Malformed) } else { Ok(Some(key)) }
}

/// The fields at the root, those of fragments too; the bounds have seen that no fragment holds itself.
fn roots<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, found: &mut Vec<&'a Field>) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => found.push(&field.node),
            Selection::InlineFragment(inline) => roots(document, &inline.node.selection_set.node, found),
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    roots(document, &fragment.node.selection_set.node, found);
                }
            }
        }
    }
}

fn key_of(field: &Field, operation: &OperationDefinition, variables: &Variables) -> Option<String> {
    field.arguments.iter().find_map(|(_, argument)| {
        let given = argument.node.clone().into_const_with(|name| Ok::<_, ()>(variable(operation, variables, &name)));
        match given.ok()? {
            Value::Object(fields) => match fields.get(KEY)? {
                Value::String(key) => Some(key.clone()),
                _ => None,
            },
            _ => None,
        }
    })
}

/// A variable's value: the one given, or its default.
fn variable(operation: &OperationDefinition, variables: &Variables, name: &async_graphql::Name) -> Value {
    let default = || {
        let definition = operation.variable_definitions.iter().find(|definition| definition.node.name.node == *name);
        definition.and_then(|definition| definition.node.default_value.as_ref()).map(|value| value.node.clone())
    };
    variables.get(name).cloned().or_else(default).unwrap_or_default()
}

/// What tells a request from every other: the order in which a client writes its variables does not.
pub fn hash(document: &[u8; 32], operation_name: Option<&str>, variables: &Variables) -> [u8; 32] {
    let sorted: BTreeMap<&str, &Value> = variables.iter().map(|(name, value)| (name.as_str(), value)).collect();
    let mut hash = Sha256::new();
    hash.update(document);
    hash.update(operation_name.unwrap_or_default());
    hash.update([0]);
    hash.update(serde_json::to_vec(&sorted).unwrap_or_default());
    hash.finalize().into()
}

impl Asking {
    /// The answer that an earlier request of this asker has left under the key, if there was one.
    pub(crate) async fn recall(&self, repeat: &Repeat) -> Option<Result<Bytes, Fault>> {
        let member = self.asker()?;
        let repeatable = Arc::new(Repeatable::new(self.store().keys(), member.account?, &repeat.key, repeat.request));
        self.repeats(&repeatable);
        self.left(&repeatable, member.precinct).await
    }

    /// Ends a request under a key: keeps its answer when it made the change, or gives the earlier one's.
    pub(crate) async fn remember(&self, answer: Option<&Bytes>) -> Option<Result<Bytes, Fault>> {
        let repeatable = self.repeatable()?;
        match repeatable.place()? {
            (precinct, Met::First) => {
                // The change stands whether its answer can be kept or not.
                if let Err(fault) = self.scope(precinct).ok()?.keep_answer(repeatable, answer?).await {
                    tracing::warn!(code = error::code(&fault), "an answer could not be kept for a repetition");
                }
                None
            }
            (precinct, Met::Earlier) => self.left(repeatable, precinct).await,
        }
    }

    /// What stands under a key in a precinct; waits for an answer that is still on its way.
    async fn left(&self, repeatable: &Repeatable, precinct: tenants::ids::PrecinctId) -> Option<Result<Bytes, Fault>> {
        let scope = self.scope(precinct).ok()?;
        for _ in 0..WAITS.0 {
            match scope.earlier(repeatable).await {
                Ok(None) => return None,
                Ok(Some(Earlier::Answered(answer))) => return Some(Ok(answer.into())),
                Ok(Some(Earlier::Other)) => return Some(Err(self.refused("IDEMPOTENCY_KEY_REUSED"))),
                Ok(Some(Earlier::Unanswered)) => tokio::time::sleep(WAITS.1).await,
                Err(fault) => return Some(Err(self.refused(error::code(&fault)))),
            }
        }
        Some(Err(self.refused("ALREADY_DONE")))
    }

    fn refused(&self, code: &str) -> Fault {
        Fault::request(code, message(code, self.language()).unwrap_or_default(), Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn found(text: &str, variables: serde_json::Value) -> Result<Option<String>, Unfit> {
        let document = parse_query(text).expect("a document");
        let operation = document.operations.iter().next().expect("an operation").1;
        find(&document, &operation.node, &Variables::from_json(variables))
    }

    #[test]
    fn a_key_is_found_wherever_the_input_stands() {
        let one = Ok(Some("k1".to_owned()));
        assert_eq!(found(r#"mutation { a(input: { idempotencyKey: "k1" }) { id } }"#, json!({})), one);
        assert_eq!(found("mutation M($i: I!) { a(input: $i) { id } }", json!({"i": {"idempotencyKey": "k1"}})), one);
        assert_eq!(
            found(
                "mutation M($k: String) { ...F } fragment F on Mutation { a(input: { idempotencyKey: $k }) { id } }",
                json!({"k": "k1"})
            ),
            one
        );
        assert_eq!(
            found(r#"mutation M($k: String = "k1") { a(input: { idempotencyKey: $k }) { id } }"#, json!({})),
            one
        );
        assert_eq!(found("mutation { a(input: { name: \"x\" }) { id } }", json!({})), Ok(None));
        assert_eq!(found("mutation { a(input: { idempotencyKey: null }) { id } }", json!({})), Ok(None));
    }

    #[test]
    fn a_key_stands_alone_and_is_printable() {
        let two = r#"mutation { a(input: { idempotencyKey: "k" }) { id } b { id } }"#;
        assert_eq!(found(two, json!({})), Err(Unfit::NotAlone));
        for key in ["", "\u{7}", "户", &"k".repeat(201)] {
            let variables = json!({ "k": key });
            let text = "mutation M($k: String) { a(input: { idempotencyKey: $k }) { id } }";
            assert_eq!(found(text, variables), Err(Unfit::Malformed), "{key}");
        }
    }

    #[test]
    fn the_order_of_variables_tells_no_requests_apart_and_their_values_do() {
        let of = |json| hash(&[0; 32], None, &Variables::from_json(json));
        assert_eq!(of(json!({"a": 1, "b": 2})), of(json!({"b": 2, "a": 1})));
        assert_ne!(of(json!({"a": 1})), of(json!({"a": 2})));
        assert_ne!(hash(&[0; 32], Some("A"), &Variables::default()), hash(&[0; 32], None, &Variables::default()));
    }
}
