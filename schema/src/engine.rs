//! From a document's text to the bytes of its answer: text bounds, the document cache, parsing, measures, cost,
//! variables, execution, writing. Nothing is executed before all of them have passed.

use std::sync::Arc;

use async_graphql::{
    ObjectType, Request, Schema, ServerError, SubscriptionType, ValidationMode, Value, Variables,
    parser::types::{OperationDefinition, OperationType, Selection},
};
use bytes::Bytes;

use tenants::{Store, members::Member, store::Origin};

use crate::{
    Huji, Mutation, Query, Subscription,
    answer::{Contents, Fault},
    bounds::Limits,
    context::Asking,
    cost::Model,
    error,
    messages::Language,
    parsed::{Document, Documents, Fingerprint, Unfit},
    repeats::{self, Repeat},
    shape::Shape,
    variables,
    webhooks::Destinations,
};

/// Who asks, as the transport knows it.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The member, or nobody.
    pub member: Option<Arc<Member>>,
    /// The request's id.
    pub request_id: String,
    /// Terminal class and network address, for the audit trail.
    pub terminal: String,
    /// The language of messages.
    pub language: Language,
    /// Points left in the caller's budget; nothing when it is not counted.
    pub budget: Option<u64>,
}

/// Why an engine could not be made: our own SDL does not parse.
pub use async_graphql::parser::Error as SchemaError;

/// Answers GraphQL calls over one store. Cheap to clone.
#[derive(Clone)]
pub struct Engine {
    pub(crate) store: Store,
    pub(crate) pipeline: Arc<Pipeline<Query, Mutation, Subscription>>,
    /// The same schema once more, for streams: each of their events is an operation of its own.
    pub(crate) live: Huji,
    /// Where webhooks may lead; nowhere when none are delivered.
    pub(crate) destinations: Option<Arc<dyn Destinations>>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine that keeps at most `cache_bytes` of documents. Fails when our own SDL does not parse: a fault of the build.
    pub fn new(store: Store, limits: Limits, cache_bytes: u64) -> Result<Self, async_graphql::parser::Error> {
        let (strict, fast) = (crate::build(ValidationMode::Strict), crate::build(ValidationMode::Fast));
        let pipeline = Arc::new(Pipeline::new(strict, fast, limits, cache_bytes)?);
        Ok(Self { store, pipeline, live: crate::live::build(), destinations: None })
    }

    /// The same engine, whose webhooks are delivered and may lead where `destinations` admits.
    #[must_use]
    pub fn delivering_to(self, destinations: Arc<dyn Destinations>) -> Self {
        Self { destinations: Some(destinations), ..self }
    }

    /// Answers one call; the trail of what was read is written before the answer is (SEC-07).
    pub async fn execute(&self, caller: Caller, call: Call) -> Answer {
        let origin = Origin { request_id: caller.request_id.clone(), terminal: caller.terminal };
        let stranger = caller.member.is_none();
        let asking = Asking::new(self.store.clone(), caller.member, origin, caller.language).answered_by(self);
        let asking = Arc::new(asking);
        let asker = Asker { stranger, request_id: &caller.request_id, budget: caller.budget };
        self.pipeline.run(asker, call, asking).await
    }

    /// The documents kept, for the metrics.
    pub fn documents(&self) -> &Documents {
        self.pipeline.documents()
    }
}

/// What surrounds the execution of one operation.
pub trait Operation: Send + Sync {
    /// Puts what resolvers need into the request's data.
    fn equip(&self, request: Request) -> Request;

    /// Ends the operation, whatever it answered; when that fails the answer is withheld.
    fn finish(&self) -> impl Future<Output = Result<(), Fault>> + Send;

    /// The answer that the same request got before, if it did.
    fn recall(&self, _repeat: &Repeat) -> impl Future<Output = Option<Result<Bytes, Fault>>> + Send {
        std::future::ready(None)
    }

    /// Keeps the answer of a request that may be sent again; answers with another one when an earlier request came first.
    fn remember(&self, _answer: Option<&Bytes>) -> impl Future<Output = Option<Result<Bytes, Fault>>> + Send {
        std::future::ready(None)
    }
}

impl Operation for Arc<Asking> {
    fn equip(&self, request: Request) -> Request {
        request.data(Self::clone(self))
    }

    async fn finish(&self) -> Result<(), Fault> {
        Asking::finish(self).await.map_err(|fault| {
            let told = error::answer(&fault, self.language());
            Fault::request(error::code(&fault), told.message, Vec::new())
        })
    }

    async fn recall(&self, repeat: &Repeat) -> Option<Result<Bytes, Fault>> {
        Asking::recall(self, repeat).await
    }

    async fn remember(&self, answer: Option<&Bytes>) -> Option<Result<Bytes, Fault>> {
        Asking::remember(self, answer).await
    }
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Call {
    /// The document's text.
    pub document: String,
    /// Which of its operations to run; needed when there are several.
    pub operation_name: Option<String>,
    /// The variables, a JSON object.
    pub variables: serde_json::Map<String, serde_json::Value>,
    /// Whether it came as HTTP GET, which must not change anything.
    pub get: bool,
    /// Whether the transport carries more than one answer, so that a subscription can be asked for.
    pub live: bool,
}

/// What the pipeline needs to know of who asks; resolvers get the rest through the request's data.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Without a member: the small limits of [`Limits::stranger`] hold.
    pub stranger: bool,
    /// Written into the answer and into every log line about it.
    pub request_id: &'a str,
    /// Points left in the caller's budget before this call; nothing when it is not counted.
    pub budget: Option<u64>,
}

/// What became of a call, for the transport to choose a status by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Nothing was executed: the request was wrong.
    Refused(Refusal),
    /// Executed; `data` may still be null.
    Executed {
        /// Whether it was a mutation.
        mutation: bool,
        /// Whether any field failed.
        failed: bool,
    },
}

/// Why nothing was executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The document, its variables or the operation's name.
    BadRequest,
    /// A mutation over GET.
    MutationByGet,
}

/// The answer to a call.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The JSON body.
    pub body: Bytes,
    /// What became of it.
    pub kind: AnswerKind,
    /// The estimated cost in points; zero when it was refused before the estimate.
    pub cost: u64,
    /// The code of the first error, if any: a word of ours, fit for a metric.
    pub code: Option<String>,
    /// What may be logged of the document (PRV-26), see [`Document::skeleton`]; nothing when it was not read.
    pub skeleton: Option<[u8; 8]>,
}

/// Two schemas over the same roots, strict for what is new and fast for what is known to be valid, and what stands before
/// them.
pub struct Pipeline<Q, M, S> {
    strict: Schema<Q, M, S>,
    fast: Schema<Q, M, S>,
    shape: Shape,
    model: Model,
    documents: Documents,
    member: Limits,
    stranger: Limits,
}

/// A call that passed every check, ready to be executed.
pub(crate) struct Ready {
    pub(crate) document: Arc<Document>,
    pub(crate) kind: OperationType,
    pub(crate) cost: u64,
    fingerprint: Fingerprint,
    known: bool,
    operation_name: Option<String>,
    variables: Variables,
}

impl Ready {
    /// What the executor is asked.
    pub(crate) fn request(&self) -> Request {
        let mut request = Request::new(String::new()).variables(self.variables.clone());
        request.operation_name.clone_from(&self.operation_name);
        request.set_parsed_query(self.document.parsed.clone());
        request
    }

    /// The key it stands under, if it is a mutation with one.
    fn repeat(&self) -> Result<Option<Repeat>, repeats::Unfit> {
        let Some(operation) = self.document.operation(self.operation_name.as_deref()) else { return Ok(None) };
        if self.kind != OperationType::Mutation {
            return Ok(None);
        }
        let key = repeats::find(&self.document.parsed, &operation.node, &self.variables)?;
        Ok(key.map(|key| Repeat {
            key,
            request: repeats::hash(&self.fingerprint, self.operation_name.as_deref(), &self.variables),
        }))
    }

    fn unfit(&self, unfit: repeats::Unfit) -> Refused {
        Refused { cost: Some(self.cost), ..Refused::because("BAD_INPUT", unfit.to_string()) }
    }

    /// What an earlier request under the same key was answered, or why that cannot be had.
    fn repeated(&self, asker: Asker<'_>, earlier: Result<Bytes, Fault>) -> Answer {
        match earlier {
            Ok(body) => Answer {
                body,
                kind: AnswerKind::Executed { mutation: true, failed: false },
                cost: self.cost,
                code: None,
                skeleton: Some(self.document.skeleton),
            },
            Err(fault) => {
                let refused = Refused { refusal: Refusal::BadRequest, faults: vec![fault], cost: Some(self.cost) };
                refuse(asker, refused, Some(self.document.skeleton))
            }
        }
    }
}

/// A call that did not.
pub(crate) struct Refused {
    refusal: Refusal,
    faults: Vec<Fault>,
    cost: Option<u64>,
}

impl Refused {
    /// The first reason.
    pub(crate) fn into_fault(self) -> Fault {
        self.faults.into_iter().next().unwrap_or_else(|| Fault::request("INTERNAL", "", Vec::new()))
    }

    fn because(code: &str, message: impl Into<String>) -> Self {
        Self::at(code, message, Vec::new())
    }

    fn at(code: &str, message: impl Into<String>, locations: Vec<async_graphql::Pos>) -> Self {
        Self { refusal: Refusal::BadRequest, faults: vec![Fault::request(code, message, locations)], cost: None }
    }
}

impl From<Unfit> for Refused {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Syntax(error) => {
                let error = ServerError::from(error);
                Self::at("PARSE_FAILED", error.message, error.locations)
            }
            Unfit::Malformed(crate::bounds::Malformed::Excess(excess)) => {
                Self::because("DOCUMENT_TOO_LARGE", excess.to_string())
            }
            Unfit::Malformed(malformed) => Self::because("VALIDATION_FAILED", malformed.to_string()),
        }
    }
}

impl<Q: ObjectType + 'static, M: ObjectType + 'static, S: SubscriptionType + 'static> Pipeline<Q, M, S> {
    /// A pipeline over two builds of one schema: `strict` validates in full, `fast` only what an executor must.
    /// Fails when the schema's own SDL does not parse, which is a fault of the build.
    pub fn new(
        strict: Schema<Q, M, S>,
        fast: Schema<Q, M, S>,
        limits: Limits,
        cache_bytes: u64,
    ) -> Result<Self, async_graphql::parser::Error> {
        let shape = Shape::from_sdl(&strict.sdl())?;
        let (model, documents) = (Model::new(shape.clone()), Documents::new(cache_bytes));
        Ok(Self { strict, fast, shape, model, documents, stranger: limits.stranger(), member: limits })
    }

    /// The documents kept, for the metrics.
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// Answers one call within an operation.
    pub async fn run(&self, asker: Asker<'_>, call: Call, operation: impl Operation) -> Answer {
        match self.prepare(asker, call) {
            Ok(ready) => self.perform(asker, ready, operation).await,
            Err(refused) => refuse(asker, refused, None),
        }
    }

    /// Executes what was prepared, a query or a mutation.
    pub(crate) async fn perform(&self, asker: Asker<'_>, ready: Ready, operation: impl Operation) -> Answer {
        let repeat = match ready.repeat() {
            Ok(Some(repeat)) => repeat,
            Ok(None) => return self.execute(asker, &ready, &operation).await,
            Err(unfit) => return refuse(asker, ready.unfit(unfit), Some(ready.document.skeleton)),
        };
        if let Some(earlier) = operation.recall(&repeat).await {
            return ready.repeated(asker, earlier);
        }
        let answer = self.execute(asker, &ready, &operation).await;
        // A half answer is not worth having again; the change itself is made once all the same.
        let whole = matches!(answer.kind, AnswerKind::Executed { failed: false, .. });
        match operation.remember(whole.then_some(&answer.body)).await {
            Some(earlier) => ready.repeated(asker, earlier),
            None => answer,
        }
    }

    async fn execute(&self, asker: Asker<'_>, ready: &Ready, operation: &impl Operation) -> Answer {
        let schema = if ready.known { &self.fast } else { &self.strict };
        let response = schema.execute(operation.equip(ready.request())).await;
        if let Some(faults) = request_faults(&response) {
            let refused = Refused { refusal: Refusal::BadRequest, faults, cost: Some(ready.cost) };
            return refuse(asker, refused, Some(ready.document.skeleton));
        }
        if !ready.known {
            self.documents.keep(ready.fingerprint, ready.document.clone());
        }
        let withheld = operation.finish().await.err();
        answer(asker, ready, response, withheld)
    }

    /// Checks everything that can be checked before anything is executed.
    pub(crate) fn prepare(&self, asker: Asker<'_>, call: Call) -> Result<Ready, Refused> {
        let limits = if asker.stranger { &self.stranger } else { &self.member };
        let fingerprint = Documents::fingerprint(&call.document);
        let (document, known) = self.document(&call.document, &fingerprint, limits)?;
        let operation = select(&document, &call)?;
        let kind = operation.ty;
        let given = Variables::from_json(serde_json::Value::Object(call.variables));
        let cost = self.model.cost(&document.parsed, operation, &given).estimated;
        let ceiling = asker.budget.map_or(limits.cost, |budget| limits.cost.min(budget));
        if cost > ceiling {
            return Err(too_dear(cost, limits.cost, asker.budget));
        }
        let variables = variables::coerce(&self.shape, operation, given)
            .map_err(|bad| Refused { cost: Some(cost), ..Refused::because("BAD_INPUT", bad.to_string()) })?;
        Ok(Ready { operation_name: call.operation_name, fingerprint, known, kind, variables, cost, document })
    }

    /// The parsed document, and whether it is known to be valid.
    fn document(&self, text: &str, key: &Fingerprint, limits: &Limits) -> Result<(Arc<Document>, bool), Refused> {
        if let Some(document) = self.documents.get(key) {
            // Kept under a member's limits: a stranger's are narrower.
            limits.check(&document.measures).map_err(crate::bounds::Malformed::from).map_err(Unfit::from)?;
            return Ok((document, true));
        }
        limits.check_text(text).map_err(crate::bounds::Malformed::from).map_err(Unfit::from)?;
        Ok((Arc::new(Document::read(text, limits)?), false))
    }
}

fn select<'a>(document: &'a Document, call: &Call) -> Result<&'a OperationDefinition, Refused> {
    let Some(operation) = document.operation(call.operation_name.as_deref()) else {
        let message = match call.operation_name {
            Some(_) => "The document has no operation of the name given in operationName.",
            None => "The document has several operations: operationName must say which to run.",
        };
        return Err(Refused::because("BAD_INPUT", message));
    };
    match operation.node.ty {
        OperationType::Mutation if call.get => Err(Refused {
            refusal: Refusal::MutationByGet,
            ..Refused::because("BAD_INPUT", "A mutation must be sent by POST.")
        }),
        OperationType::Query | OperationType::Mutation => Ok(&operation.node),
        OperationType::Subscription if !call.live => {
            Err(Refused::because("VALIDATION_FAILED", "This transport does not carry subscriptions."))
        }
        OperationType::Subscription => single(&operation.node).map(|()| &operation.node),
    }
}

/// A subscription asks for one stream: one root field, written there and not left to a fragment or a condition, as the
/// specification has it and the executor does not check.
fn single(operation: &OperationDefinition) -> Result<(), Refused> {
    match operation.selection_set.node.items.as_slice() {
        [one] => match &one.node {
            Selection::Field(field) if field.node.directives.is_empty() && !field.node.name.node.starts_with("__") => {
                Ok(())
            }
            _ => Err(not_single()),
        },
        _ => Err(not_single()),
    }
}

fn not_single() -> Refused {
    Refused::because(
        "VALIDATION_FAILED",
        "A subscription has exactly one field at its root, unconditional and by itself.",
    )
}

fn too_dear(cost: u64, most: u64, budget: Option<u64>) -> Refused {
    let refused = match budget {
        Some(left) if cost <= most => {
            let message = format!("This would cost {cost} points and {left} are left for now; ask again shortly.");
            Refused::because("RATE_LIMITED", message)
        }
        _ => Refused::because(
            "COST",
            format!(
                "This would cost {cost} points; one request may cost {most}. Ask for smaller pages or fewer fields."
            ),
        ),
    };
    Refused { cost: Some(cost), ..refused }
}

/// The errors of a request that was not executed: without data, and none of them at a field.
fn request_faults(response: &async_graphql::Response) -> Option<Vec<Fault>> {
    let refused = !response.errors.is_empty()
        && response.data == Value::Null
        && response.errors.iter().all(|error| error.path.is_empty());
    let fault =
        |error: &ServerError| Fault::request("VALIDATION_FAILED", error.message.clone(), error.locations.clone());
    refused.then(|| response.errors.iter().map(fault).collect())
}

pub(crate) fn refuse(asker: Asker<'_>, refused: Refused, skeleton: Option<[u8; 8]>) -> Answer {
    let code = refused.faults.first().map(|fault| fault.code.clone());
    let contents = Contents {
        faults: refused.faults,
        data: None,
        request_id: asker.request_id,
        cost: refused.cost,
        remaining: asker.budget,
    };
    Answer { body: contents.write(), kind: AnswerKind::Refused(refused.refusal), cost: 0, code, skeleton }
}

fn answer(asker: Asker<'_>, ready: &Ready, response: async_graphql::Response, withheld: Option<Fault>) -> Answer {
    let (faults, data) = if let Some(fault) = withheld {
        (vec![fault], Value::Null)
    } else {
        let faults = response.errors.into_iter().map(|error| Fault::of_field(error, asker.request_id));
        (faults.collect(), response.data)
    };
    let (code, failed) = (faults.first().map(|fault| fault.code.clone()), !faults.is_empty());
    let contents = Contents {
        faults,
        data: Some(&data),
        request_id: asker.request_id,
        cost: Some(ready.cost),
        remaining: asker.budget.map(|budget| budget.saturating_sub(ready.cost)),
    };
    Answer {
        body: contents.write(),
        kind: AnswerKind::Executed { mutation: ready.kind == OperationType::Mutation, failed },
        cost: ready.cost,
        code,
        skeleton: Some(ready.document.skeleton),
    }
}

#[cfg(test)]
mod tests;
