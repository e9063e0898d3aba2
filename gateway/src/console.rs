//! The web console and the explorer, out of the binary itself: nothing is fetched from anywhere else.

use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::error::Error;

/// What `npm run build` made of `gateway/console`. A binary built without it answers the API alone.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/console/dist"]
#[allow_missing = true]
struct Files;

/// Files under this folder have their content's hash in their name.
const HASHED: &str = "assets/";

/// Any address no other route has: a file of the console, or the console itself for an address that only it knows.
pub async fn file(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return nothing();
    }
    let path = uri.path().trim_start_matches('/');
    match Files::get(path) {
        Some(file) => send(path, &file, &headers),
        None if path.starts_with(HASHED) || path.rsplit('/').next().is_some_and(|name| name.contains('.')) => nothing(),
        None => page("index.html", &headers),
    }
}

/// GraphiQL, the explorer of the API.
pub async fn explorer(headers: HeaderMap) -> Response {
    page("explorer.html", &headers)
}

fn page(name: &str, headers: &HeaderMap) -> Response {
    Files::get(name).map_or_else(missing, |file| send(name, &file, headers))
}

fn send(path: &str, file: &EmbeddedFile, headers: &HeaderMap) -> Response {
    let tag = format!(
        "\"{:016x}\"",
        file.metadata.sha256_hash().iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
    );
    let keep = if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, content_type(file))], file.data.clone().into_owned()).into_response()
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn content_type(file: &EmbeddedFile) -> String {
    match file.metadata.mimetype() {
        text if text.starts_with("text/") || text.ends_with("javascript") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

fn nothing() -> Response {
    Error::client(StatusCode::NOT_FOUND, "NOT_FOUND", "There is nothing at this address.").into_response()
}

fn missing() -> Response {
    let message = "This binary was built without the console; the API is at /graphql.";
    Error::client(StatusCode::NOT_FOUND, "NOT_FOUND", message).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(path: &'static str) -> Response {
        file(Method::GET, Uri::from_static(path), HeaderMap::new()).await
    }

    #[tokio::test]
    async fn a_missing_file_is_not_answered_by_the_console() {
        assert_eq!(get("/assets/nothing.js").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get("/robots.txt").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get("/../Cargo.toml").await.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn an_address_of_the_console_gets_the_console_when_it_is_built_in() {
        let (page, root) = (get("/households/x").await.status(), get("/").await.status());
        let built = Files::get("index.html").is_some();
        assert_eq!(
            (page, root),
            if built { (StatusCode::OK, StatusCode::OK) } else { (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND) }
        );
    }

    #[tokio::test]
    async fn only_reading_is_answered() {
        let answer = file(Method::POST, Uri::from_static("/"), HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn a_known_page_is_not_sent_twice() {
        let Some(file) = Files::get("index.html") else { return };
        let tag = send("index.html", &file, &HeaderMap::new()).headers()[header::ETAG].clone();
        let again = HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]);
        assert_eq!(send("index.html", &file, &again).status(), StatusCode::NOT_MODIFIED);
    }
}
