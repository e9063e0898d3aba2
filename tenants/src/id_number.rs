//! Citizen id numbers (公民身份号码, GB 11643): what makes one valid, and what it says.
//!
//! A number is `RRRRRR YYYYMMDD SSS C`: region of first issue, birth date, sequence (odd male, even female), check
//! character (ISO 7064 MOD 11-2). A valid number proves typing, not identity (IDN-11), and is never a key, a log field or
//! a label (IDN-10): [`IdNumber`] therefore does not print itself.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use crate::codes::Sex;
use crate::error::Error;

/// Weights of the first 17 digits: each is 2^(18−i) mod 11.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [u8; 11] = *b"10X98765432";
/// The region of made-up people, which no real number has.
pub const TEST_REGION: u32 = 999_999;

/// A normalised number of 18 characters whose every rule holds.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdNumber {
    text: String,
    birth: NaiveDate,
}

impl std::fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdNumber(hidden)")
    }
}

/// Which rule a text broke. The message never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not 18 characters (nor 15, where a search allows them).
    #[error("an id number has 18 characters")]
    Length,
    /// Something other than digits, or an X that is not the last character.
    #[error("an id number has 17 digits and a check character, a digit or X")]
    Character,
    /// A region code that never existed.
    #[error("the first six digits name no region that ever existed")]
    Region,
    /// A birth segment that is no calendar date.
    #[error("digits 7 to 14 are not a calendar date")]
    Birth,
    /// A birth in the future.
    #[error("the birth date lies in the future")]
    Future,
    /// A check character that does not fit.
    #[error("the check character does not fit the other digits: a digit is mistyped")]
    Check,
    /// Another birth date than the registered one.
    #[error("the birth date in the number is not the registered one")]
    BirthDiffers,
    /// Another sex than the registered one.
    #[error("the sex in the number is not the registered one")]
    SexDiffers,
}

impl Fault {
    /// The rule of the domain that was broken.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Length | Self::Character => "IDN-01",
            Self::Birth | Self::Future | Self::BirthDiffers => "IDN-02",
            Self::SexDiffers => "IDN-03",
            Self::Region => "IDN-04",
            Self::Check => "GB-11643",
        }
    }

    /// The refusal of input field `field`.
    pub fn refusal(self, field: &'static str) -> Error {
        Error::invalid(self.rule(), field, self.to_string())
    }
}

/// What kind of card carries the number (IDN-09).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A citizen's identity card (居民身份证).
    Citizen,
    /// A residence permit of a resident of Hong Kong, Macau or Taiwan (港澳台居民居住证).
    ResidencePermit,
    /// A foreigner's permanent residence card of the 2023 type (外国人永久居留身份证).
    PermanentResidence,
    /// A made-up person.
    Test,
}

impl IdNumber {
    /// Reads a number of 18 characters; `today` bounds the birth date (IDN-01, 02, 04 and the check character).
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Fault> {
        Self::checked(normalise(text), today)
    }

    /// Reads what a search may contain: also a number of 15 digits, upgraded to 18 (IDN-08).
    pub fn parse_for_search(text: &str, today: NaiveDate) -> Result<Self, Fault> {
        let text = normalise(text);
        let text = if text.len() == 15 { upgrade(&text)? } else { text };
        Self::checked(text, today)
    }

    /// The number of region, birth date and sequence (0–999), for seeds and tests. `None` if the parts make none.
    pub fn compose(region: u32, birth: NaiveDate, sequence: u32) -> Option<Self> {
        let body = format!("{region:06}{}{sequence:03}", birth.format("%Y%m%d"));
        let check = check_character(&body).ok()?;
        let number = Self { text: format!("{body}{check}"), birth };
        (number.text.len() == 18 && region_existed(&number.text)).then_some(number)
    }

    fn checked(text: String, today: NaiveDate) -> Result<Self, Fault> {
        if text.chars().count() != 18 {
            return Err(Fault::Length);
        }
        let (body, check) = text.split_at_checked(17).ok_or(Fault::Character)?;
        let expected = check_character(body)?;
        if !matches!(check.as_bytes(), [b'0'..=b'9' | b'X']) {
            return Err(Fault::Character);
        }
        if !region_existed(&text) {
            return Err(Fault::Region);
        }
        let birth = birth_segment(body, today)?;
        if !check.starts_with(expected) {
            return Err(Fault::Check);
        }
        Ok(Self { text, birth })
    }

    /// The 18 characters, for sealing and hashing only (IDN-10).
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The birth date that the number carries.
    pub fn birth_date(&self) -> NaiveDate {
        self.birth
    }

    /// The sex at issue: the parity of digit 17 (IDN-03).
    pub fn sex(&self) -> Sex {
        if self.text.as_bytes()[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// The region of first issue, which says nothing about the present station (domain §2.2).
    pub fn region(&self) -> &str {
        &self.text[..6]
    }

    /// The kind of card (IDN-09).
    pub fn document(&self) -> Document {
        match &self.text[..2] {
            "81" | "82" | "83" => Document::ResidencePermit,
            _ if self.region() == "999999" => Document::Test,
            province if province.starts_with('9') => Document::PermanentResidence,
            _ => Document::Citizen,
        }
    }

    /// Whether its bearer can be a member of a household: inhabitants with a permit cannot (IDN-09).
    pub fn may_join_household(&self) -> bool {
        matches!(self.document(), Document::Citizen | Document::Test)
    }

    /// Compares with what the register says of the person (IDN-02, IDN-03); an unknown sex is not compared.
    pub fn agrees_with(&self, birth: NaiveDate, sex: Sex) -> Result<(), Fault> {
        if self.birth != birth {
            return Err(Fault::BirthDiffers);
        }
        let stated = matches!(sex, Sex::Male | Sex::Female);
        if stated && self.sex() != sex { Err(Fault::SexDiffers) } else { Ok(()) }
    }
}

/// Full-width to ASCII, `x` to `X`, no white space (IDN-01).
pub fn normalise(text: &str) -> String {
    let ascii = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(|c| ascii(c).to_ascii_uppercase()).collect()
}

/// The check character of 17 digits.
fn check_character(body: &str) -> Result<char, Fault> {
    let mut sum = 0;
    for (digit, weight) in body.chars().zip(WEIGHTS) {
        sum += digit.to_digit(10).ok_or(Fault::Character)? * weight;
    }
    Ok(char::from(CHECK[(sum % 11) as usize]))
}

/// 15 digits to 18 (IDN-08): the century is 19, but 18 for the sequences 996 to 999.
fn upgrade(text: &str) -> Result<String, Fault> {
    let (region, rest) = text.split_at_checked(6).ok_or(Fault::Character)?;
    let century = if matches!(rest.get(6..), Some("996" | "997" | "998" | "999")) { "18" } else { "19" };
    let body = format!("{region}{century}{rest}");
    let check = check_character(&body)?;
    Ok(format!("{body}{check}"))
}

/// Digits 7 to 14 as a date (IDN-02).
fn birth_segment(body: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let birth = NaiveDate::parse_from_str(&body[6..14], "%Y%m%d").map_err(|_| Fault::Birth)?;
    if birth.year() < 1800 {
        return Err(Fault::Birth);
    }
    if birth > today { Err(Fault::Future) } else { Ok(birth) }
}

/// Every code of `data/divisions.txt`, ascending.
static DIVISIONS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let lines = include_str!("../data/divisions.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(division_line).collect()
});

fn division_line(line: &str) -> Vec<u32> {
    let mut parts = line.split(' ');
    let prefecture: u32 = parts.next().and_then(|text| text.parse().ok()).unwrap_or(0);
    parts.filter_map(|text| text.parse::<u32>().ok()).map(|last| prefecture * 100 + last).collect()
}

/// Whether the division code (GB/T 2260) existed at some time (IDN-04).
pub fn division_existed(code: u32) -> bool {
    DIVISIONS.binary_search(&code).is_ok()
}

/// The region rule of a whole number; a permanent residence card has 9, a province and a country instead.
fn region_existed(text: &str) -> bool {
    let number = |part: &str| part.parse().unwrap_or(0);
    let foreign = text.starts_with('9') && division_existed(number(&text[1..3]) * 10_000);
    foreign || division_existed(number(&text[..6]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn parse(text: &str) -> Result<IdNumber, Fault> {
        IdNumber::parse(text, day(2026, 1, 1))
    }

    #[test]
    fn gb_11643_the_standards_examples() {
        assert!(parse("11010519491231002X").is_ok());
        assert!(parse("440524188001010014").is_ok());
        assert_eq!(parse("110105194912310021"), Err(Fault::Check));
        assert!(parse("999999199901010011").is_ok() && parse("99999919990101002X").is_ok());
    }

    #[test]
    fn idn_01_normalises_before_checking() {
        let plain = parse("11010519491231002X").unwrap();
        assert_eq!(parse(" 110105 19491231 002x\t").unwrap(), plain);
        assert_eq!(parse("１１０１０５１９４９１２３１００２Ｘ").unwrap(), plain);
        assert_eq!(plain.as_str(), "11010519491231002X");
        assert_eq!(parse(""), Err(Fault::Length));
        assert_eq!(parse("1101051949123100XX"), Err(Fault::Character));
        assert_eq!(parse("一二三四五六七八九十一二三四五六七八"), Err(Fault::Character));
        assert_eq!(parse("11010519491231002-"), Err(Fault::Character));
    }

    #[test]
    fn idn_02_birth_segment_is_a_real_date() {
        assert_eq!(parse("999999199902290011"), Err(Fault::Birth));
        assert_eq!(parse("999999199913010011"), Err(Fault::Birth));
        let tomorrow = IdNumber::compose(TEST_REGION, day(2026, 1, 2), 1).unwrap();
        assert_eq!(parse(tomorrow.as_str()), Err(Fault::Future));
        assert_eq!(Fault::Future.rule(), "IDN-02");
    }

    #[test]
    fn idn_02_idn_03_the_number_agrees_with_the_register() {
        let number = parse("99999919990101002X").unwrap();
        assert_eq!(number.agrees_with(day(1999, 1, 1), Sex::Female), Ok(()));
        assert_eq!(number.agrees_with(day(1999, 1, 1), Sex::Unknown), Ok(()));
        assert_eq!(number.agrees_with(day(1999, 1, 2), Sex::Female), Err(Fault::BirthDiffers));
        assert_eq!(number.agrees_with(day(1999, 1, 1), Sex::Male), Err(Fault::SexDiffers));
    }

    #[test]
    fn idn_04_abolished_regions_are_valid_and_unknown_ones_are_not() {
        assert!(division_existed(440_524), "Chaoyang county, abolished 1993");
        assert!(division_existed(420_111) && division_existed(420_115));
        assert!(!division_existed(123_456));
        let body = "12345619990101001";
        let text = format!("{body}{}", check_character(body).unwrap());
        assert_eq!(parse(&text), Err(Fault::Region));
    }

    #[test]
    fn idn_04_the_list_is_ascending_and_large() {
        assert!(DIVISIONS.len() > 7_000);
        assert!(DIVISIONS.is_sorted());
    }

    #[test]
    fn idn_08_fifteen_digits_are_upgraded_for_search_only() {
        let today = day(2026, 1, 1);
        let number = IdNumber::parse_for_search("110105491231002", today).unwrap();
        assert_eq!(number.as_str(), "11010519491231002X");
        assert_eq!(parse("110105491231002"), Err(Fault::Length));
        let old = IdNumber::parse_for_search("110105990101998", today).unwrap();
        assert_eq!(old.birth_date(), day(1899, 1, 1));
        assert_eq!(IdNumber::parse_for_search("11010549123100X", today), Err(Fault::Character));
    }

    #[test]
    fn idn_09_permits_pass_and_join_no_household() {
        let permit = IdNumber::compose(830_000, day(1990, 5, 6), 11).unwrap();
        let permit = parse(permit.as_str()).unwrap();
        assert_eq!(permit.document(), Document::ResidencePermit);
        assert!(!permit.may_join_household());
        let foreign = IdNumber::compose(942_840, day(1990, 5, 6), 12).unwrap();
        assert_eq!(foreign.document(), Document::PermanentResidence);
        assert!(!foreign.may_join_household());
        assert!(parse("11010519491231002X").unwrap().may_join_household());
    }

    #[test]
    fn idn_10_debug_does_not_print_the_number() {
        let shown = format!("{:?} {:?}", parse("11010519491231002X"), parse("110105194912310021"));
        assert!(!shown.contains("1101") && !shown.contains("1949"), "{shown}");
    }

    fn births() -> impl Strategy<Value = NaiveDate> {
        (0..45_000_i64).prop_map(|days| day(1900, 1, 1) + chrono::TimeDelta::days(days))
    }

    proptest! {
        #[test]
        fn gb_11643_every_composed_number_parses_back(birth in births(), sequence in 0_u32..1000) {
            let number = IdNumber::compose(TEST_REGION, birth, sequence).unwrap();
            let again = IdNumber::parse(number.as_str(), day(2030, 1, 1)).unwrap();
            prop_assert_eq!(again.birth_date(), birth);
            prop_assert_eq!(again.sex() == Sex::Male, sequence % 2 == 1);
            prop_assert_eq!(again, number);
        }

        #[test]
        fn gb_11643_every_single_digit_error_is_caught(birth in births(), sequence in 0_u32..1000, place in 0_usize..17, by in 1_u8..10) {
            let number = IdNumber::compose(TEST_REGION, birth, sequence).unwrap();
            let mut bytes = number.as_str().as_bytes().to_vec();
            bytes[place] = b'0' + (bytes[place] - b'0' + by) % 10;
            let mistyped = String::from_utf8(bytes).unwrap();
            prop_assert!(IdNumber::parse(&mistyped, day(2030, 1, 1)).is_err());
        }

        #[test]
        fn gb_11643_two_neighbours_that_changed_places_are_caught(birth in births(), sequence in 0_u32..1000, place in 0_usize..16) {
            let number = IdNumber::compose(TEST_REGION, birth, sequence).unwrap();
            let mut bytes = number.as_str().as_bytes().to_vec();
            bytes.swap(place, place + 1);
            let mistyped = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(IdNumber::parse(&mistyped, day(2030, 1, 1)).is_ok(), mistyped == number.as_str());
        }

        #[test]
        fn idn_01_width_case_and_spaces_do_not_make_another_number(birth in births(), sequence in 0_u32..1000, wide in any::<[bool; 18]>(), gaps in any::<[bool; 18]>()) {
            let number = IdNumber::compose(TEST_REGION, birth, sequence).unwrap();
            let widen = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
            let typed: String = number.as_str().to_lowercase().chars().enumerate()
                .flat_map(|(at, c)| [Some(if wide[at] { widen(c) } else { c }), gaps[at].then_some('\u{3000}')]).flatten().collect();
            prop_assert_eq!(IdNumber::parse(&typed, day(2030, 1, 1)), Ok(number));
        }

        #[test]
        fn idn_08_the_fifteen_digits_of_a_number_lead_to_it(days in 0_i64..36_500, sequence in 0_u32..996) {
            let number = IdNumber::compose(TEST_REGION, day(1900, 1, 1) + chrono::TimeDelta::days(days), sequence).unwrap();
            let fifteen = format!("{}{}", &number.as_str()[..6], &number.as_str()[8..17]);
            prop_assert_eq!(IdNumber::parse_for_search(&fifteen, day(2030, 1, 1)), Ok(number));
        }

        #[test]
        fn idn_01_no_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = IdNumber::parse_for_search(&text, day(2026, 1, 1));
        }

        #[test]
        fn idn_08_any_fifteen_characters_are_refused_or_upgraded(text in "[0-9]{15}|\\PC{15}") {
            if let Ok(number) = IdNumber::parse_for_search(&text, day(2026, 1, 1)) {
                prop_assert_eq!(number.as_str().len(), 18);
            }
        }
    }
}
