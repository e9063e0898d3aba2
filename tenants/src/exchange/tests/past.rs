//! Memberships that are over, and those who have no other.

use super::super::rows::PersonRow;
use super::*;
use crate::exchange::facts::Span;
use crate::exchange::persons::Known;
use crate::exchange::plan::Life;
use crate::exchange::rows::Who;

const HEADING: &str = "户号,公民身份号码,姓名,出生日期,与户主关系,入户日期,出户日期,入户原因,出户原因";

fn told(of_households: &[&str], of_persons: &[&str], of_memberships: &[&str], facts: &Facts) -> Plan {
    let memberships = table("memberships", HEADING, of_memberships);
    planned_with(&[households(of_households), persons(of_persons), memberships], facts, &[])
}

fn shut(number: &str) -> String {
    format!("{number},家庭户,{PLACE},1990-03-01,2012-05-01")
}

/// The memberships of a life, as days and reasons.
fn spans(life: &Life) -> Vec<String> {
    let span = |past: &crate::exchange::plan::Past| {
        format!("{} {} {} {} {}", past.from, past.to, past.relation, past.reason_in, past.reason_out)
    };
    life.past.iter().map(span).collect()
}

#[test]
fn reg_02_reg_10_a_member_brings_his_former_memberships_with_reasons() {
    let people = ["H1,李明,1,1980-05-06,02,,2018-02-01,", "H1,陈静,2,1982-07-08,12,,,"];
    let memberships = [
        "H1,,李明,1980-05-06,2,2015-06-01,2018-02-01,婚迁,HEAD_CHANGE",
        "H1,,李明,1980-05-06,02,2018-02-01,,HEAD_CHANGE,",
        "SHUT,,李明,1980-05-06,20,2003-01-01,2008-01-01,,",
    ];
    let plan = told(&[&home("H1")], &people, &memberships, &facts());
    assert_eq!(faults(&plan), [""; 0]);
    let head = &plan.changes[0].members[0];
    assert_eq!((head.reason, head.begins(day("2015-06-01")), head.opened), ("HEAD_CHANGE", day("2018-02-01"), Some(3)));
    let life = &plan.lives[0];
    assert_eq!((life.person, life.version, life.newcomer.is_none()), (head.id, None, true));
    let expected = ["2003-01-01 2008-01-01 20 IMPORT IMPORT", "2015-06-01 2018-02-01 20 MARRIAGE HEAD_CHANGE"];
    assert_eq!(spans(life), expected);
    assert!(life.past[0].stands && !life.past[1].stands);
}

#[test]
fn reg_07_a_household_closed_long_ago_comes_with_those_who_were_in_it() {
    let people = [",王老五,1,1930-01-02,,,,,DEAD,2012-04-30", ",赵敏,2,1960-05-06,,,,,已迁出或注销,"];
    let memberships =
        ["H9,,王老五,1930-01-02,02,1990-03-01,2012-04-30,,", "H9,,赵敏,1960-05-06,30,1990-03-01,1999-01-01,,MARRIAGE"];
    let plan = told(&[&shut("H9")], &people, &memberships, &facts());
    assert_eq!(faults(&plan), [""; 0]);
    let change = &plan.changes[0];
    assert_eq!((change.members.len(), change.last_head.as_deref()), (0, Some("王**")));
    let [dead, left] = &plan.lives[..] else { panic!("{:?}", plan.lives) };
    assert_eq!(spans(dead), ["1990-03-01 2012-04-30 02 IMPORT DEATH"], "a life ends a membership");
    assert_eq!(spans(left), ["1990-03-01 1999-01-01 30 IMPORT MARRIAGE"]);
    assert_eq!(dead.newcomer.as_ref().and_then(PersonRow::died_on), Some(day("2012-04-30")));
}

#[test]
fn reg_01_reg_02_intervals_of_a_person_never_overlap() {
    let people = ["H1,李明,1,1980-05-06,02,,,", ",赵敏,2,1960-05-06,,,,,DEPARTED,"];
    let memberships = [
        "SHUT,,李明,1980-05-06,20,2009-01-01,2015-06-02,,",
        "SHUT,,赵敏,1960-05-06,30,2005-01-01,2007-01-01,,",
        "SHUT,,赵敏,1960-05-06,30,2003-01-01,2005-01-02,,",
        "SHUT,,赵敏,1960-05-06,30,2001-01-01,2003-01-01,,",
        "OLD,,赵敏,1960-05-06,30,2008-01-01,,,",
        "OLD,,李明,1980-05-06,20,2001-01-01,2002-01-01,,",
    ];
    let plan = told(&[&home("H1")], &people, &memberships, &facts());
    let expected = ["memberships 2 member_to REG-07", "memberships 6 member_to REG-01", "persons 3 status REG-01"];
    // Nobody believes a row of persons and a row of memberships that contradict each other, nor what hangs on them.
    let further = (3..=5).map(|row| format!("memberships {row} household_number REG-01"));
    let mut expected: Vec<String> = expected.map(str::to_owned).into_iter().chain(further).collect();
    expected.sort();
    let mut found = faults(&plan);
    found.sort();
    assert_eq!(found, expected);
    let memberships = [&memberships[1..4], &["OLD,,李明,1980-05-06,20,2014-01-01,2015-06-02,,"]].concat();
    let plan = told(&[&home("H1")], &people, &memberships, &facts());
    assert_eq!(faults(&plan), ["memberships 2 member_from REG-02", "memberships 5 member_from REG-02"]);
    assert_eq!(spans(&plan.lives[0]).len(), 2, "touching is no overlap");
}

#[test]
fn reg_02_reg_07_reg_11_days_lie_within_the_life_and_the_household() {
    let people = [",王老五,1,1995-01-02,,,,,DEAD,2008-04-30"];
    let memberships = [
        "SHUT,,王老五,1995-01-02,20,2000-01-01,2003-01-01,,",
        "SHUT,,王老五,1995-01-02,20,2003-01-01,2010-01-02,,",
        "SHUT,,王老五,1995-01-02,20,2003-01-01,2009-01-01,,",
        "SHUT,,王老五,1995-01-02,20,2003-01-01,2004-01-01,,DEATH",
        "SHUT,,王老五,1995-01-02,20,2004-01-01,2003-01-01,,",
        "NONE,,王老五,1995-01-02,20,2004-01-01,2005-01-01,,",
        "SHUT,,王老六,1995-01-02,20,2004-01-01,2005-01-01,,",
        "SHUT,,王老五,1995-01-02,30,2004-01-01,2005-01-01,NEWS,",
        "SHUT,,王老五,1995-01-02,30,2004-01-01,2005-01-01,,",
        "SHUT,,王老五,1995-01-02,20,2004-01-01,,,MARRIAGE",
    ];
    let plan = told(&[], &people, &memberships, &facts());
    let expected = [
        "memberships 2 member_from REG-02",
        "memberships 3 member_to REG-07",
        "memberships 4 member_to REG-11",
        "memberships 5 reason_out REG-11",
        "memberships 6 member_to REG-02",
        "memberships 7 household_number REG-03",
        "memberships 8 name REG-01",
        "memberships 9 reason_in FORMAT",
        "memberships 10 relation REG-05",
        "memberships 11 reason_out FORMAT",
        "persons 2 status REG-01",
    ];
    assert_eq!(faults(&plan), expected);
    assert!(plan.lives.is_empty());
}

#[test]
fn reg_03_reg_05_no_two_heads_and_no_two_spouses_at_a_time() {
    let people = [
        "H1,李明,1,1980-05-06,02,,2018-02-01,",
        "H1,陈静,2,1982-07-08,12,,2018-02-01,",
        ",李大山,1,1950-05-06,,,,,DEAD,2018-02-01",
        ",周丽,2,1980-05-06,,,,,DEPARTED,",
        ",周敏,2,1981-05-06,,,,,DEPARTED,",
    ];
    let memberships = [
        "H1,,李大山,1950-05-06,02,2015-06-01,2018-02-01,,",
        "H1,,李明,1980-05-06,02,2016-01-01,2017-01-01,,",
        "H1,,周丽,1980-05-06,12,2015-06-01,2018-02-02,,",
        "H1,,周敏,1981-05-06,12,2015-06-01,2018-02-01,,",
    ];
    let plan = told(&[&home("H1")], &people, &memberships, &facts());
    let expected = ["memberships 3 relation REG-03", "memberships 4 relation REG-05", "persons 5 status REG-01"];
    assert_eq!(faults(&plan), expected);
    assert_eq!(plan.lives.len(), 2);
}

#[test]
fn reg_03_a_closed_household_without_its_head_is_refused_with_all_that_is_of_it() {
    let people = [",赵敏,2,1960-05-06,,,,,DEPARTED,", "H9,李明,1,1980-05-06,02,,,"];
    let memberships = ["H9,,赵敏,1960-05-06,30,1990-03-01,1999-01-01,,"];
    let plan = told(&[&shut("H9")], &people, &memberships, &facts());
    let expected = [
        "households 2 household_number REG-03",
        "memberships 2 household_number REG-03",
        "persons 2 status REG-01",
        "persons 3 household_number REG-07",
    ];
    assert_eq!(faults(&plan), expected);
    assert!(plan.changes.is_empty() && plan.lives.is_empty());
}

#[test]
fn reg_01_reg_11_who_is_no_longer_registered_has_no_household_and_who_lives_has_no_day_of_death() {
    let people = [
        "H1,李明,1,1980-05-06,02,,,,DEAD,2020-01-01",
        "H1,李明,1,1980-05-06,02,,,,,2020-01-01",
        ",李明,1,1980-05-06,,,,,DEAD,",
        ",李明,1,1980-05-06,,,,,DEAD,1979-01-01",
        ",李明,1,1980-05-06,,,,,DEPARTED,2020-01-01",
        ",李明,1,1980-05-06,,,,,GONE,",
        ",李明,1,1980-05-06,,,,,,",
    ];
    let plan = told(&[], &people, &[], &facts());
    let expected = [
        "persons 2 household_number REG-01",
        "persons 2 relation REG-01",
        "persons 3 died_on REG-11",
        "persons 4 died_on REQUIRED",
        "persons 5 died_on REG-11",
        "persons 6 died_on REG-11",
        "persons 7 status FORMAT",
        "persons 8 household_number REQUIRED",
        "persons 8 relation REQUIRED",
    ];
    assert_eq!(faults(&plan), expected);
}

#[test]
fn reg_02_reg_14_the_past_of_the_registers_own_persons_may_come_later() {
    let known = |id: u128, to: Option<&str>| Known {
        id: Uuid::from_u128(id),
        name: "王芳".to_owned(),
        birth: day("1970-01-02"),
        sex: Sex::Female,
        died_on: None,
        version: 7,
        elsewhere: false,
        spans: vec![Span { from: day("2004-01-01"), to: to.map(day) }],
    };
    let named = |name: &str| Who::Named(name.to_owned(), day("1970-01-02"));
    let mut facts = facts();
    facts.known = [
        (named("王芳"), vec![known(21, Some("2006-01-01"))]),
        (named("王芬"), vec![known(22, None)]),
        (named("王芝"), vec![Known { elsewhere: true, ..known(23, Some("2006-01-01")) }]),
        (named("王英"), vec![known(24, None), known(25, None)]),
    ]
    .into();
    let memberships = [
        "SHUT,,王芳,1970-01-02,30,2002-01-01,2004-01-01,,",
        "SHUT,,王芳,1970-01-02,30,2006-01-01,2007-01-01,,",
        "SHUT,,王芬,1970-01-02,30,2003-01-01,2004-01-02,,",
        "SHUT,,王芝,1970-01-02,30,2002-01-01,2004-01-01,,",
        "SHUT,,王英,1970-01-02,30,2002-01-01,2004-01-01,,",
        "OLD,,王芬,1970-01-02,30,2008-01-01,,,",
    ];
    let plan = told(&[], &[], &memberships, &facts);
    let expected = [
        "memberships 3 member_to REG-02",
        "memberships 4 member_from REG-02",
        "memberships 5 name REG-14",
        "memberships 6 name REG-01",
        "memberships 7 member_to REG-01",
    ];
    assert_eq!(faults(&plan), expected);
    let life = &plan.lives[0];
    assert_eq!((life.person, life.version, life.past[0].stands), (Uuid::from_u128(21), Some(7), true));
}

#[test]
fn reg_01_a_present_membership_told_twice_is_told_alike() {
    let person = "H1,李明,1,1980-05-06,02,,2016-02-01,";
    for (row, fault) in [
        ("OLD,,李明,1980-05-06,02,2016-02-01,,,", "household_number REG-01"),
        ("H1,,李明,1980-05-06,10,2016-02-01,,,", "relation REG-05"),
        ("H1,,李明,1980-05-06,02,2016-02-02,,,", "member_from REG-02"),
    ] {
        let plan = told(&[&home("H1")], &[person], &[row], &facts());
        let rule = fault.split(' ').nth(1).unwrap();
        let expected = [
            "households 2 household_number REG-03".to_owned(),
            format!("memberships 2 {fault}"),
            format!("persons 2 status {rule}"),
        ];
        assert_eq!(faults(&plan), expected);
    }
    let plan = told(&[&home("H1")], &[person], &["H1,,李明,1980-05-06,02,2016-02-01,,入学,"], &facts());
    assert_eq!((faults(&plan), plan.changes[0].members[0].reason), (vec![], "STUDY"));
}
