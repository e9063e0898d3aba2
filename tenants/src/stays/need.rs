//! Whether a stay is to be registered (§2.1, §2.10): decided by where somebody is registered and how he lodges, and nothing else.

use chrono::NaiveDate;

use super::decision_row;
use crate::error::{Error, Result};
use crate::ids::{DwellingId, PersonId, StayDecisionId, StayId};
use crate::persons::PopulationCategory;
use crate::words::words;

words! {
    /// What was decided of a stay (登记决定, RNT-01).
    pub enum StayOutcome {
        /// It is registered (需登记).
        Needed = "NEEDED",
        /// Nobody of this kind is registered (无需登记).
        NotNeeded = "NOT_NEEDED",
        /// Lodged where others record it (免予登记).
        Exempt = "EXEMPT",
    }
}

words! {
    /// By what it was decided (决定依据).
    pub enum StayGround {
        /// Registered in another city (户籍在外市).
        OtherCity = "OTHER_CITY",
        /// Registered in this very precinct (本所户籍).
        RegisteredHere = "REGISTERED_HERE",
        /// Registered in another precinct of the city (市内人户分离).
        RegisteredInCity = "REGISTERED_IN_CITY",
        /// From abroad, Hong Kong, Macau or Taiwan: a regime of its own (境外人员).
        Overseas = "OVERSEAS",
        /// A hotel records its guests (旅馆住宿).
        Hotel = "HOTEL",
        /// A hospital records its patients (住院).
        Hospital = "HOSPITAL",
        /// A school records its boarders (寄宿就学).
        BoardingSchool = "BOARDING_SCHOOL",
        /// A relief station records whom it shelters (救助站).
        ReliefStation = "RELIEF_STATION",
    }
}

words! {
    /// A lodging whose keeper records it, so that nobody else does (免予登记情形).
    pub enum StayExemption {
        /// A hotel (旅馆).
        Hotel = "HOTEL",
        /// A hospital (医院).
        Hospital = "HOSPITAL",
        /// A school with boarders (寄宿学校).
        BoardingSchool = "BOARDING_SCHOOL",
        /// A relief station (救助站).
        ReliefStation = "RELIEF_STATION",
    }
}

impl StayExemption {
    const fn ground(self) -> StayGround {
        match self {
            Self::Hotel => StayGround::Hotel,
            Self::Hospital => StayGround::Hospital,
            Self::BoardingSchool => StayGround::BoardingSchool,
            Self::ReliefStation => StayGround::ReliefStation,
        }
    }
}

/// Whether somebody of a category is to be registered; `of_the_city` is what the whole platform knows of his registration.
pub(super) fn need(
    category: PopulationCategory,
    of_the_city: bool,
    exemption: Option<StayExemption>,
) -> (StayOutcome, StayGround) {
    use PopulationCategory as Category;
    match (category, exemption) {
        (Category::RegisteredResident | Category::RegisteredAway, _) => {
            (StayOutcome::NotNeeded, StayGround::RegisteredHere)
        }
        (Category::CitySeparated, _) => (StayOutcome::NotNeeded, StayGround::RegisteredInCity),
        (Category::Floating, _) if of_the_city => (StayOutcome::NotNeeded, StayGround::RegisteredInCity),
        (Category::Overseas, _) => (StayOutcome::NotNeeded, StayGround::Overseas),
        (Category::Floating, Some(exemption)) => (StayOutcome::Exempt, exemption.ground()),
        (Category::Floating, None) => (StayOutcome::Needed, StayGround::OtherCity),
    }
}

/// One decision on a stay.
#[derive(Clone, Debug)]
pub struct StayDecision {
    /// Its id.
    pub id: StayDecisionId,
    /// Of whom.
    pub person: PersonId,
    /// At which dwelling.
    pub dwelling: DwellingId,
    /// What was decided.
    pub outcome: StayOutcome,
    /// By what.
    pub ground: StayGround,
    /// The stay that was registered, when one was needed.
    pub stay: Option<StayId>,
    /// On which day.
    pub decided_on: NaiveDate,
    /// By whom.
    pub decided_by: String,
}

impl TryFrom<decision_row::Model> for StayDecision {
    type Error = Error;

    fn try_from(row: decision_row::Model) -> Result<Self> {
        Ok(Self {
            id: StayDecisionId(row.id),
            person: PersonId(row.person_id),
            dwelling: DwellingId(row.dwelling_id),
            outcome: row.outcome.parse().map_err(Error::internal)?,
            ground: row.ground.parse().map_err(Error::internal)?,
            stay: row.stay_id.map(StayId),
            decided_on: row.decided_on,
            decided_by: row.decided_by_name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_2_1_only_who_is_registered_in_another_city_is_registered_for_a_stay() {
        for &category in PopulationCategory::ALL {
            for of_the_city in [false, true] {
                let (outcome, _) = need(category, of_the_city, None);
                let needed = category == PopulationCategory::Floating && !of_the_city;
                assert_eq!(outcome == StayOutcome::Needed, needed, "{category} {of_the_city}");
            }
        }
    }

    #[test]
    fn domain_2_10_whom_a_lodging_records_is_exempt_and_nobody_else_becomes_so() {
        for &exemption in StayExemption::ALL {
            let (outcome, ground) = need(PopulationCategory::Floating, false, Some(exemption));
            assert_eq!((outcome, ground.as_str()), (StayOutcome::Exempt, exemption.as_str()));
            for category in [PopulationCategory::CitySeparated, PopulationCategory::Overseas] {
                assert_eq!(need(category, false, Some(exemption)).0, StayOutcome::NotNeeded);
            }
        }
    }
}
