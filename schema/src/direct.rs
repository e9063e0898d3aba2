//! The direct path: a hot list's selection set, turned once into a writer that takes joined rows straight to JSON.
//!
//! async-graphql resolves a page of 20 households with members field by field at about 500 µs; a writer takes 15 µs. A type takes
//! part by naming how each of its plain fields is written ([`Direct`]). Whatever a writer does not know (another field, an
//! argument, a directive of ours, the same object selected twice) sends the whole field down the ordinary path, as does any
//! error, so that values, nulls and errors are the ordinary path's. `tests/it/direct.rs` holds both to the same bytes.

mod pen;
mod shape;

use std::borrow::Cow;

use async_graphql::registry::Registry;
use async_graphql::{
    ContextSelectionSet, Name, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection},
};

pub use pen::Pen;
pub use shape::{Direct, Shape, Write};

/// What async-graphql takes for JSON that is finished.
const RAW: &str = "$serde_json::private::RawValue";

/// Something that can be asked for on both paths.
pub trait Ask: Send + Sync {
    /// What it is to the schema, and on the ordinary path.
    type Ordinary: OutputType;

    /// Tries the direct path: the finished JSON, or nothing when the selection or the rows are not for it.
    ///
    /// `alone` says that nothing else is asked for, so that one statement needs no snapshot to agree with others.
    fn direct(&self, ctx: &ContextSelectionSet<'_>, alone: bool) -> impl Future<Output = Option<String>> + Send;

    /// The ordinary path.
    fn ordinary(
        &self,
        ctx: &ContextSelectionSet<'_>,
    ) -> impl Future<Output = async_graphql::Result<Self::Ordinary>> + Send;
}

/// Whether the field in hand is all that its operation asks for: one field below the other leads to it, and nothing stands beside.
fn is_alone(ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> bool {
    let mut set = &ctx.query_env.operation.node.selection_set.node;
    loop {
        match set.items.as_slice() {
            [only] => match &only.node {
                Selection::Field(found) if found.pos == field.pos => return true,
                Selection::Field(found) => set = &found.node.selection_set.node,
                _ => return false,
            },
            _ => return false,
        }
    }
}

/// An answer that is resolved directly where it can be, and as its ordinary type otherwise; to the schema it is the latter.
pub struct Hot<A>(pub A);

impl<A: Ask> OutputType for Hot<A> {
    fn type_name() -> Cow<'static, str> {
        A::Ordinary::type_name()
    }

    fn qualified_type_name() -> String {
        A::Ordinary::qualified_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        A::Ordinary::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        if let Some(json) = self.0.direct(ctx, is_alone(ctx, field)).await {
            return Ok(Value::Object(IndexMap::from_iter([(Name::new(RAW), Value::String(json))])));
        }
        let value =
            self.0.ordinary(ctx).await.map_err(|error| ctx.set_error_path(error.into_server_error(field.pos)))?;
        value.resolve(ctx, field).await
    }
}
