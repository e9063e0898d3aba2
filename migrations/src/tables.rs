//! The tables, sorted by whose they are. [`roles`](crate::roles) refuses to open a database whose guarded tables are
//! not exactly [`TENANT_TABLES`], so a new table cannot be forgotten here.

/// What the application's role may do with a tenant table, besides reading its own precinct's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Rows are added and changed; nothing in a register is ever deleted.
    Kept,
    /// Rows are added and stay as they are.
    Appended,
    /// Rows are added, changed and taken away: what can be derived again or was only a note.
    Loose,
}

/// Every tenant table and its use, parents before children.
pub(crate) const TENANT: &[(&str, Use)] = &[
    ("beat", Use::Kept),
    ("community", Use::Kept),
    ("address", Use::Kept),
    ("dwelling", Use::Kept),
    ("act", Use::Appended),
    ("household", Use::Kept),
    ("household_address", Use::Kept),
    ("person", Use::Kept),
    ("person_name", Use::Kept),
    ("person_number", Use::Kept),
    ("membership", Use::Kept),
    ("rental", Use::Kept),
    ("rental_tenant", Use::Kept),
    ("stay", Use::Kept),
    ("stay_decision", Use::Appended),
    ("residence_permit", Use::Kept),
    ("permit_event", Use::Appended),
    ("rental_filing", Use::Kept),
    ("tenant_report", Use::Kept),
    ("rental_check", Use::Appended),
    ("rental_defect", Use::Kept),
    ("tally", Use::Loose),
    ("case_file", Use::Kept),
    ("reveal_approval", Use::Kept),
    ("application", Use::Kept),
    ("application_event", Use::Appended),
    ("application_paper", Use::Kept),
    ("assist_task", Use::Kept),
    ("audit_entry", Use::Appended),
    ("audit_head", Use::Kept),
    ("sighting", Use::Appended),
    ("outbox", Use::Appended),
    ("outbox_head", Use::Kept),
    ("idempotency", Use::Loose),
    ("act_subject", Use::Appended),
    ("act_paper", Use::Appended),
    ("act_count", Use::Kept),
    ("register_opening", Use::Kept),
    ("person_item", Use::Kept),
    ("transfer", Use::Kept),
    ("transfer_person", Use::Kept),
    ("document", Use::Kept),
    ("document_part", Use::Loose),
    ("certificate", Use::Kept),
    ("resident_confirmation", Use::Kept),
    ("rights_request", Use::Kept),
    ("opening_pattern", Use::Kept),
    ("opening_exception", Use::Kept),
    ("appointment", Use::Kept),
];

/// The names of every table a precinct owns, parents before children.
pub const TENANT_TABLES: &[&str] = &{
    let mut names = [""; TENANT.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = TENANT[place].0;
        place += 1;
    }
    names
};

/// Every table of the whole installation, parents before children.
pub const SHARED_TABLES: &[&str] = &[
    "district",
    "precinct",
    "account",
    "posting",
    "posting_beat",
    "session",
    "api_token",
    "webhook",
    "tenant_key",
    "installation",
    "identity",
    "registration",
    "unique_fact",
    "open_transfer",
    "statutory_limit",
    "area",
    "jurisdiction",
    "permit_holder",
    "calendar_day",
    "application_type",
    "notice",
    "resident",
    "sign_in_code",
    "sign_in_source",
];

/// What the application's role may do with the shared tables. Whatever makes or unmakes a tenant is the owner's.
pub(crate) const SHARED_GRANTS: &[(&str, &str)] = &[
    ("SELECT", "district, precinct, area, jurisdiction, tenant_key, installation, seaql_migrations"),
    ("SELECT", "statutory_limit, calendar_day, application_type, notice"),
    ("SELECT, INSERT, UPDATE", "account, posting, api_token, webhook, registration"),
    ("SELECT, INSERT, UPDATE", "resident, sign_in_code, sign_in_source"),
    ("SELECT, INSERT, DELETE", "unique_fact, open_transfer"),
    ("SELECT, INSERT, UPDATE, DELETE", "session, posting_beat, identity, permit_holder"),
];

/// What the district's reading role sees of the shared tables: places and who is posted where, no secret of any kind.
pub(crate) const DISTRICT_GRANTS: &[(&str, &str)] = &[
    ("SELECT", "district, precinct, area, jurisdiction, posting, posting_beat"),
    ("SELECT (id, login, display_name, staff_number, state)", "account"),
];
