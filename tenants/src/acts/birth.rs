//! R01 Birth (出生登记): a new person in the mother's or the father's household, as they choose (`[N21 §19-22]`).

use chrono::NaiveDate;

use super::form::Perform;
use super::papers::Paper;
use super::people::Newcomer;
use super::register::{Register, Seen, Wanted};
use super::registration::Fact;
use super::vocabulary::Standing;
use super::words::{ActRole, PaperKind, Term};
use crate::codes::Sex;
use crate::error::{Error, Result};
use crate::ids::{HouseholdId, PersonId};
use crate::persons::PopulationCategory;
use crate::scope::Work;

/// Whose child it is, as far as the register knows the parents.
#[derive(Clone, Debug, Default)]
pub struct Parentage {
    /// The mother's entry in this precinct.
    pub mother: Option<PersonId>,
    /// The father's entry in this precinct.
    pub father: Option<PersonId>,
    /// The grandparent whom the child follows, where both parents are in collective households (`[N21 §22]`).
    pub grandparent: Option<PersonId>,
    /// Whether the parents are married; an unmarried father is followed upon a report of parentage only (`[N21 §20]`).
    pub married: bool,
}

/// R01 Birth.
#[derive(Clone, Debug)]
pub struct Birth {
    /// The household the child joins.
    pub household: Seen<HouseholdId>,
    /// Whose child it is.
    pub parentage: Parentage,
    /// The child.
    pub child: Newcomer,
    /// What the child is to the head: a code of GB/T 4761.
    pub relation: String,
    /// The birth certificate's number: one certificate, one person (REG-12).
    pub certificate: String,
    /// The day of the certificate.
    pub certified_on: Option<NaiveDate>,
    /// The other papers.
    pub papers: Vec<Paper>,
}

impl Perform for Birth {
    fn kind(&self) -> &'static str {
        "R01"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        let Parentage { mother, father, grandparent, .. } = self.parentage;
        Ok(Wanted::default().household(self.household).persons([mother, father, grandparent].into_iter().flatten()))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let followed = self.followed(register)?;
        register.holds_from(self.begins(register, followed)?)?;
        let child = self.register(register, followed).await?;
        register.mark(child, ActRole::Born);
        register.count(child, Term::Birth);
        Ok("Birth".to_owned())
    }
}

impl Birth {
    /// Enters the child: used by R02 too.
    pub(super) async fn register(&self, register: &mut Register<'_>, followed: PersonId) -> Result<PersonId> {
        let certificate = self.certificate.trim();
        if certificate.is_empty() || certificate.chars().count() > 40 {
            return Err(Error::invalid("REG-12", "certificate", "a birth certificate's number has 1 to 40 characters"));
        }
        let parents: Vec<PersonId> = [self.parentage.mother, self.parentage.father].into_iter().flatten().collect();
        if register.is_double(&self.child, Some(self.household.id), &parents).await? {
            return Err(Error::invariant("REG-15", "a child of this name and birth date is there already"));
        }
        register.once(Fact::BirthCertificate, certificate).await?;
        register.paper(&Paper {
            kind: PaperKind::BirthCertificate,
            number: Some(certificate.to_owned()),
            issued_on: self.certified_on,
        })?;
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        let child = register.add_person(&self.child, Some(followed)).await?;
        let standing = Standing { person: child, relation: self.relation.clone(), printed: None };
        register.open_membership(&standing, self.household.id, "BIRTH")?;
        if register.person(followed)?.category == PopulationCategory::RegisteredAway.as_str() {
            register.live_away(child)?;
        }
        Ok(child)
    }

    /// The membership begins with the birth, unless the household or the followed one's place in it is younger.
    pub(super) fn begins(&self, register: &Register<'_>, followed: PersonId) -> Result<NaiveDate> {
        let joined = register.ties.get(&followed.0).map(|tie| tie.row.effective_from);
        let established = register.active(self.household.id)?.established_on;
        Ok(self.child.birth_date.max(established).max(joined.unwrap_or(established)))
    }

    /// Whom the child follows into the household; refuses what the norm does not let parents choose.
    pub(super) fn followed(&self, register: &Register<'_>) -> Result<PersonId> {
        self.check_parents(register)?;
        let Parentage { mother, father, grandparent, married } = self.parentage;
        let in_household = |person: &PersonId| register.home(*person).is_ok_and(|home| home == self.household.id);
        let parent = [mother, father].into_iter().flatten().find(in_household);
        let followed = parent.or_else(|| grandparent.filter(in_household));
        let followed = followed.ok_or_else(|| {
            Error::invalid(
                "N21-19",
                "householdId",
                "the child follows its mother, its father or, where both are in collective households, a grandparent",
            )
        })?;
        if parent.is_none() && ![mother, father].into_iter().flatten().all(|one| is_collective(register, one)) {
            return Err(Error::invalid(
                "N21-22",
                "householdId",
                "a grandparent is followed where the parents are in collective households",
            ));
        }
        if is_collective(register, followed)
            && [mother, father].into_iter().flatten().any(|one| is_in_family(register, one))
        {
            return Err(Error::invalid(
                "N21-21",
                "householdId",
                "a family household in the city goes before a collective one",
            ));
        }
        let report = self.papers.iter().any(|paper| paper.kind == PaperKind::ParentageReport);
        if Some(followed) == father && !married && !report {
            return Err(Error::invalid(
                "N21-20",
                "papers",
                "an unmarried father is followed upon a report of parentage",
            ));
        }
        Ok(followed)
    }

    fn check_parents(&self, register: &Register<'_>) -> Result<()> {
        let wrong = |person: Option<PersonId>, sex: Sex| {
            let Some(person) = person else { return Ok(false) };
            let row = register.person(person)?;
            Ok::<bool, Error>(row.sex == sex.code() || row.birth_date >= self.child.birth_date)
        };
        if wrong(self.parentage.mother, Sex::Male)? {
            return Err(Error::invalid("N21-19", "motherId", "a mother is a woman and older than her child"));
        }
        if wrong(self.parentage.father, Sex::Female)? {
            return Err(Error::invalid("N21-19", "fatherId", "a father is a man and older than his child"));
        }
        Ok(())
    }
}

fn kind_of<'r>(register: &'r Register<'_>, person: PersonId) -> Option<&'r str> {
    let home = register.home(person).ok()?;
    register.household(home).ok().map(|household| household.kind.as_str())
}

fn is_collective(register: &Register<'_>, person: PersonId) -> bool {
    kind_of(register, person).is_some_and(|kind| kind != "FAMILY")
}

fn is_in_family(register: &Register<'_>, person: PersonId) -> bool {
    kind_of(register, person) == Some("FAMILY")
}
