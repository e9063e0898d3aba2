//! R04, R05, R10 to R14, R22, R23: who comes, goes and is cancelled.

use tenants::acts::{
    Arrival, Cancellation, CancellationGround, CollectiveClosing, CollectiveOpening, Death, Destination, MoveIn,
    MoveOut, MoveReason, Newcomer, PaperKind, Relocation, Restoration, Supplementary, Who,
};
use tenants::codes::Sex;
use tenants::households::HouseholdKind;
use tenants::roles::Role;
use tests::desk::{ALONE, Desk, FAMILY, compared, day, number, paper};
use tests::world::Home;

fn newcomer(name: &str, birth: &str, sequence: u32) -> Who {
    let sex = if sequence % 2 == 1 { Sex::Male } else { Sex::Female };
    let number = Some(number(birth, sequence));
    Who::New(Newcomer { name: name.to_owned(), sex, birth_date: day(birth), number, phone: None })
}

fn arrival(who: Who, relation: &str) -> Arrival {
    Arrival { who, relation: relation.to_owned() }
}

fn move_out(persons: Vec<tenants::acts::Seen<tenants::ids::PersonId>>, confirmed: bool) -> MoveOut {
    MoveOut {
        persons,
        to_place: "外省某市".to_owned(),
        reason: MoveReason::Employment,
        confirmed,
        succession: None,
        papers: vec![paper(PaperKind::MovePermit)],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r04_a_family_moves_in_and_founds_a_household_all_or_none() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let dwelling = desk.empty_dwelling(0).await;
        let mut form = MoveIn {
            arrivals: vec![
                arrival(newcomer("诸葛大", "1980-05-06", 981), "02"),
                arrival(newcomer("上官静", "1982-07-08", 982), "12"),
                arrival(newcomer("诸葛小", "2018-01-02", 983), "20"),
            ],
            to: Destination::Dwelling(dwelling),
            from_place: "外省某市".to_owned(),
            reason: MoveReason::Home,
            papers: vec![paper(PaperKind::TransferCertificate)],
        };
        let mut half = form.clone();
        half.arrivals[2] = arrival(newcomer("诸葛小", "2018-01-02", 984), "20");
        assert_eq!(desk.refused(Role::Registrar, 0, half).await, "REG-05", "one wrong member: nobody moves");
        let done = desk.perform(Role::Registrar, 0, form.clone()).await;
        let new = desk.household(0, done.household.unwrap().id).await;
        assert_eq!((new.members.len(), desk.counted(0, "EXTERNAL_IN").await), (3, 3));
        form.to = Destination::Dwelling(desk.empty_dwelling(1).await);
        assert_eq!(desk.refused(Role::Registrar, 1, form).await, "REG-14", "they are registered at the other station");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r05_mov_03_06_a_move_out_leaves_a_head_behind_and_the_mover_in_transit() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, alone) = (desk.find(0, FAMILY).await, desk.find(0, ALONE).await);
        let mut form = move_out(vec![family.head().seen()], false);
        assert_eq!(desk.refused(Role::Registrar, 0, form.clone()).await, "REG-06");
        form.succession = Some(family.succession(family.of("12").id, &[family.head().id]));
        desk.perform(Role::Registrar, 0, form).await;
        assert_eq!(desk.state(family.head().id).await, "IN_TRANSIT");
        desk.perform(Role::Registrar, 0, move_out(vec![alone.head().seen()], true)).await;
        assert_eq!(desk.state(alone.head().id).await, "DEPARTED");
        assert_eq!(desk.household(0, alone.id).await.state, "CLOSED");
        assert_eq!(desk.counted(0, "EXTERNAL_OUT").await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_16_parents_do_not_move_out_and_leave_a_minor_alone() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let (adults, minors): (Vec<_>, Vec<_>) =
            family.members.iter().partition(|member| member.birth < day("2008-11-01"));
        let mut form = move_out(adults.iter().map(|member| member.seen()).collect(), false);
        let left: Vec<_> = adults.iter().map(|member| member.id).collect();
        let mut succession = family.succession(minors[0].id, &left);
        form.succession = Some(succession.clone());
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "REG-16");
        succession.exception = Some("soldiers".to_owned());
        form.succession = Some(succession);
        desk.perform(Role::StationChief, 0, form).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r10_r11_r13_who_was_cancelled_is_restored_by_a_new_membership() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wife = family.of("12");
        let cancel = Cancellation {
            person: wife.seen(),
            ground: CancellationGround::SettledAbroad,
            succession: None,
            papers: vec![paper(PaperKind::ForeignPapers)],
        };
        let ex_officio = Cancellation { ground: CancellationGround::ExOfficio, ..cancel.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, ex_officio.clone()).await, "DENIED");
        assert_eq!(desk.refused(Role::StationChief, 0, ex_officio).await, "PAPER", "notice evidence is mandatory");
        let done = desk.perform(Role::Registrar, 0, cancel).await;
        assert_eq!((done.act.kind.as_str(), desk.state(wife.id).await.as_str()), ("R11", "DEPARTED"));
        let restore = Restoration {
            person: desk.person(0, wife.id).await,
            to: Destination::Household(desk.household(0, family.id).await.seen()),
            relation: "12".to_owned(),
            comparison: compared(),
            papers: vec![paper(PaperKind::ForeignPapers)],
        };
        assert_eq!(desk.refused(Role::Registrar, 0, restore.clone()).await, "DENIED");
        desk.perform(Role::StationChief, 0, restore.clone()).await;
        assert_eq!(desk.state(wife.id).await, "REGISTERED");
        let again = Restoration {
            person: desk.person(0, wife.id).await,
            to: Destination::Household(desk.household(0, family.id).await.seen()),
            ..restore
        };
        assert_eq!(desk.refused(Role::StationChief, 0, again).await, "REG-01");
        assert_eq!((desk.counted(0, "OTHER_CANCELLATION").await, desk.counted(0, "RESTORED").await), (1, 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r12_who_is_enlisted_is_cancelled_by_the_conscription_notice_and_by_no_other_paper() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wife = family.of("12");
        let enlisted = |kind| Cancellation {
            person: wife.seen(),
            ground: CancellationGround::Enlisted,
            succession: None,
            papers: vec![paper(kind)],
        };
        let refused = desk.refused(Role::Registrar, 0, enlisted(PaperKind::TransferCertificate)).await;
        assert_eq!(refused, "PAPER", "no transfer certificate: the notice");
        let done = desk.perform(Role::Registrar, 0, enlisted(PaperKind::Conscription)).await;
        assert_eq!((done.act.kind.as_str(), desk.state(wife.id).await.as_str()), ("R12", "DEPARTED"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r13_a_judgment_revokes_a_death_and_the_person_can_die_again() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wife = family.of("12");
        desk.perform(Role::Registrar, 0, super::death::death(wife)).await;
        let mut restore = Restoration {
            person: desk.person(0, wife.id).await,
            to: Destination::Household(desk.household(0, family.id).await.seen()),
            relation: "12".to_owned(),
            comparison: compared(),
            papers: vec![paper(PaperKind::Other)],
        };
        assert_eq!(desk.refused(Role::StationChief, 0, restore.clone()).await, "N21-37");
        restore.papers = vec![paper(PaperKind::Judgment)];
        desk.perform(Role::StationChief, 0, restore).await;
        let again = Death { died_on: day("2026-11-24"), ..super::death::death(wife) };
        desk.perform(Role::Registrar, 0, Death { person: desk.person(0, wife.id).await, ..again }).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r14_a_supplementary_registration_needs_its_investigation() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let mut form = Supplementary {
            arrival: arrival(newcomer("司徒补", "1990-01-02", 985), "99"),
            to: Destination::Household(family.seen()),
            comparison: compared(),
            papers: Vec::new(),
        };
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "PAPER");
        form.papers = vec![paper(PaperKind::Investigation)];
        desk.perform(Role::StationChief, 0, form).await;
        assert_eq!(desk.counted(0, "SUPPLEMENTARY").await, 1);
        let registered = Supplementary {
            arrival: arrival(Who::Known(desk.nth(0, FAMILY, 1).await.head().seen()), "99"),
            to: Destination::Household(desk.household(0, family.id).await.seen()),
            comparison: compared(),
            papers: vec![paper(PaperKind::Investigation)],
        };
        assert_eq!(desk.refused(Role::StationChief, 0, registered).await, "REG-01");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r22_r23_collective_households_open_with_a_head_receive_and_close() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, alone) = (desk.find(0, FAMILY).await, desk.find(0, ALONE).await);
        let open = CollectiveOpening {
            kind: HouseholdKind::PublicCollective,
            dwelling: family.dwelling,
            head: alone.head().seen(),
            succession: None,
            papers: vec![paper(PaperKind::Other)],
        };
        let done = desk.perform(Role::StationChief, 0, open).await;
        assert_eq!(desk.household(0, alone.id).await.state, "CLOSED");
        let public = desk.household(0, done.household.unwrap().id).await;
        let relocate = Relocation {
            household: family.seen(),
            into: public.seen(),
            papers: vec![paper(PaperKind::Notice), paper(PaperKind::DwellingTitle)],
        };
        let unannounced = Relocation { papers: vec![paper(PaperKind::DwellingTitle)], ..relocate.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, unannounced).await, "PAPER");
        let private = Relocation { into: desk.nth(0, FAMILY, 1).await.seen(), ..relocate.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, private).await, "N21-46");
        desk.perform(Role::Registrar, 0, relocate).await;
        assert_eq!(desk.household(0, family.id).await.state, "CLOSED");
        let public = desk.household(0, public.id).await;
        assert_eq!(public.members.len(), family.members.len() + 1);
        let other = desk.find(0, "h.kind = 'COLLECTIVE' AND h.state = 'ACTIVE'").await;
        let close =
            CollectiveClosing { household: public.seen(), into: other.seen(), papers: vec![paper(PaperKind::Other)] };
        desk.perform(Role::StationChief, 0, close).await;
        assert_eq!(desk.household(0, public.id).await.state, "CLOSED");
    }
}
