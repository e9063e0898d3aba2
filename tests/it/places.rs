//! Places: who may see which, in force on a day, found in characters and in pinyin, and never a neighbour's.

use chrono::{NaiveDate, TimeDelta};
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use tenants::addresses::BuildingFilter;
use tenants::dwellings::DwellingFilter;
use tenants::ids::{AddressId, BeatId, CommunityId, DwellingId, PrecinctId, RentalId};
use tenants::page::{Key, Paging};
use tenants::postings::NewPosting;
use tenants::rentals::RentalFilter;
use tenants::roles::Role;
use tenants::tallies::Tally;
use uuid::Uuid;

use crate::staff::{Town, posting, refusal};

/// Ids repeat from precinct to precinct, so that only the precinct tells rows apart.
fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn literal(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

/// Two beats, three communities, one of them no more, four buildings with a flat each and two rentals.
async fn furnish(town: &Town, precinct: PrecinctId) {
    let url = format!("sqlite://{}", town.directory.path().join("huji.db").display());
    let mut db = SqliteConnection::connect(&url).await.unwrap();
    let p = literal(precinct.0);
    let mut sql = Vec::new();
    for beat in 1..=2 {
        sql.push(format!(
            "INSERT INTO beat VALUES ({p}, {}, '0{beat}', '警务区{beat}', '2020-01-01', NULL)",
            literal(id(beat))
        ));
    }
    for (n, beat, name, to) in [(1, 1, "当代", "NULL"), (2, 2, "阳光", "NULL"), (3, 2, "旧里", "'2026-11-24'")] {
        sql.push(format!(
            "INSERT INTO community VALUES ({p}, {}, {}, NULL, '0{n}', '{name}社区', 'x', '999999001', NULL, '2020-01-01', {to})",
            literal(id(n)),
            literal(id(beat))
        ));
    }
    let buildings = [
        (1, 1, "当代花园1号楼", "dangdaihuayuan1haolou"),
        (2, 1, "当代花园2号楼", "dangdaihuayuan2haolou"),
        (3, 2, "阳光里1号楼", "yangguangli1haolou"),
        (4, 2, "阳光里2号楼", "yangguangli2haolou"),
    ];
    for (n, community, name, key) in buildings {
        let (n_id, community) = (literal(id(n)), literal(id(community)));
        sql.push(format!("INSERT INTO address VALUES ({p}, {n_id}, {community}, NULL, NULL, 'BUILDING', '{n}号楼', '{name}', '{key}', {n}, '2020-01-01', NULL)"));
        sql.push(format!("INSERT INTO dwelling VALUES ({p}, {n_id}, {community}, {community}, {n_id}, '1', '101', '{name}101', '{key}101', 'RESIDENTIAL', 1, '2020-01-01', NULL)"));
        if n % 2 == 1 {
            sql.push(format!(
                "INSERT INTO rental VALUES ({p}, {n_id}, 'R{n}', {n_id}, {community}, {community}, 'PERSON', '欧阳测试', '欧阳**', NULL, NULL, 'WHOLE', 'ACTIVE', NULL, NULL, NULL, 1, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00')"
            ));
        }
    }
    for sql in sql {
        sqlx::query(AssertSqlSafe(sql)).execute(&mut db).await.unwrap();
    }
}

async fn town() -> Town {
    let town = Town::new().await;
    furnish(&town, town.a).await;
    furnish(&town, town.b).await;
    town
}

#[tokio::test]
async fn beats_and_communities_are_those_in_force_by_code() {
    let town = town().await;
    let member = town.at_work("chief", Role::StationChief, town.a).await;
    let scope = town.scope(&member, town.a).unwrap();
    let codes = |rows: Vec<tenants::communities::Community>| {
        rows.into_iter().map(|row| (row.precinct, row.code)).collect::<Vec<_>>()
    };
    assert_eq!(
        scope.beats().await.unwrap().iter().map(|beat| (beat.precinct, beat.code.as_str())).collect::<Vec<_>>(),
        [(town.a, "01"), (town.a, "02")]
    );
    assert_eq!(
        codes(scope.communities().await.unwrap()),
        [(town.a, "01".to_owned()), (town.a, "02".to_owned())],
        "the end is the first day no longer"
    );
    assert_eq!(codes(scope.communities_of(&[BeatId(id(2))]).await.unwrap()), [(town.a, "02".to_owned())]);
    assert_eq!(
        scope.community(CommunityId(id(3))).await.unwrap().valid_to,
        NaiveDate::from_ymd_opt(2026, 11, 24),
        "still there by id"
    );
}

#[tokio::test]
async fn buildings_and_dwellings_are_found_in_characters_and_in_pinyin() {
    let town = town().await;
    let member = town.at_work("chief", Role::StationChief, town.a).await;
    let scope = town.scope(&member, town.a).unwrap();
    for search in ["当代花", "DangDai", " dangdaihuayuan ", "当代花园"] {
        let filter = BuildingFilter { search: Some(search.to_owned()), ..BuildingFilter::default() };
        let page = scope.buildings(&filter, &Paging::new(1, None)).await.unwrap();
        assert_eq!((page.items.len(), page.more), (1, true), "{search}");
        let first = &page.items[0];
        assert_eq!((first.precinct, first.full_name.as_str()), (town.a, "当代花园1号楼"));
        let rest = Paging::new(5, Some(Key { sort: first.full_name.clone(), id: first.id.0 }));
        let rest = scope.buildings(&filter, &rest).await.unwrap();
        assert_eq!(
            rest.items.iter().map(|row| row.full_name.as_str()).collect::<Vec<_>>(),
            ["当代花园2号楼"],
            "{search}"
        );
        assert_eq!(scope.count_buildings(&filter).await.unwrap(), 2, "{search}");
    }
    let nothing = BuildingFilter { search: Some("%".to_owned()), ..BuildingFilter::default() };
    assert!(scope.buildings(&nothing, &Paging::new(5, None)).await.unwrap().items.is_empty(), "no pattern, a prefix");
    let doors = DwellingFilter { building: Some(AddressId(id(3))), search: Some("yangguang".to_owned()) };
    let doors = scope.dwellings(&doors, &Paging::new(5, None)).await.unwrap();
    assert_eq!(doors.items.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(), ["阳光里1号楼101"]);
}

#[tokio::test]
async fn team_02_volunteers_see_places_above_the_door_only() {
    let town = town().await;
    let member = town.at_work("grid", Role::GridWorker, town.a).await;
    let scope = town.scope(&member, town.a).unwrap();
    assert_eq!(scope.buildings(&BuildingFilter::default(), &Paging::new(10, None)).await.unwrap().items.len(), 4);
    let search = BuildingFilter { search: Some("当".to_owned()), ..BuildingFilter::default() };
    assert_eq!(refusal(scope.buildings(&search, &Paging::new(10, None)).await), "DENIED");
    assert_eq!(refusal(scope.dwellings(&DwellingFilter::default(), &Paging::new(10, None)).await), "DENIED");
    assert_eq!(refusal(scope.dwelling(DwellingId(id(1))).await), "DENIED");
    assert_eq!(refusal(scope.rentals(&RentalFilter::default(), &Paging::new(10, None)).await), "DENIED");
    assert_eq!(refusal(scope.rental(RentalId(id(1))).await), "DENIED");
}

#[tokio::test]
async fn rentals_are_listed_within_ones_beats_with_the_landlord_masked() {
    let town = town().await;
    let new = NewPosting { beats: vec![BeatId(id(1))], ..posting(Role::CommunityOfficer) };
    let officer = town.hire_for("officer", town.a, new).await;
    let member = town.member(&officer).await;
    let scope = town.scope(&member, town.a).unwrap();
    let page = scope.rentals(&RentalFilter::default(), &Paging::new(10, None)).await.unwrap();
    assert_eq!(page.items.iter().map(|row| (row.precinct, row.number.as_str())).collect::<Vec<_>>(), [(town.a, "R1")]);
    assert!(!format!("{page:?}").contains("欧阳测试"), "the clear name left the row");
    let other = RentalFilter { beat: Some(BeatId(id(2))), ..RentalFilter::default() };
    assert_eq!(scope.count_rentals(&other).await.unwrap(), 0, "a filter does not widen the reach");
    let officers = scope.officers().await.unwrap();
    assert_eq!(
        officers.iter().map(|one| (one.beat, one.role)).collect::<Vec<_>>(),
        [(BeatId(id(1)), Role::CommunityOfficer)]
    );
}

#[tokio::test]
async fn tallies_are_recounted_from_the_ledger_of_one_precinct() {
    let town = town().await;
    let tenants = town.store.tenants();
    assert_eq!(tenants.recount(town.a).await.unwrap(), 3, "one row a community, the closed one too");
    assert_eq!(tenants.recount(town.a).await.unwrap(), 0, "nothing to repair");
    let member = town.at_work("chief", Role::StationChief, town.a).await;
    let tallies = town.scope(&member, town.a).unwrap().tallies().await.unwrap();
    let sum = Tally::sum(tallies.iter().map(|one| &one.tally));
    assert_eq!((sum.communities, sum.dwellings, sum.rentals_active, sum.households, sum.actual()), (3, 4, 2, 0, 0));
    assert_eq!(
        sum.as_of,
        Some(town.now() - TimeDelta::seconds(tenants::totp::STEP_SECONDS)),
        "not touched when nothing changed"
    );
    let neighbour = town.at_work("other", Role::StationChief, town.b).await;
    assert!(
        town.scope(&neighbour, town.b).unwrap().tallies().await.unwrap().is_empty(),
        "the neighbour's were not counted"
    );
}
