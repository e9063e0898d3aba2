//! Writes JSON by hand: the few kinds of values our objects have, exactly as async-graphql writes them.

use chrono::{DateTime, NaiveDate, Utc};
use tenants::ids::PrecinctId;
use uuid::Uuid;

use crate::id::{Kind, Seal};

/// What a writer writes with: the text so far, and what values are made by.
pub struct Pen<'a> {
    /// The JSON so far.
    pub out: String,
    /// Makes public ids and cursors.
    pub seal: &'a Seal,
}

impl<'a> Pen<'a> {
    /// An empty page.
    pub fn new(seal: &'a Seal, capacity: usize) -> Self {
        Self { out: String::with_capacity(capacity), seal }
    }

    /// A string, escaped as serde_json escapes it.
    pub fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.out.push_str(&text[from..at]);
            self.escape(byte);
            from = at + 1;
        }
        self.out.push_str(&text[from..]);
        self.out.push('"');
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.out.push_str("\\\""),
            b'\\' => self.out.push_str("\\\\"),
            b'\n' => self.out.push_str("\\n"),
            b'\r' => self.out.push_str("\\r"),
            b'\t' => self.out.push_str("\\t"),
            0x08 => self.out.push_str("\\b"),
            0x0c => self.out.push_str("\\f"),
            _ => {
                let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
                self.out.push_str("\\u00");
                self.out.push(digit(byte >> 4));
                self.out.push(digit(byte & 15));
            }
        }
    }

    /// A string that needs no escaping: words, ids, dates.
    pub fn plain(&mut self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    /// An optional string.
    pub fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A number.
    pub fn number(&mut self, number: i32) {
        self.out.push_str(&number.to_string());
    }

    /// A truth value.
    pub fn boolean(&mut self, value: bool) {
        self.out.push_str(if value { "true" } else { "false" });
    }

    /// Nothing.
    pub fn null(&mut self) {
        self.out.push_str("null");
    }

    /// A day.
    pub fn date(&mut self, date: NaiveDate) {
        self.plain(&date.to_string());
    }

    /// An optional day.
    pub fn date_or_null(&mut self, date: Option<NaiveDate>) {
        match date {
            Some(date) => self.date(date),
            None => self.null(),
        }
    }

    /// An instant.
    pub fn instant(&mut self, at: DateTime<Utc>) {
        self.plain(&at.to_rfc3339());
    }

    /// A public id.
    pub fn id(&mut self, kind: Kind, precinct: PrecinctId, row: impl Into<Uuid>) {
        let id = self.seal.text(kind, precinct, row.into());
        self.plain(&id);
    }

    /// A list.
    pub fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            each(self, item);
        }
        self.out.push(']');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn text_is_escaped_as_serde_json_does(text in any::<String>()) {
            let seal = Seal::new(&[0; 16]);
            let mut pen = Pen::new(&seal, 0);
            pen.text(&text);
            prop_assert_eq!(pen.out, serde_json::to_string(&text).unwrap());
        }
    }
}
