//! Checks of let buildings (安全检查): fire, wiring, exits, structure, gas. A check says nothing of who stays there (RNT-03).

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait};
use uuid::Uuid;

use super::filing::{told, touch};
use super::{Rental, RentalState, row};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{RentalCheckId, RentalDefectId, RentalId};
use crate::masking;
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};
use crate::words::words;

words! {
    /// What of a building is checked (检查项目).
    pub enum BuildingPart {
        /// Extinguishers, alarms, what burns (消防).
        Fire = "FIRE",
        /// Electrical wiring (用电).
        Wiring = "WIRING",
        /// Ways out (疏散通道).
        Exits = "EXITS",
        /// Walls, floors, illegal partitions (房屋结构).
        Structure = "STRUCTURE",
        /// Gas (燃气).
        Gas = "GAS",
    }
}

words! {
    /// What a check found (检查结果).
    pub enum CheckOutcome {
        /// Nothing is left to mend (合格).
        Passed = "PASSED",
        /// Something is (有隐患).
        Defects = "DEFECTS",
    }
}

/// A defect just found.
#[derive(Clone, Debug)]
pub struct NewDefect {
    /// Of which part of the building.
    pub part: BuildingPart,
    /// What it is, about the building only.
    pub note: String,
}

/// A check to be recorded.
#[derive(Clone, Debug)]
pub struct NewCheck {
    /// The day of the check.
    pub on: NaiveDate,
    /// What was found.
    pub defects: Vec<NewDefect>,
    /// What earlier checks found and is mended.
    pub mended: Vec<RentalDefectId>,
}

/// One check.
#[derive(Clone, Debug)]
pub struct RentalCheck {
    /// Its id.
    pub id: RentalCheckId,
    /// Of which rental.
    pub rental: RentalId,
    /// The day.
    pub on: NaiveDate,
    /// What was left to mend.
    pub outcome: CheckOutcome,
    /// Who checked.
    pub by: String,
}

impl TryFrom<check_row::Model> for RentalCheck {
    type Error = Error;

    fn try_from(row: check_row::Model) -> Result<Self> {
        Ok(Self {
            id: RentalCheckId(row.id),
            rental: RentalId(row.rental_id),
            on: row.checked_on,
            outcome: row.outcome.parse().map_err(Error::internal)?,
            by: row.checked_by_name,
        })
    }
}

/// One defect.
#[derive(Clone, Debug)]
pub struct RentalDefect {
    /// Its id.
    pub id: RentalDefectId,
    /// Of which rental.
    pub rental: RentalId,
    /// Of which part of the building.
    pub part: BuildingPart,
    /// What it is; numbers of persons and telephones are masked.
    pub note: String,
    /// When it was found.
    pub found_on: NaiveDate,
    /// When it was mended.
    pub mended_on: Option<NaiveDate>,
}

impl TryFrom<defect_row::Model> for RentalDefect {
    type Error = Error;

    fn try_from(row: defect_row::Model) -> Result<Self> {
        Ok(Self {
            id: RentalDefectId(row.id),
            rental: RentalId(row.rental_id),
            part: row.part.parse().map_err(Error::internal)?,
            note: row.note,
            found_on: row.found_on,
            mended_on: row.mended_on,
        })
    }
}

impl Scope<Precinct> {
    /// Records a check: what was found, what is mended, and the day.
    pub async fn record_rental_check(&self, id: RentalId, new: &NewCheck, seen: i32) -> Result<Rental> {
        let (work, rental) = self.changeable_rental(id, seen).await?;
        if rental.state == RentalState::Deregistered.as_str() {
            return Err(Error::Conflict("the rental's state does not allow this"));
        }
        new.within_reason(self.store().clock().today(), rental.last_checked_on)?;
        let check = new.write(&work, id).await?;
        let change = row::ActiveModel { last_checked_on: Set(Some(new.on)), ..Default::default() };
        let rental = touch(&work, &rental, change).await?;
        work.emit(told(&rental).saying(check));
        let entry = Entry::new("recordRentalCheck", Domain::Rentals.as_str()).on("rental", id);
        work.commit(entry.when(format!("outcome={check}")).rows(1)).await?;
        rental.try_into()
    }

    /// The checks of these rentals, the latest first.
    pub async fn rental_checks(&self, rentals: &[RentalId]) -> Result<Vec<RentalCheck>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<check_row::Entity>().filter(among(check_row::Column::RentalId, rentals));
        let rows = rows.backwards(check_row::Column::CheckedOn).ascending(check_row::Column::Id);
        rows.list(super::MOST).await?.into_iter().map(RentalCheck::try_from).collect()
    }

    /// The defects that checks of these rentals found, the latest first.
    pub async fn rental_defects(&self, rentals: &[RentalId]) -> Result<Vec<RentalDefect>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<defect_row::Entity>().filter(among(defect_row::Column::RentalId, rentals));
        let rows = rows.backwards(defect_row::Column::FoundOn).ascending(defect_row::Column::Id);
        rows.list(super::MOST).await?.into_iter().map(RentalDefect::try_from).collect()
    }
}

const MEND: &str = "UPDATE rental_defect SET mended_on = $3 WHERE precinct_id = $1 AND rental_id = $2 AND id = $4 \
     AND mended_on IS NULL AND found_on <= $3";

impl NewCheck {
    fn within_reason(&self, today: NaiveDate, last: Option<NaiveDate>) -> Result<()> {
        if self.on > today || last.is_some_and(|last| self.on < last) {
            let message = "a check lies between the last one and today";
            return Err(Error::invalid("RENTAL_DATES", "checkedOn", message));
        }
        if self.defects.iter().any(|defect| !(1..=200).contains(&defect.note.trim().chars().count())) {
            return Err(Error::invalid("RENTAL_NOTE", "defects", "a defect is told in 1 to 200 characters"));
        }
        Ok(())
    }

    async fn write(&self, work: &Work, rental: RentalId) -> Result<CheckOutcome> {
        for id in &self.mended {
            if work.execute(MEND, vec![rental.into(), self.on.into(), (*id).into()]).await? != 1 {
                return Err(Error::invalid(
                    "RENTAL_NOTE",
                    "mendedIds",
                    "only a defect of this rental that is open is mended",
                ));
            }
        }
        let left = defect_row::Column::RentalId.eq(rental).and(defect_row::Column::MendedOn.is_null());
        let clean = self.defects.is_empty() && work.find::<defect_row::Entity>(left).await?.is_none();
        let outcome = if clean { CheckOutcome::Passed } else { CheckOutcome::Defects };
        let (scope, check) = (work.scope(), work.new_id());
        work.add(check_row::ActiveModel {
            id: Set(check),
            rental_id: Set(rental.0),
            checked_on: Set(self.on),
            outcome: Set(outcome.as_str().to_owned()),
            checked_by: Set(scope.member().account.map(Uuid::from)),
            checked_by_name: Set(scope.member().name.clone()),
            recorded_at: Set(scope.store().clock().now()),
            ..Default::default()
        })
        .await?;
        for defect in &self.defects {
            work.add(defect_row::ActiveModel {
                id: Set(work.new_id()),
                rental_id: Set(rental.0),
                check_id: Set(check),
                part: Set(defect.part.as_str().to_owned()),
                note: Set(masking::free_text(defect.note.trim())),
                found_on: Set(self.on),
                ..Default::default()
            })
            .await?;
        }
        Ok(outcome)
    }
}

owned!(check_row, RentalCheckId);
owned!(defect_row, RentalDefectId);

pub(crate) mod check_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rental_check")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rental_id: Uuid,
        pub checked_on: Date,
        pub outcome: String,
        pub checked_by: Option<Uuid>,
        pub checked_by_name: String,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod defect_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rental_defect")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rental_id: Uuid,
        pub check_id: Uuid,
        pub part: String,
        pub note: String,
        pub found_on: Date,
        pub mended_on: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
