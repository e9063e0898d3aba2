//! Settings: the defaults in `config.default.toml`, over them `huji.toml`, over it the environment. Unknown keys are refused,
//! because a misspelt limit is no limit.

use std::{net::SocketAddr, path::Path, time::Duration};

use schema::bounds::Limits;
use serde::Deserialize;
use toml::{Table, Value};

use crate::webhooks::Range;

/// Every setting with its default and meaning: what `huji.toml` may hold.
pub const DEFAULTS: &str = include_str!("../config.default.toml");

/// Names other tools gave these settings long ago.
const ALIASES: [(&str, &str, &str); 7] = [
    ("DATABASE_URL", "database", "url"),
    ("REDIS_URL", "redis", "url"),
    ("HUJI_LISTEN", "server", "listen"),
    ("HUJI_FILES", "files", "place"),
    ("HUJI_CLAMD", "files", "clamd"),
    ("HUJI_SMS_HOOK", "residents", "sms_hook"),
    ("OTEL_EXPORTER_OTLP_ENDPOINT", "telemetry", "otlp_endpoint"),
];
/// Names that begin like ours and belong to the tests and the console's own scripts.
const NOT_OURS: [&str; 3] = ["HUJI_TEST_", "HUJI_URL", "HUJI_ACCOUNTS"];

/// Why the settings cannot be used. Every message says where to look.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path} cannot be read: {cause}")]
    File {
        /// The file.
        path: String,
        /// The system's word.
        cause: std::io::Error,
    },
    /// The file is not TOML, or a value is of the wrong kind.
    #[error("{place}: {problem}")]
    Wrong {
        /// The file or variable.
        place: String,
        /// What is wrong.
        problem: String,
    },
    /// A key that no setting has.
    #[error("{place}: there is no setting \"{key}\"; gateway/config.default.toml lists them all{hint}")]
    Unknown {
        /// The file or variable.
        place: String,
        /// The key.
        key: String,
        /// The keys of that section, when the section exists.
        hint: String,
    },
}

/// All settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where and how we listen.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// Redis, or none.
    pub redis: Redis,
    /// Keys of sealed fields.
    pub keys: Keys,
    /// Where files are kept.
    pub files: Files,
    /// What certificates are printed with.
    pub certificates: Certificates,
    /// Limits that protect persons.
    pub privacy: Privacy,
    /// The residents' door.
    pub residents: Residents,
    /// Limits that protect the service.
    pub limits: Guards,
    /// Where webhooks may lead.
    pub webhooks: Webhooks,
    /// Logs and traces.
    pub telemetry: Telemetry,
}

/// Where and how we listen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: SocketAddr,
    /// How browsers reach us; empty for plain HTTP on the request's host.
    pub public_url: String,
    /// The trusted proxy's header with the caller's address; empty for none.
    pub client_address_header: String,
    /// Seconds open requests get to end.
    pub drain_seconds: u64,
}

impl Server {
    /// Whether browsers reach us by TLS.
    pub fn https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The database.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// The application role's URL; empty for the default file.
    pub url: String,
    /// The owner's URL, for migrations.
    pub owner_url: String,
    /// Most connections.
    pub connections: u32,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("connections", &self.connections).finish_non_exhaustive()
    }
}

impl Database {
    /// The URL to open.
    pub fn url_or_default(&self) -> &str {
        if self.url.is_empty() { "sqlite://huji.db" } else { &self.url }
    }
}

/// Redis.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redis {
    /// The URL; empty for none.
    pub url: String,
    /// How long an answer may be kept, in seconds.
    pub kept_seconds: u64,
}

impl std::fmt::Debug for Redis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redis").field("used", &!self.url.is_empty()).finish_non_exhaustive()
    }
}

/// Keys of sealed fields.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// The file of the master key.
    pub master_file: String,
}

/// Where files are kept and how they are looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// A folder, or `s3://bucket/path`; empty for a folder beside the database.
    pub place: String,
    /// `host:port` of a clamd; empty for none.
    pub clamd: String,
    /// The largest file taken, in bytes.
    pub most_bytes: u64,
}

/// What certificates are printed with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificates {
    /// The font's file, with `#index` for a face of a collection.
    pub font: String,
}

/// Limits that protect persons.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Distinct persons an account may be shown in a day (PRV-10).
    pub persons_per_day: u32,
}

/// The residents' door.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Residents {
    /// The relay that one-time codes are posted to; empty for none.
    pub sms_hook: String,
}

impl std::fmt::Debug for Residents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Residents").field("sms_hook", &!self.sms_hook.is_empty()).finish_non_exhaustive()
    }
}

/// Limits that protect the service; each is explained in `config.default.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml is the one place that explains each")]
pub struct Guards {
    pub body_bytes: usize,
    pub request_seconds: u64,
    pub concurrent_requests: usize,
    pub queue_milliseconds: u64,
    pub member_points_per_minute: u64,
    pub member_points_saved: u64,
    pub stranger_points_per_minute: u64,
    pub stranger_points_saved: u64,
    pub streams: usize,
    pub streams_per_member: usize,
    pub subscriptions_per_socket: usize,
    pub stream_stall_seconds: u64,
    pub document_bytes: usize,
    pub document_tokens: usize,
    pub document_depth: usize,
    pub document_fields: usize,
    pub document_root_fields: usize,
    pub document_aliases: usize,
    pub document_directives: usize,
    pub cost: u64,
    pub document_cache_bytes: u64,
}

impl Guards {
    /// The bounds of a member's documents.
    pub fn documents(&self) -> Limits {
        Limits {
            bytes: self.document_bytes,
            tokens: self.document_tokens,
            depth: self.document_depth,
            expanded: self.document_fields,
            root_fields: self.document_root_fields,
            aliases: self.document_aliases,
            directives: self.document_directives,
            cost: self.cost,
            ..Limits::default()
        }
    }

    /// The longest time a client may take nothing of a stream.
    pub fn stall(&self) -> Duration {
        Duration::from_secs(self.stream_stall_seconds)
    }

    /// The longest time for one request.
    pub fn request_time(&self) -> Duration {
        Duration::from_secs(self.request_seconds)
    }
}

/// Where webhooks may lead.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    /// Whether this process delivers any.
    pub enabled: bool,
    /// Private ranges that are open to them.
    pub allow: Vec<Range>,
    /// Whether they may go without TLS.
    pub allow_http: bool,
    /// A file of further authorities; empty for none.
    pub authorities: String,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// For a terminal.
    Text,
}

/// Logs and traces.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telemetry {
    /// Levels, in the words of `tracing`'s filter.
    pub log: String,
    /// How lines look.
    pub log_format: LogFormat,
    /// Where traces go; empty for nowhere.
    pub otlp_endpoint: String,
    /// The part of requests traced.
    pub trace_ratio: f64,
}

impl Config {
    /// Reads the settings: `file` if given or, failing that, `huji.toml` of this folder if it is there, then `environment`
    /// (pass [`std::env::vars`]).
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut settings = defaults();
        if let Some((place, text)) = read(file)? {
            let table = text.parse::<Table>().map_err(|error| wrong(&place, error.message()))?;
            overlay(&mut settings, table, &place)?;
        }
        for (name, value) in environment {
            if let Some((section, key)) = setting_of(&settings, &name)? {
                put_text(&mut settings, &name, &section, &key, &value)?;
            }
        }
        // Written out, the error has a second line that names the key.
        settings
            .try_into()
            .map_err(|error: toml::de::Error| wrong("settings", error.to_string().trim().replace('\n', " ")))
    }
}

impl Default for Config {
    fn default() -> Self {
        defaults().try_into().expect("a test holds the embedded defaults to the types")
    }
}

fn defaults() -> Table {
    DEFAULTS.parse().expect("a test holds the embedded defaults to be TOML")
}

fn wrong(place: &str, problem: impl Into<String>) -> ConfigError {
    ConfigError::Wrong { place: place.to_owned(), problem: problem.into() }
}

fn read(file: Option<&Path>) -> Result<Option<(String, String)>, ConfigError> {
    let path = file.unwrap_or(Path::new("huji.toml"));
    let place = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some((place, text))),
        Err(cause) if file.is_none() && cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(ConfigError::File { path: place, cause }),
    }
}

/// Lays a file's table over the settings, key by key, so that an unknown one can be named.
fn overlay(settings: &mut Table, table: Table, place: &str) -> Result<(), ConfigError> {
    for (section, values) in table {
        let Value::Table(values) = values else { return Err(unknown(settings, place, &section, None)) };
        for (key, value) in values {
            let known = settings.get(&section).and_then(|section| section.get(&key)).is_some();
            if !known {
                return Err(unknown(settings, place, &section, Some(&key)));
            }
            settings[&section][&key] = value;
        }
    }
    Ok(())
}

fn unknown(settings: &Table, place: &str, section: &str, key: Option<&str>) -> ConfigError {
    let hint = match settings.get(section) {
        Some(Value::Table(known)) => {
            format!("; [{section}] has {}", known.keys().map(String::as_str).collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    };
    let key = key.map_or_else(|| section.to_owned(), |key| format!("{section}.{key}"));
    ConfigError::Unknown { place: place.to_owned(), key, hint }
}

/// The setting a variable names, if it is one of ours: `HUJI_LIMITS_BODY_BYTES` is `body_bytes` of `[limits]`.
fn setting_of(settings: &Table, name: &str) -> Result<Option<(String, String)>, ConfigError> {
    if let Some((_, section, key)) = ALIASES.iter().find(|(alias, ..)| *alias == name) {
        return Ok(Some(((*section).to_owned(), (*key).to_owned())));
    }
    let Some(rest) = name.strip_prefix("HUJI_") else { return Ok(None) };
    if NOT_OURS.iter().any(|prefix| name.starts_with(prefix)) {
        return Ok(None);
    }
    let lower = rest.to_lowercase();
    let named = lower
        .split_once('_')
        .filter(|(section, key)| settings.get(*section).and_then(|section| section.get(*key)).is_some());
    match named {
        Some((section, key)) => Ok(Some((section.to_owned(), key.to_owned()))),
        None => {
            Err(ConfigError::Unknown { place: "environment".to_owned(), key: name.to_owned(), hint: String::new() })
        }
    }
}

/// Puts a variable's text where a value of the default's kind stands.
fn put_text(settings: &mut Table, name: &str, section: &str, key: &str, text: &str) -> Result<(), ConfigError> {
    let slot = &mut settings[section][key];
    let value = match slot {
        Value::Integer(_) => text.parse().ok().map(Value::Integer),
        Value::Float(_) => text.parse().ok().map(Value::Float),
        Value::Boolean(_) => text.parse().ok().map(Value::Boolean),
        Value::Array(_) => Some(Value::Array(parts(text).map(|part| Value::String(part.to_owned())).collect())),
        _ => Some(Value::String(text.to_owned())),
    };
    *slot =
        value.ok_or_else(|| wrong(name, format!("must be of the kind of {}.{key}, a {}", section, slot.type_str())))?;
    Ok(())
}

/// What stands between commas.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn with_file(text: &str) -> Result<Config, ConfigError> {
        let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
        file.write_all(text.as_bytes()).expect("written");
        Config::load(Some(file.path()), [])
    }

    fn with_environment(name: &str, value: &str) -> Result<Config, ConfigError> {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        Config::load(Some(file.path()), [(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn the_embedded_defaults_are_complete_and_of_the_right_kinds() {
        let config = Config::default();
        assert_eq!(config.server.listen, SocketAddr::from(([127, 0, 0, 1], 8000)));
        assert_eq!(config.database.url_or_default(), "sqlite://huji.db");
        assert_eq!(config.limits.documents(), Limits::default());
    }

    #[test]
    fn every_default_is_explained_by_a_comment_above_it() {
        let mut explained = false;
        for line in DEFAULTS.lines() {
            let keeps = line.contains('=') && !line.starts_with('#');
            assert!(!keeps || explained, "{line}");
            explained = line.starts_with('#') || (keeps && explained);
        }
    }

    #[test]
    fn the_file_changes_what_it_names_and_nothing_else() {
        let config = with_file("[limits]\ncost = 5\n").expect("good");
        assert_eq!((config.limits.cost, config.limits.body_bytes), (5, Config::default().limits.body_bytes));
    }

    #[test]
    fn an_unknown_key_is_refused_and_the_known_ones_are_named() {
        let error = with_file("[limits]\ncosts = 5\n").expect_err("refused").to_string();
        assert!(error.contains("\"limits.costs\"") && error.contains("body_bytes"), "{error}");
        assert!(with_file("[limit]\ncost = 5\n").is_err());
        assert!(with_file("cost = 5\n").is_err());
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_refused() {
        assert!(with_file("[limits]\ncost = \"many\"\n").is_err());
        assert!(with_file("[server]\nlisten = \"8000\"\n").is_err());
        let error = with_environment("HUJI_LIMITS_COST", "many").expect_err("refused").to_string();
        assert!(error.starts_with("HUJI_LIMITS_COST"), "{error}");
    }

    #[test]
    fn the_environment_wins_by_section_and_key_or_by_the_usual_name() {
        assert_eq!(with_environment("HUJI_LIMITS_BODY_BYTES", "9").expect("good").limits.body_bytes, 9);
        assert_eq!(with_environment("HUJI_LISTEN", "0.0.0.0:80").expect("good").server.listen.port(), 80);
        assert_eq!(with_environment("DATABASE_URL", "sqlite://x").expect("good").database.url, "sqlite://x");
        assert_eq!(with_environment("HUJI_DATABASE_OWNER_URL", "y").expect("good").database.owner_url, "y");
    }

    #[test]
    fn a_list_is_written_with_commas_and_a_range_that_is_none_is_refused() {
        let config = with_environment("HUJI_WEBHOOKS_ALLOW", "10.0.0.0/8, fd00::/8").expect("good");
        assert_eq!(config.webhooks.allow, ["10.0.0.0/8", "fd00::/8"].map(|range| range.parse().expect("a range")));
        assert!(with_environment("HUJI_WEBHOOKS_ALLOW", "10.0.0.0/40").is_err());
        assert!(with_file("[webhooks]\nallow = [\"the intranet\"]\n").is_err());
    }

    #[test]
    fn a_misspelt_variable_is_refused_and_the_tests_own_are_let_be() {
        assert!(with_environment("HUJI_LIMITS_COSTS", "1").is_err());
        assert!(with_environment("HUJI_TEST_DATABASE_URL", "x").is_ok());
        assert!(with_environment("PATH", "x").is_ok());
    }

    #[test]
    fn a_missing_file_that_was_asked_for_is_an_error() {
        assert!(Config::load(Some(Path::new("/nowhere/huji.toml")), []).is_err());
    }

    #[test]
    fn prv_26_urls_with_passwords_are_not_in_the_debug_form() {
        let config = with_environment("DATABASE_URL", "postgres://role:secret@host/name").expect("good");
        assert!(!format!("{config:?}").contains("secret"));
    }
}
