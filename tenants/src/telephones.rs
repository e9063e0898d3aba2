//! Telephone numbers as they are hashed, masked and searched everywhere: their digits.

use crate::error::{Error, Result};
use crate::id_number::normalise;

/// The digits of a number of 7 to 15 of them: blanks, dashes, brackets, full-width digits and the country's own prefix before a mobile
/// number do not matter. Nothing for anything else.
pub(crate) fn digits(text: &str) -> Option<String> {
    let plain = normalise(text);
    if !plain.chars().all(|c| c.is_ascii_digit() || "-()+".contains(c)) {
        return None;
    }
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let mobile = ["0086", "86"].iter().find_map(|prefix| digits.strip_prefix(prefix)).filter(|rest| is_mobile(rest));
    let digits = mobile.map_or_else(|| digits.clone(), str::to_owned);
    (7..=15).contains(&digits.len()).then_some(digits)
}

/// Whether these digits are a mainland mobile number: eleven, the first a 1.
pub(crate) fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1')
}

/// The digits of what was given in a field; refused with `PHONE`, and the message does not repeat what was typed.
pub(crate) fn read(text: &str, field: &'static str) -> Result<String> {
    digits(text).ok_or_else(|| Error::invalid("PHONE", field, "a telephone number has 7 to 15 digits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_digits_however_it_is_typed() {
        for text in ["13800000001", " 138-0000-0001", "+86 138 0000 0001", "0086 13800000001", "１３８００００００１１"]
        {
            assert!(digits(text).is_some_and(|digits| is_mobile(&digits)), "{text}");
        }
        assert_eq!(digits("(027) 8800-0001").as_deref(), Some("02788000001"));
        assert_eq!(digits("8600000").as_deref(), Some("8600000"));
        for text in ["", "110", "1380000000x", "1234567890123456", "13800000001;13800000002"] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
