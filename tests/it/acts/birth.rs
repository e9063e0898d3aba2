//! R01, R02: births.

use tenants::acts::{Birth, BirthAndDeath, Newcomer, PaperKind, Parentage};
use tenants::codes::Sex;
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, Household, day, number, order, paper};
use tests::world::Home;

const BORN: &str = "2026-11-01";

/// A girl of a family's head and his wife.
fn birth(family: &Household, certificate: &str) -> Birth {
    Birth {
        household: family.seen(),
        parentage: Parentage {
            mother: Some(family.of("12").id),
            father: Some(family.head().id),
            grandparent: None,
            married: true,
        },
        child: Newcomer {
            name: "诸葛新生".to_owned(),
            sex: Sex::Female,
            birth_date: day(BORN),
            number: Some(number(BORN, 902)),
            phone: None,
        },
        relation: "30".to_owned(),
        certificate: certificate.to_owned(),
        certified_on: Some(day(BORN)),
        papers: Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r01_a_birth_opens_exactly_one_membership_and_takes_its_number() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let done = desk.perform(Role::Registrar, 0, birth(&family, "B-1")).await;
        let after = desk.household(0, family.id).await;
        assert_eq!((after.members.len(), after.version), (family.members.len() + 1, family.version + 1));
        assert_eq!((done.act.kind.as_str(), done.act.effective_on), ("R01", day(BORN)));
        let child = &done.persons[0];
        assert_eq!((child.name.as_str(), child.is_minor), ("**", true));
        assert_eq!(usize::try_from(done.household.unwrap().member_count).unwrap(), after.members.len());
        assert_eq!((desk.state(child.id).await.as_str(), desk.counted(0, "BIRTH").await), ("REGISTERED", 1));
        let hash = desk.world.store.keys().number_hash(&number(BORN, 902));
        let owner: uuid::Uuid =
            desk.ledger.one("SELECT person_id FROM identity WHERE number_hash = $1", vec![hash.into()]).await;
        assert_eq!(owner, child.id.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_12_one_birth_certificate_one_person_in_all_precincts() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (here, there) = (desk.find(0, FAMILY).await, desk.find(1, FAMILY).await);
        desk.perform(Role::Registrar, 0, birth(&here, "B-1")).await;
        let mut second = birth(&there, " B-1 ");
        second.child.number = Some(number(BORN, 904));
        assert_eq!(desk.refused(Role::Registrar, 1, second.clone()).await, "REG-12");
        second.certificate = "B-2".to_owned();
        desk.perform(Role::Registrar, 1, second).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_14_a_number_of_another_station_is_refused_with_its_name_inside_a_case_only() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (here, there) = (desk.find(0, FAMILY).await, desk.find(1, FAMILY).await);
        desk.perform(Role::Registrar, 1, birth(&there, "B-1")).await;
        let form = birth(&here, "B-2");
        let scope = desk.scope(Role::Registrar, 0);
        let outside = scope.perform(&form.clone().into(), &order()).await.unwrap_err().to_string();
        let case_number = Some(desk.world.manifest.precincts[0].case_file.clone());
        let inside = tenants::acts::Order { case_number, ..Default::default() };
        let inside = scope.perform(&form.clone().into(), &inside).await.unwrap_err().to_string();
        let station: String = desk
            .ledger
            .one("SELECT short_name FROM precinct WHERE id = $1", vec![desk.world.precinct(1).0.into()])
            .await;
        assert!(!outside.contains(&station) && inside.contains(&station), "{outside} / {inside}");
        assert_eq!(desk.refused(Role::Registrar, 0, form).await, "REG-14");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_02_03_05_07_a_newborns_number_agrees_is_free_or_is_not_there_yet() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let with = |number: Option<String>| {
            let mut form = birth(&family, "B-1");
            form.child.number = number;
            form
        };
        assert_eq!(desk.refused(Role::Registrar, 0, with(Some(number("2026-11-02", 902)))).await, "IDN-02");
        assert_eq!(desk.refused(Role::Registrar, 0, with(Some(number(BORN, 901)))).await, "IDN-03");
        assert_eq!(desk.refused(Role::Registrar, 0, with(Some("999999202611019021".to_owned()))).await, "GB-11643");
        desk.perform(Role::Registrar, 0, with(None)).await;
        let family = desk.household(0, family.id).await;
        let mut taken = birth(&family, "B-2");
        taken.child.name = "诸葛次".to_owned();
        desk.perform(Role::Registrar, 0, taken).await;
        let mut again = birth(&desk.household(0, family.id).await, "B-3");
        again.child.name = "诸葛三".to_owned();
        assert_eq!(desk.refused(Role::Registrar, 0, again).await, "IDN-05");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn n21_the_child_follows_a_parent_and_an_unmarried_father_upon_a_report() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let mut strange = birth(&family, "B-1");
        strange.household = other.seen();
        assert_eq!(desk.refused(Role::Registrar, 0, strange).await, "N21-19");
        let mut unmarried = birth(&family, "B-1");
        (unmarried.parentage.married, unmarried.parentage.mother) = (false, None);
        assert_eq!(desk.refused(Role::Registrar, 0, unmarried.clone()).await, "N21-20");
        unmarried.papers = vec![paper(PaperKind::ParentageReport)];
        desk.perform(Role::Registrar, 0, unmarried).await;
        let mut swapped = birth(&desk.household(0, family.id).await, "B-2");
        (swapped.parentage.mother, swapped.parentage.father) = (Some(family.head().id), None);
        assert_eq!(desk.refused(Role::Registrar, 0, swapped).await, "N21-19");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn n21_21_a_family_household_goes_before_a_collective_one() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let collective = desk.find(0, "h.kind = 'COLLECTIVE' AND h.state = 'ACTIVE'").await;
        let mother =
            collective.members.iter().find(|member| member.sex == Sex::Female && member.birth < day("2004-01-01"));
        let mut form = birth(&family, "B-1");
        (form.household, form.parentage.mother) = (collective.seen(), Some(mother.unwrap().id));
        form.relation = "99".to_owned();
        assert_eq!(desk.refused(Role::Registrar, 0, form.clone()).await, "N21-21");
        form.parentage.father = None;
        desk.perform(Role::Registrar, 0, form).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_15_the_same_child_is_not_entered_twice_without_a_number() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let mut first = birth(&family, "B-1");
        first.child.number = None;
        desk.perform(Role::Registrar, 0, first.clone()).await;
        let mut second = birth(&desk.household(0, family.id).await, "B-2");
        (second.child.number, second.child.birth_date) = (None, day("2026-11-03"));
        assert_eq!(desk.refused(Role::Registrar, 0, second.clone()).await, "REG-15");
        second.child.name = "诸葛孪生".to_owned();
        desk.perform(Role::Registrar, 0, second).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r02_birth_and_death_are_one_act_and_leave_no_membership() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let form = BirthAndDeath {
            birth: birth(&family, "B-1"),
            died_on: day("2026-11-03"),
            papers: vec![paper(PaperKind::MedicalDeathProof)],
        };
        let done = desk.perform(Role::Registrar, 0, form.clone()).await;
        assert_eq!(desk.household(0, family.id).await.members.len(), family.members.len());
        assert_eq!((desk.state(done.persons[0].id).await.as_str(), done.act.kind.as_str()), ("DEAD", "R02"));
        assert_eq!((desk.counted(0, "BIRTH").await, desk.counted(0, "DEATH").await), (1, 1));
        let early = BirthAndDeath { died_on: day("2026-10-03"), ..form };
        let early = BirthAndDeath { birth: birth(&desk.household(0, family.id).await, "B-9"), ..early };
        assert_eq!(desk.refused(Role::Registrar, 0, early).await, "DEATH-DATE");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_03_who_may_not_manage_acts_performs_none() {
    let desk = Desk::new(Home::Sqlite).await;
    let family = desk.find(0, FAMILY).await;
    for role in [Role::CommunityOfficer, Role::Auxiliary, Role::CaseOfficer, Role::GridWorker, Role::Auditor] {
        assert_eq!(desk.refused(role, 0, birth(&family, "B-1")).await, "DENIED", "{role}");
    }
    let foreign = desk.find(1, FAMILY).await;
    assert_eq!(desk.refused(Role::StationChief, 0, birth(&foreign, "B-1")).await, "NOT_FOUND");
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_08_a_birth_costs_two_dozen_statements_whatever_the_household() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let families = [desk.nth(0, FAMILY, 0).await, desk.nth(0, FAMILY, 1).await, desk.nth(0, FAMILY, 2).await];
        let mut costs = Vec::new();
        for (nth, family) in (0_u32..).zip(&families) {
            // The second family has three children more than it had.
            for more in 0..if nth == 1 { 3 } else { 0 } {
                let now = desk.household(0, family.id).await;
                let mut older = birth(&now, &format!("B-{nth}-{more}"));
                older.child.name = format!("诸葛长{}", ['一', '二', '三'][more as usize]);
                older.child.number = Some(number(BORN, 904 + 2 * more));
                desk.perform(Role::Registrar, 0, older).await;
            }
            let mut form = birth(&desk.household(0, family.id).await, &format!("B-{nth}"));
            form.child.number = Some(number(BORN, 920 + 2 * nth));
            desk.world.store.meter().keep();
            desk.perform(Role::Registrar, 0, form).await;
            costs.push(desk.world.store.meter().keep());
        }
        let [_, large, small] = &costs[..] else { unreachable!() };
        assert_eq!(large.len(), small.len(), "{}", large.join("\n"));
        assert!(small.len() <= 24, "{} statements:\n{}", small.len(), small.join("\n"));
    }
}
