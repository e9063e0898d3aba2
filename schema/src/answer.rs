//! Writing the answer: `errors`, then `data`, then `extensions`, as bytes.
//!
//! Our own writer because the hot lists arrive as finished JSON (a raw value), which serde would parse and copy again, and
//! because this is the last place where an error can be made safe to show.

use async_graphql::{Name, PathSegment, Pos, ServerError, Value};
use bytes::Bytes;

/// The key under which async-graphql passes a finished piece of JSON through its values.
const RAW: &str = "$serde_json::private::RawValue";
/// Errors listed in one answer; more help nobody and cost everybody.
const ERRORS_LISTED: usize = 10;

/// An error as the caller sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// One sentence, safe to show.
    pub message: String,
    /// Places in the document.
    pub locations: Vec<Pos>,
    /// The way to the field in the answer; empty for a request error.
    pub path: Vec<PathSegment>,
    /// The stable code.
    pub code: String,
    /// Further `extensions`, such as the field of an input.
    pub more: Vec<(String, Value)>,
}

impl Fault {
    /// A request error: nothing was executed.
    pub fn request(code: &str, message: impl Into<String>, locations: Vec<Pos>) -> Self {
        Self { message: message.into(), locations, path: Vec::new(), code: code.to_owned(), more: Vec::new() }
    }

    /// Makes an error of the executor safe: one that carries a code was written to be read, one without is either a value
    /// that a scalar refused or a fault of ours, of which the caller learns nothing but the request id.
    pub fn of_field(error: ServerError, request_id: &str) -> Self {
        let extensions = error.extensions.as_ref();
        let code = extensions.and_then(|extensions| extensions.get("code")).and_then(text).map(str::to_owned);
        let more = match (serde_json::to_value(extensions), &code) {
            (Ok(serde_json::Value::Object(all)), Some(_)) => all
                .into_iter()
                .filter(|(key, _)| key != "code")
                .filter_map(|(key, value)| Some((key, Value::from_json(value).ok()?)))
                .collect(),
            _ => Vec::new(),
        };
        let (code, message) = match code {
            Some(code) => (code, error.message),
            None if is_refused_value(&error.message) => ("BAD_INPUT".to_owned(), error.message),
            None => {
                // By its place: a path is made of aliases, which are the caller's own words (PRV-26).
                let (line, column) = error.locations.first().map(|place| (place.line, place.column)).unzip();
                tracing::error!(request_id, line, column, "a resolver failed without a code");
                ("INTERNAL".to_owned(), internal(request_id))
            }
        };
        Self { message, locations: error.locations, path: error.path, code, more }
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"message\":");
        string(out, &self.message);
        if !self.locations.is_empty() {
            out.extend_from_slice(b",\"locations\":");
            list(out, &self.locations, |out, place| {
                out.extend_from_slice(format!("{{\"line\":{},\"column\":{}}}", place.line, place.column).as_bytes());
            });
        }
        if !self.path.is_empty() {
            out.extend_from_slice(b",\"path\":");
            list(out, &self.path, |out, segment| match segment {
                PathSegment::Field(name) => string(out, name),
                PathSegment::Index(place) => out.extend_from_slice(place.to_string().as_bytes()),
            });
        }
        out.extend_from_slice(b",\"extensions\":{\"code\":");
        string(out, &self.code);
        for (key, value) in &self.more {
            out.push(b',');
            string(out, key);
            out.push(b':');
            json(out, value);
        }
        out.extend_from_slice(b"}}");
    }
}

/// The one sentence for a fault of ours.
pub fn internal(request_id: &str) -> String {
    format!("Something went wrong on our side; tell support the request id {request_id}.")
}

/// What async-graphql says when an argument's own parser refuses a value, of the right kind or not.
fn is_refused_value(message: &str) -> bool {
    message.starts_with("Failed to parse \"") || message.starts_with("Expected input type \"")
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Enum(name) => Some(name),
        _ => None,
    }
}

fn written(path: &[PathSegment]) -> String {
    let parts = path.iter().map(|segment| match segment {
        PathSegment::Field(name) => name.clone(),
        PathSegment::Index(place) => place.to_string(),
    });
    parts.collect::<Vec<_>>().join(".")
}

/// Everything in one answer.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The errors, in any order.
    pub faults: Vec<Fault>,
    /// The data of an executed operation, null included; nothing for a request error.
    pub data: Option<&'a Value>,
    /// The request's id.
    pub request_id: &'a str,
    /// The estimated cost, when it came to an estimate.
    pub cost: Option<u64>,
    /// What is left of the caller's budget after this, when there is one.
    pub remaining: Option<u64>,
}

impl Contents<'_> {
    /// The body. Errors are ordered by their path, so that fields that fail side by side always read the same.
    pub fn write(mut self) -> Bytes {
        let mut out = Vec::with_capacity(1_024);
        out.push(b'{');
        if !self.faults.is_empty() {
            self.faults.sort_by_key(|fault| written(&fault.path));
            self.faults.truncate(ERRORS_LISTED);
            out.extend_from_slice(b"\"errors\":");
            list(&mut out, &self.faults, |out, fault| fault.write(out));
            out.push(b',');
        }
        if let Some(data) = self.data {
            out.extend_from_slice(b"\"data\":");
            json(&mut out, data);
            out.push(b',');
        }
        out.extend_from_slice(b"\"extensions\":{\"requestId\":");
        string(&mut out, self.request_id);
        if let Some(cost) = self.cost {
            out.extend_from_slice(format!(",\"cost\":{{\"estimated\":{cost}").as_bytes());
            if let Some(remaining) = self.remaining {
                out.extend_from_slice(format!(",\"remaining\":{remaining}").as_bytes());
            }
            out.push(b'}');
        }
        out.extend_from_slice(b"}}");
        out.into()
    }
}

fn list<T>(out: &mut Vec<u8>, items: &[T], mut write: impl FnMut(&mut Vec<u8>, &T)) {
    out.push(b'[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(out, item);
    }
    out.push(b']');
}

/// Writes a value; a raw value passes as it is.
pub fn json(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Boolean(true) => out.extend_from_slice(b"true"),
        Value::Boolean(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Value::String(text) => string(out, text),
        Value::Enum(name) => string(out, name),
        Value::Binary(bytes) => list(out, bytes, |out, byte| out.extend_from_slice(byte.to_string().as_bytes())),
        Value::List(items) => list(out, items, json),
        Value::Object(fields) => match fields.get_index(0) {
            Some((key, Value::String(raw))) if fields.len() == 1 && key.as_str() == RAW => {
                out.extend_from_slice(raw.as_bytes());
            }
            _ => object(out, fields),
        },
    }
}

fn object(out: &mut Vec<u8>, fields: &async_graphql::indexmap::IndexMap<Name, Value>) {
    out.push(b'{');
    for (place, (key, value)) in fields.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        name(out, key);
        out.push(b':');
        json(out, value);
    }
    out.push(b'}');
}

/// Response keys are GraphQL names and need no escaping; only the value of a free-form scalar can hold another key.
fn name(out: &mut Vec<u8>, key: &str) {
    if key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        out.push(b'"');
        out.extend_from_slice(key.as_bytes());
        out.push(b'"');
    } else {
        string(out, key);
    }
}

/// Writes a JSON string, escaped.
pub fn string(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).expect("a vector takes every byte and a string is always JSON");
}

#[cfg(test)]
mod tests {
    use async_graphql::{InputValueError, value};
    use proptest::prelude::*;

    use super::*;
    use crate::dates::Date;

    fn body(faults: Vec<Fault>, data: Option<&Value>) -> String {
        let contents = Contents { faults, data, request_id: "r1", cost: Some(3), remaining: Some(7) };
        String::from_utf8(contents.write().to_vec()).expect("UTF-8")
    }

    #[test]
    fn errors_come_before_data_and_data_before_extensions() {
        let fault = Fault::request("NOT_FOUND", "No such \"thing\".", vec![Pos { line: 1, column: 2 }]);
        let written = body(vec![fault], Some(&Value::Null));
        assert_eq!(
            written,
            r#"{"errors":[{"message":"No such \"thing\".","locations":[{"line":1,"column":2}],"extensions":{"code":"NOT_FOUND"}}],"data":null,"extensions":{"requestId":"r1","cost":{"estimated":3,"remaining":7}}}"#
        );
    }

    #[test]
    fn a_request_error_has_no_data() {
        assert!(!body(vec![Fault::request("PARSE_FAILED", "No.", vec![])], None).contains("data"));
    }

    #[test]
    fn a_raw_value_passes_byte_for_byte() {
        let raw = value!({ RAW: "{\"a\" :  [1]}" });
        assert!(body(vec![], Some(&value!({ "x": raw }))).starts_with(r#"{"data":{"x":{"a" :  [1]}}"#));
    }

    #[test]
    fn l14_an_error_without_a_code_says_nothing_but_the_request_id() {
        let error = ServerError::new("duplicate key value violates constraint person_number_key", None);
        let error = error.with_path(vec![PathSegment::Field("x".into())]);
        let fault = Fault::of_field(error, "r1");
        assert_eq!(fault.code, "INTERNAL");
        assert_eq!(fault.message, internal("r1"));
    }

    #[test]
    fn a_value_that_a_scalar_refuses_is_the_callers_fault() {
        for refusal in [InputValueError::<Date>::custom("no day"), InputValueError::expected_type(Value::from("x"))] {
            let fault = Fault::of_field(refusal.into_server_error(Pos::default()), "r1");
            assert_eq!(fault.code, "BAD_INPUT", "{}", fault.message);
        }
    }

    #[test]
    fn an_error_with_a_code_keeps_its_message_and_its_field() {
        let mut error = ServerError::new("The number has a wrong check digit.", None);
        let mut extensions = async_graphql::ErrorExtensionValues::default();
        extensions.set("code", "BAD_INPUT");
        extensions.set("rule", "ID-03");
        error.extensions = Some(extensions);
        let fault = Fault::of_field(error, "r1");
        assert_eq!((fault.code.as_str(), fault.message.as_str()), ("BAD_INPUT", "The number has a wrong check digit."));
        assert_eq!(fault.more, vec![("rule".to_owned(), Value::from("ID-03"))]);
    }

    #[test]
    fn at_most_ten_errors_are_listed_and_always_in_the_same_order() {
        let fault = |place: usize| Fault {
            path: vec![PathSegment::Field(format!("f{place:02}"))],
            ..Fault::request("FORBIDDEN", "No.", vec![])
        };
        let forwards = body((0..30).map(fault).collect(), Some(&Value::Null));
        let backwards = body((0..30).rev().map(fault).collect(), Some(&Value::Null));
        assert_eq!(forwards, backwards);
        assert_eq!(forwards.matches("FORBIDDEN").count(), ERRORS_LISTED);
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_serde_would_read(text in "\\PC{0,40}", number: i64, flag: bool) {
            let value = value!({ "a": [text.clone(), number, flag, null], "b": { "c": text } });
            let value = Value::Object([(Name::new(&text), value)].into_iter().collect());
            let mut out = Vec::new();
            json(&mut out, &value);
            let read: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
            prop_assert_eq!(read, value.into_json().expect("JSON"));
        }
    }
}
