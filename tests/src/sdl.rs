//! The schema's own definition as data, and documents made from it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, Type, TypeKind, TypeSystemDefinition};

/// A field or an input value: its name, type and arguments.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The innermost type's name.
    pub ty: String,
    /// Whether it is a list.
    pub list: bool,
    /// Whether it must be given.
    pub required: bool,
    /// Its arguments.
    pub arguments: Vec<Field>,
}

/// The schema.
#[derive(Debug, Default)]
pub struct Sdl {
    /// Object types with their fields.
    pub objects: BTreeMap<String, Vec<Field>>,
    /// Input types with their fields.
    pub inputs: BTreeMap<String, Vec<Field>>,
    /// The input types of which exactly one field is given.
    pub one_of: BTreeSet<String>,
    /// Enums with their members.
    pub enums: BTreeMap<String, Vec<String>>,
}

impl Sdl {
    /// Our schema.
    pub fn ours() -> Self {
        let document = parse_schema(schema::sdl()).expect("our SDL parses");
        let mut sdl = Self::default();
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            match definition.node.kind {
                TypeKind::Object(object) => {
                    let fields = object.fields.iter().map(|field| Field {
                        arguments: field
                            .node
                            .arguments
                            .iter()
                            .map(|input| {
                                value(&input.node.name.node, &input.node.ty.node, input.node.default_value.is_some())
                            })
                            .collect(),
                        ..value(&field.node.name.node, &field.node.ty.node, false)
                    });
                    sdl.objects.insert(name, fields.collect());
                }
                TypeKind::InputObject(input) => {
                    let fields = input.fields.iter().map(|field| {
                        value(&field.node.name.node, &field.node.ty.node, field.node.default_value.is_some())
                    });
                    if definition.node.directives.iter().any(|it| it.node.name.node == "oneOf") {
                        sdl.one_of.insert(name.clone());
                    }
                    sdl.inputs.insert(name, fields.collect());
                }
                TypeKind::Enum(members) => {
                    sdl.enums
                        .insert(name, members.values.iter().map(|member| member.node.value.node.to_string()).collect());
                }
                _ => {}
            }
        }
        sdl
    }

    /// Whether a type has fields to select.
    pub fn is_composite(&self, ty: &str) -> bool {
        self.objects.contains_key(ty) || ty == "Node"
    }

    /// The shortest ways from `root` to every object type: the fields to go through, each with its arguments to be filled.
    pub fn ways(&self, root: &str) -> BTreeMap<String, Vec<Field>> {
        let mut ways = BTreeMap::from([(root.to_owned(), Vec::new())]);
        let mut next = VecDeque::from([root.to_owned()]);
        while let Some(ty) = next.pop_front() {
            let way: Vec<Field> = ways[&ty].clone();
            for field in &self.objects[&ty] {
                if self.objects.contains_key(&field.ty) && !ways.contains_key(&field.ty) {
                    ways.insert(field.ty.clone(), way.iter().cloned().chain([field.clone()]).collect());
                    next.push_back(field.ty.clone());
                }
            }
        }
        ways
    }
}

fn value(name: &str, ty: &Type, defaulted: bool) -> Field {
    let (list, inner) = match &ty.base {
        BaseType::Named(name) => (false, name.to_string()),
        BaseType::List(inner) => (true, innermost(inner)),
    };
    Field { name: name.to_owned(), ty: inner, list, required: !ty.nullable && !defaulted, arguments: Vec::new() }
}

fn innermost(ty: &Type) -> String {
    match &ty.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(inner) => innermost(inner),
    }
}
