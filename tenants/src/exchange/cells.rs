//! One row under reading. Every fault of a row is found in one reading, and no message repeats a value.

use chrono::{Datelike, NaiveDate};

use super::Refused;
use super::sheet::{Column, Table, places};
use crate::codes::{self, Sex};
use crate::error::Result;
use crate::id_number::IdNumber;
use crate::relations;
use crate::telephones;

/// The records of a table, and what was refused of it.
pub(super) struct Parsed<T> {
    pub(super) good: Vec<T>,
    pub(super) refused: Vec<Refused>,
    /// Household numbers of rows that were refused: whoever depends on them is refused too.
    pub(super) lost: Vec<String>,
}

impl<T> Default for Parsed<T> {
    fn default() -> Self {
        Self { good: Vec::new(), refused: Vec::new(), lost: Vec::new() }
    }
}

/// Reads every row of a table whose heading is one of `columns`.
pub(super) fn parse<T>(
    table: &Table,
    columns: &'static [Column],
    read: impl Fn(&mut Cells<'_>) -> Option<T>,
) -> Result<Parsed<T>> {
    let places = places(table, columns)?;
    let mut parsed = Parsed::default();
    for (row, values) in &table.rows {
        let mut cells = Cells { table: &table.name, row: *row, values, columns, places: &places, refused: Vec::new() };
        let record = read(&mut cells);
        match record.filter(|_| cells.refused.is_empty()) {
            Some(record) => parsed.good.push(record),
            None => parsed.lost.extend(cells.some("household_number").map(str::to_owned)),
        }
        parsed.refused.append(&mut cells.refused);
    }
    Ok(parsed)
}

/// One row under reading; what is wrong with it is collected.
pub(super) struct Cells<'t> {
    table: &'t str,
    pub(super) row: u32,
    values: &'t [String],
    columns: &'static [Column],
    places: &'t [Option<usize>],
    refused: Vec<Refused>,
}

impl<'t> Cells<'t> {
    pub(super) fn refuse(&mut self, column: &'static str, rule: &'static str, reason: impl Into<String>) {
        self.refused.push(Refused { table: self.table.to_owned(), row: self.row, column, rule, reason: reason.into() });
    }

    /// The cell, if it holds anything.
    pub(super) fn some(&self, key: &str) -> Option<&'t str> {
        let place = self.columns.iter().position(|column| column.key == key).and_then(|at| self.places[at])?;
        self.values.get(place).map(String::as_str).filter(|text| !text.is_empty())
    }

    fn need(&mut self, key: &'static str) -> Option<&'t str> {
        let cell = self.some(key);
        if cell.is_none() {
            self.refuse(key, "REQUIRED", "the cell is empty");
        }
        cell
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let text = self.need(key)?;
        if text.chars().any(char::is_control) {
            self.refuse(key, "FORMAT", "the cell holds a control character");
            return None;
        }
        Some(text.to_owned())
    }

    pub(super) fn number(&mut self, key: &'static str) -> Option<String> {
        let text = self.need(key)?;
        let plain = text.len() <= 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !plain {
            self.refuse(key, "FORMAT", "a household number has 1 to 32 letters, digits and dashes");
        }
        plain.then(|| text.to_owned())
    }

    pub(super) fn word(&mut self, key: &'static str, words: &[(&'static str, &'static str)]) -> Option<&'static str> {
        let text = self.need(key)?;
        let word = words.iter().find(|(word, title)| text.eq_ignore_ascii_case(word) || text == *title);
        if word.is_none() {
            let known: Vec<_> = words.iter().map(|(word, title)| format!("{word} ({title})")).collect();
            self.refuse(key, "FORMAT", format!("is none of {}", known.join(", ")));
        }
        word.map(|(word, _)| *word)
    }

    /// The word of a column that may be empty: the first of them then.
    pub(super) fn word_or_first(
        &mut self,
        key: &'static str,
        words: &[(&'static str, &'static str)],
    ) -> Option<&'static str> {
        if self.some(key).is_some() { self.word(key, words) } else { words.first().map(|(word, _)| *word) }
    }

    pub(super) fn day(&mut self, key: &'static str, today: NaiveDate) -> Option<NaiveDate> {
        let text = self.need(key)?;
        let day = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d"]
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(text, form).ok());
        match day.filter(|day| (1800..=9999).contains(&day.year())) {
            None => self.refuse(key, "FORMAT", "is no calendar date of the form YYYY-MM-DD"),
            Some(day) if day > today => self.refuse(key, "REG-10", "lies in the future"),
            Some(day) => return Some(day),
        }
        None
    }

    /// The day of a column that may be empty.
    pub(super) fn some_day(&mut self, key: &'static str, today: NaiveDate) -> Option<NaiveDate> {
        self.some(key).and_then(|_| self.day(key, today))
    }

    pub(super) fn name(&mut self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        let fits = |c: char| c.is_alphabetic() || matches!(c, '·' | ' ' | '-' | '\'' | '.');
        let good = text.chars().count() <= 50 && text.chars().all(fits) && text.chars().any(char::is_alphabetic);
        if !good {
            self.refuse(key, "FORMAT", "a name has letters or characters and · between its parts, at most 50");
        }
        good.then_some(text)
    }

    pub(super) fn relation(&mut self) -> Option<&'static str> {
        let text = self.need("relation")?;
        let code = relations::from_old(text);
        if code.is_none() {
            self.refuse("relation", "REG-05", "is no relation to the head of GB/T 4761-2008");
        }
        code
    }

    /// Why a membership began or ended: a code or its Chinese name.
    pub(super) fn reason(&mut self, key: &'static str) -> Option<&'static str> {
        let text = self.some(key)?;
        let code = codes::code_named("membership_reason", text);
        if code.is_none() {
            self.refuse(key, "FORMAT", "is no code of the set membership_reason");
        }
        code.map(|value| value.code.as_str())
    }

    pub(super) fn id_number(
        &mut self,
        birth: Option<NaiveDate>,
        sex: Option<Sex>,
        today: NaiveDate,
    ) -> Option<IdNumber> {
        let text = self.some("id_number")?;
        let read = IdNumber::parse(text, today).and_then(|number| match (birth, sex) {
            (Some(birth), Some(sex)) => number.agrees_with(birth, sex).map(|()| number),
            _ => Ok(number),
        });
        match read {
            Ok(number) if number.may_join_household() => return Some(number),
            Ok(_) => self.refuse(
                "id_number",
                "IDN-09",
                "the bearer of a residence permit is an inhabitant, not a member of a household",
            ),
            Err(fault) => self.refuse("id_number", fault.rule(), fault.to_string()),
        }
        None
    }

    pub(super) fn phone(&mut self) -> Option<String> {
        let text = self.some("phone")?;
        let digits = telephones::digits(text);
        if digits.is_none() {
            self.refuse("phone", "FORMAT", "a telephone number has 7 to 15 digits");
        }
        digits
    }
}
