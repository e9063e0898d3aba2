//! Households of every kind, with members, and what happened to them (domain §2.3, §2.4, §2.8).

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::families::{Place, family};
use super::making::{Acted, Being, Home, Making, opened};
use super::people;
use super::rows;
use crate::codes::Sex;
use crate::masking;
use crate::relations::HEAD;

/// Registered and living here, registered and living elsewhere.
pub(super) const RESIDENT: &str = "REGISTERED_RESIDENT";
pub(super) const AWAY: &str = "REGISTERED_AWAY";

/// One interval of a membership before it is a row.
pub(super) struct Interval {
    pub(super) person: Uuid,
    pub(super) relation: &'static str,
    pub(super) reason: &'static str,
    pub(super) from: NaiveDate,
    pub(super) act: Acted,
}

/// What a household is: its kind, when and by which act it began and ended, and how often it changed.
struct Standing {
    kind: &'static str,
    founded: (NaiveDate, Acted),
    closed: Option<(NaiveDate, Acted)>,
    version: i32,
}

impl Making {
    /// A family household at a home; `living` is whether it lives where it is registered.
    pub(super) fn family_household(&mut self, home: &Home, living: bool) {
        let (places, established) = if self.households == 0 {
            // Everybody who tries the search finds her: 张文静, born on 1 January 1999.
            (vec![Place { relation: HEAD, sex: Sex::Female, age: -1, of_the_name: true }], opened())
        } else {
            let places = family(&mut self.draw);
            let established = self.established(home, &places);
            (places, established)
        };
        let act = self.act_at(home, founding(established), established, "Household established");
        let id = self.id();
        let beings = self.family_members(&places, home, living, act);
        let intervals = self.joined(home, established, act, &places, &beings);
        for interval in &intervals {
            self.membership(id, interval, None);
        }
        let changes = self.past(id, home, established, &beings);
        let standing = Standing { kind: "FAMILY", founded: (established, act), closed: None, version: 1 + changes };
        self.household(id, home, &standing, &beings);
        self.moved_within(id, home, established, act);
        self.out.beings.extend(beings);
    }

    /// A day since the building stands, on which the head, a spouse and a lodger were of age (REG-04).
    fn established(&mut self, home: &Home, places: &[Place]) -> NaiveDate {
        let young = self.draw.chance(300);
        let (from, to) = if young { (opened(), self.today - Days::new(90)) } else { (home.since, opened()) };
        let grown = places.iter().filter(|place| matches!(place.relation, HEAD | "11" | "12" | "99"));
        let years = grown.map(|place| place.age - 18).min().unwrap_or(0);
        self.draw.day(from, to).max(years_before(self.today, years)).min(self.today - Days::new(90))
    }

    /// The members as persons: children bear the family's name and have the head for a guardian.
    fn family_members(&mut self, places: &[Place], home: &Home, living: bool, act: Acted) -> Vec<Being> {
        let surname = people::surname(&mut self.draw);
        let mut beings: Vec<Being> = Vec::with_capacity(places.len());
        for place in places {
            let mut being = self.being(place, surname, act);
            let alone_away = place.relation != HEAD && (18..35).contains(&place.age) && self.draw.chance(150);
            being.category = if living && !alone_away { RESIDENT } else { AWAY };
            being.counts_at = Some(*home);
            being.lives_there = being.category == RESIDENT;
            being.guardian = (place.age < 18).then(|| beings.first().map(|head| head.id)).flatten();
            self.count.add(being.category);
            beings.push(being);
        }
        beings
    }

    /// Somebody of a sex and age. An age of −1 stands for the one known person.
    pub(super) fn being(&mut self, place: &Place, surname: &'static str, act: Acted) -> Being {
        let id = self.id();
        let surname = if place.of_the_name { surname } else { people::surname(&mut self.draw) };
        let (name, wished) = if place.age < 0 {
            ("张文静".to_owned(), NaiveDate::from_ymd_opt(1999, 1, 1).unwrap_or_default())
        } else {
            let rare = self.draw.chance(4);
            let name = if rare {
                people::name_in_parts(&mut self.draw).to_owned()
            } else {
                people::name(&mut self.draw, surname, place.sex)
            };
            (name, self.birth(place.age))
        };
        let number = self.people.number(wished, place.sex);
        let birth = number.as_ref().map_or(wished, crate::id_number::IdNumber::birth_date);
        // A newborn has no number until first registration (IDN-07).
        let numbered = place.age != 0 || self.draw.chance(850);
        let phone = (!(0..12).contains(&place.age) && self.draw.chance(880)).then(|| self.people.phone());
        Being {
            id,
            name,
            sex: place.sex,
            birth,
            number: number.filter(|_| numbered),
            phone,
            category: RESIDENT,
            registered_place: None,
            counts_at: None,
            lives_there: false,
            guardian: None,
            death_on: None,
            act,
        }
    }

    /// A birth date of somebody who has completed `age` years today.
    pub(super) fn birth(&mut self, age: i32) -> NaiveDate {
        let latest = years_before(self.today, age) - Days::new(1);
        let earliest = years_before(self.today, age + 1) + Days::new(1);
        self.draw.day(earliest, latest)
    }

    /// When and why each member joined: with the household, by birth, or by marriage.
    fn joined(
        &mut self,
        home: &Home,
        established: NaiveDate,
        act: Acted,
        places: &[Place],
        beings: &[Being],
    ) -> Vec<Interval> {
        let mut intervals = Vec::with_capacity(beings.len());
        let childless_couple = places.len() == 2 && matches!(places[1].relation, "11" | "12");
        for (place, being) in places.iter().zip(beings) {
            let wed = childless_couple && place.relation != HEAD && self.draw.chance(300);
            let later = self.draw.day(established, self.today - Days::new(60));
            let (from, kind, reason) = match () {
                () if being.birth > established => (being.birth, "R01", "BIRTH"),
                () if wed && later > established => (later, "R06", "MARRIAGE"),
                () => (established, "", if established < opened() { "OPENING" } else { "MOVE_IN" }),
            };
            let act = if kind.is_empty() { act } else { self.act_at(home, kind, from, "Member joined the household") };
            intervals.push(Interval { person: being.id, relation: place.relation, reason, from, act });
        }
        intervals
    }

    /// Writes an interval; one that ended has two rows: as believed until the end was recorded, and as known since.
    pub(super) fn membership(
        &mut self,
        household: Uuid,
        interval: &Interval,
        end: Option<(NaiveDate, &'static str, Acted)>,
    ) {
        let row = rows::Membership {
            precinct_id: self.precinct,
            id: self.id(),
            household_id: household,
            person_id: interval.person,
            relation: interval.relation,
            reason: interval.reason,
            effective_from: interval.from,
            effective_to: None,
            recorded_at: interval.act.at,
            superseded_at: end.map(|(_, _, act)| act.at.max(interval.act.at)),
            act_id: interval.act.id,
        };
        if let Some((to, reason, act)) = end {
            let (id, recorded_at) = (self.id(), act.at.max(interval.act.at));
            let ended = rows::Membership {
                id,
                reason,
                effective_to: Some(to),
                recorded_at,
                superseded_at: None,
                act_id: act.id,
                ..row.clone()
            };
            self.out.memberships.push(row);
            self.out.memberships.push(ended);
        } else {
            self.out.memberships.push(row);
        }
    }

    /// The household's own row.
    fn household(&mut self, id: Uuid, home: &Home, standing: &Standing, members: &[Being]) {
        self.households += 1;
        let Standing { kind, founded, closed, version } = *standing;
        let head = members.first().map(|head| masking::person_name(&head.name, head.birth, self.today));
        let count = if closed.is_some() { 0 } else { i32::try_from(members.len()).unwrap_or(i32::MAX) };
        self.count.households += i32::from(closed.is_none());
        self.out.households.push(rows::Household {
            precinct_id: self.precinct,
            id,
            number: format!("{}{:07}", self.tail(), self.households),
            kind,
            state: if closed.is_some() { "CLOSED" } else { "ACTIVE" },
            dwelling_id: home.dwelling,
            building_id: home.building,
            community_id: home.community,
            beat_id: home.beat,
            head_name_masked: head.unwrap_or_default(),
            member_count: count,
            established_on: founded.0,
            closed_on: closed.map(|(on, _)| on),
            act_id: closed.map_or(founded.1.id, |(_, act)| act.id),
            version,
            recorded_at: founded.1.at,
            updated_at: closed.map_or(founded.1.at, |(_, act)| act.at),
        });
    }

    /// The household's registered address; some moved here from another dwelling of the building (R07).
    fn moved_within(&mut self, household: Uuid, home: &Home, established: NaiveDate, act: Acted) {
        let other = home.other.filter(|_| established < self.today - Days::new(400) && self.draw.chance(40));
        let Some(other) = other else {
            return self.lived_at(household, (home.dwelling, established, None), act, None);
        };
        let on = self.draw.day(established.max(opened()) + Days::new(30), self.today - Days::new(60));
        let moved = self.act("R07", on, "Address changed within the precinct");
        let at = moved.at.max(act.at);
        self.lived_at(household, (other, established, None), act, Some(Acted { at, ..moved }));
        self.lived_at(household, (other, established, Some(on)), Acted { at, ..moved }, None);
        self.lived_at(household, (home.dwelling, on, None), Acted { at, ..moved }, None);
    }

    pub(super) fn lived_at(
        &mut self,
        household: Uuid,
        stay: (Uuid, NaiveDate, Option<NaiveDate>),
        act: Acted,
        superseded: Option<Acted>,
    ) {
        let id = self.id();
        self.out.household_addresses.push(rows::HouseholdAddress {
            precinct_id: self.precinct,
            id,
            household_id: household,
            dwelling_id: stay.0,
            effective_from: stay.1,
            effective_to: stay.2,
            recorded_at: act.at,
            superseded_at: superseded.map(|act| act.at),
            act_id: act.id,
        });
    }

    /// A household that was closed: its last member died or moved away (REG-07).
    pub(super) fn closed_household(&mut self, home: &Home) {
        let (id, established) = (self.id(), self.draw.day(home.since, opened()));
        let died = self.draw.chance(600);
        let age = if died { self.draw.between(66, 92) } else { self.draw.between(28, 60) };
        let place = Place {
            relation: HEAD,
            sex: if self.draw.chance(500) { Sex::Male } else { Sex::Female },
            age,
            of_the_name: true,
        };
        let surname = people::surname(&mut self.draw);
        let mut being = self.being(&place, surname, home.opening);
        let on = self.draw.day(opened() + Days::new(60), self.today - Days::new(60));
        let (kind, reason) = if died { ("R08", "DEATH") } else { ("R05", "MOVE_OUT") };
        let act = self.act(kind, on, "Last member left; household closed");
        being.death_on = died.then_some(on);
        let interval =
            Interval { person: being.id, relation: HEAD, reason: "OPENING", from: established, act: home.opening };
        self.membership(id, &interval, Some((on, reason, act)));
        let beings = [being];
        let standing =
            Standing { kind: "FAMILY", founded: (established, home.opening), closed: Some((on, act)), version: 2 };
        self.household(id, home, &standing, &beings);
        self.lived_at(id, (home.dwelling, established, None), home.opening, Some(act));
        self.lived_at(id, (home.dwelling, established, Some(on)), act, None);
        self.out.beings.extend(beings);
    }

    /// A collective household (集体户): a head and members who are no kin, `living` of a thousand at the address.
    pub(super) fn collective(
        &mut self,
        home: &Home,
        kind: &'static str,
        members: usize,
        ages: (i32, i32),
        living: usize,
    ) {
        let (id, established) = (self.id(), home.since.max(super::places::founded()));
        let reason = if kind == "COLLECTIVE" { "EMPLOYMENT" } else { "RELOCATION" };
        let mut beings = Vec::with_capacity(members);
        for i in 0..members {
            let sex = if self.draw.chance(500) { Sex::Male } else { Sex::Female };
            let relation = if i == 0 { HEAD } else { "99" };
            let place = Place { relation, sex, age: self.draw.between(ages.0, ages.1), of_the_name: false };
            let mut being = self.being(&place, "", home.opening);
            being.category = if self.draw.chance(living) { RESIDENT } else { AWAY };
            being.counts_at = Some(*home);
            being.lives_there = being.category == RESIDENT;
            self.count.add(being.category);
            let grown = years_after(being.birth, 18).max(established);
            let from =
                self.draw.day(grown, self.today - Days::new(90)).min(self.today - Days::new(90)).max(being.birth);
            let act = if from < opened() { home.opening } else { home.ledger };
            self.membership(id, &Interval { person: being.id, relation, reason, from, act }, None);
            being.act = act;
            beings.push(being);
        }
        let standing = Standing { kind, founded: (established, home.opening), closed: None, version: 1 };
        self.household(id, home, &standing, &beings);
        self.lived_at(id, (home.dwelling, established, None), home.opening, None);
        self.out.beings.extend(beings);
    }
}

/// The kind of act by which a household comes about.
fn founding(established: NaiveDate) -> &'static str {
    ["R04", "R06", "R15", "R06"][established.day0() as usize % 4]
}

/// The same day `years` before; 29 February becomes 28.
pub(super) fn years_before(day: NaiveDate, years: i32) -> NaiveDate {
    let year = day.year() - years;
    day.with_year(year).or_else(|| (day - Days::new(1)).with_year(year)).unwrap_or(day)
}

/// The same day `years` later.
pub(super) fn years_after(day: NaiveDate, years: i32) -> NaiveDate {
    years_before(day, -years)
}
