//! Applications (业务申请): what somebody asks of the register, every step of it, its papers, and what other offices are asked for it.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::{NewTable, owned_table};

const STATES: &[&str] = &[
    "DRAFT", "SUBMITTED", "RETURNED", "NOT_ACCEPTED", "ACCEPTED", "REVIEWED", "SUSPENDED", "APPROVED", "DONE", "REJECTED", "WITHDRAWN",
    "EXPIRED",
];
const LEVELS: &[&str] = &["STATION", "DISTRICT", "CITY"];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    application().create(manager).await?;
    event().create(manager).await?;
    paper().create(manager).await?;
    assist_task().create(manager).await
}

fn application() -> NewTable {
    let table = owned_table("application")
        .text("number")
        .optional()
        .text("type_code")
        .date("type_from")
        .text("act_kind")
        .word("level", LEVELS)
        .text("approved_level")
        .optional()
        .word("state", STATES)
        .text("resumes_to")
        .optional()
        .to("subject_id", "person")
        .optional()
        .bytes("subject_key")
        .optional()
        .bytes("subject_name_sealed")
        .optional()
        .text("subject_name_masked")
        .optional()
        .date("subject_birth")
        .optional()
        .bytes("subject_number_sealed")
        .optional()
        .text("subject_number_masked")
        .optional();
    let table = table
        .text("applicant_kind")
        .bytes("applicant_name_sealed")
        .text("applicant_name_masked")
        .bytes("applicant_number_sealed")
        .optional()
        .text("applicant_number_masked")
        .optional()
        .bytes("applicant_phone_sealed")
        .optional()
        .text("applicant_phone_masked")
        .optional()
        .to("household_id", "household")
        .optional()
        .to("beat_id", "beat")
        .optional()
        .text("circumstances")
        .bytes("form_sealed")
        .text("note")
        .optional()
        .date("needed_by")
        .optional()
        .text("needed_for")
        .optional();
    clocks(table)
        .uuid("maker_id")
        .text("maker_name")
        .uuid("accepted_by")
        .optional()
        .uuid("reviewed_by")
        .optional()
        .boolean("identity_compared")
        .text("reason_code")
        .optional()
        .text("reason")
        .optional()
        .text("redirect_to")
        .optional()
        .uuid("act_id")
        .optional()
        .instant("created_at")
        .instant("updated_at")
        .int("version")
        .unique(&["number"])
        .unique_when(
            "open",
            &["subject_key", "type_code"],
            "subject_key IS NOT NULL AND state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWED', 'SUSPENDED', 'APPROVED')",
        )
        .unique_when("draft", &["maker_id", "subject_key", "type_code"], "subject_key IS NOT NULL AND state = 'DRAFT'")
        .index(&["queue_key"])
        .index(&["state", "queue_key"])
        .index(&["due_on"])
}

/// What the law's clock and the queue's order need.
fn clocks(table: NewTable) -> NewTable {
    table
        .small_int("priority")
        .text("queue_key")
        .date("due_on")
        .optional()
        .date("paused_on")
        .optional()
        .date("returned_until")
        .optional()
        .int("returns")
        .int("faults")
        .instant("submitted_at")
        .optional()
        .instant("accepted_at")
        .optional()
        .instant("closed_at")
        .optional()
}

/// One step, with the person, the unit and the role at that time; never changed.
fn event() -> NewTable {
    owned_table("application_event")
        .to("application_id", "application")
        .int("seq")
        .text("step")
        .text("from_state")
        .optional()
        .text("to_state")
        .text("level")
        .optional()
        .uuid("account_id")
        .optional()
        .text("account_name")
        .text("account_role")
        .uuid("unit_id")
        .instant("at")
        .text("reason_code")
        .optional()
        .text("reason")
        .optional()
        .text("gaps")
        .optional()
        .text("missing")
        .optional()
        .boolean("fault")
        .text("reference")
        .optional()
        .unique(&["application_id", "seq"])
}

fn paper() -> NewTable {
    owned_table("application_paper")
        .to("application_id", "application")
        .text("code")
        .word("state", &["DECLARED", "RECEIVED", "CHECKED", "DROPPED"])
        .word("source", &["APPLICANT", "OFFICE"])
        .uuid("document_id")
        .optional()
        .instant("received_at")
        .optional()
        .text("received_by")
        .optional()
        .instant("checked_at")
        .optional()
        .text("checked_by")
        .optional()
        .unique(&["application_id", "code"])
}

fn assist_task() -> NewTable {
    owned_table("assist_task")
        .to("application_id", "application")
        .text("office")
        .text("request")
        .text("paper_code")
        .optional()
        .word("state", &["OPEN", "DONE", "REFUSED", "CANCELLED"])
        .date("due_on")
        .uuid("asked_by")
        .text("asked_by_name")
        .instant("asked_at")
        .text("answer")
        .optional()
        .text("answered_by_name")
        .optional()
        .instant("answered_at")
        .optional()
        .int("version")
        .index(&["application_id", "asked_at"])
        .index(&["state", "due_on"])
}
