//! The table itself: one entry a role, naming every grant; what is not named is denied.

use super::{Action, Actions, Domain, Reach, Role, Seat};
use Action::{Approve, List, Manage, Prepare, Reveal, Search};
use Domain::{
    Accounts, Acts, Applications, Appointments, Approvals, AssistTasks, Audit, CaseFiles, Certificates, Documents,
    Households, Overview, Permits, Persons, Places, Precincts, Rentals, Residents, Sessions, Stays, Tokens, Transfers,
};
use Reach::{OwnBeats, Precinct};
use Seat::{Either, Office, Station};

/// One role: where it is posted, which records its lists hold, and all it may do.
struct Entry {
    role: Role,
    seat: Seat,
    reach: Reach,
    grants: &'static [(Domain, &'static [Action])],
}

const fn entry(role: Role, seat: Seat, reach: Reach, grants: &'static [(Domain, &'static [Action])]) -> Entry {
    Entry { role, seat, reach, grants }
}

/// In the order of [`Role::ALL`], which the compiler checks below.
const TABLE: [Entry; Role::ALL.len()] = [
    // Sees other beats' people only by exact search, masked; never approves his own applications.
    entry(
        Role::CommunityOfficer,
        Station,
        OwnBeats,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search, Reveal]),
            (Acts, &[List]),
            (Transfers, &[List]),
            (Rentals, &[List, Search, Manage]),
            (Stays, &[List, Manage]),
            (Permits, &[List, Manage]),
            (Applications, &[List, Prepare]),
            (Overview, &[List]),
            (CaseFiles, &[List, Manage]),
            (Approvals, &[List, Manage]),
            (Documents, &[List, Manage]),
            (Appointments, &[List, Prepare]),
        ],
    ),
    entry(
        Role::Registrar,
        Station,
        Precinct,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search, Reveal]),
            (Acts, &[List, Manage]),
            (Transfers, &[List, Manage]),
            (Rentals, &[List, Search, Manage]),
            (Stays, &[List, Manage]),
            (Permits, &[List, Manage]),
            (Applications, &[List, Manage, Prepare]),
            (Overview, &[List]),
            (CaseFiles, &[List, Manage]),
            (Approvals, &[List, Manage]),
            (Documents, &[List, Reveal, Manage]),
            (Certificates, &[List, Manage]),
            (Residents, &[List, Manage]),
            (Appointments, &[List, Prepare]),
        ],
    ),
    // Captures data at the door (stays and rentals), but does not reveal protected fields alone: no REVEAL and no asking for one; and
    // no permit, which is reviewed.
    entry(
        Role::Auxiliary,
        Station,
        OwnBeats,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search]),
            (Acts, &[List]),
            (Transfers, &[List]),
            (Rentals, &[List, Search, Manage]),
            (Stays, &[List, Manage]),
            (Permits, &[List]),
            (Applications, &[List, Prepare]),
            (Overview, &[List]),
            (CaseFiles, &[List]),
            (Documents, &[List, Manage]),
            (Appointments, &[List, Prepare]),
        ],
    ),
    // An alert is about a place; whose door it is, the officer sent there finds out.
    entry(
        Role::Dispatcher,
        Station,
        Precinct,
        &[(Places, &[List, Search]), (Overview, &[List]), (CaseFiles, &[List, Manage])],
    ),
    // Approves what others ask for; bulk export exists for nobody.
    entry(
        Role::StationChief,
        Station,
        Precinct,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search, Reveal]),
            (Acts, &[List, Manage, Approve]),
            (Transfers, &[List, Manage, Approve]),
            (Rentals, &[List, Search, Manage]),
            (Stays, &[List, Manage]),
            (Permits, &[List, Manage]),
            (Applications, &[List, Manage, Approve, Prepare]),
            (Overview, &[List]),
            (CaseFiles, &[List, Manage]),
            (Approvals, &[List, Manage, Approve]),
            (Documents, &[List, Reveal, Manage]),
            (Certificates, &[List, Manage, Approve]),
            (Residents, &[List, Manage]),
            (Appointments, &[List, Manage, Prepare]),
        ],
    ),
    entry(
        Role::CaseOfficer,
        Station,
        Precinct,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search, Reveal]),
            (Rentals, &[List, Search]),
            (Stays, &[List]),
            (Permits, &[List]),
            (Overview, &[List]),
            (CaseFiles, &[List, Manage]),
            (Approvals, &[List, Manage]),
        ],
    ),
    // Finds the persons of the application before him with a purpose, masked; meets nobody in a list. Opens the office's case
    // files, so that whoever analyses does not open the ones he searches by.
    entry(
        Role::DistrictApprover,
        Office,
        Precinct,
        &[
            (Places, &[List]),
            (Households, &[Search]),
            (Persons, &[Search]),
            (Acts, &[List, Approve]),
            (Applications, &[List, Approve]),
            (Overview, &[List]),
            (CaseFiles, &[List, Manage]),
            (Approvals, &[List, Approve]),
            (Precincts, &[List]),
        ],
    ),
    // A person is found with a purpose and a case, never met in a list.
    entry(
        Role::DistrictAnalyst,
        Office,
        Precinct,
        &[
            (Places, &[List]),
            (Households, &[Search]),
            (Persons, &[Search]),
            (Overview, &[List]),
            (CaseFiles, &[List]),
            (Precincts, &[List]),
        ],
    ),
    entry(Role::PatrolBrigade, Either, OwnBeats, &[(Places, &[List, Search])]),
    entry(Role::TrafficOfficer, Station, OwnBeats, &[(Places, &[List, Search])]),
    // Volunteers and partners: places above the door, and no resident by any way (TEAM-02).
    entry(Role::GridWorker, Station, OwnBeats, &[(Places, &[List])]),
    entry(Role::BuildingHead, Station, OwnBeats, &[(Places, &[List])]),
    entry(Role::Guard, Station, OwnBeats, &[(Places, &[List])]),
    entry(Role::PropertyManager, Station, OwnBeats, &[(Places, &[List])]),
    entry(Role::ResidentsCommittee, Station, OwnBeats, &[(Places, &[List]), (Overview, &[List])]),
    entry(Role::Adviser, Station, OwnBeats, &[]),
    entry(Role::CourtMediator, Station, OwnBeats, &[]),
    // Of a joint application the task of his own office, and the shared minimum (JNT-01).
    entry(Role::DepartmentClerk, Station, OwnBeats, &[(AssistTasks, &[List, Manage])]),
    entry(Role::Resident, Station, OwnBeats, &[]),
    entry(Role::Landlord, Station, OwnBeats, &[]),
    // A machine reads masked records within its token's scope; it neither reveals nor decides (PRV-09, PRV-23).
    entry(
        Role::Integrator,
        Either,
        Precinct,
        &[
            (Places, &[List, Search]),
            (Households, &[List, Search]),
            (Persons, &[List, Search]),
            (Rentals, &[List, Search]),
            (Overview, &[List]),
        ],
    ),
    entry(Role::Auditor, Either, Precinct, &[(CaseFiles, &[List]), (Approvals, &[List]), (Audit, &[List, Search])]),
    // The three administrators: their own duty, and no business data (SEC-02).
    entry(Role::SystemAdmin, Either, Precinct, &[(Precincts, &[List, Manage])]),
    entry(
        Role::SecurityAdmin,
        Either,
        Precinct,
        &[(Accounts, &[List, Search, Manage]), (Sessions, &[List, Manage]), (Tokens, &[List, Manage])],
    ),
    entry(Role::AuditAdmin, Either, Precinct, &[(Audit, &[List, Search, Manage])]),
];

/// Seat and reach by role.
pub(super) const POSTS: [(Seat, Reach); Role::ALL.len()] = {
    let mut posts = [(Station, OwnBeats); Role::ALL.len()];
    let mut role = 0;
    while role < posts.len() {
        assert!(TABLE[role].role as usize == role, "the table is in the order of the roles");
        posts[role] = (TABLE[role].seat, TABLE[role].reach);
        role += 1;
    }
    posts
};

/// The grants by role and domain, so that asking costs an index and a mask.
pub(super) static MATRIX: [[Actions; Domain::ALL.len()]; Role::ALL.len()] = {
    let mut matrix = [[Actions::NONE; Domain::ALL.len()]; Role::ALL.len()];
    let mut role = 0;
    while role < TABLE.len() {
        let grants = TABLE[role].grants;
        let mut grant = 0;
        while grant < grants.len() {
            let (domain, actions) = grants[grant];
            let mut action = 0;
            while action < actions.len() {
                let cell = &mut matrix[role][domain as usize];
                *cell = cell.with(actions[action]);
                action += 1;
            }
            grant += 1;
        }
        role += 1;
    }
    matrix
};
