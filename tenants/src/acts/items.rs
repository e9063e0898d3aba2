//! Other items of a person's entry (其他项目, R21): marital status, education, occupation, employer, telephone; two time axes each.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;

use super::register::Register;
use super::words::{ActRole, Basis};
use crate::codes::code_value;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PersonItemId};
use crate::scope::owned;
use crate::words::words;

words! {
    /// An item of a person's entry that an act R21 changes (登记项目).
    pub enum ItemKind {
        /// Marital status, a code of the set `marital` (婚姻状况).
        Marital = "MARITAL",
        /// Education (文化程度).
        Education = "EDUCATION",
        /// Occupation (职业).
        Occupation = "OCCUPATION",
        /// Employer (服务处所).
        Employer = "EMPLOYER",
        /// Telephone number (联系电话).
        Phone = "PHONE",
    }
}

/// Kept beside the items, because a change of number needs them: what the number said.
pub(super) const SEX: &str = "SEX";
pub(super) const BIRTH_DATE: &str = "BIRTH_DATE";

impl ItemKind {
    /// The value, if this item can hold it.
    fn checked(self, value: &str) -> Result<String> {
        let value = value.trim();
        let fits = match self {
            Self::Marital => code_value("marital", value).is_some(),
            Self::Phone => true,
            _ => (1..=60).contains(&value.chars().count()) && !value.chars().any(char::is_control),
        };
        if fits {
            Ok(value.to_owned())
        } else {
            Err(Error::invalid("ITEM", "value", "the item cannot hold this value"))
        }
    }
}

impl Register<'_> {
    /// Writes an item's new value; the old one goes to history.
    pub(crate) async fn set_item(&mut self, person: PersonId, kind: ItemKind, value: &str, basis: Basis) -> Result<()> {
        let value = kind.checked(value)?;
        if kind == ItemKind::Phone {
            let mut row = self.person(person)?.clone();
            self.write_phone(&mut row, Some(&value))?;
            *self.change_person(person)? = row;
        }
        self.write_item(person, kind.as_str(), &value, basis).await?;
        self.mark(person, ActRole::Item);
        // The entry's version counts its items, which stand in a table of their own.
        self.marks.touch(person);
        Ok(())
    }

    /// Closes the item's present row and writes the next: from the day of the act where the fact changed, from where the wrong
    /// one began where the record was wrong.
    pub(super) async fn write_item(
        &mut self,
        person: PersonId,
        kind: &'static str,
        value: &str,
        basis: Basis,
    ) -> Result<()> {
        let old = self.item(person, kind).await?;
        let born = self.person(person)?.birth_date;
        let from = match (&old, basis) {
            (Some(old), Basis::Correction) => old.effective_from,
            (None, Basis::Correction) => born,
            (Some(old), Basis::Change) if self.on < old.effective_from => {
                return Err(Error::invariant("REG-10", "the item changed later than that already"));
            }
            (_, Basis::Change) => self.on,
        };
        if let Some(old) = old {
            self.writes.items_superseded.push(old.id);
            if basis == Basis::Change && from > old.effective_from {
                let (id, act_id) = (self.work.new_id(), self.act);
                let ended = row::Model { id, effective_to: Some(from), recorded_at: self.now, act_id, ..old };
                self.writes.items.push(ended);
            }
        }
        let value_sealed = self.seal(value)?;
        self.writes.items.push(row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            person_id: person.0,
            kind: kind.to_owned(),
            value_sealed,
            basis: basis.as_str().to_owned(),
            effective_from: from,
            effective_to: None,
            recorded_at: self.now,
            superseded_at: None,
            act_id: self.act,
        });
        Ok(())
    }

    /// Keeps in history what only the entry itself said so far, so that the old value is not lost with the first change.
    pub(super) async fn remember_item(&mut self, person: PersonId, kind: &'static str, value: &str) -> Result<()> {
        if self.item(person, kind).await?.is_some() {
            return Ok(());
        }
        let born = self.person(person)?.birth_date;
        let value_sealed = self.seal(value)?;
        self.writes.items.push(row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            person_id: person.0,
            kind: kind.to_owned(),
            value_sealed,
            basis: Basis::Change.as_str().to_owned(),
            effective_from: born,
            effective_to: Some(Ord::max(self.on, born)),
            recorded_at: self.now,
            superseded_at: None,
            act_id: self.act,
        });
        Ok(())
    }

    /// An item's present row.
    pub(super) async fn item(&self, person: PersonId, kind: &str) -> Result<Option<row::Model>> {
        use row::Column as C;
        let present = C::PersonId.eq(person).and(C::Kind.eq(kind)).and(C::EffectiveTo.is_null());
        self.work.find::<row::Entity>(present.and(C::SupersededAt.is_null())).await
    }
}

owned!(row, PersonItemId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub kind: String,
        pub value_sealed: Vec<u8>,
        pub basis: String,
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
