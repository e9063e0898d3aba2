//! A resident says who he is (自报身份). Only what the register already holds makes a link by itself: the number, the name, and the very
//! telephone that was verified (IDN-11). Everything else waits for the window, and reads the same, so that nothing tells whether a
//! person exists (PRV-24).

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait};

use super::confirmations::{BindingMethod, ConfirmationState, changed, row};
use super::{Known, Standing};
use crate::audit::Entry;
use crate::clock::younger_than;
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::ids::{AccountId, PersonId, ResidentConfirmationId};
use crate::masking;
use crate::persons::{ADULT_AGE, row as person_row};
use crate::roles::Domain;
use crate::scope::{Precinct, Scope, Work};
use crate::transaction::Mode;

/// How often in a day somebody may say who he is.
const A_DAY: u64 = 5;

/// The longest name.
const NAME: usize = 60;

/// What a resident says of himself, read and found well-formed.
struct Said<'a> {
    account: AccountId,
    known: Known,
    name: &'a str,
    number: IdNumber,
    hash: Vec<u8>,
    /// Whether this precinct is where the installation has the holder of the number, and under which entry.
    holder: Option<PersonId>,
}

impl Scope<Precinct> {
    /// Says who the resident is: linked at once, or to be confirmed at the window, and nothing in between.
    ///
    /// Refused, without a look at the register: a number that is mistyped (`IDN-01`, `GB-11643` …), no name (`LENGTH`), a sixth word
    /// of a day (`BIND_LIMIT`), and somebody who is linked already.
    pub async fn bind_myself(&self, name: &str, id_number: &str) -> Result<Standing> {
        let account = self.resident()?;
        let today = self.store().clock().today();
        let number = IdNumber::parse(id_number, today).map_err(|fault| fault.refusal("idNumber"))?;
        let name = name.trim();
        if name.is_empty() || name.chars().count() > NAME {
            return Err(Error::invalid("LENGTH", "name", format!("1 to {NAME} characters are needed here")));
        }
        self.may_bind(account).await?;
        let hash = self.store().keys().number_hash(number.as_str());
        let holder = self.holder_here(&hash).await?;
        let said = Said { account, known: self.known_resident(account).await?, name, number, hash, holder };
        self.say_who(said).await
    }

    async fn may_bind(&self, account: AccountId) -> Result<()> {
        use row::Column as C;
        if self.standing(account).await? == Standing::Linked {
            return Err(Error::Conflict("the account is linked to a record already"));
        }
        let since = self.store().clock().now() - TimeDelta::days(1);
        let said = self.rows::<row::Entity>().filter(C::AccountId.eq(account.0)).filter(C::RequestedAt.gt(since));
        if said.count().await? >= A_DAY {
            return Err(Error::invalid("BIND_LIMIT", "", "no more than five times a day; come to the window"));
        }
        Ok(())
    }

    /// The entry of whoever holds the number, if it is this precinct's.
    async fn holder_here(&self, hash: &[u8]) -> Result<Option<PersonId>> {
        let commons = self.store().commons(Mode::Look).await?;
        let sql = "SELECT person_id FROM identity WHERE number_hash = $1 AND precinct_id = $2";
        let rows = commons.query(sql, vec![hash.to_vec().into(), self.precinct().into()]).await?;
        rows.first().map(|row| Ok(PersonId(row.try_get_by_index(0)?))).transpose()
    }

    /// The same statements whatever the register holds.
    async fn say_who(&self, said: Said<'_>) -> Result<Standing> {
        let key = self.store().data_key(self.precinct()).await?;
        let work = self.work().await?;
        work.execute(REPLACE, vec![said.account.into()]).await?;
        let person = work.find::<person_row::Entity>(person_row::Column::NumberHash.eq(said.hash.clone())).await?;
        let person = person.filter(|person| self.is_plainly(&said, person)).map(|person| PersonId(person.id));
        let person = not_taken(&work, person).await?;
        let (id, now) = (ResidentConfirmationId(work.new_id()), self.store().clock().now());
        let state = if person.is_some() { ConfirmationState::Confirmed } else { ConfirmationState::Pending };
        let seal = |text: &str| key.seal(self.store().ids(), text.as_bytes());
        work.add(row::ActiveModel {
            id: Set(id.0),
            number: Set(format!("{:020}", now.timestamp_micros())),
            account_id: Set(said.account.0),
            phone_masked: Set(said.known.phone_masked.clone()),
            name_sealed: Set(seal(said.name)?),
            name_masked: Set(masking::name(said.name)),
            number_sealed: Set(seal(said.number.as_str())?),
            number_hash: Set(said.hash.clone()),
            number_masked: Set(masking::id_number(said.number.as_str())),
            state: Set(state.as_str().to_owned()),
            method: Set(person.map(|_| BindingMethod::PhoneOnRecord.as_str().to_owned())),
            person_id: Set(person.map(|person| person.0)),
            requested_at: Set(now),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        work.emit(changed(id, 1, state));
        let entry = Entry::new("bindMyself", Domain::Residents.as_str()).on("resident_confirmation", id);
        work.commit(entry.when(state.as_str()).rows(1)).await?;
        Ok(if person.is_some() { Standing::Linked } else { Standing::ToBeConfirmed })
    }

    /// Whether the register alone proves it. A minor comes to the window with a guardian (PRV-06), and so does whoever's processing
    /// is restricted (PRV-17).
    fn is_plainly(&self, said: &Said<'_>, person: &person_row::Model) -> bool {
        let today = self.store().clock().today();
        said.holder == Some(PersonId(person.id))
            && person.name == said.name
            && person.phone_hash.as_ref() == Some(&said.known.phone_hash)
            && person.death_on.is_none()
            && !person.restricted
            && !younger_than(person.birth_date, ADULT_AGE, today)
    }
}

const REPLACE: &str = "UPDATE resident_confirmation SET state = 'REPLACED', version = version + 1 \
     WHERE precinct_id = $1 AND account_id = $2 AND state = 'PENDING'";

/// The person, unless another account is linked to the same record: then the window looks.
async fn not_taken(work: &Work, person: Option<PersonId>) -> Result<Option<PersonId>> {
    use row::Column as C;
    // Asked for nobody too, so that the number of statements tells nothing.
    let asked = C::PersonId.eq(person.unwrap_or(PersonId(uuid::Uuid::nil())).0);
    let linked = C::State.eq(ConfirmationState::Confirmed.as_str());
    let other = work.find::<row::Entity>(sea_orm::Condition::all().add(asked).add(linked)).await?;
    Ok(person.filter(|_| other.is_none()))
}
