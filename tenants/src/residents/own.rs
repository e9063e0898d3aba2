//! What the register has about the resident himself (本人信息). Whose record it is follows from his account; of the others in his
//! household he sees what an entry at the door would show, a masked name and the relation.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::BindingMethod;
use crate::audit::Entry;
use crate::error::Result;
use crate::households::row as household_row;
use crate::ids::{DwellingId, HouseholdId, PersonId};
use crate::memberships::{Membership, Moment};
use crate::page::among;
use crate::persons::{name_row, row as person_row};
use crate::roles::Domain;
use crate::scope::{Precinct, Scope};

pub use crate::audit::Seen;

/// The most names, memberships and members shown; a collective household has thousands of members, who are not shown to each other.
const MOST: u64 = 50;

/// The resident's own record.
#[derive(Clone)]
pub struct MyPerson {
    id: PersonId,
    /// The name.
    pub name: String,
    /// The id number, masked: a telephone can be read over a shoulder.
    pub id_number: Option<String>,
    /// The telephone number on record, masked.
    pub phone: Option<String>,
    /// The address lived at.
    pub address: Option<String>,
    /// The number of the household.
    pub household_number: Option<String>,
    /// The relation to its head, a code of the set `relation`.
    pub relation: Option<String>,
    /// The names borne before, the latest first.
    pub former_names: Vec<MyName>,
    /// Every membership in a household of this station, the latest first.
    pub memberships: Vec<MyMembership>,
    /// Who else belongs to the household.
    pub others: Vec<HouseholdMember>,
}

impl std::fmt::Debug for MyPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MyPerson").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A name borne before.
#[derive(Clone)]
pub struct MyName {
    /// The name.
    pub name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The first day no longer.
    pub to: Option<NaiveDate>,
}

/// A membership in a household.
#[derive(Clone)]
pub struct MyMembership {
    /// The number of the household.
    pub household_number: String,
    /// The relation to its head then, a code of the set `relation`.
    pub relation: String,
    /// Why it began, a code of the set `membership_reason`.
    pub reason: String,
    /// The first day.
    pub from: NaiveDate,
    /// The first day no longer; none while it lasts.
    pub to: Option<NaiveDate>,
}

/// Somebody else of the household.
#[derive(Clone)]
pub struct HouseholdMember {
    /// The name, masked; of a minor whole.
    pub name: String,
    /// The relation to the head, a code of the set `relation`.
    pub relation: String,
}

impl Scope<Precinct> {
    /// The resident's own record; none unless it is linked, and none any more when a link that rests on the telephone alone has lost it
    /// or the person is dead. Noted, with everybody whose masked name it shows.
    pub async fn my_person(&self) -> Result<Option<MyPerson>> {
        let Some(person) = self.linked_person().await? else { return Ok(None) };
        let memberships = self.memberships_of(&[PersonId(person.id)]).await?;
        let numbers = self.own_numbers(&memberships).await?;
        let now = memberships.iter().find(|row| row.effective_to.is_none() && row.superseded_at.is_none());
        let household = now.map(|row| row.household);
        let others = self.others_of(household, PersonId(person.id)).await?;
        let number_of = |id: HouseholdId| numbers.get(&id.0).cloned().unwrap_or_default();
        let mine = MyPerson {
            id: PersonId(person.id),
            id_number: person.number_masked,
            phone: person.phone_masked,
            address: self.label_of(person.dwelling_id.map(DwellingId)).await?,
            household_number: household.map(number_of),
            relation: now.map(|row| row.relation.clone()),
            former_names: self.own_names(PersonId(person.id)).await?,
            memberships: memberships
                .iter()
                .filter(|row| row.superseded_at.is_none())
                .map(|row| mine(row, &numbers))
                .collect(),
            others,
            name: person.name,
        };
        let entry = Entry::new("myPerson", Domain::Persons.as_str()).on("person", mine.id);
        self.note(self.precinct(), entry.showing(vec![mine.id.0]));
        Ok(Some(mine))
    }

    /// On which days and for which purposes the resident's record was shown in clear (谁看过我); by whom, he asks the auditor.
    pub async fn who_saw_me(&self) -> Result<Vec<Seen>> {
        let Some(person) = self.linked_person().await? else { return Ok(Vec::new()) };
        let seen = self.reveals_of(PersonId(person.id)).await?;
        let entry = Entry::new("whoSawMe", Domain::Audit.as_str()).on("person", PersonId(person.id));
        self.note(self.precinct(), entry.rows(seen.len()));
        Ok(seen)
    }

    /// The row that is linked to the account, if the link still holds.
    pub(crate) async fn linked_person(&self) -> Result<Option<person_row::Model>> {
        let account = self.resident()?;
        let Some((person, method)) = self.link_of(account).await? else { return Ok(None) };
        let known = self.known_resident(account).await?;
        let found = self.rows::<person_row::Entity>().get(person).await?;
        let still = |person: &person_row::Model| {
            let phone = person.phone_hash.as_ref() == Some(&known.phone_hash);
            person.death_on.is_none() && (method != BindingMethod::PhoneOnRecord || phone)
        };
        Ok(found.filter(still))
    }

    async fn own_numbers(&self, memberships: &[Membership]) -> Result<HashMap<Uuid, String>> {
        let ids: Vec<HouseholdId> = memberships.iter().map(|row| row.household).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let rows =
            self.rows::<household_row::Entity>().filter(among(household_row::Column::Id, &ids)).list(MOST).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.number)).collect())
    }

    /// Who belongs to a household beside somebody.
    async fn others_of(&self, household: Option<HouseholdId>, but: PersonId) -> Result<Vec<HouseholdMember>> {
        let Some(household) = household else { return Ok(Vec::new()) };
        if !self.is_family_household(household).await? {
            return Ok(Vec::new());
        }
        let rows = self.household_now(household, MOST).await?;
        let others: Vec<&Membership> = rows.iter().filter(|row| row.person != but).collect();
        let ids: Vec<PersonId> = others.iter().map(|row| row.person).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let names: HashMap<PersonId, String> =
            self.persons_by_id(&ids).await?.into_iter().map(|person| (person.id, person.name)).collect();
        let subjects = ids.iter().map(|id| id.0).collect();
        self.note(
            self.precinct(),
            Entry::new("myHousehold", Domain::Households.as_str()).on("household", household).showing(subjects),
        );
        let member = |row: &&Membership| {
            let name = names.get(&row.person)?.clone();
            Some(HouseholdMember { name, relation: row.relation.clone() })
        };
        Ok(others.iter().filter_map(member).collect())
    }

    /// Whether a household is a family: members of a collective one are no relatives, and not shown to each other.
    pub(crate) async fn is_family_household(&self, household: HouseholdId) -> Result<bool> {
        let row = self.rows::<household_row::Entity>().get(household).await?;
        Ok(row.is_some_and(|row| row.kind == crate::households::HouseholdKind::Family.as_str()))
    }

    async fn own_names(&self, person: PersonId) -> Result<Vec<MyName>> {
        use name_row::Column as C;
        let rows = self.rows::<name_row::Entity>().filter(C::PersonId.eq(person)).filter(C::SupersededAt.is_null());
        let rows = rows.descending(C::EffectiveFrom).list(MOST).await?;
        Ok(rows
            .into_iter()
            .map(|row| MyName { name: row.name, from: row.effective_from, to: row.effective_to })
            .collect())
    }

    /// The open memberships of a household.
    async fn household_now(&self, household: HouseholdId, most: u64) -> Result<Vec<Membership>> {
        let mut rows = self.memberships_in(household, Moment::default(), most).await?;
        rows.sort_by(|a, b| (&a.relation, a.id).cmp(&(&b.relation, b.id)));
        Ok(rows)
    }
}

fn mine(row: &Membership, numbers: &HashMap<Uuid, String>) -> MyMembership {
    MyMembership {
        household_number: numbers.get(&row.household.0).cloned().unwrap_or_default(),
        relation: row.relation.clone(),
        reason: row.reason.clone(),
        from: row.effective_from,
        to: row.effective_to,
    }
}
