//! The forms of who comes, goes and is cancelled.

use async_graphql::{Context, ID, InputObject, OneofObject, Result};
use tenants::acts::{self as rows, CancellationGround, Form, MoveReason};
use tenants::households::HouseholdKind;
use tenants::ids::PrecinctId;

use super::forms::{BirthInput, Read};
use super::input::{
    ComparisonInput, HouseholdSeenInput, NewcomerInput, PaperInput, PersonSeenInput, SuccessionInput, papers,
    succession,
};
use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// Who comes: exactly one (迁入人).
#[derive(OneofObject)]
pub enum WhoInput {
    /// Somebody the register does not know (新登记人员).
    Newcomer(NewcomerInput),
    /// Somebody with an entry in this precinct who is registered nowhere (已有档案人员).
    Person(PersonSeenInput),
}

impl WhoInput {
    fn read(self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Who> {
        Ok(match self {
            Self::Newcomer(newcomer) => rows::Who::New(newcomer.into()),
            Self::Person(seen) => rows::Who::Known(seen.read_in(ctx, precinct)?),
        })
    }
}

/// Where to: exactly one (迁入地).
#[derive(OneofObject)]
pub enum DestinationInput {
    /// A household that is there (已有户).
    Household(HouseholdSeenInput),
    /// A dwelling at which a family household is founded (新立户的住房).
    DwellingId(ID),
}

impl DestinationInput {
    /// The destination, and the precinct it lies in.
    pub(crate) fn read(self, ctx: &Context<'_>) -> Result<(PrecinctId, rows::Destination)> {
        match self {
            Self::Household(seen) => seen.read(ctx).map(|(at, seen)| (at, rows::Destination::Household(seen))),
            Self::DwellingId(id) => ctx.row(Kind::Dwelling, &id).map(|(at, id)| (at, rows::Destination::Dwelling(id))),
        }
    }
}

/// Somebody who comes, and as what.
#[derive(InputObject)]
pub struct ArrivalInput {
    /// Who (人员).
    pub who: WhoInput,
    /// What he is to the head: a code of the code set `relation`; of a new household one has 02 (与户主关系).
    pub relation: String,
}

impl ArrivalInput {
    fn read(self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Arrival> {
        Ok(rows::Arrival { who: self.who.read(ctx, precinct)?, relation: self.relation })
    }
}

/// R02 Birth and death before registration (出生后死亡登记).
#[derive(InputObject)]
pub struct BirthAndDeathInput {
    /// The birth (出生).
    pub birth: BirthInput,
    /// The day of the death (死亡日期).
    pub died_on: Date,
    /// The death proof (死亡证明).
    pub papers: Vec<PaperInput>,
}

impl BirthAndDeathInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, birth) = self.birth.fill(ctx)?;
        let form = rows::BirthAndDeath { birth, died_on: self.died_on.day(), papers: papers(self.papers) };
        Ok((precinct, Form::BirthAndDeath(form)))
    }
}

/// R04 Move-in from outside the installation (迁入登记).
#[derive(InputObject)]
pub struct MoveInInput {
    /// Who comes: all or none (迁入人, MOV-07).
    pub arrivals: Vec<ArrivalInput>,
    /// Where to (迁入地).
    pub to: DestinationInput,
    /// Where from, in words (迁出地).
    pub from_place: String,
    /// Why (迁移原因).
    pub reason: Word<MoveReason>,
    /// The permit or the certificate of transfer, consents (材料).
    pub papers: Vec<PaperInput>,
}

impl MoveInInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, to) = self.to.read(ctx)?;
        let arrivals = self.arrivals.into_iter().map(|one| one.read(ctx, precinct)).collect::<Result<_>>()?;
        let (from_place, reason) = (self.from_place, self.reason.0);
        Ok((precinct, Form::MoveIn(rows::MoveIn { arrivals, to, from_place, reason, papers: papers(self.papers) })))
    }
}

/// R05 Move-out to a register outside the installation (迁出登记).
#[derive(InputObject)]
pub struct MoveOutInput {
    /// The first who goes (迁出人).
    pub person: PersonSeenInput,
    /// The others of the same household who go with him: all or none (随迁人, MOV-07).
    #[graphql(default)]
    pub others: Vec<PersonSeenInput>,
    /// Where to, in words (迁往地).
    pub to_place: String,
    /// Why (迁移原因).
    pub reason: Word<MoveReason>,
    /// Whether the other register has confirmed already; else they are in transit until then (迁入地是否已确认, MOV-03).
    #[graphql(default)]
    pub confirmed: bool,
    /// Who heads those who stay, where the head goes (新户主, MOV-06).
    pub succession: Option<SuccessionInput>,
    /// The permit to move in there, or a student's paper; guardians' consent for minors (材料).
    pub papers: Vec<PaperInput>,
}

impl MoveOutInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, first) = self.person.read(ctx)?;
        let others = self.others.iter().map(|seen| seen.read_in(ctx, precinct)).collect::<Result<Vec<_>>>()?;
        let form = rows::MoveOut {
            persons: std::iter::once(first).chain(others).collect(),
            to_place: self.to_place,
            reason: self.reason.0,
            confirmed: self.confirmed,
            succession: succession(ctx, precinct, self.succession)?,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::MoveOut(form)))
    }
}

/// R10, R11, R12 Cancellation that is no death (注销).
#[derive(InputObject)]
pub struct CancellationInput {
    /// Whose registration (人员).
    pub person: PersonSeenInput,
    /// Why (注销原因).
    pub ground: Word<CancellationGround>,
    /// Who heads those who stay, where the head goes (新户主, REG-06).
    pub succession: Option<SuccessionInput>,
    /// The evidence (材料).
    pub papers: Vec<PaperInput>,
}

impl CancellationInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let succession = succession(ctx, precinct, self.succession)?;
        let form = rows::Cancellation { person, ground: self.ground.0, succession, papers: papers(self.papers) };
        Ok((precinct, Form::Cancellation(form)))
    }
}

/// R13 Restoration (恢复户口).
#[derive(InputObject)]
pub struct RestorationInput {
    /// Whose registration (人员).
    pub person: PersonSeenInput,
    /// Where to (恢复地).
    pub to: DestinationInput,
    /// What he is to the head: a code of the code set `relation` (与户主关系).
    pub relation: String,
    /// The comparison of identity (身份核验).
    pub comparison: ComparisonInput,
    /// The judgment, the nationality's papers, the discharge (材料).
    pub papers: Vec<PaperInput>,
}

impl RestorationInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, to) = self.to.read(ctx)?;
        let form = rows::Restoration {
            person: self.person.read_in(ctx, precinct)?,
            to,
            relation: self.relation,
            comparison: self.comparison.into(),
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Restoration(form)))
    }
}

/// R14 Supplementary registration (补录户口).
#[derive(InputObject)]
pub struct SupplementaryInput {
    /// Who, and as what (补录人员).
    pub arrival: ArrivalInput,
    /// Where to (登记地).
    pub to: DestinationInput,
    /// The comparison of identity, which must be recorded (身份核验).
    pub comparison: ComparisonInput,
    /// The report of the joint investigation (调查报告).
    pub papers: Vec<PaperInput>,
}

impl SupplementaryInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, to) = self.to.read(ctx)?;
        let (arrival, comparison) = (self.arrival.read(ctx, precinct)?, self.comparison.into());
        let form = rows::Supplementary { arrival, to, comparison, papers: papers(self.papers) };
        Ok((precinct, Form::Supplementary(form)))
    }
}

/// R22 A collective household opened (集体户设立).
#[derive(InputObject)]
pub struct CollectiveOpeningInput {
    /// A unit's, or the community's public one (户别).
    pub kind: Word<HouseholdKind>,
    /// Where (住房).
    pub dwelling_id: ID,
    /// The head whom the unit or the community names (户主).
    pub head: PersonSeenInput,
    /// Who heads the household that the head leaves, where he headed it (新户主).
    pub succession: Option<SuccessionInput>,
    /// The unit's request (材料).
    pub papers: Vec<PaperInput>,
}

impl CollectiveOpeningInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, head) = self.head.read(ctx)?;
        let form = rows::CollectiveOpening {
            kind: self.kind.0,
            dwelling: ctx.row_in(Kind::Dwelling, precinct, &self.dwelling_id)?,
            head,
            succession: succession(ctx, precinct, self.succession)?,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::CollectiveOpening(form)))
    }
}

/// R22 A collective household closed (集体户撤销).
#[derive(InputObject)]
pub struct CollectiveClosingInput {
    /// The household (集体户).
    pub household: HouseholdSeenInput,
    /// Where its last members go (迁入户).
    pub into: HouseholdSeenInput,
    /// The unit's request (材料).
    pub papers: Vec<PaperInput>,
}

impl CollectiveClosingInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let into = self.into.read_in(ctx, precinct)?;
        Ok((
            precinct,
            Form::CollectiveClosing(rows::CollectiveClosing { household, into, papers: papers(self.papers) }),
        ))
    }
}

/// R23 Relocation of former occupants after a sale (房屋交易后户口移出).
#[derive(InputObject)]
pub struct RelocationInput {
    /// The former occupants' household (原户).
    pub household: HouseholdSeenInput,
    /// The community's public collective household (社区公共集体户).
    pub into: HouseholdSeenInput,
    /// The new owner's title, the notice to the former occupants (材料).
    pub papers: Vec<PaperInput>,
}

impl RelocationInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let into = self.into.read_in(ctx, precinct)?;
        Ok((precinct, Form::Relocation(rows::Relocation { household, into, papers: papers(self.papers) })))
    }
}
