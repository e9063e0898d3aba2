//! The forms as they are sent: one field an act, exactly one of them filled.

use async_graphql::{Context, ID, InputObject, OneofObject, Result};
use tenants::acts::{self as rows, Basis, Form, ItemKind};
use tenants::ids::{PersonId, PrecinctId};

use super::arrivals::{
    BirthAndDeathInput, CancellationInput, CollectiveClosingInput, CollectiveOpeningInput, MoveInInput, MoveOutInput,
    RelocationInput, RestorationInput, SupplementaryInput,
};
use super::identities::{AdoptionInput, CorrectionInput, RepairInput, SexChangeInput};
use super::input::{
    ComparisonInput, HouseholdSeenInput, NewcomerInput, PaperInput, PersonSeenInput, StandingInput, SuccessionInput,
    papers, standings, succession,
};
use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// A filled form, with the precinct it is for.
pub(crate) type Read = Result<(PrecinctId, Form)>;

/// A filled form of a register act (登记表): exactly one.
#[derive(OneofObject)]
pub enum RegisterFormInput {
    /// R01 Birth (出生登记).
    Birth(BirthInput),
    /// R02 Birth and death before registration (出生后死亡登记).
    BirthAndDeath(BirthAndDeathInput),
    /// R03 Adoption (收养登记).
    Adoption(AdoptionInput),
    /// R04 Move-in from outside the installation (迁入登记).
    MoveIn(MoveInInput),
    /// R05 Move-out to outside the installation (迁出登记).
    MoveOut(MoveOutInput),
    /// R07 A household changes its address within the precinct (辖区内户址变动).
    HouseholdAddress(HouseholdAddressInput),
    /// R07 A person changes to another household of the precinct (辖区内移居).
    PersonAddress(PersonAddressInput),
    /// R08 Death (死亡注销).
    Death(DeathInput),
    /// R10, R11, R12 Cancellation that is no death (注销).
    Cancellation(CancellationInput),
    /// R13 Restoration (恢复户口).
    Restoration(RestorationInput),
    /// R14 Supplementary registration (补录户口).
    Supplementary(SupplementaryInput),
    /// R15 Split (分户).
    Split(SplitInput),
    /// R16 Merge (并户).
    Merge(MergeInput),
    /// R17 Change of head (户主变更).
    HeadChange(HeadChangeInput),
    /// R18 Name change (姓名变更).
    NameChange(NameChangeInput),
    /// R19 Sex change (性别变更).
    SexChange(SexChangeInput),
    /// R20 Correction of birth date or number (出生日期或公民身份号码更正).
    Correction(CorrectionInput),
    /// R21 Change of another item (其他项目变更).
    Item(ItemInput),
    /// R21 Correction of relations to the head (与户主关系更正).
    Relations(RelationsInput),
    /// R22 A collective household opened (集体户设立).
    CollectiveOpening(CollectiveOpeningInput),
    /// R22 A collective household closed (集体户撤销).
    CollectiveClosing(CollectiveClosingInput),
    /// R23 Relocation of former occupants after a sale (房屋交易后户口移出).
    Relocation(RelocationInput),
    /// A compensating act, of the kind of the one it repairs (更正登记, REG-09).
    Repair(RepairInput),
}

impl RegisterFormInput {
    /// The form, and the precinct of the record it is about.
    pub(crate) fn read(self, ctx: &Context<'_>) -> Read {
        match self {
            Self::Birth(input) => input.read(ctx),
            Self::HouseholdAddress(input) => input.read(ctx),
            Self::PersonAddress(input) => input.read(ctx),
            Self::Death(input) => input.read(ctx),
            Self::Split(input) => input.read(ctx),
            Self::Merge(input) => input.read(ctx),
            Self::HeadChange(input) => input.read(ctx),
            Self::NameChange(input) => input.read(ctx),
            Self::Item(input) => input.read(ctx),
            Self::Relations(input) => input.read(ctx),
            Self::BirthAndDeath(input) => input.read(ctx),
            Self::Adoption(input) => input.read(ctx),
            Self::MoveIn(input) => input.read(ctx),
            Self::MoveOut(input) => input.read(ctx),
            Self::Cancellation(input) => input.read(ctx),
            Self::Restoration(input) => input.read(ctx),
            Self::Supplementary(input) => input.read(ctx),
            Self::SexChange(input) => input.read(ctx),
            Self::Correction(input) => input.read(ctx),
            Self::CollectiveOpening(input) => input.read(ctx),
            Self::CollectiveClosing(input) => input.read(ctx),
            Self::Relocation(input) => input.read(ctx),
            Self::Repair(input) => input.read(ctx),
        }
    }
}

fn person(ctx: &Context<'_>, precinct: PrecinctId, id: Option<ID>) -> Result<Option<PersonId>> {
    id.map(|id| ctx.row_in(Kind::Person, precinct, &id)).transpose()
}

/// R01 Birth (出生登记).
#[derive(InputObject)]
pub struct BirthInput {
    /// The household the child joins: the mother's or the father's (户).
    pub household: HouseholdSeenInput,
    /// The mother's entry in this precinct (母亲).
    pub mother_id: Option<ID>,
    /// The father's entry in this precinct (父亲).
    pub father_id: Option<ID>,
    /// The grandparent who is followed, where both parents are in collective households (祖父母).
    pub grandparent_id: Option<ID>,
    /// Whether the parents are married (是否婚生).
    #[graphql(default = true)]
    pub married: bool,
    /// The child (婴儿).
    pub child: NewcomerInput,
    /// What the child is to the head: a code of the code set `relation` (与户主关系).
    pub relation: String,
    /// The birth certificate's number: one certificate, one person (出生医学证明编号, REG-12).
    pub certificate: String,
    /// The day of the certificate (签发日期).
    pub certified_on: Option<Date>,
    /// The other papers (其他材料).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl BirthInput {
    pub(super) fn fill(self, ctx: &Context<'_>) -> Result<(PrecinctId, rows::Birth)> {
        let (precinct, household) = self.household.read(ctx)?;
        let parentage = rows::Parentage {
            mother: person(ctx, precinct, self.mother_id)?,
            father: person(ctx, precinct, self.father_id)?,
            grandparent: person(ctx, precinct, self.grandparent_id)?,
            married: self.married,
        };
        let birth = rows::Birth {
            household,
            parentage,
            child: self.child.into(),
            relation: self.relation,
            certificate: self.certificate,
            certified_on: self.certified_on.map(Date::day),
            papers: papers(self.papers),
        };
        Ok((precinct, birth))
    }

    fn read(self, ctx: &Context<'_>) -> Read {
        self.fill(ctx).map(|(precinct, birth)| (precinct, Form::Birth(birth)))
    }
}

/// R07 for a whole household (辖区内户址变动).
#[derive(InputObject)]
pub struct HouseholdAddressInput {
    /// The household (户).
    pub household: HouseholdSeenInput,
    /// The dwelling it is registered at from now on (住房).
    pub dwelling_id: ID,
    /// Title to the dwelling, booklet (材料).
    pub papers: Vec<PaperInput>,
}

impl HouseholdAddressInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let dwelling = ctx.row_in(Kind::Dwelling, precinct, &self.dwelling_id)?;
        let form = rows::HouseholdAddressChange { household, dwelling, papers: papers(self.papers) };
        Ok((precinct, Form::HouseholdAddress(form)))
    }
}

/// R07 for one person (辖区内移居).
#[derive(InputObject)]
pub struct PersonAddressInput {
    /// Who (人员).
    pub person: PersonSeenInput,
    /// The household he joins (迁入户).
    pub into: HouseholdSeenInput,
    /// What he is to its head: a code of the code set `relation` (与户主关系).
    pub relation: String,
    /// Who heads the household he leaves, where he did (新户主).
    pub succession: Option<SuccessionInput>,
    /// Consents and proofs; a minor moves with a guardian's consent (材料, REG-16).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl PersonAddressInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let form = rows::PersonAddressChange {
            person,
            into: self.into.read_in(ctx, precinct)?,
            relation: self.relation,
            succession: succession(ctx, precinct, self.succession)?,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::PersonAddress(form)))
    }
}

/// R08 Death (死亡注销).
#[derive(InputObject)]
pub struct DeathInput {
    /// Who died (人员).
    pub person: PersonSeenInput,
    /// The day (死亡日期).
    pub died_on: Date,
    /// The death proof and other papers (死亡证明).
    pub papers: Vec<PaperInput>,
    /// Who is the head now, where the dead one was (新户主).
    pub succession: Option<SuccessionInput>,
}

impl DeathInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let form = rows::Death {
            person,
            died_on: self.died_on.day(),
            papers: papers(self.papers),
            succession: succession(ctx, precinct, self.succession)?,
        };
        Ok((precinct, Form::Death(form)))
    }
}

/// R15 Split (分户).
#[derive(InputObject)]
pub struct SplitInput {
    /// The household that is split (原户).
    pub household: HouseholdSeenInput,
    /// Who leaves, with what each is to the new head, who has 02 (分出人员).
    pub movers: Vec<StandingInput>,
    /// The dwelling of the new household (住房).
    pub dwelling_id: ID,
    /// Who heads those who stay, where the head leaves (新户主).
    pub succession: Option<SuccessionInput>,
    /// Grounds, and guardians' consent for minors (材料).
    pub papers: Vec<PaperInput>,
}

impl SplitInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let form = rows::Split {
            household,
            movers: standings(ctx, precinct, self.movers)?,
            dwelling: ctx.row_in(Kind::Dwelling, precinct, &self.dwelling_id)?,
            succession: succession(ctx, precinct, self.succession)?,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Split(form)))
    }
}

/// R16 Merge (并户).
#[derive(InputObject)]
pub struct MergeInput {
    /// The household that closes (并出户).
    pub from: HouseholdSeenInput,
    /// The household that receives (并入户).
    pub into: HouseholdSeenInput,
    /// What each member of the closing household is to the receiving one's head (与户主关系).
    pub relations: Vec<StandingInput>,
    /// Both heads' consent, proof of kinship (材料).
    pub papers: Vec<PaperInput>,
}

impl MergeInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, from) = self.from.read(ctx)?;
        let form = rows::Merge {
            from,
            into: self.into.read_in(ctx, precinct)?,
            relations: standings(ctx, precinct, self.relations)?,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Merge(form)))
    }
}

/// R17 Change of head (户主变更).
#[derive(InputObject)]
pub struct HeadChangeInput {
    /// The household (户).
    pub household: HouseholdSeenInput,
    /// The new head, and what everybody else is to him (新户主).
    pub succession: SuccessionInput,
    /// The statement of the old and the new head, or of all adults (材料).
    pub papers: Vec<PaperInput>,
}

impl HeadChangeInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let succession = self.succession.read(ctx, precinct)?;
        let form = rows::HeadChange { household, succession, papers: papers(self.papers) };
        Ok((precinct, Form::HeadChange(form)))
    }
}

/// R18 Name change (姓名变更).
#[derive(InputObject)]
pub struct NameChangeInput {
    /// Who (人员).
    pub person: PersonSeenInput,
    /// The new name (新姓名).
    pub name: String,
    /// The comparison of identity (身份核验).
    pub comparison: ComparisonInput,
    /// For a minor the parents' consent; grounds (材料).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl NameChangeInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let (comparison, papers) = (self.comparison.into(), papers(self.papers));
        Ok((precinct, Form::NameChange(rows::NameChange { person, name: self.name, comparison, papers })))
    }
}

/// R21 Change of another item (其他项目变更).
#[derive(InputObject)]
pub struct ItemInput {
    /// Who (人员).
    pub person: PersonSeenInput,
    /// Which item (项目).
    pub kind: Word<ItemKind>,
    /// The new value: for marital status a code of the code set `marital` (新值).
    pub value: String,
    /// Whether the fact changed or the record was wrong (变更或更正).
    pub basis: Word<Basis>,
    /// Proofs (材料).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl ItemInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let form = rows::ItemChange {
            person,
            kind: self.kind.0,
            value: self.value,
            basis: self.basis.0,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Item(form)))
    }
}

/// R21 Correction of relations that were recorded wrongly (与户主关系更正).
#[derive(InputObject)]
pub struct RelationsInput {
    /// The household (户).
    pub household: HouseholdSeenInput,
    /// The members whose relation is another (成员).
    pub relations: Vec<StandingInput>,
    /// Proofs (材料).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl RelationsInput {
    fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, household) = self.household.read(ctx)?;
        let relations = standings(ctx, precinct, self.relations)?;
        let form = rows::RelationCorrection { household, relations, papers: papers(self.papers) };
        Ok((precinct, Form::Relations(form)))
    }
}
