//! The form (表单): what the act is to be made of, as JSON. The act engine knows its fields; here only what no form may hold is refused.

use serde_json::Value;

use crate::error::{Error, Result};

/// The longest form, in bytes.
const LONGEST: usize = 32 * 1024;
/// The longest form that is sent from a telephone: an act needs less than a tenth of it.
pub(super) const LONGEST_BY_PHONE: usize = 8 * 1024;
/// Traits that no field of ours asks for, whatever it is called in (PRV-01, PRV-04).
const OMITTED: [&str; 10] =
    ["ethnic", "nationality_group", "minzu", "religio", "politic", "party", "sexual", "health", "fingerprint", "民族"];

/// The form as it is sealed: an object, not too long, without an omitted trait.
pub(super) fn read(text: &str) -> Result<Value> {
    if text.len() > LONGEST {
        return Err(Error::invalid("FORM", "form", format!("a form has at most {LONGEST} bytes")));
    }
    let form: Value = serde_json::from_str(text).map_err(|_| not_an_object())?;
    if !form.is_object() {
        return Err(not_an_object());
    }
    if asks_too_much(&form) {
        return Err(Error::invalid("PRV-01", "form", "a form holds only what the act needs"));
    }
    Ok(form)
}

fn not_an_object() -> Error {
    Error::invalid("FORM", "form", "a form is a JSON object")
}

/// Whether a key anywhere in the form names a trait that is not to be kept.
fn asks_too_much(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.iter().any(|(key, value)| {
            let key = key.to_lowercase();
            OMITTED.iter().any(|omitted| key.contains(omitted)) || asks_too_much(value)
        }),
        Value::Array(items) => items.iter().any(asks_too_much),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prv_01_a_form_asks_for_no_omitted_trait_at_any_depth() {
        for form in
            [r#"{"ethnicity":"x"}"#, r#"{"a":[{"politicalStatus":1}]}"#, r#"{"民族":"x"}"#, r#"{"a":{"Religion":1}}"#]
        {
            assert!(matches!(read(form), Err(Error::Invalid { code: "PRV-01", .. })), "{form}");
        }
        assert!(read(r#"{"name":"张三","relation":"20"}"#).is_ok());
    }

    #[test]
    fn a_form_is_an_object_of_bounded_size() {
        for form in ["", "[]", "1", "{"] {
            assert!(matches!(read(form), Err(Error::Invalid { code: "FORM", .. })), "{form}");
        }
        assert!(read(&format!("{{\"a\":\"{}\"}}", "x".repeat(LONGEST))).is_err());
    }
}
