//! Who may do what: roles, domains and actions, and the one table of constants that joins them (SEC-02, SEC-03, TEAM-02).
//!
//! Whatever the table does not grant is denied. The table is printed by [`table`] into a committed snapshot, so that a change of
//! policy is a change somebody reads. What a role may do is further narrowed by its [`Reach`] (which records) and, for an API
//! token, by the token's own domains and precincts (`members.rs`).

mod print;
mod table;

use crate::words::words;

pub use print::table;

words! {
    /// What a person or a machine is posted as (§1.3 of the domain reference).
    pub enum Role {
        /// Community officer (社区民警): keeps the ledger of the beats he is posted to.
        CommunityOfficer = "COMMUNITY_OFFICER",
        /// Registrar at the window (户籍民警): the register of the whole precinct.
        Registrar = "REGISTRAR",
        /// Auxiliary (辅警): receives papers and files; never reviews, approves or reveals.
        Auxiliary = "AUXILIARY",
        /// Command-room dispatcher (指挥室接警员): intake and dispatch, by place.
        Dispatcher = "DISPATCHER",
        /// Station chief or deputy (所长): approves and assigns.
        StationChief = "STATION_CHIEF",
        /// Officer of a case team (办案民警): incidents that become cases.
        CaseOfficer = "CASE_OFFICER",
        /// District approver (分局审批): second and third level approvals.
        DistrictApprover = "DISTRICT_APPROVER",
        /// District command and analyst (分局指挥中心): dashboards; a person only with a purpose.
        DistrictAnalyst = "DISTRICT_ANALYST",
        /// Patrol brigade (巡逻大队): warnings; no register.
        PatrolBrigade = "PATROL_BRIGADE",
        /// Traffic officer stationed with the community (交通民警): no register.
        TrafficOfficer = "TRAFFIC_OFFICER",
        /// Grid worker (网格员): visits and opinions; no resident search (TEAM-02).
        GridWorker = "GRID_WORKER",
        /// Building head (楼栋长): reports; no resident search (TEAM-02).
        BuildingHead = "BUILDING_HEAD",
        /// Guard or activist (保安员): submits hazards; no resident search (TEAM-02).
        Guard = "GUARD",
        /// Property manager (物业): accepts work orders; no resident data.
        PropertyManager = "PROPERTY_MANAGER",
        /// Residents' committee (居委会): selection and people's mediation.
        ResidentsCommittee = "RESIDENTS_COMMITTEE",
        /// Adviser (平安建设智囊团): no register access of any kind.
        Adviser = "ADVISER",
        /// Court mediator or judge (庭所联动): the referrals of the court desk.
        CourtMediator = "COURT_MEDIATOR",
        /// Clerk of another department (联办窗口): the sub-task of a joint application.
        DepartmentClerk = "DEPARTMENT_CLERK",
        /// Resident (居民): own matters only.
        Resident = "RESIDENT",
        /// Landlord (房东): own lettings only.
        Landlord = "LANDLORD",
        /// Machine client of another system (系统对接): by token only, within its scope (PRV-23).
        Integrator = "INTEGRATOR",
        /// Auditor, discipline inspector, data-protection officer (审计): reads the audit trail.
        Auditor = "AUDITOR",
        /// System administrator (系统管理员): the precincts and their state (SEC-02).
        SystemAdmin = "SYSTEM_ADMIN",
        /// Security administrator (安全管理员): accounts, sessions and tokens (SEC-02).
        SecurityAdmin = "SECURITY_ADMIN",
        /// Audit administrator (审计管理员): keeps and verifies the audit trail (SEC-02).
        AuditAdmin = "AUDIT_ADMIN",
    }
}

words! {
    /// What an action is about.
    pub enum Domain {
        /// Beats, communities, addresses, dwellings (地址).
        Places = "PLACES",
        /// Households and their members' relations (户).
        Households = "HOUSEHOLDS",
        /// Persons (人口).
        Persons = "PERSONS",
        /// Register acts (登记行为).
        Acts = "ACTS",
        /// Moves between stations (迁移).
        Transfers = "TRANSFERS",
        /// Lettings and their tenants (出租房屋).
        Rentals = "RENTALS",
        /// Temporary registrations (暂住登记).
        Stays = "STAYS",
        /// Residence permits (居住证).
        Permits = "PERMITS",
        /// Applications to the register (业务申请).
        Applications = "APPLICATIONS",
        /// Counts, without any record (概览).
        Overview = "OVERVIEW",
        /// Case files, which a reveal must name (案卷).
        CaseFiles = "CASE_FILES",
        /// Documents handed in; to reveal one is to open it (材料).
        Documents = "DOCUMENTS",
        /// Certificates and extracts of the register; to approve is to revoke one (户籍证明).
        Certificates = "CERTIFICATES",
        /// Approvals to reveal (审批).
        Approvals = "APPROVALS",
        /// What residents ask online: who they are, and their rights (居民事项).
        Residents = "RESIDENTS",
        /// Appointments; to manage is to say when the station is open (预约).
        Appointments = "APPOINTMENTS",
        /// The tasks of joint applications that are addressed to one's own office (协助事项).
        AssistTasks = "ASSIST_TASKS",
        /// The audit trail (审计).
        Audit = "AUDIT",
        /// Accounts and postings (账号).
        Accounts = "ACCOUNTS",
        /// Other people's sessions; one's own need no grant (会话).
        Sessions = "SESSIONS",
        /// API tokens (接口令牌).
        Tokens = "TOKENS",
        /// The precincts as tenants of the district (派出所).
        Precincts = "PRECINCTS",
    }
}

words! {
    /// What is done.
    pub enum Action {
        /// Read records, one by one and in lists, masked, within the role's reach.
        List = "LIST",
        /// Find records by number, name, phone or address, and read the masked matches, in the whole precinct.
        Search = "SEARCH",
        /// Read clear values, with a purpose and a case reference.
        Reveal = "REVEAL",
        /// Create, change, close.
        Manage = "MANAGE",
        /// Decide what somebody else asked for.
        Approve = "APPROVE",
        /// Take down what somebody asks for, and the papers he brings; decides nothing.
        Prepare = "PREPARE",
    }
}

words! {
    /// Which records the lists of a role hold.
    pub enum Reach {
        /// Those of the beats the posting names; without a beat, none.
        OwnBeats = "OWN_BEATS",
        /// Those of the whole precinct.
        Precinct = "PRECINCT",
    }
}

words! {
    /// Where a role can be posted.
    pub enum Seat {
        /// A station (派出所).
        Station = "STATION",
        /// The district's own office (分局), from where it reads across the stations.
        Office = "OFFICE",
        /// Either of them.
        Either = "EITHER",
    }
}

/// A set of actions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actions(u8);

impl Actions {
    /// No action at all.
    pub const NONE: Self = Self(0);

    /// The set with one action more.
    #[must_use]
    pub const fn with(self, action: Action) -> Self {
        Self(self.0 | 1 << action as u8)
    }

    /// Whether the action is in the set.
    pub const fn contains(self, action: Action) -> bool {
        self.0 & (1 << action as u8) != 0
    }

    /// Whether nothing is allowed.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The actions in declared order.
    pub fn iter(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |&action| self.contains(action))
    }
}

/// Whether the role may do the action in the domain; whatever the table does not say is denied (SEC-03).
pub const fn may(role: Role, domain: Domain, action: Action) -> bool {
    actions(role, domain).contains(action)
}

/// All the role may do in the domain.
pub const fn actions(role: Role, domain: Domain) -> Actions {
    table::MATRIX[role as usize][domain as usize]
}

/// Whether an account that holds the `existing` postings may hold a further one as `new` at the same time.
///
/// The three administrators, the auditor and the machine client stand alone: exclusive with each other and with anything else
/// (SEC-02). Roles of the ordinary work go together, as a deputy chief who keeps a beat.
pub fn compatible(existing: &[Role], new: Role) -> bool {
    existing.is_empty() || !(new.stands_alone() || existing.iter().any(|role| role.stands_alone()))
}

impl Role {
    /// Which records the role's lists hold.
    pub const fn reach(self) -> Reach {
        table::POSTS[self as usize].1
    }

    /// Where the role can be posted.
    pub const fn seat(self) -> Seat {
        table::POSTS[self as usize].0
    }

    /// Whether the role belongs to the district and is posted in its office, reading across the stations.
    pub const fn is_district(self) -> bool {
        matches!(self.seat(), Seat::Office)
    }

    /// Whether the role is one of the three separated administrators (SEC-02).
    pub const fn is_administrator(self) -> bool {
        matches!(self, Self::SystemAdmin | Self::SecurityAdmin | Self::AuditAdmin)
    }

    /// Whether a posting in this role excludes every other posting of the account (SEC-02).
    pub const fn stands_alone(self) -> bool {
        self.is_administrator() || matches!(self, Self::Auditor | Self::Integrator)
    }

    /// Whether a machine acts in this role: it holds tokens, never signs in, never decides (PRV-09).
    pub const fn is_machine(self) -> bool {
        matches!(self, Self::Integrator)
    }

    /// Whether signing in needs a second factor: everybody but residents and landlords, who see their own matters only (SEC-01).
    pub const fn needs_second_factor(self) -> bool {
        !matches!(self, Self::Resident | Self::Landlord)
    }
}

#[cfg(test)]
mod tests;
