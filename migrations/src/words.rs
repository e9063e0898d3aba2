//! The words tables are made of.
//!
//! [`owned_table`] makes a tenant's table right by construction: `precinct_id` and `id` lead its key, foreign keys to
//! other tenant tables carry the precinct, uniques and indexes begin with it, and on PostgreSQL row-level security is
//! enabled and forced in the same breath. [`shared_table`] is for what belongs to no precinct. Every constraint stands
//! inside `CREATE TABLE` and has a name, because SQLite cannot add one later and Citus cannot rename one.

use std::fmt::Write as _;

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};
use sea_orm_migration::sea_orm::DbBackend;

/// What a column holds. Times are UTC, written by the application; words are text with a named check.
#[derive(Clone, Copy)]
enum Holds {
    Uuid,
    Text,
    SmallInt,
    Int,
    BigInt,
    Bool,
    Date,
    Instant,
    Bytes,
}

impl Holds {
    /// The type's name: the ones sea-orm itself would write, so that its entities read them back. PostgreSQL's text is
    /// compared byte by byte, so that both databases sort alike and a prefix is a range.
    fn sql(self, backend: DbBackend) -> &'static str {
        let (postgres, sqlite) = match self {
            Self::Uuid => ("uuid", "uuid_text"),
            Self::Text => ("text COLLATE \"C\"", "text"),
            Self::SmallInt => ("smallint", "smallint"),
            Self::Int => ("integer", "integer"),
            Self::BigInt => ("bigint", "bigint"),
            Self::Bool => ("boolean", "boolean"),
            Self::Date => ("date", "date_text"),
            Self::Instant => ("timestamp with time zone", "timestamp_with_timezone_text"),
            Self::Bytes => ("bytea", "blob"),
        };
        if backend == DbBackend::Postgres { postgres } else { sqlite }
    }
}

struct Column {
    name: &'static str,
    holds: Holds,
    optional: bool,
}

/// A table being described; nothing happens before [`NewTable::create`].
pub(crate) struct NewTable {
    name: &'static str,
    owned: bool,
    columns: Vec<Column>,
    constraints: Vec<String>,
    indexes: Vec<String>,
}

/// A precinct's table: `precinct_id uuid, id uuid, PRIMARY KEY (precinct_id, id)`.
pub(crate) fn owned_table(name: &'static str) -> NewTable {
    owned_ledger(name, &["id"]).uuid("id")
}

/// A precinct's table without an id of its own: the key is the precinct and then `rest`, whose columns the caller adds.
pub(crate) fn owned_ledger(name: &'static str, rest: &[&str]) -> NewTable {
    NewTable::new(name, true).uuid("precinct_id").key(rest).plain_fk("precinct_id", "precinct")
}

/// A table of the whole installation with `id uuid` as its key.
pub(crate) fn shared_table(name: &'static str) -> NewTable {
    NewTable::new(name, false).uuid("id").key(&["id"])
}

/// A table of the whole installation with a key of its own; the caller adds the key's columns.
pub(crate) fn shared_ledger(name: &'static str, key: &[&str]) -> NewTable {
    NewTable::new(name, false).key(key)
}

/// A precinct's table that is there already: the columns named next are added by [`NewTable::grow`].
pub(crate) fn standing_table(name: &'static str) -> NewTable {
    NewTable::new(name, true)
}

impl NewTable {
    fn new(name: &'static str, owned: bool) -> Self {
        Self { name, owned, columns: Vec::new(), constraints: Vec::new(), indexes: Vec::new() }
    }

    fn column(mut self, name: &'static str, holds: Holds) -> Self {
        self.columns.push(Column { name, holds, optional: false });
        self
    }

    /// The column just named may be empty.
    pub(crate) fn optional(mut self) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.optional = true;
        }
        self
    }

    pub(crate) fn uuid(self, name: &'static str) -> Self {
        self.column(name, Holds::Uuid)
    }

    pub(crate) fn text(self, name: &'static str) -> Self {
        self.column(name, Holds::Text)
    }

    pub(crate) fn small_int(self, name: &'static str) -> Self {
        self.column(name, Holds::SmallInt)
    }

    pub(crate) fn int(self, name: &'static str) -> Self {
        self.column(name, Holds::Int)
    }

    pub(crate) fn big_int(self, name: &'static str) -> Self {
        self.column(name, Holds::BigInt)
    }

    pub(crate) fn boolean(self, name: &'static str) -> Self {
        self.column(name, Holds::Bool)
    }

    pub(crate) fn date(self, name: &'static str) -> Self {
        self.column(name, Holds::Date)
    }

    pub(crate) fn instant(self, name: &'static str) -> Self {
        self.column(name, Holds::Instant)
    }

    pub(crate) fn bytes(self, name: &'static str) -> Self {
        self.column(name, Holds::Bytes)
    }

    /// One of a closed set of words, the same as in the GraphQL enum.
    pub(crate) fn word(self, name: &'static str, words: &[&str]) -> Self {
        let list = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
        self.text(name).check(name, &format!("\"{name}\" IN ({list})"))
    }

    /// A period of dates, `from` inclusive, `to` exclusive or still open.
    pub(crate) fn dates(self, from: &'static str, to: &'static str) -> Self {
        self.date(from).date(to).optional().not_before(from, to)
    }

    /// A period of instants, `from` inclusive, `to` exclusive or still open.
    pub(crate) fn instants(self, from: &'static str, to: &'static str) -> Self {
        self.instant(from).instant(to).optional().not_before(from, to)
    }

    fn not_before(self, from: &str, to: &str) -> Self {
        self.check(to, &format!("\"{to}\" IS NULL OR \"{to}\" >= \"{from}\""))
    }

    /// What the register believed and when: one row a version, closed by its successor, never overwritten (REG-10).
    pub(crate) fn two_axes(self) -> Self {
        self.dates("effective_from", "effective_to").instants("recorded_at", "superseded_at")
    }

    /// The id of a row of another table of the same precinct; the key carries the precinct, so a neighbour's id is
    /// refused by the database.
    pub(crate) fn to(mut self, column: &'static str, table: &str) -> Self {
        self.constraints.push(format!(
            "CONSTRAINT \"{}_{}_fk\" FOREIGN KEY (\"precinct_id\", \"{column}\") REFERENCES \"{table}\" (\"precinct_id\", \"id\")",
            self.name,
            stem(column)
        ));
        self.uuid(column)
    }

    /// The id of a row of a shared table.
    pub(crate) fn of_all(self, column: &'static str, table: &str) -> Self {
        self.plain_fk(column, table).uuid(column)
    }

    fn plain_fk(mut self, column: &str, table: &str) -> Self {
        self.constraints.push(format!(
            "CONSTRAINT \"{}_{}_fk\" FOREIGN KEY (\"{column}\") REFERENCES \"{table}\" (\"id\")",
            self.name,
            stem(column)
        ));
        self
    }

    fn key(mut self, columns: &[&str]) -> Self {
        let columns = self.led(columns);
        self.constraints.push(format!("CONSTRAINT \"{}_pkey\" PRIMARY KEY ({columns})", self.name));
        self
    }

    /// No two rows alike in these columns: within a precinct for an owned table, anywhere for a shared one.
    pub(crate) fn unique(mut self, columns: &[&str]) -> Self {
        let name = columns.join("_");
        let columns = self.led(columns);
        self.constraints.push(format!("CONSTRAINT \"{}_{name}_key\" UNIQUE ({columns})", self.name));
        self
    }

    /// No two rows alike among those for which `when` holds. An index, because no database has a partial constraint.
    pub(crate) fn unique_when(mut self, name: &str, columns: &[&str], when: &str) -> Self {
        let (table, columns) = (self.name, self.led(columns));
        self.indexes
            .push(format!("CREATE UNIQUE INDEX \"{table}_{name}_key\" ON \"{table}\" ({columns}) WHERE {when}"));
        self
    }

    /// A way to find rows; led by the precinct in an owned table.
    pub(crate) fn index(mut self, columns: &[&str]) -> Self {
        let (table, name) = (self.name, columns.join("_"));
        let columns = self.led(columns);
        self.indexes.push(format!("CREATE INDEX \"{table}_{name}_idx\" ON \"{table}\" ({columns})"));
        self
    }

    /// A condition every row keeps, in SQL both databases read alike.
    pub(crate) fn check(mut self, name: &str, condition: &str) -> Self {
        self.constraints.push(format!("CONSTRAINT \"{}_{name}_check\" CHECK ({condition})", self.name));
        self
    }

    /// The column list of a key or index, with the precinct in front where the table is a precinct's.
    fn led(&self, columns: &[&str]) -> String {
        let lead = self.owned.then_some("precinct_id");
        let columns = lead.into_iter().chain(columns.iter().copied());
        columns.map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
    }

    /// The whole `CREATE TABLE`.
    fn sql(&self, backend: DbBackend) -> String {
        let mut sql = format!("CREATE TABLE \"{}\" (\n", self.name);
        for column in &self.columns {
            let null = if column.optional { "" } else { " NOT NULL" };
            let _ = writeln!(sql, "  \"{}\" {}{null},", column.name, column.holds.sql(backend));
        }
        let _ = write!(sql, "  {}\n)", self.constraints.join(",\n  "));
        sql
    }

    /// Adds the columns to a table that is there, and the indexes: each column may be empty, because the rows before it have none. A
    /// plain `ADD COLUMN` is the one change that both databases and Citus make alike.
    pub(crate) async fn grow(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        for column in &self.columns {
            let holds = column.holds.sql(manager.get_database_backend());
            let sql = format!("ALTER TABLE \"{}\" ADD COLUMN \"{}\" {holds}", self.name, column.name);
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        for index in &self.indexes {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    /// Creates the table, its indexes, and on PostgreSQL the lock that policies later open (a table without a policy
    /// shows nobody anything).
    pub(crate) async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let db = manager.get_connection();
        db.execute_unprepared(&self.sql(backend)).await?;
        for index in &self.indexes {
            db.execute_unprepared(index).await?;
        }
        if self.owned && backend == DbBackend::Postgres {
            for lock in ["ENABLE", "FORCE"] {
                let sql = format!("ALTER TABLE \"{}\" {lock} ROW LEVEL SECURITY", self.name);
                db.execute_unprepared(&sql).await?;
            }
        }
        Ok(())
    }
}

/// `building_id` → `building`, for names of constraints.
fn stem(column: &str) -> &str {
    column.strip_suffix("_id").unwrap_or(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owned_table_leads_with_the_precinct_everywhere() {
        let table =
            owned_table("rental").to("dwelling_id", "dwelling").text("number").unique(&["number"]).index(&["number"]);
        let sql = table.sql(DbBackend::Postgres);
        assert!(sql.contains("PRIMARY KEY (\"precinct_id\", \"id\")"), "{sql}");
        assert!(sql.contains("UNIQUE (\"precinct_id\", \"number\")"), "{sql}");
        assert!(sql.contains(
            "FOREIGN KEY (\"precinct_id\", \"dwelling_id\") REFERENCES \"dwelling\" (\"precinct_id\", \"id\")"
        ));
        assert!(sql.contains("FOREIGN KEY (\"precinct_id\") REFERENCES \"precinct\" (\"id\")"), "{sql}");
        assert_eq!(table.indexes, ["CREATE INDEX \"rental_number_idx\" ON \"rental\" (\"precinct_id\", \"number\")"]);
    }

    #[test]
    fn a_shared_table_does_not() {
        let sql = shared_table("account").text("login").unique(&["login"]).sql(DbBackend::Sqlite);
        assert!(sql.contains("PRIMARY KEY (\"id\")") && sql.contains("UNIQUE (\"login\")"), "{sql}");
        assert!(!sql.contains("precinct_id"), "{sql}");
    }
}
