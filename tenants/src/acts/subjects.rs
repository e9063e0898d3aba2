//! Whom and what an act concerned, as what, and what was before it, sealed: for history, for the difference that a stale command is
//! told, and for repair.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Act;
use super::register::Register;
use super::words::{ActRole, Term};
use crate::error::{Error, Result};
use crate::households::row as household;
use crate::ids::{ActId, ActSubjectId, BeatId, HouseholdId, PersonId};
use crate::page::among;
use crate::persons::row as person;
use crate::roles::{Action, Domain, Reach};
use crate::scope::{Precinct, Scope, Work, owned};

/// Acts shown in a record's history.
const MOST_ACTS: u64 = 200;
/// Subjects shown of the acts of a page; a collective household's acts have thousands.
const MOST_SUBJECTS: u64 = 2_000;

/// Whose history.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    Household(Uuid),
    Person(Uuid),
}

/// What an act says of the persons it concerned.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    roles: BTreeMap<Uuid, ActRole>,
    terms: BTreeMap<Uuid, Vec<Term>>,
    touched: BTreeSet<Uuid>,
}

impl Marks {
    pub(super) fn mark(&mut self, person: PersonId, role: ActRole) {
        self.roles.entry(person.0).or_insert(role);
    }

    pub(super) fn count(&mut self, person: PersonId, term: Term) {
        self.terms.entry(person.0).or_default().push(term);
    }

    /// The entry changed although its row did not.
    pub(super) fn touch(&mut self, person: PersonId) {
        self.touched.insert(person.0);
    }

    pub(super) fn is_touched(&self, person: Uuid) -> bool {
        self.touched.contains(&person)
    }

    pub(super) fn persons(&self) -> impl Iterator<Item = Uuid> {
        self.roles.keys().chain(self.terms.keys()).chain(&self.touched).copied()
    }
}

/// What was before an act; what an act of another kind never changes is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Before {
    pub(super) household: Option<Uuid>,
    pub(super) relation: Option<String>,
    pub(super) printed: Option<String>,
    pub(super) name: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) sex: Option<i16>,
    pub(super) birth_date: Option<chrono::NaiveDate>,
    pub(super) category: Option<String>,
    pub(super) dwelling: Option<Uuid>,
    pub(super) state: Option<String>,
}

/// One record that an act concerned.
#[derive(Clone, Debug)]
pub struct ActSubject {
    /// The act.
    pub act: ActId,
    /// The household, if it is one.
    pub household: Option<HouseholdId>,
    /// The person, if it is one.
    pub person: Option<PersonId>,
    /// As what it took part.
    pub role: ActRole,
    /// As what it counts in the conservation law.
    pub counts_as: Option<Term>,
    /// The record's version since.
    pub version: Option<i32>,
}

impl TryFrom<row::Model> for ActSubject {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            act: ActId(row.act_id),
            household: row.household_id.map(HouseholdId),
            person: row.person_id.map(PersonId),
            role: row.role.parse().map_err(Error::internal)?,
            counts_as: row.counts_as.map(|term| term.parse().map_err(Error::internal)).transpose()?,
            version: row.version,
        })
    }
}

/// The acts by which a record came from a version to the present one, as kinds and numbers.
pub(super) async fn since(work: &Work, of: Of, seen: i32) -> Result<String> {
    const HOUSEHOLD: &str = "SELECT a.kind, a.number FROM act_subject s JOIN act a ON a.precinct_id = s.precinct_id AND a.id = s.act_id \
         WHERE s.precinct_id = $1 AND s.household_id = $2 AND s.version > $3 ORDER BY s.version LIMIT 10";
    const PERSON: &str = "SELECT a.kind, a.number FROM act_subject s JOIN act a ON a.precinct_id = s.precinct_id AND a.id = s.act_id \
         WHERE s.precinct_id = $1 AND s.person_id = $2 AND s.version > $3 ORDER BY s.version LIMIT 10";
    let (sql, id) = match of {
        Of::Household(id) => (HOUSEHOLD, id),
        Of::Person(id) => (PERSON, id),
    };
    let mut acts = Vec::new();
    for row in work.query(sql, vec![id.into(), seen.into()]).await? {
        let (kind, number): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        acts.push(format!("{kind} {number}"));
    }
    Ok(if acts.is_empty() { "a change that is no act".to_owned() } else { acts.join(", ") })
}

impl Register<'_> {
    /// As what a person took part.
    pub(super) fn role(&self, person: Uuid) -> ActRole {
        self.marks.roles.get(&person).copied().unwrap_or(ActRole::Followed)
    }

    /// The persons the act is about, not those who only follow.
    pub(super) fn marked(&self) -> impl Iterator<Item = Uuid> {
        self.marks.roles.keys().copied()
    }

    fn sealed(&self, before: &Before) -> Result<Vec<u8>> {
        let clear = serde_json::to_vec(before).map_err(Error::internal)?;
        self.key.seal(self.work.scope().store().ids(), &clear)
    }

    /// Opens what was before an act.
    pub(super) fn opened(&self, sealed: &[u8]) -> Result<Before> {
        serde_json::from_slice(&self.key.open(sealed)?).map_err(Error::internal)
    }

    /// The row of a household that the act changed.
    pub(super) fn household_subject(&self, id: Uuid) -> Result<row::Model> {
        let draft = self.households.get(&id).ok_or(Error::NotFound)?;
        let before = draft.before.as_ref().map(|old| Before {
            dwelling: Some(old.dwelling_id),
            state: Some(old.state.clone()),
            ..Before::default()
        });
        Ok(row::Model {
            household_id: Some(id),
            version: Some(draft.now.version),
            before_sealed: before.map(|before| self.sealed(&before)).transpose()?,
            ..self.subject(ActRole::Household)
        })
    }

    /// The rows of a person whom the act concerned: one, or one a term where he counts in several.
    pub(super) fn person_subjects(&self, id: Uuid) -> Result<Vec<row::Model>> {
        let draft = self.persons.get(&id).ok_or(Error::NotFound)?;
        let tie = self.ties_before.get(&id);
        let before = draft.before.as_ref().map(|old| Before {
            household: tie.map(|tie| tie.household_id),
            relation: tie.map(|tie| tie.relation.clone()),
            printed: tie.and_then(|tie| tie.printed_relation.clone()),
            name: Some(old.name.clone()),
            phone: old.phone_sealed.as_deref().and_then(|sealed| self.key.open_text(sealed).ok()),
            sex: Some(old.sex),
            birth_date: Some(old.birth_date),
            category: Some(old.category.clone()),
            dwelling: old.dwelling_id,
            state: None,
        });
        let role = self.role(id);
        let first = row::Model {
            person_id: Some(id),
            version: Some(draft.now.version),
            before_sealed: before.map(|before| self.sealed(&before)).transpose()?,
            ..self.subject(role)
        };
        let terms = self.marks.terms.get(&id).map_or(&[][..], Vec::as_slice);
        let counted = |place: usize| terms.get(place).map(|term| term.as_str().to_owned());
        let further = (1..terms.len()).map(|place| row::Model {
            person_id: Some(id),
            version: first.version,
            counts_as: counted(place),
            ..self.subject(role)
        });
        Ok(further.chain([row::Model { counts_as: counted(0), ..first.clone() }]).collect())
    }

    fn subject(&self, role: ActRole) -> row::Model {
        row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            act_id: self.act,
            household_id: None,
            person_id: None,
            role: role.as_str().to_owned(),
            counts_as: None,
            version: None,
            before_sealed: None,
        }
    }
}

impl Scope<Precinct> {
    /// What these acts concerned.
    pub async fn act_subjects(&self, acts: &[ActId]) -> Result<Vec<ActSubject>> {
        self.may(Domain::Acts, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::ActId, acts));
        let rows = rows.ascending(row::Column::Id).list(MOST_SUBJECTS).await?;
        let mut subjects: Vec<ActSubject> = rows.into_iter().map(ActSubject::try_from).collect::<Result<_>>()?;
        if self.member().role.reach() == Reach::OwnBeats {
            self.hide_other_beats(&mut subjects).await?;
        }
        Ok(subjects)
    }

    /// Whoever sees only his beats learns that an act concerned somebody elsewhere, and not whom.
    async fn hide_other_beats(&self, subjects: &mut [ActSubject]) -> Result<()> {
        let households: Vec<HouseholdId> = subjects.iter().filter_map(|subject| subject.household).collect();
        let persons: Vec<PersonId> = subjects.iter().filter_map(|subject| subject.person).collect();
        let households = self.rows::<household::Entity>().filter(among(household::Column::Id, &households));
        let persons = self.rows::<person::Entity>().filter(among(person::Column::Id, &persons));
        let beats = &self.member().beats;
        let is_own = |beat: Option<Uuid>| beat.is_some_and(|beat| beats.contains(&BeatId(beat)));
        let households = households.list(MOST_SUBJECTS).await?.into_iter().filter(|row| is_own(row.beat_id));
        let households: BTreeSet<Uuid> = households.map(|row| row.id).collect();
        let persons = persons.list(MOST_SUBJECTS).await?.into_iter().filter(|row| is_own(row.beat_id));
        let persons: BTreeSet<Uuid> = persons.map(|row| row.id).collect();
        for subject in subjects {
            subject.household = subject.household.filter(|id| households.contains(&id.0));
            subject.person = subject.person.filter(|id| persons.contains(&id.0));
        }
        Ok(())
    }

    /// The acts that changed a household, the latest first.
    pub async fn acts_of_household(&self, household: HouseholdId) -> Result<Vec<Act>> {
        self.may(Domain::Acts, Action::List)?;
        self.acts_of(row::Column::HouseholdId.eq(household)).await
    }

    /// The acts that concerned a person, the latest first.
    pub async fn acts_of_person(&self, person: PersonId) -> Result<Vec<Act>> {
        self.may(Domain::Acts, Action::List)?;
        self.acts_of(row::Column::PersonId.eq(person)).await
    }

    async fn acts_of(&self, condition: sea_orm::sea_query::SimpleExpr) -> Result<Vec<Act>> {
        let subjects =
            self.rows::<row::Entity>().filter(condition).descending(row::Column::ActId).list(MOST_ACTS).await?;
        let mut ids: Vec<ActId> = subjects.into_iter().map(|subject| ActId(subject.act_id)).collect();
        ids.dedup();
        let mut acts = self.acts(&ids).await?;
        acts.sort_by_key(|act| std::cmp::Reverse(act.id));
        Ok(acts)
    }
}

owned!(row, ActSubjectId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "act_subject")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub act_id: Uuid,
        pub household_id: Option<Uuid>,
        pub person_id: Option<Uuid>,
        pub role: String,
        pub counts_as: Option<String>,
        pub version: Option<i32>,
        pub before_sealed: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
