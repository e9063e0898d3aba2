//! The closed words of acts: who took part as what, which paper was shown, as what a person counts in the conservation law.

use crate::words::words;

words! {
    /// Where a person stands in the whole installation (户籍状态, REG-01).
    pub enum RegistrationState {
        /// Registered: exactly one open membership, in the responsible precinct (在册).
        Registered = "REGISTERED",
        /// Left an old register and not yet in a new one (迁移途中, MOV-03).
        InTransit = "IN_TRANSIT",
        /// Dead (死亡).
        Dead = "DEAD",
        /// Left for a register outside the installation, or cancelled (已迁出或注销).
        Departed = "DEPARTED",
        /// Known, and never registered here (未登记户口).
        Never = "NEVER",
    }
}

words! {
    /// As what somebody or something took part in an act (登记事项中的角色).
    pub enum ActRole {
        /// A household that changed (户).
        Household = "HOUSEHOLD",
        /// Born (出生).
        Born = "BORN",
        /// Dead (死亡).
        Deceased = "DECEASED",
        /// Joined a household from outside (迁入).
        Joined = "JOINED",
        /// Left the register (迁出).
        Left = "LEFT",
        /// Changed from one household to another (移居).
        Moved = "MOVED",
        /// Became the head (新户主).
        Head = "HEAD",
        /// Got another relation to the head (关系变更).
        Relation = "RELATION",
        /// Got another name (更名).
        Renamed = "RENAMED",
        /// Got another number, birth date or sex (更正).
        Renumbered = "RENUMBERED",
        /// Another item of the entry changed (项目变更).
        Item = "ITEM",
        /// Cancelled (注销).
        Cancelled = "CANCELLED",
        /// Restored (恢复).
        Restored = "RESTORED",
        /// Registered for the first time long after birth (补录).
        Supplemented = "SUPPLEMENTED",
        /// The entry follows a change of its household (随户变动).
        Followed = "FOLLOWED",
    }
}

words! {
    /// A term of the conservation law (人口变动平衡项, MOV-09).
    pub enum Term {
        /// Births (出生).
        Birth = "BIRTH",
        /// Moves in from outside the installation (迁入).
        ExternalIn = "EXTERNAL_IN",
        /// Restored (恢复).
        Restored = "RESTORED",
        /// Registered late (补录).
        Supplementary = "SUPPLEMENTARY",
        /// Deaths (死亡).
        Death = "DEATH",
        /// Moves out of the installation (迁出).
        ExternalOut = "EXTERNAL_OUT",
        /// Other cancellations (其他注销).
        OtherCancellation = "OTHER_CANCELLATION",
        /// Moves in from another precinct of the installation (区内迁入).
        InternalIn = "INTERNAL_IN",
        /// Moves out to another precinct of the installation (区内迁出).
        InternalOut = "INTERNAL_OUT",
        /// Came with an address by re-zoning (区划划入).
        RezonedIn = "REZONED_IN",
        /// Went with an address by re-zoning (区划划出).
        RezonedOut = "REZONED_OUT",
    }
}

impl Term {
    /// What one person of this term adds to the registered.
    pub const fn sign(self) -> i64 {
        match self {
            Self::Birth
            | Self::ExternalIn
            | Self::Restored
            | Self::Supplementary
            | Self::InternalIn
            | Self::RezonedIn => 1,
            Self::Death | Self::ExternalOut | Self::OtherCancellation | Self::InternalOut | Self::RezonedOut => -1,
        }
    }
}

words! {
    /// What kind of paper or statement an act relies on (凭证种类).
    pub enum PaperKind {
        /// Medical certificate of birth (出生医学证明).
        BirthCertificate = "BIRTH_CERTIFICATE",
        /// Marriage certificate of the parents (结婚证).
        MarriageCertificate = "MARRIAGE_CERTIFICATE",
        /// Statement on a birth outside marriage (非婚生育说明).
        BirthStatement = "BIRTH_STATEMENT",
        /// Report of parentage (亲子鉴定意见).
        ParentageReport = "PARENTAGE_REPORT",
        /// Medical certificate of death (死亡医学证明).
        MedicalDeathProof = "MEDICAL_DEATH_PROOF",
        /// Police report of an unnatural death (公安机关非正常死亡证明).
        PoliceDeathProof = "POLICE_DEATH_PROOF",
        /// Judgment of a court (法院判决书).
        Judgment = "JUDGMENT",
        /// Title to the dwelling (房屋权属证明).
        DwellingTitle = "DWELLING_TITLE",
        /// Household booklet (户口簿).
        Booklet = "BOOKLET",
        /// Written consent (同意书).
        Consent = "CONSENT",
        /// Consent of a guardian (监护人同意书).
        GuardianConsent = "GUARDIAN_CONSENT",
        /// Certificate of adoption (收养登记证).
        AdoptionCertificate = "ADOPTION_CERTIFICATE",
        /// Permit to move in (准予迁入证明).
        MovePermit = "MOVE_PERMIT",
        /// Certificate of transfer (户口迁移证).
        TransferCertificate = "TRANSFER_CERTIFICATE",
        /// Letter of admission or diploma (录取通知书、毕业证).
        StudyPaper = "STUDY_PAPER",
        /// Notice to those concerned, or public announcement (告知书、公告).
        Notice = "NOTICE",
        /// Conscription notice (入伍通知书).
        Conscription = "CONSCRIPTION",
        /// Foreign or border papers (境外定居证明).
        ForeignPapers = "FOREIGN_PAPERS",
        /// Report of a joint investigation (调查报告).
        Investigation = "INVESTIGATION",
        /// Proof by a hospital or forensic office of a change of sex (性别鉴定证明).
        SexProof = "SEX_PROOF",
        /// Comparison of identity (人像、身份比对).
        IdentityComparison = "IDENTITY_COMPARISON",
        /// The asker's reason, where no case is referred to (事由).
        Reason = "REASON",
        /// Another paper (其他证明).
        Other = "OTHER",
    }
}

words! {
    /// Whether a fact changed or the record was wrong (变更或更正, R20).
    pub enum Basis {
        /// The fact changed, from a day on (变更).
        Change = "CHANGE",
        /// The record was wrong from the beginning (更正).
        Correction = "CORRECTION",
    }
}
