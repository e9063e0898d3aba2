//! Public ids: kind, precinct and row, authenticated, so that a foreign or forged one is refused before any SQL (design, IDN-10).
//!
//! `base64url(kind ‖ precinct ‖ row ‖ tag)`, 41 bytes; the tag is the first 8 bytes of a keyed SipHash-2-4-128. It keeps
//! guessing out; what a row may be seen by is decided by scope and role, never by knowing its id.

use async_graphql::ID;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use siphasher::sip128::{Hasher128, SipHasher24};
use std::hash::Hasher;
use tenants::ids::PrecinctId;
use tenants::page::Key;
use uuid::Uuid;

const BODY: usize = 33;
const TAG: usize = 8;

macro_rules! kinds {
    ($($name:ident = $byte:literal,)+) => {
        /// Which table a public id names; the byte never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is the object type of its name")]
        pub enum Kind { $($name = $byte,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            fn from_byte(byte: u8) -> Option<Self> {
                match byte { $($byte => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

kinds! {
    District = 1,
    Precinct = 2,
    Area = 3,
    Beat = 4,
    Community = 5,
    Address = 6,
    Dwelling = 7,
    Household = 8,
    Person = 9,
    Membership = 10,
    Act = 11,
    Rental = 12,
    CaseFile = 13,
    RevealApproval = 14,
    Account = 15,
    Posting = 16,
    Session = 17,
    ApiToken = 18,
    Event = 19,
    Transfer = 44,
    Stay = 70,
    ResidencePermit = 71,
    RentalTenant = 72,
    TenantReport = 73,
    RentalDefect = 75,
    Document = 60,
    Certificate = 61,
    Webhook = 90,
    Application = 40,
    ApplicationEvent = 41,
    AssistTask = 42,
    RightsRequest = 80,
    ResidentConfirmation = 81,
    Appointment = 100,
}

impl Kind {
    /// The kind of a table's rows, by the name that trail and outbox have for it.
    pub fn of_table(table: &str) -> Option<Self> {
        Some(match table {
            "household" => Self::Household,
            "person" => Self::Person,
            "act" => Self::Act,
            "rental" => Self::Rental,
            "transfer" => Self::Transfer,
            "case_file" => Self::CaseFile,
            "application" => Self::Application,
            "assist_task" => Self::AssistTask,
            "reveal_approval" => Self::RevealApproval,
            "account" => Self::Account,
            "posting" => Self::Posting,
            "session" => Self::Session,
            "api_token" => Self::ApiToken,
            "webhook" => Self::Webhook,
            "precinct" => Self::Precinct,
            "dwelling" => Self::Dwelling,
            "stay" => Self::Stay,
            "residence_permit" => Self::ResidencePermit,
            "document" => Self::Document,
            "certificate" => Self::Certificate,
            "rights_request" => Self::RightsRequest,
            "resident_confirmation" => Self::ResidentConfirmation,
            "appointment" => Self::Appointment,
            _ => return None,
        })
    }
}

/// Writes and reads public ids and cursors under one key.
#[derive(Clone, Debug)]
pub struct Seal([u8; 16]);

impl Seal {
    /// A seal under the installation's key.
    pub fn new(key: &[u8; 16]) -> Self {
        Self(*key)
    }

    fn tag(&self, bytes: &[u8]) -> [u8; TAG] {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(bytes);
        hasher.finish128().h1.to_be_bytes()
    }

    /// The public id of a row.
    pub fn id(&self, kind: Kind, precinct: PrecinctId, row: impl Into<Uuid>) -> ID {
        ID(self.text(kind, precinct, row.into()))
    }

    /// The public id of a row, as text.
    pub fn text(&self, kind: Kind, precinct: PrecinctId, row: Uuid) -> String {
        let mut bytes = [0; BODY + TAG];
        bytes[0] = kind as u8;
        bytes[1..17].copy_from_slice(precinct.0.as_bytes());
        bytes[17..BODY].copy_from_slice(row.as_bytes());
        let tag = self.tag(&bytes[..BODY]);
        bytes[BODY..].copy_from_slice(&tag);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a public id; none when it is not one of ours.
    pub fn open(&self, id: &str) -> Option<(Kind, PrecinctId, Uuid)> {
        let bytes: [u8; BODY + TAG] = URL_SAFE_NO_PAD.decode(id).ok()?.try_into().ok()?;
        if self.tag(&bytes[..BODY]) != bytes[BODY..] {
            return None;
        }
        let part = |from: usize| Uuid::from_slice(&bytes[from..from + 16]).ok();
        Some((Kind::from_byte(bytes[0])?, PrecinctId(part(1)?), part(17)?))
    }

    /// A cursor of a list: where it stood, bound to the list and its owner.
    pub fn cursor(&self, list: &str, owner: Uuid, key: &Key) -> String {
        let mut bytes = Vec::with_capacity(TAG + 16 + key.sort.len());
        bytes.extend_from_slice(&[0; TAG]);
        bytes.extend_from_slice(key.id.as_bytes());
        bytes.extend_from_slice(key.sort.as_bytes());
        let tag = self.cursor_tag(list, owner, &bytes[TAG..]);
        bytes[..TAG].copy_from_slice(&tag);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a cursor of this list and owner; none when it is another's or forged.
    pub fn open_cursor(&self, list: &str, owner: Uuid, cursor: &str) -> Option<Key> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (tag, body) = bytes.split_at_checked(TAG)?;
        if self.cursor_tag(list, owner, body) != tag {
            return None;
        }
        let (id, sort) = body.split_at_checked(16)?;
        Some(Key { id: Uuid::from_slice(id).ok()?, sort: String::from_utf8(sort.to_vec()).ok()? })
    }

    fn cursor_tag(&self, list: &str, owner: Uuid, body: &[u8]) -> [u8; TAG] {
        self.tag(&[b"cursor/", list.as_bytes(), owner.as_bytes(), body].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seal() -> Seal {
        Seal::new(b"0123456789abcdef")
    }

    proptest! {
        #[test]
        fn an_id_opens_to_what_it_was_made_of(precinct: u128, row: u128, kind in 0..Kind::ALL.len()) {
            let (kind, precinct, row) = (Kind::ALL[kind], PrecinctId(Uuid::from_u128(precinct)), Uuid::from_u128(row));
            prop_assert_eq!(seal().open(&seal().text(kind, precinct, row)), Some((kind, precinct, row)));
        }

        #[test]
        fn l6_a_changed_id_opens_to_nothing(row: u128, at in 0..BODY + TAG, flip in 1u8..=255) {
            let id = seal().text(Kind::Person, PrecinctId(Uuid::from_u128(1)), Uuid::from_u128(row));
            let mut bytes = URL_SAFE_NO_PAD.decode(&id).unwrap();
            bytes[at] ^= flip;
            prop_assert_eq!(seal().open(&URL_SAFE_NO_PAD.encode(bytes)), None);
        }

        #[test]
        fn l9_a_cursor_opens_only_for_its_list_and_owner(sort in ".{0,40}", id: u128) {
            let (owner, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
            let key = Key { sort, id: Uuid::from_u128(id) };
            let cursor = seal().cursor("households", owner, &key);
            prop_assert_eq!(seal().open_cursor("households", owner, &cursor), Some(key));
            prop_assert_eq!(seal().open_cursor("households", other, &cursor), None);
            prop_assert_eq!(seal().open_cursor("rentals", owner, &cursor), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text in ".{0,80}") {
            prop_assert_eq!(seal().open(&text), None);
        }
    }
}
