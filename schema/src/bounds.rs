//! How much one document may ask for, found before async-graphql sees it (leak class L20, PRV-24).
//!
//! async-graphql walks nested fragment spreads again and again, so 1 KB of text can hold a thread for seconds while all of
//! its own limits are on. Here every fragment is measured once, sums saturate, and nothing is executed or even validated
//! before the measures are known to be small.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, Positioned,
    parser::types::{ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
};

use crate::tokens;

/// The most a document may be, in the units of [`Measures`]. Members get the defaults; a caller without a member gets
/// [`Limits::stranger`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of document text.
    pub bytes: usize,
    /// Lexical tokens of document text.
    pub tokens: usize,
    /// Brackets inside one another, in the text.
    pub nesting: usize,
    /// Operations and fragments in one document.
    pub definitions: usize,
    /// Fields inside one another, fragments expanded. The usual introspection query needs 15.
    pub depth: usize,
    /// Levels inside one another, spreads and inline fragments counted too.
    pub height: usize,
    /// Fields and fragment uses after all spreads are expanded.
    pub expanded: usize,
    /// Fields at the root of an operation, fragments expanded.
    pub root_fields: usize,
    /// Aliases, fragments expanded.
    pub aliases: usize,
    /// Directives, fragments expanded.
    pub directives: usize,
    /// Lists of the introspection types inside one another (`fields { type { fields … } }`).
    pub introspection: usize,
    /// Variables declared by one operation.
    pub variables: usize,
    /// Estimated cost in points, see [`crate::cost`].
    pub cost: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16_384,
            tokens: 2_000,
            nesting: 48,
            definitions: 60,
            depth: 16,
            height: 32,
            expanded: 2_000,
            root_fields: 20,
            aliases: 60,
            directives: 50,
            introspection: 2,
            variables: 50,
            cost: 10_000,
        }
    }
}

impl Limits {
    /// What a caller without a member may ask: enough for `__typename` and one `__type`, not for work.
    #[must_use]
    pub fn stranger(&self) -> Self {
        Self {
            tokens: self.tokens.min(500),
            expanded: self.expanded.min(200),
            aliases: self.aliases.min(10),
            root_fields: self.root_fields.min(5),
            cost: self.cost.min(100),
            ..self.clone()
        }
    }

    /// Refuses a text by its length, tokens and brackets, before it is parsed.
    pub fn check_text(&self, text: &str) -> Result<(), Excess> {
        within("bytes", text.len(), self.bytes)?;
        let seen = tokens::count(text, self.tokens);
        within("tokens", seen.count, self.tokens)?;
        within("nested brackets", seen.nesting, self.nesting)
    }

    /// Refuses a parsed document by its measures.
    pub fn check(&self, measures: &Measures) -> Result<(), Excess> {
        within("fields after expanding fragments", measures.expanded, self.expanded)?;
        within("levels", measures.height, self.height)?;
        within("fields inside one another", measures.depth, self.depth)?;
        within("root fields", measures.root_fields, self.root_fields)?;
        within("aliases", measures.aliases, self.aliases)?;
        within("directives", measures.directives, self.directives)?;
        within("introspection lists inside one another", measures.introspection, self.introspection)
    }
}

/// A measure that passed its limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The document has more {what} than the {most} allowed.")]
pub struct Excess {
    /// What was counted, as the message says it.
    pub what: &'static str,
    /// The limit.
    pub most: usize,
}

fn within(what: &'static str, found: usize, most: usize) -> Result<(), Excess> {
    if found > most { Err(Excess { what, most }) } else { Ok(()) }
}

/// Why a parsed document is refused whatever the limits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// A limit on the number of definitions or variables, which must hold before anything walks the document.
    #[error(transparent)]
    Excess(#[from] Excess),
    /// A fragment that contains itself.
    #[error("Fragment \"{0}\" spreads itself.")]
    Cycle(Name),
    /// Two root fields of a mutation with one response key: the executor would run both and answer one.
    #[error("The response key \"{0}\" occurs twice at the root of a mutation; give each its own alias.")]
    RepeatedMutation(Name),
}

/// What a document asks for with every fragment expanded: sums over its operations, except the depths, which are maxima.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Fields, spreads and inline fragments.
    pub expanded: usize,
    /// Aliases.
    pub aliases: usize,
    /// Directives.
    pub directives: usize,
    /// Fields at the root; the largest of the operations.
    pub root_fields: usize,
    /// Fields inside one another.
    pub depth: usize,
    /// Levels of any kind inside one another.
    pub height: usize,
    /// Introspection lists inside one another.
    pub introspection: usize,
}

impl Measures {
    /// Beside one another: sums add up, depths do not.
    fn beside(self, other: Self) -> Self {
        Self {
            expanded: self.expanded.saturating_add(other.expanded),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            root_fields: self.root_fields.saturating_add(other.root_fields),
            depth: self.depth.max(other.depth),
            height: self.height.max(other.height),
            introspection: self.introspection.max(other.introspection),
        }
    }

    /// Inside a selection that is not a field: one level, same root.
    fn inside(self, directives: usize) -> Self {
        Self {
            expanded: self.expanded.saturating_add(1),
            directives: self.directives.saturating_add(directives),
            height: self.height.saturating_add(1),
            ..self
        }
    }
}

/// Measures a parsed document: each fragment once, however often it is spread.
pub fn measure(document: &ExecutableDocument, limits: &Limits) -> Result<Measures, Malformed> {
    let definitions = document.operations.iter().count() + document.fragments.len();
    within("definitions", definitions, limits.definitions)?;
    let mut ruler = Ruler { document, done: HashMap::new(), open: HashSet::new() };
    let mut total = Measures::default();
    for (_, operation) in document.operations.iter() {
        within("variables", operation.node.variable_definitions.len(), limits.variables)?;
        let one = ruler.set(&operation.node.selection_set.node)?.inside(operation.node.directives.len());
        total = Measures { root_fields: total.root_fields.max(one.root_fields), ..total.beside(one) };
    }
    // A fragment nobody spreads is refused by validation later; it must not be a bomb until then.
    for name in document.fragments.keys() {
        ruler.fragment(name)?;
    }
    Ok(total)
}

/// The response keys at the root of each mutation, refused when one occurs twice (leak class L20). Call after
/// [`Limits::check`]: this walk expands the root's fragments.
pub fn refuse_repeated_mutations(document: &ExecutableDocument) -> Result<(), Malformed> {
    let mutations = document.operations.iter().map(|(_, operation)| &operation.node);
    for OperationDefinition { selection_set, .. } in
        mutations.filter(|operation| operation.ty == OperationType::Mutation)
    {
        distinct_keys(document, &selection_set.node, &mut HashSet::new())?;
    }
    Ok(())
}

fn distinct_keys<'a>(
    document: &'a ExecutableDocument,
    set: &'a SelectionSet,
    seen: &mut HashSet<&'a Name>,
) -> Result<(), Malformed> {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => {
                let key = &field.node.response_key().node;
                if !seen.insert(key) {
                    return Err(Malformed::RepeatedMutation(key.clone()));
                }
            }
            Selection::InlineFragment(inline) => distinct_keys(document, &inline.node.selection_set.node, seen)?,
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    distinct_keys(document, &fragment.node.selection_set.node, seen)?;
                }
            }
        }
    }
    Ok(())
}

/// The introspection fields that lead from a type to many others; nesting them walks the schema in circles.
const INTROSPECTION_LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

/// One measuring of one document: `done` makes it linear, `open` finds cycles.
struct Ruler<'a> {
    document: &'a ExecutableDocument,
    done: HashMap<&'a Name, Measures>,
    open: HashSet<&'a Name>,
}

impl<'a> Ruler<'a> {
    fn set(&mut self, set: &'a SelectionSet) -> Result<Measures, Malformed> {
        let mut sum = Measures::default();
        for selection in &set.items {
            sum = sum.beside(self.selection(selection)?);
        }
        Ok(sum)
    }

    fn selection(&mut self, selection: &'a Positioned<Selection>) -> Result<Measures, Malformed> {
        let directives = selection.node.directives().len();
        match &selection.node {
            Selection::Field(field) => {
                let below = self.set(&field.node.selection_set.node)?.inside(directives);
                let list = INTROSPECTION_LISTS.contains(&field.node.name.node.as_str());
                Ok(Measures {
                    root_fields: 1,
                    aliases: below.aliases.saturating_add(usize::from(field.node.alias.is_some())),
                    depth: below.depth.saturating_add(1),
                    introspection: below.introspection.saturating_add(usize::from(list)),
                    ..below
                })
            }
            Selection::InlineFragment(inline) => Ok(self.set(&inline.node.selection_set.node)?.inside(directives)),
            Selection::FragmentSpread(spread) => Ok(self.fragment(&spread.node.fragment_name.node)?.inside(directives)),
        }
    }

    /// An unknown fragment measures nothing: validation names it.
    fn fragment(&mut self, name: &Name) -> Result<Measures, Malformed> {
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else {
            return Ok(Measures::default());
        };
        if let Some(known) = self.done.get(name) {
            return Ok(*known);
        }
        if !self.open.insert(name) {
            return Err(Malformed::Cycle(name.clone()));
        }
        let found = self.set(&fragment.node.selection_set.node)?;
        self.open.remove(name);
        self.done.insert(name, found);
        Ok(found)
    }
}

#[cfg(test)]
mod tests;
