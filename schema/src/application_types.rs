//! What can be applied for (业务事项), and the statutory limits (法定期限): data of the installation as GraphQL objects.

use async_graphql::{Context, Object, Result, SimpleObject};
use tenants::application_types::{self as rows, About, ApprovalLevel};
use tenants::limits::{self, Unit};

use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::words::Word;

/// A type of application.
pub struct ApplicationType(pub rows::ApplicationType);

/// A paper of a checklist (应交材料). Permission: everyone signed in. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct RequiredPaper {
    /// Its code, the same in every type (材料代码).
    pub code: String,
    /// Its name (材料名称).
    pub label: String,
    /// Its name in English.
    pub label_en: String,
    /// The circumstance that asks for it; without one it is always asked for (情形).
    pub circumstance: Option<String>,
}

/// What can be applied for, as it is in force from a day on (业务事项). Permission: everyone signed in. Cost: 1.
#[Object(name = "Matter")]
impl ApplicationType {
    /// Its code (事项代码).
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name (事项名称).
    async fn label(&self) -> &str {
        &self.0.title_zh
    }

    /// Its name in English.
    async fn label_en(&self) -> &str {
        &self.0.title_en
    }

    /// The kinds of act it may lead to, the usual one first (登记行为).
    async fn act_kinds(&self) -> &[String] {
        &self.0.act_kinds
    }

    /// The highest level that has to decide; the lower ones decide first (审批层级).
    async fn level(&self) -> Word<ApprovalLevel> {
        Word(self.0.level)
    }

    /// Whether one registrar may handle it at the window (当场办结).
    async fn on_the_spot(&self) -> bool {
        self.0.on_the_spot
    }

    /// Whether reviewer and approver are others than who accepted it (双人复核).
    async fn second_officer_required(&self) -> bool {
        self.0.second_officer
    }

    /// Whether a comparison of identity must be recorded (人像比对).
    async fn identity_comparison_required(&self) -> bool {
        self.0.identity_comparison
    }

    /// The key of the limit within which it is handled (办理期限).
    async fn limit_key(&self) -> &str {
        &self.0.limit_key
    }

    /// That limit as it is in force today; none where the data lack it (法定期限). Cost: 1.
    async fn limit(&self, ctx: &Context<'_>) -> Result<Option<StatutoryLimit>> {
        let today = ctx.asking().store().clock().today();
        let limits = ctx.home()?.load.limits.load(today).await.found(ctx)?;
        Ok(limits.into_iter().rfind(|limit| limit.key == self.0.limit_key).map(StatutoryLimit::from))
    }

    /// About whom a resident files it from his telephone; about nobody where it is filed at the window (网上申请对象).
    async fn online_for(&self) -> Vec<Word<About>> {
        self.0.online_for.iter().copied().map(Word).collect()
    }

    /// The circumstances that its checklist asks about (情形).
    async fn circumstances(&self) -> Vec<&str> {
        self.0.circumstances()
    }

    /// Its checklist (材料清单). Cost: 1 each.
    async fn papers(&self) -> Vec<RequiredPaper> {
        let paper = |paper: &rows::RequiredPaper| RequiredPaper {
            code: paper.code.clone(),
            label: paper.zh.clone(),
            label_en: paper.en.clone(),
            circumstance: paper.when.clone(),
        };
        self.0.papers.iter().map(paper).collect()
    }

    /// The first day in force (生效日期).
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// The first day no longer; none while it is (失效日期).
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }

    /// By which text (依据).
    async fn source(&self) -> &str {
        &self.0.source
    }
}

/// A statutory limit in force (法定期限). Permission: everyone signed in. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct StatutoryLimit {
    /// What it limits, such as permit.issue (期限代码).
    pub key: String,
    /// How many (数值).
    pub value: i32,
    /// Of what (单位).
    pub unit: Word<Unit>,
    /// The first day in force (生效日期).
    pub valid_from: Date,
    /// The first day no longer; none while it is (失效日期).
    pub valid_to: Option<Date>,
    /// By which text; D marks a default and P a common practice that the local table replaces (依据).
    pub source: String,
}

impl From<limits::Limit> for StatutoryLimit {
    fn from(limit: limits::Limit) -> Self {
        Self {
            key: limit.key,
            value: i32::try_from(limit.value).unwrap_or(i32::MAX),
            unit: Word(limit.unit),
            valid_from: Date(limit.valid_from),
            valid_to: limit.valid_to.map(Date),
            source: limit.source,
        }
    }
}

/// The rules that are data.
#[derive(Default)]
pub struct RuleQueries;

#[Object]
impl RuleQueries {
    /// What can be applied for on a day, by default today (业务事项). Permission: everyone signed in. Cost: 1 each.
    async fn matters(&self, ctx: &Context<'_>, as_of: Option<Date>) -> Result<Vec<ApplicationType>> {
        ctx.member()?;
        let store = ctx.asking().store();
        let day = as_of.map_or_else(|| store.clock().today(), Date::day);
        Ok(rows::all(store, day).await.told(ctx)?.into_iter().map(ApplicationType).collect())
    }

    /// The statutory limits in force on a day, by default today (法定期限). Permission: everyone signed in. Cost: 1 each.
    async fn statutory_limits(&self, ctx: &Context<'_>, as_of: Option<Date>) -> Result<Vec<StatutoryLimit>> {
        ctx.member()?;
        let store = ctx.asking().store();
        let day = as_of.map_or_else(|| store.clock().today(), Date::day);
        Ok(limits::on(store, day).await.told(ctx)?.into_iter().map(StatutoryLimit::from).collect())
    }
}
