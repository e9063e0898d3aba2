//! Why a record is read: the closed list every reading of a person states (PRV-02).

use crate::words::words;

words! {
    /// The purpose of a reading, and of an integrator's token (PRV-02, PRV-23).
    pub enum Purpose {
        /// Serving somebody at the register (户籍业务).
        RegisterService = "REGISTER_SERVICE",
        /// Handling an incident (警情处置).
        IncidentHandling = "INCIDENT_HANDLING",
        /// Mediating a dispute (矛盾调解).
        DisputeMediation = "DISPUTE_MEDIATION",
        /// Checking a letting (出租房检查).
        RentalCheck = "RENTAL_CHECK",
        /// Verifying what the register says (核查).
        Verification = "VERIFICATION",
        /// Helping somebody in need (救助).
        Assistance = "ASSISTANCE",
        /// Supervising how the register is kept (监督).
        Supervision = "SUPERVISION",
        /// Counting, without looking at anybody (统计).
        Statistics = "STATISTICS",
    }
}

impl Purpose {
    /// The purpose as a certificate prints it.
    pub const fn printed(self) -> &'static str {
        match self {
            Self::RegisterService => "户籍业务",
            Self::IncidentHandling => "警情处置",
            Self::DisputeMediation => "矛盾调解",
            Self::RentalCheck => "出租房检查",
            Self::Verification => "核查",
            Self::Assistance => "救助",
            Self::Supervision => "监督",
            Self::Statistics => "统计",
        }
    }
}
