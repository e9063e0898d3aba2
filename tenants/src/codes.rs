//! Code sets (代码集) as data: what a code means, in two languages, and when it was in force.
//!
//! The rows are `data/codes.csv`; adding a code is adding a line. A code out of force is still read in old records but
//! not offered any more.

use crate::words::words;
use std::sync::LazyLock;

use chrono::NaiveDate;

words! {
    /// A person's sex (性别, GB/T 2261.1).
    pub enum Sex {
        /// 0, unknown.
        Unknown = "UNKNOWN",
        /// 1, male.
        Male = "MALE",
        /// 2, female.
        Female = "FEMALE",
        /// 9, not stated.
        NotStated = "NOT_STATED",
    }
}

impl Sex {
    /// The standard's digit, as stored.
    pub fn code(self) -> i16 {
        match self {
            Self::Unknown => 0,
            Self::Male => 1,
            Self::Female => 2,
            Self::NotStated => 9,
        }
    }

    /// The sex of a digit; `None` for one that the standard does not have.
    pub fn from_code(code: i16) -> Option<Self> {
        [Self::Unknown, Self::Male, Self::Female, Self::NotStated].into_iter().find(|sex| sex.code() == code)
    }
}

/// One code of a set.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct CodeValue {
    set: String,
    /// The code as stored, such as `02`.
    pub code: String,
    /// What it means, in Chinese.
    pub label_zh: String,
    /// What it means, in English.
    pub label_en: String,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// Last day in force; `None` while it is.
    pub valid_to: Option<NaiveDate>,
    /// The standard it comes from.
    pub source: String,
}

impl CodeValue {
    /// Whether the code is in force on `day`.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// A named set with those of its codes that are in force.
#[derive(Clone, Debug)]
pub struct CodeSet {
    /// The name it is asked by, such as `relation`.
    pub name: &'static str,
    /// What the set is, in Chinese.
    pub title_zh: &'static str,
    /// What the set is, in English.
    pub title_en: &'static str,
    /// The standard of the newest code.
    pub source: &'static str,
    /// The codes, in the standard's order.
    pub values: Vec<&'static CodeValue>,
}

/// Every set: name, title in Chinese, title in English.
pub const SETS: [(&str, &str, &str); 7] = [
    ("relation", "与户主关系", "Relationship to the head of household"),
    ("sex", "性别", "Sex"),
    ("marital", "婚姻状况", "Marital status"),
    ("population_category", "人口类别", "Population category"),
    ("act_kind", "登记行为", "Register act"),
    ("membership_reason", "户籍变动原因", "Reason of a membership's beginning or end"),
    ("document_kind", "材料种类", "Kind of a document handed in"),
];

static CODES: LazyLock<Vec<CodeValue>> = LazyLock::new(|| read().filter_map(Result::ok).collect());

fn read() -> impl Iterator<Item = csv::Result<CodeValue>> {
    csv::Reader::from_reader(include_str!("../data/codes.csv").as_bytes()).into_deserialize()
}

/// The set `name` with the codes in force on `as_of`; `None` if there is no such set.
pub fn code_set(name: &str, as_of: NaiveDate) -> Option<CodeSet> {
    let (name, title_zh, title_en) = *SETS.iter().find(|(set, ..)| *set == name)?;
    let values: Vec<_> = all(name).filter(|value| value.in_force(as_of)).collect();
    let newest = all(name).max_by_key(|value| value.valid_from);
    let source = newest.map_or("", |value| value.source.as_str());
    Some(CodeSet { name, title_zh, title_en, source, values })
}

/// One code, also one out of force, because old records hold it.
pub fn code_value(set: &str, code: &str) -> Option<&'static CodeValue> {
    all(set).find(|value| value.code == code)
}

/// The code that is written so, or whose Chinese label is.
pub(crate) fn code_named(set: &str, text: &str) -> Option<&'static CodeValue> {
    all(set).find(|value| value.code.eq_ignore_ascii_case(text) || value.label_zh == text)
}

fn all(set: &str) -> impl Iterator<Item = &'static CodeValue> {
    CODES.iter().filter(move |value| value.set == set)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn day(y: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, 6, 30).unwrap()
    }

    #[test]
    fn every_line_of_the_data_is_read_and_belongs_to_a_set() {
        let lines = read().collect::<csv::Result<Vec<_>>>().unwrap();
        let named = SETS.iter().map(|(set, ..)| all(set).count()).sum::<usize>();
        assert_eq!(lines.len(), named);
        let keys: HashSet<_> = lines.iter().map(|value| (&value.set, &value.code)).collect();
        assert_eq!(keys.len(), lines.len(), "a code stands once in its set");
    }

    #[test]
    fn a_set_is_given_as_of_a_day() {
        let codes = |year| {
            code_set("relation", day(year))
                .unwrap()
                .values
                .iter()
                .map(|value| value.code.as_str())
                .collect::<HashSet<_>>()
        };
        assert!(codes(2026).contains("02") && !codes(2026).contains("03"));
        assert!(codes(1999).contains("03") && !codes(1999).contains("02"));
        assert_eq!(code_set("relation", day(2026)).unwrap().source, "GB/T 4761-2008");
        assert!(code_set("religion", day(2026)).is_none());
    }

    #[test]
    fn reg_08_every_act_of_the_register_has_a_code() {
        let acts = code_set("act_kind", day(2026)).unwrap();
        assert_eq!(acts.values.len(), 28);
        assert_eq!(code_value("act_kind", "R08").unwrap().label_zh, "死亡注销");
    }

    #[test]
    fn sexes_are_the_standards_digits() {
        let stored = code_set("sex", day(2026)).unwrap();
        for value in stored.values {
            let digit = value.code.parse().unwrap();
            assert_eq!(Sex::from_code(digit).unwrap().code(), digit);
        }
        assert_eq!(Sex::from_code(3), None);
    }
}
