//! One-time codes (验证码) that are sent to a telephone: who asks gets one and the same answer, at the same price, whether the number is
//! known, unknown or has had its codes for today (PRV-24).

use chrono::TimeDelta;

use super::{NAME, Phone};
use crate::audit::{Entry, Who};
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::members::Members;
use crate::roles::{Domain, Role};
use crate::sessions::{Terminal, first_office};
use crate::store::Store;
use crate::transaction::Mode;

/// How long a code counts.
pub const GOOD_FOR: TimeDelta = TimeDelta::minutes(5);

/// How many codes may be tried before the one that was sent counts no more.
pub const ATTEMPTS: i32 = 5;

/// The least time between two codes to one number.
pub const BETWEEN: TimeDelta = TimeDelta::minutes(1);

/// Codes to one number in a day.
pub const A_DAY: i32 = 5;

/// Requests from one network address in an hour; a mobile network puts many telephones behind one.
pub const SOURCE_AN_HOUR: i32 = 60;

/// Somebody who wants a code.
#[derive(Clone)]
pub struct CodeRequest {
    /// The telephone number as it was typed.
    pub phone: String,
    /// The network address.
    pub address: String,
    /// The request's id.
    pub request_id: String,
}

impl std::fmt::Debug for CodeRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeRequest").field("request_id", &self.request_id).finish_non_exhaustive()
    }
}

/// What is to be sent to whom. Kept nowhere and printed by no format.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The number.
    pub phone: String,
    /// The code.
    pub code: String,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Text(…)")
    }
}

impl Members {
    /// Makes a code for a telephone number, in place of any before it; the caller sends what is returned. Nothing is returned, and
    /// nobody may be told so, while the number has had a code a minute ago or its codes of the day.
    ///
    /// Refused: what is no number (`PHONE`), and too many requests from one address (`TOO_MANY_CODES`), whatever they name. Every
    /// request is in the trail of the first office, without the number (SEC-04).
    pub async fn request_code(&self, request: &CodeRequest) -> Result<Option<Text>> {
        let phone = Phone::parse(&request.phone)?;
        let store = self.store();
        let commons = store.commons(Mode::Write).await?;
        let admitted = admit(store, &commons, &request.address).await?;
        let code = six_digits(store);
        let sent = admitted && renew(store, &commons, &phone, &code).await?;
        commons.commit_silently().await?;
        let outcome = if sent { "sent" } else { "held back" };
        let entry = Entry::new("requestSignInCode", Domain::Sessions.as_str()).when(outcome);
        let chain = first_office(&store.commons(Mode::Look).await?).await?;
        self.record(chain, stranger(&request.address, &request.request_id), entry).await?;
        if !admitted {
            return Err(Error::invalid("TOO_MANY_CODES", "", "too many codes were asked for from this address"));
        }
        Ok(sent.then(|| Text { phone: phone.as_str().to_owned(), code }))
    }
}

/// The trail's author of what comes from a telephone that nobody has signed in with.
pub(super) fn stranger(address: &str, request_id: &str) -> Who {
    Who {
        account: None,
        name: NAME.to_owned(),
        role: Role::Resident.as_str().to_owned(),
        terminal: format!("{} {address}", Terminal::Phone),
        request_id: request_id.to_owned(),
    }
}

/// Counts a request of an address; false when it has had its requests of the hour.
async fn admit(store: &Store, commons: &Commons, address: &str) -> Result<bool> {
    let now = store.clock().now();
    let sql = "INSERT INTO sign_in_source (address_hash, begun_at, requests) VALUES ($1, $2, 1) \
               ON CONFLICT (address_hash) DO UPDATE SET \
               requests = CASE WHEN sign_in_source.begun_at <= $3 THEN 1 ELSE sign_in_source.requests + 1 END, \
               begun_at = CASE WHEN sign_in_source.begun_at <= $3 THEN $2 ELSE sign_in_source.begun_at END \
               RETURNING requests";
    let hash = store.keys().shared_hash(&format!("sign-in source {address}"));
    let rows = commons.query(sql, vec![hash.into(), now.into(), (now - TimeDelta::hours(1)).into()]).await?;
    let requests: i32 = rows.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
    Ok(requests <= SOURCE_AN_HOUR)
}

/// Puts a new code in the place of the last one; false while the number is to be left alone.
async fn renew(store: &Store, commons: &Commons, phone: &Phone, code: &str) -> Result<bool> {
    let now = store.clock().now();
    let sql = "INSERT INTO sign_in_code (phone_hash, code_hash, sent_at, expires_at, attempts, day, sent) \
               VALUES ($1, $2, $3, $4, 0, $5, 1) ON CONFLICT (phone_hash) DO UPDATE SET code_hash = $2, sent_at = $3, \
               expires_at = $4, attempts = 0, day = $5, \
               sent = CASE WHEN sign_in_code.day = $5 THEN sign_in_code.sent + 1 ELSE 1 END \
               WHERE sign_in_code.sent_at <= $6 AND (sign_in_code.day <> $5 OR sign_in_code.sent < $7)";
    let values = vec![
        store.keys().phone_hash(phone.as_str()).into(),
        hash(store, phone, code).into(),
        now.into(),
        (now + GOOD_FOR).into(),
        store.clock().today().into(),
        (now - BETWEEN).into(),
        A_DAY.into(),
    ];
    Ok(commons.execute(sql, values).await? == 1)
}

/// Counts an attempt before it is looked at, so that no number of simultaneous attempts compares more than [`ATTEMPTS`] codes;
/// whether the code is the one that was sent and still counts.
pub(super) async fn attempt(store: &Store, phone: &Phone, code: &str) -> Result<bool> {
    let commons = store.commons(Mode::Write).await?;
    let sql = "UPDATE sign_in_code SET attempts = attempts + 1 \
               WHERE phone_hash = $1 AND expires_at > $2 AND attempts < $3 RETURNING code_hash";
    let now = store.clock().now();
    let values = vec![store.keys().phone_hash(phone.as_str()).into(), now.into(), ATTEMPTS.into()];
    let rows = commons.query(sql, values).await?;
    commons.commit_silently().await?;
    let kept: Option<Vec<u8>> = rows.first().map(|row| row.try_get_by_index(0)).transpose()?;
    let typed = hash(store, phone, code.trim());
    Ok(kept.is_some_and(|kept| kept == typed))
}

/// Uses a code up; false when somebody else has just used it.
pub(super) async fn consume(store: &Store, commons: &Commons, phone: &Phone, code: &str) -> Result<bool> {
    let sql = "UPDATE sign_in_code SET expires_at = $3 WHERE phone_hash = $1 AND code_hash = $2 AND expires_at > $3";
    let values = vec![
        store.keys().phone_hash(phone.as_str()).into(),
        hash(store, phone, code.trim()).into(),
        store.clock().now().into(),
    ];
    Ok(commons.execute(sql, values).await? == 1)
}

/// A code has a million values, so a plain hash of it would be no secret: it is keyed, and bound to its number.
fn hash(store: &Store, phone: &Phone, code: &str) -> Vec<u8> {
    store.keys().shared_hash(&format!("sign-in code {} {code}", phone.as_str()))
}

fn six_digits(store: &Store) -> String {
    let number = u64::from_be_bytes(store.ids().bytes()) % 1_000_000;
    format!("{number:06}")
}
