//! Who lives together: compositions of family households with the right relation codes (domain §2.4).

use super::draw::Draw;
use crate::codes::Sex::{self, Female, Male};
use crate::relations::HEAD;

/// A place in a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Relation to the head.
    pub(super) relation: &'static str,
    pub(super) sex: Sex,
    /// Completed years.
    pub(super) age: i32,
    /// Bears the family's surname.
    pub(super) of_the_name: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Alone,
    Couple,
    Parents,
    ThreeGenerations,
    LoneParent,
    Elders,
    Siblings,
    Lodger,
}

const KINDS: [(usize, Kind); 8] = [
    (16, Kind::Alone),
    (18, Kind::Couple),
    (42, Kind::Parents),
    (14, Kind::ThreeGenerations),
    (5, Kind::LoneParent),
    (3, Kind::Elders),
    (1, Kind::Siblings),
    (1, Kind::Lodger),
];

/// A family: the head first, adults before minors where a minor needs a guardian.
pub(super) fn family(draw: &mut Draw) -> Vec<Place> {
    match draw.weighted(&KINDS) {
        Kind::Alone => vec![head(draw, 22, 85)],
        Kind::Couple => couple(draw, 24, 84),
        Kind::Parents => parents(draw),
        Kind::ThreeGenerations => three_generations(draw),
        Kind::LoneParent => lone_parent(draw),
        Kind::Elders => elders(draw),
        Kind::Siblings => siblings(draw),
        Kind::Lodger => lodger(draw),
    }
}

fn head(draw: &mut Draw, from: i32, to: i32) -> Place {
    let sex = if draw.chance(640) { Male } else { Female };
    Place { relation: HEAD, sex, age: draw.between(from, to), of_the_name: true }
}

fn couple(draw: &mut Draw, from: i32, to: i32) -> Vec<Place> {
    let head = head(draw, from, to);
    let (relation, sex) = if head.sex == Male { ("12", Female) } else { ("11", Male) };
    // Children bear the father's name, so the couple's name is the man's.
    let age = (head.age + draw.between(-4, 4)).max(22);
    vec![Place { of_the_name: head.sex == Male, ..head }, Place { relation, sex, age, of_the_name: sex == Male }]
}

/// Children of a parent of this age: the only one, or the eldest, second and third of each sex.
fn children(draw: &mut Draw, parent: i32, most: i32) -> Vec<Place> {
    let count = draw.between(1, most);
    let (mut sons, mut daughters) = (0, 0);
    let mut age = parent - draw.between(22, 32);
    let mut born = Vec::new();
    while i32::try_from(born.len()).is_ok_and(|have| have < count) && age >= 0 {
        let sex = if draw.chance(520) { Male } else { Female };
        let (of_sex, codes) = if sex == Male { (&mut sons, SONS) } else { (&mut daughters, DAUGHTERS) };
        let relation = if count == 1 { codes[0] } else { codes[1 + *of_sex] };
        *of_sex += 1;
        born.push(Place { relation, sex, age, of_the_name: true });
        age -= draw.between(2, 6);
    }
    alone_is_only(&mut born);
    born
}

/// Only, eldest, second, third.
const SONS: [&str; 4] = ["21", "22", "23", "24"];
const DAUGHTERS: [&str; 4] = ["31", "32", "33", "34"];

fn alone_is_only(born: &mut [Place]) {
    if let [one] = born {
        one.relation = if one.sex == Male { SONS[0] } else { DAUGHTERS[0] };
    }
}

fn parents(draw: &mut Draw) -> Vec<Place> {
    let most = if draw.chance(300) { 2 } else { 1 };
    let mut places = couple(draw, 25, 56);
    let younger = places.iter().map(|place| place.age).min().unwrap_or(25);
    places.extend(children(draw, younger, most));
    places
}

/// A couple, one or two of their parents, and children.
fn three_generations(draw: &mut Draw) -> Vec<Place> {
    let mut places = couple(draw, 28, 50);
    let (own, of_spouse) = match places[0].sex {
        Male => (["51", "52"], ["55", "56"]),
        _ => (["51", "52"], ["53", "54"]),
    };
    let of_head = draw.chance(700);
    let codes = if of_head { own } else { of_spouse };
    let child = places[usize::from(!of_head)];
    let age = child.age + draw.between(22, 30);
    let both = draw.chance(600);
    let first = usize::from(!both && draw.chance(650));
    for (code, sex) in [(codes[0], Male), (codes[1], Female)].into_iter().skip(first).take(1 + usize::from(both)) {
        places.push(Place { relation: code, sex, age, of_the_name: sex == Male && child.of_the_name });
    }
    let younger = places[0].age.min(places[1].age);
    places.extend(children(draw, younger, 2));
    places
}

fn lone_parent(draw: &mut Draw) -> Vec<Place> {
    let head = head(draw, 28, 55);
    let mut places = vec![head];
    places.extend(children(draw, head.age, 1));
    places
}

/// Grandparents with a grandchild of their name.
fn elders(draw: &mut Draw) -> Vec<Place> {
    let mut places = couple(draw, 58, 72);
    let sex = if draw.chance(500) { Male } else { Female };
    let relation = if sex == Male { "41" } else { "42" };
    places.push(Place { relation, sex, age: draw.between(1, 14), of_the_name: true });
    places
}

fn siblings(draw: &mut Draw) -> Vec<Place> {
    let head = head(draw, 24, 45);
    let sex = if draw.chance(500) { Male } else { Female };
    let relation = if sex == Male { "73" } else { "77" };
    vec![head, Place { relation, sex, age: head.age - draw.between(1, 5), of_the_name: true }]
}

/// Somebody who is no relative (REG-18).
fn lodger(draw: &mut Draw) -> Vec<Place> {
    let sex = if draw.chance(500) { Male } else { Female };
    vec![head(draw, 30, 75), Place { relation: "99", sex, age: draw.between(20, 60), of_the_name: false }]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::relations::{Member, check};

    #[test]
    fn domain_2_4_every_family_passes_the_relation_checks() {
        let mut draw = Draw::new(1, "families");
        for _ in 0..20_000 {
            let family = family(&mut draw);
            let births = family.iter().map(|place| NaiveDate::from_ymd_opt(2026 - place.age, 1, 1).unwrap());
            let members: Vec<_> = family
                .iter()
                .zip(births)
                .map(|(place, birth)| Member { relation: place.relation, sex: place.sex, birth })
                .collect();
            assert_eq!(check(&members), [], "{family:?}");
            assert!(family[0].relation == HEAD && family[0].age >= 18, "REG-04");
        }
    }

    #[test]
    fn families_have_about_three_members() {
        let mut draw = Draw::new(2, "families");
        let members: usize = (0..10_000).map(|_| family(&mut draw).len()).sum();
        assert!((25_000..34_000).contains(&members), "{members}");
    }
}
