//! Persons (人口): masked objects, search, reveal and the approvals it may need.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::codes::Sex;
use tenants::ids::PrecinctId;
use tenants::persons::{self as rows, ApprovalState, MatchKind, PersonField, PersonQuery, PopulationCategory};
use tenants::purposes::Purpose;

use crate::case_files::CaseFile;
use crate::context::{Doorway, Found, Told};
use crate::dates::{Date, moment};
use crate::dwellings;
use crate::error::{UserError, outcome};
use crate::households::{Household, Membership};
use crate::id::Kind;
use crate::page::{Connection, List, bad, listed, paging};
use crate::precincts::Precinct;
use crate::residence_permits::ResidencePermit;
use crate::stays::Stay;
use crate::words::Word;

/// A person as a precinct's register has them, masked.
pub struct Person(pub rows::Person);

/// A person as a precinct's register has them (人员): every personal value masked; clear values only by `revealPerson`
/// (§5.2). Permission: PERSONS LIST or SEARCH. Cost: 1; counts against the day's limit of persons (PRV-10).
#[Object]
impl Person {
    /// Opaque id of this precinct's entry; not the citizen id number (IDN-10).
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Person, self.0.precinct, self.0.id)
    }

    /// The name, masked: 张**; of a minor ** (姓名).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The sex (性别, GB/T 2261.1).
    async fn sex(&self) -> Word<Sex> {
        Word(self.0.sex)
    }

    /// The year of birth; of a minor the age band (出生).
    async fn birth(&self) -> &str {
        &self.0.birth
    }

    /// The citizen id number, masked: 999***…1X (公民身份号码).
    async fn id_number(&self) -> Option<&str> {
        self.0.id_number.as_deref()
    }

    /// The telephone number, masked: 138****1234 (电话).
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Whether under 18 today (未成年人).
    async fn is_minor(&self) -> bool {
        self.0.is_minor
    }

    /// How the person counts in the population (人口类别, §2.1).
    async fn category(&self) -> Word<PopulationCategory> {
        Word(self.0.category)
    }

    /// Where registered, if not here (户籍地).
    async fn registered_place(&self) -> Option<&str> {
        self.0.registered_place.as_deref()
    }

    /// The address lived at here, down to the estate (居住地址).
    async fn residence(&self, ctx: &Context<'_>) -> Option<Result<String>> {
        let dwelling = dwellings::dwelling(ctx, self.0.precinct, self.0.dwelling?).await;
        Some(dwelling.map(|dwelling| tenants::masking::address(&dwelling.0.label)))
    }

    /// Whether dead (已死亡).
    async fn deceased(&self) -> bool {
        self.0.deceased
    }

    /// Counts changes of the entry (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The household the person belongs to now, if any (所在户).
    async fn household(&self, ctx: &Context<'_>) -> Option<Result<Household>> {
        let household = async {
            let Some(membership) = self.current(ctx).await? else { return Ok(None) };
            ctx.at(self.0.precinct)?.load.households.load(membership.household).await.found(ctx).map(Some)
        };
        household.await.map(|row| row.map(Household)).transpose()
    }

    /// The open membership, if any (REG-01).
    async fn membership(&self, ctx: &Context<'_>) -> Option<Result<Membership>> {
        self.current(ctx).await.map(|row| row.map(Membership)).transpose()
    }

    /// Memberships: all of them, or those that held at a moment on the two time axes (REG-10). Cost: 1 each.
    async fn memberships(
        &self,
        ctx: &Context<'_>,
        as_of: Option<Date>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<Membership>> {
        let scope = &ctx.at(self.0.precinct)?.scope;
        let found = if as_of.is_none() && known_at.is_none() {
            scope.memberships_of(&[self.0.id]).await
        } else {
            scope.memberships_at(&[self.0.id], moment(as_of, known_at)).await
        };
        Ok(found.told(ctx)?.into_iter().map(Membership).collect())
    }

    /// The acts that concerned the person, the latest first (登记历史). Permission: ACTS LIST. Cost: 1 each.
    async fn acts(&self, ctx: &Context<'_>) -> Result<Vec<crate::acts::Act>> {
        crate::acts::of_person(ctx, self.0.precinct, self.0.id).await
    }

    /// The temporary registration that lasts, if any (暂住登记). Permission: STAYS LIST. Cost: 1.
    async fn stay(&self, ctx: &Context<'_>) -> Result<Option<Stay>> {
        crate::stays::of_person(ctx, &self.0).await
    }

    /// The residence permit that is not cancelled, if any (居住证). Permission: PERMITS LIST. Cost: 1.
    async fn residence_permit(&self, ctx: &Context<'_>) -> Result<Option<ResidencePermit>> {
        crate::residence_permits::of_person(ctx, &self.0).await
    }

    /// Former names, masked (曾用名).
    async fn former_names(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        ctx.at(self.0.precinct)?.scope.former_names(&self.0).await.told(ctx)
    }
}

impl Person {
    async fn current(&self, ctx: &Context<'_>) -> Result<Option<tenants::memberships::Membership>> {
        Ok(ctx.at(self.0.precinct)?.load.membership_now.load(self.0.id).await.found(ctx)?.into_iter().next())
    }
}

/// What is searched for: exactly one of these.
#[derive(InputObject)]
pub struct PersonSearchInput {
    /// The full citizen id number, of today or of former days; 15 digits are accepted (IDN-06, IDN-08).
    pub id_number: Option<String>,
    /// The full telephone number.
    pub phone: Option<String>,
    /// A name: characters (张文静), full pinyin (zhangwenjing) or initials (zwj).
    pub name: Option<String>,
    /// The beginning of an address, in characters or pinyin.
    pub address: Option<String>,
    /// A household number.
    pub household_number: Option<String>,
}

impl PersonSearchInput {
    pub(crate) fn read(self, ctx: &Context<'_>) -> Result<PersonQuery> {
        let given = [
            self.id_number.map(PersonQuery::IdNumber),
            self.phone.map(PersonQuery::Phone),
            self.name.map(PersonQuery::Name),
            self.address.map(PersonQuery::Address),
            self.household_number.map(PersonQuery::HouseholdNumber),
        ];
        let mut given = given.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(query), None) => Ok(query),
            _ => Err(bad(ctx, "ONE_OF", "input")),
        }
    }
}

/// What a search found.
pub struct PersonSearchResult(pub rows::PersonSearch);

/// What a search found: at most 20 persons (PRV-10). Permission: PERSONS SEARCH. Cost: 50.
#[Object]
impl PersonSearchResult {
    /// The persons found, by name.
    async fn matches(&self) -> Vec<PersonMatch> {
        self.0.matches.iter().cloned().map(PersonMatch).collect()
    }

    /// Whether there were more than 20: narrow your search.
    async fn truncated(&self) -> bool {
        self.0.truncated
    }
}

/// A person found.
pub struct PersonMatch(rows::PersonMatch);

/// A person found, and by what. Permission: PERSONS SEARCH. Cost: 1.
#[Object]
impl PersonMatch {
    /// The person, masked.
    async fn person(&self) -> Person {
        Person(self.0.person.clone())
    }

    /// What the person was found by.
    async fn matched_by(&self) -> Word<MatchKind> {
        Word(self.0.by)
    }

    /// The precinct whose entry it is.
    async fn precinct(&self, ctx: &Context<'_>) -> Result<Precinct> {
        crate::precincts::precinct(ctx, self.0.person.precinct)
    }
}

/// Searches one precinct.
pub(crate) async fn search(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    input: PersonSearchInput,
    purpose: Purpose,
) -> Result<PersonSearchResult> {
    let query = input.read(ctx)?;
    ctx.at(precinct)?.scope.person_search(&query, purpose, None).await.told(ctx).map(PersonSearchResult)
}

/// One person of a precinct.
pub(crate) async fn person(ctx: &Context<'_>, precinct: PrecinctId, id: &ID, purpose: Purpose) -> Result<Person> {
    let id = ctx.row_in(Kind::Person, precinct, id)?;
    ctx.at(precinct)?.scope.person(id, purpose).await.told(ctx).map(Person)
}

/// An approval to reveal a minor's record.
pub struct RevealApproval {
    pub(crate) precinct: PrecinctId,
    pub(crate) row: rows::RevealApproval,
}

/// A row of the list, with its precinct.
pub type ApprovalRow = (PrecinctId, rows::RevealApproval);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn RevealApproval((precinct, row): ApprovalRow) -> RevealApproval {
    RevealApproval { precinct, row }
}

listed!(RevealApproval, ApprovalRow, "RevealApprovalConnection", "RevealApprovalEdge", |of| (of.1.number, of.1.id));

/// An approval to reveal a minor's record (未成年人信息查看审批), good for 24 hours (PRV-07).
/// Permission: APPROVALS LIST. Cost: 1.
#[Object]
impl RevealApproval {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::RevealApproval, self.precinct, self.row.id)
    }

    /// Whose record, masked.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        ctx.at(self.precinct)?.load.persons.load(self.row.person).await.found(ctx).map(Person)
    }

    /// The case it serves (案卷).
    async fn case_file(&self, ctx: &Context<'_>) -> Result<CaseFile> {
        let row = ctx.at(self.precinct)?.load.case_files.load(self.row.case_file).await.found(ctx)?;
        Ok(CaseFile { precinct: self.precinct, row })
    }

    /// The purpose (用途).
    async fn purpose(&self) -> Word<Purpose> {
        Word(self.row.purpose)
    }

    /// Why the record is strictly needed, in the asker's words.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// Who asked.
    async fn requested_by(&self) -> &str {
        &self.row.requested_by
    }

    /// When.
    async fn requested_at(&self) -> DateTime<Utc> {
        self.row.requested_at
    }

    /// Where it is.
    async fn state(&self) -> Word<ApprovalState> {
        Word(self.row.state)
    }

    /// Who decided; never who asked.
    async fn decided_by(&self) -> Option<&str> {
        self.row.decided_by.as_deref()
    }

    /// When.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.row.decided_at
    }

    /// Until when it stands.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.row.expires_at
    }
}

/// A page of a precinct's approvals.
pub(crate) async fn approvals(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    state: Option<ApprovalState>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<RevealApproval>> {
    let list = List { name: "revealApprovals", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.reveal_approvals(state, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_reveal_approvals(state).await })
            as futures_util::future::BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// What to reveal, and why.
#[derive(InputObject)]
pub struct RevealPersonInput {
    /// Whose record.
    pub person_id: ID,
    /// Which values.
    pub fields: Vec<Word<PersonField>>,
    /// For which purpose (用途, PRV-02).
    pub purpose: Word<Purpose>,
    /// The number of the open case file it serves (案卷号).
    pub case_ref: String,
}

/// Clear values: those asked for and nothing more.
#[derive(SimpleObject)]
pub struct RevealedPerson {
    /// The name (姓名).
    pub name: Option<String>,
    /// The citizen id number (公民身份号码).
    pub id_number: Option<String>,
    /// The telephone number (电话).
    pub phone: Option<String>,
    /// The birth date (出生日期).
    pub birth_date: Option<Date>,
    /// The address lived at (居住地址).
    pub address: Option<String>,
}

impl From<rows::Revealed> for RevealedPerson {
    fn from(clear: rows::Revealed) -> Self {
        Self {
            name: clear.name,
            id_number: clear.id_number,
            phone: clear.phone,
            birth_date: clear.birth_date.map(Date),
            address: clear.address,
        }
    }
}

/// What a reveal brought.
#[derive(SimpleObject)]
pub struct RevealPersonPayload {
    /// The clear values, unless refused.
    pub revealed: Option<RevealedPerson>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What an approval is asked for.
#[derive(InputObject)]
pub struct RequestRevealApprovalInput {
    /// Whose record.
    pub person_id: ID,
    /// For which purpose.
    pub purpose: Word<Purpose>,
    /// The number of the open case file it serves.
    pub case_ref: String,
    /// Why the record is strictly needed: 1 to 500 characters.
    pub reason: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// How an approval is decided.
#[derive(InputObject)]
pub struct DecideRevealApprovalInput {
    /// Which approval.
    pub approval_id: ID,
    /// Given, or refused.
    pub approve: bool,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An approval asked for or decided.
#[derive(SimpleObject)]
pub struct RevealApprovalPayload {
    /// The approval, unless refused.
    pub approval: Option<RevealApproval>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes or opens a person's record.
#[derive(Default)]
pub struct PersonMutations;

#[Object]
impl PersonMutations {
    /// Reveals values of one person's record (查看明文): for a purpose and an open case file of the asker's unit, audited; of a
    /// minor only with a standing approval (PRV-02, PRV-07). Permission: PERSONS REVEAL. Cost: 30.
    async fn reveal_person(&self, ctx: &Context<'_>, input: RevealPersonInput) -> Result<RevealPersonPayload> {
        let (precinct, person) = ctx.row(Kind::Person, &input.person_id)?;
        let fields = input.fields.into_iter().map(|word| word.0).collect();
        let reveal = rows::Reveal { person, fields, purpose: input.purpose.0, case_ref: input.case_ref };
        let result = ctx.at(precinct)?.scope.reveal_person(&reveal).await;
        let (revealed, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(RevealPersonPayload { revealed: revealed.map(RevealedPerson::from), user_errors })
    }

    /// Asks a responsible person for an approval to reveal a minor's record (PRV-07). Permission: PERSONS REVEAL. Cost: 10.
    async fn request_reveal_approval(
        &self,
        ctx: &Context<'_>,
        input: RequestRevealApprovalInput,
    ) -> Result<RevealApprovalPayload> {
        let (precinct, person) = ctx.row(Kind::Person, &input.person_id)?;
        let result = ctx
            .at(precinct)?
            .scope
            .request_reveal_approval(person, input.purpose.0, &input.case_ref, &input.reason)
            .await;
        payload(ctx, precinct, result)
    }

    /// Gives or refuses an approval; never one's own (PRV-07). Permission: APPROVALS APPROVE. Cost: 10.
    async fn decide_reveal_approval(
        &self,
        ctx: &Context<'_>,
        input: DecideRevealApprovalInput,
    ) -> Result<RevealApprovalPayload> {
        let (precinct, id) = ctx.row(Kind::RevealApproval, &input.approval_id)?;
        let result = ctx.at(precinct)?.scope.decide_reveal_approval(id, input.approve).await;
        payload(ctx, precinct, result)
    }
}

fn payload(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<rows::RevealApproval>,
) -> Result<RevealApprovalPayload> {
    let (approval, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(RevealApprovalPayload { approval: approval.map(|row| RevealApproval { precinct, row }), user_errors })
}
