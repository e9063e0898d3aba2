//! A selection set, compiled once into a writer of rows.

use async_graphql::parser::types::{Directive, Field, Selection, SelectionSet};
use async_graphql::{ContextSelectionSet, Name, Positioned, Value};

use super::Pen;

/// Writes one field's value of a row.
pub type Write<R> = Box<dyn Fn(&R, &mut Pen<'_>) + Send + Sync>;

/// A type that can be written directly.
pub trait Direct {
    /// The row its values come from.
    type Row: 'static;
    /// Its name in the schema.
    const NAME: &'static str;
    /// Interfaces it implements, whose fragments apply to it.
    const INTERFACES: &'static [&'static str] = &[];
    /// How a field is written; nothing for a field only the ordinary path knows.
    fn write(field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<Write<Self::Row>>;
}

/// A compiled selection: response keys, already quoted, and what writes their values.
pub struct Shape<R> {
    fields: Vec<(String, Write<R>)>,
}

impl<R: 'static> Shape<R> {
    /// Compiles a selection of a type; nothing when some part of it is only for the ordinary path.
    pub fn of<T: Direct<Row = R>>(selection: &SelectionSet, ctx: &ContextSelectionSet<'_>) -> Option<Self> {
        let mut shape = Self { fields: Vec::new() };
        shape.add::<T>(selection, ctx)?;
        Some(shape)
    }

    fn add<T: Direct<Row = R>>(&mut self, selection: &SelectionSet, ctx: &ContextSelectionSet<'_>) -> Option<()> {
        for selected in &selection.items {
            match &selected.node {
                Selection::Field(field) if included(&field.node.directives, ctx)? => {
                    self.field::<T>(&field.node, ctx)?;
                }
                Selection::InlineFragment(part) if included(&part.node.directives, ctx)? => {
                    let on = part.node.type_condition.as_ref().map(|on| on.node.on.node.as_str());
                    self.part::<T>(on, &part.node.selection_set.node, ctx)?;
                }
                Selection::FragmentSpread(spread) if included(&spread.node.directives, ctx)? => {
                    let part = ctx.query_env.fragments.get(&spread.node.fragment_name.node)?;
                    self.part::<T>(
                        Some(part.node.type_condition.node.on.node.as_str()),
                        &part.node.selection_set.node,
                        ctx,
                    )?;
                }
                _ => {}
            }
        }
        Some(())
    }

    fn part<T: Direct<Row = R>>(
        &mut self,
        on: Option<&str>,
        selection: &SelectionSet,
        ctx: &ContextSelectionSet<'_>,
    ) -> Option<()> {
        let applies = on.is_none_or(|on| on == T::NAME || T::INTERFACES.contains(&on));
        if applies { self.add::<T>(selection, ctx) } else { Some(()) }
    }

    fn field<T: Direct<Row = R>>(&mut self, field: &Field, ctx: &ContextSelectionSet<'_>) -> Option<()> {
        let key = format!("\"{}\":", field.response_key().node);
        if self.fields.iter().any(|(other, _)| *other == key) {
            // A plain field selected twice is written once; an object's two selections would have to be merged.
            return field.selection_set.node.items.is_empty().then_some(());
        }
        let write = if field.name.node == "__typename" { typename::<T>() } else { T::write(field, ctx)? };
        self.fields.push((key, write));
        Some(())
    }

    /// Writes a row as an object.
    pub fn object(&self, row: &R, pen: &mut Pen<'_>) {
        pen.out.push('{');
        for (at, (key, write)) in self.fields.iter().enumerate() {
            if at > 0 {
                pen.out.push(',');
            }
            pen.out.push_str(key);
            write(row, pen);
        }
        pen.out.push('}');
    }
}

fn typename<T: Direct>() -> Write<T::Row> {
    Box::new(|_, pen| pen.plain(T::NAME))
}

/// Whether `@skip` and `@include` let a selection be; nothing for a directive the ordinary path must judge.
fn included(directives: &[Positioned<Directive>], ctx: &ContextSelectionSet<'_>) -> Option<bool> {
    let mut included = true;
    for directive in directives {
        let condition = directive.node.get_argument("if")?.node.clone();
        let Value::Boolean(holds) = condition.into_const_with(|name| variable(&name, ctx).ok_or(())).ok()? else {
            return None;
        };
        match directive.node.name.node.as_str() {
            "skip" => included &= !holds,
            "include" => included &= holds,
            _ => return None,
        }
    }
    Some(included)
}

/// A variable's value, or its default.
fn variable(name: &Name, ctx: &ContextSelectionSet<'_>) -> Option<Value> {
    let default = || {
        let definitions = &ctx.query_env.operation.node.variable_definitions;
        let definition = definitions.iter().find(|one| one.node.name.node == *name)?;
        definition.node.default_value.as_ref().map(|value| value.node.clone())
    };
    ctx.query_env.variables.get(name).cloned().or_else(default)
}
