//! The pipeline over a toy schema: what is refused before execution, and that the second time is the same as the first.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_graphql::{Context, EmptySubscription, Object};
use serde_json::{Value as Json, json};

use super::*;

/// How often a resolver ran.
type Ran = Arc<AtomicUsize>;

/// An operation of the toy: resolvers count, and the trail can be made to fail.
#[derive(Clone, Default)]
struct Toy {
    ran: Ran,
    trail_fails: bool,
}

impl Operation for Toy {
    fn equip(&self, request: Request) -> Request {
        request.data(self.ran.clone())
    }

    async fn finish(&self) -> Result<(), Fault> {
        if self.trail_fails { Err(Fault::request("UNAVAILABLE", "Later.", Vec::new())) } else { Ok(()) }
    }
}

struct Asks;
struct Does;
struct Item;

#[Object(name = "Query")]
impl Asks {
    async fn greet(&self, ctx: &Context<'_>, name: String, times: Option<i32>) -> String {
        ctx.data_unchecked::<Ran>().fetch_add(1, Ordering::Relaxed);
        name.repeat(usize::try_from(times.unwrap_or(1)).unwrap_or(0))
    }

    async fn items(&self, first: Option<i32>) -> Vec<Item> {
        (0..first.unwrap_or(1).clamp(0, 100)).map(|_| Item).collect()
    }

    async fn broken(&self) -> async_graphql::Result<i32> {
        Err("relation \"person\" does not exist".into())
    }

    /// `Result<Option<_>>` would null the parent too: a nullable field that may fail answers `Option<Result<_>>`.
    async fn maybe(&self) -> Option<async_graphql::Result<i32>> {
        Some(Err("relation \"person\" does not exist".into()))
    }
}

#[Object(name = "Mutation")]
impl Does {
    async fn bump(&self, ctx: &Context<'_>) -> usize {
        ctx.data_unchecked::<Ran>().fetch_add(1, Ordering::Relaxed) + 1
    }
}

#[Object]
impl Item {
    async fn item(&self) -> Item {
        Item
    }
    async fn number(&self) -> i32 {
        7
    }
}

struct World {
    pipeline: Pipeline<Asks, Does, EmptySubscription>,
    toy: Toy,
}

impl World {
    fn new() -> Self {
        let build =
            |mode| Schema::build(Asks, Does, EmptySubscription).validation_mode(mode).disable_suggestions().finish();
        let (strict, fast) = (build(ValidationMode::Strict), build(ValidationMode::Fast));
        let pipeline = Pipeline::new(strict, fast, Limits::default(), 1_000_000).expect("the SDL parses");
        Self { pipeline, toy: Toy::default() }
    }

    async fn ask_as(&self, asker: Asker<'_>, call: Call) -> (Answer, Json) {
        let answer = self.pipeline.run(asker, call, self.toy.clone()).await;
        let body = serde_json::from_slice(&answer.body).expect("the body is JSON");
        (answer, body)
    }

    async fn ask(&self, document: &str, variables: Json) -> (Answer, Json) {
        let Json::Object(variables) = variables else { panic!("variables are an object") };
        self.ask_as(member(), Call { document: document.to_owned(), variables, ..Call::default() }).await
    }

    /// The code of the first error of a call that must not have run.
    async fn refusal(&self, document: &str, variables: Json) -> String {
        let (answer, body) = self.ask(document, variables).await;
        assert_eq!(answer.kind, AnswerKind::Refused(Refusal::BadRequest), "{body}");
        assert!(body.get("data").is_none());
        assert_eq!(self.ran(), 0, "nothing may run");
        answer.code.expect("a refusal has a code")
    }

    fn ran(&self) -> usize {
        self.toy.ran.load(Ordering::Relaxed)
    }
}

fn member() -> Asker<'static> {
    Asker { stranger: false, request_id: "r1", budget: None }
}

#[tokio::test]
async fn an_answer_carries_data_cost_and_request_id() {
    let (answer, body) = World::new().ask("{ items(first: 3) { number } }", json!({})).await;
    assert_eq!(body["data"]["items"][2]["number"], 7);
    assert_eq!(body["extensions"], json!({ "requestId": "r1", "cost": { "estimated": 3 } }));
    assert_eq!((answer.kind, answer.cost), (AnswerKind::Executed { mutation: false, failed: false }, 3));
}

#[tokio::test]
async fn the_second_time_skips_validation_and_answers_the_same_bytes() {
    let world = World::new();
    let text = "query($n: String!) { greet(name: $n) }";
    let (first, _) = world.ask(text, json!({ "n": "x" })).await;
    assert_eq!(world.pipeline.documents().size().0, 1);
    let (second, _) = world.ask(text, json!({ "n": "x" })).await;
    assert_eq!(first.body, second.body);
}

#[tokio::test]
async fn variables_are_coerced_on_a_known_document_as_on_a_new_one() {
    let world = World::new();
    let text = "query($n: String!) { greet(name: $n) }";
    for _ in 0..2 {
        let (answer, body) = world.ask(text, json!({ "n": 5 })).await;
        assert_eq!(answer.kind, AnswerKind::Refused(Refusal::BadRequest), "{body}");
        assert_eq!(answer.code.as_deref(), Some("BAD_INPUT"));
        world.ask(text, json!({ "n": "x" })).await;
    }
    assert_eq!(world.ran(), 2);
}

#[tokio::test]
async fn an_invalid_document_is_never_kept() {
    let world = World::new();
    for _ in 0..2 {
        assert_eq!(world.refusal("{ grete(name: \"x\") }", json!({})).await, "VALIDATION_FAILED");
    }
    assert_eq!(world.pipeline.documents().size().0, 0);
}

#[tokio::test]
async fn prv_24_a_misspelt_field_gets_no_suggestion() {
    let (_, body) = World::new().ask("{ gret }", json!({})).await;
    assert!(!body.to_string().to_lowercase().contains("did you mean"), "{body}");
}

#[tokio::test]
async fn every_kind_of_wrong_request_has_its_code_and_runs_nothing() {
    let world = World::new();
    for (document, code) in [
        ("{", "PARSE_FAILED"),
        ("{ nothing }", "VALIDATION_FAILED"),
        ("{ greet(name: 5) }", "VALIDATION_FAILED"),
        ("mutation { bump bump }", "VALIDATION_FAILED"),
        ("{ ...a } fragment a on Query { ...a }", "VALIDATION_FAILED"),
        ("subscription { x }", "VALIDATION_FAILED"),
        ("query a { items { number } } query b { items { number } }", "BAD_INPUT"),
        ("query($n: String!) { greet(name: $n) }", "BAD_INPUT"),
    ] {
        assert_eq!(world.refusal(document, json!({})).await, code, "{document}");
    }
    let long = format!("{{ greet(name: \"{}\") }}", "x".repeat(20_000));
    assert_eq!(world.refusal(&long, json!({})).await, "DOCUMENT_TOO_LARGE");
}

#[tokio::test]
async fn l20_what_costs_too_much_is_refused_before_it_runs() {
    let world = World::new();
    let chain = (0..10).fold(String::from("number"), |inner, _| format!("item {{ {inner} }}"));
    let wide: String = (0..15).map(|place| format!("f{place}: items(first: 100) {{ {chain} }}")).collect();
    assert_eq!(world.refusal(&format!("{{ {wide} }}"), json!({})).await, "COST");
}

#[tokio::test]
async fn l20_a_budget_that_is_used_up_refuses_what_would_exceed_it() {
    let world = World::new();
    let call = || Call { document: "{ items(first: 50) { number } }".into(), ..Call::default() };
    let (_, body) = world.ask_as(Asker { budget: Some(60), ..member() }, call()).await;
    assert_eq!(body["extensions"]["cost"], json!({ "estimated": 50, "remaining": 10 }));
    let (answer, _) = world.ask_as(Asker { budget: Some(10), ..member() }, call()).await;
    assert_eq!(answer.code.as_deref(), Some("RATE_LIMITED"));
}

#[tokio::test]
async fn l20_a_stranger_may_not_use_a_large_document_that_a_member_had_kept() {
    let world = World::new();
    let call = || Call { document: "{ items(first: 100) { item { number } } }".into(), ..Call::default() };
    let (answer, _) = world.ask_as(member(), call()).await;
    assert!(matches!(answer.kind, AnswerKind::Executed { .. }));
    let (answer, _) = world.ask_as(Asker { stranger: true, ..member() }, call()).await;
    assert_eq!(answer.code.as_deref(), Some("COST"));
}

#[tokio::test]
async fn a_mutation_does_not_run_by_get() {
    let world = World::new();
    let call = Call { document: "mutation { bump }".into(), get: true, ..Call::default() };
    let (answer, _) = world.ask_as(member(), call).await;
    assert_eq!((answer.kind, world.ran()), (AnswerKind::Refused(Refusal::MutationByGet), 0));
}

#[tokio::test]
async fn l14_a_fault_of_ours_says_nothing_of_its_cause() {
    let world = World::new();
    for _ in 0..2 {
        let (answer, body) = world.ask("{ maybe items(first: 1) { number } }", json!({})).await;
        assert_eq!(answer.kind, AnswerKind::Executed { mutation: false, failed: true });
        assert_eq!(body["data"], json!({ "maybe": null, "items": [{ "number": 7 }] }));
        assert_eq!(body["errors"][0]["extensions"]["code"], "INTERNAL");
        assert!(!body.to_string().contains("relation"), "{body}");
    }
    let (answer, body) = world.ask("{ broken }", json!({})).await;
    assert_eq!(body["data"], Json::Null);
    assert!(matches!(answer.kind, AnswerKind::Executed { .. }), "a field failed, so the request was executed");
}

#[tokio::test]
async fn the_named_operation_runs() {
    let world = World::new();
    let document = "query a { items(first: 1) { number } } query b($n: String!) { greet(name: $n) }".to_owned();
    let call = Call { document, operation_name: Some("a".into()), ..Call::default() };
    let (_, body) = world.ask_as(member(), call).await;
    assert_eq!(body["data"], json!({ "items": [{ "number": 7 }] }));
}

#[tokio::test]
async fn sec_07_an_answer_whose_trail_cannot_be_written_is_withheld() {
    let mut world = World::new();
    world.toy.trail_fails = true;
    let (answer, body) = world.ask("{ items(first: 1) { number } }", json!({})).await;
    assert_eq!(body["data"], Json::Null);
    assert_eq!(answer.code.as_deref(), Some("UNAVAILABLE"));
}
