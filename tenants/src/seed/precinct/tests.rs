use std::collections::{HashMap, HashSet};

use super::*;
use crate::codes::{Sex, code_value};
use crate::relations::{HEAD, Member, check};
use crate::seed::SeedPlan;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 30).unwrap()
}

fn make(seed: u64, plan: &PrecinctPlan) -> (Vec<Chunk>, PrecinctManifest) {
    let mut precinct = Precinct::new(seed, plan, Uuid::nil(), today());
    let chunks: Vec<Chunk> = precinct.by_ref().collect();
    (chunks, precinct.manifest(0))
}

fn sized(households: u32) -> (Vec<Chunk>, PrecinctManifest) {
    make(1, &PrecinctPlan::sized(0, households))
}

#[test]
fn the_same_seed_makes_the_same_rows_and_another_seed_others() {
    let plan = PrecinctPlan::sized(4, 40);
    assert_eq!(make(1, &plan), make(1, &plan));
    assert_ne!(make(1, &plan).1.id, make(2, &plan).1.id);
}

#[test]
fn domain_1_5_the_demonstrations_beat_reaches_the_articles_figures_exactly() {
    let plan = SeedPlan::demo(1, today()).precincts[0].clone();
    let (chunks, manifest) = make(1, &plan);
    for (made, planned) in manifest.communities.iter().zip(plan.communities()) {
        assert_eq!(made.name, planned.name);
        assert_eq!(made.counts.households, i32::try_from(planned.households).unwrap());
        assert_eq!(made.counts.actual_population(), i32::try_from(planned.population).unwrap());
        assert_eq!(made.counts.rentals_active, i32::try_from(planned.rentals).unwrap());
    }
    let counts = manifest.counts();
    assert!(counts.households >= 14_000 && counts.actual_population() >= 65_000 && counts.rentals_active >= 3_800);
    assert!(counts.registered_away > 0 && counts.overseas > 0, "all five categories");
    let active = chunks.iter().flat_map(|chunk| &chunk.households).filter(|household| household.state == "ACTIVE");
    assert_eq!(active.count(), 14_068);
}

#[test]
fn even_a_small_precinct_has_every_kind() {
    let (chunks, manifest) = sized(60);
    let kinds: HashSet<_> =
        chunks.iter().flat_map(|chunk| &chunk.households).map(|household| (household.kind, household.state)).collect();
    let expected =
        [("FAMILY", "ACTIVE"), ("FAMILY", "CLOSED"), ("COLLECTIVE", "ACTIVE"), ("PUBLIC_COLLECTIVE", "ACTIVE")];
    assert_eq!(kinds, HashSet::from(expected));
    let counts = manifest.counts();
    let all =
        [counts.registered_resident, counts.registered_away, counts.city_separated, counts.floating, counts.overseas];
    assert!(all.iter().all(|count| *count > 0), "{counts:?}");
    assert_eq!(counts.households, 60);
}

#[test]
fn counts_are_those_of_the_rows() {
    let (chunks, manifest) = sized(300);
    let mut categories: HashMap<(Uuid, &str), i32> = HashMap::new();
    for being in chunks.iter().flat_map(|chunk| &chunk.beings) {
        if let (Some(home), None) = (being.counts_at, being.death_on) {
            *categories.entry((home.community, being.category)).or_default() += 1;
        }
    }
    for community in &manifest.communities {
        let of = |category| categories.get(&(community.id, category)).copied().unwrap_or(0);
        assert_eq!(community.counts.registered_resident, of("REGISTERED_RESIDENT"));
        assert_eq!(community.counts.registered_away, of("REGISTERED_AWAY"));
        assert_eq!(community.counts.city_separated, of("CITY_SEPARATED"));
        assert_eq!(community.counts.floating, of("FLOATING"));
        assert_eq!(community.counts.overseas, of("OVERSEAS"));
        let dwellings =
            chunks.iter().flat_map(|chunk| &chunk.dwellings).filter(|dwelling| dwelling.community_id == community.id);
        assert_eq!(community.counts.dwellings, i32::try_from(dwellings.count()).unwrap());
    }
}

#[test]
fn reg_01_reg_02_reg_03_reg_04_memberships_keep_the_registers_rules() {
    let (chunks, _) = sized(600);
    let beings: HashMap<Uuid, &Being> =
        chunks.iter().flat_map(|chunk| &chunk.beings).map(|being| (being.id, being)).collect();
    let believed: Vec<_> =
        chunks.iter().flat_map(|chunk| &chunk.memberships).filter(|row| row.superseded_at.is_none()).collect();
    let mut persons = HashSet::new();
    let mut open: HashMap<Uuid, Vec<(Member<'_>, NaiveDate)>> = HashMap::new();
    for row in &believed {
        assert!(persons.insert(row.person_id), "REG-02: one believed interval each");
        let being = beings[&row.person_id];
        assert!(row.effective_from >= being.birth && row.effective_to.is_none_or(|to| to >= row.effective_from));
        if row.effective_to.is_none() {
            assert!(being.death_on.is_none() && being.counts_at.is_some(), "REG-01");
            let member = Member { relation: row.relation, sex: being.sex, birth: being.birth };
            open.entry(row.household_id).or_default().push((member, row.effective_from));
        }
    }
    for household in chunks.iter().flat_map(|chunk| &chunk.households) {
        let members = open.remove(&household.id).unwrap_or_default();
        assert_eq!(usize::try_from(household.member_count).unwrap(), members.len());
        if household.state == "CLOSED" {
            assert!(members.is_empty() && household.closed_on.is_some(), "REG-07");
            continue;
        }
        let relations: Vec<_> = members.iter().map(|(member, _)| *member).collect();
        assert!(check(&relations).iter().all(|finding| !finding.is_error()), "REG-03, REG-05");
        let (head, _) = members.iter().find(|(member, _)| member.relation == HEAD).unwrap();
        assert!(today().years_since(head.birth).unwrap() >= 18, "REG-04");
    }
}

#[test]
fn reg_08_reg_10_every_row_points_to_a_known_act_recorded_before_today() {
    let (chunks, _) = sized(300);
    let acts: HashMap<Uuid, &rows::Act> =
        chunks.iter().flat_map(|chunk| &chunk.acts).map(|act| (act.id, act)).collect();
    for act in acts.values() {
        assert!(code_value("act_kind", act.kind).is_some(), "{}", act.kind);
        assert!(act.recorded_at.date_naive() < today() && act.effective_on < today());
    }
    for row in chunks.iter().flat_map(|chunk| &chunk.memberships) {
        assert!(acts.contains_key(&row.act_id));
        assert!(code_value("membership_reason", row.reason).is_some(), "{}", row.reason);
        assert!(row.superseded_at.is_none_or(|at| at >= row.recorded_at));
    }
    assert!(chunks.iter().flat_map(|chunk| &chunk.household_addresses).all(|row| acts.contains_key(&row.act_id)));
    assert!(chunks.iter().flat_map(|chunk| &chunk.beings).all(|being| acts.contains_key(&being.act.id)));
}

#[test]
fn idn_02_idn_03_numbers_agree_with_birth_and_sex_and_never_repeat() {
    let (chunks, _) = sized(600);
    let mut seen = HashSet::new();
    for being in chunks.iter().flat_map(|chunk| &chunk.beings) {
        if let Some(number) = &being.number {
            assert_eq!(number.agrees_with(being.birth, being.sex), Ok(()));
            assert_eq!(number.region(), "999999");
            assert!(seen.insert(number.as_str().to_owned()), "IDN-05");
        }
    }
    for former in chunks.iter().flat_map(|chunk| &chunk.former_numbers) {
        assert!(seen.insert(former.number.as_str().to_owned()), "IDN-05");
    }
}

#[test]
fn minors_have_a_guardian_of_age() {
    let (chunks, _) = sized(300);
    let beings: HashMap<Uuid, &Being> =
        chunks.iter().flat_map(|chunk| &chunk.beings).map(|being| (being.id, being)).collect();
    let minors: Vec<_> = beings.values().filter(|being| today().years_since(being.birth).unwrap() < 18).collect();
    assert!(minors.len() > 50);
    for minor in minors {
        let guardian = beings[&minor.guardian.unwrap()];
        assert!(today().years_since(guardian.birth).unwrap() >= 18);
    }
}

#[test]
fn the_known_person_is_in_every_precinct() {
    for ordinal in [0, 3] {
        let (chunks, _) = make(1, &PrecinctPlan::sized(ordinal, 20));
        let known = chunks.iter().flat_map(|chunk| &chunk.beings).find(|being| being.name == "张文静").unwrap();
        assert_eq!((known.sex, known.birth), (Sex::Female, NaiveDate::from_ymd_opt(1999, 1, 1).unwrap()));
        let number = known.number.as_ref().unwrap();
        assert_eq!(&number.as_str()[14..17], format!("{:03}", ordinal * 10 + 2));
    }
}

#[test]
fn history_has_moves_deaths_departures_former_names_and_numbers() {
    let (chunks, _) = sized(3_000);
    let count = |of: fn(&Chunk) -> usize| chunks.iter().map(of).sum::<usize>();
    assert!(count(|chunk| chunk.former_names.len()) > 3);
    assert!(count(|chunk| chunk.former_numbers.len()) > 1);
    assert!(count(|chunk| chunk.beings.iter().filter(|being| being.death_on.is_some()).count()) > 10);
    assert!(count(|chunk| chunk.memberships.iter().filter(|row| row.effective_to.is_some()).count()) > 30);
    assert!(count(|chunk| chunk.household_addresses.iter().filter(|row| row.superseded_at.is_some()).count()) > 30);
    assert!(count(|chunk| chunk.tenants.iter().filter(|row| row.stay_to.is_some()).count()) > 10);
}

#[test]
fn a_precinct_without_households_is_made_too() {
    let (_, manifest) = sized(0);
    assert_eq!(manifest.communities.len(), 2);
    assert_eq!(manifest.counts().actual_population(), 0);
}
