//! What is open at rentals (待办): tenants without a decision on their stay (RNT-01), stays that outlast a tenancy (RNT-02), defects.
//! Nothing is stored: a task is there as long as what makes it is.

use chrono::NaiveDate;
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use super::tenancies::{due_on, report_limit};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PrecinctId, RentalId, StayId, TenantReportId};
use crate::limits::Limit;
use crate::page::{Page, Paging};
use crate::residence_permits::city_of;
use crate::roles::{Action, Domain, Reach};
use crate::scope::{Precinct, Scope};
use crate::words::words;

words! {
    /// What is to be done (待办类型).
    pub enum RentalTaskKind {
        /// Decide whether a tenant's stay is to be registered (RNT-01, 办理暂住登记).
        DecideStay = "DECIDE_STAY",
        /// See whether the stay of somebody whose tenancy ended goes on (RNT-02, 核实暂住登记).
        EndStay = "END_STAY",
        /// See that a defect of the building is mended (督促整改).
        MendDefect = "MEND_DEFECT",
    }
}

/// One thing to be done at a rental.
#[derive(Clone, Debug)]
pub struct RentalTask {
    /// What.
    pub kind: RentalTaskKind,
    /// The tenancy, report or defect it comes from.
    pub id: Uuid,
    /// The precinct.
    pub precinct: PrecinctId,
    /// At which rental.
    pub rental: RentalId,
    /// Concerning whom, where the precinct knows the person.
    pub person: Option<PersonId>,
    /// Concerning whom else, by the landlord's report.
    pub report: Option<TenantReportId>,
    /// Concerning which stay.
    pub stay: Option<StayId>,
    /// Since when.
    pub since: NaiveDate,
    /// Until when, where a limit runs.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is over.
    pub overdue: bool,
}

/// Which tasks a list holds; every part narrows it.
#[derive(Clone, Copy, Debug, Default)]
pub struct TaskFilter {
    /// Of a kind.
    pub kind: Option<RentalTaskKind>,
    /// Those whose limit is over.
    pub overdue: bool,
}

impl Scope<Precinct> {
    /// A page of open tasks, the oldest first, within the role's reach; noted in the trail.
    pub async fn rental_tasks(&self, filter: TaskFilter, paging: &Paging) -> Result<Page<RentalTask>> {
        self.may(Domain::Rentals, Action::List)?;
        let limit = self.own_report_limit().await?;
        let today = self.store().clock().today();
        let mut asked = Asked::new(self, filter, &limit);
        if let Some(key) = &paging.after {
            let since: NaiveDate = key.sort.parse().map_err(Error::internal)?;
            let (since, id) = (asked.bind(since.into()), asked.bind(key.id.into()));
            asked.conditions.push(format!("(x.since, x.id) > (${since}, ${id})"));
        }
        let sql = asked.sql("x.kind, x.id, x.rental_id, x.person_id, x.report_id, x.stay_id, x.since");
        let sql = format!("{sql} ORDER BY x.since, x.id LIMIT {}", paging.first + 1);
        let rows = self.run_all(self.statement(&sql, asked.values)).await?;
        let tasks = rows.iter().map(|row| task(row, self.precinct(), &limit, today)).collect::<Result<Vec<_>>>()?;
        let page = Page::cut(tasks, paging.first);
        let persons = page.items.iter().filter_map(|task| task.person.map(Uuid::from)).collect();
        self.note(self.precinct(), Entry::new("rentalTasks", Domain::Rentals.as_str()).showing(persons));
        Ok(page)
    }

    /// How many tasks a list holds.
    pub async fn count_rental_tasks(&self, filter: TaskFilter) -> Result<u64> {
        self.may(Domain::Rentals, Action::List)?;
        let limit = self.own_report_limit().await?;
        let asked = Asked::new(self, filter, &limit);
        let rows = self.run_all(self.statement(&asked.sql("count(*)"), asked.values)).await?;
        let count: i64 = rows.first().map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// The limit of the city this precinct lies in.
    async fn own_report_limit(&self) -> Result<Limit> {
        let sql = "SELECT division_code FROM community WHERE precinct_id = $1 ORDER BY code LIMIT 1";
        let rows = self.query(sql, Vec::new()).await?;
        let code: String = rows.first().map_or(Ok(String::new()), |row| row.try_get_by_index(0))?;
        report_limit(self.store(), &city_of(&code), self.store().clock().today()).await
    }
}

/// Tenants whom the precinct knows, and those who were reported by name, without a stay or a decision at the dwelling.
const KNOWN: &str = "SELECT 'DECIDE_STAY' AS kind, t.id AS id, r.id AS rental_id, t.person_id AS person_id, CAST(NULL AS uuid) AS report_id, \
     CAST(NULL AS uuid) AS stay_id, t.stay_from AS since, r.beat_id AS beat_id FROM rental_tenant t \
     JOIN rental r ON r.precinct_id = t.precinct_id AND r.id = t.rental_id WHERE t.precinct_id = $1 AND r.precinct_id = $1 AND t.stay_to IS NULL \
     AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.precinct_id = $1 AND s.person_id = t.person_id AND s.dwelling_id = r.dwelling_id \
     AND (s.ended_on IS NULL OR s.ended_on > t.stay_from)) AND NOT EXISTS (SELECT 1 FROM stay_decision d WHERE d.precinct_id = $1 \
     AND d.person_id = t.person_id AND d.dwelling_id = r.dwelling_id AND d.outcome <> 'NEEDED')";
const REPORTED: &str = "SELECT 'DECIDE_STAY', t.id, r.id, CAST(NULL AS uuid), t.id, CAST(NULL AS uuid), t.stay_from, r.beat_id FROM tenant_report t \
     JOIN rental r ON r.precinct_id = t.precinct_id AND r.id = t.rental_id WHERE t.precinct_id = $1 AND r.precinct_id = $1 AND t.stay_to IS NULL \
     AND t.tenant_id IS NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN stay_decision d ON d.precinct_id = p.precinct_id AND d.person_id = p.id \
     WHERE p.precinct_id = $1 AND d.precinct_id = $1 AND p.number_hash = t.number_hash AND d.dwelling_id = r.dwelling_id)";
/// Stays that last although the tenancy they began with has ended and no other has begun.
const OUTLAST: &str = "SELECT 'END_STAY', t.id, r.id, t.person_id, CAST(NULL AS uuid), s.id, t.stay_to, r.beat_id FROM rental_tenant t \
     JOIN rental r ON r.precinct_id = t.precinct_id AND r.id = t.rental_id \
     JOIN stay s ON s.precinct_id = t.precinct_id AND s.person_id = t.person_id AND s.dwelling_id = r.dwelling_id \
     WHERE t.precinct_id = $1 AND r.precinct_id = $1 AND s.precinct_id = $1 AND t.stay_to IS NOT NULL AND s.ended_on IS NULL \
     AND s.stay_from <= t.stay_to AND NOT EXISTS (SELECT 1 FROM rental_tenant n WHERE n.precinct_id = $1 AND n.person_id = t.person_id \
     AND n.rental_id = t.rental_id AND n.stay_to IS NULL)";
const DEFECTS: &str = "SELECT 'MEND_DEFECT', t.id, r.id, CAST(NULL AS uuid), CAST(NULL AS uuid), CAST(NULL AS uuid), t.found_on, r.beat_id \
     FROM rental_defect t JOIN rental r ON r.precinct_id = t.precinct_id AND r.id = t.rental_id \
     WHERE t.precinct_id = $1 AND r.precinct_id = $1 AND t.mended_on IS NULL";

/// A question about tasks, `$1` the precinct throughout.
struct Asked {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Asked {
    fn new(scope: &Scope<Precinct>, filter: TaskFilter, limit: &Limit) -> Self {
        let mut asked = Self { conditions: Vec::new(), values: vec![scope.precinct().into()] };
        if scope.member().role.reach() == Reach::OwnBeats {
            let places: Vec<String> =
                scope.member().beats.iter().map(|beat| format!("${}", asked.bind((*beat).into()))).collect();
            let within =
                if places.is_empty() { "1 = 0".to_owned() } else { format!("x.beat_id IN ({})", places.join(", ")) };
            asked.conditions.push(within);
        }
        if let Some(kind) = filter.kind {
            let kind = asked.bind(kind.as_str().into());
            asked.conditions.push(format!("x.kind = ${kind}"));
        }
        if filter.overdue {
            let since = asked.bind(overdue_before(scope.store().clock().today(), limit).into());
            asked.conditions.push(format!("x.kind = 'DECIDE_STAY' AND x.since < ${since}"));
        }
        asked
    }

    fn bind(&mut self, value: Value) -> usize {
        self.values.push(value);
        self.values.len()
    }

    fn sql(&self, select: &str) -> String {
        let tasks = [KNOWN, REPORTED, OUTLAST, DEFECTS].join(" UNION ALL ");
        let conditions: String = self.conditions.iter().map(|condition| format!(" AND {condition}")).collect();
        format!("SELECT {select} FROM ({tasks}) x WHERE 1 = 1{conditions}")
    }
}

/// The first day whose limit is not over today: a stay that began before it is overdue.
fn overdue_before(today: NaiveDate, limit: &Limit) -> NaiveDate {
    let mut day = today;
    while let Some(before) = day.pred_opt().filter(|before| due_on(*before, limit) >= today) {
        day = before;
    }
    day
}

fn task(row: &QueryResult, precinct: PrecinctId, limit: &Limit, today: NaiveDate) -> Result<RentalTask> {
    let kind: RentalTaskKind = row.try_get_by_index::<String>(0)?.parse().map_err(Error::internal)?;
    let id_at = |place| row.try_get_by_index::<Option<Uuid>>(place);
    let since: NaiveDate = row.try_get_by_index(6)?;
    let due = (kind == RentalTaskKind::DecideStay).then(|| due_on(since, limit));
    Ok(RentalTask {
        kind,
        id: row.try_get_by_index(1)?,
        precinct,
        rental: RentalId(row.try_get_by_index(2)?),
        person: id_at(3)?.map(PersonId),
        report: id_at(4)?.map(TenantReportId),
        stay: id_at(5)?.map(StayId),
        since,
        due_on: due,
        overdue: due.is_some_and(|due| due < today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Unit;

    #[test]
    fn rnt_01_whoever_began_before_the_day_found_is_overdue_and_nobody_else() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        for (value, unit) in [(24, Unit::Hours), (3, Unit::Days), (3, Unit::WorkingDays), (7, Unit::Days)] {
            let limit = Limit {
                key: "x".to_owned(),
                value,
                unit,
                valid_from: day(1, 1),
                valid_to: None,
                source: "P".to_owned(),
            };
            for today in day(11, 16).iter_days().take(14) {
                let first = overdue_before(today, &limit);
                for since in day(10, 20).iter_days().take_while(|since| *since <= today) {
                    assert_eq!(due_on(since, &limit) < today, since < first, "{value} {since} {today}");
                }
            }
        }
    }
}
