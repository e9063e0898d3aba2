//! An id type per table, so that a household's id cannot be passed where a person's is meant.

use chrono::{DateTime, Utc};
use sea_orm::Value;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<$name> for Value {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }
    )* };
}

ids! {
    /// A district (分局).
    DistrictId
    /// A precinct (派出所): the tenant.
    PrecinctId
    /// An area of GB/T 2260 and below that jurisdictions speak of.
    AreaId
    /// A beat (警务区).
    BeatId
    /// A community (社区).
    CommunityId
    /// A node of the address tree: estate, zone, building or site.
    AddressId
    /// A dwelling (住房): one room or flat.
    DwellingId
    /// A household (户).
    HouseholdId
    /// One row of a household's registered addresses.
    HouseholdAddressId
    /// A person's entry in one precinct's register.
    PersonId
    /// One interval of one person in one household.
    MembershipId
    /// A register act (登记行为).
    ActId
    /// A record that an act concerned.
    ActSubjectId
    /// A paper that an act relied on.
    ActPaperId
    /// An item of a person's entry.
    PersonItemId
    /// A rental (出租房).
    RentalId
    /// A stay of a tenant in a rental.
    RentalTenantId
    /// A case file (案卷) that a reveal refers to.
    CaseFileId
    /// An approval to reveal a minor's record.
    RevealApprovalId
    /// An application (业务申请).
    ApplicationId
    /// One step of an application.
    ApplicationEventId
    /// A paper of an application (材料).
    ApplicationPaperId
    /// What another office is asked for an application (协助事项).
    AssistTaskId
    /// An account (账号).
    AccountId
    /// A posting (任职): an account's role in a precinct for a time.
    PostingId
    /// A session of a signed-in account.
    SessionId
    /// An integrator's token.
    ApiTokenId
    /// A document (材料): a paper handed in.
    DocumentId
    /// One received part of a document that is still being uploaded.
    DocumentPartId
    /// A certificate (户籍证明) of the register.
    CertificateId
    /// A webhook of a token.
    WebhookId
    /// A courier's hold of a webhook.
    LeaseId
    /// An event of a precinct's outbox.
    EventId
    /// A move between stations (迁移).
    TransferId
    /// A person of a move.
    TransferPersonId
    /// A request that may be repeated.
    RequestId
    /// A temporary registration (暂住登记).
    StayId
    /// A decision whether a stay is to be registered.
    StayDecisionId
    /// A residence permit (居住证).
    ResidencePermitId
    /// Something that happened to a residence permit.
    PermitEventId
    /// The paper by which a rental was registered.
    RentalFilingId
    /// A landlord's report of a tenant.
    TenantReportId
    /// A check of a rental.
    RentalCheckId
    /// A defect that a check found.
    RentalDefectId
    /// A resident's word on who he is, confirmed or waiting for it.
    ResidentConfirmationId
    /// A resident's request about his own data.
    RightsRequestId
    /// A row of a station's weekly opening pattern.
    OpeningPatternId
    /// A day on which a station is open otherwise.
    OpeningExceptionId
    /// An appointment (预约).
    AppointmentId
}

/// The number of a paper: its letters, the day, and eight digits of the id: readable on paper and unique.
pub(crate) fn paper_number(letters: &str, now: DateTime<Utc>, id: Uuid) -> String {
    format!("{letters}{}{:08}", crate::clock::day_of(now).format("%Y%m%d"), id.as_u128() % 100_000_000)
}
