//! The two database roles the application works under, and what they are let do.
//!
//! The application signs in as the user of its own URL and reads across precincts by `SET LOCAL ROLE` to a second role
//! called `<user>_district`. Neither owns a table nor passes row-level security, and membership in the second does not
//! leak its policies into the first: the first is NOINHERIT.

use std::str::FromStr;

use percent_encoding::percent_decode_str;
use sea_orm_migration::prelude::DbErr;
use sea_orm_migration::sea_orm::TransactionTrait;
use sea_orm_migration::sea_orm::sqlx::postgres::PgConnectOptions;
use url::Url;

use crate::database::{self, Database};
use crate::{Error, policies};

/// Roles belong to a whole server: another installation on it may make its own at the same moment, and PostgreSQL
/// answers the slower one with an error instead of a wait.
const TRIES: u32 = 6;

/// The names of the two roles, and the password of the first.
pub(crate) struct Roles {
    /// Reads and writes one precinct; signs in.
    pub(crate) app: String,
    /// Reads several precincts; entered by the first.
    pub(crate) district: String,
    password: Option<String>,
}

/// Makes the application's roles, or puts existing ones right, and opens the tables to them by grants and policies.
///
/// `owner_url` names the owner of the tables: a role with BYPASSRLS and CREATEROLE, or a superuser. `app_url` names the
/// application's role and its password. May be run again and again; changes nothing that is already so. Does nothing on
/// SQLite, which has no roles. Refuses a database where a guarded table and [`TENANT_TABLES`](crate::TENANT_TABLES) differ.
pub async fn roles(owner_url: &str, app_url: &str) -> Result<(), Error> {
    database::place(app_url)?;
    let owner = database::open(owner_url).await?;
    if !owner.is_postgres() {
        return owner.close().await;
    }
    let roles = Roles::named_by(app_url)?;
    owner.alone().await?;
    check_owner(&owner, &roles).await?;
    make(&owner, &roles, app_url).await?;
    let opened = owner.connection.begin().await.map_err(Error::during("opening the tables to the application"))?;
    policies::open(&opened, &roles).await?;
    opened.commit().await.map_err(Error::during("opening the tables to the application"))?;
    owner.close().await?;
    database::open(app_url).await?.close().await
}

impl Roles {
    fn named_by(app_url: &str) -> Result<Self, Error> {
        let options = PgConnectOptions::from_str(app_url).map_err(|fault| Error::Url(fault.to_string()))?;
        let app = options.get_username().to_owned();
        let district = format!("{app}_district");
        // PostgreSQL cuts longer names, and two cut names could be one.
        if district.len() > 63 {
            return Err(Error::Roles(format!("the role name {app} is longer than 54 bytes")));
        }
        Ok(Self { app, district, password: password(app_url) })
    }
}

/// The password as the driver would read it: in front of the host, or as a parameter.
fn password(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let parameter = url.query_pairs().find(|(name, _)| name == "password").map(|(_, value)| value.into_owned());
    parameter.or_else(|| url.password().map(|text| percent_decode_str(text).decode_utf8_lossy().into_owned()))
}

/// An owner bound by row-level security would seed and back-fill nothing without a word.
async fn check_owner(owner: &Database, roles: &Roles) -> Result<(), Error> {
    const SQL: &str = "SELECT current_user::text, rolsuper OR rolbypassrls, rolsuper OR rolcreaterole \
        FROM pg_roles WHERE rolname = current_user";
    let act = "reading the owner's attributes";
    let rows = owner.rows(SQL, [], act).await?;
    for row in rows {
        let read = |place| row.try_get_by_index::<bool>(place).map_err(Error::during(act));
        let name: String = row.try_get_by_index(0).map_err(Error::during(act))?;
        if name == roles.app {
            return Err(Error::Roles(format!(
                "{name} is both owner and application: give the application a role of its own"
            )));
        }
        if !read(1)? {
            return Err(Error::Roles(format!(
                "the owner {name} needs BYPASSRLS: ALTER ROLE {} BYPASSRLS",
                quoted(&name)
            )));
        }
        if !read(2)? {
            return Err(Error::Roles(format!(
                "the owner {name} needs CREATEROLE: ALTER ROLE {} CREATEROLE",
                quoted(&name)
            )));
        }
    }
    Ok(())
}

/// Makes the roles, trying again when another installation was quicker.
async fn make(owner: &Database, roles: &Roles, app_url: &str) -> Result<(), Error> {
    let mut tries = 1;
    while let Err(fault) = make_once(owner, roles, app_url).await {
        if tries == TRIES || matches!(fault, Error::Roles(_)) {
            return Err(fault);
        }
        let pause = format!("SELECT pg_sleep({})", 0.05 * f64::from(tries));
        owner.run(&pause, "waiting for another installation").await?;
        tries += 1;
    }
    Ok(())
}

async fn make_once(owner: &Database, roles: &Roles, app_url: &str) -> Result<(), Error> {
    let (app, district) = (quoted(&roles.app), quoted(&roles.district));
    match attributes(owner, &roles.district).await? {
        None => owner.run(&format!("CREATE ROLE {district} NOLOGIN"), "creating the district's role").await?,
        Some(is) if is.powerful => return Err(powerful(&roles.district)),
        Some(_) => {}
    }
    let password = roles.password.as_deref().map_or_else(String::new, |word| format!(" PASSWORD {}", literal(word)));
    match attributes(owner, &roles.app).await? {
        None => {
            let sql = format!("CREATE ROLE {app} LOGIN NOINHERIT{password}");
            owner.run(&sql, "creating the application's role").await?;
        }
        Some(is) if is.powerful => return Err(powerful(&roles.app)),
        // Signing in is the only way to learn whether the password is still the one of the URL.
        Some(is) if is.inherits || !is.signs_in || !signs_in(app_url).await => {
            let sql = format!("ALTER ROLE {app} LOGIN NOINHERIT{password}");
            owner.run(&sql, "putting the application's role right").await?;
        }
        Some(_) => {}
    }
    let member = owner
        .texts(
            "SELECT 'yes' WHERE pg_has_role($1, $2, 'MEMBER')",
            [roles.app.as_str().into(), roles.district.as_str().into()],
            "reading who is whose member",
        )
        .await?;
    if member.is_empty() {
        owner
            .run(&format!("GRANT {district} TO {app}"), "making the application a member of the district's role")
            .await?;
    }
    Ok(())
}

struct Attributes {
    powerful: bool,
    inherits: bool,
    signs_in: bool,
}

async fn attributes(owner: &Database, role: &str) -> Result<Option<Attributes>, Error> {
    let act = "reading a role's attributes";
    let sql = "SELECT rolsuper OR rolbypassrls, rolinherit, rolcanlogin FROM pg_roles WHERE rolname = $1";
    let rows = owner.rows(sql, [role.into()], act).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let read = |place| row.try_get_by_index(place).map_err(Error::during(act));
    Ok(Some(Attributes { powerful: read(0)?, inherits: read(1)?, signs_in: read(2)? }))
}

fn powerful(role: &str) -> Error {
    Error::Roles(format!("the role {role} is a superuser or has BYPASSRLS: no policy would bind the application"))
}

async fn signs_in(app_url: &str) -> bool {
    match database::open(app_url).await {
        Ok(database) => database.close().await.is_ok(),
        Err(_) => false,
    }
}

/// A name as SQL writes it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text as SQL writes it, whatever the server's setting for backslashes.
fn literal(text: &str) -> String {
    format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
}

/// For the steps that run in the caller's transaction.
pub(crate) fn opening(source: DbErr) -> Error {
    Error::during("opening the tables to the application")(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_password_come_from_the_url() {
        let roles = Roles::named_by("postgres://north:p%40ss@db/huji").expect("a good URL");
        assert_eq!((roles.app.as_str(), roles.district.as_str()), ("north", "north_district"));
        assert_eq!(roles.password.as_deref(), Some("p@ss"));
    }

    #[test]
    fn quotes_cannot_be_left() {
        assert_eq!(quoted("a\"b"), "\"a\"\"b\"");
        assert_eq!(literal("it's \\'"), "E'it''s \\\\'''");
    }
}
