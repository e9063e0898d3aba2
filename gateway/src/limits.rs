//! What protects the service from its callers: how much, how long, how many at once, how often.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{Extensions, HeaderMap, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use moka::sync::Cache;
use tenants::{
    ids::AccountId,
    link::{Link, Rate, Whose},
    members::Member,
};

use crate::{Gateway, config::Guards, error::Error};

/// Reads a body of at most the allowed length.
pub async fn body(body: Body, most: usize) -> Result<Bytes, Error> {
    to_bytes(body, most).await.map_err(|_| {
        let message = format!("The body is longer than {most} bytes, or it broke off.");
        Error::client(StatusCode::PAYLOAD_TOO_LARGE, "DOCUMENT_TOO_LARGE", message)
    })
}

/// Gives up a request that takes too long; dropping it rolls its transaction back.
pub async fn time(State(gateway): State<Gateway>, request: Request, next: Next) -> Response {
    let most = gateway.config().limits.request_time();
    tokio::time::timeout(most, next.run(request)).await.unwrap_or_else(|_| {
        let message = format!("This took longer than {} seconds and was given up.", most.as_secs());
        Error::unavailable(message, Duration::from_secs(1)).into_response()
    })
}

/// Lets a bounded number of requests in at once; the others wait a bounded time, so that a flood becomes quick refusals and
/// not a queue that nobody survives.
pub async fn admit(State(gateway): State<Gateway>, request: Request, next: Next) -> Response {
    let wait = Duration::from_millis(gateway.config().limits.queue_milliseconds);
    match tokio::time::timeout(wait, gateway.places().acquire_owned()).await {
        Ok(Ok(_place)) => next.run(request).await,
        Ok(Err(_)) | Err(_) => {
            Error::unavailable("Too many requests at once; ask again shortly.", Duration::from_secs(1)).into_response()
        }
    }
}

/// Where a request comes from: the trusted proxy's word if one is configured, or the connection.
pub fn address(header: &str, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
    if header.is_empty() {
        return extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    }
    // The last entry is the one our own proxy wrote; those before it are the caller's claims.
    let value = headers.get_all(header).iter().next_back()?.to_str().ok()?;
    value.rsplit(',').next()?.trim().parse().ok()
}

/// Whose points are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payer {
    /// An account, over all its sessions and tokens.
    Member(AccountId),
    /// A network address without a member.
    Stranger(Option<IpAddr>),
}

impl Payer {
    /// The member's account, or failing that the address.
    pub fn of(member: Option<&Arc<Member>>, address: Option<IpAddr>) -> Self {
        member.and_then(|member| member.account).map_or(Self::Stranger(address), Self::Member)
    }
}

/// One payer's points, as this process counts them.
#[derive(Debug)]
struct Bucket {
    points: f64,
    at: Instant,
}

/// The points of everybody who asked lately: counted by all gateways together in Redis, or by this process alone where there is
/// none or it does not answer.
#[derive(Clone, Debug)]
pub struct Buckets {
    member: Rate,
    stranger: Rate,
    shared: Link,
    own: Cache<Payer, Arc<Mutex<Bucket>>>,
}

/// Payers remembered; one that is forgotten starts with a full bucket, so the number must be well above who asks at once.
const PAYERS: u64 = 100_000;

impl Buckets {
    /// Full buckets at the configured rates.
    pub fn new(guards: &Guards, shared: Link) -> Self {
        // A bucket untouched for this long is full again.
        let idle = Duration::from_mins(30);
        Self {
            member: Rate { per_minute: guards.member_points_per_minute, saved: guards.member_points_saved },
            stranger: Rate { per_minute: guards.stranger_points_per_minute, saved: guards.stranger_points_saved },
            shared,
            own: Cache::builder().max_capacity(PAYERS).time_to_idle(idle).build(),
        }
    }

    fn rate(&self, payer: Payer) -> Rate {
        match payer {
            Payer::Member(_) => self.member,
            Payer::Stranger(_) => self.stranger,
        }
    }

    /// The whole points a payer has now; nothing when his kind is not counted. Refused when there is none left.
    pub async fn left(&self, payer: Payer, now: Instant) -> Result<Option<u64>, Error> {
        let rate = self.rate(payer);
        if rate.per_minute == 0 {
            return Ok(None);
        }
        let points = self.settle(payer, rate, now, 0).await;
        if points >= 1.0 { Ok(Some(whole(points))) } else { Err(dry(points, rate)) }
    }

    /// Takes points; a bucket may go below empty, and then has to fill up before anything is let through again.
    pub async fn spend(&self, payer: Payer, now: Instant, points: u64) {
        let rate = self.rate(payer);
        if rate.per_minute > 0 {
            self.settle(payer, rate, now, points).await;
        }
    }

    async fn settle(&self, payer: Payer, rate: Rate, now: Instant, spent: u64) -> f64 {
        let together = match payer {
            Payer::Member(account) => self.shared.settle(Whose::Account(account), rate, spent).await,
            Payer::Stranger(address) => {
                let address = address.map_or_else(String::new, |address| address.to_string());
                self.shared.settle(Whose::Address(&address), rate, spent).await
            }
        };
        together.unwrap_or_else(|| self.settle_here(payer, rate, now, spent))
    }

    fn settle_here(&self, payer: Payer, rate: Rate, now: Instant, spent: u64) -> f64 {
        let full = || Arc::new(Mutex::new(Bucket { points: float(rate.saved), at: now }));
        let bucket = self.own.get_with(payer, full);
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let earned = now.saturating_duration_since(bucket.at).as_secs_f64() * float(rate.per_minute) / 60.0;
        bucket.points = (bucket.points + earned).min(float(rate.saved)) - float(spent);
        bucket.at = now;
        bucket.points
    }
}

/// The refusal of an empty bucket: how long until it holds a point.
fn dry(points: f64, rate: Rate) -> Error {
    let seconds = (1.0 - points) * 60.0 / float(rate.per_minute);
    let wait = Duration::try_from_secs_f64(seconds.ceil()).unwrap_or(Duration::from_mins(1));
    Error::too_many("Your points for now are used up; ask again shortly.", wait)
}

#[expect(clippy::cast_precision_loss, reason = "points are counted in thousands, not in quadrillions")]
fn float(points: u64) -> f64 {
    points as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between one and the points saved")]
fn whole(points: f64) -> u64 {
    points as u64
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;
    use proptest::prelude::*;

    use super::*;
    use crate::config::Config;

    const STRANGER: Payer = Payer::Stranger(None);

    fn buckets(per_minute: u64, saved: u64) -> Buckets {
        let guards =
            Guards { stranger_points_per_minute: per_minute, stranger_points_saved: saved, ..Config::default().limits };
        Buckets::new(&guards, Link::unset())
    }

    #[tokio::test]
    async fn l20_a_bucket_empties_refuses_and_fills_again() {
        let (buckets, start) = (buckets(60, 100), Instant::now());
        assert_eq!(buckets.left(STRANGER, start).await, Ok(Some(100)));
        buckets.spend(STRANGER, start, 110).await;
        let refusal = buckets.left(STRANGER, start).await.expect_err("empty").into_response();
        assert_eq!(refusal.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refusal.headers()["retry-after"], "11");
        assert_eq!(buckets.left(STRANGER, start + Duration::from_secs(11)).await, Ok(Some(1)));
        assert_eq!(buckets.left(STRANGER, start + Duration::from_hours(1)).await, Ok(Some(100)));
    }

    #[tokio::test]
    async fn one_payer_does_not_empty_the_bucket_of_another() {
        let (buckets, start) = (buckets(60, 100), Instant::now());
        buckets.spend(STRANGER, start, 500).await;
        assert_eq!(buckets.left(Payer::Stranger(Some([10, 0, 0, 1].into())), start).await, Ok(Some(100)));
    }

    #[tokio::test]
    async fn a_rate_of_zero_counts_nobody() {
        let (buckets, start) = (buckets(0, 0), Instant::now());
        buckets.spend(STRANGER, start, u64::MAX).await;
        assert_eq!(buckets.left(STRANGER, start).await, Ok(None));
    }

    #[test]
    fn the_address_is_the_last_entry_of_the_trusted_header_and_of_no_other() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "1.1.1.1, 2.2.2.2".parse().expect("a header"));
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([3, 3, 3, 3], 1))));
        assert_eq!(address("x-forwarded-for", &headers, &extensions), Some([2, 2, 2, 2].into()));
        assert_eq!(address("", &headers, &extensions), Some([3, 3, 3, 3].into()));
        assert_eq!(address("x-real-ip", &headers, &extensions), None);
    }

    proptest! {
        #[test]
        fn a_bucket_never_holds_more_than_may_be_saved(spends in proptest::collection::vec((0_u64..50, 0_u64..100), 0..50)) {
            let (buckets, mut now) = (buckets(600, 40), Instant::now());
            for (spend, seconds) in spends {
                now += Duration::from_secs(seconds);
                // Without Redis nothing is waited for.
                if let Some(Ok(Some(left))) = buckets.left(STRANGER, now).now_or_never() {
                    prop_assert!(left <= 40);
                }
                prop_assert!(buckets.spend(STRANGER, now, spend).now_or_never().is_some());
            }
        }
    }
}
