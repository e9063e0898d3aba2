//! Counts for Prometheus. Labels are words of ours and never values of a request, so that there are few of them and none is
//! personal (PRV-26).

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse, Response},
};
use prometheus::{
    Encoder as _, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder,
};
use schema::engine::{Answer, AnswerKind};
use tenants::link::{Link, LinkState};

use crate::{Gateway, streams::Transport};

/// Seconds: from a point read in memory to the time limit of a request.
const SECONDS: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0, 20.0];
/// Points: from `__typename` to the limit of a document.
const POINTS: [f64; 8] = [1.0, 5.0, 20.0, 100.0, 250.0, 1_000.0, 2_500.0, 10_000.0];

/// Everything that is counted.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    open: IntGauge,
    operations: IntCounterVec,
    points: HistogramVec,
    documents: IntGauge,
    streams: IntGaugeVec,
    frames: IntCounterVec,
    webhook_deliveries: IntCounterVec,
    webhooks_waiting: IntGauge,
    redis_up: IntGauge,
    redis_failures: IntGauge,
}

impl Metrics {
    /// Fails only if two metrics had one name.
    pub fn new() -> Result<Self, prometheus::Error> {
        let metrics = Self {
            registry: Registry::new(),
            requests: IntCounterVec::new(
                Opts::new("huji_http_requests_total", "Requests answered."),
                &["route", "method", "status"],
            )?,
            seconds: HistogramVec::new(
                HistogramOpts::new("huji_http_request_seconds", "Time to answer.").buckets(SECONDS.into()),
                &["route"],
            )?,
            open: IntGauge::new("huji_http_requests_open", "Requests being answered.")?,
            operations: IntCounterVec::new(
                Opts::new("huji_graphql_operations_total", "GraphQL operations by what became of them."),
                &["kind", "code"],
            )?,
            points: HistogramVec::new(
                HistogramOpts::new("huji_graphql_cost_points", "Estimated cost of executed operations.")
                    .buckets(POINTS.into()),
                &["kind"],
            )?,
            documents: IntGauge::new("huji_graphql_documents_kept", "Documents kept parsed and validated.")?,
            streams: IntGaugeVec::new(Opts::new("huji_streams_open", "Streams that are open."), &["transport"])?,
            frames: IntCounterVec::new(
                Opts::new("huji_stream_frames_total", "Answers sent on streams, by what became of them."),
                &["transport", "code"],
            )?,
            webhook_deliveries: IntCounterVec::new(
                Opts::new("huji_webhook_deliveries_total", "Attempts to deliver a webhook, by what became of them."),
                &["outcome"],
            )?,
            webhooks_waiting: IntGauge::new(
                "huji_webhooks_waiting",
                "Webhooks of the whole installation that wait to be tried again.",
            )?,
            redis_up: IntGauge::new(
                "huji_redis_up",
                "1 when Redis answers, 0 when this process counts by itself, -1 when none is set.",
            )?,
            redis_failures: IntGauge::new(
                "huji_redis_failures",
                "Commands that Redis did not answer since the process began.",
            )?,
        };
        metrics.registry.register(Box::new(metrics.requests.clone()))?;
        metrics.registry.register(Box::new(metrics.seconds.clone()))?;
        metrics.registry.register(Box::new(metrics.open.clone()))?;
        metrics.registry.register(Box::new(metrics.operations.clone()))?;
        metrics.registry.register(Box::new(metrics.points.clone()))?;
        metrics.registry.register(Box::new(metrics.documents.clone()))?;
        metrics.registry.register(Box::new(metrics.streams.clone()))?;
        metrics.registry.register(Box::new(metrics.frames.clone()))?;
        metrics.registry.register(Box::new(metrics.webhook_deliveries.clone()))?;
        metrics.registry.register(Box::new(metrics.webhooks_waiting.clone()))?;
        metrics.registry.register(Box::new(metrics.redis_up.clone()))?;
        metrics.registry.register(Box::new(metrics.redis_failures.clone()))?;
        Ok(metrics)
    }

    /// Counts an answer sent on a stream.
    pub fn frame(&self, transport: Transport, code: Option<&str>) {
        self.frames.with_label_values(&[transport.as_str(), code.unwrap_or("OK")]).inc();
    }

    /// The streams open over a transport.
    pub fn streams(&self, transport: Transport) -> IntGauge {
        self.streams.with_label_values(&[transport.as_str()])
    }

    /// Counts an attempt to deliver a webhook, by a word of ours.
    pub fn webhook(&self, outcome: &'static str) {
        self.webhook_deliveries.with_label_values(&[outcome]).inc();
    }

    /// Says how many webhooks wait to be tried again.
    pub fn webhooks_waiting(&self, count: usize) {
        self.webhooks_waiting.set(i64::try_from(count).unwrap_or(i64::MAX));
    }

    fn link(&self, link: &Link) {
        self.redis_up.set(match link.state() {
            LinkState::Up => 1,
            LinkState::Down => 0,
            LinkState::Unset => -1,
        });
        self.redis_failures.set(i64::try_from(link.failures()).unwrap_or(i64::MAX));
    }

    /// Counts an answered GraphQL call.
    pub fn operation(&self, answer: &Answer) {
        let kind = match answer.kind {
            AnswerKind::Refused(_) => "refused",
            AnswerKind::Executed { mutation: true, .. } => "mutation",
            AnswerKind::Executed { mutation: false, .. } => "query",
        };
        self.operations.with_label_values(&[kind, answer.code.as_deref().unwrap_or("OK")]).inc();
        if matches!(answer.kind, AnswerKind::Executed { .. }) {
            #[expect(
                clippy::cast_precision_loss,
                reason = "an executed operation costs at most a few thousand points"
            )]
            self.points.with_label_values(&[kind]).observe(answer.cost as f64);
        }
    }
}

/// Counts and times every request by its route.
pub async fn count(State(gateway): State<Gateway>, request: Request, next: Next) -> Response {
    let metrics = gateway.metrics();
    let route = request.extensions().get::<MatchedPath>().map_or("console".to_owned(), |path| path.as_str().to_owned());
    let method = known(request.method().as_str());
    let started = Instant::now();
    metrics.open.inc();
    let response = next.run(request).await;
    metrics.open.dec();
    metrics.seconds.with_label_values(&[route.as_str()]).observe(started.elapsed().as_secs_f64());
    metrics.requests.with_label_values(&[route.as_str(), method, response.status().as_str()]).inc();
    response
}

/// A method is whatever the caller writes; only the usual ones become a label or leave in a span (PRV-26).
pub(crate) fn known(method: &str) -> &'static str {
    ["GET", "POST", "DELETE", "HEAD", "OPTIONS"].into_iter().find(|known| *known == method).unwrap_or("OTHER")
}

/// `GET /metrics`.
pub async fn show(State(gateway): State<Gateway>) -> Response {
    let metrics = gateway.metrics();
    metrics.documents.set(i64::try_from(gateway.engine().documents().size().0).unwrap_or(i64::MAX));
    metrics.link(gateway.store().link());
    let mut body = Vec::new();
    match TextEncoder::new().encode(&metrics.registry.gather(), &mut body) {
        Ok(()) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], body).into_response(),
        Err(cause) => {
            tracing::error!(%cause, "the metrics cannot be written");
            crate::error::Error::Internal.into_response()
        }
    }
}
