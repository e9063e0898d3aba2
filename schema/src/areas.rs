//! Areas of the division code (区划) and which precinct answers for them (管辖), as GraphQL objects.

use async_graphql::{Context, ID, Object, Result};
use tenants::areas as rows;
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::id::Kind;

/// One interval in which a precinct answers for an area.
pub struct Jurisdiction(rows::Jurisdiction);

/// One interval in which a precinct answers for an area (管辖, §2.2). Permission: PLACES LIST. Cost: 1.
#[Object]
impl Jurisdiction {
    /// The area (区划).
    async fn area(&self) -> Area {
        Area { precinct: self.0.precinct, row: self.0.area.clone() }
    }

    /// First day (起始日期).
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// First day no longer; none while it lasts (终止日期).
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }
}

/// An area, as its precinct leads to it.
pub struct Area {
    precinct: PrecinctId,
    row: rows::Area,
}

/// A committee's or village's area as the division code names it (区划, GB/T 2260 and below). Permission: PLACES LIST. Cost: 1.
#[Object]
impl Area {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Area, self.precinct, self.row.id)
    }

    /// Its division code: 12 digits, opaque here (区划代码).
    async fn division_code(&self) -> &str {
        &self.row.division_code
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.row.name
    }
}

/// What a precinct answers for on a day, today when not said: one statement for all precincts when a district asks.
pub(crate) async fn jurisdictions(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    as_of: Option<Date>,
) -> Result<Vec<Jurisdiction>> {
    let as_of = as_of.map(Date::day);
    let found = if ctx.member()?.reads_district() {
        ctx.district()?.load.jurisdictions.load((as_of, precinct)).await.found(ctx)?
    } else {
        ctx.at(precinct)?.scope.jurisdictions(&[precinct], as_of).await.told(ctx)?
    };
    Ok(found.into_iter().map(Jurisdiction).collect())
}
