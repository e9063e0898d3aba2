//! The tenants of a seed: the district, its office, and each precinct with its data key and its empty audit chain.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::draw::Draw;
use super::making::id;
use super::{SeedPlan, rows};
use crate::audit;
use crate::bulk::Bulk;
use crate::clock::Ids;
use crate::error::Result;
use crate::ids::PrecinctId;
use crate::keys::Keys;

/// A precinct to be.
pub(super) struct Tenant {
    pub(super) id: Uuid,
    pub(super) district: Uuid,
    /// Code, name, short name.
    pub(super) names: (String, String, String),
    /// STATION or OFFICE.
    pub(super) kind: &'static str,
    pub(super) created_at: DateTime<Utc>,
}

impl Tenant {
    /// Writes what makes it a tenant; its data key is known to `keys` afterwards.
    pub(super) async fn make(self, bulk: &mut Bulk, keys: &Keys, ids: &Ids) -> Result<()> {
        let Self { id, created_at, .. } = self;
        let (code, name, short_name) = self.names;
        let row = rows::Precinct {
            id,
            district_id: self.district,
            code,
            name,
            short_name,
            kind: self.kind,
            state: "ACTIVE",
            address: None,
            phone: None,
            created_at,
        };
        bulk.load(&[row]).await?;
        bulk.load(&[rows::TenantKey { precinct_id: id, wrapped: keys.create(id, ids)?, created_at }]).await?;
        bulk.load(&[rows::AuditHead { precinct_id: id, seq: 0, hash: audit::genesis(PrecinctId(id)) }]).await
    }
}

/// The district and its office, made if they are not there.
pub(super) async fn district(bulk: &mut Bulk, keys: &Keys, ids: &Ids, plan: &SeedPlan) -> Result<(Uuid, Uuid)> {
    let (code, name) = plan.district.clone();
    let office_code = format!("{code}-OFFICE");
    let there = (bulk.id_of("district", &code).await?, bulk.id_of("precinct", &office_code).await?);
    if let (Some(district), Some(office)) = there {
        return Ok((district, office));
    }
    let (created_at, mut draw) = (created(plan), Draw::new(plan.seed, &code));
    let (district, office) = (id(plan.today, 0, draw.bytes()), id(plan.today, 1, draw.bytes()));
    bulk.begin().await?;
    bulk.load(&[rows::District { id: district, code, name: name.clone(), created_at }]).await?;
    let tenant = Tenant { id: office, district, names: (office_code, name.clone(), name), kind: "OFFICE", created_at };
    tenant.make(bulk, keys, ids).await?;
    bulk.commit().await?;
    Ok((district, office))
}

/// When the tenants of a seed were made: the evening before its day.
pub(super) fn created(plan: &SeedPlan) -> DateTime<Utc> {
    plan.today.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(10)
}
