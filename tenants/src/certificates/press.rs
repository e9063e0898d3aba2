//! The sheet a certificate is printed on: A4, archival PDF/A, its text a subset of a font that has the characters of names.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};
use uuid::Uuid;

use crate::error::{Error, Result};

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const LEFT: f32 = 60.0;
const RIGHT: f32 = 535.0;
const TOP: f32 = 90.0;
const BOTTOM: f32 = 720.0;
const TEXT: f32 = 11.0;
const SMALL: f32 = 8.5;
const LEADING: f32 = 22.0;

/// What certificates are printed with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The font's file, with `#index` for a face of a collection.
    pub font: String,
    /// How strangers reach us, for the address a certificate is checked at.
    pub address: String,
}

impl Default for Settings {
    fn default() -> Self {
        // Where Debian's fonts-noto-cjk puts it; the third face is the one of simplified Chinese.
        let font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc#2".to_owned();
        Self { font, address: String::new() }
    }
}

/// A table on a sheet: its heads, where its columns begin, its rows.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) heads: Vec<&'static str>,
    pub(super) at: Vec<f32>,
    pub(super) rows: Vec<Vec<String>>,
}

/// What is printed.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) title: &'static str,
    pub(super) lines: Vec<(&'static str, String)>,
    pub(super) table: Option<Table>,
    pub(super) foot: Vec<String>,
    pub(super) watermark: String,
    pub(super) id: Uuid,
    pub(super) at: DateTime<Utc>,
}

/// Prints sheets. Cheap to clone; reads its font when the first is printed.
#[derive(Clone)]
pub(crate) struct Press(Arc<Inner>);

struct Inner {
    settings: Settings,
    font: Mutex<Option<Font>>,
}

impl Press {
    pub(crate) fn new(settings: Settings) -> Self {
        Self(Arc::new(Inner { settings, font: Mutex::default() }))
    }

    /// How strangers reach us.
    pub(super) fn address(&self) -> &str {
        self.0.settings.address.trim_end_matches('/')
    }

    /// The sheet as PDF.
    pub(super) async fn print(&self, sheet: Sheet) -> Result<Vec<u8>> {
        let press = self.clone();
        tokio::task::spawn_blocking(move || print(&sheet, &press.font()?)).await.map_err(Error::internal)?
    }

    /// The font; a file that is missing now may be there the next time.
    fn font(&self) -> Result<Font> {
        let mut kept = self.0.font.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(font) = kept.as_ref() {
            return Ok(font.clone());
        }
        let font = read(&self.0.settings.font).map_err(|why| {
            tracing::error!(font = self.0.settings.font, why, "the font of certificates (certificates.font)");
            Error::invalid("CERTIFICATE_FONT", "", "the font of certificates cannot be used; the log says why")
        })?;
        *kept = Some(font.clone());
        Ok(font)
    }
}

fn read(setting: &str) -> Result<Font, String> {
    let (path, index) = setting.rsplit_once('#').unwrap_or((setting, "0"));
    let index = index.parse().map_err(|_| "what follows # is no number".to_owned())?;
    let bytes = std::fs::read(Path::new(path)).map_err(|error| error.to_string())?;
    Font::new(bytes.into(), index).ok_or_else(|| "this is no font, or has no such face".to_owned())
}

/// Whether certificates can be printed with the font of this setting, or why not.
pub fn usable_font(setting: &str) -> Result<(), String> {
    read(setting).map(drop)
}

fn print(sheet: &Sheet, font: &Font) -> Result<Vec<u8>> {
    let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish();
    let configuration = configuration.map_err(|error| Error::internal(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(sheet));
    let pages = laid_out(sheet);
    for (place, marks) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Error::internal("a page without size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        watermark(&mut surface, font, &sheet.watermark);
        for mark in marks.iter().chain(&foot(sheet, place + 1, pages.len())) {
            draw(&mut surface, font, mark);
        }
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| refused(&error))
}

/// A name with a character that the font lacks must not be printed as an empty box.
fn refused(error: &krilla::error::KrillaError) -> Error {
    match error {
        krilla::error::KrillaError::Validation(_) => {
            Error::invalid("CERTIFICATE_GLYPH", "", "the font of certificates lacks a character of this record")
        }
        other => Error::internal(other),
    }
}

fn metadata(sheet: &Sheet) -> Metadata {
    let at = sheet.at;
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = krilla::metadata::DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(sheet.title.to_owned())
        .language("zh-CN".to_owned())
        .creator("Huji".to_owned())
        .creation_date(date)
        .document_id(sheet.id.to_string())
}

/// A line of text somewhere on a page.
#[derive(Debug)]
struct Mark {
    x: f32,
    y: f32,
    size: f32,
    text: String,
}

fn mark(x: f32, y: f32, size: f32, text: impl Into<String>) -> Mark {
    Mark { x, y, size, text: text.into() }
}

/// The marks of each page.
fn laid_out(sheet: &Sheet) -> Vec<Vec<Mark>> {
    let mut paper = Paper { pages: vec![Vec::new()], y: TOP };
    let middle = (WIDTH - width(sheet.title) * 20.0) / 2.0;
    paper.put(mark(middle, 0.0, 20.0, sheet.title));
    paper.down(2.0 * LEADING);
    for (label, value) in &sheet.lines {
        for (place, piece) in wrapped(value, (RIGHT - 160.0) / TEXT).into_iter().enumerate() {
            if place == 0 {
                paper.put(mark(LEFT, 0.0, TEXT, format!("{label}：")));
            }
            paper.put(mark(160.0, 0.0, TEXT, piece));
            paper.down(LEADING);
        }
    }
    if let Some(table) = &sheet.table {
        paper.down(LEADING / 2.0);
        table.lay(&mut paper);
    }
    paper.pages
}

struct Paper {
    pages: Vec<Vec<Mark>>,
    y: f32,
}

impl Paper {
    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Mark { y: self.y + mark.y, ..mark });
        }
    }

    fn down(&mut self, by: f32) {
        self.y += by;
        if self.y > BOTTOM {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }
}

impl Table {
    fn lay(&self, paper: &mut Paper) {
        for (head, x) in self.heads.iter().zip(&self.at) {
            paper.put(mark(*x, 0.0, TEXT - 1.0, *head));
        }
        paper.down(LEADING);
        for row in &self.rows {
            self.lay_row(paper, row);
        }
    }

    /// A row is as high as its longest cell and stays on one page.
    fn lay_row(&self, paper: &mut Paper, row: &[String]) {
        let size = TEXT - 1.0;
        let ends = self.at.iter().skip(1).copied().chain([RIGHT]);
        let cells: Vec<Vec<String>> = row
            .iter()
            .zip(self.at.iter().zip(ends))
            .map(|(cell, (x, end))| wrapped(cell, (end - x - 4.0) / size))
            .collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let height = (LEADING - 6.0) * f32::from(u16::try_from(lines - 1).unwrap_or_default());
        if paper.y + height > BOTTOM {
            paper.down(BOTTOM);
        }
        for (cell, x) in cells.into_iter().zip(&self.at) {
            let mut y = 0.0;
            for piece in cell {
                paper.put(mark(*x, y, size, piece));
                y += LEADING - 6.0;
            }
        }
        paper.down(LEADING + height);
    }
}

fn foot(sheet: &Sheet, page: usize, pages: usize) -> Vec<Mark> {
    let mut y = BOTTOM + 30.0;
    let mut marks = Vec::new();
    for line in sheet.foot.iter().cloned().chain([format!("第 {page} 页 共 {pages} 页")]) {
        marks.push(mark(LEFT, y, SMALL, line));
        y += 16.0;
    }
    marks
}

/// The width of a text in ems, near enough to break and centre by: a character of Han is one, others about half.
fn width(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 0.56 } else { 1.0 }).sum()
}

/// A text in lines of at most so many ems.
fn wrapped(text: &str, most: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let last = lines.last().map_or(0.0, |line| width(line));
        if last + width(c.encode_utf8(&mut [0; 4])) > most {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    lines
}

fn ink(lightness: u8) -> Fill {
    Fill { paint: luma::Color::new(lightness).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn draw(surface: &mut Surface<'_>, font: &Font, mark: &Mark) {
    surface.set_fill(Some(ink(0)));
    surface.draw_text(Point::from_xy(mark.x, mark.y), font.clone(), mark.size, &mark.text, false, TextDirection::Auto);
}

/// Who printed it, when and what for, slantwise over the whole page and under its text (SEC-12).
fn watermark(surface: &mut Surface<'_>, font: &Font, text: &str) {
    surface.set_fill(Some(ink(228)));
    for row in 0_u8..6 {
        let at = Point::from_xy(60.0, 180.0 + 120.0 * f32::from(row));
        surface.push_transform(&Transform::from_rotate_at(-24.0, at.x, at.y));
        surface.draw_text(at, font.clone(), 16.0, text, false, TextDirection::Auto);
        surface.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_before_it_is_too_wide_and_loses_nothing() {
        let text = "江城市江南区东湖街道光明社区解放路一百二十号阳光花园三栋二单元501室";
        let lines = wrapped(text, 10.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line) <= 10.0), "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert_eq!(wrapped("", 10.0), [""]);
    }

    #[test]
    fn a_long_table_goes_on_over_pages_and_keeps_every_row() {
        let rows: Vec<Vec<String>> = (0..200).map(|n| vec![format!("r{n}"), "很长的地址".repeat(9)]).collect();
        let sheet = Sheet {
            title: "证明",
            lines: vec![("编号", "1".to_owned())],
            table: Some(Table { heads: vec!["a", "b"], at: vec![60.0, 300.0], rows }),
            foot: Vec::new(),
            watermark: String::new(),
            id: Uuid::nil(),
            at: DateTime::UNIX_EPOCH,
        };
        let pages = laid_out(&sheet);
        assert!(pages.len() > 5);
        let marks: Vec<&Mark> = pages.iter().flatten().collect();
        assert!((0..200).all(|n| marks.iter().any(|mark| mark.text == format!("r{n}"))));
        assert!(marks.iter().all(|mark| mark.y <= BOTTOM + LEADING), "{marks:?}");
    }

    #[test]
    fn a_font_that_cannot_be_used_says_why() {
        assert!(read("/nowhere/font.ttc#2").is_err_and(|why| why.contains("No such file")));
        assert!(read("/nowhere/font.ttc#two").is_err_and(|why| why.contains("no number")));
        assert!(read(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).is_err_and(|why| why.contains("no font")));
    }
}
