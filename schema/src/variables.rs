//! Coercing variables as the specification says, before execution: a document known to be valid then runs without being
//! validated again, and a wrong variable is a request error and not half an answer.

use async_graphql::{
    Name, Value, Variables,
    parser::types::{BaseType, OperationDefinition, Type},
};

use crate::shape::{Input, Shape};

/// A variable that does not fit its type. The message names places and types, never values (PRV-26).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Variable \"${path}\" {problem}.")]
pub struct BadVariable {
    /// The variable, and the way into it: `input.items[2].name`.
    pub path: String,
    /// What is wrong, ending a sentence that begins with the variable.
    pub problem: String,
}

/// Checks every variable the operation declares and drops those it does not.
pub fn coerce(shape: &Shape, operation: &OperationDefinition, mut given: Variables) -> Result<Variables, BadVariable> {
    let mut kept = Variables::default();
    for definition in &operation.variable_definitions {
        let (name, ty) = (&definition.node.name.node, &definition.node.var_type.node);
        match given.remove(name) {
            Some(value) => {
                check(shape, ty, &value, &Path::Root(name))?;
                kept.insert(name.clone(), value);
            }
            None if ty.nullable || definition.node.default_value.is_some() => {}
            None => return Err(Path::Root(name).bad(format!("of type \"{ty}\" is required but was not given"))),
        }
    }
    Ok(kept)
}

/// The way to a value, kept as links on the stack so that nothing is written down until something is wrong.
enum Path<'a> {
    Root(&'a Name),
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    fn bad(&self, problem: impl Into<String>) -> BadVariable {
        BadVariable { path: self.written(), problem: problem.into() }
    }

    fn written(&self) -> String {
        match self {
            Self::Root(name) => name.to_string(),
            Self::Field(above, name) => format!("{}.{name}", above.written()),
            Self::Item(above, place) => format!("{}[{place}]", above.written()),
        }
    }
}

fn check(shape: &Shape, ty: &Type, value: &Value, path: &Path<'_>) -> Result<(), BadVariable> {
    if matches!(value, Value::Null) {
        return if ty.nullable { Ok(()) } else { Err(path.bad(format!("of type \"{ty}\" must not be null"))) };
    }
    match (&ty.base, value) {
        (BaseType::List(inner), Value::List(items)) => {
            items.iter().enumerate().try_for_each(|(place, item)| check(shape, inner, item, &Path::Item(path, place)))
        }
        (BaseType::List(inner), single) => check(shape, inner, single, path),
        (BaseType::Named(name), value) => check_named(shape, name, value, path),
    }
}

/// A type the schema does not know is validation's to refuse.
fn check_named(shape: &Shape, ty: &Name, value: &Value, path: &Path<'_>) -> Result<(), BadVariable> {
    let fits = match shape.input(ty) {
        Some(Input::Scalar) => fits_scalar(ty, value),
        Some(Input::Enum(values)) => matches!(value, Value::String(text) if values.contains(text)),
        Some(Input::Object { one_of, fields }) => {
            let Value::Object(given) = value else {
                return Err(path.bad(format!("must be an object of type \"{ty}\"")));
            };
            return check_object(shape, ty, *one_of, fields, given, path);
        }
        None => true,
    };
    if fits { Ok(()) } else { Err(path.bad(format!("is no value of type \"{ty}\""))) }
}

fn fits_scalar(ty: &str, value: &Value) -> bool {
    match (ty, value) {
        ("Int", Value::Number(number)) => number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        ("ID", Value::Number(number)) => number.is_i64() || number.is_u64(),
        ("Float", Value::Number(_)) | ("String" | "ID", Value::String(_)) | ("Boolean", Value::Boolean(_)) => true,
        ("Int" | "Float" | "String" | "ID" | "Boolean", _) => false,
        (_, value) => !matches!(value, Value::List(_) | Value::Object(_)),
    }
}

fn check_object(
    shape: &Shape,
    ty: &Name,
    one_of: bool,
    fields: &std::collections::HashMap<String, crate::shape::InputField>,
    given: &async_graphql::indexmap::IndexMap<Name, Value>,
    path: &Path<'_>,
) -> Result<(), BadVariable> {
    for (name, value) in given {
        let Some(field) = fields.get(name.as_str()) else {
            return Err(path.bad(format!("has a field \"{name}\" that type \"{ty}\" does not know")));
        };
        check(shape, &field.ty, value, &Path::Field(path, name))?;
    }
    if one_of && (given.len() != 1 || given.values().any(|value| matches!(value, Value::Null))) {
        return Err(path.bad(format!("of type \"{ty}\" must have exactly one field, and that not null")));
    }
    let mut required = fields.iter().filter(|(_, field)| !field.ty.nullable && !field.has_default);
    match required.find(|(name, _)| !given.contains_key(name.as_str())) {
        Some((name, _)) => Err(path.bad(format!("lacks the field \"{name}\" that type \"{ty}\" requires"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    const SDL: &str = "
        scalar Date
        enum Kind { FAMILY COLLECTIVE }
        input Search @oneOf { name: String phone: String }
        input Filter { kind: Kind! since: Date tags: [String!] depth: Int! = 3 }
        type Query { a: Int }
    ";

    fn given(definitions: &str, variables: serde_json::Value) -> Result<Variables, String> {
        let shape = Shape::from_sdl(SDL).expect("the SDL parses");
        let document = parse_query(format!("query({definitions}) {{ a }}")).expect("parses");
        let operation = document.operations.iter().next().expect("one operation").1.node.clone();
        coerce(&shape, &operation, Variables::from_json(variables)).map_err(|bad| bad.to_string())
    }

    #[test]
    fn a_required_variable_must_be_given_and_not_null() {
        let missing = given("$id: ID!", json!({})).expect_err("refused");
        assert_eq!(missing, "Variable \"$id\" of type \"ID!\" is required but was not given.");
        assert!(given("$id: ID!", json!({ "id": null })).is_err());
        assert!(given("$id: ID! = \"x\"", json!({})).is_ok());
    }

    #[test]
    fn built_in_scalars_are_checked_to_the_letter() {
        for (ty, good, bad) in [
            ("Int", json!(5), json!(5.5)),
            ("Int", json!(-2_147_483_648_i64), json!(2_147_483_648_i64)),
            ("Float", json!(5), json!("5")),
            ("String", json!("5"), json!(5)),
            ("ID", json!(5), json!(5.5)),
            ("Boolean", json!(true), json!("true")),
            ("Date", json!("2026-01-01"), json!({})),
            ("Kind", json!("FAMILY"), json!("OTHER")),
        ] {
            assert!(given(&format!("$v: {ty}"), json!({ "v": good })).is_ok(), "{ty} {good}");
            assert!(given(&format!("$v: {ty}"), json!({ "v": bad })).is_err(), "{ty} {bad}");
        }
    }

    #[test]
    fn lists_take_a_single_value_and_name_the_item_that_is_wrong() {
        assert!(given("$v: [Int!]", json!({ "v": 5 })).is_ok());
        let wrong = given("$v: [Int!]", json!({ "v": [1, "x"] })).expect_err("refused");
        assert_eq!(wrong, "Variable \"$v[1]\" is no value of type \"Int\".");
    }

    #[test]
    fn input_objects_are_checked_field_by_field() {
        assert!(given("$f: Filter", json!({ "f": { "kind": "FAMILY", "since": "2026-01-01" } })).is_ok());
        assert!(given("$f: Filter", json!({ "f": { "kind": "FAMILY", "colour": 1 } })).is_err());
        let wrong = given("$f: Filter", json!({ "f": { "tags": [] } })).expect_err("refused");
        assert_eq!(wrong, "Variable \"$f\" lacks the field \"kind\" that type \"Filter\" requires.");
    }

    #[test]
    fn exactly_one_field_of_a_one_of_object() {
        assert!(given("$s: Search", json!({ "s": { "name": "x" } })).is_ok());
        for wrong in [json!({}), json!({ "name": null }), json!({ "name": "x", "phone": "y" })] {
            assert!(given("$s: Search", json!({ "s": wrong })).is_err());
        }
    }

    #[test]
    fn prv_26_a_refusal_never_repeats_the_value() {
        let refusal = given("$v: Int", json!({ "v": "110101199003070000" })).expect_err("refused");
        assert!(!refusal.contains("1101"));
    }

    #[test]
    fn variables_the_operation_does_not_declare_are_dropped() {
        assert!(given("$v: Int", json!({ "v": 1, "w": 2 })).expect("good").get("w").is_none());
    }
}
