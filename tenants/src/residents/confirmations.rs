//! The window's queue of residents who said who they are (居民身份核对): the registrar checks the person before him by a method, types the
//! number from the document again, and only then is the record linked (IDN-11).

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};

use super::Standing;
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::id_number::IdNumber;
use crate::ids::{AccountId, PersonId, ResidentConfirmationId};
use crate::page::{Page, Paging};
use crate::persons::row as person_row;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, Work, owned};
use crate::words::words;

words! {
    /// Where a resident's word on who he is stands (核对状态).
    pub enum ConfirmationState {
        /// The window is to look at it (待核实).
        Pending = "PENDING",
        /// The record is linked (已核实).
        Confirmed = "CONFIRMED",
        /// The window did not confirm it (未通过).
        Refused = "REFUSED",
        /// He said it anew (已重报).
        Replaced = "REPLACED",
    }
}

words! {
    /// How it was checked who somebody is (核对方式); no feature of a body is kept.
    pub enum BindingMethod {
        /// Name, number and the verified telephone are those of the register (登记手机号一致); never by hand.
        PhoneOnRecord = "PHONE_ON_RECORD",
        /// The identity card was looked at (查验身份证).
        IdCard = "ID_CARD",
        /// The identity card was read by a machine (读卡).
        CardReader = "CARD_READER",
        /// The person was compared with the photo, by eye (人证比对).
        PhotoComparison = "PHOTO_COMPARISON",
    }
}

/// A resident's word on who he is, masked.
#[derive(Clone, Debug)]
pub struct ResidentConfirmation {
    /// Its id.
    pub id: ResidentConfirmationId,
    /// The order in which it came.
    pub number: String,
    /// The telephone he signed in with, masked.
    pub phone: String,
    /// The name he gave, masked.
    pub name: String,
    /// The number he gave, masked.
    pub id_number: String,
    /// Where it stands.
    pub state: ConfirmationState,
    /// How it was checked.
    pub method: Option<BindingMethod>,
    /// The record that is linked.
    pub person: Option<PersonId>,
    /// When he said it.
    pub requested_at: DateTime<Utc>,
    /// Who decided at the window.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Counts changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for ResidentConfirmation {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: ResidentConfirmationId(row.id),
            number: row.number,
            phone: row.phone_masked,
            name: row.name_masked,
            id_number: row.number_masked,
            state: row.state.parse().map_err(Error::internal)?,
            method: row.method.as_deref().map(str::parse).transpose().map_err(Error::internal)?,
            person: row.person_id.map(PersonId),
            requested_at: row.requested_at,
            decided_by: row.decided_by_name,
            decided_at: row.decided_at,
            version: row.version,
        })
    }
}

/// What the window found.
#[derive(Clone)]
pub struct ConfirmResident {
    /// Of whom.
    pub id: ResidentConfirmationId,
    /// The version seen.
    pub expected_version: i32,
    /// Whether it is he.
    pub confirm: bool,
    /// How it was checked.
    pub method: BindingMethod,
    /// The number, read from the document and typed again; needed to confirm.
    pub id_number: Option<String>,
}

impl std::fmt::Debug for ConfirmResident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConfirmResident").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Scope<Precinct> {
    /// A page of the queue, in the order in which they came.
    pub async fn resident_confirmations(
        &self,
        state: Option<ConfirmationState>,
        paging: &Paging,
    ) -> Result<Page<ResidentConfirmation>> {
        self.may(Domain::Residents, Action::List)?;
        let page = self.confirmation_rows(state).page(row::Column::Number, paging).await?;
        let items: Vec<ResidentConfirmation> =
            page.items.into_iter().map(ResidentConfirmation::try_from).collect::<Result<_>>()?;
        let shown = items.iter().filter_map(|item| item.person).map(|person| person.0).collect();
        self.note(
            self.precinct(),
            Entry::new("residentConfirmations", Domain::Residents.as_str()).showing(shown).rows(items.len()),
        );
        Ok(Page { items, more: page.more })
    }

    /// How many there are in a state.
    pub async fn count_resident_confirmations(&self, state: Option<ConfirmationState>) -> Result<u64> {
        self.may(Domain::Residents, Action::List)?;
        self.confirmation_rows(state).count().await
    }

    fn confirmation_rows(&self, state: Option<ConfirmationState>) -> Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter_some(state, |state| row::Column::State.eq(state.as_str()))
    }

    /// One of them.
    pub async fn resident_confirmation(&self, id: ResidentConfirmationId) -> Result<ResidentConfirmation> {
        self.may(Domain::Residents, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Confirms who a resident is, or does not. A refusal is noted (SEC-04).
    ///
    /// Refused: a method that is not the window's (`CHECK_METHOD`), a number that is not the one he gave (`IDN-11`), a number and name that
    /// no entry here has (`NOT_REGISTERED`), a record that is linked to another account.
    pub async fn confirm_resident(&self, confirm: &ConfirmResident) -> Result<ResidentConfirmation> {
        self.try_confirm_resident(confirm).await.inspect_err(|error| {
            let entry =
                Entry::new("confirmResident", Domain::Residents.as_str()).on("resident_confirmation", confirm.id);
            self.note(self.precinct(), entry.when(confirm.method.as_str()).ended(Outcome::of(error)));
        })
    }

    async fn try_confirm_resident(&self, confirm: &ConfirmResident) -> Result<ResidentConfirmation> {
        self.may(Domain::Residents, Action::Manage)?;
        let decider = self.member().account.ok_or(Error::Denied)?;
        if confirm.method == BindingMethod::PhoneOnRecord {
            return Err(Error::invalid("CHECK_METHOD", "method", "at the window the person is checked by a document"));
        }
        let hash = if confirm.confirm { Some(self.number_typed_again(confirm)?) } else { None };
        let work = self.work().await?;
        let said = work.get::<row::Entity>(confirm.id).await?;
        Error::unless_seen(confirm.expected_version, said.version)?;
        if said.state != ConfirmationState::Pending.as_str() {
            return Err(Error::Conflict("it is decided already"));
        }
        let person = match hash {
            Some(hash) => Some(self.second_look(&work, &said, hash).await?),
            None => None,
        };
        let state = if person.is_some() { ConfirmationState::Confirmed } else { ConfirmationState::Refused };
        work.save(row::ActiveModel {
            id: Set(said.id),
            state: Set(state.as_str().to_owned()),
            method: Set(Some(confirm.method.as_str().to_owned())),
            person_id: Set(person.map(|person| person.0)),
            decided_by: Set(Some(decider.0)),
            decided_by_name: Set(Some(self.member().name.clone())),
            decided_at: Set(Some(self.store().clock().now())),
            version: Set(said.version + 1),
            ..Default::default()
        })
        .await?;
        let decided = work.get::<row::Entity>(confirm.id).await?;
        work.emit(changed(confirm.id, decided.version, state));
        let entry = Entry::new("confirmResident", Domain::Residents.as_str()).on("resident_confirmation", confirm.id);
        let entry = entry.when(format!("{state} {}", confirm.method)).showing(person.iter().map(|id| id.0).collect());
        work.commit(entry.rows(1)).await?;
        decided.try_into()
    }

    fn number_typed_again(&self, confirm: &ConfirmResident) -> Result<Vec<u8>> {
        let typed = confirm.id_number.as_deref().unwrap_or_default();
        let number = IdNumber::parse(typed, self.store().clock().today()).map_err(|fault| fault.refusal("idNumber"))?;
        Ok(self.store().keys().number_hash(number.as_str()))
    }

    /// The entry that the number on the document and the name he gave lead to, once both are looked at again.
    async fn second_look(&self, work: &Work, said: &row::Model, hash: Vec<u8>) -> Result<PersonId> {
        if hash != said.number_hash {
            return Err(Error::invalid("IDN-11", "idNumber", "the document has another number than the one he gave"));
        }
        let key = self.store().data_key(self.precinct()).await?;
        let name = key.open_text(&said.name_sealed)?;
        let found = work.find::<person_row::Entity>(person_row::Column::NumberHash.eq(hash)).await?;
        let found = found.filter(|person| person.name == name && person.death_on.is_none());
        let none = || {
            Error::invalid(
                "NOT_REGISTERED",
                "idNumber",
                "no living person is registered here with this number and name",
            )
        };
        let person = PersonId(found.ok_or_else(none)?.id);
        let linked = Condition::all().add(row::Column::State.eq(ConfirmationState::Confirmed.as_str())).add(
            Condition::any().add(row::Column::PersonId.eq(person.0)).add(row::Column::AccountId.eq(said.account_id)),
        );
        if work.find::<row::Entity>(linked).await?.is_some() {
            return Err(Error::Conflict("the record or the account is linked already"));
        }
        Ok(person)
    }

    /// How far it is known who the resident of an account is.
    pub(super) async fn standing(&self, account: AccountId) -> Result<Standing> {
        let states = [ConfirmationState::Confirmed, ConfirmationState::Pending].map(ConfirmationState::as_str);
        let rows = self.rows::<row::Entity>().filter(row::Column::AccountId.eq(account.0));
        let rows = rows.filter(row::Column::State.is_in(states)).list(2).await?;
        let has = |state: ConfirmationState| rows.iter().any(|row| row.state == state.as_str());
        Ok(match (has(ConfirmationState::Confirmed), has(ConfirmationState::Pending)) {
            (true, _) => Standing::Linked,
            (false, true) => Standing::ToBeConfirmed,
            (false, false) => Standing::Unknown,
        })
    }

    /// The record that is linked to the account, and how it was checked.
    pub(crate) async fn link_of(&self, account: AccountId) -> Result<Option<(PersonId, BindingMethod)>> {
        let rows = self.rows::<row::Entity>().filter(row::Column::AccountId.eq(account.0));
        let linked = rows.filter(row::Column::State.eq(ConfirmationState::Confirmed.as_str())).one().await?;
        let Some(linked) = linked else { return Ok(None) };
        let method = linked.method.as_deref().unwrap_or_default().parse().map_err(Error::internal)?;
        Ok(linked.person_id.map(|person| (PersonId(person), method)))
    }
}

/// What is heard of it.
pub(super) fn changed(id: ResidentConfirmationId, version: i32, state: ConfirmationState) -> NewEvent {
    NewEvent::new(EventKind::ResidentConfirmationChanged, "resident_confirmation", id).version(version).saying(state)
}

owned!(row, ResidentConfirmationId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "resident_confirmation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub account_id: Uuid,
        pub phone_masked: String,
        pub name_sealed: Vec<u8>,
        pub name_masked: String,
        pub number_sealed: Vec<u8>,
        pub number_hash: Vec<u8>,
        pub number_masked: String,
        pub state: String,
        pub method: Option<String>,
        pub person_id: Option<Uuid>,
        pub requested_at: DateTimeUtc,
        pub decided_by: Option<Uuid>,
        pub decided_by_name: Option<String>,
        pub decided_at: Option<DateTimeUtc>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
