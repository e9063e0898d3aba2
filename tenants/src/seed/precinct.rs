//! One precinct, a building at a time.

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::making::{Being, Chunk, Making};
use super::places::{Building, Community};
use super::plan::{CommunityPlan, PrecinctPlan};
use super::{CommunityManifest, PrecinctManifest, rows};

/// What becomes of a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// A household lives where it is registered.
    Home,
    /// Two households are registered at one address (domain §2.3).
    Shared,
    /// A household is registered here, lives elsewhere and lets the dwelling.
    LetByHousehold,
    /// Let by an owner who is not registered here.
    Let,
    /// A rental that is not let now.
    LetBefore,
    /// An owner's family that is registered elsewhere.
    Settled,
    /// A household was registered here and is closed.
    Closed,
    Vacant,
}

/// Members of a thousand actual inhabitants who are in each collective household.
const COLLECTIVE: u32 = 14;

/// The stream of a precinct's rows.
pub(super) struct Precinct {
    making: Making,
    beats: Vec<Uuid>,
    /// Beat and plan of the communities still to come, the next one last.
    ahead: Vec<(usize, CommunityPlan)>,
    current: Option<(Community, Vec<Use>)>,
    made: Vec<CommunityManifest>,
    begun: bool,
}

impl Precinct {
    pub(super) fn new(seed: u64, plan: &PrecinctPlan, district: Uuid, today: NaiveDate) -> Self {
        let making = Making::new(seed, plan, district, today);
        let ahead = plan.beats.iter().enumerate().rev();
        let ahead = ahead
            .flat_map(|(beat, communities)| communities.iter().rev().map(move |community| (beat, community.clone())))
            .collect();
        Self { making, beats: Vec::new(), ahead, current: None, made: Vec::new(), begun: false }
    }

    pub(super) fn id(&self) -> Uuid {
        self.making.precinct
    }

    /// Active households made so far.
    pub(super) fn households(&self) -> u32 {
        let current = self.making.count.households;
        let before: i32 = self.made.iter().map(|community| community.counts.households).sum();
        u32::try_from(before + current).unwrap_or(0)
    }

    /// What was made; complete once the stream has ended.
    pub(super) fn manifest(self, rows: u64) -> PrecinctManifest {
        let (id, case_file) = (self.id(), self.making.case_number(1));
        let PrecinctPlan { code, name, registrar, .. } = self.making.plan;
        let registrar = (self.making.registrar, registrar);
        PrecinctManifest { id, code, name, beats: self.beats, communities: self.made, case_file, registrar, rows }
    }

    fn begin(&mut self) {
        self.begun = true;
        self.beats = (0..self.making.plan.beats.len()).map(|ordinal| self.making.beat(ordinal)).collect();
        let first = self.beats.first().copied();
        self.making.case_files(first);
        self.making.hours();
    }

    fn next_community(&mut self) -> bool {
        let Some((beat, plan)) = self.ahead.pop() else { return false };
        let community = self.making.community(self.made.len(), self.beats[beat], &plan);
        let deck = self.making.deck(&plan);
        self.current = Some((community, deck));
        true
    }

    /// The last building of a community holds the collective households and the dormitory; then it is counted.
    fn finish(&mut self, mut community: Community) {
        self.making.dormitory(&mut community);
        let counts = std::mem::take(&mut self.making.count);
        self.making.tally(community.id, counts);
        let name = community.plan.name.clone();
        self.made.push(CommunityManifest { id: community.id, beat: community.beat, name, counts });
    }
}

impl Iterator for Precinct {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        if !self.begun {
            self.begin();
        } else if let Some((mut community, mut deck)) = self.current.take() {
            if deck.is_empty() {
                self.finish(community);
            } else {
                self.making.fill_building(&mut community, &mut deck);
                self.current = Some((community, deck));
            }
        } else if !self.next_community() {
            return None;
        }
        Some(self.making.take())
    }
}

/// How many households of a community are collective: all kinds, unless it is tiny.
fn collectives(plan: &CommunityPlan) -> u32 {
    if plan.households >= 12 { 3 } else { 0 }
}

impl Making {
    /// What becomes of each dwelling, in a drawn order: the counts are the plan's.
    fn deck(&mut self, plan: &CommunityPlan) -> Vec<Use> {
        let families = plan.households - collectives(plan);
        let shared = families / 40;
        let let_by_household = (families * 6 / 100).min(plan.rentals / 3);
        let home = families - 2 * shared - let_by_household;
        let rentals = plan.rentals - let_by_household;
        // 2.75 of a household's members live here, 3.1 in a rental; of what is missing, the dormitory keeps a share.
        let expected =
            (home + 2 * shared) * 275 / 100 + plan.rentals * 31 / 10 + plan.population * COLLECTIVE * 16 / 10_000;
        let settled = plan.population.saturating_sub(expected) * 80 / 100 * 100 / 290;
        let closed = plan.households.div_ceil(100);
        let before = plan.rentals.div_ceil(12);
        let counts = [
            (Use::Home, home),
            (Use::Shared, shared),
            (Use::LetByHousehold, let_by_household),
            (Use::Let, rentals),
            (Use::LetBefore, before),
            (Use::Settled, settled),
            (Use::Closed, closed),
            (Use::Vacant, plan.households / 30),
        ];
        let mut deck: Vec<Use> =
            counts.iter().flat_map(|(what, count)| std::iter::repeat_n(*what, *count as usize)).collect();
        self.draw.shuffle(&mut deck);
        deck
    }

    fn fill_building(&mut self, community: &mut Community, deck: &mut Vec<Use>) {
        let mut building = self.building(community);
        while !building.is_full() {
            let Some(what) = deck.pop() else { break };
            self.fill(community, &mut building, what);
        }
    }

    fn fill(&mut self, community: &mut Community, building: &mut Building, what: Use) {
        let home = self.dwelling(community, building, "RESIDENTIAL");
        match what {
            Use::Home => self.family_household(&home, true),
            Use::Shared => {
                self.family_household(&home, true);
                self.family_household(&home, true);
            }
            Use::LetByHousehold => {
                self.family_household(&home, false);
                self.rental(&home, "ACTIVE");
            }
            Use::Let => self.rental(&home, "ACTIVE"),
            Use::LetBefore => {
                let state = self.draw.pick(&["VACANT", "REGISTERED", "DEREGISTERED"]);
                self.rental(&home, state);
            }
            Use::Settled => self.settled_family(&home),
            Use::Closed => self.closed_household(&home),
            Use::Vacant => {}
        }
    }

    /// Collective households, and as many workers in the dormitory as the actual population still lacks.
    fn dormitory(&mut self, community: &mut Community) {
        let plan = community.plan.clone();
        let lacking = |making: &Self| i32::try_from(plan.population).unwrap_or(0) - making.count.actual_population();
        if collectives(&plan) == 0 && lacking(self) <= 0 {
            return;
        }
        let mut building = self.raise(community, "集体宿舍", (1, 1_000, 20));
        if collectives(&plan) > 0 {
            let members = ((plan.population * COLLECTIVE / 1000) as usize).max(3);
            let office = self.dwelling(community, &mut building, "PUBLIC");
            self.collective(&office, "PUBLIC_COLLECTIVE", (members / 3).max(2), (20, 60), 0);
            let company = self.dwelling(community, &mut building, "DORMITORY");
            self.collective(&company, "COLLECTIVE", members, (22, 45), 800);
            let school = self.dwelling(community, &mut building, "DORMITORY");
            self.collective(&school, "COLLECTIVE", members, (18, 24), 800);
        }
        while lacking(self) > 0 {
            let room = self.dwelling(community, &mut building, "DORMITORY");
            let beds = self.draw.between(4, 8).min(lacking(self));
            self.workers(&room, beds);
        }
    }

    fn tally(&mut self, community: Uuid, counts: super::Counts) {
        let updated_at = self.today.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(10);
        self.out.tallies.push(rows::Tally {
            precinct_id: self.precinct,
            id: community,
            households: counts.households,
            dwellings: counts.dwellings,
            registered_resident: counts.registered_resident,
            registered_away: counts.registered_away,
            city_separated: counts.city_separated,
            floating: counts.floating,
            overseas: counts.overseas,
            rentals_active: counts.rentals_active,
            updated_at,
        });
    }

    fn case_number(&self, serial: usize) -> String {
        format!("AJ{}-{serial:04}", self.tail())
    }

    /// Some open and closed case files; the first concerns the whole precinct, the others the first beat.
    fn case_files(&mut self, beat: Option<Uuid>) {
        let files = [
            ("APPLICATION", "Application at the window", true),
            ("VERIFICATION", "Verification of residents of a building", true),
            ("INCIDENT", "Dispute between neighbours", true),
            ("ASSISTANCE", "Help to a household in need", true),
            ("INCIDENT", "Lost property", false),
            ("APPLICATION", "Certificate issued", false),
        ];
        for (i, (kind, title, open)) in files.into_iter().enumerate() {
            let (id, number) = (self.id(), self.case_number(i + 1));
            let day = self.today - chrono::Days::new(20 - i as u64);
            let opened_at = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(2);
            self.out.case_files.push(rows::CaseFile {
                precinct_id: self.precinct,
                id,
                number,
                kind,
                title: title.to_owned(),
                state: if open { "OPEN" } else { "CLOSED" },
                beat_id: beat.filter(|_| i > 0),
                opened_by: self.registrar,
                opened_by_name: self.plan.registrar.clone(),
                opened_at,
                closed_at: (!open).then(|| opened_at + TimeDelta::days(3)),
                version: if open { 1 } else { 2 },
            });
        }
    }
}

impl Being {
    /// The home's ids that the person's row repeats.
    pub(super) fn places(&self) -> (Option<Uuid>, Option<Uuid>, Option<Uuid>) {
        let home = self.counts_at;
        let lives = home.filter(|_| self.lives_there);
        (home.map(|home| home.community), home.map(|home| home.beat), lives.map(|home| home.dwelling))
    }
}

#[cfg(test)]
mod tests;
