//! Likely duplicates: held, shown masked, and decided.

use super::*;
use crate::exchange::decisions::{Judgement, decisions};
use crate::exchange::persons::{Known, Likely};
use crate::exchange::report::{Side, duplicates_csv};

/// A person of the register who is likely the one of a row.
fn likely(mother: Option<&str>, numbered: bool) -> Likely {
    Likely {
        known: Known {
            id: Uuid::from_u128(31),
            name: "李强".to_owned(),
            birth: day("2008-01-03"),
            sex: Sex::Male,
            died_on: None,
            version: 4,
            elsewhere: false,
            spans: Vec::new(),
        },
        numbered,
        mother: mother.map(str::to_owned),
        side: Side { household_number: "OLD".to_owned(), name: "李*".to_owned(), ..Side::default() },
        status: "REGISTERED",
    }
}

/// A couple and a son whose row is 4; the register has somebody like the son.
fn family(like: Likely, son: &str, decided: &[Decision]) -> Plan {
    let mut facts = facts();
    facts.likely = [(4, vec![like])].into();
    let people = ["H1,李明,1,1980-05-06,02,,,", "H1,陈静,2,1982-07-08,12,,,", son];
    planned_with(&[households(&[&home("H1")]), persons(&people)], &facts, decided)
}

const SON: &str = "H1,李强,1,2008-01-01,20,,,13800001234";

fn decision(pair: &str, judgement: Judgement) -> Decision {
    Decision {
        table: "d".to_owned(),
        line: 2,
        row: 4,
        pair: pair.to_owned(),
        judgement,
        reason: "seen both".to_owned(),
    }
}

#[test]
fn reg_15_a_likely_duplicate_is_held_and_shown_beside_the_register_masked() {
    let plan = family(likely(Some("陈静"), true), SON, &[]);
    assert_eq!((faults(&plan), plan.changes[0].members.len()), (vec!["persons 4 name REG-15".to_owned()], 2));
    let [pair] = &plan.duplicates[..] else { panic!("{:?}", plan.duplicates) };
    let file = Side {
        household_number: "H1".to_owned(),
        name: "李*".to_owned(),
        sex: "1".to_owned(),
        birth: "2008".to_owned(),
        id_number: String::new(),
        phone: "138****1234".to_owned(),
    };
    assert_eq!((pair.row, &pair.file, pair.days_apart, pair.same_mother), (4, &file, 2, true));
    assert_eq!((pair.register.name.as_str(), pair.status), ("李*", "REGISTERED"));
    assert_eq!(plan.shown, [Uuid::from_u128(31)]);
}

#[test]
fn reg_15_another_mother_or_two_numbers_make_two_people() {
    let numbered = format!("H1,李强,1,2008-01-01,20,{},,", number("2008-01-01", 11));
    for (like, son, held) in [
        (likely(Some("周丽"), false), SON, false),
        (likely(None, true), SON, true),
        (likely(None, true), &numbered, false),
        (likely(Some("陈静"), true), &numbered, true),
    ] {
        let plan = family(like.clone(), son, &[]);
        assert_eq!(plan.duplicates.len(), usize::from(held), "{like:?}");
        assert_eq!(plan.changes[0].members.len(), if held { 2 } else { 3 });
    }
}

#[test]
fn reg_15_a_decision_takes_the_row_or_leaves_it_out_and_is_about_these_two_only() {
    let pair = family(likely(None, false), SON, &[]).duplicates[0].pair.clone();
    let taken = family(likely(None, false), SON, &[decision(&pair, Judgement::Different)]);
    assert_eq!((faults(&taken), taken.changes[0].members.len(), taken.decided.len()), (vec![], 3, 1));
    let left = family(likely(None, false), SON, &[decision(&pair, Judgement::Same)]);
    assert_eq!((faults(&left), left.changes[0].members.len(), left.decided.len()), (vec![], 2, 1));
    assert!(left.duplicates.is_empty() && left.shown.is_empty());
    let other = family(likely(None, false), "H1,李强,1,2008-01-02,20,,,", &[decision(&pair, Judgement::Different)]);
    assert_eq!(faults(&other), ["d 2 pair REG-15", "persons 4 name REG-15"], "the row is another than the one decided");
}

#[test]
fn reg_15_the_report_filled_in_is_the_file_of_decisions() {
    let plan = family(likely(None, false), SON, &[]);
    let csv = String::from_utf8(duplicates_csv(&plan.duplicates).unwrap()).unwrap();
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').trim_end().split('\n').collect();
    assert_eq!(lines[0].split(',').collect::<Vec<_>>(), DUPLICATES.map(|column| column.key));
    assert!(!csv.contains("李强") && !csv.contains("13800001234") && !csv.contains("2008-01"), "{csv}");
    let filled = |decision: &str, reason: &str| {
        let line = lines[1].strip_suffix(",,").unwrap();
        table("d", lines[0], &[&format!("{line},{decision},{reason}")])
    };
    assert!(decisions(&[filled("", "")]).unwrap().is_empty(), "not decided yet");
    let found = decisions(&[filled("不同人", "seen both")]).unwrap();
    assert_eq!(found, [decision(&plan.duplicates[0].pair, Judgement::Different)]);
    assert_eq!(family(likely(None, false), SON, &found).changes[0].members.len(), 3);
    let same = filled("SAME", "a twin entry");
    for (tables, says) in [
        (vec![filled("SAME", "")], "reason"),
        (vec![filled("", "because")], "decision"),
        (vec![filled("PERHAPS", "because")], "is none of"),
        (vec![same.clone(), same], "twice"),
    ] {
        let error = decisions(&tables).unwrap_err();
        assert!(matches!(error, crate::Error::Invalid { code: "EXCHANGE-DECISION", .. }), "{error:?}");
        assert!(error.to_string().contains(says), "{error}");
    }
}
