//! What a document is estimated to cost, in points: about one point an object that has to be found and written.
//!
//! The estimate is made from the document, its variables and the tables below, never from the data, so that it is the same
//! whatever the register holds and says nothing about it (PRV-24). Everything saturates: a cost too large for any integer
//! is simply too large.

use async_graphql::{
    Name, Value, Variables,
    parser::types::{ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet},
};

use crate::shape::{Answers, Shape};

/// What a page holds when `first` is not given.
pub const PAGE_DEFAULT: u64 = 20;
/// The most a page holds, whatever `first` says.
pub const PAGE_MOST: u64 = 100;
/// What a list without `first` is taken to hold when [`LENGTHS`] does not say.
const LENGTH_DEFAULT: u64 = 10;
/// What a mutation costs beside what its payload selects: a transaction, an audit entry, an idempotency record.
const MUTATION: u64 = 10;

/// Fields dearer than the object they answer, by type and field. `*` is any type.
pub const WEIGHTS: &[(&str, &str, u64)] = &[
    ("*", "totalCount", 20),
    ("Precinct", "personSearch", 50),
    ("District", "personSearch", 200),
    ("District", "overview", 10),
    ("District", "precincts", 5),
    ("Precinct", "auditTrail", 20),
    ("Precinct", "registerBalance", 5),
    ("Precinct", "auditVerdict", 500),
    ("Precinct", "whoSaw", 20),
    ("Precinct", "rentalTasks", 20),
    ("Query", "codeSet", 2),
    ("Query", "sameNameCount", 200),
    ("Subscription", "precinctEvents", 10),
    ("Subscription", "applicationStatusChanged", 10),
    ("Subscription", "worklistChanged", 10),
    ("Worklist", "count", 20),
    ("Worklist", "overdue", 20),
    ("Worklist", "atRisk", 20),
    ("Worklist", "mine", 20),
    ("Mutation", "revealPerson", 20),
    ("Mutation", "performAct", 20),
    ("Mutation", "completeUpload", 50),
    ("Mutation", "openDocument", 20),
    ("Mutation", "completeMyPaper", 50),
    ("Mutation", "openMyPaper", 20),
    ("Mutation", "issueCertificate", 100),
    ("Mutation", "openCertificate", 20),
    ("Mutation", "revealApplication", 20),
    ("Mutation", "createAccount", 100),
    ("Mutation", "resetPassword", 100),
    ("Mutation", "bindMyself", 100),
    ("Me", "whoSawMe", 20),
];

/// How long lists without `first` usually are, by type and field. `*` is any type.
pub const LENGTHS: &[(&str, &str, u64)] = &[
    ("Household", "members", 5),
    ("Household", "history", 10),
    ("Household", "acts", 10),
    ("Person", "acts", 10),
    ("Act", "subjects", 5),
    ("RegisterBalance", "terms", 9),
    ("Act", "papers", 3),
    ("Act", "repairedBy", 1),
    ("Household", "addressHistory", 3),
    ("Dwelling", "households", 2),
    ("Dwelling", "rentals", 2),
    ("Person", "memberships", 3),
    ("PersonSearchResult", "matches", 20),
    ("Overview", "byCategory", 5),
    ("Beat", "officers", 2),
    ("Beat", "communities", 4),
    ("Precinct", "beats", 20),
    ("Precinct", "communities", 30),
    ("Precinct", "whoSaw", 50),
    ("Rental", "tenants", 4),
    ("Rental", "reports", 4),
    ("Rental", "checks", 3),
    ("Rental", "defects", 3),
    ("ResidencePermit", "events", 6),
    ("CodeSet", "values", 50),
    ("Query", "matters", 25),
    ("Query", "statutoryLimits", 30),
    ("Matter", "papers", 4),
    ("Application", "papers", 4),
    ("Application", "checklist", 4),
    ("Application", "events", 6),
    ("Application", "assistTasks", 2),
    ("ApplicationEvent", "gaps", 2),
    ("Me", "matters", 12),
    ("MyApplication", "gaps", 2),
    ("MyApplication", "steps", 6),
    ("MyApplication", "checklist", 4),
    ("MyApplication", "papers", 4),
    ("MyStep", "gaps", 2),
    ("Viewer", "permissions", 12),
    ("__Schema", "types", 40),
    ("__Schema", "directives", 5),
    ("__Type", "fields", 6),
    ("__Type", "inputFields", 2),
    ("__Type", "enumValues", 4),
    ("__Type", "interfaces", 1),
    ("__Type", "possibleTypes", 2),
    ("__Field", "args", 2),
    ("__Directive", "args", 2),
];

/// Introspection answers that are part of their parent and cost nothing beside it.
const FREE: &[(&str, &str)] = &[
    ("__Type", "ofType"),
    ("__Field", "type"),
    ("__InputValue", "type"),
    ("__Field", "args"),
    ("__Type", "interfaces"),
];

/// Estimates the cost of operations against one schema.
#[derive(Clone, Debug)]
pub struct Model {
    shape: Shape,
}

/// What an operation is estimated to cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Points.
    pub estimated: u64,
}

impl Model {
    /// A model of this schema.
    pub fn new(shape: Shape) -> Self {
        Self { shape }
    }

    /// The cost of one operation. The document must have passed [`crate::bounds::Limits::check`]: this walk expands its
    /// fragments. What the schema does not know costs one point and is validation's to refuse.
    pub fn cost(&self, document: &ExecutableDocument, operation: &OperationDefinition, variables: &Variables) -> Cost {
        let root = match operation.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        let walk = Walk { shape: &self.shape, document, operation, variables };
        Cost { estimated: walk.set(root, &operation.selection_set.node, 1) }
    }
}

/// One estimate of one operation.
struct Walk<'a> {
    shape: &'a Shape,
    document: &'a ExecutableDocument,
    operation: &'a OperationDefinition,
    variables: &'a Variables,
}

impl Walk<'_> {
    /// `page` is how many items the connection holds that this set selects from; one outside of connections.
    fn set(&self, ty: &str, set: &SelectionSet, page: u64) -> u64 {
        let costs = set.items.iter().map(|selection| match &selection.node {
            Selection::Field(field) => self.field(ty, &field.node, page),
            Selection::InlineFragment(inline) => {
                let on = inline.node.type_condition.as_ref().map_or(ty, |condition| condition.node.on.node.as_str());
                self.set(on, &inline.node.selection_set.node, page)
            }
            Selection::FragmentSpread(spread) => {
                self.document.fragments.get(&spread.node.fragment_name.node).map_or(0, |fragment| {
                    let on = fragment.node.type_condition.node.on.node.as_str();
                    self.set(on, &fragment.node.selection_set.node, page)
                })
            }
        });
        costs.fold(0, u64::saturating_add)
    }

    fn field(&self, ty: &str, field: &Field, page: u64) -> u64 {
        let name = field.name.node.as_str();
        let weight = weight(ty, name);
        let Some(answers) = self.shape.field(ty, name) else {
            return u64::from(name != "__typename");
        };
        if !answers.composite {
            return weight;
        }
        let (times, page) = self.size(ty, field, answers, page);
        let object = u64::from(!FREE.contains(&(ty, name)));
        let one = self.set(answers.ty.as_str(), &field.selection_set.node, page).saturating_add(object);
        weight.saturating_add(one.saturating_mul(times))
    }

    /// How often the answer's selection is made, and the page it hands to its own edges or nodes.
    fn size(&self, ty: &str, field: &Field, answers: &Answers, page: u64) -> (u64, u64) {
        let name = field.name.node.as_str();
        match answers {
            Answers { list: false, paged: false, .. } => (1, 1),
            Answers { list: false, paged: true, .. } => (1, self.first(field)),
            Answers { list: true, paged: true, .. } => (self.first(field), 1),
            _ if matches!(name, "edges" | "nodes") && ty.ends_with("Connection") => (page, 1),
            _ => (self.listed(field).unwrap_or_else(|| length(ty, name)), 1),
        }
    }

    /// The number asked for by `first`, between 1 and [`PAGE_MOST`].
    fn first(&self, field: &Field) -> u64 {
        let asked = match self.argument(field, "first") {
            Some(Value::Number(number)) => number.as_u64().unwrap_or(1),
            Some(_) | None => PAGE_DEFAULT,
        };
        asked.clamp(1, PAGE_MOST)
    }

    /// A list of ids asked for by name is as long as the ids given.
    fn listed(&self, field: &Field) -> Option<u64> {
        match self.argument(field, "ids")? {
            Value::List(ids) => Some(ids.len() as u64),
            _ => Some(1),
        }
    }

    /// An argument with its variables filled in: given, or by default, or null.
    fn argument(&self, field: &Field, name: &str) -> Option<Value> {
        let value = field.get_argument(name)?.node.clone();
        value.into_const_with(|name| Ok::<_, ()>(self.variable(&name))).ok()
    }

    fn variable(&self, name: &Name) -> Value {
        let default = || {
            let mut definitions = self.operation.variable_definitions.iter();
            let definition = definitions.find(|definition| definition.node.name.node == *name)?;
            definition.node.default_value.as_ref().map(|value| value.node.clone())
        };
        self.variables.get(name).cloned().or_else(default).unwrap_or_default()
    }
}

fn weight(ty: &str, field: &str) -> u64 {
    let base = if ty == "Mutation" { MUTATION } else { 0 };
    base.saturating_add(look_up(WEIGHTS, ty, field).unwrap_or(0))
}

fn length(ty: &str, field: &str) -> u64 {
    look_up(LENGTHS, ty, field).unwrap_or(LENGTH_DEFAULT)
}

fn look_up(table: &[(&str, &str, u64)], ty: &str, field: &str) -> Option<u64> {
    table.iter().find(|(on, name, _)| *name == field && (*on == ty || *on == "*")).map(|(_, _, value)| *value)
}

#[cfg(test)]
mod tests;
