//! Whom landlords report and when they leave (承租人申报). Whoever is known to the precinct is linked; of others the least that names
//! them is kept, sealed.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, Utc, Weekday};
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait};
use uuid::Uuid;

use super::filing::{step, written_name};
use super::{Rental, RentalStep, tenant_row};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::ids::{DwellingId, PersonId, RentalId, RentalTenantId, TenantReportId};
use crate::limits::{self, Limit, Unit};
use crate::masking;
use crate::page::among;
use crate::persons::row as person_row;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};
use crate::store::Store;
use crate::telephones;

/// Who is reported.
#[derive(Clone)]
pub enum WhoStays {
    /// A person whom the precinct knows.
    Known(PersonId),
    /// Somebody else, by the least that names him.
    Named {
        /// The name.
        name: String,
        /// The citizen id number: without valid papers nobody may be taken in.
        id_number: String,
        /// The telephone number.
        phone: Option<String>,
    },
}

impl std::fmt::Debug for WhoStays {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WhoStays")
    }
}

/// A tenant to be reported.
#[derive(Clone, Debug)]
pub struct NewTenant {
    /// Who.
    pub who: WhoStays,
    /// The first day.
    pub from: NaiveDate,
}

/// A tenancy that is to end.
#[derive(Clone, Copy, Debug)]
pub enum Tenancy {
    /// Of a person whom the precinct knows.
    Known(RentalTenantId),
    /// Of somebody who was reported by name.
    Reported(TenantReportId),
}

/// A landlord's report, every personal value masked.
#[derive(Clone, Debug)]
pub struct TenantReport {
    /// Its id.
    pub id: TenantReportId,
    /// Of which rental.
    pub rental: RentalId,
    /// The tenancy of a person whom the precinct knows.
    pub tenant: Option<RentalTenantId>,
    /// The name, masked, of anybody else.
    pub name: Option<String>,
    /// The id number, masked, of anybody else.
    pub id_number: Option<String>,
    /// The telephone number, masked.
    pub phone: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// First day no longer.
    pub to: Option<NaiveDate>,
    /// The last day on which it was to be reported (RNT-01).
    pub due_on: NaiveDate,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
}

impl From<report_row::Model> for TenantReport {
    fn from(row: report_row::Model) -> Self {
        Self {
            id: TenantReportId(row.id),
            rental: RentalId(row.rental_id),
            tenant: row.tenant_id.map(RentalTenantId),
            name: row.name_masked,
            id_number: row.number_masked,
            phone: row.phone_masked,
            from: row.stay_from,
            to: row.stay_to,
            due_on: row.due_on,
            reported_at: row.reported_at,
        }
    }
}

impl Scope<Precinct> {
    /// Reports a tenant; the rental is let from then on.
    pub async fn report_tenant(&self, id: RentalId, new: &NewTenant, seen: i32) -> Result<Rental> {
        self.may(Domain::Rentals, Action::Manage)?;
        let today = self.store().clock().today();
        if new.from > today {
            return Err(Error::invalid("RENTAL_DATES", "from", "a tenant is reported when he has moved in"));
        }
        let sealed = self.sealed_tenant(&new.who, today).await?;
        let known = self.rows::<super::row::Entity>().get_now(id).await?.ok_or(Error::NotFound)?;
        let dwelling = DwellingId(known.dwelling_id);
        let limit = report_limit(self.store(), &self.city_at(dwelling).await?, today).await?;
        let (work, rental) = self.changeable_rental(id, seen).await?;
        let tenant = self.linked(&work, &new.who, sealed.number_hash.as_deref(), (id, new.from)).await?;
        let report = if tenant.is_some() { report_row::ActiveModel::default() } else { sealed.row() };
        work.add(report_row::ActiveModel {
            id: Set(work.new_id()),
            rental_id: Set(id.0),
            tenant_id: Set(tenant),
            stay_from: Set(new.from),
            due_on: Set(due_on(new.from, &limit)),
            reported_at: Set(self.store().clock().now()),
            taken_by: Set(self.member().account.map(Uuid::from)),
            taken_by_name: Set(self.member().name.clone()),
            ..report
        })
        .await?;
        let rental = step(&work, &rental, RentalStep::Let).await?;
        work.commit(Entry::new("reportTenant", Domain::Rentals.as_str()).on("rental", id).rows(1)).await?;
        rental.try_into()
    }

    /// The tenancy of a known person, opened.
    async fn linked(
        &self,
        work: &Work,
        who: &WhoStays,
        number_hash: Option<&[u8]>,
        (rental, from): (RentalId, NaiveDate),
    ) -> Result<Option<Uuid>> {
        use tenant_row::Column as C;
        let person = match (who, number_hash) {
            (WhoStays::Known(person), _) => Some(work.get::<person_row::Entity>(*person).await?.id),
            (_, Some(hash)) => {
                work.find::<person_row::Entity>(person_row::Column::NumberHash.eq(hash)).await?.map(|person| person.id)
            }
            _ => None,
        };
        let Some(person) = person else { return self.unknown(work, number_hash, rental).await };
        let open = C::RentalId.eq(rental).and(C::PersonId.eq(person)).and(C::StayTo.is_null());
        if work.find::<tenant_row::Entity>(open).await?.is_some() {
            return Err(Error::Conflict("the tenant is reported already"));
        }
        let id = work.new_id();
        work.add(tenant_row::ActiveModel {
            id: Set(id),
            rental_id: Set(rental.0),
            person_id: Set(person),
            stay_from: Set(from),
            ..Default::default()
        })
        .await?;
        Ok(Some(id))
    }

    /// Nobody whom the precinct knows: no tenancy, unless the same number stands in a report of the rental that lasts.
    async fn unknown(&self, work: &Work, number_hash: Option<&[u8]>, rental: RentalId) -> Result<Option<Uuid>> {
        use report_row::Column as C;
        let open =
            C::RentalId.eq(rental).and(C::NumberHash.eq(number_hash.map(<[u8]>::to_vec))).and(C::StayTo.is_null());
        match work.find::<report_row::Entity>(open).await? {
            Some(_) => Err(Error::Conflict("the tenant is reported already")),
            None => Ok(None),
        }
    }

    async fn sealed_tenant(&self, who: &WhoStays, today: NaiveDate) -> Result<Sealed> {
        let WhoStays::Named { name, id_number, phone } = who else { return Ok(Sealed::default()) };
        let (store, key) = (self.store(), self.store().data_key(self.precinct()).await?);
        let name = written_name(name, "name")?;
        let number = IdNumber::parse(id_number, today).map_err(|fault| fault.refusal("idNumber"))?;
        let phone = phone.as_deref().map(|phone| telephones::read(phone, "phone")).transpose()?;
        let seal = |clear: &str| key.seal(store.ids(), clear.as_bytes());
        Ok(Sealed {
            name: Some((seal(&name)?, masking::person_name(&name, number.birth_date(), today))),
            number: Some((seal(number.as_str())?, masking::id_number(number.as_str()))),
            number_hash: Some(store.keys().number_hash(number.as_str())),
            phone: phone.map(|phone| Ok::<_, Error>((seal(&phone)?, masking::phone(&phone)))).transpose()?,
        })
    }

    /// Ends a tenancy. Whoever stayed may stay registered elsewhere: his stay is prompted for, never deleted (RNT-02).
    pub async fn end_tenancy(&self, id: RentalId, tenancy: Tenancy, on: NaiveDate, seen: i32) -> Result<Rental> {
        let (work, rental) = self.changeable_rental(id, seen).await?;
        if on > self.store().clock().today() {
            return Err(Error::invalid("RENTAL_DATES", "endedOn", "a tenancy ends today at the latest"));
        }
        let ended = match tenancy {
            Tenancy::Known(tenant) => {
                let ended = work.execute(END_TENANT, vec![id.into(), on.into(), tenant.into()]).await?;
                work.execute(END_LINKED, vec![id.into(), on.into(), tenant.into()]).await?;
                ended
            }
            Tenancy::Reported(report) => work.execute(END_REPORT, vec![id.into(), on.into(), report.into()]).await?,
        };
        if ended != 1 {
            let message = "no tenancy of the rental that lasts began by that day";
            return Err(Error::invalid("RENTAL_DATES", "tenancyId", message));
        }
        let change = super::row::ActiveModel::default();
        let rental = if stays_on(&work, id).await? {
            super::filing::touch(&work, &rental, change).await?
        } else {
            step(&work, &rental, RentalStep::Empty).await?
        };
        work.commit(Entry::new("endTenancy", Domain::Rentals.as_str()).on("rental", id).rows(1)).await?;
        rental.try_into()
    }

    /// The reports of these rentals, the latest first.
    pub async fn tenant_reports(&self, rentals: &[RentalId]) -> Result<Vec<TenantReport>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<report_row::Entity>().filter(among(report_row::Column::RentalId, rentals));
        let rows = rows.backwards(report_row::Column::ReportedAt).ascending(report_row::Column::Id);
        Ok(rows.list(super::MOST).await?.into_iter().map(TenantReport::from).collect())
    }
}

const END_TENANT: &str = "UPDATE rental_tenant SET stay_to = $3 WHERE precinct_id = $1 AND rental_id = $2 AND id = $4 \
     AND stay_to IS NULL AND stay_from <= $3";
const END_LINKED: &str = "UPDATE tenant_report SET stay_to = $3 WHERE precinct_id = $1 AND rental_id = $2 AND tenant_id = $4 \
     AND stay_to IS NULL AND stay_from <= $3";
const END_REPORT: &str = "UPDATE tenant_report SET stay_to = $3 WHERE precinct_id = $1 AND rental_id = $2 AND id = $4 \
     AND tenant_id IS NULL AND stay_to IS NULL AND stay_from <= $3";

/// Whether anybody still stays in a rental.
async fn stays_on(work: &Work, rental: RentalId) -> Result<bool> {
    let open = tenant_row::Column::RentalId.eq(rental).and(tenant_row::Column::StayTo.is_null());
    if work.find::<tenant_row::Entity>(open).await?.is_some() {
        return Ok(true);
    }
    let open = report_row::Column::RentalId.eq(rental).and(report_row::Column::StayTo.is_null());
    Ok(work.find::<report_row::Entity>(open).await?.is_some())
}

/// What a city lets a landlord wait: its own limit, or the nationwide one.
pub(super) async fn report_limit(store: &Store, city: &str, on: NaiveDate) -> Result<Limit> {
    match limits::in_force(store, &format!("rental.tenant_report.{city}"), on).await {
        Err(Error::Invalid { code: "LIMIT_MISSING", .. }) => limits::in_force(store, "rental.tenant_report", on).await,
        found => found,
    }
}

/// The last day of a limit that begins with a day. Working days are Monday to Friday here.
pub(super) fn due_on(from: NaiveDate, limit: &Limit) -> NaiveDate {
    match limit.unit {
        Unit::Hours => from + Days::new(u64::from(limit.value.div_ceil(24))),
        Unit::WorkingDays => {
            let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let mut days = from.iter_days().skip(1).filter(works);
            days.nth(limit.value.saturating_sub(1) as usize).unwrap_or(from)
        }
        Unit::Days | Unit::Months | Unit::Years => limit.last_day(from).unwrap_or(from),
    }
}

/// A tenant's identity as it is kept: each value sealed and masked.
#[derive(Default)]
struct Sealed {
    name: Option<(Vec<u8>, String)>,
    number: Option<(Vec<u8>, String)>,
    number_hash: Option<Vec<u8>>,
    phone: Option<(Vec<u8>, String)>,
}

impl Sealed {
    fn row(self) -> report_row::ActiveModel {
        let parts = |pair: Option<(Vec<u8>, String)>| pair.unzip();
        let ((name_sealed, name_masked), (number_sealed, number_masked)) = (parts(self.name), parts(self.number));
        let (phone_sealed, phone_masked) = parts(self.phone);
        report_row::ActiveModel {
            name_sealed: Set(name_sealed),
            name_masked: Set(name_masked),
            number_sealed: Set(number_sealed),
            number_hash: Set(self.number_hash),
            number_masked: Set(number_masked),
            phone_sealed: Set(phone_sealed),
            phone_masked: Set(phone_masked),
            ..Default::default()
        }
    }
}

owned!(report_row, TenantReportId);

pub(crate) mod report_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tenant_report")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rental_id: Uuid,
        pub tenant_id: Option<Uuid>,
        pub name_sealed: Option<Vec<u8>>,
        pub name_masked: Option<String>,
        pub number_sealed: Option<Vec<u8>>,
        pub number_hash: Option<Vec<u8>>,
        pub number_masked: Option<String>,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub stay_from: Date,
        pub stay_to: Option<Date>,
        pub due_on: Date,
        pub reported_at: DateTimeUtc,
        pub taken_by: Option<Uuid>,
        pub taken_by_name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rnt_01_a_citys_limit_is_counted_in_its_own_unit() {
        let friday = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let due = |value, unit| {
            let limit =
                Limit { key: "x".to_owned(), value, unit, valid_from: friday, valid_to: None, source: "P".to_owned() };
            (due_on(friday, &limit) - friday).num_days()
        };
        assert_eq!(
            [due(24, Unit::Hours), due(3, Unit::Days), due(3, Unit::WorkingDays), due(7, Unit::Days)],
            [1, 3, 5, 7]
        );
    }
}
