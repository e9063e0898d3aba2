//! Persons (人口) as a precinct's register has them: masked on the way out, revealed only for a purpose (§2.5, §5.2).

mod approvals;
mod reveal;
mod search;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, QueryResult};

use crate::audit::{Entry, Outcome};
use crate::clock::younger_than;
use crate::codes::Sex;
use crate::error::{Error, Result};
use crate::ids::{BeatId, CommunityId, DwellingId, PersonId, PrecinctId};
use crate::masking;
use crate::members::Kind;
use crate::page::among;
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Reach, Scope, owned};
use crate::words::words;

pub use approvals::{ApprovalState, RevealApproval};
pub use reveal::{PersonField, Reveal, Revealed};
pub use search::{MatchKind, PersonMatch, PersonQuery, PersonSearch};

/// The age of majority.
pub const ADULT_AGE: u32 = 18;

words! {
    /// How somebody counts in the population (§2.1).
    pub enum PopulationCategory {
        /// Registered here and living here (人户一致).
        RegisteredResident = "REGISTERED_RESIDENT",
        /// Registered here, living elsewhere (户在人不在): not in the actual population.
        RegisteredAway = "REGISTERED_AWAY",
        /// Living here, registered in another precinct of the city (市内人户分离).
        CitySeparated = "CITY_SEPARATED",
        /// Living here, registered in another city (流动人口).
        Floating = "FLOATING",
        /// Foreign, Hong Kong, Macau or Taiwan inhabitant (境外人员).
        Overseas = "OVERSEAS",
    }
}

impl PopulationCategory {
    /// Whether the category counts in the registered population (户籍人口).
    pub fn is_registered(self) -> bool {
        matches!(self, Self::RegisteredResident | Self::RegisteredAway)
    }

    /// Whether the category counts in the actual population (实有人口).
    pub fn lives_here(self) -> bool {
        self != Self::RegisteredAway
    }
}

/// One person, every C2 and C3 value already in its masked form (PRV-03).
#[derive(Clone, Debug)]
pub struct Person {
    /// The entry's id.
    pub id: PersonId,
    /// The precinct whose entry it is.
    pub precinct: PrecinctId,
    /// The name, masked; of a minor `**`.
    pub name: String,
    /// The sex.
    pub sex: Sex,
    /// The year of birth; of a minor the age band.
    pub birth: String,
    /// Whether under 18 today.
    pub is_minor: bool,
    /// The citizen id number, masked; none for a newborn (IDN-07).
    pub id_number: Option<String>,
    /// The telephone number, masked.
    pub phone: Option<String>,
    /// How the person counts.
    pub category: PopulationCategory,
    /// Where registered, if not here.
    pub registered_place: Option<String>,
    /// The community lived in.
    pub community: Option<CommunityId>,
    /// The beat lived in.
    pub beat: Option<BeatId>,
    /// The dwelling lived in here.
    pub dwelling: Option<DwellingId>,
    /// Whether dead.
    pub deceased: bool,
    /// Counts changes (REG-19).
    pub version: i32,
    /// When the entry last changed.
    pub updated_at: DateTime<Utc>,
}

impl Person {
    /// Masks a row as of `today`.
    pub(crate) fn masked(row: row::Model, today: NaiveDate) -> Result<Self> {
        let is_minor = younger_than(row.birth_date, ADULT_AGE, today);
        Ok(Self {
            id: PersonId(row.id),
            precinct: PrecinctId(row.precinct_id),
            name: shown_name(row.name_masked, is_minor),
            sex: Sex::from_code(row.sex).unwrap_or(Sex::Unknown),
            birth: masking::birth(row.birth_date, today),
            is_minor,
            id_number: row.number_masked,
            phone: row.phone_masked,
            category: row.category.parse().map_err(Error::internal)?,
            registered_place: row.registered_place,
            community: row.community_id.map(CommunityId),
            beat: row.beat_id.map(BeatId),
            dwelling: row.dwelling_id.map(DwellingId),
            deceased: row.death_on.is_some(),
            version: row.version,
            updated_at: row.updated_at,
        })
    }
}

/// A minor's name is hidden whole, whatever mask an adult of that name has (PRV-08): rows hold the adult's mask, because
/// minors grow up.
pub(crate) fn shown_name(masked: String, is_minor: bool) -> String {
    if is_minor { "**".to_owned() } else { masked }
}

/// The columns of a masked person in a joined statement, where the table is `p`.
pub(crate) struct PersonColumns;

impl PersonColumns {
    /// In the order [`PersonColumns::read`] reads them.
    pub(crate) const LIST: &'static str = "p.name_masked, p.sex, p.birth_date, p.number_masked, p.phone_masked, p.category, p.registered_place, \
         p.community_id, p.beat_id, p.dwelling_id, p.death_on, p.version, p.updated_at";

    /// Reads a person whose columns begin at `at`, masked as of `today`.
    pub(crate) fn read(
        row: &QueryResult,
        at: usize,
        precinct: PrecinctId,
        id: PersonId,
        today: NaiveDate,
    ) -> Result<Person> {
        let birth_date: NaiveDate = row.try_get_by_index(at + 2)?;
        let is_minor = younger_than(birth_date, ADULT_AGE, today);
        let id_of = |index| row.try_get_by_index::<Option<uuid::Uuid>>(index);
        Ok(Person {
            id,
            precinct,
            name: shown_name(row.try_get_by_index(at)?, is_minor),
            sex: Sex::from_code(row.try_get_by_index(at + 1)?).unwrap_or(Sex::Unknown),
            birth: masking::birth(birth_date, today),
            is_minor,
            id_number: row.try_get_by_index(at + 3)?,
            phone: row.try_get_by_index(at + 4)?,
            category: row.try_get_by_index::<String>(at + 5)?.parse().map_err(Error::internal)?,
            registered_place: row.try_get_by_index(at + 6)?,
            community: id_of(at + 7)?.map(CommunityId),
            beat: id_of(at + 8)?.map(BeatId),
            dwelling: id_of(at + 9)?.map(DwellingId),
            deceased: row.try_get_by_index::<Option<NaiveDate>>(at + 10)?.is_some(),
            version: row.try_get_by_index(at + 11)?,
            updated_at: row.try_get_by_index(at + 12)?,
        })
    }
}

impl Scope<Precinct> {
    /// One person's record for a purpose; counted and noted. A refusal is noted too (SEC-04).
    pub async fn person(&self, id: PersonId, purpose: Purpose) -> Result<Person> {
        let found = self.try_person(id, purpose).await;
        let entry = Entry::new("person", Domain::Persons.as_str()).on("person", id).why(purpose.as_str(), None);
        self.note(
            self.precinct(),
            match &found {
                Ok(_) => entry.showing(vec![id.0]),
                Err(error) => entry.ended(Outcome::of(error)),
            },
        );
        found
    }

    async fn try_person(&self, id: PersonId, purpose: Purpose) -> Result<Person> {
        self.may(Domain::Persons, Action::List)?;
        self.serves(purpose)?;
        self.persons_by_id(&[id]).await?.pop().ok_or(Error::NotFound)
    }

    /// Persons by id, in no order, for objects that lead to them; each counts against the day's limit (PRV-10).
    pub async fn persons_by_id(&self, ids: &[PersonId]) -> Result<Vec<Person>> {
        let today = self.store().clock().today();
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        let persons: Vec<Person> = rows.into_iter().map(|row| Person::masked(row, today)).collect::<Result<_>>()?;
        self.sight_all(&persons).await?;
        Ok(persons)
    }

    /// Former names, masked like the present one, the latest first.
    pub async fn former_names(&self, person: &Person) -> Result<Vec<String>> {
        use name_row::Column as C;
        let rows = self.rows::<name_row::Entity>().filter(C::PersonId.eq(person.id)).filter(C::SupersededAt.is_null());
        let rows = rows.descending(C::EffectiveFrom).list(20).await?;
        Ok(rows.into_iter().map(|row| shown_name(row.name_masked, person.is_minor)).collect())
    }
}

impl<R: Reach> Scope<R> {
    /// Refuses a purpose that no record serves, and for a token any but the one it was issued for (PRV-02, PRV-23).
    pub(crate) fn serves(&self, purpose: Purpose) -> Result<()> {
        match self.member().kind {
            Kind::Token { purpose: issued, .. } if issued != purpose => {
                Err(Error::PurposeRequired("a token reads for the purpose it was issued for"))
            }
            _ if purpose == Purpose::Statistics => {
                Err(Error::PurposeRequired("counting needs nobody's record: ask for the overview"))
            }
            _ => Ok(()),
        }
    }

    /// Counts persons about to be shown, precinct by precinct.
    pub(crate) async fn sight_all(&self, persons: &[Person]) -> Result<()> {
        let mut by_precinct: std::collections::BTreeMap<PrecinctId, Vec<PersonId>> = std::collections::BTreeMap::new();
        for person in persons {
            by_precinct.entry(person.precinct).or_default().push(person.id);
        }
        for (precinct, ids) in by_precinct {
            self.sight(precinct, &ids).await?;
        }
        Ok(())
    }
}

owned!(row, PersonId);

impl crate::scope::Owned for name_row::Entity {
    type Id = PersonId;
    const PRECINCT: name_row::Column = name_row::Column::PrecinctId;
    const ID: name_row::Column = name_row::Column::Id;
}

impl crate::scope::Owned for number_row::Entity {
    type Id = PersonId;
    const PRECINCT: number_row::Column = number_row::Column::PrecinctId;
    const ID: number_row::Column = number_row::Column::Id;
}

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub name_masked: String,
        pub name_key: String,
        pub name_initials: String,
        pub sex: i16,
        pub birth_date: Date,
        pub number_sealed: Option<Vec<u8>>,
        pub number_hash: Option<Vec<u8>>,
        pub number_masked: Option<String>,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_hash: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub category: String,
        pub registered_place: Option<String>,
        pub community_id: Option<Uuid>,
        pub beat_id: Option<Uuid>,
        pub dwelling_id: Option<Uuid>,
        pub guardian_id: Option<Uuid>,
        pub death_on: Option<Date>,
        pub restricted: bool,
        pub act_id: Uuid,
        pub version: i32,
        pub recorded_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod name_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_name")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub name: String,
        pub name_masked: String,
        pub name_key: String,
        pub name_initials: String,
        pub effective_from: Date,
        pub effective_to: Option<Date>,
        pub recorded_at: DateTimeUtc,
        pub superseded_at: Option<DateTimeUtc>,
        pub act_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod number_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_number")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub number_sealed: Vec<u8>,
        pub number_hash: Vec<u8>,
        pub number_masked: String,
        pub effective_from: Date,
        pub effective_to: Option<Date>,
        pub recorded_at: DateTimeUtc,
        pub superseded_at: Option<DateTimeUtc>,
        pub act_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
