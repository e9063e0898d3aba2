//! What a certificate says: the register as it stood on a day in law, as it is known today (REG-20).

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::press::{Sheet, Table};
use super::{CertificateKind, NewCertificate, Subject};
use crate::clock::younger_than;
use crate::codes::code_value;
use crate::dwellings;
use crate::error::{Error, Result};
use crate::households;
use crate::ids::{HouseholdId, PersonId};
use crate::memberships::{Membership, Moment};
use crate::page::among;
use crate::persons::{ADULT_AGE, name_row, number_row, row};
use crate::scope::{Precinct, Scope};

/// The most persons, and the most rows of each, that a sheet shows.
const MOST: u64 = 2_000;

/// A sheet's content, and everybody it shows.
pub(super) struct Facts {
    pub(super) lines: Vec<(&'static str, String)>,
    pub(super) table: Option<Table>,
    pub(super) persons: Vec<PersonId>,
}

/// Persons with the names and numbers they had before.
struct People {
    rows: Vec<row::Model>,
    names: Vec<name_row::Model>,
    numbers: Vec<number_row::Model>,
}

/// One person as of a day, in clear.
struct Identity {
    name: String,
    sex: &'static str,
    birth: NaiveDate,
    number: String,
}

impl Scope<Precinct> {
    /// What a certificate of this kind says of its subject.
    pub(super) async fn facts(&self, new: &NewCertificate) -> Result<Facts> {
        match (new.kind, new.subject) {
            (CertificateKind::PersonRegistration, Subject::Person(id)) => self.person_facts(id, new.as_of).await,
            (CertificateKind::HistoryExtract, Subject::Person(id)) => self.history_facts(id, new.as_of).await,
            (CertificateKind::HouseholdRegistration, Subject::Household(id)) => {
                self.household_facts(id, new.as_of).await
            }
            _ => Err(Error::invalid("CERTIFICATE_SUBJECT", "kind", "this kind is not about such a subject")),
        }
    }

    async fn person_facts(&self, id: PersonId, as_of: NaiveDate) -> Result<Facts> {
        let people = self.people(&[id]).await?;
        let person = self.identity(&people, id, as_of, true).await?;
        let moment = Moment { on: Some(as_of), known: None };
        let membership = self.memberships_at(&[id], moment).await?.pop().ok_or_else(not_registered)?;
        let household = self.household_row(membership.household).await?;
        let lines = vec![
            ("姓名", person.name),
            ("性别", person.sex.to_owned()),
            ("出生日期", person.birth.to_string()),
            ("公民身份号码", person.number),
            ("户号", household.number),
            ("与户主关系", label("relation", &membership.relation)),
            ("户籍地址", self.place_of(membership.household, moment).await?),
            ("入户日期", membership.effective_from.to_string()),
            ("入户原因", label("membership_reason", &membership.reason)),
        ];
        Ok(Facts { lines, table: None, persons: vec![id] })
    }

    async fn household_facts(&self, id: HouseholdId, as_of: NaiveDate) -> Result<Facts> {
        let household = self.household_row(id).await?;
        let moment = Moment { on: Some(as_of), known: None };
        let members = self.members_of(&[id], moment).await?;
        if members.is_empty() {
            return Err(not_registered());
        }
        let persons: Vec<PersonId> = members.iter().map(|member| member.person).collect();
        let people = self.people(&persons).await?;
        let mut rows = Vec::new();
        for member in &members {
            let person = self.identity(&people, member.person, as_of, false).await?;
            let relation = label("relation", &member.relation);
            rows.push(vec![person.name, relation, person.sex.to_owned(), person.birth.to_string(), person.number]);
        }
        let lines = vec![
            ("户号", household.number),
            ("户别", kind_label(&household.kind).to_owned()),
            ("户籍地址", self.place_of(id, moment).await?),
            ("立户日期", household.established_on.to_string()),
            ("在户人数", members.len().to_string()),
        ];
        let heads = vec!["姓名", "与户主关系", "性别", "出生日期", "公民身份号码"];
        Ok(Facts { lines, table: Some(Table { heads, at: vec![60.0, 145.0, 235.0, 280.0, 365.0], rows }), persons })
    }

    async fn history_facts(&self, id: PersonId, as_of: NaiveDate) -> Result<Facts> {
        let people = self.people(&[id]).await?;
        let person = self.identity(&people, id, as_of, true).await?;
        let believed = self.memberships_of(&[id]).await?.into_iter();
        let mut stays: Vec<Membership> =
            believed.filter(|stay| stay.superseded_at.is_none() && stay.effective_from <= as_of).collect();
        if stays.is_empty() {
            return Err(not_registered());
        }
        stays.reverse();
        let mut rows = Vec::new();
        for stay in &stays {
            let moment = Moment { on: Some(stay.effective_from), known: None };
            rows.push(vec![
                stay.effective_from.to_string(),
                until(stay.effective_to, as_of),
                self.household_row(stay.household).await?.number,
                label("relation", &stay.relation),
                self.place_of(stay.household, moment).await?,
            ]);
        }
        let mut lines = vec![
            ("姓名", person.name.clone()),
            ("性别", person.sex.to_owned()),
            ("出生日期", person.birth.to_string()),
            ("公民身份号码", person.number),
        ];
        lines.extend(people.former_names(id, &person.name, as_of).into_iter().map(|name| ("曾用名", name)));
        let heads = vec!["起", "止", "户号", "与户主关系", "户籍地址"];
        let table = Table { heads, at: vec![60.0, 125.0, 190.0, 275.0, 345.0], rows };
        Ok(Facts { lines, table: Some(table), persons: vec![id] })
    }

    async fn people(&self, ids: &[PersonId]) -> Result<People> {
        use {name_row::Column as N, number_row::Column as C};
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(MOST).await?;
        let names = self.rows::<name_row::Entity>().filter(among(N::PersonId, ids)).filter(N::SupersededAt.is_null());
        let numbers =
            self.rows::<number_row::Entity>().filter(among(C::PersonId, ids)).filter(C::SupersededAt.is_null());
        Ok(People { rows, names: names.list(MOST).await?, numbers: numbers.list(MOST).await? })
    }

    /// A person as of a day. A minor's number is printed only where he himself is the subject, for which an approval stands.
    async fn identity(&self, people: &People, id: PersonId, as_of: NaiveDate, subject: bool) -> Result<Identity> {
        let row = people.rows.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)?;
        let minor = younger_than(row.birth_date, ADULT_AGE, self.store().clock().today());
        let number =
            if minor && !subject { row.number_masked.clone() } else { self.number_at(people, row, as_of).await? };
        Ok(Identity {
            name: people.name_at(row, as_of),
            sex: code_value("sex", &row.sex.to_string()).map_or("", |code| code.label_zh.as_str()),
            birth: row.birth_date,
            number: number.unwrap_or_else(|| "无".to_owned()),
        })
    }

    async fn number_at(&self, people: &People, row: &row::Model, as_of: NaiveDate) -> Result<Option<String>> {
        let former = people.numbers.iter().filter(|number| number.person_id == row.id);
        let then = lasting(former, as_of, |number| number.effective_to).map(|number| &number.number_sealed);
        let key = self.store().data_key(self.precinct()).await?;
        then.or(row.number_sealed.as_ref()).map(|sealed| key.open_text(sealed)).transpose()
    }

    async fn household_row(&self, id: HouseholdId) -> Result<households::row::Model> {
        self.rows::<households::row::Entity>().get(id).await?.ok_or(Error::NotFound)
    }

    /// The registered address of a household at a moment.
    async fn place_of(&self, household: HouseholdId, moment: Moment) -> Result<String> {
        let there = self.addresses_of(&[household], Some(moment)).await?.into_iter().next();
        let Some(there) = there else { return Ok("无".to_owned()) };
        let dwelling = self.rows::<dwellings::row::Entity>().get(there.dwelling).await?.ok_or(Error::NotFound)?;
        Ok(dwelling.label)
    }
}

impl People {
    fn name_at(&self, row: &row::Model, as_of: NaiveDate) -> String {
        let former = self.names.iter().filter(|name| name.person_id == row.id);
        lasting(former, as_of, |name| name.effective_to).map_or_else(|| row.name.clone(), |name| name.name.clone())
    }

    /// The names borne before the one of that day.
    fn former_names(&self, id: PersonId, then: &str, as_of: NaiveDate) -> Vec<String> {
        let over = |name: &&name_row::Model| name.effective_to.is_some_and(|to| to <= as_of);
        let mut rows: Vec<_> = self.names.iter().filter(|name| name.person_id == id.0).filter(over).collect();
        rows.sort_by_key(|name| name.effective_from);
        let former = rows.into_iter().filter(|name| name.name != then);
        former
            .map(|name| format!("{}（{} 至 {}）", name.name, name.effective_from, until(name.effective_to, as_of)))
            .collect()
    }
}

/// Of the former values of one thing the one that was in force on a day: the first to end after it. None when all have ended, and
/// then it is the present one.
fn lasting<'r, R>(
    rows: impl Iterator<Item = &'r R>,
    as_of: NaiveDate,
    to: impl Fn(&R) -> Option<NaiveDate>,
) -> Option<&'r R> {
    let ending = |row: &&R| to(row).is_none_or(|to| to > as_of);
    rows.filter(ending).min_by_key(|row| to(row).unwrap_or(NaiveDate::MAX))
}

fn until(to: Option<NaiveDate>, as_of: NaiveDate) -> String {
    to.filter(|to| *to <= as_of).map_or_else(|| "—".to_owned(), |to| to.to_string())
}

fn label(set: &str, code: &str) -> String {
    code_value(set, code).map_or_else(|| code.to_owned(), |value| value.label_zh.clone())
}

fn kind_label(kind: &str) -> &'static str {
    match kind {
        "FAMILY" => "家庭户",
        "COLLECTIVE" => "集体户",
        _ => "公共集体户",
    }
}

fn not_registered() -> Error {
    Error::invalid("CERTIFICATE_DAY", "asOf", "nobody of it was registered here on that day")
}

impl Facts {
    /// The sheet they are printed on.
    pub(super) fn sheet(&self, head: Head) -> Sheet {
        let mut lines = vec![("编号", head.number), ("截至日期", head.as_of.to_string())];
        lines.extend(self.lines.iter().cloned());
        Sheet {
            title: head.kind.title(),
            lines,
            table: self.table.clone(),
            foot: head.foot,
            watermark: head.watermark,
            id: head.id,
            at: head.at,
        }
    }
}

/// What a sheet says beside the facts.
pub(super) struct Head {
    pub(super) id: Uuid,
    pub(super) number: String,
    pub(super) kind: CertificateKind,
    pub(super) as_of: NaiveDate,
    pub(super) foot: Vec<String>,
    pub(super) watermark: String,
    pub(super) at: chrono::DateTime<chrono::Utc>,
}
