//! What changes appointments, and what a resident hears of his own.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Subscription};
use chrono::{DateTime, Utc};
use futures_util::{Stream, StreamExt as _};
use tenants::appointments::{self as rows, AppointmentMatter, Errand, Visitor};
use tenants::events::Hearing;
use tenants::ids::AppointmentId;
use tenants::purposes::Purpose;

use super::Appointment;
use crate::context::{Doorway, Opened};
use crate::error::{UserError, outcome};
use crate::events::Event;
use crate::id::Kind;
use crate::live;
use crate::words::Word;

/// A person for whom staff books, or who came without an appointment (来访人).
#[derive(InputObject)]
pub struct VisitorInput {
    /// The name, 1 to 60 characters (姓名).
    pub name: String,
    /// A telephone number at which he or somebody of his is reached (电话).
    pub phone: Option<String>,
}

impl From<VisitorInput> for Visitor {
    fn from(input: VisitorInput) -> Self {
        Self { name: input.name, phone: input.phone }
    }
}

/// A place to be booked.
#[derive(InputObject)]
pub struct BookAppointmentInput {
    /// When its slot begins, as appointmentSlots says (开始时间).
    pub starts_at: DateTime<Utc>,
    /// What the visitor comes for (事项).
    pub matter: Word<AppointmentMatter>,
    /// What else is to be known, in at most 200 characters (备注).
    pub note: Option<String>,
    /// For whom, when staff books; a resident books for himself and names nobody (来访人, APT-03).
    pub visitor: Option<VisitorInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// Somebody who comes without an appointment.
#[derive(InputObject)]
pub struct TakeWalkInInput {
    /// In which slot of today; by default the first that is not over and has a place (开始时间).
    pub starts_at: Option<DateTime<Utc>>,
    /// What the visitor comes for (事项).
    pub matter: Word<AppointmentMatter>,
    /// What else is to be known, in at most 200 characters (备注).
    pub note: Option<String>,
    /// Who came (来访人).
    pub visitor: VisitorInput,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An appointment as it was seen.
#[derive(InputObject)]
pub struct AppointmentInput {
    /// Which appointment (预约).
    pub appointment_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A place to be given back.
#[derive(InputObject)]
pub struct CancelAppointmentInput {
    /// Which appointment (预约).
    pub appointment_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why, in at most 200 characters (取消原因).
    pub reason: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An appointment whose visitor is to be seen in clear.
#[derive(InputObject)]
pub struct RevealAppointmentInput {
    /// Which appointment (预约).
    pub appointment_id: ID,
    /// For which purpose (用途, PRV-02).
    pub purpose: Word<Purpose>,
}

/// An appointment made or changed.
#[derive(SimpleObject)]
pub struct AppointmentPayload {
    /// The appointment as it is now, unless refused.
    pub appointment: Option<Appointment>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A visitor in clear.
#[derive(SimpleObject)]
pub struct ClearVisitor {
    /// The name (姓名).
    pub name: Option<String>,
    /// A telephone number at which he is reached; none of a resident, who hears by his own (电话).
    pub phone: Option<String>,
}

/// What a reveal brought.
#[derive(SimpleObject)]
pub struct RevealAppointmentPayload {
    /// The clear values, unless refused.
    pub revealed: Option<ClearVisitor>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Appointment>) -> Result<AppointmentPayload> {
    let (appointment, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(AppointmentPayload { appointment: appointment.map(Appointment), user_errors })
}

/// An appointment with the version seen, and the precinct opened for it.
fn which(ctx: &Context<'_>, id: &ID, seen: i32) -> Result<(std::sync::Arc<Opened>, (AppointmentId, i32))> {
    let (precinct, appointment) = ctx.row(Kind::Appointment, id)?;
    Ok((ctx.at(precinct)?, (appointment, seen)))
}

/// What changes appointments.
#[derive(Default)]
pub struct AppointmentMutations;

#[Object]
impl AppointmentMutations {
    /// Takes a place in a slot of the asker's station: a resident for himself, staff for somebody without a telephone (预约, APT-01, APT-03).
    /// Permission: residents, or APPOINTMENTS PREPARE. Cost: 10.
    async fn book_appointment(&self, ctx: &Context<'_>, input: BookAppointmentInput) -> Result<AppointmentPayload> {
        let errand = Errand { matter: input.matter.0, note: input.note, visitor: input.visitor.map(Visitor::from) };
        payload(ctx, ctx.home()?.scope.book_appointment(input.starts_at, &errand).await)
    }

    /// Gives whoever comes without an appointment a place of today: one that is kept for that, or one of a slot that has begun and that
    /// nobody booked (现场取号). Permission: APPOINTMENTS PREPARE. Cost: 10.
    async fn take_walk_in(&self, ctx: &Context<'_>, input: TakeWalkInInput) -> Result<AppointmentPayload> {
        let errand = Errand { matter: input.matter.0, note: input.note, visitor: Some(input.visitor.into()) };
        payload(ctx, ctx.home()?.scope.take_walk_in(input.starts_at, &errand).await)
    }

    /// Says that the visitor has come, on the day of his place (到场). Permission: APPOINTMENTS PREPARE. Cost: 10.
    async fn check_in_appointment(&self, ctx: &Context<'_>, input: AppointmentInput) -> Result<AppointmentPayload> {
        let (opened, which) = which(ctx, &input.appointment_id, input.expected_version)?;
        payload(ctx, opened.scope.check_in_appointment(which).await)
    }

    /// Says that the visitor was served (办理完毕). Permission: APPOINTMENTS PREPARE. Cost: 10.
    async fn serve_appointment(&self, ctx: &Context<'_>, input: AppointmentInput) -> Result<AppointmentPayload> {
        let (opened, which) = which(ctx, &input.appointment_id, input.expected_version)?;
        payload(ctx, opened.scope.serve_appointment(which).await)
    }

    /// Says that the visitor did not come, once his slot has begun, or did not wait: the place is free again, and nothing else follows
    /// (未到, APT-04). Permission: APPOINTMENTS PREPARE. Cost: 10.
    async fn miss_appointment(&self, ctx: &Context<'_>, input: AppointmentInput) -> Result<AppointmentPayload> {
        let (opened, which) = which(ctx, &input.appointment_id, input.expected_version)?;
        payload(ctx, opened.scope.miss_appointment(which).await)
    }

    /// Gives a place back: a resident his own, staff anybody's (取消预约). Permission: residents, or APPOINTMENTS PREPARE. Cost: 10.
    async fn cancel_appointment(&self, ctx: &Context<'_>, input: CancelAppointmentInput) -> Result<AppointmentPayload> {
        let (opened, which) = which(ctx, &input.appointment_id, input.expected_version)?;
        payload(ctx, opened.scope.cancel_appointment(which, input.reason.as_deref()).await)
    }

    /// Shows whom staff booked for in clear, to call him while the place is held, for a purpose, audited (查看来访人, PRV-02). Permission:
    /// APPOINTMENTS PREPARE and PERSONS REVEAL. Cost: 30.
    async fn reveal_appointment(
        &self,
        ctx: &Context<'_>,
        input: RevealAppointmentInput,
    ) -> Result<RevealAppointmentPayload> {
        let (precinct, id) = ctx.row(Kind::Appointment, &input.appointment_id)?;
        let result = ctx.at(precinct)?.scope.reveal_appointment(id, input.purpose.0).await;
        let (clear, user_errors) = outcome(result, ctx.asking().language())?;
        let revealed = clear.map(|clear| ClearVisitor { name: clear.name, phone: clear.phone });
        Ok(RevealAppointmentPayload { revealed, user_errors })
    }
}

/// What a resident hears.
#[derive(Default)]
pub struct AppointmentSubscriptions;

#[Subscription]
impl AppointmentSubscriptions {
    /// What happens to the asker's own appointments, after a cursor or from now on: also that one lost its place (我的预约订阅, APT-02).
    /// Permission: residents only. Cost: 10, and 1 an event.
    async fn my_appointment_changed(
        &self,
        ctx: &Context<'_>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Event>>> {
        Ok(live::events(ctx, None, after.as_deref(), Hearing::OwnAppointments).await?.map(|event| event.map(Event)))
    }
}
