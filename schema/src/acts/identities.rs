//! The forms of who somebody is: adoption, sex, birth date and number; and of repair.

use async_graphql::{Context, ID, InputObject};
use tenants::acts::{self as rows, Basis, Form};
use tenants::codes::Sex;

use super::forms::Read;
use super::input::{
    ComparisonInput, HouseholdSeenInput, PaperInput, PersonSeenInput, StandingInput, papers, standings,
};
use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// R03 Adoption (收养登记).
#[derive(InputObject)]
pub struct AdoptionInput {
    /// The child, who is registered already (被收养人).
    pub child: PersonSeenInput,
    /// The adopter's household (收养人户).
    pub into: HouseholdSeenInput,
    /// Who adopts (收养人).
    pub adopter_id: ID,
    /// What the child truly is to the head, such as 27 (与户主关系).
    pub relation: String,
    /// What is printed at the family's request, such as 20 (打印关系).
    pub printed_relation: Option<String>,
    /// The certificate of adoption and other papers (收养登记证).
    pub papers: Vec<PaperInput>,
}

impl AdoptionInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, child) = self.child.read(ctx)?;
        let form = rows::Adoption {
            child,
            into: self.into.read_in(ctx, precinct)?,
            adopter: ctx.row_in(Kind::Person, precinct, &self.adopter_id)?,
            relation: self.relation,
            printed: self.printed_relation,
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Adoption(form)))
    }
}

/// R19 Sex change (性别变更).
#[derive(InputObject)]
pub struct SexChangeInput {
    /// Who (人员).
    pub person: PersonSeenInput,
    /// The sex from now on (性别).
    pub sex: Word<Sex>,
    /// The new number (新公民身份号码, IDN-03).
    pub id_number: String,
    /// Relations of the household that follow (与户主关系).
    #[graphql(default)]
    pub relations: Vec<StandingInput>,
    /// The comparison of identity (身份核验).
    pub comparison: ComparisonInput,
    /// The hospital's or forensic proof (材料).
    pub papers: Vec<PaperInput>,
}

impl SexChangeInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let form = rows::SexChange {
            person,
            sex: self.sex.0,
            number: self.id_number,
            relations: standings(ctx, precinct, self.relations)?,
            comparison: self.comparison.into(),
            papers: papers(self.papers),
        };
        Ok((precinct, Form::SexChange(form)))
    }
}

/// R20 Correction of the birth date, of the number, or of both (出生日期或公民身份号码更正).
#[derive(InputObject)]
pub struct CorrectionInput {
    /// Who (人员).
    pub person: PersonSeenInput,
    /// The birth date that is true (出生日期).
    pub birth_date: Option<Date>,
    /// The new number (新公民身份号码).
    pub id_number: Option<String>,
    /// Whether the record was wrong or the fact changed (变更或更正).
    pub basis: Word<Basis>,
    /// The comparison of identity (身份核验).
    pub comparison: ComparisonInput,
    /// Original proofs (原始凭证).
    pub papers: Vec<PaperInput>,
}

impl CorrectionInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, person) = self.person.read(ctx)?;
        let form = rows::Correction {
            person,
            birth_date: self.birth_date.map(Date::day),
            number: self.id_number,
            basis: self.basis.0,
            comparison: self.comparison.into(),
            papers: papers(self.papers),
        };
        Ok((precinct, Form::Correction(form)))
    }
}

/// A compensating act (更正登记, REG-09).
#[derive(InputObject)]
pub struct RepairInput {
    /// Which act was wrong: one of head, address, name, item or relations; for others the refusal says what is done instead (原登记).
    pub act_id: ID,
    /// By what that is known (材料).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
}

impl RepairInput {
    pub(super) fn read(self, ctx: &Context<'_>) -> Read {
        let (precinct, act) = ctx.row(Kind::Act, &self.act_id)?;
        Ok((precinct, Form::Repair(rows::Repair { act, papers: papers(self.papers) })))
    }
}
