//! What is over: memberships held against the person, the household and each other (REG-01, REG-02, REG-03, REG-05, REG-07, REG-11).

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::facts::Span;
use super::index::Whose;
use super::openings::Told;
use super::plan::{Change, Check, Fault, Life, NOT_TAKEN, Past};
use super::present::NOWHERE;
use super::rows::{IMPORT, MembershipRow, PersonRow};
use crate::codes::Sex;
use crate::masking;
use crate::relations::{self, HEAD, SPOUSES};

/// A household that past memberships are of.
struct Site {
    id: Uuid,
    stands: bool,
    established_on: NaiveDate,
    closed_on: Option<NaiveDate>,
    /// Relations and their days, the present ones and those accepted so far.
    spans: Vec<(String, Span)>,
    /// Of the latest head among those accepted: his last day and his masked name.
    last_head: Option<(NaiveDate, String)>,
}

/// A person whose past is told.
struct Subject {
    life: Life,
    name: String,
    birth: NaiveDate,
    sex: Sex,
    died_on: Option<NaiveDate>,
    /// What the register knows of him ends here; none where it goes on, or begins with the file.
    until: Option<NaiveDate>,
    spans: Vec<Span>,
}

impl Check<'_> {
    /// Plans the past: of members of the file, of persons of the register, and of those who are no longer registered, who are in
    /// the register by it alone.
    pub(super) fn lives(&mut self, former: Vec<PersonRow>, mut past: Vec<Told<'_>>) {
        let mut sites = self.sites(&past);
        let mut subjects = self.subjects(former, &past);
        past.sort_by_key(|(row, _)| (row.from, row.row));
        for (row, whose) in &past {
            let key = subject_key(*whose, &subjects);
            let (Some(subject), Some(site)) =
                (key.and_then(|key| subjects.get_mut(&key)), sites.get_mut(&row.household))
            else {
                let fault = if key.is_none() { ("household_number", "REG-01", NOT_TAKEN) } else { self.no_site(row) };
                self.refuse_membership(row.row, fault);
                continue;
            };
            match fault(row, subject, site) {
                Some(fault) => self.refuse_membership(row.row, fault),
                None => subject.accept(row, site, self.means.today),
            }
        }
        self.close(&sites, &mut subjects);
        for subject in subjects.into_values() {
            match (&subject.life.newcomer, subject.life.past.is_empty()) {
                (_, false) => self.plan.lives.push(subject.life),
                (Some(row), true) => {
                    let reason =
                        "who is no longer registered is in the register by former memberships, and none was taken over";
                    self.refuse_person(row.row, ("status", "REG-01", reason));
                }
                (None, true) => {}
            }
        }
    }

    fn no_site(&self, row: &MembershipRow) -> Fault {
        if self.lost.contains(&row.household) {
            ("household_number", "REG-03", "the household's own row was refused")
        } else {
            NOWHERE
        }
    }

    /// The households that past memberships name, by number.
    fn sites(&self, past: &[Told<'_>]) -> HashMap<String, Site> {
        let planned: HashMap<&str, &Change> =
            self.plan.changes.iter().map(|change| (change.number.as_str(), change)).collect();
        let mut sites = HashMap::new();
        for number in past.iter().map(|(row, _)| &row.household) {
            let (change, home) = (planned.get(number.as_str()), self.facts.households.get(number));
            let site = match (change, home) {
                (Some(change), home) => Site {
                    id: change.id,
                    stands: change.new.is_none(),
                    established_on: change.established_on,
                    closed_on: change.new.as_ref().and_then(|row| row.closed_on),
                    spans: home.into_iter().flat_map(|home| home.spans.clone()).chain(joining(change)).collect(),
                    last_head: None,
                },
                (None, Some(home)) if !self.lost.contains(number) => Site {
                    id: home.id,
                    stands: true,
                    established_on: home.established_on,
                    closed_on: home.closed_on,
                    spans: home.spans.clone(),
                    last_head: None,
                },
                (None, _) => continue,
            };
            sites.entry(number.clone()).or_insert(site);
        }
        sites
    }

    fn subjects(&self, former: Vec<PersonRow>, past: &[Told<'_>]) -> BTreeMap<Key, Subject> {
        let mut subjects = BTreeMap::new();
        let told: HashSet<u32> = past
            .iter()
            .filter_map(|(_, whose)| match whose {
                Whose::Row(row) => Some(*row),
                Whose::Known(_) => None,
            })
            .collect();
        for change in &self.plan.changes {
            for member in change.members.iter().filter(|member| told.contains(&member.row.row)) {
                let now = Span { from: member.begins(change.established_on), to: None };
                let subject = Subject::of_file(member.id, &member.row, vec![now]);
                subjects.insert(Key::Row(member.row.row), subject);
            }
        }
        for row in former {
            let mut subject = Subject::of_file((self.means.new_id)(), &row, Vec::new());
            let key = Key::Row(row.row);
            subject.life.newcomer = Some(row);
            subjects.insert(key, subject);
        }
        for (_, whose) in past {
            let Whose::Known(known) = whose else { continue };
            let goes_on = known.spans.iter().any(|span| span.to.is_none());
            let ended = known.spans.iter().filter_map(|span| span.to).max();
            subjects.entry(Key::Known(known.id)).or_insert_with(|| Subject {
                life: Life { person: known.id, newcomer: None, version: Some(known.version), past: Vec::new() },
                name: known.name.clone(),
                birth: known.birth,
                sex: known.sex,
                died_on: known.died_on,
                until: if goes_on { None } else { Some(ended.unwrap_or(known.birth)) },
                spans: known.spans.clone(),
            });
        }
        subjects
    }

    /// A closed household was headed by somebody once, whose name it shows; without him it is refused, with all that is of it.
    fn close(&mut self, sites: &HashMap<String, Site>, subjects: &mut BTreeMap<Key, Subject>) {
        for mut change in std::mem::take(&mut self.plan.changes) {
            let is_closed = change.new.as_ref().is_some_and(|row| row.closed_on.is_some());
            change.last_head =
                sites.get(&change.number).and_then(|site| site.last_head.as_ref()).map(|(_, name)| name.clone());
            match &change.new {
                Some(row) if is_closed && change.last_head.is_none() => {
                    let reason = "no membership of a head (02) was taken over for it";
                    self.refuse_household(row.row, ("household_number", "REG-03", reason));
                    self.forget(change.id, subjects);
                }
                _ => self.plan.changes.push(change),
            }
        }
    }

    fn forget(&mut self, household: Uuid, subjects: &mut BTreeMap<Key, Subject>) {
        for subject in subjects.values_mut() {
            subject.life.past.retain(|past| {
                if past.household == household {
                    let fault = ("household_number", "REG-03", "the household's own row was refused");
                    self.refuse_membership(past.row, fault);
                }
                past.household != household
            });
        }
    }
}

/// Who a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Row(u32),
    Known(Uuid),
}

/// The subject that a row means; none where the person was not taken over.
fn subject_key(whose: Whose<'_>, subjects: &BTreeMap<Key, Subject>) -> Option<Key> {
    let key = match whose {
        Whose::Row(row) => Key::Row(row),
        Whose::Known(known) => Key::Known(known.id),
    };
    subjects.contains_key(&key).then_some(key)
}

/// The present members whom a file adds to a household, as spans.
fn joining(change: &Change) -> impl Iterator<Item = (String, Span)> {
    let span = |member: &super::plan::Member| Span { from: member.begins(change.established_on), to: None };
    change.members.iter().map(move |member| (member.place.relation.to_owned(), span(member)))
}

impl Subject {
    fn of_file(person: Uuid, row: &PersonRow, spans: Vec<Span>) -> Self {
        Self {
            life: Life { person, newcomer: None, version: None, past: Vec::new() },
            name: row.name.clone(),
            birth: row.birth,
            sex: row.sex,
            died_on: row.died_on(),
            until: None,
            spans,
        }
    }

    fn accept(&mut self, row: &MembershipRow, site: &mut Site, today: NaiveDate) {
        let span = Span { from: row.from, to: row.to };
        let to = row.to.unwrap_or(row.from);
        self.spans.push(span);
        site.spans.push((row.relation.to_owned(), span));
        if row.relation == HEAD && site.last_head.as_ref().is_none_or(|(last, _)| *last <= to) {
            site.last_head = Some((to, masking::person_name(&self.name, self.birth, today)));
        }
        self.life.past.push(Past {
            row: row.row,
            household: site.id,
            stands: site.stands,
            relation: row.relation,
            from: row.from,
            to,
            reason_in: row.reason_in,
            reason_out: if row.reason_out == IMPORT && self.died_on == Some(to) { DEATH } else { row.reason_out },
        });
    }
}

const DEATH: &str = "DEATH";

/// The first rule that a membership breaks.
fn fault(row: &MembershipRow, subject: &Subject, site: &Site) -> Option<Fault> {
    let span = Span { from: row.from, to: row.to };
    let days = [
        (row.from < subject.birth, ("member_from", "REG-02", "a membership cannot begin before the birth")),
        (row.from < site.established_on, ("member_from", "REG-02", "the household was established later")),
        (site.closed_on < row.to && site.closed_on.is_some(), ("member_to", "REG-07", "the household closed earlier")),
        (subject.died_on.is_some() && subject.died_on < row.to, ("member_to", "REG-11", "the person had died by then")),
        (
            row.reason_out == DEATH && subject.died_on != row.to,
            ("reason_out", "REG-11", "is no death on that day in the table of persons"),
        ),
        (
            subject.until.is_some() && subject.until < row.to,
            ("member_to", "REG-02", "the register knows of no later day of the person"),
        ),
        (
            subject.spans.iter().any(|other| other.meets(span)),
            ("member_from", "REG-02", "the person belonged to a household on those days already"),
        ),
    ];
    let early = days.into_iter().find_map(|(is_broken, fault)| is_broken.then_some(fault));
    early.or_else(|| relation_fault(row, span, subject, site))
}

/// What a household does not allow beside those of the same days.
fn relation_fault(row: &MembershipRow, span: Span, subject: &Subject, site: &Site) -> Option<Fault> {
    let stated = matches!(subject.sex, Sex::Male | Sex::Female);
    let sex = relations::relation(row.relation).and_then(|relation| relation.sex);
    if stated && sex.is_some_and(|sex| sex != subject.sex) {
        return Some(("relation", "REG-05", "the relation is of the other sex"));
    }
    let beside = |codes: &[&str]| {
        let is_one = codes.contains(&row.relation);
        is_one && site.spans.iter().any(|(relation, other)| codes.contains(&relation.as_str()) && other.meets(span))
    };
    if beside(&[HEAD]) {
        return Some(("relation", "REG-03", "the household had another head on those days"));
    }
    beside(&SPOUSES).then_some(("relation", "REG-05", "the head had another spouse on those days"))
}
