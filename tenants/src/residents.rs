//! Residents (居民) on their own telephones (光谷微警务): signing in by a code, saying who they are, and reading what the register has
//! about themselves.
//!
//! The role of a resident is granted nothing in any table of rights. What is here asks for the account's own matters instead, and no
//! argument of it can name anybody else: whose record it is follows from the account alone, by a link that the register confirms
//! (IDN-11: a number that is typed well proves typing, not identity).

mod binding;
mod codes;
mod confirmations;
mod notices;
mod own;
mod phone;
mod sign_in;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::AccountId;
use crate::members::Kind;
use crate::roles::Role;
use crate::scope::{Precinct, Scope};
use crate::store::Store;
use crate::transaction::Mode;
use crate::words::words;

pub use codes::{A_DAY, ATTEMPTS, BETWEEN, CodeRequest, GOOD_FOR, SOURCE_AN_HOUR, Text};
pub use confirmations::{BindingMethod, ConfirmResident, ConfirmationState, ResidentConfirmation};
pub use notices::Notice;
pub use own::{HouseholdMember, MyMembership, MyName, MyPerson, Seen};
pub use phone::Phone;
pub use sign_in::{PhoneRefusal, PhoneSignIn, Station};

/// The name of every resident in sessions and in the trail: who he is, only the sealed record says.
pub(crate) const NAME: &str = "居民";

words! {
    /// How far it is known who a resident is (身份核对状态).
    pub enum Standing as ResidentStanding {
        /// He has not said who he is (未申报).
        Unknown = "UNKNOWN",
        /// He has said it, and the window is to confirm it (待窗口核实).
        ToBeConfirmed = "TO_BE_CONFIRMED",
        /// His record in the register is linked to his account (已核实).
        Linked = "LINKED",
    }
}

/// A resident's own account.
#[derive(Clone, Debug)]
pub struct Me {
    /// The telephone number, masked.
    pub phone: String,
    /// How far it is known who he is.
    pub standing: Standing,
    /// The version of the notice that was accepted (PRV-28).
    pub notice_version: i32,
    /// When.
    pub notice_accepted_at: DateTime<Utc>,
}

/// What is kept of a resident beside the account.
pub(crate) struct Known {
    pub(crate) phone_hash: Vec<u8>,
    phone_sealed: Vec<u8>,
    pub(crate) phone_masked: String,
    notice_version: i32,
    notice_accepted_at: DateTime<Utc>,
}

impl Known {
    /// The telephone number, in clear: for what the resident himself files.
    pub(crate) fn phone(&self, store: &Store) -> Result<String> {
        String::from_utf8(store.keys().open_common(&self.phone_sealed)?).map_err(Error::internal)
    }
}

impl Scope<Precinct> {
    /// The account of the resident who asks; anybody else is refused, a machine that holds such a posting too.
    pub(crate) fn resident(&self) -> Result<AccountId> {
        let member = self.member();
        match (member.role, &member.kind, member.account) {
            (Role::Resident, Kind::Session { .. }, Some(account)) => Ok(account),
            _ => Err(Error::Denied),
        }
    }

    /// The resident's own account.
    pub async fn me(&self) -> Result<Me> {
        let account = self.resident()?;
        let known = self.known_resident(account).await?;
        Ok(Me {
            phone: known.phone_masked,
            standing: self.standing(account).await?,
            notice_version: known.notice_version,
            notice_accepted_at: known.notice_accepted_at,
        })
    }

    /// What is kept of the resident.
    pub(crate) async fn known_resident(&self, account: AccountId) -> Result<Known> {
        let commons = self.store().commons(Mode::Look).await?;
        known(&commons, account).await?.ok_or(Error::NotFound)
    }
}

async fn known(commons: &Commons, account: AccountId) -> Result<Option<Known>> {
    let sql = "SELECT phone_hash, phone_masked, notice_version, notice_accepted_at, phone_sealed FROM resident \
               WHERE account_id = $1 AND state = 'ACTIVE'";
    let rows = commons.query(sql, vec![account.into()]).await?;
    let known = |row: &sea_orm::QueryResult| -> Result<Known> {
        Ok(Known {
            phone_hash: row.try_get_by_index(0)?,
            phone_masked: row.try_get_by_index(1)?,
            notice_version: row.try_get_by_index(2)?,
            notice_accepted_at: row.try_get_by_index(3)?,
            phone_sealed: row.try_get_by_index(4)?,
        })
    };
    rows.first().map(known).transpose()
}

/// The account of a telephone number, whatever its state.
pub(crate) async fn of_phone(commons: &Commons, phone: &[u8]) -> Result<Option<(AccountId, i32)>> {
    let sql = "SELECT account_id, notice_version FROM resident WHERE phone_hash = $1 AND state = 'ACTIVE'";
    let rows = commons.query(sql, vec![phone.to_vec().into()]).await?;
    let found = |row: &sea_orm::QueryResult| -> Result<_> {
        Ok((AccountId(row.try_get_by_index::<Uuid>(0)?), row.try_get_by_index(1)?))
    };
    rows.first().map(found).transpose()
}
