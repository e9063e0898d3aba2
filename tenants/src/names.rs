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

/// Surnames of two characters, which alone are as little of a name as one of one.
const COMPOUND: [&str; 40] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊",
    "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文",
    "司徒", "鲜于", "司空", "闾丘", "令狐", "百里", "呼延", "东郭", "西门", "轩辕", "单于", "淳于",
];

/// A search text, told apart by what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameQuery {
    /// Characters: compare with the beginning of the name itself, spaces removed.
    Chinese(String),
    /// Several syllables, or a longer word in letters: compare with the beginning of [`NameKeys::full`].
    Pinyin(String),
    /// Letters that may be a whole short name or its initials (lian is 李安 and 连): compare with all of [`NameKeys::full`], and
    /// with [`NameKeys::initials`].
    Short(String),
    /// A few letters that spell no syllables: compare with [`NameKeys::initials`].
    Initials(String),
    /// A surname and nothing else, in characters or in letters: not searched (PRV-04).
    Surname,
}

/// Reads a search text; `None` if it holds no letter and no character.
///
/// Up to five letters that are no syllables are initials; a mixture (张wenjing) is compared by its full pinyin. What would find
/// everybody of a surname is [`NameQuery::Surname`], whichever way it is typed.
pub fn classify(text: &str) -> Option<NameQuery> {
    let text: String = text.chars().map(half_width).filter(|c| c.is_alphanumeric() || *c == '·').collect();
    let han = text.chars().filter(|c| c.to_pinyin().is_some()).count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    match (han, letters) {
        (0, 0) if !text.chars().any(char::is_alphabetic) => None,
        (_, 0) if text.chars().count() < 2 || COMPOUND.contains(&text.as_str()) => Some(NameQuery::Surname),
        (_, 0) => Some(NameQuery::Chinese(text)),
        _ => Some(latin(NameKeys::of(&text).full)),
    }
}

fn latin(key: String) -> NameQuery {
    let lone = SYLLABLES.contains(&key);
    match () {
        () if key.len() < 2 || (lone && !is_divisible(&key) && !may_be_initials(&key)) => NameQuery::Surname,
        () if key.len() <= 5 && !is_syllables(&key) => NameQuery::Initials(key),
        () if key.len() < 5 || lone => NameQuery::Short(key),
        () if COMPOUND_KEYS.iter().any(|surname| surname.starts_with(&key)) => NameQuery::Surname,
        () => NameQuery::Pinyin(key),
    }
}

/// No syllable begins with i, u or ü, and few names have more than three parts.
fn may_be_initials(key: &str) -> bool {
    key.len() <= 3 && !key.contains(['i', 'u', 'v'])
}

/// Whether one syllable can be read as several (xian is 西安 as well).
fn is_divisible(key: &str) -> bool {
    (1..key.len()).filter(|at| key.is_char_boundary(*at)).any(|at| is_syllables(&key[..at]) && is_syllables(&key[at..]))
}

/// The readings of [`COMPOUND`].
static COMPOUND_KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    // With a given name after it, so that it is read as a surname.
    let read = |surname: &&str| NameKeys::of(&format!("{surname}一")).full;
    COMPOUND.iter().map(read).map(|key| key.strip_suffix("yi").map_or(key.clone(), str::to_owned)).collect()
});

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
        use NameQuery::{Chinese, Initials, Pinyin, Short};
        assert_eq!(classify(" 张 文静 "), Some(Chinese("张文静".into())));
        assert_eq!(classify("Zhang Wenjing"), Some(Pinyin("zhangwenjing".into())));
        assert_eq!(classify("zwj"), Some(Initials("zwj".into())));
        assert_eq!(classify("ZWJ"), Some(Initials("zwj".into())));
        assert_eq!(classify("张wenjing"), Some(Pinyin("zhangwenjing".into())));
        assert_eq!(classify("lvlv"), Some(Short("lvlv".into())));
        assert_eq!(classify("Lü Bu Wei"), Some(Pinyin("lvbuwei".into())));
        assert_eq!(classify("lian"), Some(Short("lian".into())), "李安 or 连");
        assert_eq!(classify("lan"), Some(Short("lan".into())), "李安娜 or 兰");
        assert_eq!(classify("johnsmith"), Some(Pinyin("johnsmith".into())));
        assert_eq!(classify("买买提·艾力"), Some(Chinese("买买提·艾力".into())));
        assert_eq!(classify(" 12-3"), None);
        assert_eq!(classify(""), None);
    }

    #[test]
    fn prv_04_a_surname_alone_is_told_in_characters_and_in_letters() {
        for text in [
            "张", " 马 ", "欧阳", "诸 葛", "zhang", "Wang", "LI", "lü", "liu", "ouyang", "ou yan", "shanggua",
            "欧yang", "z",
        ] {
            assert_eq!(classify(text), Some(NameQuery::Surname), "{text}");
        }
        for text in ["张文", "欧阳静", "ouyangj", "zhangw", "zy"] {
            assert_ne!(classify(text), Some(NameQuery::Surname), "{text}");
        }
    }

    /// Whether a search would find everybody whose name begins so.
    fn finds_by_beginning(text: &str) -> bool {
        matches!(classify(text), Some(NameQuery::Pinyin(_)))
    }

    #[test]
    fn prv_04_no_reading_of_one_character_is_searched_as_a_beginning() {
        for syllable in SYLLABLES.iter() {
            for end in 1..=syllable.len() {
                assert!(!finds_by_beginning(&syllable[..end]), "{}", &syllable[..end]);
            }
        }
    }

    #[test]
    fn prv_04_no_reading_of_a_compound_surname_is_searched_as_a_beginning() {
        for surname in COMPOUND_KEYS.iter() {
            for end in 1..=surname.len() {
                assert!(!finds_by_beginning(&surname[..end]), "{}", &surname[..end]);
            }
        }
    }

    proptest! {
        #[test]
        fn a_name_of_two_characters_or_more_is_searched_by_its_full_pinyin(name in "[张王李赵陈][文静伟芳娜敏][文静伟芳娜敏]?") {
            let full = NameKeys::of(&name).full;
            match classify(&full) {
                Some(NameQuery::Pinyin(key) | NameQuery::Short(key)) => prop_assert_eq!(key, full),
                other => prop_assert!(false, "{name} {full}: {other:?}"),
            }
        }

        #[test]
        fn width_case_and_spaces_do_not_change_what_is_searched(name in "[a-z]{2,12}") {
            let wide: String = name.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xfee0)).collect();
            let spaced: String = name.chars().flat_map(|c| [c.to_ascii_uppercase(), ' ']).collect();
            prop_assert_eq!(classify(&wide), classify(&name));
            prop_assert_eq!(classify(&spaced), classify(&name));
        }

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
            let whole = if COMPOUND.contains(&name.as_str()) { NameQuery::Surname } else { NameQuery::Chinese(name.clone()) };
            prop_assert_eq!(classify(&name), Some(whole));
            prop_assert_eq!(keys.initials.is_empty(), keys.full.is_empty());
        }

        #[test]
        fn no_search_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = classify(&text);
        }
    }
}
