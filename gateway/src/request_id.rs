//! A name for every request, in its answer, its log lines, its spans and its audit entries. Always ours: one that came
//! from outside could carry anything, a person's data included (PRV-26).

use axum::{
    extract::{Request, State},
    http::HeaderValue,
    middleware::Next,
    response::Response,
};

use crate::Gateway;

/// The id of a request: a UUIDv7, so that ids sort by time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestId(pub String);

/// Names the request and says the name in the header `x-request-id`.
pub async fn assign(State(gateway): State<Gateway>, mut request: Request, next: Next) -> Response {
    let store = gateway.store();
    let id = store.ids().next(store.clock().now()).to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::try_from(id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
