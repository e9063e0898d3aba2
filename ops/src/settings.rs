//! The settings as commands use them: the gateway's, and the master key's file.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use gateway::Config;
use tenants::Store;
use tenants::clock::{Clock, Ids};
use tenants::keys::MasterKey;

use crate::failure::{Failure, Result};

/// What `huji.toml` and the environment say.
pub(crate) struct Settings {
    pub(crate) config: Config,
}

impl Settings {
    /// Reads them; a key that does not exist is refused.
    #[expect(clippy::disallowed_methods, reason = "the one place where the environment is read, for gateway::config")]
    pub(crate) fn read() -> Result<Self> {
        Ok(Self { config: Config::load(None, std::env::vars())? })
    }

    /// The application role's database.
    pub(crate) fn database_url(&self) -> &str {
        self.config.database.url_or_default()
    }

    /// The owner's database; the application's where none is named, which is right on SQLite.
    pub(crate) fn owner_url(&self) -> &str {
        if self.config.database.owner_url.is_empty() { self.database_url() } else { &self.config.database.owner_url }
    }

    /// The application role's name, on PostgreSQL.
    pub(crate) fn database_user(&self) -> Option<&str> {
        let (_, rest) = self.database_url().split_once("://").filter(|(scheme, _)| scheme.starts_with("postgres"))?;
        let (user, _) = rest.split_once('@')?;
        Some(user.split_once(':').map_or(user, |(name, _)| name))
    }

    /// Where files are kept: as set, or beside the database.
    pub(crate) fn files_place(&self) -> String {
        const FOLDER: &str = "huji-files";
        if !self.config.files.place.is_empty() {
            return self.config.files.place.clone();
        }
        let file = self.database_url().strip_prefix("sqlite:").map(|rest| rest.trim_start_matches("//"));
        let file = file.map(|rest| rest.split('?').next().unwrap_or_default());
        let folder = file.and_then(|file| Path::new(file).parent()).unwrap_or(Path::new(""));
        folder.join(FOLDER).display().to_string()
    }

    /// The master key from its file.
    pub(crate) fn master_key(&self) -> Result<MasterKey> {
        let path = &self.config.keys.master_file;
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(MasterKey::from_hex(&text).map_err(|error| Failure::new(format!("{path}: {error}")))?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Failure::new(format!(
                "{path}: there is no master key; `huji migrate` makes one for a new database"
            ))),
            Err(error) => Err(Failure::new(format!("{path}: {error}"))),
        }
    }

    /// The master key, made if its file is not there.
    pub(crate) fn master_key_or_new(&self) -> Result<MasterKey> {
        let path = Path::new(&self.config.keys.master_file);
        if !path.exists() {
            let key = MasterKey::generate(&Ids::system()?);
            private_file(path)?.write_all(format!("{}\n", key.to_hex()).as_bytes())?;
        }
        self.master_key()
    }

    /// The store as the application's role opens it.
    pub(crate) async fn store(&self) -> Result<Store> {
        self.open(self.database_url()).await
    }

    /// The store as the owner opens it: for making tenants.
    pub(crate) async fn owners_store(&self) -> Result<Store> {
        self.open(self.owner_url()).await
    }

    /// The store without Redis, whose own health is another question.
    pub(crate) async fn store_alone(&self) -> Result<Store> {
        self.open_with(self.database_url(), String::new()).await
    }

    async fn open(&self, url: &str) -> Result<Store> {
        self.open_with(url, self.config.redis.url.clone()).await
    }

    async fn open_with(&self, url: &str, redis_url: String) -> Result<Store> {
        migrated(url).await?;
        let settings = tenants::store::Settings {
            database_url: url.to_owned(),
            connections: self.config.database.connections,
            redis_url,
            master_key: self.master_key()?,
            persons_per_day: self.config.privacy.persons_per_day,
            kept_for: std::time::Duration::from_secs(self.config.redis.kept_seconds),
            files: tenants::files::Settings {
                place: self.files_place(),
                clamd: self.config.files.clamd.clone(),
                most_bytes: self.config.files.most_bytes,
            },
            paper: tenants::certificates::Settings {
                font: self.config.certificates.font.clone(),
                address: self.config.server.public_url.clone(),
            },
            clock: Clock::system(),
            ids: Ids::system()?,
        };
        Ok(Store::open(settings).await?)
    }
}

/// Refuses a database without any tables, and says what makes them.
pub(crate) async fn migrated(url: &str) -> Result {
    if migrations::status(url).await?.applied.is_empty() {
        return Err(Failure::new("there are no tables in this database yet: run `huji migrate`"));
    }
    Ok(())
}

/// A new file that only its owner reads; refused if it is there.
pub(crate) fn private_file(path: &Path) -> Result<std::fs::File> {
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    file.map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}
