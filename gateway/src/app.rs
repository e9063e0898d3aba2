//! Every route, then every layer in order: the table of contents of the gateway.

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    Gateway, certificates, console,
    error::{self, Error},
    explorer, files, graphql, headers, health, limits, metrics, request_id, residents, session, telemetry,
};

/// The whole HTTP surface over one gateway.
pub fn app(gateway: Gateway) -> Router {
    // What does the work: bounded in number and in time.
    let work = Router::new()
        .route("/graphql", get(graphql::get).post(graphql::post).fallback(graphql::other))
        .route("/session", post(session::sign_in).delete(session::sign_out).fallback(session::other))
        .route("/files/{link}", get(files::get).head(files::head).put(files::put).fallback(files::other))
        .route("/certificates/{number}", get(certificates::verify).fallback(error::read_only))
        .route("/residents/welcome", get(residents::welcome).fallback(error::read_only))
        .route("/residents/code", post(residents::code).fallback(residents::posts_only))
        .route("/residents/session", post(residents::sign_in).fallback(residents::posts_only))
        .layer(from_fn_with_state(gateway.clone(), limits::time))
        .layer(from_fn_with_state(gateway.clone(), limits::admit));

    // What an operator asks while the work is too much, so never behind its limits.
    let watch = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::show))
        .method_not_allowed_fallback(error::read_only);

    // What is the same for everybody, and therefore may be compressed: an answer with a person in it is not, because the
    // length of a compressed secret beside a chosen text tells the secret.
    let pages = Router::new()
        .route("/schema.graphql", get(explorer::sdl))
        .route("/explorer", get(explorer::page))
        .method_not_allowed_fallback(error::read_only)
        .fallback(console::file)
        .layer(CompressionLayer::new());

    // Outermost last: a request passes these from the bottom up.
    work.merge(watch)
        .merge(pages)
        .layer(CatchPanicLayer::custom(|_| panicked()))
        .layer(from_fn(error::envelope))
        .layer(from_fn_with_state(gateway.clone(), metrics::count))
        .layer(from_fn_with_state(gateway.clone(), headers::secure))
        .layer(from_fn(telemetry::trace))
        .layer(from_fn_with_state(gateway.clone(), request_id::assign))
        .with_state(gateway)
}

/// A panic is a bug of ours: the hook has logged it, the caller learns the request id, the process goes on.
fn panicked() -> Response {
    Error::Internal.into_response()
}
