//! Counts that all gateways keep together: a caller's points, and the failures of a login that no account has.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use redis::Script;

use super::{Link, Whose};
use crate::sessions::{ATTEMPTS, LOCKED_FOR};

/// How fast points come back, and how many may be saved up.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// Points that come back in a minute; none means that nobody counts.
    pub per_minute: u64,
    /// Points that may be saved up.
    pub saved: u64,
}

/// A token bucket by the server's own clock, so that gateways need not agree on the time. A bucket that is not there is full; one
/// that is only looked at is not written. It is forgotten when it would be full again.
static BUCKET: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local per_minute, saved, spent = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local kept = redis.call('HMGET', KEYS[1], 'points', 'at')
        local points, at = tonumber(kept[1]) or saved, tonumber(kept[2]) or now
        points = math.min(saved, points + math.max(0, now - at) * per_minute / 60000) - spent
        if spent > 0 then
            redis.call('HSET', KEYS[1], 'points', string.format('%.3f', points), 'at', string.format('%d', now))
            redis.call('PEXPIRE', KEYS[1], math.ceil((saved - points) * 60000 / per_minute) + 1000)
        end
        return string.format('%.3f', points)
        ",
    )
});

/// The failures of a login, as `sessions::Failures` counts them: by the application's clock, like those of accounts. Answers the end
/// of the lock in milliseconds, or nothing when the attempt is looked at.
static FAILURES: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local now, lock, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        local kept = redis.call('HMGET', KEYS[1], 'count', 'until')
        local count, lifted = tonumber(kept[1]) or 0, tonumber(kept[2]) or 0
        if lifted > now then return string.format('%d', lifted) end
        if lifted > 0 then count = 0 end
        count, lifted = count + 1, 0
        if count >= most then lifted = now + lock end
        redis.call('HSET', KEYS[1], 'count', count, 'until', string.format('%d', lifted))
        redis.call('PEXPIRE', KEYS[1], lock)
        return false
        ",
    )
});

impl Link {
    /// Takes `spent` points from somebody's bucket and answers what it holds then, which may be less than nothing; `None` when each
    /// process has to count by itself.
    pub async fn settle(&self, whose: Whose<'_>, rate: Rate, spent: u64) -> Option<f64> {
        let key = self.0.as_ref()?.key(whose, "points");
        let mut call = BUCKET.key(key);
        call.arg(rate.per_minute).arg(rate.saved).arg(spent);
        self.run::<String>(&call).await?.parse().ok()
    }

    /// Counts an attempt with a login that no account has: `Some(None)` when it is looked at, `Some(Some(end))` while it is locked.
    pub(crate) async fn reserve(&self, login: &str, now: DateTime<Utc>) -> Option<Option<DateTime<Utc>>> {
        let key = self.0.as_ref()?.key(Whose::Login(login), "failures");
        let mut call = FAILURES.key(key);
        call.arg(now.timestamp_millis()).arg(LOCKED_FOR.num_milliseconds()).arg(ATTEMPTS);
        let until: Option<String> = self.run(&call).await?;
        Some(until.and_then(|text| text.parse().ok()).and_then(DateTime::from_timestamp_millis))
    }
}
