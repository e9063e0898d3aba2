//! The tables of a file, told apart by their headings and read into records.

use chrono::NaiveDate;

use super::cells::Parsed;
use super::rows::{self, HouseholdRow, MembershipRow, PersonRow};
use super::sheet::{Column, Table};
use super::{HOUSEHOLDS, MEMBERSHIPS, PERSONS};
use crate::error::{Error, Result};

/// The names of the tables, for messages.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) households: String,
    pub(super) persons: String,
    pub(super) memberships: String,
}

/// What a file tells.
#[derive(Default)]
pub(super) struct Records {
    pub(super) names: Names,
    pub(super) households: Parsed<HouseholdRow>,
    pub(super) persons: Parsed<PersonRow>,
    pub(super) memberships: Parsed<MembershipRow>,
}

/// Which table it is.
#[derive(Clone, Copy)]
enum Which {
    Households,
    Persons,
    Memberships,
}

/// Reads the tables of a file; one that is none of ours, or a second one of the same kind, refuses it.
pub(super) fn records(tables: &[Table], today: NaiveDate) -> Result<Records> {
    if tables.is_empty() {
        return Err(Error::invalid("EXCHANGE-FILE", "file", "there is no table in the file"));
    }
    let mut records = Records::default();
    for table in tables {
        let which = which(table);
        let name = match which {
            Which::Households => &mut records.names.households,
            Which::Persons => &mut records.names.persons,
            Which::Memberships => &mut records.names.memberships,
        };
        if !std::mem::replace(name, table.name.clone()).is_empty() {
            let message = format!("{}: a second table of the same kind", table.name);
            return Err(Error::invalid("EXCHANGE-FILE", "file", message));
        }
        match which {
            Which::Households => records.households = rows::households(table, today)?,
            Which::Persons => records.persons = rows::persons(table, today)?,
            Which::Memberships => records.memberships = rows::memberships(table, today)?,
        }
    }
    Ok(records)
}

/// The kind of which the table has the most columns, so that what it lacks is named as that kind's.
fn which(table: &Table) -> Which {
    let score =
        |columns: &[Column]| columns.iter().filter(|column| table.heading.iter().any(|one| column.is(one))).count();
    let (households, persons, memberships) = (score(&HOUSEHOLDS), score(&PERSONS), score(&MEMBERSHIPS));
    if memberships > persons && memberships > households {
        Which::Memberships
    } else if persons > households {
        Which::Persons
    } else {
        Which::Households
    }
}
