//! Legal code lists (代码集) as data, never as enums.

use async_graphql::{Context, Object, Result};
use tenants::codes as rows;

use crate::context::Doorway;
use crate::dates::Date;

/// One code of a set.
pub struct CodeValue(rows::CodeValue);

impl CodeValue {
    /// The code of a set, whenever it was in force.
    pub(crate) fn of(set: &str, code: &str) -> Option<Self> {
        rows::code_value(set, code).cloned().map(Self)
    }
}

/// One code of a legal code list (代码). Permission: everyone signed in. Cost: 1.
#[Object]
impl CodeValue {
    /// The code as stored, such as 02.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What it means, in Chinese.
    async fn label(&self) -> &str {
        &self.0.label_zh
    }

    /// What it means, in English.
    async fn label_en(&self) -> &str {
        &self.0.label_en
    }

    /// First day in force.
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// Last day in force; none while it is.
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }
}

/// A legal code list.
pub struct CodeSet {
    name: String,
    set: rows::CodeSet,
}

/// A legal code list as of a day (代码集). Permission: everyone signed in. Cost: 2.
#[Object]
impl CodeSet {
    /// The set's name, such as relation.
    async fn name(&self) -> &str {
        &self.name
    }

    /// The codes in force on the day asked for.
    async fn values(&self) -> Vec<CodeValue> {
        self.set.values.iter().map(|value| CodeValue((*value).clone())).collect()
    }
}

/// Code lists.
#[derive(Default)]
pub struct CodeQueries;

#[Object]
impl CodeQueries {
    /// A legal code list by name, as of a day (default: today): relation, sex, marital, population_category, act_kind,
    /// membership_reason. Permission: everyone signed in. Cost: 2.
    async fn code_set(&self, ctx: &Context<'_>, name: String, as_of: Option<Date>) -> Result<CodeSet> {
        ctx.member()?;
        let day = as_of.map_or_else(|| ctx.asking().store().clock().today(), Date::day);
        let set = rows::code_set(&name, day).ok_or_else(|| ctx.fail(&tenants::Error::NotFound))?;
        Ok(CodeSet { name, set })
    }
}
