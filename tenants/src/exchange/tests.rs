//! The rules of an import, on tables in memory and facts by hand.

mod doubles;
mod past;

use std::cell::Cell;
use std::hash::{DefaultHasher, Hasher as _};

use chrono::NaiveDate;
use uuid::Uuid;

use super::decisions::Decision;
use super::facts::{Dwelling, Facts, Home};
use super::persons::Kin;
use super::plan::{Means, Plan, plan};
use super::tables::records;
use super::{DUPLICATES, HOUSEHOLDS, MEMBERSHIPS, PERSONS, Table, rows};
use crate::codes::Sex;
use crate::id_number::{IdNumber, TEST_REGION};

const PLACE: &str = "当代国际花园12区3栋2单元1502室";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn table(name: &str, heading: &str, lines: &[&str]) -> Table {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    let rows = lines.iter().enumerate().map(|(at, line)| (u32::try_from(at).unwrap() + 2, cells(line))).collect();
    Table { name: name.to_owned(), heading: cells(heading), rows }
}

fn households(lines: &[&str]) -> Table {
    table("households", "household_number,kind,address,established_on,销户日期", lines)
}

fn persons(lines: &[&str]) -> Table {
    table("persons", "户号,姓名,性别,出生日期,与户主关系,公民身份号码,member_from,phone,status,died_on", lines)
}

fn dwelling() -> Dwelling {
    Dwelling {
        id: Uuid::from_u128(1),
        building: Uuid::from_u128(2),
        community: Uuid::from_u128(3),
        beat: None,
        until: None,
    }
}

fn facts() -> Facts {
    let head =
        Kin { relation: "02".to_owned(), sex: Sex::Male, birth: day("1970-01-01"), name: "王建国".to_owned() };
    let home = |active: bool| Home {
        id: Uuid::from_u128(9),
        kind: "FAMILY".to_owned(),
        active,
        established_on: day("2001-01-01"),
        closed_on: (!active).then(|| day("2010-01-01")),
        dwelling: dwelling(),
        members: if active { vec![head.clone()] } else { Vec::new() },
        spans: Vec::new(),
    };
    Facts {
        dwellings: [(PLACE.to_owned(), dwelling())].into(),
        households: [("OLD".to_owned(), home(true)), ("SHUT".to_owned(), home(false))].into(),
        registered: [(number("1981-02-03", 1), "关东派出所".to_owned())].into(),
        ..Facts::default()
    }
}

/// A made-up number: odd sequences are male.
fn number(birth: &str, sequence: u32) -> String {
    IdNumber::compose(TEST_REGION, day(birth), sequence).unwrap().as_str().to_owned()
}

fn planned_with(tables: &[Table], facts: &Facts, decisions: &[Decision]) -> Plan {
    let (today, next) = (day("2026-11-24"), Cell::new(1000));
    let new_id = || Uuid::from_u128(next.replace(next.get() + 1));
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        hasher.write(text.as_bytes());
        hasher.finish().to_be_bytes().to_vec()
    };
    let means = Means { today, new_id: &new_id, hash: &hash };
    plan(records(tables, today).unwrap(), decisions, facts, &means)
}

fn planned(of_households: &[&str], of_persons: &[&str]) -> Plan {
    planned_with(&[households(of_households), persons(of_persons)], &facts(), &[])
}

/// What was refused, as `table row column rule`.
fn faults(plan: &Plan) -> Vec<String> {
    plan.refused.iter().map(|fault| format!("{} {} {} {}", fault.table, fault.row, fault.column, fault.rule)).collect()
}

fn home(number: &str) -> String {
    format!("{number},家庭户,{PLACE},2015-06-01")
}

#[test]
fn reg_03_a_household_comes_with_its_head_and_members() {
    let numbered = format!("H1,李明,1,1980-05-06,02,{},,", number("1980-05-06", 11));
    let plan = planned(&[&home("H1")], &[&numbered, "H1,陈静,女,1982-07-08,12,,2016-01-01,138 0000 0000"]);
    assert_eq!(faults(&plan), [""; 0]);
    let change = &plan.changes[0];
    assert_eq!(
        (change.number.as_str(), change.members.len(), change.members[1].row.phone.as_deref()),
        ("H1", 2, Some("13800000000"))
    );
}

#[test]
fn reg_03_a_household_without_a_head_is_refused_with_its_members() {
    let plan = planned(
        &[&home("H1"), &home("H2")],
        &["H1,陈静,2,1982-07-08,12,,,", "H2,李明,1,1980-05-06,02,999999198005060000,,"],
    );
    let expected = [
        "households 2 household_number REG-03",
        "households 3 household_number REG-03",
        "persons 2 household_number REG-03",
        "persons 3 id_number GB-11643",
    ];
    assert_eq!(faults(&plan), expected);
    assert!(plan.changes.is_empty());
    assert!(plan.refused[1].reason.contains("was refused"), "{}", plan.refused[1].reason);
}

#[test]
fn reg_03_members_of_no_household_are_refused() {
    let plan = planned(&["H1,FAMILY,,2015-06-01"], &["H1,李明,1,1980-05-06,02,,,", "H7,陈静,2,1982-07-08,12,,,"]);
    assert_eq!(
        faults(&plan),
        ["households 2 address REQUIRED", "persons 2 household_number REG-03", "persons 3 household_number REG-03"]
    );
}

#[test]
fn reg_04_a_minor_heads_no_family_but_may_head_a_collective() {
    let collective = format!("H2,COLLECTIVE,{PLACE},2015-06-01");
    let plan = planned(&[&home("H1"), &collective], &["H1,李明,1,2010-05-06,02,,,", "H2,王芳,2,2010-05-06,02,,,"]);
    assert_eq!(faults(&plan), ["households 2 household_number REG-04", "persons 2 household_number REG-03"]);
    assert_eq!(plan.changes[0].number, "H2");
}

#[test]
fn reg_05_what_does_not_fit_beside_the_others_is_refused_and_the_rest_is_kept() {
    let people = [
        "H1,李明,1,1980-05-06,02,,,",
        "H1,陈静,2,1982-07-08,12,,,",
        "H1,周丽,2,1983-07-08,12,,,",
        "H1,李强,2,2008-01-01,20,,,",
        "H1,赵敏,2,1990-01-01,55x,,,",
    ];
    let plan = planned(&[&home("H1")], &people);
    assert_eq!(faults(&plan), ["persons 4 relation REG-05", "persons 5 relation REG-05", "persons 6 relation REG-05"]);
    assert_eq!(plan.changes[0].members.len(), 2);
}

#[test]
fn reg_07_reg_13_reg_15_the_register_is_asked() {
    let elsewhere = "H3,FAMILY,别的地方1栋101室,2015-06-01";
    let people = [
        "H3,李明,1,1980-05-06,02,,,",
        "SHUT,陈静,2,1982-07-08,12,,,",
        "OLD,王小明,1,1995-01-02,20,,,",
        "OLD,王建国,1,1970-01-02,99,,,",
        "OLD,孙伟,1,1971-01-02,02,,,",
    ];
    let plan = planned(&[elsewhere, &home("OLD"), &home("H4"), &home("H4")], &people);
    let expected = [
        "households 2 address REG-13",
        "households 3 household_number REG-15",
        "households 4 household_number REG-03",
        "households 5 household_number REG-15",
        "persons 2 household_number REG-03",
        "persons 3 household_number REG-07",
        "persons 4 household_number REG-03",
        "persons 5 household_number REG-03",
        "persons 6 household_number REG-03",
    ];
    assert_eq!(faults(&plan), expected);
}

#[test]
fn reg_15_members_join_a_household_of_the_register_unless_they_are_there() {
    let plan = planned(
        &[],
        &[
            "OLD,王小明,1,1995-01-02,20,,,",
            "OLD,王小明,1,1995-01-04,99,,,",
            "OLD,孙伟,1,1971-01-02,02,,,",
            "OLD,王小红,2,1995-01-02,30,,1999-01-01,",
        ],
    );
    assert_eq!(faults(&plan), ["persons 3 name REG-15", "persons 4 relation REG-03", "persons 5 member_from REG-02"]);
    assert_eq!((plan.changes[0].new.is_none(), plan.changes[0].id), (true, Uuid::from_u128(9)));
    assert_eq!(plan.changes[0].members.len(), 1);
}

#[test]
fn idn_05_reg_14_one_number_one_person_everywhere() {
    let (own, taken) = (number("1980-05-06", 11), number("1981-02-03", 1));
    let people = [
        format!("H1,李明,1,1980-05-06,02,{own},,"),
        format!("H1,李军,1,1980-05-06,70,{own},,"),
        format!("H1,李平,1,1981-02-03,70,{taken},,"),
    ];
    let plan = planned(&[&home("H1")], &people.each_ref().map(String::as_str));
    assert_eq!(faults(&plan), ["persons 3 id_number IDN-05", "persons 4 id_number REG-14"]);
    assert_eq!(plan.refused[1].reason, "already registered, ask 关东派出所");
}

#[test]
fn every_fault_of_a_row_is_named_at_once_and_no_value_is_repeated() {
    let (birth_differs, bad) = (number("1980-05-07", 11), "no,王9,3,1980-02-30,00,,,12");
    let plan = planned(&[], &[bad, &format!("H1,李明,2,1980-05-06,02,{birth_differs},1979-01-01,")]);
    let expected = [
        "persons 2 birth_date FORMAT",
        "persons 2 name FORMAT",
        "persons 2 phone FORMAT",
        "persons 2 relation REG-05",
        "persons 2 sex FORMAT",
        "persons 3 id_number IDN-02",
        "persons 3 member_from REG-02",
    ];
    assert_eq!(faults(&plan), expected);
    let told: String = plan.refused.iter().map(|fault| fault.reason.as_str()).collect();
    assert!(!told.contains("王9") && !told.contains(&birth_differs) && !told.contains("1980"), "{told}");
}

#[test]
fn reg_10_nothing_lies_in_the_future() {
    let plan = planned(&[&format!("H1,FAMILY,{PLACE},2027-01-01")], &["H1,李明,1,2026-11-25,02,,,"]);
    assert_eq!(faults(&plan), ["households 2 established_on REG-10", "persons 2 birth_date REG-10"]);
}

#[test]
fn prv_01_a_column_that_the_register_does_not_keep_refuses_the_table() {
    let table = table("persons", "household_number,name,sex,birth_date,relation,ethnicity", &[]);
    let error = rows::persons(&table, day("2026-11-24")).err().unwrap().to_string();
    assert!(error.contains("column 6"), "{error}");
}

#[test]
fn the_documents_describe_every_column() {
    let text = include_str!("../../../docs/exchange.md");
    for column in HOUSEHOLDS.iter().chain(&PERSONS).chain(&MEMBERSHIPS).chain(&DUPLICATES) {
        let line = format!("| `{}` | {} | {} |", column.key, column.title, if column.required { "yes" } else { "no" });
        assert!(text.contains(&line), "docs/exchange.md lacks {line}");
    }
}
