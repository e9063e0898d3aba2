//! What `huji doctor` asks of a database, beyond whether it answers.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbBackend;

use crate::error::{Error, Result};
use crate::store::Store;
use crate::transaction::Mode;

impl Store {
    /// Where row-level security has a gap among `tables`, in words; `None` on SQLite, which has no such thing.
    pub async fn walls(&self, tables: &[&str]) -> Result<Option<Vec<String>>> {
        const TABLE: &str = "SELECT relrowsecurity AND relforcerowsecurity, pg_get_userbyid(relowner) = current_user \
             FROM pg_class WHERE oid = to_regclass($1)";
        const ROLE: &str = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
        if self.backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let commons = self.commons(Mode::Look).await?;
        let mut gaps = Vec::new();
        for table in tables {
            match commons.query(TABLE, vec![(*table).into()]).await?.first() {
                None => gaps.push(format!("{table} is missing")),
                Some(row) if !row.try_get_by_index::<bool>(0)? => gaps.push(format!("{table} is not forced")),
                Some(row) if row.try_get_by_index::<bool>(1)? => {
                    gaps.push(format!("the application's role owns {table}"));
                }
                Some(_) => {}
            }
        }
        let role = commons.query(ROLE, vec![]).await?;
        if role.first().is_none_or(|row| row.try_get_by_index(0).unwrap_or(true)) {
            gaps.push("the application's role passes row-level security".to_owned());
        }
        Ok(Some(gaps))
    }

    /// How far this machine's clock is ahead of the database's; `None` on SQLite, which has ours.
    pub async fn clock_skew(&self) -> Result<Option<TimeDelta>> {
        if self.backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let rows = self.commons(Mode::Look).await?.query("SELECT clock_timestamp()", vec![]).await?;
        let there: DateTime<Utc> = rows.first().ok_or_else(|| Error::internal("no clock"))?.try_get_by_index(0)?;
        Ok(Some(self.clock().now() - there))
    }
}
