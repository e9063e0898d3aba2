//! Names as station staff type them: characters, full pinyin, initials (张文静, zhangwenjing, zwj).

use std::collections::HashSet;
use std::sync::LazyLock;

use pinyin::ToPinyin;

/// Surnames whose reading differs from the characters' usual one; two-character surnames first.
const SURNAMES: &[(&str, &[&str])] = &[
    ("万俟", &["mo", "qi"]),
    ("尉迟", &["yu", "chi"]),
    ("单于", &["chan", "yu"]),
    ("长孙", &["zhang", "sun"]),
    ("澹台", &["tan", "tai"]),
    ("宰父", &["zai", "fu"]),
    ("令狐", &["ling", "hu"]),
    ("单", &["shan"]),
    ("曾", &["zeng"]),
    ("解", &["xie"]),
    ("仇", &["qiu"]),
    ("区", &["ou"]),
    ("朴", &["piao"]),
    ("查", &["zha"]),
    ("盖", &["ge"]),
    ("乐", &["yue"]),
    ("翟", &["zhai"]),
    ("任", &["ren"]),
    ("华", &["hua"]),
    ("宓", &["mi"]),
    ("缪", &["miao"]),
    ("种", &["chong"]),
    ("繁", &["po"]),
    ("员", &["yun"]),
    ("冼", &["xian"]),
    ("洗", &["xian"]),
    ("覃", &["qin"]),
    ("召", &["shao"]),
    ("折", &["she"]),
    ("秘", &["bi"]),
    ("重", &["chong"]),
    ("句", &["gou"]),
    ("过", &["guo"]),
    ("隗", &["kui"]),
    ("宁", &["ning"]),
    ("能", &["nai"]),
    ("乜", &["nie"]),
    ("瞿", &["qu"]),
    ("莘", &["shen"]),
    ("祭", &["zhai"]),
    ("占", &["zhan"]),
    ("长", &["zhang"]),
    ("贲", &["ben"]),
    ("谌", &["chen"]),
    ("宿", &["su"]),
    ("藏", &["zang"]),
    ("郗", &["xi"]),
    ("沈", &["shen"]),
    ("石", &["shi"]),
    ("柏", &["bai"]),
    ("薄", &["bo"]),
    ("燕", &["yan"]),
    ("应", &["ying"]),
    ("车", &["che"]),
    ("尉", &["wei"]),
    ("都", &["du"]),
    ("牟", &["mu"]),
    ("阚", &["kan"]),
];

/// The two keys under which a name is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKeys {
    /// Full pinyin, lower case, without spaces or tones: `zhangwenjing`.
    pub full: String,
    /// The first letters: `zwj`.
    pub initials: String,
}

impl NameKeys {
    /// The keys of a person's name. Letters and digits pass in lower case; parts of a foreign name give one initial each.
    pub fn of(name: &str) -> Self {
        let mut keys = Self::default();
        let rest = keys.surname(name.trim());
        keys.text(rest);
        keys
    }

    /// Takes a surname of special reading off the front, if a given name follows it.
    fn surname<'a>(&mut self, name: &'a str) -> &'a str {
        let special = SURNAMES.iter().find(|(surname, _)| name.len() > surname.len() && name.starts_with(surname));
        let Some((surname, readings)) = special else { return name };
        readings.iter().for_each(|reading| self.syllable(reading));
        &name[surname.len()..]
    }

    fn text(&mut self, text: &str) {
        let mut inside_word = false;
        for c in text.chars().map(half_width) {
            if let Some(reading) = c.to_pinyin() {
                self.syllable(reading.plain());
            } else if c.is_alphanumeric() {
                self.letter(c, !inside_word);
            }
            inside_word = c.is_alphanumeric() && c.to_pinyin().is_none();
        }
    }

    fn syllable(&mut self, reading: &str) {
        let from = self.full.len();
        self.full.extend(reading.chars().map(plain_vowel));
        self.initials.extend(self.full[from..].chars().next());
    }

    fn letter(&mut self, c: char, first: bool) {
        self.full.extend(c.to_lowercase());
        if first {
            self.initials.extend(c.to_lowercase());
        }
    }
}

/// The key of a place: like a name's full key, but with usual readings throughout (当代社区 → `dangdaishequ`).
pub fn place_key(text: &str) -> String {
    let mut keys = NameKeys::default();
    keys.text(text);
    keys.full
}

/// A search text, told apart by what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameQuery {
    /// Characters: compare with the name itself, spaces removed.
    Chinese(String),
    /// Whole syllables, or a longer word in letters: compare with [`NameKeys::full`].
    Pinyin(String),
    /// A few letters that spell no syllables: compare with [`NameKeys::initials`].
    Initials(String),
}

/// Reads a search text; `None` if it holds no letter and no character.
///
/// Up to five letters that are no syllables are initials; a mixture (张wenjing) is compared by its full pinyin.
pub fn classify(text: &str) -> Option<NameQuery> {
    let text: String = text.chars().map(half_width).filter(|c| c.is_alphanumeric() || *c == '·').collect();
    let han = text.chars().filter(|c| c.to_pinyin().is_some()).count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    match (han, letters) {
        (0, 0) if !text.chars().any(char::is_alphabetic) => None,
        (_, 0) => Some(NameQuery::Chinese(text)),
        (0, _) => Some(latin(NameKeys::of(&text).full)),
        _ => Some(NameQuery::Pinyin(NameKeys::of(&text).full)),
    }
}

fn latin(key: String) -> NameQuery {
    let short = key.len() <= 5;
    if short && !is_syllables(&key) { NameQuery::Initials(key) } else { NameQuery::Pinyin(key) }
}

/// Every syllable that some character of the basic block reads, without tones.
static SYLLABLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let readings = ('\u{4e00}'..='\u{9fff}').filter_map(|c| c.to_pinyin());
    let syllables = readings.map(|reading| reading.plain().chars().map(plain_vowel).collect::<String>());
    // Characters read as a bare consonant (嗯, 呣) would make initials of any name spell "syllables".
    syllables.filter(|syllable| syllable.contains(['a', 'e', 'i', 'o', 'u', 'v'])).collect()
});

/// Whether the letters can be cut into syllables; the last may be unfinished only if it is whole.
fn is_syllables(letters: &str) -> bool {
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for end in 1..=letters.len() {
        reached[end] = (end.saturating_sub(6)..end)
            .any(|start| reached[start] && letters.get(start..end).is_some_and(|part| SYLLABLES.contains(part)));
    }
    reached[letters.len()]
}

/// ü is typed v.
fn plain_vowel(c: char) -> char {
    if matches!(c, 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ') { 'v' } else { c }
}

fn half_width(c: char) -> char {
    let wide = ('\u{ff01}'..='\u{ff5e}').contains(&c);
    let half = if wide { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c };
    plain_vowel(half)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(name: &str) -> (String, String) {
        let NameKeys { full, initials } = NameKeys::of(name);
        (full, initials)
    }

    fn pair(full: &str, initials: &str) -> (String, String) {
        (full.to_owned(), initials.to_owned())
    }

    #[test]
    fn a_name_is_found_by_pinyin_and_initials() {
        assert_eq!(keys("张文静"), pair("zhangwenjing", "zwj"));
        assert_eq!(keys("吕绿"), pair("lvlv", "ll"));
        assert_eq!(keys("买买提·艾力"), pair("maimaitiaili", "mmtal"));
    }

    #[test]
    fn surnames_have_their_own_readings() {
        let names = ["单文静", "曾静", "解静", "仇静", "区静", "万俟静", "尉迟静", "欧阳静"];
        let full = ["shanwenjing", "zengjing", "xiejing", "qiujing", "oujing", "moqijing", "yuchijing", "ouyangjing"];
        assert_eq!(names.map(|name| NameKeys::of(name).full), full);
        assert_eq!(keys("张单").0, "zhangdan", "only in front");
    }

    #[test]
    fn ascii_names_pass_through() {
        assert_eq!(keys("John Smith"), pair("johnsmith", "js"));
        assert_eq!(keys("  ＡＢ c"), pair("abc", "ac"));
        assert_eq!(keys(""), pair("", ""));
    }

    #[test]
    fn places_keep_usual_readings_and_numbers() {
        assert_eq!(place_key("当代社区"), "dangdaishequ");
        assert_eq!(place_key("区府路12号3栋"), "qufulu12hao3dong");
    }

    #[test]
    fn a_search_text_is_told_apart() {
        use NameQuery::{Chinese, Initials, Pinyin};
        assert_eq!(classify(" 张 文静 "), Some(Chinese("张文静".into())));
        assert_eq!(classify("Zhang Wenjing"), Some(Pinyin("zhangwenjing".into())));
        assert_eq!(classify("zwj"), Some(Initials("zwj".into())));
        assert_eq!(classify("ZWJ"), Some(Initials("zwj".into())));
        assert_eq!(classify("张wenjing"), Some(Pinyin("zhangwenjing".into())));
        assert_eq!(classify("lü"), Some(Pinyin("lv".into())));
        assert_eq!(classify("johnsmith"), Some(Pinyin("johnsmith".into())));
        assert_eq!(classify("买买提·艾力"), Some(Chinese("买买提·艾力".into())));
        assert_eq!(classify(" 12-3"), None);
        assert_eq!(classify(""), None);
    }

    proptest! {
        #[test]
        fn keys_are_lower_case_without_spaces(name in "\\PC{0,16}") {
            let keys = NameKeys::of(&name);
            prop_assert!(!keys.full.contains(char::is_whitespace));
            prop_assert!(!keys.full.contains(|c: char| c.is_ascii_uppercase()));
            prop_assert!(keys.initials.len() <= keys.full.len());
        }

        #[test]
        fn every_chinese_name_is_found_by_its_own_keys(name in "[\u{4e00}-\u{9fa5}]{2,4}") {
            let keys = NameKeys::of(&name);
            prop_assert_eq!(classify(&name), Some(NameQuery::Chinese(name)));
            prop_assert_eq!(keys.initials.is_empty(), keys.full.is_empty());
        }

        #[test]
        fn no_search_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = classify(&text);
        }
    }
}
