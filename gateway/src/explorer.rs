//! What a developer looks at: the explorer's page, which is one of the console's files, and the schema as text.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use crate::Gateway;
pub use crate::console::explorer as page;

/// The schema's definition, the same as the committed `schema/schema.graphql`.
pub async fn sdl(State(gateway): State<Gateway>) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/graphql; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (kind, gateway.sdl().to_owned()).into_response()
}
