//! Made-up precincts, the same ones for the same seed number: what a demonstration shows and a benchmark measures.
//!
//! Each precinct is drawn from a stream of its own, so its rows do not depend on which other precincts are made. Every
//! person is made up: numbers are of the test region, telephone numbers of no network. What was made is counted while it is
//! made ([`Manifest`]) and must be what the overview then answers (domain §1.5).

mod draw;
mod families;
mod hours;
mod households;
mod load;
mod making;
mod past;
mod people;
mod places;
mod plan;
mod precinct;
mod rentals;
mod rows;
mod tenancy;

use uuid::Uuid;

pub use load::{Progress, seed};
pub use plan::{CommunityPlan, PrecinctPlan, SeedPlan};

/// What a community or more of them hold, counted while it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Active households.
    pub households: i32,
    /// Dwellings.
    pub dwellings: i32,
    /// Registered here and living here.
    pub registered_resident: i32,
    /// Registered here, living elsewhere.
    pub registered_away: i32,
    /// Living here, registered in another precinct of the city.
    pub city_separated: i32,
    /// Living here, registered in another city.
    pub floating: i32,
    /// Living here, from abroad, Hong Kong, Macau or Taiwan.
    pub overseas: i32,
    /// Rentals let out now.
    pub rentals_active: i32,
}

impl Counts {
    /// The actual population (实有人口): everybody who lives here (domain §2.1).
    pub fn actual_population(&self) -> i32 {
        self.registered_resident + self.city_separated + self.floating + self.overseas
    }

    /// The registered population (户籍人口).
    pub fn registered_population(&self) -> i32 {
        self.registered_resident + self.registered_away
    }

    fn add(&mut self, category: &str) {
        let counted = match category {
            "REGISTERED_RESIDENT" => &mut self.registered_resident,
            "REGISTERED_AWAY" => &mut self.registered_away,
            "CITY_SEPARATED" => &mut self.city_separated,
            "OVERSEAS" => &mut self.overseas,
            _ => &mut self.floating,
        };
        *counted += 1;
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |a, b| Self {
            households: a.households + b.households,
            dwellings: a.dwellings + b.dwellings,
            registered_resident: a.registered_resident + b.registered_resident,
            registered_away: a.registered_away + b.registered_away,
            city_separated: a.city_separated + b.city_separated,
            floating: a.floating + b.floating,
            overseas: a.overseas + b.overseas,
            rentals_active: a.rentals_active + b.rentals_active,
        })
    }
}

/// What a seed made.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Manifest {
    /// The district's id.
    pub district: Uuid,
    /// The district's own office, where its staff are posted.
    pub office: Uuid,
    /// The precincts, in the plan's order.
    pub precincts: Vec<PrecinctManifest>,
}

/// What a seed made of one precinct.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PrecinctManifest {
    /// The precinct's id.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its beats, in order.
    pub beats: Vec<Uuid>,
    /// Its communities, in order.
    pub communities: Vec<CommunityManifest>,
    /// Number of an open case file that a reveal can refer to.
    pub case_file: String,
    /// The account id and name by which the seeded acts were done; the account itself is not made.
    pub registrar: (Uuid, String),
    /// Rows of all tables.
    pub rows: u64,
}

impl PrecinctManifest {
    /// The whole precinct's counts.
    pub fn counts(&self) -> Counts {
        self.communities.iter().map(|community| community.counts).sum()
    }
}

/// What a seed made of one community.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CommunityManifest {
    /// The community's id.
    pub id: Uuid,
    /// Its beat.
    pub beat: Uuid,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub counts: Counts,
}
