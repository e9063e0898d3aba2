//! What is shown of a value to those who have not asked to see it (domain §5.2).
//!
//! Masking happens on the server and per field, so that aliases, lists, errors, exports and logs all get the same form.

use chrono::{Datelike, NaiveDate};

use crate::clock::younger_than;

/// Under this age a person is a minor (未成年人).
pub const ADULT_AGE: u32 = 18;
/// The masked name of every minor.
pub const MINOR: &str = "**";

/// A name: its first character and `*` for each further one, at most two (张*, 欧**). Only the first character of a
/// name in parts (买买提·艾力) is shown.
pub fn name(clear: &str) -> String {
    let mut chars = clear.trim().chars();
    let Some(first) = chars.next() else { return String::new() };
    let stars = chars.count().min(2);
    format!("{first}{}", "*".repeat(stars))
}

/// A person's name, hidden whole for a minor on `today` (PRV-08).
pub fn person_name(clear: &str, birth: NaiveDate, today: NaiveDate) -> String {
    if younger_than(birth, ADULT_AGE, today) { MINOR.to_owned() } else { name(clear) }
}

/// An id number: the first three and the last two characters; digits 7 to 14 never show. Shorter texts are hidden whole.
pub fn id_number(clear: &str) -> String {
    cover(clear, 3, 2)
}

/// A telephone number: `138****1234`. Shorter ones are hidden whole.
pub fn phone(clear: &str) -> String {
    cover(clear, 3, 4)
}

/// A number by which something is referred to, a household or a case: as typed, unless it could be a person's own number,
/// which people type into any box.
pub fn reference(typed: &str) -> String {
    let chars: Vec<char> = typed.trim().chars().filter(|c| !c.is_control()).take(40).collect();
    let is_plain = chars.iter().all(|c| c.is_ascii_alphanumeric() || *c == '-');
    let is_personal = digit_groups(&chars).iter().any(|group| matches!(group.len(), 11 | 15 | 18));
    let text: String = chars.into_iter().collect();
    if is_plain && !is_personal { text } else { free_text(&text) }
}

/// Keeps `head` and `tail` characters of a text that has at least as many hidden ones, but four.
fn cover(clear: &str, head: usize, tail: usize) -> String {
    let count = clear.chars().count();
    if count < head + tail + 4 {
        return "*".repeat(count);
    }
    let keep = |i: usize| i < head || i >= count - tail;
    clear.chars().enumerate().map(|(i, c)| if keep(i) { c } else { '*' }).collect()
}

/// A birth date: the year of an adult, the age band of a minor on `today`.
pub fn birth(date: NaiveDate, today: NaiveDate) -> String {
    let band =
        [(6, "0-5"), (14, "6-13"), (ADULT_AGE, "14-17")].into_iter().find(|(age, _)| younger_than(date, *age, today));
    band.map_or_else(|| date.year().to_string(), |(_, band)| band.to_owned())
}

/// An address label: down to the estate or zone; building, unit and room become `***`.
///
/// The text is cut before the first number or letter that does not name a zone (区) or phase (期), or before a Chinese
/// numeral that counts buildings: 当代国际花园12区3栋2单元1502室 becomes 当代国际花园12区***.
pub fn address(clear: &str) -> String {
    let chars: Vec<char> = clear.trim().chars().collect();
    match building_start(&chars) {
        Some(start) => chars[..start].iter().chain(&['*'; 3]).collect(),
        None => chars.iter().collect(),
    }
}

/// Where the part below the zone begins.
fn building_start(chars: &[char]) -> Option<usize> {
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| is_numbering(**c)).count();
        let next = chars.get(at + run).copied();
        let plain = chars[at..at + run].iter().any(|c| c.is_alphanumeric() && !is_han_numeral(*c));
        let counts_buildings = next.is_some_and(|c| "栋幢座号楼单室层弄".contains(c));
        if run > 0 && !matches!(next, Some('区' | '期')) && (plain || counts_buildings) {
            return Some(at);
        }
        at += run.max(1);
    }
    None
}

/// A character that numbers something: a digit or letter of any width, a dash, a Chinese numeral.
fn is_numbering(c: char) -> bool {
    let wide = ('\u{ff01}'..='\u{ff5e}').contains(&c);
    c.is_ascii_alphanumeric() || matches!(c, '-' | '#') || (wide && c.is_alphanumeric()) || is_han_numeral(c)
}

fn is_han_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百甲乙丙丁".contains(c)
}

/// Free text: **every** id and telephone number in it is masked in place, also written in groups or full-width.
pub fn free_text(clear: &str) -> String {
    let chars: Vec<char> = clear.chars().collect();
    let groups = digit_groups(&chars);
    let mut out = chars;
    let mut i = 0;
    while i < groups.len() {
        let found = match_from(&groups[i..], &out);
        if let Some((used, head, tail)) = found {
            hide(&mut out, &groups[i..i + used], head, tail);
        }
        i += found.map_or(1, |(used, ..)| used);
    }
    out.into_iter().collect()
}

/// A run of digits, possibly ending in X: its place in the text.
#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
}

impl Group {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

fn digit_of(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn digit_groups(chars: &[char]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        while at < chars.len() && digit_of(chars[at]) {
            at += 1;
        }
        if at > start {
            let check = matches!(chars.get(at), Some('x' | 'X' | 'ｘ' | 'Ｘ'));
            at += usize::from(check);
            groups.push(Group { start, end: at });
        } else {
            at += 1;
        }
    }
    groups
}

/// Whether the groups from here on spell a number: how many of them, and what to keep at head and tail.
fn match_from(groups: &[Group], chars: &[char]) -> Option<(usize, usize, usize)> {
    let mut length = 0;
    for (i, group) in groups.iter().enumerate() {
        let joined = i == 0 || (group.start == groups[i - 1].end + 1 && is_joint(chars[group.start - 1]));
        let alone = unbroken(group.len(), chars[group.start]);
        match alone {
            Some((head, tail)) if i == 0 => return Some((1, head, tail)),
            None if joined => length += group.len(),
            _ => return None,
        }
        if let Some((head, tail)) = grouped(length, chars[groups[0].start]) {
            return Some((i + 1, head, tail));
        }
    }
    None
}

fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{3000}' | '－' | '.' | '·')
}

/// What stays visible of an unbroken run of `length` digits that begin with `first`, if it is a number worth hiding.
/// Runs longer than a telephone number may hold one, so they are hidden whatever they are.
fn unbroken(length: usize, first: char) -> Option<(usize, usize)> {
    if length > 11 { Some((3, 2)) } else { grouped(length, first) }
}

/// The same for digits in groups: only the lengths of telephone and id numbers.
fn grouped(length: usize, first: char) -> Option<(usize, usize)> {
    match length {
        11 if matches!(first, '1' | '１' | '0' | '０') => Some((3, 4)),
        12 if matches!(first, '0' | '０') => Some((3, 4)),
        15 | 18 => Some((3, 2)),
        _ => None,
    }
}

fn hide(chars: &mut [char], groups: &[Group], head: usize, tail: usize) {
    let places: Vec<usize> = groups.iter().flat_map(|group| group.start..group.end).collect();
    for place in &places[head..places.len() - tail] {
        chars[*place] = '*';
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn domain_5_2_a_name_shows_one_character_and_at_most_two_stars() {
        let shown = ["张三", "张文静", "欧阳娜娜", "买买提·艾力", "John Smith", "李", ""].map(name);
        assert_eq!(shown, ["张*", "张**", "欧**", "买**", "J**", "李", ""]);
    }

    #[test]
    fn prv_08_a_minors_name_is_hidden_whole_until_the_birthday() {
        let birth = day(2008, 3, 1);
        assert_eq!(person_name("张文静", birth, day(2026, 2, 28)), "**");
        assert_eq!(person_name("张文静", birth, day(2026, 3, 1)), "张**");
    }

    #[test]
    fn domain_5_2_an_id_number_shows_three_and_two() {
        assert_eq!(id_number("99999919990101002X"), "999*************2X");
        assert_eq!(id_number("12345"), "*****");
    }

    #[test]
    fn domain_5_2_a_phone_shows_three_and_four() {
        assert_eq!(phone("13800001234"), "138****1234");
        assert_eq!(phone("110"), "***");
    }

    #[test]
    fn domain_5_2_birth_is_a_year_or_a_minors_band() {
        let today = day(2026, 6, 30);
        let shown = [day(1987, 1, 1), day(2008, 7, 1), day(2008, 6, 30), day(2020, 6, 30), day(2026, 6, 30)];
        assert_eq!(shown.map(|date| birth(date, today)), ["1987", "14-17", "2008", "6-13", "0-5"]);
    }

    #[test]
    fn domain_5_2_an_address_ends_at_the_zone() {
        let shown = [
            "当代国际花园12区3栋2单元1502室",
            "万科城市花园二期三栋101",
            "正桥小路18号",
            "当代国际花园12区",
            "三一花园",
            "A座1201",
        ];
        let masked =
            ["当代国际花园12区***", "万科城市花园二期***", "正桥小路***", "当代国际花园12区", "三一花园", "***"];
        assert_eq!(shown.map(address), masked);
    }

    #[test]
    fn domain_5_2_all_matches_in_free_text_are_masked() {
        let text = "张三 13800001234、13900005678 住1栋，证号99999919990101002x；138 0000 1234，0278765 4321，１３８００００１２３４";
        let masked = "张三 138****1234、139****5678 住1栋，证号999*************2x；138 **** 1234，027**** 4321，１３８****１２３４";
        assert_eq!(free_text(text), masked);
    }

    #[test]
    fn free_text_keeps_dates_amounts_and_rooms() {
        let text = "2023-04-17 19:00 第12区3栋1502室 1,000 辆 60.1 dB";
        assert_eq!(free_text(text), text);
        assert_eq!(free_text("2023-04-17 13800001234"), "2023-04-17 138****1234");
    }

    #[test]
    fn prv_26_a_reference_is_kept_unless_it_could_be_a_persons_number() {
        for kept in ["9900010000012", "AJ2026112412345678", "AJ990001-0001", "990001-12", "H1"] {
            assert_eq!(reference(kept), kept);
        }
        for (typed, told) in [
            ("99999919990101002X", "999*************2X"),
            ("SFZ99999919990101002x", "SFZ999*************2x"),
            (" 110105491231002", "110**********02"),
            ("13800001234", "138****1234"),
            ("张三 13800001234", "张三 138****1234"),
            ("a\0b", "ab"),
        ] {
            assert_eq!(reference(typed), told);
        }
        assert_eq!(reference(&"7".repeat(500)).len(), 40);
    }

    /// Names of any script and length.
    fn names() -> impl Strategy<Value = String> {
        "[\\PC·]{1,12}"
    }

    proptest! {
        #[test]
        fn domain_5_2_a_masked_name_tells_one_character_and_not_its_length(clear in names()) {
            let masked = name(&clear);
            prop_assert!(masked.chars().count() <= 3);
            prop_assert!(masked.chars().skip(1).all(|c| c == '*'));
            prop_assert_eq!(masked.chars().next(), clear.trim().chars().next());
        }

        #[test]
        fn prv_08_of_a_minor_nothing_but_the_band_is_told(clear in names(), days in 0_u64..6_570) {
            let today = day(2026, 6, 30);
            let born = today - chrono::Days::new(days);
            prop_assert_eq!(person_name(&clear, born, today), MINOR);
            prop_assert!(["0-5", "6-13", "14-17"].contains(&birth(born, today).as_str()));
        }

        #[test]
        fn domain_5_2_digits_7_to_14_never_show(number in "[1-9][0-9]{16}[0-9X]|[1-9][0-9]{14}") {
            for masked in [id_number(&number), free_text(&number), reference(&number)] {
                prop_assert_eq!(masked.chars().count(), number.len());
                prop_assert!(masked.chars().skip(3).take(number.len() - 5).all(|c| c == '*'), "{}", masked);
            }
        }

        #[test]
        fn masking_twice_tells_no_more(text in "\\PC{0,30}") {
            prop_assert_eq!(id_number(&id_number(&text)), id_number(&text));
            prop_assert_eq!(phone(&phone(&text)), phone(&text));
            prop_assert_eq!(name(&name(&text)), name(&text));
        }

        #[test]
        fn domain_5_2_no_door_survives(estate in "[当代国际花园梧桐香樟海棠]{2,6}", zone in 1_u32..30, building in 1_u32..99, unit in 1_u32..9, room in 101_u32..3302) {
            let masked = address(&format!("{estate}{zone}区{building}栋{unit}单元{room}室"));
            prop_assert_eq!(masked, format!("{estate}{zone}区***"));
        }

        #[test]
        fn domain_5_2_no_whole_number_survives(before in "\\PC{0,12}", phone in "1[0-9]{10}", between in "[^0-9０-９]{1,6}", id in "[1-9][0-9]{16}[0-9X]", after in "\\PC{0,12}") {
            let masked = free_text(&format!("{before}{phone}{between}{id}{after}"));
            prop_assert!(!masked.contains(&phone));
            prop_assert!(!masked.contains(&id[6..14]) || before.contains(&id[6..14]) || after.contains(&id[6..14]));
        }

        #[test]
        fn masks_keep_the_length_of_numbers(text in "[0-9X]{0,24}") {
            prop_assert_eq!(id_number(&text).len(), text.len());
            prop_assert_eq!(phone(&text).len(), text.len());
        }
    }
}
