//! Passwords: argon2id at rest, a policy about length and not about punctuation, and the same cost for logins that do not exist.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};

/// The fewest characters a password may have.
pub const SHORTEST: usize = 12;

/// The most characters a password may have; what is longer is an attempt to keep us busy.
pub const LONGEST: usize = 128;

/// The fewest different characters among them: `aaaaaaaaaaaa` is long, and the first guess.
const FEWEST_DIFFERENT: usize = 5;

/// A name shorter than this occurs in words by chance.
const SHORTEST_NAME: usize = 2;

/// Letters and digits without vowels and look-alikes, so that a generated password is read out without a mistake.
const ALPHABET: &[u8; 32] = b"bcdfghjkmnpqrstvwxyz23456789BCDF";

/// 19 MiB, two passes, one lane: the recommendation of OWASP for argon2id.
const PARAMS: Params = match Params::new(19 * 1024, 2, 1, None) {
    Ok(params) => params,
    Err(_) => panic!("19 MiB, 2 passes, 1 lane are valid parameters"),
};

/// Stands in for the salt of an account that does not exist.
const NOBODY: &[u8; 16] = b"no such account!";

/// Why a password is not acceptable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// More than [`LONGEST`] characters.
    #[error("a password has at most {LONGEST} characters")]
    TooLong,
    /// Hardly any different characters.
    #[error("a password has at least {FEWEST_DIFFERENT} different characters")]
    Monotonous,
    /// Contains the login or the name of its holder, forwards or backwards.
    #[error("a password does not contain the login or the name of its holder")]
    Personal,
}

impl Weakness {
    /// The stable code of the refusal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "PASSWORD_TOO_SHORT",
            Self::TooLong => "PASSWORD_TOO_LONG",
            Self::Monotonous => "PASSWORD_MONOTONOUS",
            Self::Personal => "PASSWORD_PERSONAL",
        }
    }
}

/// Whether the password may be taken by the account of this login and name.
pub fn check(password: &str, login: &str, name: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::TooShort);
    }
    if length > LONGEST {
        return Err(Weakness::TooLong);
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < FEWEST_DIFFERENT {
        return Err(Weakness::Monotonous);
    }
    if [login, name].into_iter().any(|word| contains(password, word)) {
        return Err(Weakness::Personal);
    }
    Ok(())
}

/// Whether the word is in the password, whatever the case, the direction and the punctuation between.
fn contains(password: &str, word: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let (password, word) = (plain(password), plain(word));
    let backwards: String = word.chars().rev().collect();
    word.chars().count() >= SHORTEST_NAME && (password.contains(&word) || password.contains(&backwards))
}

/// The PHC string to keep for the password, e.g. `$argon2id$v=19$m=19456,t=2,p=1$…`.
///
/// Takes about 30 ms and 19 MiB: call it on a blocking thread.
pub fn hash(password: &str, salt: [u8; 16]) -> Result<String, Unhashable> {
    let hashed = hasher().hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| Unhashable)?;
    Ok(hashed.to_string())
}

/// Whether the password is the one that was hashed; for an account that does not exist (`None`) the same work is done in vain,
/// so that the time of the answer does not tell one from the other (PRV-24).
///
/// Takes about 30 ms and 19 MiB: call it on a blocking thread.
pub fn verify(password: &str, kept: Option<&str>) -> bool {
    if let Some(kept) = kept.and_then(|kept| PasswordHash::new(kept).ok()) {
        return hasher().verify_password(password.as_bytes(), &kept).is_ok();
    }
    // The result is thrown away; only the work counts.
    let _ = hasher().hash_password_into(password.as_bytes(), NOBODY, &mut [0; 32]);
    false
}

/// An initial password of 20 characters (100 bits) from randomness handed in, in groups of five to be read out.
pub fn generate(random: [u8; 20]) -> String {
    // A byte holds the 32 letters exactly eight times over, so that each is equally likely.
    let letters: Vec<u8> = random.iter().map(|&byte| ALPHABET[usize::from(byte) % ALPHABET.len()]).collect();
    let groups: Vec<String> =
        letters.chunks(5).map(|group| group.iter().map(|&letter| char::from(letter)).collect()).collect();
    groups.join("-")
}

/// The password could not be hashed; the parameters are fixed, so only a bug or lack of memory does this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the password could not be hashed")]
pub struct Unhashable;

fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, PARAMS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_password_is_kept_as_argon2id_with_the_parameters_of_owasp() {
        let kept = hash("正确的 horse battery", [7; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify("正确的 horse battery", Some(&kept)));
        assert!(!verify("正确的 horse batterx", Some(&kept)));
    }

    #[test]
    fn nobody_and_a_broken_record_match_no_password() {
        assert!(!verify("correct horse battery", None));
        assert!(!verify("correct horse battery", Some("")));
        assert!(!verify("", Some("$argon2id$broken")));
    }

    #[test]
    fn prv_24_an_unknown_login_costs_what_a_known_one_costs() {
        let kept = hash("correct horse battery", [7; 16]).unwrap();
        // The fastest of several runs and a wide margin, so that a busy machine does not decide: no work at all is a thousand
        // times faster.
        let fastest = |kept: Option<&str>| {
            let once = |_| {
                let start = std::time::Instant::now();
                assert!(!verify("wrong horse battery", kept));
                start.elapsed()
            };
            (0..7).map(once).min().unwrap()
        };
        let (known, unknown) = (fastest(Some(&kept)), fastest(None));
        assert!(unknown * 5 > known && known * 5 > unknown, "known {known:?}, unknown {unknown:?}");
    }

    #[test]
    fn the_policy_names_what_is_wrong() {
        let check = |password: &str| check(password, "zhang.wenjing", "张文静");
        assert_eq!(check("short"), Err(Weakness::TooShort));
        assert_eq!(check(&"long 1 & ".repeat(20)), Err(Weakness::TooLong));
        assert_eq!(check("abababababab"), Err(Weakness::Monotonous));
        assert_eq!(check("my-ZhangWenjing-1"), Err(Weakness::Personal));
        assert_eq!(check("gnijnew.gnahz 2026"), Err(Weakness::Personal));
        assert_eq!(check("我是张文静,今年很忙很忙"), Err(Weakness::Personal));
        assert_eq!(check("correct horse battery"), Ok(()));
    }

    proptest! {
        #[test]
        fn a_generated_password_is_acceptable(random: [u8; 20]) {
            let password = generate(random);
            prop_assert_eq!(password.len(), 23);
            prop_assert_eq!(check(&password, "guanliyuan", "管理员"), Ok(()));
        }

        #[test]
        fn what_holds_the_login_is_refused(login in "[a-z]{3,10}", before in "[ -~]{0,20}", after in "[0-9]{12}") {
            let refused = check(&format!("{before}{login}{after}"), &login, "张文静");
            prop_assert!(matches!(refused, Err(Weakness::Personal | Weakness::Monotonous)), "{:?}", refused);
        }

        #[test]
        fn no_length_passes_below_the_shortest(password in ".{0,11}") {
            prop_assert_eq!(check(&password, "zhang.wenjing", "张文静"), Err(Weakness::TooShort));
        }
    }
}
