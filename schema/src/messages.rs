//! What people read when something is refused: codes are stable and untranslated, messages follow `Accept-Language`.

use std::sync::LazyLock;

/// A language we answer in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文, the default.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The first language of an `Accept-Language` header that we have; Chinese when there is none.
    pub fn accepted(header: Option<&str>) -> Self {
        let tags = header
            .unwrap_or_default()
            .split(',')
            .map(|tag| tag.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
        for tag in tags {
            match tag.split('-').next() {
                Some("en") => return Self::English,
                Some("zh") => return Self::Chinese,
                _ => {}
            }
        }
        Self::default()
    }
}

struct Message {
    code: &'static str,
    chinese: &'static str,
    english: &'static str,
}

static CATALOGUE: LazyLock<Vec<Message>> = LazyLock::new(|| {
    let lines = include_str!("../messages.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut parts = line.split('\t');
            Some(Message { code: parts.next()?, chinese: parts.next()?, english: parts.next()? })
        })
        .collect()
});

/// The message of a code or rule id, if the catalogue has one.
pub fn message(code: &str, language: Language) -> Option<&'static str> {
    let found = CATALOGUE.iter().find(|message| message.code == code)?;
    Some(match language {
        Language::Chinese => found.chinese,
        Language::English => found.english,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_we_have_is_taken() {
        assert_eq!(Language::accepted(Some("fr, en-GB;q=0.8, zh")), Language::English);
        assert_eq!(Language::accepted(Some("zh-CN,en")), Language::Chinese);
        assert_eq!(Language::accepted(None), Language::Chinese);
    }

    #[test]
    fn every_code_has_both_languages_and_stands_once() {
        for entry in CATALOGUE.iter() {
            assert!(!entry.chinese.is_empty() && !entry.english.is_empty(), "{}", entry.code);
            assert_eq!(CATALOGUE.iter().filter(|other| other.code == entry.code).count(), 1, "{}", entry.code);
        }
    }
}
