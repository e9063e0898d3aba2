//! Persons of a file and of the register: who a mother is, and who is likely somebody else (REG-15).

use chrono::NaiveDate;
use uuid::Uuid;

use super::facts::Span;
use super::report::Side;
use crate::codes::Sex;
use crate::relations::HEAD;

/// Birth dates nearer than that may be one, written wrongly (REG-15).
pub(super) const DAYS: i64 = 3;

/// A member of a household, as far as kinship and doubles care.
#[derive(Clone, Debug)]
pub(super) struct Kin {
    pub(super) relation: String,
    pub(super) sex: Sex,
    pub(super) birth: NaiveDate,
    pub(super) name: String,
}

/// A person of the register.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) birth: NaiveDate,
    pub(super) sex: Sex,
    pub(super) died_on: Option<NaiveDate>,
    /// Of his entry, to notice who changes it meanwhile (REG-19).
    pub(super) version: i32,
    /// Another station is responsible for him now.
    pub(super) elsewhere: bool,
    /// Every interval he is believed to have had here.
    pub(super) spans: Vec<Span>,
}

/// A person of the register of the same name and nearly the same birth as somebody of the file.
#[derive(Clone, Debug)]
pub(super) struct Likely {
    pub(super) known: Known,
    pub(super) numbered: bool,
    /// His mother's name, where it is known who she is.
    pub(super) mother: Option<String>,
    /// His values as a list shows them.
    pub(super) side: Side,
    pub(super) status: &'static str,
}

/// Whether two of the same name and nearly the same birth are likely one. Mothers decide where both are known, and else numbers:
/// two people have two of them (REG-15).
pub(super) fn is_likely(mothers: [Option<&str>; 2], numbered: [bool; 2]) -> bool {
    match mothers {
        [Some(one), Some(other)] => one == other,
        _ => numbered != [true, true],
    }
}

/// Whether two birth dates may be one, written wrongly.
pub(super) fn is_near(one: NaiveDate, other: NaiveDate) -> bool {
    days_apart(one, other) <= DAYS
}

/// Days between two dates.
pub(super) fn days_apart(one: NaiveDate, other: NaiveDate) -> i64 {
    (one - other).num_days().abs()
}

/// The name of somebody's mother, as his relation to the head and those of the other members tell: none where they do not say, or
/// say it of several. A child's mother is the head or the head's wife, a stepchild's too.
pub(super) fn mother_of<'k>(relation: &str, sex: Sex, kin: &'k [Kin]) -> Option<&'k str> {
    let the = |codes: &[&str]| {
        let mut found = kin.iter().filter(|one| codes.contains(&one.relation.as_str()) && one.sex != Sex::Male);
        found.next().filter(|_| found.next().is_none()).map(|one| one.name.as_str())
    };
    match relation {
        "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "29" | "30" | "31" | "32" | "33" | "34" | "35"
        | "36" | "37" | "39" => match kin.iter().find(|one| one.relation == HEAD)?.sex {
            Sex::Female => the(&[HEAD]),
            Sex::Male => the(&["10", "12"]),
            Sex::Unknown | Sex::NotStated => None,
        },
        HEAD | "70" | "71" | "73" | "75" | "77" => the(&["52"]),
        "11" => the(&["54"]),
        "12" => the(&["56"]),
        "10" => match sex {
            Sex::Male => the(&["54"]),
            Sex::Female => the(&["56"]),
            Sex::Unknown | Sex::NotStated => None,
        },
        "51" => the(&["62"]),
        "52" => the(&["64"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(relation: &str, sex: Sex, name: &str) -> Kin {
        let birth = NaiveDate::from_ymd_opt(1980, 1, 1).unwrap();
        Kin { relation: relation.to_owned(), sex, birth, name: name.to_owned() }
    }

    #[test]
    fn reg_15_a_mother_is_known_by_the_relations_of_the_household() {
        let (man, wife) = (kin("02", Sex::Male, "李明"), kin("12", Sex::Female, "陈静"));
        let granny = kin("52", Sex::Female, "王芳");
        let home = [man.clone(), wife.clone(), granny.clone()];
        let mother = |relation, sex| mother_of(relation, sex, &home);
        assert_eq!((mother("20", Sex::Male), mother("37", Sex::Female)), (Some("陈静"), Some("陈静")));
        assert_eq!((mother("02", Sex::Male), mother("75", Sex::Female)), (Some("王芳"), Some("王芳")));
        assert_eq!((mother("12", Sex::Female), mother("28", Sex::Male), mother("99", Sex::Male)), (None, None, None));
        let mut her_own = home.clone();
        (her_own[0].sex, her_own[1].relation) = (Sex::Female, "11".to_owned());
        assert_eq!(mother_of("30", Sex::Female, &her_own), Some("李明"), "the head herself");
        assert_eq!(mother_of("20", Sex::Male, std::slice::from_ref(&man)), None, "a father alone");
        assert_eq!(mother_of("02", Sex::Male, &[man, granny.clone(), granny]), None, "two do not tell");
        assert_eq!(mother_of("10", Sex::Male, &[kin("54", Sex::Female, "周丽")]), Some("周丽"));
    }

    #[test]
    fn reg_15_mothers_decide_where_both_are_known_and_else_numbers() {
        assert!(is_likely([Some("陈静"), Some("陈静")], [true, true]), "a mistyped number");
        assert!(!is_likely([Some("陈静"), Some("周丽")], [false, false]));
        assert!(is_likely([Some("陈静"), None], [true, false]) && is_likely([None, None], [false, false]));
        assert!(!is_likely([Some("陈静"), None], [true, true]));
    }
}
