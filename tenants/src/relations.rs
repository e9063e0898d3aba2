//! Relationship to the head of household (与户主关系, GB/T 4761-2008).
//!
//! The relation is *to the head*: directional, and to be rewritten for every member when the head changes (domain §2.4).
//! Labels are data of [`crate::codes`]; here is what can be computed from a code.

use chrono::NaiveDate;

use crate::codes::{CodeValue, Sex, code_value};

/// The head's own code.
pub const HEAD: &str = "02";
/// Husband or wife, and each of them by sex.
pub const SPOUSES: [&str; 3] = ["10", "11", "12"];

/// What a relation code says about its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Two digits.
    pub code: &'static str,
    /// The sex it implies, if any.
    pub sex: Option<Sex>,
    /// Generations below the head: 1 a child, −1 a parent, 0 the head's own; `None` where the code does not say.
    pub generation: Option<i8>,
}

/// Codes of one sex and generation; the offered codes of the standard but 01, which is for personal forms only.
const GROUPS: [(&[&str], Option<Sex>, Option<i8>); 20] = [
    (&["02", "10", "70", "79", "91", "92"], None, Some(0)),
    (&["11", "71", "73", "76", "78"], Some(Sex::Male), Some(0)),
    (&["12", "72", "74", "75", "77"], Some(Sex::Female), Some(0)),
    (&["20", "21", "22", "23", "24", "25", "26", "27", "28", "29"], Some(Sex::Male), Some(1)),
    (&["30", "31", "32", "33", "34", "35", "36", "37", "38", "39"], Some(Sex::Female), Some(1)),
    (&["93", "95"], Some(Sex::Male), Some(1)),
    (&["94", "96"], Some(Sex::Female), Some(1)),
    (&["40", "49"], None, Some(2)),
    (&["41", "43", "46"], Some(Sex::Male), Some(2)),
    (&["42", "44", "45"], Some(Sex::Female), Some(2)),
    (&["47"], Some(Sex::Male), Some(3)),
    (&["48"], Some(Sex::Female), Some(3)),
    (&["50", "59"], None, Some(-1)),
    (&["51", "53", "55", "57", "81", "83", "85", "87", "89"], Some(Sex::Male), Some(-1)),
    (&["52", "54", "56", "58", "82", "84", "86", "88", "90"], Some(Sex::Female), Some(-1)),
    (&["60", "65", "69"], None, Some(-2)),
    (&["61", "63"], Some(Sex::Male), Some(-2)),
    (&["62", "64"], Some(Sex::Female), Some(-2)),
    (&["66", "67", "68"], None, Some(-3)),
    (&["80", "97", "99"], None, None),
];

/// The relation of a code that may stand in a household; `None` for 01, for codes of 1984 and for anything else.
pub fn relation(code: &str) -> Option<Relation> {
    GROUPS.iter().find_map(|(codes, sex, generation)| {
        let code = codes.iter().find(|known| **known == code)?;
        // The two great-grandparents are the only ones of their generation with a sex of their own.
        let sex = match *code {
            "66" => Some(Sex::Male),
            "67" => Some(Sex::Female),
            _ => *sex,
        };
        Some(Relation { code, sex, generation: *generation })
    })
}

/// The code's label, also of a code that is only read in old data.
pub fn label(code: &str) -> Option<&'static CodeValue> {
    code_value("relation", code)
}

/// Old data to the present standard: 03 (head of a collective household) becomes 02, 98 (domestic helper) becomes 99, and
/// the one-digit codes 0–8 become the generic code of their block. Present codes stay; `None` for anything else.
pub fn from_old(code: &str) -> Option<&'static str> {
    let present = match code {
        "0" | "03" => HEAD,
        "1" => "10",
        "2" => "20",
        "3" => "30",
        "4" => "40",
        "5" => "50",
        "6" => "60",
        "7" => "70",
        "8" => "80",
        "98" => "99",
        other => other,
    };
    relation(present).map(|relation| relation.code)
}

/// A member as far as relation checks care.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The relation code.
    pub relation: &'a str,
    /// The registered sex.
    pub sex: Sex,
    /// The registered birth date.
    pub birth: NaiveDate,
}

/// What a check found; an index is a place in the list of members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A code that cannot stand in a household.
    UnknownCode(usize),
    /// Nobody has 02.
    NoHead,
    /// A further 02.
    SecondHead(usize),
    /// A further 10, 11 or 12.
    SecondSpouse(usize),
    /// A gendered code on a person of the other sex.
    SexDisagrees(usize),
    /// Warning: an ancestor not older, or a descendant not younger than the head; step and adopted relations do that.
    AgeOrder(usize),
}

impl Finding {
    /// Whether it refuses the change; a warning does not.
    pub fn is_error(self) -> bool {
        !matches!(self, Self::AgeOrder(_))
    }

    /// The rule of the domain.
    pub fn rule(self) -> &'static str {
        if matches!(self, Self::NoHead | Self::SecondHead(_)) { "REG-03" } else { "REG-05" }
    }
}

/// Checks the relations of one household's present members (domain §2.4, REG-03, REG-05).
pub fn check(members: &[Member<'_>]) -> Vec<Finding> {
    let mut found = repeated(members, |code| code == HEAD, Finding::SecondHead);
    found.extend(repeated(members, |code| SPOUSES.contains(&code), Finding::SecondSpouse));
    let head = members.iter().find(|member| member.relation == HEAD);
    if head.is_none() {
        found.push(Finding::NoHead);
    }
    for (i, member) in members.iter().enumerate() {
        found.extend(check_one(i, member, head));
    }
    found
}

/// Every member but the first whose code is of the kind.
fn repeated(members: &[Member<'_>], kind: impl Fn(&str) -> bool, finding: fn(usize) -> Finding) -> Vec<Finding> {
    let of_kind = members.iter().enumerate().filter(|(_, member)| kind(member.relation));
    of_kind.skip(1).map(|(i, _)| finding(i)).collect()
}

fn check_one(i: usize, member: &Member<'_>, head: Option<&Member<'_>>) -> Option<Finding> {
    let Some(relation) = relation(member.relation) else { return Some(Finding::UnknownCode(i)) };
    let stated = matches!(member.sex, Sex::Male | Sex::Female);
    if stated && relation.sex.is_some_and(|sex| sex != member.sex) {
        return Some(Finding::SexDisagrees(i));
    }
    let (head, generation) = (head?, relation.generation?);
    let in_order = match generation {
        0 => true,
        1.. => member.birth > head.birth,
        _ => member.birth < head.birth,
    };
    (!in_order).then_some(Finding::AgeOrder(i))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::codes::code_set;

    fn born(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
    }

    fn member(relation: &str, sex: Sex, year: i32) -> Member<'_> {
        Member { relation, sex, birth: born(year) }
    }

    #[test]
    fn gb_t_4761_every_offered_code_but_01_is_a_relation() {
        let offered = code_set("relation", born(2026)).unwrap();
        for value in &offered.values {
            assert_eq!(relation(&value.code).is_some(), value.code != "01", "{}", value.code);
        }
        let known: usize = GROUPS.iter().map(|(codes, ..)| codes.len()).sum();
        assert_eq!(known, offered.values.len() - 1);
        assert_eq!(label("56").unwrap().label_zh, "岳母");
    }

    #[test]
    fn domain_2_4_codes_of_1984_and_one_digit_are_mapped_not_offered() {
        assert_eq!(["03", "98", "2", "56"].map(from_old), [Some("02"), Some("99"), Some("20"), Some("56")]);
        assert_eq!(["01", "9", "100", ""].map(from_old), [None; 4]);
        assert!(relation("03").is_none() && label("03").is_some());
    }

    #[test]
    fn reg_03_exactly_one_head() {
        let wife = member("12", Sex::Female, 1980);
        let head = member(HEAD, Sex::Male, 1978);
        assert_eq!(check(&[head, wife]), []);
        assert_eq!(check(&[wife]), [Finding::NoHead]);
        assert_eq!(check(&[head, wife, head]), [Finding::SecondHead(2)]);
        assert_eq!(Finding::NoHead.rule(), "REG-03");
    }

    #[test]
    fn domain_2_4_at_most_one_spouse_whatever_the_code() {
        let members = [member(HEAD, Sex::Male, 1978), member("12", Sex::Female, 1980), member("10", Sex::Female, 1981)];
        assert_eq!(check(&members), [Finding::SecondSpouse(2)]);
    }

    #[test]
    fn domain_2_4_sex_agrees_with_gendered_codes() {
        let head = member(HEAD, Sex::Male, 1978);
        assert_eq!(check(&[head, member("31", Sex::Male, 2008)]), [Finding::SexDisagrees(1)]);
        assert_eq!(check(&[head, member("31", Sex::NotStated, 2008)]), []);
        assert_eq!(check(&[head, member("66", Sex::Female, 1900)]), [Finding::SexDisagrees(1)]);
        assert_eq!(check(&[head, member("03", Sex::Male, 2008)]), [Finding::UnknownCode(1)]);
    }

    #[test]
    fn domain_2_4_age_order_is_a_warning() {
        let found =
            check(&[member(HEAD, Sex::Male, 1978), member("27", Sex::Male, 1977), member("58", Sex::Female, 1980)]);
        assert_eq!(found, [Finding::AgeOrder(1), Finding::AgeOrder(2)]);
        assert!(found.iter().all(|finding| !finding.is_error()));
    }

    proptest! {
        #[test]
        fn reg_05_any_codes_are_judged_without_panic(codes in proptest::collection::vec("[0-9]{1,2}", 0..8)) {
            let members: Vec<_> = codes.iter().map(|code| member(code, Sex::Male, 1990)).collect();
            let heads = codes.iter().filter(|code| *code == HEAD).count();
            let found = check(&members);
            prop_assert_eq!(found.contains(&Finding::NoHead), heads == 0);
            prop_assert_eq!(found.iter().filter(|finding| matches!(finding, Finding::SecondHead(_))).count(), heads.saturating_sub(1));
        }
    }
}
