//! Secrets of sessions and tokens: 32 random bytes, shown once, kept only as their SHA-256.
//!
//! A plain hash is enough, because nobody guesses 256 bits; the slow hash of `passwords.rs` is for what people invent.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// Begins every API token, so that a leaked one is recognised by scanners and by people.
pub const TOKEN_PREFIX: &str = "huji_";

/// Characters of 32 bytes in base64url without padding.
const ENCODED: usize = 43;

/// What is kept of a secret, and by what it is found: the SHA-256 of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest as it is stored.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Digest {
    fn from(stored: [u8; 32]) -> Self {
        Self(stored)
    }
}

/// A fresh secret; its text leaves by [`Secret::reveal`] and by no format.
pub struct Secret(String);

impl Secret {
    /// The secret of a session, from randomness handed in.
    pub fn session(random: [u8; 32]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(random))
    }

    /// The secret of an API token, from randomness handed in.
    pub fn token(random: [u8; 32]) -> Self {
        Self(format!("{TOKEN_PREFIX}{}", URL_SAFE_NO_PAD.encode(random)))
    }

    /// What to keep.
    pub fn digest(&self) -> Digest {
        of_text(&self.0)
    }

    /// The text, to hand over once.
    pub fn reveal(self) -> String {
        self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The digest of a session's secret as it came from outside; `None` if it cannot be one, so that no statement is run for it.
pub fn session_digest(presented: &str) -> Option<Digest> {
    well_formed(presented).then(|| of_text(presented))
}

/// The digest of an API token as it came from outside; `None` if it cannot be one, so that no statement is run for it.
pub fn token_digest(presented: &str) -> Option<Digest> {
    presented.strip_prefix(TOKEN_PREFIX).is_some_and(well_formed).then(|| of_text(presented))
}

fn well_formed(encoded: &str) -> bool {
    encoded.len() == ENCODED && URL_SAFE_NO_PAD.decode(encoded).is_ok()
}

fn of_text(text: &str) -> Digest {
    Digest(Sha256::digest(text.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_a_secret_has_no_digest() {
        let token = Secret::token([9; 32]).reveal();
        for wrong in
            ["", "huji_", "Bearer x", &token[1..], &token[..47], &format!("{token}A"), &token.replace('_', "-")]
        {
            assert_eq!(token_digest(wrong), None, "{wrong}");
        }
        assert_eq!(session_digest(&token), None);
        assert_eq!(session_digest("你好".repeat(7).as_str()), None);
    }

    #[test]
    fn prv_23_no_format_shows_a_secret() {
        assert_eq!(format!("{:?}", Secret::token([9; 32])), "Secret(…)");
    }

    proptest! {
        #[test]
        fn a_secret_is_found_by_its_own_digest_only(one: [u8; 32], other: [u8; 32]) {
            let digest = Secret::token(one).digest();
            let text = Secret::token(one).reveal();
            prop_assert_eq!(text.len(), TOKEN_PREFIX.len() + ENCODED);
            prop_assert_eq!(token_digest(&text), Some(digest));
            prop_assert_eq!(one == other, Secret::token(other).digest() == digest);
            prop_assert_ne!(Secret::session(one).digest(), digest);
        }

        #[test]
        fn a_session_is_found_by_its_own_digest(random: [u8; 32]) {
            let digest = Secret::session(random).digest();
            prop_assert_eq!(session_digest(&Secret::session(random).reveal()), Some(digest));
        }
    }
}
