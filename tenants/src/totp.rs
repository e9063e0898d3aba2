//! The second factor: time-based one-time codes (RFC 6238), six digits, a step of 30 seconds, each step accepted once (SEC-01).

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, SecretParseError, Totp, TotpError};

/// Seconds a code is shown for.
pub const STEP_SECONDS: i64 = 30;

/// Steps before and after the present one that are accepted, for clocks that go wrong by up to half a minute.
const SKEW: i64 = 1;

/// Bytes of a secret: the 160 bits that RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;

/// Whom the authenticator app names as the issuer.
const ISSUER: &str = "Huji";

/// What a code is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Right, and of this step; whoever accepts it must keep the step and accept no step up to it again.
    Accepted(i64),
    /// Right once, but its step was used already.
    Used,
    /// Wrong, too old, too new or not a code.
    Wrong,
}

/// Judges a code at a moment, `last` being the step accepted last, if any.
pub fn check(secret: &[u8], code: &str, now: DateTime<Utc>, last: Option<i64>) -> Verdict {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let present = now.timestamp().div_euclid(STEP_SECONDS);
    let matching = (present - SKEW..=present + SKEW).filter(|&step| matches(secret, &code, step));
    match matching.max() {
        Some(step) if last.is_none_or(|last| step > last) => Verdict::Accepted(step),
        Some(_) => Verdict::Used,
        None => Verdict::Wrong,
    }
}

/// The code an authenticator app shows at the moment; for tests and for the demonstration's accounts.
pub fn code(secret: &[u8], now: DateTime<Utc>) -> String {
    generator(secret).generate(u64::try_from(now.timestamp()).unwrap_or(0)).to_string()
}

/// What is handed over once for enrolment, and kept nowhere in clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret in base32, to type into an authenticator app.
    pub secret: String,
    /// The `otpauth://` address, to show as a QR code.
    pub url: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment(…)")
    }
}

impl Enrolment {
    /// The code an authenticator app so enrolled shows at the moment.
    pub fn code(&self, now: DateTime<Utc>) -> Result<String, SecretParseError> {
        Ok(code(Secret::try_from_base32(&self.secret)?.as_bytes(), now))
    }
}

/// The enrolment of an account's secret.
pub fn enrolment(secret: [u8; SECRET_BYTES], login: &str) -> Result<Enrolment, TotpError> {
    let totp = Builder::new()
        .with_secret(Secret::new_stack(secret))
        .with_account_name(login)
        .with_issuer(Some(ISSUER))
        .build()?;
    Ok(Enrolment { secret: totp.secret().to_base32(), url: totp.to_url()? })
}

fn matches(secret: &[u8], code: &str, step: i64) -> bool {
    u64::try_from(step * STEP_SECONDS).is_ok_and(|time| generator(secret).check(code, time).is_some())
}

/// Looks at one step at a time: the window is ours, because an already used step must not hide a later one.
fn generator(secret: &[u8]) -> Totp {
    Builder::new().with_secret(Secret::new(secret.into())).with_skew(0).build_noncompliant()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            assert_eq!(super::code(SECRET, at(seconds)), code);
            assert_eq!(check(SECRET, code, at(seconds), None), Verdict::Accepted(seconds / STEP_SECONDS));
        }
    }

    #[test]
    fn a_code_may_be_typed_with_a_space_and_nothing_else() {
        assert_eq!(check(SECRET, "287 082", at(59), None), Verdict::Accepted(1));
        for wrong in ["", "28708", "2870820", "+87082", "２８７０８２", "28708a"] {
            assert_eq!(check(SECRET, wrong, at(59), None), Verdict::Wrong, "{wrong}");
        }
    }

    #[test]
    fn sec_01_a_step_is_accepted_once() {
        assert_eq!(check(SECRET, "287082", at(59), Some(0)), Verdict::Accepted(1));
        assert_eq!(check(SECRET, "287082", at(59), Some(1)), Verdict::Used);
        assert_eq!(check(SECRET, "287082", at(61), Some(2)), Verdict::Used);
    }

    #[test]
    fn the_enrolment_is_what_an_app_reads_and_what_no_log_shows() {
        let enrolment = enrolment(*b"12345678901234567890", "zhang.wenjing").unwrap();
        assert_eq!(enrolment.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(
            enrolment.url,
            "otpauth://totp/Huji:zhang.wenjing?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Huji"
        );
        assert_eq!(enrolment.code(at(59)).unwrap(), "287082");
        assert!(!format!("{enrolment:?}").contains("GEZD"));
    }

    proptest! {
        #[test]
        fn sec_01_a_code_is_good_for_its_step_and_one_either_side(
            secret: [u8; SECRET_BYTES], seconds in 3_000_i64..4_000_000_000, drift in -10_i64..=10,
        ) {
            let shown = at(seconds);
            let code = code(&secret, shown);
            let verdict = check(&secret, &code, shown + TimeDelta::seconds(drift * STEP_SECONDS), None);
            // A code of another step is right by chance once in a million; the step tells which one matched.
            match verdict {
                Verdict::Accepted(step) if step == seconds / STEP_SECONDS => prop_assert!(drift.abs() <= SKEW),
                Verdict::Accepted(_) => {}
                _ => prop_assert!(drift.abs() > SKEW),
            }
        }

        #[test]
        fn sec_01_an_accepted_step_is_later_than_the_last(
            secret: [u8; SECRET_BYTES], seconds in 3_000_i64..4_000_000_000, last in 0_i64..140_000_000,
        ) {
            let now = at(seconds);
            if let Verdict::Accepted(step) = check(&secret, &code(&secret, now), now, Some(last)) {
                prop_assert!(step > last);
            }
        }
    }
}
