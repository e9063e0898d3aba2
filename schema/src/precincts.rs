//! Precincts (派出所): where all data of a tenant hangs, so that the scope is visible in the query.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use tenants::applications::AssistState;
use tenants::case_files::CaseFileState;
use tenants::events::EventKind;
use tenants::ids::PrecinctId;
use tenants::persons::ApprovalState;
use tenants::precincts::{self as rows, PrecinctState};
use tenants::purposes::Purpose;
use tenants::residents::ConfirmationState;
use tenants::rights_requests::RightsState;

use crate::accounts::{self, Account};
use crate::acts::{self, Act, ActFilter, RegisterBalance};
use crate::addresses::{self, Address};
use crate::api_tokens::{self, ApiToken};
use crate::applications::{self, Application, ApplicationFilter, OfficeTask, Worklist};
use crate::appointments::{self, Appointment, AppointmentFilter, AppointmentSlot, OpeningDay, OpeningPattern};
use crate::areas::{self, Jurisdiction};
use crate::audit::{self, AuditEntry, AuditFilter, AuditVerdict, Sighting};
use crate::beats::{self, Beat};
use crate::case_files::{self, CaseFile};
use crate::certificates::{self, Certificate};
use crate::communities::{self, Community};
use crate::context::{Doorway, Found};
use crate::dates::{Date, moment};
use crate::direct::Hot;
use crate::documents::{self, Document, DocumentFilter};
use crate::dwellings::{self, Dwelling};
use crate::events::{self, Event};
use crate::households::{self, AskHousehold, AskHouseholds, HouseholdFilter};
use crate::id::Kind;
use crate::overview::Overview;
use crate::page::Connection;
use crate::persons::{self, Person, PersonSearchInput, PersonSearchResult, RevealApproval};
use crate::rentals::{self, Rental, RentalFilter, RentalTask, RentalTaskFilter};
use crate::residence_permits::{self, ResidencePermit, ResidencePermitFilter};
use crate::residents::{self, ResidentConfirmation};
use crate::rights_requests::{self, RightsRequest};
use crate::stays::{self, Stay, StayFilter};
use crate::transfers::{self, Transfer, TransferFilter};
use crate::webhooks::{self, Webhook};
use crate::words::Word;

/// A precinct: always its id, and its row where a list brought it.
pub struct Precinct(pub Known);

/// What is known of a precinct before a field asks for more: most documents only pass through it, and need no statement for that.
pub struct Known {
    /// Its id.
    pub id: PrecinctId,
    row: Option<rows::Precinct>,
}

impl Precinct {
    /// A precinct of a list.
    pub(crate) fn of(row: rows::Precinct) -> Self {
        Self(Known { id: row.id, row: Some(row) })
    }

    async fn row(&self, ctx: &Context<'_>) -> Result<rows::Precinct> {
        match &self.0.row {
            Some(row) => Ok(row.clone()),
            None => ctx.home()?.load.precincts.load(self.0.id).await.found(ctx),
        }
    }
}

impl crate::page::Listed for Precinct {
    type Row = rows::Precinct;
    const CONNECTION: &'static str = "PrecinctConnection";
    const EDGE: &'static str = "PrecinctEdge";

    fn node(row: Self::Row) -> Self {
        Self::of(row)
    }

    fn key(row: &Self::Row) -> tenants::page::Key {
        tenants::page::Key { sort: row.code.clone(), id: row.id.into() }
    }
}

/// A precinct (派出所): the tenant. Everything of a station hangs here. Permission: within the asker's reach. Cost: 1.
#[Object]
impl Precinct {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Precinct, self.0.id, self.0.id)
    }

    /// Its code, opaque (机构代码).
    async fn code(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.row(ctx).await?.code)
    }

    /// Its name (名称).
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.row(ctx).await?.name)
    }

    /// Its short name (简称).
    async fn short_name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.row(ctx).await?.short_name)
    }

    /// Whether it may be used (状态).
    async fn state(&self, ctx: &Context<'_>) -> Result<Word<PrecinctState>> {
        Ok(Word(self.row(ctx).await?.state))
    }

    /// Its address (地址).
    async fn address_text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.row(ctx).await?.address)
    }

    /// Its public telephone number (电话).
    async fn phone(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.row(ctx).await?.phone)
    }

    /// Counts of the whole precinct (概览). Permission: OVERVIEW LIST. Cost: 1.
    async fn overview(&self, ctx: &Context<'_>) -> Result<Overview> {
        crate::overview::of_precinct(ctx, self.0.id).await
    }

    /// Areas this precinct is responsible for on a day, default today (管辖区域, §2.2). Permission: PLACES LIST. Cost: 1 each.
    async fn jurisdictions(&self, ctx: &Context<'_>, as_of: Option<Date>) -> Result<Vec<Jurisdiction>> {
        areas::jurisdictions(ctx, self.0.id, as_of).await
    }

    /// Its beats (警务区). Permission: PLACES LIST. Cost: 1 each.
    async fn beats(&self, ctx: &Context<'_>) -> Result<Vec<Beat>> {
        beats::beats(ctx, self.0.id).await
    }

    /// One beat. Permission: PLACES LIST. Cost: 1.
    async fn beat(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Beat>> {
        Some(beats::by_id(ctx, self.0.id, &id).await)
    }

    /// Its communities (社区). Permission: PLACES LIST. Cost: 1 each.
    async fn communities(&self, ctx: &Context<'_>) -> Result<Vec<Community>> {
        communities::communities(ctx, self.0.id).await
    }

    /// One community. Permission: PLACES LIST. Cost: 1.
    async fn community(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Community>> {
        Some(communities::by_id(ctx, self.0.id, &id).await)
    }

    /// Buildings, of a community or beginning with a text (楼栋). Permission: PLACES LIST. Cost: 1 each.
    async fn buildings(
        &self,
        ctx: &Context<'_>,
        community_id: Option<ID>,
        search: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Address>> {
        addresses::buildings(ctx, self.0.id, community_id, search, first, after).await
    }

    /// One address: estate, zone, building or site (地址). Permission: PLACES LIST. Cost: 1.
    async fn address(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Address>> {
        Some(addresses::by_id(ctx, self.0.id, &id).await)
    }

    /// Dwellings, of a building or beginning with a text (住房). Permission: PLACES LIST. Cost: 1 each.
    async fn dwellings(
        &self,
        ctx: &Context<'_>,
        building_id: Option<ID>,
        search: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Dwelling>> {
        dwellings::dwellings(ctx, self.0.id, building_id, search, first, after).await
    }

    /// One dwelling. Permission: PLACES LIST. Cost: 1.
    async fn dwelling(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Dwelling>> {
        Some(dwellings::by_id(ctx, self.0.id, &id).await)
    }

    /// Households by number, within the role's reach (户列表). Permission: HOUSEHOLDS LIST. Cost: 1 each.
    async fn households(
        &self,
        ctx: &Context<'_>,
        filter: Option<HouseholdFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Hot<AskHouseholds>> {
        households::households(ctx, self.0.id, filter, first, after.as_deref())
    }

    /// One household by id or by number, as of a day in law and as known at an instant; NOT_FOUND before it was established or
    /// known (REG-10). Permission: HOUSEHOLDS LIST. Cost: 1.
    async fn household(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        number: Option<String>,
        as_of: Option<Date>,
        known_at: Option<DateTime<Utc>>,
    ) -> Option<Result<Hot<AskHousehold>>> {
        Some(households::household(ctx, self.0.id, id, number, moment(as_of, known_at)))
    }

    /// Searches persons for a purpose, at most 20 (人员查询, PRV-10). Permission: PERSONS SEARCH. Cost: 50.
    async fn person_search(
        &self,
        ctx: &Context<'_>,
        input: PersonSearchInput,
        purpose: Word<Purpose>,
    ) -> Result<PersonSearchResult> {
        persons::search(ctx, self.0.id, input, purpose.0).await
    }

    /// One person for a purpose, masked (人员). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>, id: ID, purpose: Word<Purpose>) -> Option<Result<Person>> {
        Some(persons::person(ctx, self.0.id, &id, purpose.0).await)
    }

    /// Rentals by number, within the role's reach (出租房屋). Permission: RENTALS LIST. Cost: 1 each.
    async fn rentals(
        &self,
        ctx: &Context<'_>,
        filter: Option<RentalFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Rental>> {
        rentals::rentals(ctx, self.0.id, filter, first, after).await
    }

    /// One rental. Permission: RENTALS LIST. Cost: 1.
    async fn rental(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Rental>> {
        Some(rentals::by_id(ctx, self.0.id, &id).await)
    }

    /// What is open at rentals, the oldest first: tenants without a decision on their stay, stays that outlast a tenancy, defects (待办,
    /// RNT-01, RNT-02). Permission: RENTALS LIST. Cost: 20 and 1 each.
    async fn rental_tasks(
        &self,
        ctx: &Context<'_>,
        filter: Option<RentalTaskFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<RentalTask>> {
        rentals::tasks(ctx, self.0.id, filter, first, after).await
    }

    /// Temporary registrations by number, within the role's reach (暂住登记). Permission: STAYS LIST. Cost: 1 each.
    async fn stays(
        &self,
        ctx: &Context<'_>,
        filter: Option<StayFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Stay>> {
        stays::stays(ctx, self.0.id, filter, first, after).await
    }

    /// Residence permits by number, within the role's reach (居住证). Permission: PERMITS LIST. Cost: 1 each.
    async fn residence_permits(
        &self,
        ctx: &Context<'_>,
        filter: Option<ResidencePermitFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<ResidencePermit>> {
        residence_permits::permits(ctx, self.0.id, filter, first, after).await
    }

    /// Valid permits that are to be endorsed within the limit's days, by number (签注提醒, PMT-04). Permission: PERMITS LIST. Cost: 1
    /// each.
    async fn permit_reminders(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<ResidencePermit>> {
        residence_permits::reminders(ctx, self.0.id, first, after).await
    }

    /// Case files by number (案卷). Permission: CASE_FILES LIST. Cost: 1 each.
    async fn case_files(
        &self,
        ctx: &Context<'_>,
        state: Option<Word<CaseFileState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<CaseFile>> {
        case_files::case_files(ctx, self.0.id, state.map(|word| word.0), first, after).await
    }

    /// Register acts by number (登记行为). Permission: ACTS LIST. Cost: 1 each.
    async fn acts(
        &self,
        ctx: &Context<'_>,
        filter: Option<ActFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Act>> {
        acts::acts(ctx, self.0.id, filter, first, after).await
    }

    /// Whether who is registered is who was, and came, less who went: of the days on which acts were recorded, or since the opening
    /// (人口变动平衡, MOV-09). Permission: OVERVIEW LIST. Cost: 5.
    async fn register_balance(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Result<RegisterBalance> {
        acts::balance(ctx, self.0.id, from, to).await
    }

    /// One register act (登记行为). Permission: ACTS LIST. Cost: 1.
    async fn act(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Act>> {
        Some(acts::act(ctx, self.0.id, &id).await)
    }

    /// Moves between stations, by number, as this one has them (迁移). Permission: TRANSFERS LIST. Cost: 1 each.
    async fn transfers(
        &self,
        ctx: &Context<'_>,
        filter: Option<TransferFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Transfer>> {
        transfers::transfers(ctx, self.0.id, filter, first, after).await
    }

    /// One move, as this station has it (迁移). Permission: TRANSFERS LIST. Cost: 1.
    async fn transfer(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Transfer>> {
        Some(transfers::by_id(ctx, self.0.id, &id).await)
    }

    /// Documents by number: what papers there are (材料). Permission: DOCUMENTS LIST. Cost: 1 each.
    async fn documents(
        &self,
        ctx: &Context<'_>,
        filter: Option<DocumentFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Document>> {
        documents::documents(ctx, self.0.id, filter, first, after).await
    }

    /// One document (材料). Permission: DOCUMENTS LIST. Cost: 1.
    async fn document(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Document>> {
        Some(documents::document(ctx, self.0.id, &id).await)
    }

    /// Certificates by number, all or of one person or household (户籍证明). Permission: CERTIFICATES LIST. Cost: 1 each.
    async fn certificates(
        &self,
        ctx: &Context<'_>,
        person_id: Option<ID>,
        household_id: Option<ID>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Certificate>> {
        certificates::certificates(ctx, self.0.id, (person_id, household_id), first, after).await
    }

    /// One certificate (户籍证明). Permission: CERTIFICATES LIST. Cost: 1.
    async fn certificate(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Certificate>> {
        Some(certificates::certificate(ctx, self.0.id, &id).await)
    }

    /// Applications by priority and due date, within what the asker sees (业务申请). Permission: APPLICATIONS LIST. Cost: 1 each.
    async fn applications(
        &self,
        ctx: &Context<'_>,
        filter: Option<ApplicationFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Application>> {
        applications::applications(ctx, self.0.id, filter, first, after).await
    }

    /// Applications due or needed soon, or overdue (临期业务). Permission: APPLICATIONS LIST. Cost: 1 each.
    async fn applications_at_risk(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Application>> {
        applications::at_risk(ctx, self.0.id, first, after).await
    }

    /// One application. Permission: APPLICATIONS LIST. Cost: 1.
    async fn application(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Application>> {
        Some(applications::by_id(ctx, self.0.id, &id).await)
    }

    /// The tasks of joint applications that are addressed to the asker's own office, as they were asked (本单位协助事项, JNT-01). Permission:
    /// ASSIST_TASKS LIST. Cost: 1 each.
    async fn office_tasks(
        &self,
        ctx: &Context<'_>,
        state: Option<Word<AssistState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<OfficeTask>> {
        applications::office_tasks(ctx, self.0.id, state.map(|word| word.0), first, after).await
    }

    /// When the station is open on the days from one to another, 14 at most; by default on the next 14 (开放日历). Permission: APPOINTMENTS
    /// LIST, and residents. Cost: 1 each.
    async fn opening_calendar(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Result<Vec<OpeningDay>> {
        appointments::calendar(ctx, self.0.id, from, to).await
    }

    /// The weekly pattern in force on a day, by default today, by weekday (开放周例). Permission: APPOINTMENTS LIST, and residents. Cost:
    /// 1 each.
    async fn opening_pattern(&self, ctx: &Context<'_>, as_of: Option<Date>) -> Result<Vec<OpeningPattern>> {
        appointments::pattern(ctx, self.0.id, as_of).await
    }

    /// The slots that can be booked on the days from one to another, 14 at most, with the places that are free; by default of the next 14
    /// days (可预约时段). Permission: APPOINTMENTS LIST, and residents. Cost: 20 and 1 each.
    async fn appointment_slots(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Result<Vec<AppointmentSlot>> {
        appointments::slots(ctx, self.0.id, from, to).await
    }

    /// Appointments by slot: of a day, in some states, or those that lost their place when the hours changed (预约). Permission:
    /// APPOINTMENTS LIST. Cost: 1 each.
    async fn appointments(
        &self,
        ctx: &Context<'_>,
        filter: Option<AppointmentFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Appointment>> {
        appointments::appointments(ctx, self.0.id, filter, first, after).await
    }

    /// How much is to be done (工作清单). Permission: APPLICATIONS LIST. Cost: 1 and 20 a count.
    async fn worklist(&self, ctx: &Context<'_>) -> Result<Worklist> {
        applications::worklist(ctx, self.0.id)
    }

    /// Approvals to reveal minors' records, in the order they were asked for (审批, PRV-07). Permission: APPROVALS LIST. Cost: 1 each.
    async fn reveal_approvals(
        &self,
        ctx: &Context<'_>,
        state: Option<Word<ApprovalState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<RevealApproval>> {
        persons::approvals(ctx, self.0.id, state.map(|word| word.0), first, after).await
    }

    /// Residents who said who they are, in the order they came (居民身份核对, IDN-11). Permission: RESIDENTS LIST. Cost: 1 each.
    async fn resident_confirmations(
        &self,
        ctx: &Context<'_>,
        state: Option<Word<ConfirmationState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<ResidentConfirmation>> {
        residents::confirmations(ctx, self.0.id, state.map(|word| word.0), first, after).await
    }

    /// Residents' requests about their own data, by number (权利请求, PRV-16). Permission: RESIDENTS LIST. Cost: 1 each.
    async fn rights_requests(
        &self,
        ctx: &Context<'_>,
        state: Option<Word<RightsState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<RightsRequest>> {
        rights_requests::rights_requests(ctx, self.0.id, state.map(|word| word.0), first, after).await
    }

    /// What happened, the oldest first, of these kinds or of every kind the asker may list (事件). Permission: that of each kind. Cost: 1 each.
    async fn events(
        &self,
        ctx: &Context<'_>,
        kinds: Option<Vec<Word<EventKind>>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Event>> {
        events::events(ctx, self.0.id, kinds, first, after).await
    }

    /// The audit trail, the newest first (审计日志, SEC-04). Permission: AUDIT LIST. Cost: 20 and 1 each.
    async fn audit_trail(
        &self,
        ctx: &Context<'_>,
        filter: Option<AuditFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<AuditEntry>> {
        audit::audit_trail(ctx, self.0.id, filter, first, after).await
    }

    /// Whether the audit trail is whole: every hash of it is computed anew (审计校验, SEC-05). Permission: AUDIT LIST. Cost: 500.
    async fn audit_verdict(&self, ctx: &Context<'_>) -> Result<AuditVerdict> {
        audit::verify(ctx, self.0.id).await
    }

    /// Who was shown a person, and on which day (谁看过, PRV-21). Permission: AUDIT LIST. Cost: 20.
    async fn who_saw(&self, ctx: &Context<'_>, person_id: ID) -> Result<Vec<Sighting>> {
        audit::who_saw(ctx, self.0.id, &person_id).await
    }

    /// Accounts posted here, by login (账号). Permission: ACCOUNTS LIST. Cost: 1 each.
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Account>> {
        accounts::accounts(ctx, self.0.id, first, after).await
    }

    /// API tokens of this precinct (接口令牌). Permission: TOKENS LIST. Cost: 1 each.
    async fn api_tokens(&self, ctx: &Context<'_>) -> Result<Vec<ApiToken>> {
        api_tokens::api_tokens(ctx, self.0.id).await
    }

    /// Webhooks of this precinct's API tokens (推送订阅). Permission: TOKENS LIST. Cost: 1 each.
    async fn webhooks(&self, ctx: &Context<'_>) -> Result<Vec<Webhook>> {
        webhooks::webhooks(ctx, self.0.id).await
    }
}

/// A precinct within the asker's reach.
pub(crate) fn precinct(ctx: &Context<'_>, id: PrecinctId) -> Result<Precinct> {
    ctx.at(id)?;
    Ok(Precinct(Known { id, row: None }))
}

/// Precincts.
#[derive(Default)]
pub struct PrecinctQueries;

#[Object]
impl PrecinctQueries {
    /// A precinct within reach; by default the asker's own (本单位). Permission: everyone signed in. Cost: 1.
    async fn precinct(&self, ctx: &Context<'_>, id: Option<ID>) -> Result<Precinct> {
        let found = match id {
            Some(id) => ctx.row::<PrecinctId>(Kind::Precinct, &id)?.0,
            None => ctx.member()?.precinct,
        };
        precinct(ctx, found)
    }
}
