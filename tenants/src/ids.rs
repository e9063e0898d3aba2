//! An id type per table, so that a household's id cannot be passed where a person's is meant.

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
    /// A rental (出租房).
    RentalId
    /// A stay of a tenant in a rental.
    RentalTenantId
    /// A case file (案卷) that a reveal refers to.
    CaseFileId
    /// An approval to reveal a minor's record.
    RevealApprovalId
    /// An account (账号).
    AccountId
    /// A posting (任职): an account's role in a precinct for a time.
    PostingId
    /// A session of a signed-in account.
    SessionId
    /// An integrator's token.
    ApiTokenId
    /// An event of a precinct's outbox.
    EventId
    /// A request that may be repeated.
    RequestId
}
