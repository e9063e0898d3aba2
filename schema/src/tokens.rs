//! Counts the tokens of a document without parsing it, so that a hostile text is refused for the price of one pass over
//! its bytes (PRV-24, leak class L20: what one request may cost is bounded before anything else looks at it).

/// What one pass over a document's bytes finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Lexical tokens: names, numbers, strings and punctuators; comments, commas and white space count for nothing.
    pub count: usize,
    /// How deep brackets of any kind stand inside one another: what a recursive parser would spend in stack.
    pub nesting: usize,
}

/// Counts until the text ends or `most` is passed; past `most` the exact number no longer matters to anybody.
pub fn count(text: &str, most: usize) -> Tokens {
    let bytes = text.as_bytes();
    let (mut at, mut open, mut seen) = (0, 0_usize, Tokens::default());
    while at < bytes.len() && seen.count <= most {
        let byte = bytes[at];
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' | 0xEF | 0xBB | 0xBF => at += 1,
            b'#' => at = end_of_line(bytes, at),
            b'"' => {
                at = end_of_string(bytes, at);
                seen.count += 1;
            }
            b'{' | b'(' | b'[' => {
                open += 1;
                seen.nesting = seen.nesting.max(open);
                seen.count += 1;
                at += 1;
            }
            b'}' | b')' | b']' => {
                open = open.saturating_sub(1);
                seen.count += 1;
                at += 1;
            }
            _ if is_word(byte) => {
                at += bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
                seen.count += 1;
            }
            _ => {
                at += 1;
                seen.count += 1;
            }
        }
    }
    seen
}

/// The document without its values: strings, numbers, comments and white space left out. Two documents that ask the same of
/// different persons have the same skeleton, so it may be logged where the text may not (PRV-26).
pub fn skeleton(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut at, mut kept) = (0, Vec::with_capacity(bytes.len()));
    while at < bytes.len() {
        let byte = bytes[at];
        let word = bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
        match byte {
            b'#' => at = end_of_line(bytes, at),
            b'"' => at = end_of_string(bytes, at),
            _ if word > 0 => {
                if !byte.is_ascii_digit() {
                    kept.extend_from_slice(&bytes[at..at + word]);
                    kept.push(b' ');
                }
                at += word;
            }
            _ => {
                if b"{}()[]:$@!|&=".contains(&byte) {
                    kept.push(byte);
                }
                at += 1;
            }
        }
    }
    kept
}

/// Names and numbers; a sign and a dot are counted apart, which only ever overcounts.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn end_of_line(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(bytes.len(), |length| start + length)
}

/// The position after a string or block string; an unfinished one ends with the text and is the parser's to refuse.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    if bytes[start..].starts_with(br#"""""#) {
        return end_of_block(bytes, start + 3);
    }
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' | b'\n' | b'\r' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn end_of_block(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        if bytes[at..].starts_with(br#"\""""#) {
            at += 4;
        } else if bytes[at..].starts_with(br#"""""#) {
            return at + 3;
        } else {
            at += 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn l20_comments_commas_and_space_are_no_tokens() {
        let seen = count("# {{{{\n{ a, b }", 100);
        assert_eq!(seen, Tokens { count: 4, nesting: 1 });
    }

    #[test]
    fn l20_a_string_is_one_token_whatever_it_holds() {
        assert_eq!(count(r#"{ a(b: "x \" { [ (") }"#, 100), Tokens { count: 8, nesting: 2 });
        assert_eq!(count("{ a(b: \"\"\"{ \\\"\"\" {\"\"\") }", 100), Tokens { count: 8, nesting: 2 });
    }

    #[test]
    fn l20_counting_stops_soon_after_the_limit() {
        assert_eq!(count(&"a ".repeat(1_000_000), 10).count, 11);
    }

    #[test]
    fn prv_26_a_skeleton_holds_no_value_and_tells_documents_apart() {
        let one = skeleton("{ person(id: \"110101199003070000\", n: 13800000000) { name } } # 张文静");
        assert_eq!(one, skeleton("{person(id:\"\",n:-1.5){name}}"));
        assert_eq!(String::from_utf8(one).expect("ASCII"), "{person (id :n :){name }}");
        assert_ne!(skeleton("{ a }"), skeleton("{ b }"));
    }

    #[test]
    fn l20_nesting_counts_every_kind_of_bracket() {
        assert_eq!(count("{a(b:[[{c:1}]])}", 100).nesting, 5);
    }

    proptest! {
        #[test]
        fn l20_any_text_is_counted_without_a_panic(text in "\\PC{0,200}") {
            let seen = count(&text, 1_000);
            prop_assert!(seen.count <= text.len());
        }
    }
}
