//! What an import says of a file: what was taken over, which rows were not, and who is likely in the register already.

use super::DUPLICATES;
use super::export::harmless;
use crate::error::{Error, Result};

/// A row that was not taken over, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Refused {
    /// The file or sheet.
    pub table: String,
    /// The row in it; the heading is row 1.
    pub row: u32,
    /// The column at fault.
    pub column: &'static str,
    /// The rule, such as `IDN-02`; `REQUIRED` and `FORMAT` for what is no rule of the field.
    pub rule: &'static str,
    /// Why, without repeating the value.
    pub reason: String,
}

/// What an import did; of a dry run, what it would have done.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// Households written, closed ones included.
    pub households: usize,
    /// Persons written, the dead and the departed included.
    pub persons: usize,
    /// Memberships written that are over.
    pub memberships: usize,
    /// Persons left out because they were decided to be somebody of the register.
    pub same: usize,
    /// The numbers of the acts.
    pub acts: Vec<String>,
    /// The rows that were not taken over, in the order of the file.
    pub refused: Vec<Refused>,
    /// The rows that are held because they are likely somebody of the register, each beside him (REG-15).
    pub duplicates: Vec<Duplicate>,
}

/// A row of the file beside the person of the register whom it likely is, both masked (REG-15, PRV-03).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Duplicate {
    /// The row in the table of persons.
    pub row: u32,
    /// Names the two; another when either side is.
    pub pair: String,
    /// The file's person.
    pub file: Side,
    /// The register's person.
    pub register: Side,
    /// Where the register's person stands, a word of [`crate::acts::RegistrationState`]; `RESTRICTED` hides everything else (PRV-17).
    pub status: &'static str,
    /// Days between the two birth dates.
    pub days_apart: i64,
    /// Whether both are known to have the same mother; else one of them is not known.
    pub same_mother: bool,
    /// The file or sheet.
    pub table: String,
}

/// One of two who are held against each other; every value masked, and empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Side {
    /// The household he belongs to.
    pub household_number: String,
    /// The name.
    pub name: String,
    /// The sex's digit.
    pub sex: String,
    /// The year of birth; of a minor the age band.
    pub birth: String,
    /// The id number.
    pub id_number: String,
    /// The telephone number.
    pub phone: String,
}

impl Side {
    fn cells(&self) -> [&str; 6] {
        [&self.household_number, &self.name, &self.sex, &self.birth, &self.id_number, &self.phone]
    }
}

/// The refused rows as a CSV file, for whoever mends the original.
pub fn report_csv(refused: &[Refused]) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    for fault in refused {
        file.serialize(fault).map_err(Error::internal)?;
    }
    file.into_inner().map_err(|error| Error::internal(error.error()))
}

/// The likely duplicates as a CSV file of the columns [`DUPLICATES`], the last two empty: whoever fills them in has the decisions.
pub fn duplicates_csv(duplicates: &[Duplicate]) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    file.write_record(DUPLICATES.map(|column| column.key)).map_err(Error::internal)?;
    for one in duplicates {
        let (row, days) = (one.row.to_string(), one.days_apart.to_string());
        let mother = if one.same_mother { "SAME" } else { "UNKNOWN" };
        let both = one.file.cells().into_iter().chain(one.register.cells());
        let cells = [row.as_str(), &one.pair].into_iter().chain(both);
        let cells = cells.chain([one.status, &days, mother, &one.table, "", ""]);
        file.write_record(cells.map(harmless)).map_err(Error::internal)?;
    }
    file.into_inner().map_err(|error| Error::internal(error.error()))
}
