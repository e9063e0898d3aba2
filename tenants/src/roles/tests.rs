use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// What describes a resident or where he lives.
const BUSINESS: [Domain; 13] = [
    Domain::Applications,
    Domain::Places,
    Domain::Households,
    Domain::Persons,
    Domain::Rentals,
    Domain::Stays,
    Domain::Permits,
    Domain::Overview,
    Domain::CaseFiles,
    Domain::Approvals,
    Domain::Residents,
    Domain::Appointments,
    Domain::AssistTasks,
];

/// Domains with records of residents.
const RESIDENTS: [Domain; 8] = [
    Domain::Households,
    Domain::Persons,
    Domain::Rentals,
    Domain::Stays,
    Domain::Permits,
    Domain::Applications,
    Domain::Residents,
    Domain::Appointments,
];

fn any_role() -> impl Strategy<Value = Role> {
    select(Role::ALL)
}

fn any_domain() -> impl Strategy<Value = Domain> {
    select(Domain::ALL)
}

#[test]
fn words_read_back_as_written() {
    for role in Role::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
    }
    assert!("community_officer".parse::<Role>().is_err());
}

#[test]
fn sec_02_administrators_see_no_business_data() {
    for role in Role::ALL.iter().filter(|role| role.is_administrator()) {
        for domain in BUSINESS {
            assert!(actions(*role, domain).is_empty(), "{role} in {domain}");
        }
    }
}

#[test]
fn sec_02_no_duty_is_shared_between_two_administrators() {
    for domain in Domain::ALL {
        let holders = Role::ALL.iter().filter(|role| role.is_administrator() && !actions(**role, *domain).is_empty());
        assert!(holders.count() <= 1, "{domain}");
    }
}

#[test]
fn sec_02_only_its_administrator_manages_accounts_tokens_audit_and_precincts() {
    for (domain, owner) in [
        (Domain::Accounts, Role::SecurityAdmin),
        (Domain::Sessions, Role::SecurityAdmin),
        (Domain::Tokens, Role::SecurityAdmin),
        (Domain::Audit, Role::AuditAdmin),
        (Domain::Precincts, Role::SystemAdmin),
    ] {
        let managers: Vec<Role> = Role::ALL.iter().copied().filter(|&role| may(role, domain, Action::Manage)).collect();
        assert_eq!(managers, [owner], "{domain}");
    }
}

#[test]
fn team_02_volunteers_and_partners_reach_no_resident() {
    for role in [
        Role::GridWorker,
        Role::BuildingHead,
        Role::Guard,
        Role::PropertyManager,
        Role::ResidentsCommittee,
        Role::Adviser,
        Role::CourtMediator,
        Role::DepartmentClerk,
        Role::PatrolBrigade,
        Role::TrafficOfficer,
    ] {
        for domain in RESIDENTS {
            assert!(actions(role, domain).is_empty(), "{role} in {domain}");
        }
    }
}

#[test]
fn prv_16_a_resident_has_no_right_to_any_record_but_asks_for_his_own() {
    for &domain in Domain::ALL {
        assert!(actions(Role::Resident, domain).is_empty(), "{domain}");
    }
}

#[test]
fn prv_09_a_machine_neither_reveals_nor_decides_nor_changes() {
    for &domain in Domain::ALL {
        for action in [Action::Reveal, Action::Approve, Action::Manage] {
            assert!(!may(Role::Integrator, domain, action), "{action} in {domain}");
        }
    }
}

#[test]
fn who_asks_for_a_reveal_may_not_grant_it_unless_he_is_the_chief() {
    let both = |role: &&Role| {
        may(**role, Domain::Approvals, Action::Manage) && may(**role, Domain::Approvals, Action::Approve)
    };
    assert_eq!(Role::ALL.iter().filter(both).collect::<Vec<_>>(), [&Role::StationChief]);
}

#[test]
fn an_auxiliary_captures_at_the_door_and_does_not_review_approve_or_reveal() {
    for &domain in Domain::ALL {
        let captures = matches!(domain, Domain::Stays | Domain::Rentals | Domain::Documents);
        assert_eq!(may(Role::Auxiliary, domain, Action::Manage), captures, "{domain}");
        for action in [Action::Reveal, Action::Approve] {
            assert!(!may(Role::Auxiliary, domain, action), "{action} in {domain}");
        }
    }
}

#[test]
fn domain_1_3_who_prepares_an_application_does_not_decide_it_unless_he_is_the_chief() {
    let decides = |role: &&Role| may(**role, Domain::Applications, Action::Approve);
    let deciding: Vec<&Role> = Role::ALL.iter().filter(decides).collect();
    assert_eq!(deciding, [&Role::StationChief, &Role::DistrictApprover]);
    for role in [Role::CommunityOfficer, Role::Auxiliary] {
        assert!(may(role, Domain::Applications, Action::Prepare) && !may(role, Domain::Applications, Action::Manage));
    }
}

#[test]
fn jnt_01_a_clerk_of_another_office_has_a_right_to_his_tasks_and_to_nothing_else() {
    for &domain in Domain::ALL {
        assert_eq!(actions(Role::DepartmentClerk, domain).is_empty(), domain != Domain::AssistTasks, "{domain}");
    }
    let others = Role::ALL.iter().filter(|role| **role != Role::DepartmentClerk);
    assert!(others.into_iter().all(|role| actions(*role, Domain::AssistTasks).is_empty()));
}

#[test]
fn domain_3_8_only_the_chief_says_when_the_station_is_open() {
    let manages = |role: &&Role| may(**role, Domain::Appointments, Action::Manage);
    assert_eq!(Role::ALL.iter().filter(manages).collect::<Vec<_>>(), [&Role::StationChief]);
}

#[test]
fn a_community_officer_lists_his_own_beats_only() {
    assert_eq!(Role::CommunityOfficer.reach(), Reach::OwnBeats);
    assert!(may(Role::CommunityOfficer, Domain::Persons, Action::Search));
}

#[test]
fn only_district_roles_sit_in_the_office_alone_and_they_cannot_reveal() {
    let district: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.is_district()).collect();
    assert_eq!(district, [Role::DistrictApprover, Role::DistrictAnalyst]);
    assert!(district.iter().all(|&role| !may(role, Domain::Persons, Action::Reveal)));
}

#[test]
fn sec_01_everybody_who_sees_a_resident_needs_two_factors() {
    for &role in Role::ALL {
        let sees = Domain::ALL.iter().any(|&domain| !actions(role, domain).is_empty());
        assert!(!sees || role.needs_second_factor(), "{role}");
    }
}

#[test]
fn the_printed_table_is_aligned_and_complete() {
    let text = table();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(lines.len(), Role::ALL.len() + 1);
    let columns = |line: &str| line.split_whitespace().count();
    assert!(lines.iter().all(|line| columns(line) == columns(lines[0])));
    assert!(lines.iter().any(|line| line.starts_with("SECURITY_ADMIN*")));
}

proptest! {
    #[test]
    fn sec_02_compatibility_does_not_depend_on_the_order(one in any_role(), other in any_role()) {
        prop_assert_eq!(compatible(&[one], other), compatible(&[other], one));
    }

    #[test]
    fn sec_02_an_administrator_holds_no_second_posting(existing in prop::collection::vec(any_role(), 1..4), new in any_role()) {
        let alone = new.is_administrator() || existing.iter().any(|role| role.is_administrator());
        prop_assert!(!(alone && compatible(&existing, new)));
    }

    #[test]
    fn a_further_posting_never_makes_an_incompatible_one_compatible(
        existing in prop::collection::vec(any_role(), 0..4), more in any_role(), new in any_role(),
    ) {
        let mut wider = existing.clone();
        wider.push(more);
        prop_assert!(compatible(&existing, new) || !compatible(&wider, new));
    }

    #[test]
    fn the_actions_of_a_cell_are_those_it_may(role in any_role(), domain in any_domain()) {
        let listed: Vec<Action> = actions(role, domain).iter().collect();
        let allowed: Vec<Action> = Action::ALL.iter().copied().filter(|&action| may(role, domain, action)).collect();
        prop_assert_eq!(listed, allowed);
    }
}
