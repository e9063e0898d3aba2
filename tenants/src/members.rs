//! Who asks: an account in one posting, resolved once per request.

use crate::ids::{AccountId, BeatId, DistrictId, PostingId, PrecinctId};
use crate::roles::{self, Action, Domain, Role};

/// Somebody who may ask, in one posting.
#[derive(Clone, Debug)]
pub struct Member {
    /// The account; none for the operator's command line.
    pub account: Option<AccountId>,
    /// The name shown.
    pub name: String,
    /// The login.
    pub login: String,
    /// The role of the posting.
    pub role: Role,
    /// The posting.
    pub posting: Option<PostingId>,
    /// The home precinct: a station, or the district's office.
    pub precinct: PrecinctId,
    /// The district.
    pub district: DistrictId,
    /// The stations within reach, by code: the home station, or all of the district for district roles.
    pub precincts: Vec<PrecinctId>,
    /// The beats of the posting.
    pub beats: Vec<BeatId>,
}

impl Member {
    /// Whether the role table grants the action.
    pub fn may(&self, domain: Domain, action: Action) -> bool {
        roles::may(self.role, domain, action)
    }

    /// Whether a precinct is within reach.
    pub fn reaches(&self, precinct: PrecinctId) -> bool {
        precinct == self.precinct || self.precincts.contains(&precinct)
    }

    /// Whether the role reads across its district.
    pub fn reads_district(&self) -> bool {
        self.role.is_district()
    }
}

/// Members kept for at most 800 ms, so that a revocation is felt within a second.
#[derive(Default)]
pub(crate) struct Cache;
