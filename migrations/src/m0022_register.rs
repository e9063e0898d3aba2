//! What the register's acts stand on: who is registered where in the whole installation, what may happen once only, whom an act
//! concerned and what was before it, and the counts by which registers are balanced.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};
use sea_orm_migration::sea_orm::DbBackend;

use crate::words::{owned_ledger, owned_table, shared_ledger, standing_table};

/// The terms of the conservation law (MOV-09).
const TERMS: &[&str] = &[
    "BIRTH",
    "EXTERNAL_IN",
    "RESTORED",
    "SUPPLEMENTARY",
    "DEATH",
    "EXTERNAL_OUT",
    "OTHER_CANCELLATION",
    "INTERNAL_IN",
    "INTERNAL_OUT",
    "REZONED_IN",
    "REZONED_OUT",
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // One person, one row, changed by compare-and-set only: what makes one open membership hold across precincts and shards
    // (REG-01). No keys to precinct, person or act, which may live on other shards.
    shared_ledger("registration", &["person_id"])
        .uuid("person_id")
        .uuid("precinct_id")
        .word("state", &["REGISTERED", "IN_TRANSIT", "DEAD", "DEPARTED", "NEVER"])
        .date("since")
        .uuid("act_id")
        .int("version")
        .instant("updated_at")
        .create(manager)
        .await?;
    // What happens once in a life: a birth certificate, a death (REG-12). The key is a keyed hash.
    shared_ledger("unique_fact", &["kind", "key_hash"])
        .word("kind", &["BIRTH_CERTIFICATE", "DEATH"])
        .bytes("key_hash")
        .uuid("precinct_id")
        .uuid("act_id")
        .instant("recorded_at")
        .create(manager)
        .await?;
    standing_table("act").text("case_number").grow(manager).await?;
    owned_table("act_subject")
        .to("act_id", "act")
        .to("household_id", "household")
        .optional()
        .to("person_id", "person")
        .optional()
        .text("role")
        .text("counts_as")
        .optional()
        .int("version")
        .optional()
        .bytes("before_sealed")
        .optional()
        .index(&["act_id"])
        .index(&["household_id"])
        .index(&["person_id"])
        .create(manager)
        .await?;
    owned_table("act_paper")
        .to("act_id", "act")
        .text("kind")
        .bytes("number_sealed")
        .optional()
        .date("issued_on")
        .optional()
        .index(&["act_id"])
        .create(manager)
        .await?;
    owned_ledger("act_count", &["day", "term"])
        .date("day")
        .word("term", TERMS)
        .int("persons")
        .create(manager)
        .await?;
    owned_ledger("register_opening", &[]).int("registered").instant("updated_at").create(manager).await?;
    let now = "\"effective_to\" IS NULL AND \"superseded_at\" IS NULL";
    owned_table("person_item")
        .to("person_id", "person")
        .text("kind")
        .bytes("value_sealed")
        .word("basis", &["CHANGE", "CORRECTION"])
        .two_axes()
        .to("act_id", "act")
        .index(&["person_id"])
        .unique_when("one_value", &["person_id", "kind"], now)
        .create(manager)
        .await?;
    carry_over(manager).await
}

/// Registers that are there already open with whoever is a member now; who was one is dead or departed.
async fn carry_over(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    const STEPS: &[&str] = &[
        "INSERT INTO registration (person_id, precinct_id, state, since, act_id, version, updated_at) \
         SELECT m.person_id, m.precinct_id, CASE WHEN m.effective_to IS NULL THEN 'REGISTERED' WHEN p.death_on IS NOT NULL THEN 'DEAD' \
         ELSE 'DEPARTED' END, coalesce(m.effective_to, m.effective_from), m.act_id, 1, m.recorded_at FROM membership m \
         JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.superseded_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM membership l WHERE l.precinct_id = m.precinct_id AND l.person_id = m.person_id \
         AND l.superseded_at IS NULL AND l.id <> m.id AND (l.effective_from > m.effective_from \
         OR (l.effective_from = m.effective_from AND l.id > m.id)))",
        "INSERT INTO register_opening (precinct_id, registered, updated_at) SELECT precinct_id, count(*), max(recorded_at) FROM membership \
         WHERE effective_to IS NULL AND superseded_at IS NULL GROUP BY precinct_id",
    ];
    // The owner's own rows are hidden from him by the forced lock, unless he is above every lock.
    let locked = ["membership", "person", "register_opening"];
    let (db, postgres) = (manager.get_connection(), manager.get_database_backend() == DbBackend::Postgres);
    for table in locked.iter().filter(|_| postgres) {
        db.execute_unprepared(&format!("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")).await?;
    }
    for sql in STEPS {
        db.execute_unprepared(sql).await?;
    }
    for table in locked.iter().filter(|_| postgres) {
        db.execute_unprepared(&format!("ALTER TABLE {table} FORCE ROW LEVEL SECURITY")).await?;
    }
    Ok(())
}
