//! Search as station staff do it: by id number, phone, name in characters, pinyin or initials, address or household number.
//!
//! At most 20 persons a search (PRV-10); the condition enters the trail in its masked form only.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::Condition;

use super::{Person, name_row, number_row, row};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::households::after_prefix;
use crate::id_number::IdNumber;
use crate::masking;
use crate::names::{self, NameQuery};
use crate::page::among;
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Reach, Rows, Scope};
use crate::telephones;
use crate::words::words;

/// The most persons a search answers (PRV-10).
pub const MOST_MATCHES: usize = 20;

/// What is searched for: exactly one thing.
#[derive(Clone, PartialEq, Eq)]
pub enum PersonQuery {
    /// The full id number, of today or of former days (IDN-06, IDN-10).
    IdNumber(String),
    /// The full telephone number.
    Phone(String),
    /// A name: characters, full pinyin or initials.
    Name(String),
    /// The beginning of a dwelling's address.
    Address(String),
    /// A household's number.
    HouseholdNumber(String),
}

words! {
    /// What a match was found by.
    pub enum MatchKind {
        /// The current id number.
        IdNumber = "ID_NUMBER",
        /// A former id number (IDN-06).
        FormerIdNumber = "FORMER_ID_NUMBER",
        /// The telephone number.
        Phone = "PHONE",
        /// The name in characters.
        Name = "NAME",
        /// A former name.
        FormerName = "FORMER_NAME",
        /// The name in full pinyin.
        Pinyin = "PINYIN",
        /// The name's initials.
        Initials = "INITIALS",
        /// The address lived at.
        Address = "ADDRESS",
        /// The household's number.
        HouseholdNumber = "HOUSEHOLD_NUMBER",
    }
}

/// A person found.
#[derive(Clone, Debug)]
pub struct PersonMatch {
    /// The person, masked.
    pub person: Person,
    /// What it was found by.
    pub by: MatchKind,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct PersonSearch {
    /// At most [`MOST_MATCHES`].
    pub matches: Vec<PersonMatch>,
    /// Whether there were more: narrow your search.
    pub truncated: bool,
}

/// Persons found by one way, as rows.
type Found = (Vec<row::Model>, MatchKind);

impl<R: Reach> Scope<R> {
    /// Searches persons for a purpose; counted against the day's limit and noted. A refusal is noted too (SEC-04).
    ///
    /// Whoever reads across the district names a case file, which [`Scope::case_for_reading`] has looked up: without one he is
    /// refused with [`Error::PurposeRequired`], in whichever precinct he searches (PRV-02).
    pub async fn person_search(
        &self,
        query: &PersonQuery,
        purpose: Purpose,
        case_ref: Option<String>,
    ) -> Result<PersonSearch> {
        let entry =
            Entry::new("personSearch", Domain::Persons.as_str()).when(query.masked()).why(purpose.as_str(), case_ref);
        match self.searched(query, purpose, entry.case_ref.is_some()).await {
            Ok(found) => {
                self.note_search(&entry, &found);
                Ok(found)
            }
            Err(error) => {
                self.note(self.member().precinct, entry.ended(Outcome::of(&error)));
                Err(error)
            }
        }
    }

    async fn searched(&self, query: &PersonQuery, purpose: Purpose, has_case: bool) -> Result<PersonSearch> {
        self.may(Domain::Persons, Action::Search)?;
        self.serves(purpose)?;
        if self.member().reads_district() && !has_case {
            return Err(Error::PurposeRequired("a search by the district serves an open case file of its office"));
        }
        let mut found = self.found(query).await?;
        found.sort_by_key(|(person, _)| (person.name_key.clone(), person.id));
        found.dedup_by_key(|(person, _)| (person.precinct_id, person.id));
        let truncated = found.len() > MOST_MATCHES;
        found.truncate(MOST_MATCHES);
        let today = self.store().clock().today();
        let matches: Vec<PersonMatch> = found
            .into_iter()
            .map(|(row, by)| Ok(PersonMatch { person: Person::masked(row, today)?, by }))
            .collect::<Result<_>>()?;
        let persons: Vec<Person> = matches.iter().map(|found| found.person.clone()).collect();
        self.sight_all(&persons).await?;
        Ok(PersonSearch { matches, truncated })
    }

    async fn found(&self, query: &PersonQuery) -> Result<Vec<(row::Model, MatchKind)>> {
        let found: Vec<Found> = match query {
            PersonQuery::IdNumber(text) => self.by_number(text).await?,
            PersonQuery::Phone(text) => vec![self.by_phone(text).await?],
            PersonQuery::Name(text) => self.by_name(text).await?,
            PersonQuery::Address(text) => vec![self.by_address(text).await?],
            PersonQuery::HouseholdNumber(text) => vec![self.by_household(text).await?],
        };
        Ok(found.into_iter().flat_map(|(rows, by)| rows.into_iter().map(move |row| (row, by))).collect())
    }

    /// Whoever may be found at all: processing of restricted persons is restricted (PRV-17).
    fn findable(&self) -> Rows<'_, row::Entity, R> {
        self.rows::<row::Entity>().filter(row::Column::Restricted.eq(false))
    }

    async fn by_number(&self, text: &str) -> Result<Vec<Found>> {
        use number_row::{Column as N, Entity as Numbers};
        let number = IdNumber::parse_for_search(text, self.store().clock().today())
            .map_err(|fault| fault.refusal("idNumber"))?;
        let hash = self.store().keys().number_hash(number.as_str());
        let current = first(self.findable().filter(row::Column::NumberHash.eq(hash.clone()))).await?;
        let former = self.rows::<Numbers>().filter(N::NumberHash.eq(hash));
        let former = first(self.findable().whose(row::Column::Id, former, N::PersonId)).await?;
        Ok(vec![(current, MatchKind::IdNumber), (former, MatchKind::FormerIdNumber)])
    }

    async fn by_phone(&self, text: &str) -> Result<Found> {
        let digits = telephones::digits(text)
            .ok_or_else(|| Error::invalid("PRV-10", "phone", "a telephone number is searched whole"))?;
        let hash = self.store().keys().phone_hash(&digits);
        Ok((first(self.findable().filter(row::Column::PhoneHash.eq(hash))).await?, MatchKind::Phone))
    }

    async fn by_name(&self, text: &str) -> Result<Vec<Found>> {
        use row::Column as C;
        match names::classify(text).unwrap_or(NameQuery::Surname) {
            NameQuery::Surname => Err(Error::invalid(
                "PRV-04",
                "name",
                "a surname alone is not searched: give at least two characters, or the initials",
            )),
            NameQuery::Chinese(name) => self.by_characters(&name).await,
            NameQuery::Pinyin(key) => {
                Ok(vec![(first(self.findable().filter(prefixed(C::NameKey, &key))).await?, MatchKind::Pinyin)])
            }
            NameQuery::Short(key) => {
                let whole = first(self.findable().filter(C::NameKey.eq(key.as_str()))).await?;
                let initials = first(self.findable().filter(C::NameInitials.eq(key))).await?;
                Ok(vec![(whole, MatchKind::Pinyin), (initials, MatchKind::Initials)])
            }
            NameQuery::Initials(key) => {
                Ok(vec![(first(self.findable().filter(C::NameInitials.eq(key))).await?, MatchKind::Initials)])
            }
        }
    }

    async fn by_characters(&self, name: &str) -> Result<Vec<Found>> {
        use name_row::{Column as N, Entity as Names};
        let current = first(self.findable().filter(prefixed(row::Column::Name, name))).await?;
        let former = self.rows::<Names>().filter(N::Name.eq(name));
        let former = first(self.findable().whose(row::Column::Id, former, N::PersonId)).await?;
        Ok(vec![(current, MatchKind::Name), (former, MatchKind::FormerName)])
    }

    async fn by_address(&self, text: &str) -> Result<Found> {
        use crate::dwellings::row::{Column as D, Entity as Dwellings};
        let key = names::place_key(text);
        if key.chars().count() < 4 {
            return Err(Error::invalid("PRV-10", "address", "give more of the address"));
        }
        let dwellings = self.rows::<Dwellings>().filter(prefixed(D::LabelKey, &key));
        Ok((first(self.findable().whose(row::Column::DwellingId, dwellings, D::Id)).await?, MatchKind::Address))
    }

    async fn by_household(&self, number: &str) -> Result<Found> {
        use crate::households::row::{Column as H, Entity as Households};
        use crate::memberships::row::{Column as M, Entity as Memberships};
        let households = self.rows::<Households>().filter(H::Number.eq(number.trim())).list(limit()).await?;
        let ids: Vec<crate::ids::HouseholdId> = households.into_iter().map(|row| row.id.into()).collect();
        if ids.is_empty() {
            return Ok((Vec::new(), MatchKind::HouseholdNumber));
        }
        let open = Condition::all().add(M::EffectiveTo.is_null()).add(M::SupersededAt.is_null());
        let members = self.rows::<Memberships>().filter(among(M::HouseholdId, &ids)).filter(open);
        let persons = first(self.findable().whose(row::Column::Id, members, M::PersonId)).await?;
        Ok((persons, MatchKind::HouseholdNumber))
    }

    /// One entry in the trail of each precinct that showed somebody, and in the asker's own.
    fn note_search(&self, entry: &Entry, found: &PersonSearch) {
        let persons = || found.matches.iter().map(|found| (found.person.precinct, found.person.id.0));
        let mut precincts: Vec<_> = persons().map(|(precinct, _)| precinct).collect();
        precincts.push(self.member().precinct);
        precincts.sort_unstable();
        precincts.dedup();
        for precinct in precincts {
            let shown = persons().filter(|(of, _)| *of == precinct).map(|(_, id)| id).collect();
            self.note(precinct, entry.clone().showing(shown));
        }
    }
}

/// The first by name, the same ones on every home, and one more than is shown, to know whether there are more.
async fn first<R: Reach>(rows: Rows<'_, row::Entity, R>) -> Result<Vec<row::Model>> {
    rows.ascending(row::Column::NameKey).ascending(row::Column::Id).list(limit()).await
}

/// One more than is shown, to know whether there are more.
fn limit() -> u64 {
    MOST_MATCHES as u64 + 1
}

fn prefixed<C: ColumnTrait>(column: C, prefix: &str) -> Condition {
    Condition::all().add(column.gte(prefix)).add(column.lt(after_prefix(prefix)))
}

impl PersonQuery {
    /// The condition for the trail: which kind, and the masked value (SEC-06, PRV-26).
    pub fn masked(&self) -> String {
        match self {
            Self::IdNumber(text) => format!("idNumber={}", masking::id_number(text)),
            Self::Phone(text) => format!("phone={}", masking::phone(text)),
            Self::Name(text) => format!("name={}", masking::name(text)),
            Self::Address(text) => format!("address={}", masking::address(text)),
            Self::HouseholdNumber(text) => format!("householdNumber={}", masking::reference(text)),
        }
    }
}

impl std::fmt::Debug for PersonQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}
