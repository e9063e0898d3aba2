//! Tables as stations keep them: CSV (UTF-8 or GB 18030, as Excel in China saves it) and XLSX.
//!
//! A file is read whole, within bounds, before any rule is asked. What is wrong with a file as a file refuses it as a
//! whole; what is wrong with a row is for [`super::plan`].

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};

use crate::error::{Error, Result};

/// The largest file read, in bytes.
pub const MAX_BYTES: u64 = 32 << 20;
/// The most rows of a table, without its heading.
pub const MAX_ROWS: usize = 200_000;
/// The longest cell, in characters.
pub const MAX_CELL: usize = 500;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 64;
/// The most that a spreadsheet may unpack to, in bytes.
const MAX_UNPACKED: u64 = 512 << 20;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading in the file.
    pub key: &'static str,
    /// The Chinese heading that is read as well.
    pub title: &'static str,
    /// Whether every row must have a value.
    pub required: bool,
    /// What belongs in it.
    pub about: &'static str,
}

impl Column {
    /// Whether a heading is this column's.
    pub(super) fn is(&self, heading: &str) -> bool {
        heading.eq_ignore_ascii_case(self.key) || heading == self.title
    }
}

/// A table of a file, its cells as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the file calls it, for messages.
    pub name: String,
    /// The heading.
    pub heading: Vec<String>,
    /// The rows and where each stands in the file; the heading is row 1. Empty rows are left out.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// A refusal of a file as a whole.
fn refused(code: &'static str, message: impl Into<String>) -> Error {
    Error::invalid(code, "file", message)
}

fn unreadable(path: &Path, error: impl std::fmt::Display) -> Error {
    refused("EXCHANGE-FILE", format!("{} cannot be read: {error}", path.display()))
}

/// Reads every table of a `.csv` or `.xlsx` file.
pub fn read(path: &Path) -> Result<Vec<Table>> {
    let mut file = File::open(path).map_err(|error| unreadable(path, error))?;
    let size = file.metadata().map_err(|error| unreadable(path, error))?.len();
    if size > MAX_BYTES {
        return Err(refused("EXCHANGE-SIZE", format!("{} is larger than {} MiB", path.display(), MAX_BYTES >> 20)));
    }
    match path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => Ok(vec![read_csv(path, &mut file)?]),
        Some("xlsx") => read_xlsx(path, file),
        _ => Err(refused("EXCHANGE-FILE", format!("{} is neither .csv nor .xlsx", path.display()))),
    }
}

fn read_csv(path: &Path, file: &mut File) -> Result<Table> {
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, error))?;
    let text = decode(&bytes).ok_or_else(|| unreadable(path, "it is neither UTF-8 nor GB 18030"))?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Rows::new(file_name(path));
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(path, error))?;
        rows.push(line_of(&text, record.position()), record.iter().map(clean).collect())?;
    }
    Ok(rows.0)
}

/// The line a record stands in: the reader's position is before the line ends that it skipped.
fn line_of(text: &str, position: Option<&csv::Position>) -> u32 {
    let before = position.map_or(0, csv::Position::line);
    let rest = position.and_then(|at| text.as_bytes().get(usize::try_from(at.byte()).ok()?..)).unwrap_or_default();
    let ends = rest.iter().take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n').count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(u32::try_from(ends).unwrap_or(u32::MAX))
}

/// UTF-8, with or without a mark, or else GB 18030.
fn decode(bytes: &[u8]) -> Option<String> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if plain.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(plain) {
        return Some(text.to_owned());
    }
    encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(plain).map(std::borrow::Cow::into_owned)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn clean(cell: &str) -> String {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

fn read_xlsx(path: &Path, mut file: File) -> Result<Vec<Table>> {
    let unpacked = unpacked_size(&mut file).ok_or_else(|| unreadable(path, "it is no spreadsheet"))?;
    if unpacked > MAX_UNPACKED {
        return Err(refused(
            "EXCHANGE-SIZE",
            format!("{} unpacks to more than {} MiB", path.display(), MAX_UNPACKED >> 20),
        ));
    }
    file.seek(SeekFrom::Start(0)).map_err(|error| unreadable(path, error))?;
    let broken = |error: XlsxError| unreadable(path, error);
    let mut book = Xlsx::new(std::io::BufReader::new(file)).map_err(broken)?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let table = read_sheet(&mut book, &name).map_err(|fault| fault.named(path))?;
        tables.extend((!table.heading.is_empty()).then_some(table));
    }
    Ok(tables)
}

/// A fault of one sheet: the library's, or a bound of ours.
enum Fault {
    Broken(XlsxError),
    Refused(Error),
}

impl Fault {
    fn named(self, path: &Path) -> Error {
        match self {
            Self::Broken(error) => unreadable(path, error),
            Self::Refused(error) => error,
        }
    }
}

fn read_sheet(book: &mut Xlsx<std::io::BufReader<File>>, name: &str) -> Result<Table, Fault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(Fault::Broken)?;
    let (mut rows, mut at, mut row) = (Rows::new(name.to_owned()), 0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(Fault::Broken)? {
        let (line, column) = cell.get_position();
        if line != at {
            rows.push(at + 1, std::mem::take(&mut row)).map_err(Fault::Refused)?;
            at = line;
        }
        // A cell may stand anywhere: one past the last column is kept as the one that refuses the table.
        row.resize((column as usize).min(MAX_COLUMNS), String::new());
        row.push(text_of(cell.get_value()));
    }
    rows.push(at + 1, row).map_err(Fault::Refused)?;
    Ok(rows.0)
}

/// A cell as text: dates as ISO 8601, whole numbers without a fraction.
fn text_of(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Empty => String::new(),
        other => Data::from(other.clone()).to_string(),
    }
}

/// What a zip archive says it unpacks to: the sum of its central directory. `None` when it is no archive.
fn unpacked_size(file: &mut File) -> Option<u64> {
    let length = file.seek(SeekFrom::End(0)).ok()?;
    let tail = length.min(65_557);
    file.seek(SeekFrom::End(-i64::try_from(tail).ok()?)).ok()?;
    let mut end = Vec::new();
    file.take(tail).read_to_end(&mut end).ok()?;
    let at = end.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let (size, offset) = (word(&end, at + 12)?, word(&end, at + 16)?);
    file.seek(SeekFrom::Start(u64::from(offset))).ok()?;
    let mut directory = Vec::new();
    file.take(u64::from(size).min(MAX_BYTES)).read_to_end(&mut directory).ok()?;
    entries(&directory)
}

fn entries(directory: &[u8]) -> Option<u64> {
    let (mut at, mut sum) = (0, 0_u64);
    while directory.get(at..at + 4) == Some(b"PK\x01\x02") {
        sum = sum.saturating_add(u64::from(word(directory, at + 24)?));
        let half =
            |place: usize| directory.get(place..place + 2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])));
        at += 46 + half(at + 28)? + half(at + 30)? + half(at + 32)?;
    }
    (at > 0).then_some(sum)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
}

/// Collects a table within the bounds.
struct Rows(Table);

impl Rows {
    fn new(name: String) -> Self {
        Self(Table { name, ..Table::default() })
    }

    fn push(&mut self, number: u32, cells: Vec<String>) -> Result<()> {
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        self.bounded(number, &cells)?;
        if self.0.heading.is_empty() {
            self.0.heading = cells;
        } else {
            self.0.rows.push((number, cells));
        }
        Ok(())
    }

    fn bounded(&self, number: u32, cells: &[String]) -> Result<()> {
        let place = || format!("{}, row {number}", self.0.name);
        if cells.len() > MAX_COLUMNS {
            return Err(refused("EXCHANGE-SIZE", format!("{}: more than {MAX_COLUMNS} columns", place())));
        }
        if cells.iter().any(|cell| cell.chars().count() > MAX_CELL) {
            return Err(refused("EXCHANGE-SIZE", format!("{}: a cell of more than {MAX_CELL} characters", place())));
        }
        if self.0.rows.len() >= MAX_ROWS {
            return Err(refused("EXCHANGE-SIZE", format!("{}: more than {MAX_ROWS} rows", self.0.name)));
        }
        Ok(())
    }
}

/// Where each of `columns` stands in the heading. Unknown, doubled and missing columns refuse the table.
pub(super) fn places(table: &Table, columns: &[Column]) -> Result<Vec<Option<usize>>> {
    if table.heading.iter().any(|heading| heading == super::WATERMARK) {
        let message = format!("{}: this is an export, whose values are masked; it cannot be imported", table.name);
        return Err(refused("EXCHANGE-COLUMN", message));
    }
    for (place, heading) in table.heading.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        let column = columns.iter().find(|column| column.is(heading));
        let column = column.ok_or_else(|| refused("EXCHANGE-COLUMN", unknown(table, heading)))?;
        if table.heading[..place].iter().any(|other| column.is(other)) {
            return Err(refused("EXCHANGE-COLUMN", format!("{}: the column {} stands twice", table.name, column.key)));
        }
    }
    let place = |column: &Column| match table.heading.iter().position(|heading| column.is(heading)) {
        None if column.required => {
            Err(refused("EXCHANGE-COLUMN", format!("{}: the column {} is missing", table.name, column.key)))
        }
        place => Ok(place),
    };
    columns.iter().map(place).collect()
}

fn unknown(table: &Table, heading: &str) -> String {
    // A heading could hold anything, also a person's name when the heading row is missing: it is not repeated.
    format!(
        "{}: column {} is not one of the table's columns",
        table.name,
        table.heading.iter().position(|one| one == heading).map_or(0, |at| at + 1)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: &[u8]) -> (std::path::PathBuf, Scratch) {
        let folder = Scratch::new(name);
        let path = folder.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        (path, folder)
    }

    /// A folder that goes with the test.
    struct Scratch(std::path::PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("huji-sheet-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn code(result: Result<Vec<Table>>) -> &'static str {
        match result {
            Err(Error::Invalid { code, .. }) => code,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_csv_is_read_with_its_row_numbers_and_without_its_mark() {
        let (path, _folder) = file("a.csv", "\u{feff}户号,kind\r\n\r\n H-1 ,\"家庭户\"\n,\nH-2,集体户\n".as_bytes());
        let table = read(&path).unwrap().remove(0);
        assert_eq!(table.heading, ["户号", "kind"]);
        assert_eq!(table.rows[0], (3, vec!["H-1".to_owned(), "家庭户".to_owned()]));
        assert_eq!(table.rows[1].0, 5);
    }

    #[test]
    fn a_csv_of_a_chinese_excel_is_read() {
        let bytes = encoding_rs::GB18030.encode("户号,姓名\n1,张文静\n").0.into_owned();
        let (path, _folder) = file("gb.csv", &bytes);
        assert_eq!(read(&path).unwrap()[0].rows[0].1[1], "张文静");
    }

    #[test]
    fn a_spreadsheet_is_read_with_dates_and_gaps() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name("households").unwrap();
        for (column, text) in ["household_number", "kind", "established_on"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), text).unwrap();
        }
        sheet.write(2, 0, 420_100_001).unwrap();
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2011, 2, 3).unwrap();
        sheet.write_with_format(2, 2, &day, &date).unwrap();
        let (path, _folder) = file("a.xlsx", &book.save_to_buffer().unwrap());
        let tables = read(&path).unwrap();
        assert_eq!(tables[0].name, "households");
        assert_eq!(tables[0].rows, [(3, ["420100001", "", "2011-02-03"].map(str::to_owned).to_vec())]);
    }

    #[test]
    fn broken_and_enormous_files_are_refused_as_a_whole() {
        assert_eq!(code(read(Path::new("/nowhere/a.csv"))), "EXCHANGE-FILE");
        for (name, bytes) in [
            ("a.txt", &b"x"[..]),
            ("b.csv", b"a\0b"),
            ("c.csv", b"\xff\xff\xff"),
            ("d.xlsx", b"PK no archive"),
            ("e.xlsx", b""),
        ] {
            let (path, _folder) = file(name, bytes);
            assert_eq!(code(read(&path)), "EXCHANGE-FILE", "{name}");
        }
        let (path, _folder) = file("f.csv", "x".repeat(MAX_CELL + 1).as_bytes());
        assert_eq!(code(read(&path)), "EXCHANGE-SIZE");
        let (path, _folder) = file("g.csv", "a,".repeat(MAX_COLUMNS + 1).as_bytes());
        assert_eq!(code(read(&path)), "EXCHANGE-SIZE");
        let (path, _folder) = file("h.csv", "a\n".repeat(MAX_ROWS + 2).as_bytes());
        assert_eq!(code(read(&path)), "EXCHANGE-SIZE");
        let (path, _folder) = file("i.csv", b"");
        std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(code(read(&path)), "EXCHANGE-SIZE");
    }

    #[test]
    fn a_spreadsheet_that_unpacks_to_too_much_is_refused_unread() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet();
        let mut bytes = book.save_to_buffer().unwrap();
        let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
        let (path, _folder) = file("bomb.xlsx", &bytes);
        assert_eq!(code(read(&path)), "EXCHANGE-SIZE");
    }

    #[test]
    fn unknown_doubled_and_missing_columns_refuse_the_table() {
        const COLUMNS: [Column; 2] = [
            Column { key: "name", title: "姓名", required: true, about: "" },
            Column { key: "phone", title: "电话", required: false, about: "" },
        ];
        let table = |heading: &[&str]| Table {
            heading: heading.iter().map(|&text| text.to_owned()).collect(),
            ..Table::default()
        };
        assert_eq!(places(&table(&["姓名"]), &COLUMNS).unwrap(), [Some(0), None]);
        assert_eq!(places(&table(&["phone", "", "NAME"]), &COLUMNS).unwrap(), [Some(2), Some(0)]);
        for (heading, says) in [
            (&["name", "姓名"][..], "twice"),
            (&["phone"], "missing"),
            (&["name", "ethnicity"], "column 2"),
            (&["name", "watermark"], "export"),
        ] {
            let error = places(&table(heading), &COLUMNS).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
