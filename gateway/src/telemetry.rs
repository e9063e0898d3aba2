//! Logs and traces, without a personal value in either (PRV-26).
//!
//! Two fences hold that: our own spans and lines name only words of ours (routes, codes, ids of requests, hashes of document
//! skeletons), and what leaves for a collector passes [`Fence`], which drops every span and every attribute that is not on a
//! short list, so that a library's well-meant field cannot carry a name outside.

use std::sync::Arc;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use opentelemetry::trace::{Status, TracerProvider as _};
use opentelemetry_otlp::{SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::{
    Resource,
    error::OTelSdkResult,
    trace::{Sampler, SdkTracerProvider, SpanData, SpanExporter as Exporter},
};
use tokio::runtime::Handle;
use tracing::{Instrument as _, field};
use tracing_subscriber::{EnvFilter, Layer as _, layer::SubscriberExt as _, util::SubscriberInitExt as _};

use crate::{
    config::{LogFormat, Telemetry},
    metrics,
    request_id::RequestId,
};

/// The attributes that may leave the process.
const ALLOWED: [&str; 12] = [
    "request_id",
    "route",
    "method",
    "status",
    "document",
    "cost",
    "code",
    "rows",
    "statements",
    "busy_ns",
    "idle_ns",
    "level",
];
/// Spans of these crates may leave the process.
const OURS: [&str; 4] = ["gateway", "schema", "tenants", "ops"];

/// Why telemetry could not start.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// `telemetry.log` is no filter.
    #[error("telemetry.log: {0}")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// `telemetry.otlp_endpoint` is no address.
    #[error("telemetry.otlp_endpoint: {0}")]
    Endpoint(#[from] opentelemetry_otlp::ExporterBuildError),
    /// Something else has taken the logs already.
    #[error("telemetry was started twice")]
    Twice(#[from] tracing_subscriber::util::TryInitError),
}

/// Keeps telemetry going; [`Running::flush`] sends what is still held.
#[derive(Debug)]
pub struct Running {
    provider: Option<SdkTracerProvider>,
}

impl Running {
    /// Sends the spans still held and stops. Blocks for at most the exporter's own time limit.
    pub fn flush(self) {
        if let Some(provider) = self.provider
            && let Err(cause) = provider.shutdown()
        {
            tracing::warn!(%cause, "the last spans could not be sent");
        }
    }
}

/// Starts logs on standard error, panics among them, and traces if an endpoint is set. Call inside the runtime, once.
pub fn start(settings: &Telemetry) -> Result<Running, TelemetryError> {
    let provider = provider(settings)?;
    let traces = provider.as_ref().map(|provider| {
        tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("huji"))
            .with_location(false)
            .with_threads(false)
            .with_filter(tracing_subscriber::filter::filter_fn(|metadata| ours(metadata.target())))
    });
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match settings.log_format {
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
        LogFormat::Text => lines.boxed(),
    };
    let filter = EnvFilter::try_new(&settings.log)?;
    tracing_subscriber::registry().with(lines.with_filter(filter)).with(traces).try_init()?;
    std::panic::set_hook(Box::new(|panic| {
        panicked(panic.location());
    }));
    Ok(Running { provider })
}

/// Says where a panic was and not what it said: a slice out of bounds repeats the text it was cut from (PRV-26).
fn panicked(place: Option<&std::panic::Location<'_>>) {
    tracing::error!(place = place.map(tracing::field::display), "a bug of ours: panicked");
}

/// The way of spans to the collector, if there is one.
pub fn provider(settings: &Telemetry) -> Result<Option<SdkTracerProvider>, TelemetryError> {
    if settings.otlp_endpoint.is_empty() {
        return Ok(None);
    }
    let address = format!("{}/v1/traces", settings.otlp_endpoint.trim_end_matches('/'));
    let exporter = SpanExporter::builder().with_http().with_endpoint(address).build()?;
    let sampler = Sampler::ParentBased(Box::new(Sampler::TraceIdRatioBased(settings.trace_ratio)));
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(Fence { inner: Arc::new(exporter), runtime: Handle::current() })
        .with_sampler(sampler)
        .with_resource(Resource::builder().with_service_name("huji").build());
    Ok(Some(provider.build()))
}

fn ours(target: &str) -> bool {
    OURS.contains(&target.split("::").next().unwrap_or_default())
}

/// Lets only what is listed out, and does the sending on our runtime: the batch thread has none of its own.
#[derive(Debug)]
struct Fence<E> {
    inner: Arc<E>,
    runtime: Handle,
}

impl<E: Exporter + 'static> Exporter for Fence<E> {
    async fn export(&self, mut batch: Vec<SpanData>) -> OTelSdkResult {
        batch.iter_mut().for_each(strip);
        let inner = Arc::clone(&self.inner);
        let sending = self.runtime.spawn(async move { inner.export(batch).await });
        sending
            .await
            .unwrap_or_else(|cause| Err(opentelemetry_sdk::error::OTelSdkError::InternalFailure(cause.to_string())))
    }

    fn shutdown_with_timeout(&self, timeout: std::time::Duration) -> OTelSdkResult {
        self.inner.shutdown_with_timeout(timeout)
    }
}

/// Drops every attribute that is not on the list, of the span and of its events, and the words beside its status; an event
/// keeps its name, a sentence of ours that is never made from a value.
fn strip(span: &mut SpanData) {
    if matches!(span.status, Status::Error { .. }) {
        span.status = Status::error("");
    }
    span.attributes.retain(|attribute| ALLOWED.contains(&attribute.key.as_str()));
    for event in &mut span.events.events {
        event.attributes.retain(|attribute| ALLOWED.contains(&attribute.key.as_str()));
    }
    span.links.links.clear();
}

/// One span a request, by route: neither the path nor the query string is in it.
pub async fn trace(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned().unwrap_or_default().0;
    let route = request.extensions().get::<MatchedPath>().map_or("console", MatchedPath::as_str);
    let method = metrics::known(request.method().as_str());
    let span = tracing::info_span!("request", request_id = id, route, method, status = field::Empty);
    let response = next.run(request).instrument(span.clone()).await;
    span.record("status", response.status().as_u16());
    response
}

#[cfg(test)]
mod tests {
    use opentelemetry::trace::Span as _;
    use opentelemetry::{KeyValue, trace::Tracer as _};
    use opentelemetry_sdk::trace::SimpleSpanProcessor;

    use super::*;

    /// Keeps what would have been sent.
    #[derive(Clone, Debug, Default)]
    struct Kept(Arc<std::sync::Mutex<Vec<SpanData>>>);

    impl Exporter for Kept {
        async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
            self.0.lock().expect("nobody panicked").extend(batch);
            Ok(())
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn prv_26_an_attribute_that_is_not_listed_never_leaves() {
        let kept = Kept::default();
        let fence = Fence { inner: Arc::new(kept.clone()), runtime: Handle::current() };
        let provider = SdkTracerProvider::builder().with_span_processor(SimpleSpanProcessor::new(fence)).build();
        let sending = tokio::task::spawn_blocking(move || {
            let secret = KeyValue::new("login", "zhangwenjing");
            let span = provider
                .tracer("t")
                .span_builder("request")
                .with_attributes([secret, KeyValue::new("route", "/graphql")]);
            let mut span = span.start(&provider.tracer("t"));
            span.set_status(Status::error("zhangwenjing is locked"));
            drop(span);
        });
        sending.await.expect("sent");
        let spans = kept.0.lock().expect("nobody panicked");
        assert_eq!(spans.len(), 1);
        assert_eq!(spans[0].attributes, vec![KeyValue::new("route", "/graphql")]);
        assert_eq!(spans[0].status, Status::error(""));
    }

    #[test]
    fn only_spans_of_our_own_crates_leave() {
        assert!(ours("gateway::graphql") && ours("tenants"));
        assert!(!ours("sqlx::query") && !ours("hyper") && !ours("gatewayish::x"));
    }
}
