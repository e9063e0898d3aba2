//! Applications from a resident's own telephone (光谷微警务): about whom a type may be filed so, by which channel an application came, and
//! which paper of its checklist a document is.
//!
//! A type that says nothing here is filed at the window. R02, R08, R09: the dead have no account, and a relative brings the proof. R03: the
//! child belongs to no household of the adopter's before the act. R10, R14: the office acts upon its own notice or investigation. R13:
//! whoever is restored has no entry to be linked to, and is compared in person. R16, R17: both sides declare before the registrar. R22:
//! a unit asks. R23: it is about others, the former occupants.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::standing_table;

/// The code of a type, and about whom a resident files it: a minor goes where his guardian may speak for him.
const ONLINE: &[(&str, &str)] = &[
    // Nobody has a number or an entry yet, and the month of the law runs: either parent files it, for the household he belongs to.
    ("R01", "NEWBORN"),
    // By who lives here and is registered elsewhere: the station of the destination is asked first [N21 §44].
    ("R04", "ONESELF,CHILD"),
    ("R06", "ONESELF,CHILD"),
    ("R05", "ONESELF,CHILD"),
    ("R07", "ONESELF,CHILD"),
    ("R11", "ONESELF,CHILD"),
    // Minors are not enlisted, form no household of their own, and have their sex changed at the window only.
    ("R12", "ONESELF"),
    ("R15", "ONESELF"),
    ("R19", "ONESELF"),
    ("R18", "ONESELF,CHILD"),
    ("R20", "ONESELF,CHILD"),
    ("R21", "ONESELF,CHILD"),
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Codes with commas, read whole and never searched.
    standing_table("application_type").text("online_for").grow(manager).await?;
    for (code, about) in ONLINE {
        let sql = format!("UPDATE application_type SET online_for = '{about}' WHERE code = '{code}'");
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    // Empty means the counter, which every application before this came by.
    standing_table("application").text("channel").index(&["maker_id", "id"]).grow(manager).await?;
    standing_table("document").text("paper_code").grow(manager).await
}
