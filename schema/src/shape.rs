//! The schema as data: which field answers which type, and what an input may be. Read once from our own SDL at start, so
//! that cost and variables follow the schema without a second list to keep.

use std::collections::{BTreeSet, HashMap};

use async_graphql::{
    Name,
    parser::{
        Error, parse_schema,
        types::{BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition},
    },
};

/// The introspection system, which SDL does not spell out.
const INTROSPECTION: &str = "
type __Schema { description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type
  directives: [__Directive!]! }
type __Type { kind: String! name: String description: String fields: [__Field!] interfaces: [__Type!]
  possibleTypes: [__Type!] enumValues: [__EnumValue!] inputFields: [__InputValue!] ofType: __Type
  specifiedByURL: String isOneOf: Boolean }
type __Field { name: String! description: String args: [__InputValue!]! type: __Type! isDeprecated: Boolean!
  deprecationReason: String }
type __InputValue { name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean!
  deprecationReason: String }
type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
type __Directive { name: String! description: String isRepeatable: Boolean! locations: [String!]! args: [__InputValue!]! }
";

/// What a field of an object or interface answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The named type inside lists and non-nulls.
    pub ty: Name,
    /// Whether it answers many.
    pub list: bool,
    /// Whether that type has fields of its own; a leaf costs nothing by itself.
    pub composite: bool,
    /// Whether it is a page: has an argument `first`.
    pub paged: bool,
}

/// What the value of an input may be.
#[derive(Clone, Debug)]
pub enum Input {
    /// A scalar by name; only the built-in ones are checked, the others by their own parser.
    Scalar,
    /// An enum and its values.
    Enum(BTreeSet<String>),
    /// An input object and its fields.
    Object {
        /// Exactly one field, which is not null.
        one_of: bool,
        /// The fields, by name.
        fields: HashMap<String, InputField>,
    },
}

/// A field of an input object.
#[derive(Clone, Debug)]
pub struct InputField {
    /// Its type.
    pub ty: Type,
    /// Whether it may be left out although its type is non-null.
    pub has_default: bool,
}

/// The parsed schema.
#[derive(Clone, Debug)]
pub struct Shape {
    outputs: HashMap<String, HashMap<String, Answers>>,
    inputs: HashMap<String, Input>,
}

impl Shape {
    /// Reads SDL with the default root names `Query` and `Mutation`.
    pub fn from_sdl(sdl: &str) -> Result<Self, Error> {
        let mut shape = Self { outputs: HashMap::new(), inputs: HashMap::new() };
        for name in ["Int", "Float", "String", "Boolean", "ID"] {
            shape.inputs.insert(name.to_owned(), Input::Scalar);
        }
        for text in [INTROSPECTION, sdl] {
            for definition in parse_schema(text)?.definitions {
                if let TypeSystemDefinition::Type(ty) = definition {
                    shape.take(
                        ty.node.name.node.to_string(),
                        ty.node.directives.iter().any(|it| it.node.name.node == "oneOf"),
                        ty.node.kind,
                    );
                }
            }
        }
        shape.mark_composites();
        Ok(shape)
    }

    /// What `field` of `ty` answers; the meta fields are known on every type that has them.
    pub fn field(&self, ty: &str, field: &str) -> Option<&Answers> {
        self.outputs.get(ty)?.get(field)
    }

    /// Whether this names a type with fields.
    pub fn is_composite(&self, ty: &str) -> bool {
        self.outputs.contains_key(ty)
    }

    /// The input type of this name.
    pub fn input(&self, ty: &str) -> Option<&Input> {
        self.inputs.get(ty)
    }

    fn take(&mut self, name: String, one_of: bool, kind: TypeKind) {
        match kind {
            TypeKind::Object(object) => self.take_fields(name, object.fields.iter().map(|field| &field.node)),
            TypeKind::Interface(object) => self.take_fields(name, object.fields.iter().map(|field| &field.node)),
            TypeKind::Union(_) => self.take_fields(name, std::iter::empty()),
            TypeKind::Scalar => {
                self.inputs.insert(name, Input::Scalar);
            }
            TypeKind::Enum(values) => {
                let values = values.values.iter().map(|value| value.node.value.node.to_string()).collect();
                self.inputs.insert(name, Input::Enum(values));
            }
            TypeKind::InputObject(object) => {
                let fields = object.fields.iter().map(|field| input_field(&field.node)).collect();
                self.inputs.insert(name, Input::Object { one_of, fields });
            }
        }
    }

    fn take_fields<'a>(&mut self, name: String, fields: impl Iterator<Item = &'a FieldDefinition>) {
        let mut known: HashMap<_, _> = fields.map(|field| (field.name.node.to_string(), answers(field))).collect();
        if name == "Query" {
            known.insert("__schema".to_owned(), single("__Schema"));
            known.insert("__type".to_owned(), single("__Type"));
        }
        self.outputs.insert(name, known);
    }

    fn mark_composites(&mut self) {
        let composites: BTreeSet<String> = self.outputs.keys().cloned().collect();
        for field in self.outputs.values_mut().flat_map(HashMap::values_mut) {
            field.composite = composites.contains(field.ty.as_str());
        }
    }
}

fn single(ty: &str) -> Answers {
    Answers { ty: Name::new(ty), list: false, composite: true, paged: false }
}

fn answers(field: &FieldDefinition) -> Answers {
    let (ty, list) = named(&field.ty.node);
    let paged = field.arguments.iter().any(|argument| argument.node.name.node == "first");
    Answers { ty, list, composite: false, paged }
}

fn named(ty: &Type) -> (Name, bool) {
    match &ty.base {
        BaseType::Named(name) => (name.clone(), false),
        BaseType::List(inner) => (named(inner).0, true),
    }
}

fn input_field(field: &InputValueDefinition) -> (String, InputField) {
    (field.name.node.to_string(), InputField { ty: field.ty.node.clone(), has_default: field.default_value.is_some() })
}
