//! What can be applied for (业务事项): the papers, the level that decides, whether at the window, by which limit. Data of the
//! installation with the days it is in force, read through the store (§2.7, §2.8).

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;

use crate::addresses::in_force as on_day;
use crate::error::{Error, Result};
use crate::scope::{Precinct, Scope, shared};
use crate::store::Store;
use crate::transaction::Mode;
use crate::words::words;

/// More types than any city has.
const MOST: u64 = 500;

words! {
    /// Who decides, from the lowest to the highest (审批层级).
    pub enum ApprovalLevel {
        /// The station's chief (派出所).
        Station = "STATION",
        /// The district's approver (分局).
        District = "DISTRICT",
        /// The city, whose written decision the district records (市局).
        City = "CITY",
    }
}

words! {
    /// About whom a resident files an application from his own telephone (网上申请对象).
    pub enum About as AboutWhom {
        /// About himself (本人).
        Oneself = "ONESELF",
        /// About his minor child of the same family household (同户未成年子女).
        Child = "CHILD",
        /// About his child that has no number and no entry yet (新生儿).
        Newborn = "NEWBORN",
    }
}

impl ApprovalLevel {
    /// The first level that still has to decide, when `done` have and `highest` must.
    pub fn next(done: Option<Self>, highest: Self) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| done.is_none_or(|done| *level > done) && *level <= highest)
    }
}

/// A paper of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredPaper {
    /// Its code, the same in every type.
    pub code: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// The circumstance that asks for it; without one it is always asked for.
    pub when: Option<String>,
}

/// A type of application, as it was in force from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationType {
    /// Its code: the number of §2.8.
    pub code: String,
    /// Its name in Chinese.
    pub title_zh: String,
    /// Its name in English.
    pub title_en: String,
    /// The kinds of act it may lead to; the first when nobody says.
    pub act_kinds: Vec<String>,
    /// The highest level that has to decide; the lower ones decide first.
    pub level: ApprovalLevel,
    /// Whether one registrar may accept, review and approve it at the window (当场办结).
    pub on_the_spot: bool,
    /// Whether reviewer and approver must be others than who accepted it (双人复核).
    pub second_officer: bool,
    /// Whether a comparison of identity must be recorded before it is reviewed (人像比对).
    pub identity_comparison: bool,
    /// The limit within which the office handles it.
    pub limit_key: String,
    /// Its checklist.
    pub papers: Vec<RequiredPaper>,
    /// About whom a resident may file it from his telephone; about nobody where it is filed at the window.
    pub online_for: Vec<About>,
    /// The first day it is in force.
    pub valid_from: NaiveDate,
    /// The first day it is no longer.
    pub valid_to: Option<NaiveDate>,
    /// By which text.
    pub source: String,
}

impl ApplicationType {
    /// The papers that these circumstances ask for, in the order of the checklist.
    pub fn required<'t>(&'t self, circumstances: &'t [String]) -> impl Iterator<Item = &'t RequiredPaper> {
        self.papers.iter().filter(|paper| paper.when.as_ref().is_none_or(|when| circumstances.contains(when)))
    }

    /// Whether the checklist has a paper of this code.
    pub fn knows_paper(&self, code: &str) -> bool {
        self.papers.iter().any(|paper| paper.code == code)
    }

    /// Whether a circumstance is one its checklist asks about.
    pub fn knows_circumstance(&self, circumstance: &str) -> bool {
        self.papers.iter().any(|paper| paper.when.as_deref() == Some(circumstance))
    }

    /// The circumstances its checklist asks about, each once, in the order of the checklist.
    pub fn circumstances(&self) -> Vec<&str> {
        let mut asked: Vec<&str> = Vec::new();
        for circumstance in self.papers.iter().filter_map(|paper| paper.when.as_deref()) {
            if !asked.contains(&circumstance) {
                asked.push(circumstance);
            }
        }
        asked
    }

    /// The kind of act meant: the one said, if this type leads to it, or the first.
    pub fn act_kind(&self, said: Option<&str>) -> Result<&str> {
        let found = match said {
            Some(said) => self.act_kinds.iter().find(|kind| *kind == said),
            None => self.act_kinds.first(),
        };
        found
            .map(String::as_str)
            .ok_or_else(|| Error::invalid("ACT_KIND", "actKind", "this type does not lead to that act"))
    }
}

impl TryFrom<row::Model> for ApplicationType {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            code: row.code,
            title_zh: row.title_zh,
            title_en: row.title_en,
            act_kinds: row.act_kind.split(',').map(str::to_owned).collect(),
            level: row.level.parse().map_err(Error::internal)?,
            on_the_spot: row.on_the_spot,
            second_officer: row.second_officer,
            identity_comparison: row.identity_comparison,
            limit_key: row.limit_key,
            papers: serde_json::from_str(&row.papers).map_err(Error::internal)?,
            online_for: row
                .online_for
                .iter()
                .flat_map(|about| about.split(','))
                .map(|about| about.parse().map_err(Error::internal))
                .collect::<Result<_>>()?,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            source: row.source,
        })
    }
}

/// The type of this code in force on a day.
pub async fn in_force(store: &Store, code: &str, on: NaiveDate) -> Result<ApplicationType> {
    let select = row::Entity::find()
        .filter(row::Column::Code.eq(code))
        .filter(on_day(row::Column::ValidFrom, row::Column::ValidTo, on))
        .order_by_desc(row::Column::ValidFrom);
    let found = store.commons(Mode::Look).await?.one(select).await?;
    found.ok_or_else(|| Error::invalid("APPLICATION_TYPE", "type", "there is no such type of application"))?.try_into()
}

/// The type of this code as it came into force on a day: what an application was made under.
pub(crate) async fn version(store: &Store, code: &str, from: NaiveDate) -> Result<ApplicationType> {
    let select = row::Entity::find().filter(row::Column::Code.eq(code)).filter(row::Column::ValidFrom.eq(from));
    let found = store.commons(Mode::Look).await?.one(select).await?;
    found.ok_or_else(|| Error::internal("an application of a type that is gone"))?.try_into()
}

impl Scope<Precinct> {
    /// The types that came into force on these days, for applications that were made under them. Whoever is signed in may read them.
    pub async fn application_types(&self, days: &[NaiveDate]) -> Result<Vec<ApplicationType>> {
        let select = row::Entity::find().filter(row::Column::ValidFrom.is_in(days.iter().copied()));
        let rows = self.store().commons(Mode::Look).await?.list(select, MOST).await?;
        rows.into_iter().map(ApplicationType::try_from).collect()
    }
}

/// Every type in force on a day, by code.
pub async fn all(store: &Store, on: NaiveDate) -> Result<Vec<ApplicationType>> {
    let select = row::Entity::find()
        .filter(on_day(row::Column::ValidFrom, row::Column::ValidTo, on))
        .order_by_asc(row::Column::Code)
        .order_by_asc(row::Column::ValidFrom);
    let rows = store.commons(Mode::Look).await?.list(select, MOST).await?;
    rows.into_iter().map(ApplicationType::try_from).collect()
}

shared!(row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_type")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub title_zh: String,
        pub title_en: String,
        pub act_kind: String,
        pub level: String,
        pub on_the_spot: bool,
        pub second_officer: bool,
        pub identity_comparison: bool,
        pub limit_key: String,
        pub papers: String,
        pub online_for: Option<String>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: Date,
        pub valid_to: Option<Date>,
        pub source: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_2_7_the_levels_decide_in_their_order() {
        use ApprovalLevel::{City, District, Station};
        let way = |highest| {
            let mut done = None;
            std::iter::from_fn(move || {
                done = ApprovalLevel::next(done, highest);
                done
            })
            .take(5)
            .collect::<Vec<_>>()
        };
        assert_eq!(ApprovalLevel::next(None, Station), Some(Station));
        assert_eq!(ApprovalLevel::next(Some(Station), Station), None);
        assert_eq!(ApprovalLevel::next(Some(Station), City), Some(District));
        assert_eq!(ApprovalLevel::next(Some(District), City), Some(City));
        assert_eq!(ApprovalLevel::next(Some(City), City), None);
        assert_eq!(way(District)[..2], [Station, District]);
    }
}
