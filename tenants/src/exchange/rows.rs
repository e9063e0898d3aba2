//! Rows of a file as typed records.

use chrono::NaiveDate;

use super::cells::{Cells, Parsed, parse};
use super::sheet::Table;
use super::{HOUSEHOLDS, MEMBERSHIPS, PERSONS};
use crate::codes::Sex;
use crate::error::Result;
use crate::id_number::IdNumber;

/// A household as the file tells it.
#[derive(Clone, Debug)]
pub(super) struct HouseholdRow {
    pub(super) row: u32,
    pub(super) number: String,
    pub(super) kind: &'static str,
    pub(super) address: String,
    pub(super) established_on: NaiveDate,
    /// The day it was closed, long before the file.
    pub(super) closed_on: Option<NaiveDate>,
}

/// A person as the file tells him.
#[derive(Clone, Debug)]
pub(super) struct PersonRow {
    pub(super) row: u32,
    pub(super) name: String,
    pub(super) former_name: Option<String>,
    pub(super) sex: Sex,
    pub(super) birth: NaiveDate,
    pub(super) number: Option<IdNumber>,
    pub(super) phone: Option<String>,
    pub(super) standing: Standing,
}

/// Whether somebody is registered.
#[derive(Clone, Debug)]
pub(super) enum Standing {
    /// A member of a household.
    Registered(Place),
    /// Left, for another register or for good.
    Departed,
    /// Died on that day.
    Dead(NaiveDate),
}

/// Where somebody is registered, and as what.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) household: String,
    pub(super) relation: &'static str,
    pub(super) category: &'static str,
    pub(super) from: Option<NaiveDate>,
}

impl PersonRow {
    /// Where he is registered, if he is.
    pub(super) fn place(&self) -> Option<&Place> {
        match &self.standing {
            Standing::Registered(place) => Some(place),
            Standing::Departed | Standing::Dead(_) => None,
        }
    }

    /// The day he died, if he did.
    pub(super) fn died_on(&self) -> Option<NaiveDate> {
        match self.standing {
            Standing::Dead(on) => Some(on),
            Standing::Registered(_) | Standing::Departed => None,
        }
    }
}

/// A person's interval in a household as the file tells it.
#[derive(Clone, Debug)]
pub(super) struct MembershipRow {
    pub(super) row: u32,
    pub(super) household: String,
    pub(super) who: Who,
    pub(super) relation: &'static str,
    pub(super) from: NaiveDate,
    /// The first day no longer; none while it lasts.
    pub(super) to: Option<NaiveDate>,
    pub(super) reason_in: &'static str,
    pub(super) reason_out: &'static str,
}

/// By what a row names a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Who {
    /// By the id number.
    Numbered(String),
    /// By name and birth date, of somebody who has no number.
    Named(String, NaiveDate),
}

const KINDS: [(&str, &str); 3] = [("FAMILY", "家庭户"), ("COLLECTIVE", "集体户"), ("PUBLIC_COLLECTIVE", "公共集体户")];
const CATEGORIES: [(&str, &str); 2] = [("REGISTERED_RESIDENT", "人户一致"), ("REGISTERED_AWAY", "户在人不在")];
const SEXES: [(&str, &str); 4] = [("1", "男"), ("2", "女"), ("0", "未知"), ("9", "未说明")];
const STATUSES: [(&str, &str); 3] = [("REGISTERED", "在册"), ("DEPARTED", "已迁出或注销"), ("DEAD", "死亡")];
/// The reason of whoever was taken over from a file that does not say it.
pub(super) const IMPORT: &str = "IMPORT";

pub(super) fn households(table: &Table, today: NaiveDate) -> Result<Parsed<HouseholdRow>> {
    parse(table, &HOUSEHOLDS, |cells| {
        let number = cells.number("household_number");
        let kind = cells.word("kind", &KINDS);
        let address = cells.text("address");
        let established_on = cells.day("established_on", today);
        let closed_on = cells.some_day("closed_on", today);
        if closed_on.zip(established_on).is_some_and(|(closed, established)| closed < established) {
            cells.refuse("closed_on", "REG-07", "a household cannot close before it was established");
        }
        Some(HouseholdRow {
            row: cells.row,
            number: number?,
            kind: kind?,
            address: address?,
            established_on: established_on?,
            closed_on,
        })
    })
}

pub(super) fn persons(table: &Table, today: NaiveDate) -> Result<Parsed<PersonRow>> {
    parse(table, &PERSONS, |cells| person(cells, today))
}

fn person(cells: &mut Cells<'_>, today: NaiveDate) -> Option<PersonRow> {
    let name = cells.name("name");
    let former_name = cells.some("former_name").and_then(|_| cells.name("former_name"));
    let sex = cells.word("sex", &SEXES).and_then(|digit| digit.parse().ok()).and_then(Sex::from_code);
    let birth = cells.day("birth_date", today);
    let number = cells.id_number(birth, sex, today);
    let phone = cells.phone();
    let standing = match cells.word_or_first("status", &STATUSES) {
        Some("REGISTERED") => registered(cells, birth, today).map(Standing::Registered),
        Some("DEPARTED") => {
            nowhere(cells);
            alive(cells);
            Some(Standing::Departed)
        }
        Some(_) => {
            nowhere(cells);
            died(cells, birth, today).map(Standing::Dead)
        }
        None => None,
    };
    Some(PersonRow {
        row: cells.row,
        name: name?,
        former_name,
        sex: sex?,
        birth: birth?,
        number,
        phone,
        standing: standing?,
    })
}

fn registered(cells: &mut Cells<'_>, birth: Option<NaiveDate>, today: NaiveDate) -> Option<Place> {
    alive(cells);
    let household = cells.number("household_number");
    let relation = cells.relation();
    let category = cells.word_or_first("category", &CATEGORIES);
    let from = cells.some_day("member_from", today);
    if from.zip(birth).is_some_and(|(from, birth)| from < birth) {
        cells.refuse("member_from", "REG-02", "a membership cannot begin before the birth");
    }
    Some(Place { household: household?, relation: relation?, category: category?, from })
}

/// Who is not registered belongs to no household and counts in no population (REG-01).
fn nowhere(cells: &mut Cells<'_>) {
    for column in ["household_number", "relation", "category", "member_from"] {
        if cells.some(column).is_some() {
            cells.refuse(
                column,
                "REG-01",
                "is of somebody who is registered; former memberships stand in their own table",
            );
        }
    }
}

fn alive(cells: &mut Cells<'_>) {
    if cells.some("died_on").is_some() {
        cells.refuse("died_on", "REG-11", "only somebody of the status DEAD has a day of death");
    }
}

fn died(cells: &mut Cells<'_>, birth: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    let on = cells.day("died_on", today)?;
    if birth.is_some_and(|birth| on < birth) {
        cells.refuse("died_on", "REG-11", "nobody dies before his birth");
    }
    Some(on)
}

pub(super) fn memberships(table: &Table, today: NaiveDate) -> Result<Parsed<MembershipRow>> {
    parse(table, &MEMBERSHIPS, |cells| membership(cells, today))
}

fn membership(cells: &mut Cells<'_>, today: NaiveDate) -> Option<MembershipRow> {
    let household = cells.number("household_number");
    let who = if cells.some("id_number").is_some() {
        cells.id_number(None, None, today).map(|number| Who::Numbered(number.as_str().to_owned()))
    } else {
        cells.name("name").zip(cells.day("birth_date", today)).map(|(name, birth)| Who::Named(name, birth))
    };
    let relation = cells.relation();
    let from = cells.day("member_from", today);
    let to = cells.some_day("member_to", today);
    if to.zip(from).is_some_and(|(to, from)| to < from) {
        cells.refuse("member_to", "REG-02", "a membership cannot end before it begins");
    }
    let (reason_in, reason_out) = (cells.reason("reason_in"), cells.reason("reason_out"));
    if cells.some("reason_out").is_some() && cells.some("member_to").is_none() {
        cells.refuse("reason_out", "FORMAT", "the membership has not ended");
    }
    Some(MembershipRow {
        row: cells.row,
        household: household?,
        who: who?,
        relation: relation?,
        from: from?,
        to,
        reason_in: reason_in.unwrap_or(IMPORT),
        reason_out: reason_out.unwrap_or(IMPORT),
    })
}
