//! Export: the masked register of a precinct, watermarked and on the record (SEC-12, PRV-10).
//!
//! There is no way to export clear values: what a list does not show, a file does not hold.

use sea_orm::QueryResult;
use uuid::Uuid;

use super::WATERMARK;
use crate::audit::Entry;
use crate::clock::younger_than;
use crate::error::{Error, Result};
use crate::masking;
use crate::persons::shown_name;
use crate::scope::{Precinct, Scope};

/// Rows a statement, and an audit entry.
const PAGE: i64 = 500;

/// Which table is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// A row a household, closed ones included.
    Households,
    /// A row a member of an active household.
    Persons,
}

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with a mark, so that Excel reads it as such.
    Csv,
    /// A workbook of one sheet, its watermark also in the page's footer.
    Xlsx,
}

const HOUSEHOLDS: [&str; 8] =
    ["household_number", "kind", "state", "address", "head", "members", "established_on", "community"];
const PERSONS: [&str; 8] = ["household_number", "relation", "name", "sex", "birth", "id_number", "phone", "category"];

const HOUSEHOLD_PAGE: &str = "SELECT h.number, h.kind, h.state, d.label, h.head_name_masked, h.member_count, h.established_on, c.code, h.id \
     FROM household h JOIN dwelling d ON d.precinct_id = h.precinct_id AND d.id = h.dwelling_id \
     JOIN community c ON c.precinct_id = h.precinct_id AND c.id = h.community_id \
     WHERE h.precinct_id = $1 AND (h.number, h.id) > ($2, $3) ORDER BY h.number, h.id LIMIT $4";
const PERSON_PAGE: &str = "SELECT h.number, coalesce(m.printed_relation, m.relation), p.name_masked, p.sex, p.birth_date, p.number_masked, \
     p.phone_masked, p.category, p.id, m.id FROM household h \
     JOIN membership m ON m.precinct_id = h.precinct_id AND m.household_id = h.id \
     JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
     WHERE h.precinct_id = $1 AND (h.number, m.id) > ($2, $3) AND h.state = 'ACTIVE' AND m.effective_to IS NULL \
     AND m.superseded_at IS NULL AND NOT p.restricted ORDER BY h.number, m.id LIMIT $4";

/// A page: its rows as text, whom they show, and after what the next one begins.
struct Page {
    rows: Vec<[String; 8]>,
    subjects: Vec<Uuid>,
    last: Option<(String, Uuid)>,
}

impl Scope<Precinct> {
    /// The masked table as a file, each row marked with who took it out and when; returns the bytes and the number of rows.
    ///
    /// Only for the operator's command line and a station's chief, and for a stated reason: anybody else is
    /// [`Error::Denied`], no reason is [`Error::PurposeRequired`]. The file is ready only once its audit entries are.
    pub async fn export(&self, table: Exported, format: Format, reason: &str) -> Result<(Vec<u8>, usize)> {
        super::allowed(self)?;
        if reason.trim().is_empty() {
            return Err(Error::PurposeRequired("an export needs a reason"));
        }
        let mut rows = Vec::new();
        let mut after = Some((String::new(), Uuid::nil()));
        while let Some(from) = after {
            let page = self.export_page(table, from).await?;
            let entry =
                Entry::new("export", table.domain()).showing(page.subjects).why(masking::free_text(reason), None);
            self.note(self.precinct(), entry);
            rows.extend(page.rows);
            after = page.last;
        }
        self.finish().await?;
        let bytes = table.write(format, &rows, &self.watermark())?;
        Ok((bytes, rows.len()))
    }

    async fn export_page(&self, table: Exported, (number, id): (String, Uuid)) -> Result<Page> {
        let today = self.store().clock().today();
        let found = self.query(table.sql(), vec![number.into(), id.into(), PAGE.into()]).await?;
        let full = i64::try_from(found.len()).is_ok_and(|count| count == PAGE);
        let last = found.last().filter(|_| full).map(|row| table.key(row)).transpose()?;
        let rows = found.iter().map(|row| table.cells(row, today)).collect::<Result<_>>()?;
        let subjects = found.iter().map(|row| Ok(row.try_get_by_index(8)?)).collect::<Result<_>>()?;
        Ok(Page { rows, subjects, last })
    }

    fn watermark(&self) -> String {
        let now = self.store().clock().now();
        let member = self.member();
        format!("{} ({}) {}", member.name, member.login, now.format("%Y-%m-%d %H:%M:%S UTC"))
    }
}

impl Exported {
    fn domain(self) -> &'static str {
        match self {
            Self::Households => "HOUSEHOLDS",
            Self::Persons => "PERSONS",
        }
    }

    fn sql(self) -> &'static str {
        match self {
            Self::Households => HOUSEHOLD_PAGE,
            Self::Persons => PERSON_PAGE,
        }
    }

    /// The heading, without the watermark's.
    pub fn columns(self) -> [&'static str; 8] {
        match self {
            Self::Households => HOUSEHOLDS,
            Self::Persons => PERSONS,
        }
    }

    fn key(self, row: &QueryResult) -> Result<(String, Uuid)> {
        let id = if self == Self::Households { 8 } else { 9 };
        Ok((row.try_get_by_index(0)?, row.try_get_by_index(id)?))
    }

    fn cells(self, row: &QueryResult, today: chrono::NaiveDate) -> Result<[String; 8]> {
        let text = |at: usize| row.try_get_by_index::<Option<String>>(at).map(Option::unwrap_or_default);
        Ok(match self {
            Self::Households => {
                let (members, day): (i32, chrono::NaiveDate) = (row.try_get_by_index(5)?, row.try_get_by_index(6)?);
                let address = masking::address(&text(3)?);
                [text(0)?, text(1)?, text(2)?, address, text(4)?, members.to_string(), day.to_string(), text(7)?]
            }
            Self::Persons => {
                let (sex, birth): (i16, chrono::NaiveDate) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
                [
                    text(0)?,
                    text(1)?,
                    shown_name(text(2)?, younger_than(birth, masking::ADULT_AGE, today)),
                    sex.to_string(),
                    masking::birth(birth, today),
                    text(5)?,
                    text(6)?,
                    text(7)?,
                ]
            }
        })
    }

    fn write(self, format: Format, rows: &[[String; 8]], watermark: &str) -> Result<Vec<u8>> {
        match format {
            Format::Csv => self.csv(rows, watermark).map_err(Error::internal),
            Format::Xlsx => self.xlsx(rows, watermark).map_err(Error::internal),
        }
    }

    fn csv(self, rows: &[[String; 8]], watermark: &str) -> csv::Result<Vec<u8>> {
        let mut file =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
        file.write_record(self.columns().into_iter().chain([WATERMARK]))?;
        let mark = harmless(watermark);
        for row in rows {
            file.write_record(row.iter().map(|cell| harmless(cell)).chain([mark.clone()]))?;
        }
        file.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    fn xlsx(self, rows: &[[String; 8]], watermark: &str) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.domain().to_lowercase())?.set_freeze_panes(1, 0)?;
        sheet.set_footer(format!("&C{}", watermark.replace('&', "&&")));
        for (row, cells) in [self.columns().map(str::to_owned)].iter().chain(rows).enumerate() {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            sheet.write_row(row, 0, cells)?;
            sheet.write(row, 8, if row == 0 { WATERMARK } else { watermark })?;
        }
        book.save_to_buffer()
    }
}

/// A cell that a spreadsheet would run as a formula is put behind an apostrophe.
pub(super) fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str) -> [String; 8] {
        ["1", "02", name, "1", "1980", "999***11", "138****0000", "REGISTERED_RESIDENT"].map(str::to_owned)
    }

    #[test]
    fn sec_12_every_row_of_a_csv_carries_the_watermark() {
        let bytes = Exported::Persons.write(Format::Csv, &[row("张*"), row("李*")], "chief 2026-11-24").unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<_> = text.trim_end().split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}household_number,") && lines[0].ends_with(",watermark"));
        assert!(lines.len() == 3 && lines[1..].iter().all(|line| line.ends_with(",chief 2026-11-24")), "{text}");
    }

    #[test]
    fn sec_12_every_row_of_a_workbook_carries_the_watermark() {
        let bytes = Exported::Persons.write(Format::Xlsx, &[row("张*")], "chief & co").unwrap();
        let path = std::env::temp_dir().join(format!("huji-export-{}.xlsx", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let tables = super::super::read(&path);
        std::fs::remove_file(&path).unwrap();
        let table = &tables.unwrap()[0];
        assert_eq!(table.heading[8], WATERMARK);
        assert_eq!((table.rows[0].1[2].as_str(), table.rows[0].1[8].as_str()), ("张*", "chief & co"));
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        let bytes = Exported::Persons.write(Format::Csv, &[row("=1+1"), row("@x")], "w").unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(",'=1+1,") && text.contains(",'@x,"), "{text}");
    }
}
