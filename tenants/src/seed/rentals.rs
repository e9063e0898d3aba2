//! Let dwellings and everybody who lives here without being registered here (domain §2.1, §2.11).

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::families::{Place, family};
use super::making::{Being, Home, Letting, Making};
use super::people;
use super::rows;
use crate::codes::Sex;
use crate::masking;
use crate::relations::HEAD;

const CITY_SEPARATED: &str = "CITY_SEPARATED";
const FLOATING: &str = "FLOATING";
const OVERSEAS: &str = "OVERSEAS";

const OF_THE_CITY: [&str; 6] =
    ["武汉市洪山区", "武汉市江夏区", "武汉市武昌区", "武汉市汉阳区", "武汉市江岸区", "武汉市黄陂区"];
const ELSEWHERE: [&str; 10] = [
    "湖北省黄冈市",
    "湖北省孝感市",
    "湖北省咸宁市",
    "湖北省荆州市",
    "河南省信阳市",
    "湖南省岳阳市",
    "江西省九江市",
    "安徽省安庆市",
    "四川省达州市",
    "广东省深圳市",
];
const ABROAD: [&str; 5] = ["香港特别行政区", "澳门特别行政区", "台湾地区", "加拿大", "法国"];
/// Every so manyeth rental has tenants from abroad.
const ABROAD_EVERY: u32 = 50;

impl Making {
    /// A rental in a state; an active one has tenants.
    pub(super) fn rental(&mut self, home: &Home, state: &'static str) {
        let letting = self.draw.weighted(&[(62, "WHOLE"), (26, "SHARED"), (4, "DORMITORY"), (8, "SHORT_STAY")]);
        let active = state == "ACTIVE";
        let id = self.rental_row(home, state, letting);
        self.count.rentals_active += i32::from(active);
        if active {
            self.tenants(id, home, letting);
        }
        if self.draw.chance(120) {
            self.former_tenant(id, home);
        }
    }

    fn rental_row(&mut self, home: &Home, state: &'static str, letting_kind: &'static str) -> Uuid {
        self.rentals += 1;
        let (id, person) = (self.id(), self.draw.chance(900));
        let surname = people::surname(&mut self.draw);
        let landlord = if person {
            people::name(&mut self.draw, surname, Sex::Female)
        } else {
            format!("武汉{surname}氏公寓管理有限公司")
        };
        let masked = if person { masking::name(&landlord) } else { landlord.clone() };
        let phone = self.people.phone();
        let from = self.draw.day(self.today - Days::new(700), self.today - Days::new(20));
        let ended = matches!(state, "VACANT" | "DEREGISTERED").then(|| self.draw.day(from, self.today - Days::new(1)));
        let until = self.draw.chance(800).then(|| self.today + Days::new(30 + self.draw.below(600) as u64));
        let checked =
            self.draw.chance(700).then(|| self.draw.day(self.today - Days::new(180), self.today - Days::new(1)));
        let row = rows::Rental {
            precinct_id: self.precinct,
            id,
            number: format!("FZ{}-{:06}", self.tail(), self.rentals),
            dwelling_id: home.dwelling,
            community_id: home.community,
            beat_id: home.beat,
            landlord_kind: if person { "PERSON" } else { "COMPANY" },
            landlord_name: landlord,
            landlord_name_masked: masked,
            landlord_phone_sealed: None,
            landlord_phone_masked: Some(masking::phone(&phone)),
            letting_kind,
            state,
            lease_from: Some(from),
            lease_to: ended.or(until),
            last_checked_on: checked,
            version: 1,
            recorded_at: home.ledger.at,
            updated_at: home.ledger.at,
        };
        self.out.rentals.push(Letting { row, phone: Some(phone) });
        id
    }

    /// A family, or people who share.
    fn tenants(&mut self, rental: Uuid, home: &Home, letting: &str) {
        let category = match self.rentals {
            n if n % ABROAD_EVERY == 3 => OVERSEAS,
            n if n.is_multiple_of(4) => CITY_SEPARATED,
            _ => FLOATING,
        };
        let places =
            if letting == "WHOLE" && category != OVERSEAS { family(&mut self.draw) } else { self.sharers(letting) };
        let stay = self.draw.day(self.today - Days::new(700), self.today - Days::new(20));
        for person in self.unregistered(&places, home, category) {
            let from = stay.max(person.1);
            self.stay(rental, person.0, from, None);
        }
    }

    fn sharers(&mut self, letting: &str) -> Vec<Place> {
        let most = if letting == "SHORT_STAY" { 2 } else { 5 };
        let count = self.draw.between(1, most);
        (0..count).map(|_| self.grown()).collect()
    }

    fn grown(&mut self) -> Place {
        let sex = if self.draw.chance(550) { Sex::Male } else { Sex::Female };
        Place { relation: HEAD, sex, age: self.draw.between(19, 48), of_the_name: false }
    }

    fn stay(&mut self, rental: Uuid, person: Uuid, from: NaiveDate, to: Option<NaiveDate>) {
        let id = self.id();
        self.out.tenants.push(rows::RentalTenant {
            precinct_id: self.precinct,
            id,
            rental_id: rental,
            person_id: person,
            stay_from: from,
            stay_to: to,
        });
    }

    /// Somebody who stayed here and left: ending a lease deletes nothing (RNT-02).
    fn former_tenant(&mut self, rental: Uuid, home: &Home) {
        let place = self.grown();
        let mut being = self.being(&place, "", home.ledger);
        (being.category, being.registered_place) = (FLOATING, Some(self.draw.pick(&ELSEWHERE).to_owned()));
        let from = self.draw.day(self.today - Days::new(1500), self.today - Days::new(800));
        let to = self.draw.day(from + Days::new(30), self.today - Days::new(705));
        self.stay(rental, being.id, from, Some(to.max(from)));
        self.out.beings.push(being);
    }

    /// A family that owns its dwelling and is registered elsewhere.
    pub(super) fn settled_family(&mut self, home: &Home) {
        let category = if self.draw.chance(600) { CITY_SEPARATED } else { FLOATING };
        let places = family(&mut self.draw);
        self.unregistered(&places, home, category);
    }

    /// Workers in a room of a dormitory, as many as asked for.
    pub(super) fn workers(&mut self, home: &Home, count: i32) {
        let places: Vec<Place> = (0..count).map(|_| self.grown()).collect();
        self.unregistered(&places, home, FLOATING);
    }

    /// People of a category who live at a home; their ids and births.
    fn unregistered(&mut self, places: &[Place], home: &Home, category: &'static str) -> Vec<(Uuid, NaiveDate)> {
        let surname = people::surname(&mut self.draw);
        let place = self.place_of(category);
        let mut made: Vec<(Uuid, NaiveDate)> = Vec::with_capacity(places.len());
        for one in places {
            let mut being = self.being(one, surname, home.ledger);
            being.category = category;
            being.registered_place = Some(place.to_owned());
            being.counts_at = Some(*home);
            being.lives_there = true;
            being.guardian = (one.age < 18).then(|| made.first().map(|(id, _)| *id)).flatten();
            self.papers(&mut being);
            self.count.add(category);
            made.push((being.id, being.birth));
            self.out.beings.push(being);
        }
        made
    }

    fn place_of(&mut self, category: &str) -> &'static str {
        match category {
            CITY_SEPARATED => self.draw.pick(&OF_THE_CITY),
            FLOATING => self.draw.pick(&ELSEWHERE),
            _ => self.draw.pick(&ABROAD),
        }
    }

    /// Inhabitants from abroad carry other papers than a citizen's number; foreigners have names in letters.
    fn papers(&mut self, being: &mut Being) {
        if being.category == OVERSEAS {
            being.number = None;
            if being.registered_place.as_deref().is_some_and(|place| matches!(place, "加拿大" | "法国")) {
                people::foreign_name(&mut self.draw).clone_into(&mut being.name);
            }
        }
    }
}
