//! The resolvers' doorway: who asks, which precincts are open to them, and the loaders of this one operation.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use async_graphql::{ContextBase, Error, ID, Result};
use tenants::idempotency::Repeatable;
use tenants::ids::PrecinctId;
use tenants::members::Member;
use tenants::scope::{District, Precinct, Scope};
use tenants::store::{Origin, Store};
use uuid::Uuid;

use crate::engine::Engine;
use crate::error;
use crate::id::{Kind, Seal};
use crate::loaders::{DistrictLoaders, Loaders};
use crate::messages::Language;

/// One operation's asker. Lives with the request and dies with it (L3).
pub struct Asking {
    store: Store,
    seal: Seal,
    member: Option<Arc<Member>>,
    origin: Origin,
    language: Language,
    engine: Option<Engine>,
    opened: Mutex<HashMap<PrecinctId, Arc<Opened>>>,
    district: Mutex<Option<Arc<OpenedDistrict>>>,
    repeatable: OnceLock<Arc<Repeatable>>,
}

/// A precinct opened by this operation: its scope and what was loaded from it.
pub struct Opened {
    /// The scope.
    pub scope: Scope<Precinct>,
    /// The loaders over it.
    pub load: Loaders,
}

/// The district opened by this operation.
pub struct OpenedDistrict {
    /// The scope.
    pub scope: Scope<District>,
    /// The loaders over it.
    pub load: DistrictLoaders,
}

impl std::fmt::Debug for Asking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asking").field("request_id", &self.origin.request_id).finish_non_exhaustive()
    }
}

impl Asking {
    /// An asker for one operation; without a member only the public fields answer.
    pub fn new(store: Store, member: Option<Arc<Member>>, origin: Origin, language: Language) -> Self {
        let seal = Seal::new(store.keys().public_id());
        let (opened, district, repeatable) = (Mutex::default(), Mutex::default(), OnceLock::new());
        Self { store, seal, member, origin, language, engine: None, opened, district, repeatable }
    }

    /// Says which engine answers, for the fields that ask it about another document.
    #[must_use]
    pub(crate) fn answered_by(self, engine: &Engine) -> Self {
        Self { engine: Some(engine.clone()), ..self }
    }

    /// The engine that answers this operation; none while an event of a stream is answered.
    pub(crate) fn engine(&self) -> Option<&Engine> {
        self.engine.as_ref()
    }

    /// Who asks, if anybody does.
    pub(crate) fn asker(&self) -> Option<&Arc<Member>> {
        self.member.as_ref()
    }

    /// Says that this operation may be sent again: every scope opened from now on changes its rows once.
    pub(crate) fn repeats(&self, repeatable: &Arc<Repeatable>) {
        let _ = self.repeatable.set(Arc::clone(repeatable));
    }

    /// The key this operation stands under.
    pub(crate) fn repeatable(&self) -> Option<&Arc<Repeatable>> {
        self.repeatable.get()
    }

    /// The scope of a precinct within reach.
    pub(crate) fn scope(&self, precinct: PrecinctId) -> Result<Scope<Precinct>> {
        Ok(self.open(precinct)?.scope.clone())
    }

    /// Writes what the trail says of this operation and waits for it; the answer leaves only after that (SEC-07).
    pub async fn finish(&self) -> tenants::Result<()> {
        let opened: Vec<Arc<Opened>> =
            self.opened.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        for precinct in opened {
            precinct.scope.finish().await?;
        }
        let district = self.district.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match district {
            Some(district) => district.scope.finish().await,
            None => Ok(()),
        }
    }

    /// The language of messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Writes and reads public ids.
    pub fn seal(&self) -> &Seal {
        &self.seal
    }

    /// The store, for what belongs to no precinct.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Where the request comes from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    fn member(&self) -> Result<&Arc<Member>> {
        self.member.as_ref().ok_or_else(|| unauthenticated(self.language))
    }

    fn open(&self, precinct: PrecinctId) -> Result<Arc<Opened>> {
        let member = self.member()?;
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = opened.get(&precinct) {
            return Ok(Arc::clone(found));
        }
        let scope = self.store.precinct_of(member, precinct, &self.origin).map_err(|fault| self.fail(&fault))?;
        if let Some(repeatable) = self.repeatable.get() {
            scope.repeats(Arc::clone(repeatable));
        }
        let entered = Arc::new(Opened { load: Loaders::new(&scope), scope });
        opened.insert(precinct, Arc::clone(&entered));
        Ok(entered)
    }

    fn open_district(&self) -> Result<Arc<OpenedDistrict>> {
        let member = self.member()?;
        let mut district = self.district.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = district.as_ref() {
            return Ok(Arc::clone(found));
        }
        let scope = self.store.district(member, &self.origin).map_err(|fault| self.fail(&fault))?;
        let entered = Arc::new(OpenedDistrict { load: DistrictLoaders::new(&scope), scope });
        *district = Some(Arc::clone(&entered));
        Ok(entered)
    }

    pub(crate) fn fail(&self, fault: &tenants::Error) -> Error {
        error::answer(fault, self.language)
    }
}

fn unauthenticated(language: Language) -> Error {
    use async_graphql::ErrorExtensions as _;
    let sentence = crate::messages::message("UNAUTHENTICATED", language).unwrap_or_default();
    Error::new(sentence).extend_with(|_, extensions| extensions.set("code", "UNAUTHENTICATED"))
}

/// What a resolver may ask of its context.
pub trait Doorway {
    /// The operation's asker.
    fn asking(&self) -> &Asking;

    /// Who asks; `UNAUTHENTICATED` when nobody does.
    fn member(&self) -> Result<&Arc<Member>> {
        self.asking().member()
    }

    /// The asker's home precinct.
    fn home(&self) -> Result<Arc<Opened>> {
        let asking = self.asking();
        asking.open(asking.member()?.precinct)
    }

    /// A precinct within the asker's reach; any other is `NOT_FOUND`.
    fn at(&self, precinct: PrecinctId) -> Result<Arc<Opened>> {
        self.asking().open(precinct)
    }

    /// The asker's district.
    fn district(&self) -> Result<Arc<OpenedDistrict>> {
        self.asking().open_district()
    }

    /// A public id.
    fn id(&self, kind: Kind, precinct: PrecinctId, row: impl Into<Uuid>) -> ID {
        self.asking().seal.id(kind, precinct, row)
    }

    /// The row a public id of this kind names, within reach; any other is `NOT_FOUND`, before any SQL.
    fn row<T: From<Uuid>>(&self, kind: Kind, id: &ID) -> Result<(PrecinctId, T)> {
        let asking = self.asking();
        let member = asking.member()?;
        match asking.seal.open(id) {
            Some((found, precinct, row)) if found == kind && member.reaches(precinct) => Ok((precinct, row.into())),
            _ => Err(asking.fail(&tenants::Error::NotFound)),
        }
    }

    /// The row a public id names, if it is of this kind and of this very precinct; any other is `NOT_FOUND`.
    fn row_in<T: From<Uuid>>(&self, kind: Kind, precinct: PrecinctId, id: &ID) -> Result<T> {
        let (of, row) = self.row(kind, id)?;
        if of == precinct { Ok(row) } else { Err(self.fail(&tenants::Error::NotFound)) }
    }

    /// The GraphQL error of a fault.
    fn fail(&self, fault: &tenants::Error) -> Error {
        self.asking().fail(fault)
    }
}

impl<T> Doorway for ContextBase<'_, T> {
    #[expect(clippy::expect_used, reason = "the pipeline equips every request; without it nothing can be answered")]
    fn asking(&self) -> &Asking {
        self.data::<Arc<Asking>>().expect("every request carries its asker")
    }
}

/// Turns a tenant's result into a field's.
pub trait Told<T> {
    /// The value, or the error in the asker's language.
    fn told(self, ctx: &impl Doorway) -> Result<T>;
}

impl<T> Told<T> for tenants::Result<T> {
    fn told(self, ctx: &impl Doorway) -> Result<T> {
        self.map_err(|fault| ctx.fail(&fault))
    }
}

impl<T> Told<T> for std::result::Result<T, Arc<tenants::Error>> {
    fn told(self, ctx: &impl Doorway) -> Result<T> {
        self.map_err(|fault| ctx.fail(&fault))
    }
}

/// Turns what a loader found into a field's value; what is not there is `NOT_FOUND`.
pub trait Found<T> {
    /// The value, or the error.
    fn found(self, ctx: &impl Doorway) -> Result<T>;
}

impl<T> Found<T> for std::result::Result<Option<T>, Arc<tenants::Error>> {
    fn found(self, ctx: &impl Doorway) -> Result<T> {
        self.told(ctx)?.ok_or_else(|| ctx.fail(&tenants::Error::NotFound))
    }
}
