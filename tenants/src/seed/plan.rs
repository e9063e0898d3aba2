//! What is to be made: precincts, beats, communities and their sizes.

use chrono::NaiveDate;

use super::people::MOST_PRECINCTS;
use crate::error::{Error, Result};

/// The most households of one precinct: beyond, its block of id numbers would run out.
const MOST_HOUSEHOLDS: u32 = 40_000;
/// Households of one beat, as the article's (domain §1.7).
const BEAT: u32 = 14_000;

/// A whole seed.
#[derive(Clone, Debug)]
pub struct SeedPlan {
    /// The seed number: the same number makes the same rows.
    pub seed: u64,
    /// The day that everything is as of: ages, leases and history end there. Not before 2020.
    pub today: NaiveDate,
    /// Code and name of the district; an existing one of this code is used.
    pub district: (String, String),
    /// The precincts to make.
    pub precincts: Vec<PrecinctPlan>,
}

/// One precinct to make.
#[derive(Clone, Debug)]
pub struct PrecinctPlan {
    /// Its place among all precincts of the installation: decides its block of id numbers.
    pub ordinal: usize,
    /// Its code, such as `420100990001`.
    pub code: String,
    /// Its name (茅店派出所).
    pub name: String,
    /// Its short name (茅店).
    pub short_name: String,
    /// Name of the registrar who did the seeded acts.
    pub registrar: String,
    /// The communities of each beat.
    pub beats: Vec<Vec<CommunityPlan>>,
}

/// One community to make.
#[derive(Clone, Debug)]
pub struct CommunityPlan {
    /// Its name (当代社区).
    pub name: String,
    /// Its estate (当代国际花园).
    pub estate: String,
    /// Active households, of all kinds.
    pub households: u32,
    /// Actual population; reached exactly unless the households alone are more.
    pub population: u32,
    /// Rentals let out.
    pub rentals: u32,
}

const DISTRICT: (&str, &str) = ("420100990000", "东湖新技术开发区分局");

/// Made-up short names of stations, and names of estates.
const STATIONS: [&str; 20] = [
    "茅店",
    "银杏路",
    "听涛",
    "观澜",
    "翠屏",
    "云岭",
    "望湖",
    "松涛",
    "竹溪",
    "清风",
    "明月",
    "锦绣",
    "凤鸣",
    "长青",
    "北辰",
    "南柳",
    "东篱",
    "西岭",
    "百合",
    "紫薇",
];
const ESTATES: [&str; 12] =
    ["梧桐", "香樟", "丁香", "海棠", "玉兰", "桂园", "枫林", "白桦", "芙蓉", "牡丹", "石榴", "木棉"];

impl SeedPlan {
    /// The demonstration: the article's beat in 茅店派出所 and two smaller precincts beside it (domain §1.5).
    pub fn demo(seed: u64, today: NaiveDate) -> Self {
        let mut plan = Self::sized(seed, today, 3, 0);
        plan.precincts[0].beats = vec![vec![
            community("当代社区", "当代国际花园", (7_840, 36_350, 2_120)),
            community("万科社区", "万科城市花园", (6_228, 28_876, 1_712)),
        ]];
        plan.precincts[1].beats = beats(1, 900);
        plan.precincts[2].beats = beats(2, 700);
        plan
    }

    /// `precincts` precincts of `households` households each, in the proportions of the article's beat.
    pub fn sized(seed: u64, today: NaiveDate, precincts: usize, households: u32) -> Self {
        let district = (DISTRICT.0.to_owned(), DISTRICT.1.to_owned());
        let precincts = (0..precincts).map(|ordinal| PrecinctPlan::sized(ordinal, households)).collect();
        Self { seed, today, district, precincts }
    }

    /// Refuses what cannot be made.
    pub(super) fn check(&self) -> Result<()> {
        let too_early = NaiveDate::from_ymd_opt(2020, 1, 1).is_none_or(|first| self.today < first);
        if too_early {
            return Err(Error::invalid("SEED", "today", "a seed cannot be as of a day before 2020"));
        }
        if self.precincts.iter().any(|precinct| precinct.ordinal >= MOST_PRECINCTS) {
            return Err(Error::invalid(
                "SEED",
                "precincts",
                format!("at most {MOST_PRECINCTS} precincts have id numbers to give"),
            ));
        }
        if self.precincts.iter().any(|precinct| precinct.households() > MOST_HOUSEHOLDS) {
            return Err(Error::invalid(
                "SEED",
                "households",
                format!("at most {MOST_HOUSEHOLDS} households in a precinct"),
            ));
        }
        Ok(())
    }
}

impl PrecinctPlan {
    /// A precinct in the proportions of the article's beat.
    pub fn sized(ordinal: usize, households: u32) -> Self {
        let round = ordinal / STATIONS.len();
        let suffix = if round == 0 { String::new() } else { format!("{}号", round + 1) };
        let short_name = format!("{}{suffix}", STATIONS[ordinal % STATIONS.len()]);
        Self {
            ordinal,
            code: format!("420100990{:03}", ordinal + 1),
            name: format!("{short_name}派出所"),
            short_name,
            registrar: "户籍窗口".to_owned(),
            beats: beats(ordinal, households),
        }
    }

    /// Active households of the whole precinct.
    pub fn households(&self) -> u32 {
        self.communities().map(|community| community.households).sum()
    }

    /// The communities of all beats.
    pub fn communities(&self) -> impl Iterator<Item = &CommunityPlan> {
        self.beats.iter().flatten()
    }
}

/// Beats of at most the article's size, of two communities each.
fn beats(ordinal: usize, households: u32) -> Vec<Vec<CommunityPlan>> {
    let count = households.div_ceil(BEAT).max(1) * 2;
    let share = |i: u32| households / count + u32::from(i < households % count);
    let communities: Vec<_> = (0..count).map(|i| proportioned(ordinal, i, share(i))).collect();
    communities.chunks(2).map(<[CommunityPlan]>::to_vec).collect()
}

/// 4.64 people and 0.272 rentals a household, as in the article.
fn proportioned(ordinal: usize, i: u32, households: u32) -> CommunityPlan {
    let tree = ESTATES[(ordinal * 2 + i as usize) % ESTATES.len()];
    let number = ordinal * 2 / ESTATES.len() + 1;
    let (name, estate) = (format!("{tree}{number}社区"), format!("{tree}{number}期花园"));
    community(&name, &estate, (households, households * 464 / 100, households * 272 / 1000))
}

fn community(name: &str, estate: &str, size: (u32, u32, u32)) -> CommunityPlan {
    CommunityPlan {
        name: name.to_owned(),
        estate: estate.to_owned(),
        households: size.0,
        population: size.1,
        rentals: size.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 6, 30).unwrap()
    }

    #[test]
    fn domain_1_5_the_demonstrations_beat_is_the_articles() {
        let plan = SeedPlan::demo(1, day(2026));
        let beat = &plan.precincts[0].beats[0];
        assert_eq!(beat.iter().map(|community| community.name.as_str()).collect::<Vec<_>>(), ["当代社区", "万科社区"]);
        assert!(beat.iter().map(|community| community.households).sum::<u32>() >= 14_000);
        assert!(beat.iter().map(|community| community.population).sum::<u32>() >= 65_000);
        assert!(beat.iter().map(|community| community.rentals).sum::<u32>() >= 3_800);
        assert_eq!((plan.precincts.len(), plan.precincts[0].code.as_str()), (3, "420100990001"));
        assert!(plan.check().is_ok());
    }

    #[test]
    fn a_sized_plan_shares_households_out_whole() {
        for households in [0, 1, 7, 14_000, 14_001, 40_000] {
            let plan = PrecinctPlan::sized(3, households);
            assert_eq!(plan.households(), households);
            assert!(plan.beats.iter().all(|beat| beat.len() == 2));
        }
    }

    #[test]
    fn names_and_codes_of_precincts_do_not_repeat() {
        let plan = SeedPlan::sized(1, day(2026), MOST_PRECINCTS, 10);
        let names: std::collections::HashSet<_> =
            plan.precincts.iter().flat_map(|precinct| [&precinct.code, &precinct.name]).collect();
        assert_eq!(names.len(), 2 * MOST_PRECINCTS);
        let communities: std::collections::HashSet<_> =
            plan.precincts.iter().flat_map(PrecinctPlan::communities).map(|community| &community.name).collect();
        assert!(communities.len() > 100);
    }

    #[test]
    fn what_cannot_be_made_is_refused() {
        assert!(SeedPlan::sized(1, day(2019), 1, 10).check().is_err());
        assert!(SeedPlan::sized(1, day(2026), MOST_PRECINCTS + 1, 10).check().is_err());
        assert!(SeedPlan::sized(1, day(2026), 1, MOST_HOUSEHOLDS + 1).check().is_err());
    }
}
