//! A registrar's desk in a world: households to act upon, forms handed in, and the rule by which one is refused.

use chrono::NaiveDate;
use sea_orm::Value;
use tenants::acts::{
    Comparison, ComparisonMethod, Form, Order, Paper, PaperKind, Performed, Seen, Standing, Succession,
};
use tenants::codes::Sex;
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::ids::{DwellingId, HouseholdId, PersonId};
use tenants::roles::Role;
use tenants::scope::{Precinct, Scope};
use tenants::store::Origin;
use tenants::{Error, Result};
use uuid::Uuid;

use crate::laws;
use crate::ledger::Ledger;
use crate::world::{Home, World};

/// A world and what stands in it.
pub struct Desk {
    /// The world.
    pub world: World,
    /// Its database, as the owner sees it.
    pub ledger: Ledger,
}

/// A member of a household.
#[derive(Clone, Debug)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// The relation to the head.
    pub relation: String,
    /// The sex.
    pub sex: Sex,
    /// The birth date.
    pub birth: NaiveDate,
    /// The entry's version.
    pub version: i32,
}

/// A household as it stands.
#[derive(Clone, Debug)]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// Its version.
    pub version: i32,
    /// ACTIVE or CLOSED.
    pub state: String,
    /// Where it is.
    pub dwelling: DwellingId,
    /// Its members, the head first.
    pub members: Vec<Member>,
}

impl Household {
    /// As it was seen.
    pub fn seen(&self) -> Seen<HouseholdId> {
        Seen { id: self.id, version: Some(self.version) }
    }

    /// The head.
    pub fn head(&self) -> &Member {
        self.members.iter().find(|member| member.relation == "02").expect("a head")
    }

    /// The member of a relation.
    pub fn of(&self, relation: &str) -> &Member {
        self.members.iter().find(|member| member.relation == relation).expect("such a member")
    }

    /// Everybody but these, each as no kin (99), as a list that is always of the right sex.
    pub fn others(&self, but: &[PersonId]) -> Vec<Standing> {
        let others = self.members.iter().filter(|member| !but.contains(&member.id));
        others.map(|member| standing(member.id, "99")).collect()
    }

    /// A succession by a member, after some have left.
    pub fn succession(&self, head: PersonId, left: &[PersonId]) -> Succession {
        let but: Vec<PersonId> = left.iter().copied().chain([head]).collect();
        Succession { head, relations: self.others(&but), exception: None }
    }
}

impl Member {
    /// As it was seen.
    pub fn seen(&self) -> Seen<PersonId> {
        Seen { id: self.id, version: Some(self.version) }
    }
}

/// A person and a relation.
pub fn standing(person: PersonId, relation: &str) -> Standing {
    Standing { person, relation: relation.to_owned(), printed: None }
}

/// A paper of a kind.
pub fn paper(kind: PaperKind) -> Paper {
    Paper { kind, number: Some("NO-1".to_owned()), issued_on: None }
}

/// A comparison that matched.
pub fn compared() -> Comparison {
    Comparison { method: ComparisonMethod::InPerson, matched: true, by: "测试".to_owned() }
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A number of the region of made-up people.
pub fn number(birth: &str, sequence: u32) -> String {
    IdNumber::compose(TEST_REGION, day(birth), sequence).expect("a number").as_str().to_owned()
}

/// The order of somebody who says why.
pub fn order() -> Order {
    Order { reason: Some("at the counter".to_owned()), ..Order::default() }
}

/// The rule that refused.
pub fn rule<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.expect_err("a refusal") {
        Error::Invalid { code, .. } => code.to_owned(),
        Error::Invariant { rule, .. } => rule.to_owned(),
        Error::Overtaken { .. } => "REG-19".to_owned(),
        Error::NotFound => "NOT_FOUND".to_owned(),
        Error::Denied => "DENIED".to_owned(),
        other => other.to_string(),
    }
}

/// A family of a head, a spouse and one child under ten at least, of whom nobody lives elsewhere.
pub const FAMILY: &str = "h.kind = 'FAMILY' AND h.state = 'ACTIVE' \
    AND EXISTS (SELECT 1 FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = h.precinct_id \
        AND m.household_id = h.id AND m.relation = '12' AND m.effective_to IS NULL AND m.superseded_at IS NULL AND p.birth_date < '2000-01-01') \
    AND EXISTS (SELECT 1 FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = h.precinct_id \
        AND m.household_id = h.id AND m.relation = '02' AND m.effective_to IS NULL AND m.superseded_at IS NULL AND p.sex = 1 AND p.birth_date < '2000-01-01') \
    AND EXISTS (SELECT 1 FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = h.precinct_id \
        AND m.household_id = h.id AND m.relation IN ('20', '21', '22', '30', '31', '32') AND m.effective_to IS NULL AND m.superseded_at IS NULL \
        AND p.birth_date > '2010-01-01')";
/// A household without anybody who is no kin, whom a list of 99 for everybody would leave as he is.
const KIN: &str = "NOT EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = h.precinct_id AND m.household_id = h.id \
    AND m.relation = '99' AND m.effective_to IS NULL AND m.superseded_at IS NULL)";
/// A family of one adult.
pub const ALONE: &str =
    "h.kind = 'FAMILY' AND h.state = 'ACTIVE' AND h.member_count = 1 AND h.established_on < '2026-01-01'";

impl Desk {
    /// Two precincts of 60 households.
    pub async fn new(home: Home) -> Self {
        Self::of(home, 2, 60).await
    }

    /// So many precincts of so many households.
    pub async fn of(home: Home, precincts: usize, households: u32) -> Self {
        let world = World::of(home, precincts, households, 1_000_000).await;
        let ledger = Ledger::of(&world).await;
        Self { world, ledger }
    }

    /// A precinct as somebody posted there opens it.
    pub fn scope(&self, role: Role, at: usize) -> Scope<Precinct> {
        let origin = Origin { request_id: "request-1".to_owned(), terminal: "DESKTOP".to_owned() };
        self.world.store.precinct(&self.world.member(role, at), &origin)
    }

    /// The ids of households that meet a condition on `h`, by number.
    pub async fn ids(&self, at: usize, condition: &str) -> Vec<Uuid> {
        let kin = if condition.starts_with(FAMILY) { KIN } else { "1 = 1" };
        let sql = format!(
            "SELECT h.id FROM household h WHERE h.precinct_id = $1 AND {condition} AND {kin} ORDER BY h.number LIMIT 500"
        );
        let rows = self.ledger.rows(&sql, vec![self.world.precinct(at).0.into()]).await;
        rows.iter().map(|row| row.try_get_by_index(0).expect("an id")).collect()
    }

    /// The first household that meets a condition on `h`.
    pub async fn find(&self, at: usize, condition: &str) -> Household {
        self.nth(at, condition, 0).await
    }

    /// Another household that meets a condition on `h`.
    pub async fn nth(&self, at: usize, condition: &str, place: usize) -> Household {
        let ids = self.ids(at, condition).await;
        let id = ids.get(place).unwrap_or_else(|| panic!("{} households with {condition}", ids.len()));
        self.household(at, HouseholdId(*id)).await
    }

    /// A household by id.
    pub async fn household(&self, at: usize, id: HouseholdId) -> Household {
        let of = |id: HouseholdId| -> Vec<Value> { vec![self.world.precinct(at).0.into(), id.0.into()] };
        let sql = "SELECT version, state, dwelling_id FROM household WHERE precinct_id = $1 AND id = $2";
        let rows = self.ledger.rows(sql, of(id)).await;
        let row = rows.first().expect("a household");
        let sql = "SELECT m.person_id, m.relation, p.sex, p.birth_date, p.version FROM membership m JOIN person p \
             ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = $1 AND m.household_id = $2 \
             AND m.effective_to IS NULL AND m.superseded_at IS NULL ORDER BY m.relation, m.person_id";
        let members = self.ledger.rows(sql, of(id)).await;
        let member = |row: &sea_orm::QueryResult| Member {
            id: PersonId(row.try_get_by_index(0).expect("an id")),
            relation: row.try_get_by_index(1).expect("a relation"),
            sex: Sex::from_code(row.try_get_by_index(2).expect("a sex")).expect("a sex"),
            birth: row.try_get_by_index(3).expect("a birth date"),
            version: row.try_get_by_index(4).expect("a version"),
        };
        Household {
            id,
            version: row.try_get_by_index(0).expect("a version"),
            state: row.try_get_by_index(1).expect("a state"),
            dwelling: DwellingId(row.try_get_by_index(2).expect("a dwelling")),
            members: members.iter().map(member).collect(),
        }
    }

    /// The version of a person's entry.
    pub async fn person(&self, at: usize, id: PersonId) -> Seen<PersonId> {
        let sql = "SELECT version FROM person WHERE precinct_id = $1 AND id = $2";
        Seen { id, version: Some(self.ledger.value(at, sql, vec![id.0.into()]).await) }
    }

    /// Where a person stands in the installation.
    pub async fn state(&self, id: PersonId) -> String {
        self.ledger.one("SELECT state FROM registration WHERE person_id = $1", vec![id.0.into()]).await
    }

    /// A dwelling of a precinct where no household is registered.
    pub async fn empty_dwelling(&self, at: usize) -> DwellingId {
        let sql = "SELECT d.id FROM dwelling d WHERE d.precinct_id = $1 AND d.usage = 'RESIDENTIAL' AND d.valid_to IS NULL \
             AND NOT EXISTS (SELECT 1 FROM household h WHERE h.precinct_id = d.precinct_id AND h.dwelling_id = d.id) ORDER BY d.id LIMIT 1";
        DwellingId(self.ledger.value(at, sql, Vec::new()).await)
    }

    /// Hands a form in at a precinct's counter.
    pub async fn hand_in(&self, role: Role, at: usize, form: impl Into<Form>) -> Result<Performed> {
        self.scope(role, at).perform(&form.into(), &order()).await
    }

    /// Hands a form in that is to be performed, and asks the laws.
    pub async fn perform(&self, role: Role, at: usize, form: impl Into<Form>) -> Performed {
        let done = self.hand_in(role, at, form).await.expect("performed");
        assert_eq!(laws::broken(&self.ledger).await, Vec::<String>::new());
        done
    }

    /// Hands a form in that is to be refused, by a rule, and leaves nothing behind.
    pub async fn refused(&self, role: Role, at: usize, form: impl Into<Form>) -> String {
        let before = self.acts(at).await;
        let refused = rule(self.hand_in(role, at, form).await);
        assert_eq!(self.acts(at).await, before, "a refused act left a row");
        assert_eq!(laws::broken(&self.ledger).await, Vec::<String>::new());
        refused
    }

    /// How many acts a precinct has.
    pub async fn acts(&self, at: usize) -> i64 {
        self.ledger.value(at, "SELECT count(*) FROM act WHERE precinct_id = $1", Vec::new()).await
    }

    /// How many persons were counted in a term.
    pub async fn counted(&self, at: usize, term: &str) -> i64 {
        let sql = "SELECT coalesce(sum(persons), 0) FROM act_count WHERE precinct_id = $1 AND term = $2";
        self.ledger.value(at, sql, vec![term.into()]).await
    }
}
