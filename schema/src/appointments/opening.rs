//! When a station is open (开放时间) as GraphQL objects: the calendar, the pattern it is made of, and the slots with their free places.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Days, NaiveDate, Utc};
use tenants::appointments::{self as rows, DAYS, Day, NewException, NewPattern, OpeningBasis, Window};
use tenants::ids::PrecinctId;
use tenants::roles::{Action, Domain};

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::words::Word;

/// A stretch of a day in which the station is open, cut into slots of one length (开放时段). Permission: APPOINTMENTS LIST, and
/// residents. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct OpeningWindow {
    /// When it begins in Beijing, such as 09:00 (开始).
    pub opens: String,
    /// When it ends (结束).
    pub closes: String,
    /// The length of a slot, in minutes (每段时长).
    pub slot_minutes: i32,
    /// How many can be served in a slot (每段容量).
    pub capacity: i32,
    /// How many of them are kept for those who come without an appointment (现场预留).
    pub walk_ins: i32,
}

impl From<Window> for OpeningWindow {
    fn from(window: Window) -> Self {
        let [opens, closes] = window.times();
        Self {
            opens,
            closes,
            slot_minutes: window.slot.into(),
            capacity: window.capacity.into(),
            walk_ins: window.walk_ins.into(),
        }
    }
}

/// A day, and when the station is open on it (开放日). Permission: APPOINTMENTS LIST, and residents. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct OpeningDay {
    /// The day (日期).
    pub day: Date,
    /// By what it is open or closed (依据).
    pub basis: Word<OpeningBasis>,
    /// When it is open; closed if never (开放时段). Cost: 1 each.
    pub windows: Vec<OpeningWindow>,
    /// Why, of an exception; numbers in it are masked (原因).
    pub reason: Option<String>,
}

/// When the station is open on a weekday (开放周例). Permission: APPOINTMENTS LIST, and residents. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct OpeningPattern {
    /// The weekday (星期).
    pub weekday: Word<Day>,
    /// When it is open; closed if never (开放时段). Cost: 1 each.
    pub windows: Vec<OpeningWindow>,
    /// The first day in force (生效日期).
    pub valid_from: Date,
    /// The first day no longer; none while it is (失效日期).
    pub valid_to: Option<Date>,
}

/// A slot that is still to come, and what is free in it (可预约时段). Permission: APPOINTMENTS LIST, and residents. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct AppointmentSlot {
    /// When it begins; what bookAppointment names it by (开始时间).
    pub starts_at: DateTime<Utc>,
    /// When it ends (结束时间).
    pub ends_at: DateTime<Utc>,
    /// How many can be served in it (容量).
    pub capacity: i32,
    /// How many of them are kept for those who come without an appointment (现场预留).
    pub walk_ins: i32,
    /// How many places can still be booked (余号).
    pub free: i32,
}

/// The days asked for: by default from today on, and as many as may be.
fn days(ctx: &Context<'_>, from: Option<Date>, to: Option<Date>) -> (NaiveDate, NaiveDate) {
    let from = from.map_or_else(|| ctx.asking().store().clock().today(), Date::day);
    let last = || from.checked_add_days(Days::new(DAYS - 1)).unwrap_or(from);
    (from, to.map_or_else(last, Date::day))
}

fn windows(windows: Vec<Window>) -> Vec<OpeningWindow> {
    windows.into_iter().map(OpeningWindow::from).collect()
}

/// When a station is open.
pub(crate) async fn calendar(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Vec<OpeningDay>> {
    let (from, to) = days(ctx, from, to);
    let days = ctx.at(precinct)?.scope.opening_calendar(from, to).await.told(ctx)?;
    let day = |day: rows::OpeningDay| OpeningDay {
        day: Date(day.day),
        basis: Word(day.basis),
        windows: windows(day.windows),
        reason: day.reason,
    };
    Ok(days.into_iter().map(day).collect())
}

/// A station's pattern.
pub(crate) async fn pattern(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    as_of: Option<Date>,
) -> Result<Vec<OpeningPattern>> {
    let on = as_of.map_or_else(|| ctx.asking().store().clock().today(), Date::day);
    let rows = ctx.at(precinct)?.scope.opening_pattern(on).await.told(ctx)?;
    let pattern = |row: rows::OpeningPattern| OpeningPattern {
        weekday: Word(row.weekday),
        windows: windows(row.windows),
        valid_from: Date(row.valid_from),
        valid_to: row.valid_to.map(Date),
    };
    Ok(rows.into_iter().map(pattern).collect())
}

/// A station's slots.
pub(crate) async fn slots(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Vec<AppointmentSlot>> {
    let (from, to) = days(ctx, from, to);
    let slots = ctx.at(precinct)?.scope.appointment_slots(from, to).await.told(ctx)?;
    let slot = |slot: rows::FreeSlot| AppointmentSlot {
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        capacity: slot.capacity.into(),
        walk_ins: slot.walk_ins.into(),
        free: slot.free.into(),
    };
    Ok(slots.into_iter().map(slot).collect())
}

/// A stretch of a day in which the station is to be open.
#[derive(InputObject)]
pub struct OpeningWindowInput {
    /// When it begins in Beijing, such as 09:00 (开始).
    pub opens: String,
    /// When it ends (结束).
    pub closes: String,
    /// The length of a slot, 10 to 240 minutes; the window has whole slots (每段时长).
    pub slot_minutes: i32,
    /// How many can be served in a slot, 1 to 100 (每段容量).
    pub capacity: i32,
    /// How many of them are kept for those who come without an appointment (现场预留).
    pub walk_ins: i32,
}

fn read(windows: Vec<OpeningWindowInput>) -> tenants::Result<Vec<Window>> {
    let window = |window: OpeningWindowInput| {
        Window::between(&window.opens, &window.closes, (window.slot_minutes, window.capacity, window.walk_ins))
    };
    windows.into_iter().map(window).collect()
}

/// When the station is to be open on weekdays.
#[derive(InputObject)]
pub struct SetOpeningPatternInput {
    /// On which (星期).
    pub weekdays: Vec<Word<Day>>,
    /// From which day on, today or later (生效日期).
    pub from: Date,
    /// When it is open then; never, if there are none (开放时段).
    pub windows: Vec<OpeningWindowInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// How a day is to be open.
#[derive(InputObject)]
pub struct SetOpeningExceptionInput {
    /// The day, today or later (日期).
    pub day: Date,
    /// When it is open then: an empty list closes it, and without a list it is again as its weekday says (开放时段).
    pub windows: Option<Vec<OpeningWindowInput>>,
    /// Why, in 1 to 200 characters (原因).
    pub reason: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// The hours were changed.
#[derive(SimpleObject)]
pub struct OpeningPayload {
    /// How many bookings lost their place; appointments(filter: {unfit: true}) lists them (须改约数, APT-02).
    pub unfit: Option<i32>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes the hours.
#[derive(Default)]
pub struct OpeningMutations;

#[Object]
impl OpeningMutations {
    /// Says when the asker's station is open on weekdays from a day on; every booking is looked at again, and who lost his place hears it
    /// (设置开放周例, APT-02). Permission: APPOINTMENTS MANAGE. Cost: 50.
    async fn set_opening_pattern(&self, ctx: &Context<'_>, input: SetOpeningPatternInput) -> Result<OpeningPayload> {
        let scope = &ctx.home()?.scope;
        let (weekdays, from) = (input.weekdays.into_iter().map(|word| word.0).collect(), input.from.day());
        let set = async {
            scope.may(Domain::Appointments, Action::Manage)?;
            scope.set_opening_pattern(NewPattern { weekdays, from, windows: read(input.windows)? }).await
        };
        payload(ctx, set.await)
    }

    /// Opens the asker's station on a day otherwise than its weekday says, or closes it; every booking of the day is looked at again
    /// (设置特别安排, APT-02). Permission: APPOINTMENTS MANAGE. Cost: 50.
    async fn set_opening_exception(
        &self,
        ctx: &Context<'_>,
        input: SetOpeningExceptionInput,
    ) -> Result<OpeningPayload> {
        let scope = &ctx.home()?.scope;
        let (day, reason) = (input.day.day(), input.reason);
        let set = async {
            scope.may(Domain::Appointments, Action::Manage)?;
            let windows = input.windows.map(read).transpose()?;
            scope.set_opening_exception(NewException { day, windows, reason }).await
        };
        payload(ctx, set.await)
    }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<usize>) -> Result<OpeningPayload> {
    let (unfit, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(OpeningPayload { unfit: unfit.map(|unfit| i32::try_from(unfit).unwrap_or(i32::MAX)), user_errors })
}
