//! Appointments (预约) as GraphQL objects: the places that are free, who holds one, and what becomes of it.

mod changes;
mod opening;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::appointments::{self as rows, AppointmentKind, AppointmentMatter, AppointmentState};
use tenants::ids::{AppointmentId, PrecinctId};
use tenants::roles::Role;

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

pub use changes::{AppointmentMutations, AppointmentSubscriptions};
pub use opening::{AppointmentSlot, OpeningDay, OpeningMutations, OpeningPattern, OpeningWindow};
pub(crate) use opening::{calendar, pattern, slots};

/// An appointment.
pub struct Appointment(pub rows::Appointment);

listed!(Appointment, rows::Appointment, "AppointmentConnection", "AppointmentEdge", |row| (row.queue_key, row.id));

/// An appointment at the window (预约), its visitor masked. Permission: one's own; the station's APPOINTMENTS LIST. Cost: 1.
#[Object]
impl Appointment {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Appointment, self.0.precinct, self.0.id)
    }

    /// The number that is called (预约号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// The day (日期).
    async fn day(&self) -> Date {
        Date(self.0.day)
    }

    /// When its slot begins (开始时间).
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.starts_at
    }

    /// When its slot ends (结束时间).
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.ends_at
    }

    /// How the visitor came by it (预约方式).
    async fn kind(&self) -> Word<AppointmentKind> {
        Word(self.0.kind)
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<AppointmentState> {
        Word(self.0.state)
    }

    /// Whether there is a place for it; not any more when the hours were changed, and then another is to be taken (是否有效, APT-02).
    async fn fits(&self) -> bool {
        self.0.unfit_since.is_none()
    }

    /// Since when there is none (失效时间).
    async fn unfit_since(&self) -> Option<DateTime<Utc>> {
        self.0.unfit_since
    }

    /// What the visitor comes for (事项).
    async fn matter(&self) -> Word<AppointmentMatter> {
        Word(self.0.matter)
    }

    /// What else is to be known; numbers in it are masked (备注).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Whether a resident booked it himself from his telephone (本人预约).
    async fn by_resident(&self) -> bool {
        self.0.is_own
    }

    /// The visitor's name, masked; of a resident only when his record is linked (姓名).
    async fn visitor_name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// The visitor's telephone number, masked (电话).
    async fn visitor_phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Who made it; for the station only (登记人).
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let shown = ctx.member()?.role != Role::Resident;
        Ok(Some(self.0.made_by.as_str()).filter(|_| shown))
    }

    /// When it was made (预约时间).
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// When the visitor came (到场时间).
    async fn checked_in_at(&self) -> Option<DateTime<Utc>> {
        self.0.checked_in_at
    }

    /// Who closed it; for the station only (经办人).
    async fn closed_by(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let shown = ctx.member()?.role != Role::Resident;
        Ok(self.0.closed_by.as_deref().filter(|_| shown))
    }

    /// When it was served, missed or given back (结束办理时间).
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.closed_at
    }

    /// Why it was given back; numbers in it are masked (取消原因).
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Which appointments a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AppointmentFilter {
    /// Of a day (日期).
    pub day: Option<Date>,
    /// In one of these states (状态).
    pub states: Option<Vec<Word<AppointmentState>>>,
    /// Booked, and without a place since the hours were changed (须改约, APT-02).
    pub unfit: Option<bool>,
}

impl AppointmentFilter {
    fn read(self) -> rows::AppointmentFilter {
        rows::AppointmentFilter {
            day: self.day.map(Date::day),
            states: self.states.unwrap_or_default().into_iter().map(|word| word.0).collect(),
            unfit: self.unfit.unwrap_or_default(),
        }
    }
}

/// A page of a station's appointments.
pub(crate) async fn appointments(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<AppointmentFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Appointment>> {
    let list = List { name: "appointments", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = filter.unwrap_or_default().read();
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.appointments(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_appointments(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// A page of the asker's own.
pub(crate) async fn my_appointments(
    ctx: &Context<'_>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Appointment>> {
    let member = ctx.member()?;
    let list = List { name: "myAppointments", owner: member.account.map_or(member.precinct.0, uuid::Uuid::from) };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.home()?.scope.clone();
    let page = scope.my_appointments(&paging).await.told(ctx)?;
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_my_appointments().await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One of them, for `node`.
pub(crate) async fn appointment(ctx: &Context<'_>, precinct: PrecinctId, id: AppointmentId) -> Result<Appointment> {
    ctx.at(precinct)?.scope.appointment(id).await.told(ctx).map(Appointment)
}
