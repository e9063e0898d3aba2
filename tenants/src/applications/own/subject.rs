//! Whom a resident files about: himself, or a child of his by the register. The household follows from the register too; a child is
//! told by name and birth date, and looked for among his own alone, so that nothing he types leads to anybody else (PRV-13).

use chrono::NaiveDate;

use super::super::{Applicant, ApplicantKind, Book, Draft, Subject};
use super::MyDraft;
use crate::application_types::{About, ApplicationType};
use crate::error::{Error, Result};
use crate::ids::{HouseholdId, PersonId};
use crate::memberships::{HEAD, Membership, Moment};
use crate::page::among;
use crate::persons::row as person_row;
use crate::relations::SPOUSES;
use crate::scope::{Precinct, Scope};

/// More members than a family has.
const MOST: u64 = 50;

/// A son or daughter of the head; the two codes between are the children's spouses.
const CHILDREN: std::ops::RangeInclusive<&str> = "20"..="39";
const IN_LAW: [&str; 2] = ["28", "38"];

impl Scope<Precinct> {
    /// The draft that a resident's words make, with what the register knows of him in it.
    pub(super) async fn drawn_up(
        &self,
        person: &person_row::Model,
        draft: MyDraft,
        (kind, book): (&ApplicationType, &Book),
    ) -> Result<Draft> {
        let home = self.memberships_at(&[PersonId(person.id)], Moment::default()).await?.into_iter().next();
        let subject = match draft.about {
            About::Oneself => oneself(person, &draft)?,
            About::Child => Subject {
                person: Some(self.own_child(person, home.as_ref(), &draft, book).await?),
                ..Subject::default()
            },
            About::Newborn => newborn(home.as_ref(), &draft, book)?,
        };
        Ok(Draft {
            circumstances: draft.circumstances(kind),
            papers: draft.papers(),
            applicant: self.applicant(person, draft.about).await?,
            household: home.map(|home| home.household),
            subject,
            type_code: draft.type_code,
            act_kind: draft.act_kind,
            form: draft.form,
            note: draft.note,
            needed_by: draft.needed_by,
            needed_for: draft.needed_for,
        })
    }

    /// The resident as an applicant: by the register, and reached at the telephone he signed in with.
    async fn applicant(&self, person: &person_row::Model, about: About) -> Result<Applicant> {
        let known = self.known_resident(self.resident()?).await?;
        let key = self.store().data_key(self.precinct()).await?;
        Ok(Applicant {
            kind: match about {
                About::Oneself => ApplicantKind::Oneself,
                About::Child => ApplicantKind::Guardian,
                About::Newborn => ApplicantKind::Parent,
            },
            name: person.name.clone(),
            id_number: person.number_sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose()?,
            phone: Some(known.phone(self.store())?),
        })
    }

    /// The minor child of the resident, in his family household, that has this name and birth date. That there is no such child, and
    /// that it is somebody else's, is one answer.
    async fn own_child(
        &self,
        person: &person_row::Model,
        home: Option<&Membership>,
        draft: &MyDraft,
        book: &Book,
    ) -> Result<PersonId> {
        let (name, birth) = said_of_child(draft)?;
        let family = match home {
            Some(home) if self.is_family_household(home.household).await? => self.family_of(home.household).await?,
            _ => Vec::new(),
        };
        let me = family.iter().find(|(member, _)| member.person == PersonId(person.id));
        let speaks_for_heads = me.is_some_and(|(me, _)| me.relation == HEAD || SPOUSES.contains(&me.relation.as_str()));
        let is_mine = |member: &Membership, entry: &person_row::Model| {
            let code = member.relation.as_str();
            let of_head = CHILDREN.contains(&code) && !IN_LAW.contains(&code);
            (speaks_for_heads && of_head) || entry.guardian_id == Some(person.id)
        };
        let found = family.iter().find(|(member, entry)| {
            entry.name == name
                && entry.birth_date == birth
                && entry.death_on.is_none()
                && book.is_minor(entry.birth_date)
                && is_mine(member, entry)
        });
        let nobody =
            || Error::invalid("MY_CHILD", "childName", "no minor child of yours in your household is called so");
        found.map(|(member, _)| member.person).ok_or_else(nobody)
    }

    /// The members of a household with their entries.
    async fn family_of(&self, household: HouseholdId) -> Result<Vec<(Membership, person_row::Model)>> {
        let members = self.memberships_in(household, Moment::default(), MOST).await?;
        let ids: Vec<PersonId> = members.iter().map(|member| member.person).collect();
        let entries = self.rows::<person_row::Entity>().filter(among(person_row::Column::Id, &ids)).list(MOST).await?;
        let with_entry = |member: Membership| {
            let entry = entries.iter().find(|entry| entry.id == member.person.0)?;
            Some((member, entry.clone()))
        };
        Ok(members.into_iter().filter_map(with_entry).collect())
    }
}

fn oneself(person: &person_row::Model, draft: &MyDraft) -> Result<Subject> {
    if draft.child_name.is_some() || draft.child_birth.is_some() {
        return Err(Error::invalid("SUBJECT", "childName", "of oneself no child is named"));
    }
    Ok(Subject { person: Some(PersonId(person.id)), ..Subject::default() })
}

/// A child that the register does not have yet; it joins the household of the parent who asks, or the other's by the form.
fn newborn(home: Option<&Membership>, draft: &MyDraft, book: &Book) -> Result<Subject> {
    let (name, birth) = said_of_child(draft)?;
    if home.is_none() {
        return Err(Error::invalid("SUBJECT", "about", "a birth is filed where a parent is registered"));
    }
    if !book.is_minor(birth) {
        return Err(Error::invalid("SUBJECT", "childBirthDate", "this is no child any more"));
    }
    Ok(Subject { name: Some(name.to_owned()), birth: Some(birth), ..Subject::default() })
}

fn said_of_child(draft: &MyDraft) -> Result<(&str, NaiveDate)> {
    let name = draft.child_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    name.zip(draft.child_birth)
        .ok_or_else(|| Error::invalid("SUBJECT", "childName", "say the child's name and birth date"))
}
