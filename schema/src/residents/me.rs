//! The resident himself (本人): his account, his record, who saw it, and saying who he is.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::purposes::Purpose;
use tenants::residents::{self as rows, Standing};

use super::applications::{self, MyApplication};
use crate::application_types::ApplicationType;
use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::page::Connection;
use crate::precincts::Precinct;
use crate::rights_requests::{RightsRequest, my_requests};
use crate::words::Word;

/// The resident who asks.
pub struct Me(rows::Me);

/// The resident who asks (本人): nothing of anybody else can be reached from here. Permission: residents only. Cost: 1.
#[Object]
impl Me {
    /// The telephone number signed in with, masked (手机号码).
    async fn phone(&self) -> &str {
        &self.0.phone
    }

    /// The station chosen (所属派出所).
    async fn precinct(&self, ctx: &Context<'_>) -> Result<Precinct> {
        crate::precincts::precinct(ctx, ctx.member()?.precinct)
    }

    /// How far it is known who the resident is (身份核对状态).
    async fn standing(&self) -> Word<Standing> {
        Word(self.0.standing)
    }

    /// The notice that was accepted, in the version accepted (告知书, PRV-28). Cost: 1.
    async fn notice(&self, ctx: &Context<'_>) -> Result<Notice> {
        Ok(Notice(ctx.home()?.scope.notice(self.0.notice_version).await.told(ctx)?))
    }

    /// When it was accepted (同意时间).
    async fn notice_accepted_at(&self) -> DateTime<Utc> {
        self.0.notice_accepted_at
    }

    /// The own record in the register; none unless it is linked (本人登记信息). Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<MyPerson>> {
        Ok(ctx.home()?.scope.my_person().await.told(ctx)?.map(MyPerson))
    }

    /// On which days and for which purposes the own record was shown in clear, the latest first (谁看过我, PRV-21). Cost: 20.
    async fn who_saw_me(&self, ctx: &Context<'_>) -> Result<Vec<MySighting>> {
        let seen = ctx.home()?.scope.who_saw_me().await.told(ctx)?;
        Ok(seen.into_iter().map(|seen| MySighting { day: Date(seen.day), purpose: seen.purpose.map(Word) }).collect())
    }

    /// The own requests about one's data, by number (我的权利请求, PRV-16). Cost: 1 each.
    async fn rights_requests(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<RightsRequest>> {
        my_requests(ctx, first, after).await
    }

    /// What residents may file from a telephone today, by code (网上可办事项). Cost: 1 each.
    async fn matters(&self, ctx: &Context<'_>) -> Result<Vec<ApplicationType>> {
        applications::matters(ctx).await
    }

    /// The own applications filed by telephone, the newest first; none unless the own record is linked (我的申请). Cost: 1 each.
    async fn applications(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<MyApplication>> {
        applications::applications(ctx, first, after).await
    }

    /// The own application of a number; another's, a forged and a missing number answer alike (查询进度, PRV-24). Cost: 1.
    async fn application(&self, ctx: &Context<'_>, tracking_number: String) -> Option<Result<MyApplication>> {
        Some(applications::application(ctx, &tracking_number).await)
    }
}

/// A version of the notice.
pub struct Notice(rows::Notice);

/// A notice (告知书): who processes what, why and for how long (PRV-28). Permission: residents only. Cost: 1.
#[Object]
impl Notice {
    /// Its number (版本).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The text in Chinese (中文文本).
    async fn text_zh(&self) -> &str {
        &self.0.text_zh
    }

    /// The text in English (英文文本).
    async fn text_en(&self) -> &str {
        &self.0.text_en
    }

    /// The first day it is in force (生效日期).
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }
}

/// The resident's own record.
pub struct MyPerson(rows::MyPerson);

/// One's own record in the register (本人登记信息). Permission: residents only. Cost: 1.
#[Object]
impl MyPerson {
    /// The name (姓名).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The citizen id number, masked (公民身份号码).
    async fn id_number(&self) -> Option<&str> {
        self.0.id_number.as_deref()
    }

    /// The telephone number on record, masked (登记电话).
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// The address lived at (住址).
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The number of the household (户号).
    async fn household_number(&self) -> Option<&str> {
        self.0.household_number.as_deref()
    }

    /// The relation to the head of the household, a code of the set `relation` (与户主关系).
    async fn relation(&self) -> Option<&str> {
        self.0.relation.as_deref()
    }

    /// The names borne before, the latest first (曾用名). Cost: 1 each.
    async fn former_names(&self) -> Vec<MyName> {
        let name = |row: &rows::MyName| MyName {
            name: row.name.clone(),
            effective_from: Date(row.from),
            effective_to: row.to.map(Date),
        };
        self.0.former_names.iter().map(name).collect()
    }

    /// The memberships in households of this station, the latest first (户籍沿革). Cost: 1 each.
    async fn memberships(&self) -> Vec<MyMembership> {
        self.0.memberships.iter().map(MyMembership::from).collect()
    }

    /// Who else belongs to the household, if it is a family's: masked names and relations, and nothing more (同户人员). Cost: 1 each.
    async fn others(&self) -> Vec<HouseholdMember> {
        let member =
            |row: &rows::HouseholdMember| HouseholdMember { name: row.name.clone(), relation: row.relation.clone() };
        self.0.others.iter().map(member).collect()
    }
}

/// A name borne before (曾用名).
#[derive(SimpleObject)]
pub struct MyName {
    /// The name (姓名).
    name: String,
    /// The first day (起始日期).
    effective_from: Date,
    /// The first day no longer (终止日期).
    effective_to: Option<Date>,
}

/// A membership in a household (户籍关系).
#[derive(SimpleObject)]
pub struct MyMembership {
    /// The number of the household (户号).
    household_number: String,
    /// The relation to its head then, a code of the set `relation` (与户主关系).
    relation: String,
    /// Why it began, a code of the set `membership_reason` (变动原因).
    reason: String,
    /// The first day (起始日期).
    effective_from: Date,
    /// The first day no longer; none while it lasts (终止日期).
    effective_to: Option<Date>,
}

impl From<&rows::MyMembership> for MyMembership {
    fn from(row: &rows::MyMembership) -> Self {
        Self {
            household_number: row.household_number.clone(),
            relation: row.relation.clone(),
            reason: row.reason.clone(),
            effective_from: Date(row.from),
            effective_to: row.to.map(Date),
        }
    }
}

/// Somebody else of one's household (同户人员).
#[derive(SimpleObject)]
pub struct HouseholdMember {
    /// The name, masked; of a minor ** (姓名).
    name: String,
    /// The relation to the head, a code of the set `relation` (与户主关系).
    relation: String,
}

/// A day on which one's record was shown in clear (查看记录); to whom, the auditor knows.
#[derive(SimpleObject)]
pub struct MySighting {
    /// The day (日期).
    day: Date,
    /// The purpose stated (用途).
    purpose: Option<Word<Purpose>>,
}

/// What a resident reads.
#[derive(Default)]
pub struct ResidentQueries;

#[Object]
impl ResidentQueries {
    /// The resident who asks (本人). Permission: residents only. Cost: 1.
    async fn me(&self, ctx: &Context<'_>) -> Result<Me> {
        Ok(Me(ctx.home()?.scope.me().await.told(ctx)?))
    }
}

/// Who the resident says he is.
#[derive(InputObject)]
pub struct BindMyselfInput {
    /// The name, as in the register (姓名).
    pub name: String,
    /// The citizen id number (公民身份号码).
    pub id_number: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// How far it is known now who the resident is.
#[derive(SimpleObject)]
pub struct BindMyselfPayload {
    /// Linked, or to be confirmed at the window: which of the register's reasons it is, is not told (IDN-11, PRV-24).
    pub standing: Option<Word<Standing>>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What a resident does.
#[derive(Default)]
pub struct ResidentMutations;

#[Object]
impl ResidentMutations {
    /// Says who the resident is: linked when number, name and telephone are those of the register, else to be confirmed at the window
    /// (自报身份, IDN-11). Permission: residents only. Cost: 110.
    async fn bind_myself(&self, ctx: &Context<'_>, input: BindMyselfInput) -> Result<BindMyselfPayload> {
        let result = ctx.home()?.scope.bind_myself(&input.name, &input.id_number).await;
        let (standing, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(BindMyselfPayload { standing: standing.map(Word), user_errors })
    }
}
