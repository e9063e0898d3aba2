//! A telephone number as its holder types it.

use crate::error::{Error, Result};
use crate::masking;
use crate::telephones;

/// A mainland mobile number of eleven digits (手机号码). Does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phone(hidden)")
    }
}

impl Phone {
    /// Reads a number: blanks, dashes, full-width digits and the country's prefix do not matter. Refused with `PHONE`; the message
    /// does not repeat what was typed.
    pub fn parse(text: &str) -> Result<Self> {
        let mobile = telephones::digits(text).filter(|digits| telephones::is_mobile(digits));
        let wrong = || Error::invalid("PHONE", "phone", "a mobile number has eleven digits and begins with 1");
        mobile.map(Self).ok_or_else(wrong)
    }

    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is shown of it.
    pub fn masked(&self) -> String {
        masking::phone(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_typed_and_never_printed() {
        for typed in [
            "13800001234",
            " 138 0000 1234",
            "138-0000-1234",
            "+86 13800001234",
            "１３８００００１２３４",
            "008613800001234",
        ] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), "13800001234", "{typed}");
        }
        for wrong in ["", "1380000123", "138000012345", "23800001234", "1380000123x", "+8513800001234"] {
            assert!(matches!(Phone::parse(wrong), Err(Error::Invalid { code: "PHONE", .. })), "{wrong}");
        }
        let phone = Phone::parse("13800001234").unwrap();
        assert!(!format!("{phone:?}").contains("1380"));
        assert_eq!(phone.masked(), "138****1234");
    }
}
