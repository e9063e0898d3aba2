//! R19 Sex change (性别变更) and R20 correction of birth date or number (更正): a new number; the old ones lead to the same person.

use chrono::NaiveDate;

use super::form::Perform;
use super::items::{BIRTH_DATE, SEX};
use super::papers::{Comparison, Paper};
use super::register::{Register, Seen, Wanted};
use super::vocabulary::Standing;
use super::words::{ActRole, Basis, PaperKind};
use crate::codes::Sex;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::roles::Action;
use crate::scope::Work;

/// R19 Sex change.
#[derive(Clone)]
pub struct SexChange {
    /// Who.
    pub person: Seen<PersonId>,
    /// The sex from now on.
    pub sex: Sex,
    /// The new number (IDN-03).
    pub number: String,
    /// Relations of the household that follow: the person's own, or everybody's to him.
    pub relations: Vec<Standing>,
    /// The comparison of identity.
    pub comparison: Comparison,
    /// The hospital's or forensic proof (`[N21 §54]`).
    pub papers: Vec<Paper>,
}

impl std::fmt::Debug for SexChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SexChange(hidden)")
    }
}

impl Perform for SexChange {
    fn kind(&self) -> &'static str {
        "R19"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let person = self.person.id;
        let home = register.home(person)?;
        register.need_paper(
            &self.papers,
            &[PaperKind::SexProof],
            "a change of sex needs the hospital's or forensic proof",
        )?;
        register.compare(&self.comparison)?;
        let stated = matches!(self.sex, Sex::Male | Sex::Female);
        let old = register.person(person)?.sex;
        if !stated || old == self.sex.code() {
            return Err(Error::invalid("R19", "sex", "the sex is another one than before"));
        }
        register.remember_item(person, SEX, &old.to_string()).await?;
        register.write_item(person, SEX, &self.sex.code().to_string(), Basis::Change).await?;
        register.change_person(person)?.sex = self.sex.code();
        register.renumber(person, &self.number, Basis::Change).await?;
        for standing in &self.relations {
            if register.home(standing.person)? != home {
                return Err(Error::invalid("REG-05", "relations", "the list names members of the household"));
            }
            register.change_relation(standing, "CORRECTION")?;
        }
        register.main = Some(home.0);
        Ok("Sex changed, number reissued".to_owned())
    }
}

/// R20 Correction of the birth date, of the number, or of both.
#[derive(Clone)]
pub struct Correction {
    /// Who.
    pub person: Seen<PersonId>,
    /// The birth date that is true.
    pub birth_date: Option<NaiveDate>,
    /// The new number.
    pub number: Option<String>,
    /// Whether the record was wrong or the fact changed: a number can be reissued without having been wrong.
    pub basis: Basis,
    /// The comparison of identity.
    pub comparison: Comparison,
    /// Original proofs.
    pub papers: Vec<Paper>,
}

impl std::fmt::Debug for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Correction(hidden)")
    }
}

impl Perform for Correction {
    fn kind(&self) -> &'static str {
        "R20"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let person = self.person.id;
        if self.papers.is_empty() {
            return Err(Error::invalid("PAPER", "papers", "a correction needs the original proofs"));
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        register.compare(&self.comparison)?;
        let has_number = register.person(person)?.number_hash.is_some();
        if self.birth_date.is_none() && self.number.is_none()
            || self.birth_date.is_some() && has_number && self.number.is_none()
        {
            return Err(Error::invalid(
                "IDN-02",
                "number",
                "another birth date, or none, needs the number that carries it",
            ));
        }
        if let Some(birth) = self.birth_date {
            self.correct_birth(register, birth).await?;
        }
        if let Some(number) = &self.number {
            register.renumber(person, number, self.basis).await?;
        }
        register.mark(person, ActRole::Renumbered);
        register.main = register.home(person).ok().map(|home| home.0);
        Ok("Birth date or number corrected".to_owned())
    }
}

impl Correction {
    /// A birth date is never another one since: the record was wrong, from the beginning.
    async fn correct_birth(&self, register: &mut Register<'_>, birth: NaiveDate) -> Result<()> {
        let person = self.person.id;
        let old = register.person(person)?.clone();
        if birth == old.birth_date || birth > register.today {
            return Err(Error::invalid(
                "IDN-02",
                "birthDate",
                "the birth date is another one, and not a later day than today",
            ));
        }
        let joined = register.ties.get(&person.0).map(|tie| tie.row.effective_from);
        if joined.is_some_and(|from| from < birth) || old.death_on.is_some_and(|death| death < birth) {
            return Err(Error::invariant("REG-02", "nobody is a member before his birth, or born after his death"));
        }
        register.write_item(person, BIRTH_DATE, &birth.to_string(), Basis::Correction).await?;
        register.change_person(person)?.birth_date = birth;
        Ok(())
    }
}
