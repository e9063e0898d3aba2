//! Signed links: the address of one file for one account, for one thing to be done with it, for some minutes (L22).
//!
//! A link says nothing to whoever reads it and cannot be changed into another: what it says is authenticated under a key
//! derived from the master key. It opens nothing by itself, for its account must present itself as well, and its rights
//! are asked anew.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::ids::{AccountId, PrecinctId};
use crate::keys::Keys;
use crate::purposes::Purpose;
use crate::scope::{Precinct, Scope};
use crate::store::Store;

/// How long a file may be opened by a link.
const OPENING: TimeDelta = TimeDelta::minutes(5);
/// How long an upload may take; it goes on by a new link after that.
const UPLOAD: TimeDelta = TimeDelta::hours(1);

const SAID: usize = 1 + 3 * 16 + 2 * 8 + 1;
const TAG: usize = 32;

/// What may be done by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Send a document's content.
    Upload = 1,
    /// Open a document.
    Content = 2,
    /// Open a document's small picture.
    Preview = 3,
    /// Open a certificate.
    Certificate = 4,
}

impl Verb {
    fn of(byte: u8) -> Option<Self> {
        [Self::Upload, Self::Content, Self::Preview, Self::Certificate].into_iter().find(|verb| *verb as u8 == byte)
    }
}

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What may be done.
    pub verb: Verb,
    /// Whose file it is.
    pub precinct: PrecinctId,
    /// Which document or certificate.
    pub row: Uuid,
    /// By whom.
    pub account: AccountId,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// How many bytes at most.
    pub most: u64,
    /// What for.
    pub purpose: Purpose,
}

impl Link {
    /// A link for the asker, from now on.
    pub(crate) fn new(scope: &Scope<Precinct>, verb: Verb, row: Uuid, most: u64, purpose: Purpose) -> Result<Self> {
        let account = scope.member().account.ok_or(Error::Denied)?;
        let lasts = if verb == Verb::Upload { UPLOAD } else { OPENING };
        let expires_at = scope.store().clock().now() + lasts;
        Ok(Self { verb, precinct: scope.precinct(), row, account, expires_at, most, purpose })
    }

    fn said(&self) -> [u8; SAID] {
        let mut said = [0; SAID];
        said[0] = self.verb as u8;
        for (place, id) in [self.precinct.0, self.row, self.account.0].iter().enumerate() {
            said[1 + 16 * place..17 + 16 * place].copy_from_slice(id.as_bytes());
        }
        said[49..57].copy_from_slice(&self.expires_at.timestamp().to_be_bytes());
        said[57..65].copy_from_slice(&self.most.to_be_bytes());
        said[65] = self.purpose as u8;
        said
    }

    /// The link as text.
    pub fn text(&self, keys: &Keys) -> String {
        let said = self.said();
        URL_SAFE_NO_PAD.encode([&said[..], &keys.sign_link(&said)].concat())
    }

    /// Reads a link; none when it is not one of ours.
    fn read(keys: &Keys, text: &str) -> Option<Self> {
        let bytes: [u8; SAID + TAG] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (said, tag) = bytes.split_at(SAID);
        if !keys.is_our_link(said, tag) {
            return None;
        }
        let id = |from: usize| Uuid::from_slice(&said[from..from + 16]).ok();
        let number = |from: usize| said[from..from + 8].try_into().ok();
        Some(Self {
            verb: Verb::of(said[0])?,
            precinct: PrecinctId(id(1)?),
            row: id(17)?,
            account: AccountId(id(33)?),
            expires_at: DateTime::from_timestamp(i64::from_be_bytes(number(49)?), 0)?,
            most: u64::from_be_bytes(number(57)?),
            purpose: Purpose::ALL.iter().copied().find(|purpose| *purpose as u8 == said[65])?,
        })
    }
}

impl Store {
    /// What a link says, presented by an account: one that is forged, or another's, is not there; one that is over says so.
    pub fn link_to(&self, text: &str, account: Option<AccountId>) -> Result<Link> {
        let link = Link::read(self.keys(), text).filter(|link| Some(link.account) == account).ok_or(Error::NotFound)?;
        if link.expires_at <= self.clock().now() {
            return Err(Error::invalid("LINK_EXPIRED", "", "this link is over; ask for a new one"));
        }
        Ok(link)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Ids;
    use crate::keys::MasterKey;

    fn keys(seed: u64) -> Keys {
        Keys::new(&MasterKey::generate(&Ids::seeded(seed))).unwrap()
    }

    fn keys_of_another() -> Keys {
        keys(2)
    }

    fn link(row: u128, most: u64) -> Link {
        Link {
            verb: Verb::Content,
            precinct: PrecinctId(Uuid::from_u128(1)),
            row: Uuid::from_u128(row),
            account: AccountId(Uuid::from_u128(3)),
            expires_at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            most,
            purpose: Purpose::Verification,
        }
    }

    proptest! {
        #[test]
        fn l22_a_link_says_what_it_was_made_of(row: u128, most: u64) {
            let keys = keys(1);
            prop_assert_eq!(Link::read(&keys, &link(row, most).text(&keys)), Some(link(row, most)));
            prop_assert_eq!(Link::read(&keys_of_another(), &link(row, most).text(&keys)), None);
        }

        #[test]
        fn l22_a_changed_link_says_nothing(at in 0..SAID + TAG, flip in 1u8..=255) {
            let keys = keys(1);
            let mut bytes = URL_SAFE_NO_PAD.decode(link(7, 7).text(&keys)).unwrap();
            bytes[at] ^= flip;
            prop_assert_eq!(Link::read(&keys, &URL_SAFE_NO_PAD.encode(bytes)), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text in ".{0,200}") {
            prop_assert_eq!(Link::read(&keys(1), &text), None);
        }
    }
}
