//! The places of a precinct: beats, communities, estates with zones, buildings, dwellings.

use chrono::NaiveDate;
use uuid::Uuid;

use super::CommunityPlan;
use super::making::{Acted, Home, Making};
use super::rows;
use crate::names::place_key;

/// Buildings of one zone.
const ZONE: usize = 12;

/// A community while its buildings go up.
pub(super) struct Community {
    pub(super) id: Uuid,
    pub(super) beat: Uuid,
    pub(super) plan: CommunityPlan,
    area: Uuid,
    estate: Uuid,
    zone: Option<(Uuid, String)>,
    buildings: usize,
    dwellings: i32,
}

/// A building and where its next door is.
pub(super) struct Building {
    id: Uuid,
    full_name: String,
    since: NaiveDate,
    opening: Acted,
    ledger: Acted,
    units: usize,
    floors: usize,
    rooms: usize,
    doors: usize,
    first: Option<Uuid>,
}

impl Building {
    /// Whether every door is taken.
    pub(super) fn is_full(&self) -> bool {
        self.doors >= self.units * self.floors * self.rooms
    }

    /// Unit and room of the next door: units one after another, floors upward.
    fn next_door(&mut self) -> (String, String) {
        let (unit, in_unit) = (self.doors / (self.floors * self.rooms), self.doors % (self.floors * self.rooms));
        self.doors += 1;
        ((unit + 1).to_string(), format!("{}{:02}", in_unit / self.rooms + 1, in_unit % self.rooms + 1))
    }
}

impl Making {
    pub(super) fn beat(&mut self, ordinal: usize) -> Uuid {
        let id = self.id();
        let code = format!("{}-B{:02}", self.tail(), ordinal + 1);
        let name = format!("第{}警务区", ordinal + 1);
        self.out.beats.push(rows::Beat { precinct_id: self.precinct, id, code, name, valid_from: founded() });
        id
    }

    /// A community with its area, the precinct's jurisdiction over it, its estate and its sites.
    pub(super) fn community(&mut self, ordinal: usize, beat: Uuid, plan: &CommunityPlan) -> Community {
        let (id, area, jurisdiction, estate) = (self.id(), self.id(), self.id(), self.id());
        // Two halves of a functional zone lie in two administrative districts (domain §2.2).
        let county = if ordinal.is_multiple_of(2) { "420111" } else { "420115" };
        let division_code = format!("{county}9{:02}{:03}", self.plan.ordinal % 100, ordinal + 1);
        let name_key = place_key(&plan.name);
        self.out.areas.push(rows::Area {
            id: area,
            district_id: self.district,
            division_code: division_code.clone(),
            name: plan.name.clone(),
            name_key: name_key.clone(),
        });
        self.out.jurisdictions.push(rows::Jurisdiction {
            id: jurisdiction,
            area_id: area,
            precinct_id: self.precinct,
            valid_from: founded(),
        });
        self.out.communities.push(rows::Community {
            precinct_id: self.precinct,
            id,
            beat_id: beat,
            area_id: area,
            code: format!("{}-C{:02}", self.tail(), ordinal + 1),
            name: plan.name.clone(),
            name_key,
            division_code,
            committee: format!("{}居民委员会", plan.name),
            valid_from: founded(),
        });
        let mut community =
            Community { id, beat, plan: plan.clone(), area, estate, zone: None, buildings: 0, dwellings: 0 };
        self.address(&community, (estate, None), "ESTATE", (&plan.estate, &plan.estate), 0);
        for (i, site) in ["社区广场", "平安驿站"].iter().enumerate() {
            let site_id = self.id();
            self.address(&community, (site_id, Some(estate)), "SITE", (site, &format!("{}{site}", plan.estate)), i);
        }
        self.next_zone(&mut community);
        community
    }

    fn address(
        &mut self,
        community: &Community,
        node: (Uuid, Option<Uuid>),
        kind: &'static str,
        names: (&str, &str),
        ordinal: usize,
    ) {
        self.out.addresses.push(rows::Address {
            precinct_id: self.precinct,
            id: node.0,
            community_id: community.id,
            parent_id: node.1,
            area_id: community.area,
            kind,
            name: names.0.to_owned(),
            full_name: names.1.to_owned(),
            full_key: place_key(names.1),
            ordinal: i32::try_from(ordinal).unwrap_or(i32::MAX),
            valid_from: founded(),
        });
    }

    fn next_zone(&mut self, community: &mut Community) {
        let id = self.id();
        let ordinal = community.buildings / ZONE + 1;
        let (name, full_name) = (format!("{ordinal}区"), format!("{}{ordinal}区", community.plan.estate));
        self.address(community, (id, Some(community.estate)), "ZONE", (&name, &full_name), ordinal);
        community.zone = Some((id, full_name));
    }

    /// A residential building of the current zone.
    pub(super) fn building(&mut self, community: &mut Community) -> Building {
        if community.buildings > 0 && community.buildings.is_multiple_of(ZONE) {
            self.next_zone(community);
        }
        let name = format!("{}栋", community.buildings % ZONE + 1);
        let (units, floors) = (self.draw.pick(&[1, 2, 2, 3]), self.draw.pick(&[6, 7, 11, 18, 26]));
        let rooms = self.draw.pick(&[2, 2, 3, 4]);
        self.raise(community, &name, (units, floors, rooms))
    }

    /// A building of a size: units, floors, rooms a floor.
    pub(super) fn raise(&mut self, community: &mut Community, name: &str, size: (usize, usize, usize)) -> Building {
        community.buildings += 1;
        let (zone, zone_name) = community.zone.clone().unwrap_or((community.estate, String::new()));
        let (id, full_name) = (self.id(), format!("{zone_name}{name}"));
        self.address(community, (id, Some(zone)), "BUILDING", (name, &full_name), community.buildings);
        let since = self.draw.day(founded(), day(2012, 6, 30));
        let opening = self.opening(&full_name);
        let entered = self.draw.day(self.today - chrono::Days::new(200), self.today - chrono::Days::new(40));
        let ledger = self.act("IMPORT", entered, &format!("Residents registered elsewhere, {full_name}"));
        Building {
            id,
            full_name,
            since,
            opening,
            ledger,
            units: size.0,
            floors: size.1,
            rooms: size.2,
            doors: 0,
            first: None,
        }
    }

    /// The next dwelling of a building.
    pub(super) fn dwelling(&mut self, community: &mut Community, building: &mut Building, usage: &'static str) -> Home {
        let id = self.id();
        let (unit, room) = building.next_door();
        let label = format!("{}{unit}单元{room}室", building.full_name);
        community.dwellings += 1;
        self.count.dwellings += 1;
        self.out.dwellings.push(rows::Dwelling {
            precinct_id: self.precinct,
            id,
            community_id: community.id,
            beat_id: community.beat,
            building_id: building.id,
            unit,
            room,
            label_key: place_key(&label),
            label,
            usage,
            ordinal: community.dwellings,
            valid_from: building.since,
        });
        let other = building.first;
        building.first = building.first.or(Some(id));
        let (since, opening, ledger) = (building.since, building.opening, building.ledger);
        Home {
            dwelling: id,
            building: building.id,
            community: community.id,
            beat: community.beat,
            since,
            opening,
            ledger,
            other,
        }
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The day on which the precinct's places begin.
pub(super) fn founded() -> NaiveDate {
    day(2004, 7, 1)
}
