//! Content negotiation, as GraphQL over HTTP asks for it.

use axum::http::{HeaderMap, StatusCode, header};

use crate::error::Error;

/// How an answer is written, which decides its status too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says what became of the request.
    GraphqlResponse,
    /// `application/json`: a well-formed request is answered 200, errors are in the body.
    Json,
}

impl Media {
    /// The `Content-Type` of an answer.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// What the caller accepts best; JSON for whoever does not say, GraphQL's own where both are as good.
    pub fn accepted(headers: &HeaderMap) -> Result<Self, Error> {
        let mut ranges = Vec::new();
        for value in headers.get_all(header::ACCEPT) {
            let text = value.to_str().map_err(|_| not_acceptable())?;
            ranges.extend(text.split(',').filter(|range| !range.trim().is_empty()).map(range));
        }
        if ranges.is_empty() {
            return Ok(Self::Json);
        }
        let own = quality(&ranges, &["application/graphql-response+json"]);
        let json = quality(&ranges, &["application/json", "application/*", "*/*"]);
        match (own, json) {
            (Some(own), json) if own > 0 && own >= json.unwrap_or(0) => Ok(Self::GraphqlResponse),
            (_, Some(json)) if json > 0 => Ok(Self::Json),
            _ => Err(not_acceptable()),
        }
    }
}

/// A media range in lower case and its quality in thousandths.
fn range(text: &str) -> (String, u32) {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    (name, quality.map_or(1_000, thousandths))
}

/// `0.85` as 850; what is no quality counts as none at all.
fn thousandths(text: &str) -> u32 {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = rest.chars().chain("000".chars()).take(3).collect();
    match (whole, digits.parse::<u32>()) {
        ("1", _) => 1_000,
        ("0", Ok(value)) => value,
        _ => 0,
    }
}

/// The quality of the first of these names that occurs: the most specific comes first.
fn quality(ranges: &[(String, u32)], names: &[&str]) -> Option<u32> {
    names.iter().find_map(|name| ranges.iter().find(|(range, _)| range == name).map(|(_, quality)| *quality))
}

fn not_acceptable() -> Error {
    let message = "We answer application/graphql-response+json and application/json.";
    Error::client(StatusCode::NOT_ACCEPTABLE, "NOT_ACCEPTABLE", message)
}

/// Refuses a body that is not JSON in UTF-8. This is also what keeps a plain form of another site out.
pub fn require_json(headers: &HeaderMap) -> Result<(), Error> {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = text.split(';').map(str::trim);
    let json = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("application/json"));
    let charset =
        parts.find_map(|part| part.get(..8).filter(|key| key.eq_ignore_ascii_case("charset=")).map(|_| &part[8..]));
    let utf8 = charset.is_none_or(|charset| charset.trim_matches('"').eq_ignore_ascii_case("utf-8"));
    if json && utf8 {
        return Ok(());
    }
    let message = "The body must be application/json in UTF-8, and Content-Type must say so.";
    Err(Error::client(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", message))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn accepted(accept: &str) -> Option<Media> {
        let headers = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_str(accept).expect("a header"))]);
        Media::accepted(&headers).ok()
    }

    fn is_json(content_type: &str) -> bool {
        let value = HeaderValue::from_str(content_type).expect("a header");
        require_json(&HeaderMap::from_iter([(header::CONTENT_TYPE, value)])).is_ok()
    }

    #[test]
    fn whoever_does_not_say_gets_json() {
        assert_eq!(Media::accepted(&HeaderMap::new()).ok(), Some(Media::Json));
        assert_eq!(accepted("*/*"), Some(Media::Json));
        assert_eq!(accepted("application/*"), Some(Media::Json));
        assert_eq!(accepted("text/html, */*;q=0.1"), Some(Media::Json));
    }

    #[test]
    fn the_better_quality_wins_and_a_tie_is_graphqls() {
        assert_eq!(accepted("application/graphql-response+json"), Some(Media::GraphqlResponse));
        let tie = "application/json, application/graphql-response+json; charset=utf-8";
        assert_eq!(accepted(tie), Some(Media::GraphqlResponse));
        let worse = "application/graphql-response+json;q=0.5, application/json;q=0.9";
        assert_eq!(accepted(worse), Some(Media::Json));
        assert_eq!(accepted("application/graphql-response+json;q=0, application/json"), Some(Media::Json));
    }

    #[test]
    fn what_we_cannot_write_is_refused() {
        assert_eq!(accepted("text/html"), None);
        assert_eq!(accepted("application/json;q=0"), None);
    }

    #[test]
    fn only_json_in_utf_8_is_read() {
        for good in ["application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\""] {
            assert!(is_json(good), "{good}");
        }
        for bad in ["text/plain", "application/json; charset=latin1", "application/jsonp", "application/graphql"] {
            assert!(!is_json(bad), "{bad}");
        }
        assert!(require_json(&HeaderMap::new()).is_err());
    }
}
