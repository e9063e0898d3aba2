//! A landlord registers a letting: who lets what, shown by which title, with the responsibility statement signed (责任书).

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait};
use uuid::Uuid;

use super::{BuildingPart, LandlordKind, LettingKind, Rental, RentalState, RentalStep, checks::defect_row, row};
use crate::audit::Entry;
use crate::dwellings::row as dwelling_row;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{BeatId, DwellingId, PersonId, RentalFilingId, RentalId, paper_number};
use crate::keys::DataKey;
use crate::masking;
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};
use crate::telephones;
use crate::words::words;

words! {
    /// By what a landlord shows that the dwelling is his to let (权属证明).
    pub enum TitlePaper {
        /// A certificate of property (不动产权证).
        Certificate = "CERTIFICATE",
        /// A contract of sale or of a head lease (购房或承租合同).
        Contract = "CONTRACT",
        /// A residents' committee's word (居委会证明).
        CommitteeProof = "COMMITTEE_PROOF",
    }
}

/// Somebody who lets for the landlord.
#[derive(Clone, Debug)]
pub struct NewAgent {
    /// His or the company's name.
    pub name: String,
    /// His telephone number.
    pub phone: String,
}

/// A letting to be registered.
#[derive(Clone, Debug)]
pub struct NewRental {
    /// What is let.
    pub dwelling: DwellingId,
    /// Who lets.
    pub landlord_kind: LandlordKind,
    /// The landlord's name.
    pub landlord_name: String,
    /// The landlord's telephone number.
    pub landlord_phone: Option<String>,
    /// The landlord, where the precinct knows him as a person.
    pub landlord: Option<PersonId>,
    /// Who lets for him.
    pub agent: Option<NewAgent>,
    /// How it is let.
    pub letting_kind: LettingKind,
    /// First day of the lease.
    pub lease_from: Option<NaiveDate>,
    /// Last day of the lease.
    pub lease_to: Option<NaiveDate>,
    /// By what the landlord shows his title.
    pub title: TitlePaper,
    /// The day on which the responsibility statement was signed.
    pub statement_on: NaiveDate,
}

/// The paper behind a rental.
#[derive(Clone, Debug)]
pub struct RentalFiling {
    /// Which rental.
    pub rental: RentalId,
    /// The agent, masked.
    pub agent_name: Option<String>,
    /// The agent's telephone number, masked.
    pub agent_phone: Option<String>,
    /// The title shown.
    pub title: TitlePaper,
    /// The day of the responsibility statement.
    pub statement_on: NaiveDate,
    /// Who took it in.
    pub filed_by: String,
    /// The day of the deregistration.
    pub deregistered_on: Option<NaiveDate>,
}

impl TryFrom<filing_row::Model> for RentalFiling {
    type Error = Error;

    fn try_from(row: filing_row::Model) -> Result<Self> {
        Ok(Self {
            rental: RentalId(row.rental_id),
            agent_name: row.agent_name_masked,
            agent_phone: row.agent_phone_masked,
            title: row.title.parse().map_err(Error::internal)?,
            statement_on: row.statement_on,
            filed_by: row.filed_by_name,
            deregistered_on: row.deregistered_on,
        })
    }
}

impl Scope<Precinct> {
    /// Registers a letting. Refused where a defect of the structure is not mended, for dangerous buildings may not be let.
    pub async fn register_rental(&self, new: &NewRental) -> Result<Rental> {
        self.may(Domain::Rentals, Action::Manage)?;
        new.within_reason(self.store().clock().today())?;
        self.is_free_and_safe(new).await?;
        let key = self.store().data_key(self.precinct()).await?;
        let work = self.work().await?;
        let home = work.get::<dwelling_row::Entity>(new.dwelling).await?;
        self.keeps(home.beat_id.map(BeatId))?;
        let id = new.write(&work, &home, &key).await?;
        new.write_filing(&work, id, &key).await?;
        let rental = work.get::<row::Entity>(RentalId(id)).await?;
        work.emit(told(&rental).saying(RentalState::Registered));
        work.commit(Entry::new("registerRental", Domain::Rentals.as_str()).on("rental", id).rows(1)).await?;
        rental.try_into()
    }

    async fn is_free_and_safe(&self, new: &NewRental) -> Result<()> {
        use row::Column as C;
        let there = self.rows::<row::Entity>().filter(C::DwellingId.eq(new.dwelling)).look(200).await?;
        let lasts: Vec<&row::Model> =
            there.iter().filter(|rental| rental.state != RentalState::Deregistered.as_str()).collect();
        let whole = |kind: &str| kind == LettingKind::Whole.as_str();
        let collides = !lasts.is_empty() && whole(new.letting_kind.as_str());
        if collides || lasts.iter().any(|rental| whole(&rental.letting_kind)) {
            return Err(Error::Conflict("the dwelling is registered as let already"));
        }
        let ids: Vec<RentalId> = there.iter().map(|rental| RentalId(rental.id)).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let unsafe_still = self
            .rows::<defect_row::Entity>()
            .filter(among(defect_row::Column::RentalId, &ids))
            .filter(defect_row::Column::Part.eq(BuildingPart::Structure.as_str()))
            .filter(defect_row::Column::MendedOn.is_null());
        if unsafe_still.look(1).await?.is_empty() {
            return Ok(());
        }
        Err(Error::invalid("RENTAL_UNSAFE", "dwellingId", "a building whose structure is unsafe may not be let"))
    }

    /// Ends a letting for good: whoever still stays has left by then, and his stay is prompted for, not deleted (RNT-02).
    pub async fn deregister_rental(&self, id: RentalId, on: NaiveDate, seen: i32) -> Result<Rental> {
        let (work, rental) = self.changeable_rental(id, seen).await?;
        if on > self.store().clock().today() {
            return Err(Error::invalid("RENTAL_DATES", "on", "a letting ends today at the latest"));
        }
        for sql in [LEFT, REPORTS_LEFT] {
            work.execute(sql, vec![id.into(), on.into()]).await?;
        }
        work.execute(CLOSED, vec![id.into(), on.into()]).await?;
        let rental = step(&work, &rental, RentalStep::Deregister).await?;
        work.commit(Entry::new("deregisterRental", Domain::Rentals.as_str()).on("rental", id).rows(1)).await?;
        rental.try_into()
    }

    /// A rental within the asker's beats, at the version he saw, with the work that is to change it.
    pub(super) async fn changeable_rental(&self, id: RentalId, seen: i32) -> Result<(Work, row::Model)> {
        self.may(Domain::Rentals, Action::Manage)?;
        let work = self.work().await?;
        let rental = work.get::<row::Entity>(id).await?;
        self.keeps(rental.beat_id.map(BeatId))?;
        Error::unless_seen(seen, rental.version)?;
        Ok((work, rental))
    }

    /// The papers behind these rentals; those taken over from elsewhere have none.
    pub async fn rental_filings(&self, rentals: &[RentalId]) -> Result<Vec<RentalFiling>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<filing_row::Entity>().filter(among(filing_row::Column::RentalId, rentals));
        rows.list(rentals.len() as u64).await?.into_iter().map(RentalFiling::try_from).collect()
    }
}

const LEFT: &str = "UPDATE rental_tenant SET stay_to = CASE WHEN stay_from > $3 THEN stay_from ELSE $3 END \
     WHERE precinct_id = $1 AND rental_id = $2 AND stay_to IS NULL";
const REPORTS_LEFT: &str = "UPDATE tenant_report SET stay_to = CASE WHEN stay_from > $3 THEN stay_from ELSE $3 END \
     WHERE precinct_id = $1 AND rental_id = $2 AND stay_to IS NULL";
const CLOSED: &str = "UPDATE rental_filing SET deregistered_on = $3 WHERE precinct_id = $1 AND rental_id = $2";
const TALLY: &str =
    "UPDATE tally SET rentals_active = rentals_active + $3, updated_at = $4 WHERE precinct_id = $1 AND id = $2";

pub(super) fn told(rental: &row::Model) -> NewEvent {
    NewEvent::new(EventKind::RentalChanged, "rental", rental.id).version(rental.version)
}

/// Takes a step of a rental's life within a work, keeps the community's count of active ones, and tells of it.
pub(super) async fn step(work: &Work, rental: &row::Model, step: RentalStep) -> Result<row::Model> {
    let state: RentalState = rental.state.parse().map_err(Error::internal)?;
    let next = state.after(step).ok_or(Error::Conflict("the rental's state does not allow this"))?;
    let change = row::ActiveModel { state: Set(next.as_str().to_owned()), ..Default::default() };
    let active = |state| i32::from(state == RentalState::Active);
    let difference = active(next) - active(state);
    if difference != 0 {
        let now = work.scope().store().clock().now();
        let values = vec![rental.community_id.into(), difference.into(), now.into()];
        work.at_last(format!("tally {}", rental.community_id), TALLY, values);
    }
    let changed = touch(work, rental, change).await?;
    work.emit(told(&changed).saying(next));
    Ok(changed)
}

/// Changes a rental's row and counts the change.
pub(super) async fn touch(work: &Work, rental: &row::Model, mut change: row::ActiveModel) -> Result<row::Model> {
    change.id = Set(rental.id);
    change.version = Set(rental.version + 1);
    change.updated_at = Set(work.scope().store().clock().now());
    work.save(change).await?;
    work.get::<row::Entity>(RentalId(rental.id)).await
}

/// A name that is written on a paper.
pub(super) fn written_name(name: &str, field: &'static str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Error::invalid("RENTAL_NAME", field, "a name has 1 to 60 characters"));
    }
    Ok(name.to_owned())
}

impl NewRental {
    fn within_reason(&self, today: NaiveDate) -> Result<()> {
        if self.statement_on > today {
            return Err(Error::invalid("RENTAL_DATES", "statementOn", "the responsibility statement is signed first"));
        }
        match (self.lease_from, self.lease_to) {
            (Some(from), Some(to)) if to < from => {
                Err(Error::invalid("RENTAL_DATES", "leaseTo", "a lease ends no earlier than it begins"))
            }
            _ => Ok(()),
        }
    }

    async fn write(&self, work: &Work, home: &dwelling_row::Model, key: &DataKey) -> Result<Uuid> {
        let (store, id) = (work.scope().store(), work.new_id());
        let now = store.clock().now();
        let name = written_name(&self.landlord_name, "landlordName")?;
        let masked = if self.landlord_kind == LandlordKind::Person { masking::name(&name) } else { name.clone() };
        let phone = self.landlord_phone.as_deref().map(|phone| telephones::read(phone, "landlordPhone")).transpose()?;
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(paper_number("FZ", now, id)),
            dwelling_id: Set(self.dwelling.0),
            community_id: Set(home.community_id),
            beat_id: Set(home.beat_id),
            landlord_kind: Set(self.landlord_kind.as_str().to_owned()),
            landlord_name: Set(name),
            landlord_name_masked: Set(masked),
            landlord_phone_masked: Set(phone.as_deref().map(masking::phone)),
            landlord_phone_sealed: Set(phone.map(|phone| key.seal(store.ids(), phone.as_bytes())).transpose()?),
            letting_kind: Set(self.letting_kind.as_str().to_owned()),
            state: Set(RentalState::Registered.as_str().to_owned()),
            lease_from: Set(self.lease_from),
            lease_to: Set(self.lease_to),
            last_checked_on: Set(None),
            version: Set(1),
            recorded_at: Set(now),
            updated_at: Set(now),
            ..Default::default()
        })
        .await?;
        Ok(id)
    }

    async fn write_filing(&self, work: &Work, rental: Uuid, key: &DataKey) -> Result<()> {
        let (scope, id) = (work.scope(), work.new_id());
        let mut filing = filing_row::ActiveModel {
            id: Set(id),
            rental_id: Set(rental),
            landlord_id: Set(self.landlord.map(Uuid::from)),
            title: Set(self.title.as_str().to_owned()),
            statement_on: Set(self.statement_on),
            filed_by: Set(scope.member().account.map(Uuid::from)),
            filed_by_name: Set(scope.member().name.clone()),
            recorded_at: Set(scope.store().clock().now()),
            ..Default::default()
        };
        if let Some(agent) = &self.agent {
            let name = written_name(&agent.name, "agent")?;
            let phone = telephones::read(&agent.phone, "agent")?;
            filing.agent_name_masked = Set(Some(masking::name(&name)));
            filing.agent_name = Set(Some(name));
            filing.agent_phone_masked = Set(Some(masking::phone(&phone)));
            filing.agent_phone_sealed = Set(Some(key.seal(scope.store().ids(), phone.as_bytes())?));
        }
        work.add(filing).await
    }
}

owned!(filing_row, RentalFilingId);

pub(crate) mod filing_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rental_filing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rental_id: Uuid,
        pub landlord_id: Option<Uuid>,
        pub agent_name: Option<String>,
        pub agent_name_masked: Option<String>,
        pub agent_phone_sealed: Option<Vec<u8>>,
        pub agent_phone_masked: Option<String>,
        pub title: String,
        pub statement_on: Date,
        pub filed_by: Option<Uuid>,
        pub filed_by_name: String,
        pub deregistered_on: Option<Date>,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
