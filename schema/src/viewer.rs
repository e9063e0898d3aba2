//! Who asks, as the asker sees it.

use async_graphql::{Context, ID, Object, Result};
use std::sync::Arc;
use tenants::members::Member;
use tenants::roles::{self, Action, Domain, Role};
use uuid::Uuid;

use crate::beats::{self, Beat};
use crate::context::{Doorway, Told};
use crate::id::Kind;
use crate::precincts::Precinct;
use crate::words::Word;

/// Who asks.
pub struct Viewer(Arc<Member>);

/// Who asks (当前用户): an account in one posting. Permission: everyone signed in. Cost: 1.
#[Object]
impl Viewer {
    /// Opaque id of the account.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Account, self.0.precinct, self.0.account.map_or(Uuid::nil(), Uuid::from))
    }

    /// The name shown (姓名).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The login (账号).
    async fn login(&self) -> &str {
        &self.0.login
    }

    /// The role of the posting (岗位).
    async fn role(&self) -> Word<Role> {
        Word(self.0.role)
    }

    /// The home precinct: a station, or the district's office (所在单位).
    async fn precinct(&self, ctx: &Context<'_>) -> Result<Precinct> {
        crate::precincts::precinct(ctx, self.0.precinct)
    }

    /// The beats of the posting (负责警务区).
    async fn beats(&self, ctx: &Context<'_>) -> Result<Vec<Beat>> {
        beats::of_posting(ctx, self.0.precinct, &self.0.beats).await
    }

    /// What the role and, for a token, its scope permit (权限).
    async fn permissions(&self) -> Vec<Permission> {
        let granted = |domain| Permission {
            domain,
            actions: roles::actions(self.0.role, domain).iter().filter(|action| self.0.may(domain, *action)).collect(),
        };
        Domain::ALL.iter().copied().map(granted).filter(|permission| !permission.actions.is_empty()).collect()
    }

    /// Whether the role reads across its district (全区视图).
    async fn reads_district(&self) -> bool {
        self.0.reads_district()
    }

    /// One's own open sessions (我的会话).
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<crate::accounts::Session>> {
        crate::accounts::own_sessions(ctx).await
    }

    /// Distinct persons shown to the account today (今日已查看人数, PRV-10).
    async fn persons_shown_today(&self, ctx: &Context<'_>) -> Result<i32> {
        let (shown, _) = ctx.home()?.scope.shown_today().await.told(ctx)?;
        Ok(i32::try_from(shown).unwrap_or(i32::MAX))
    }

    /// How many distinct persons an account may be shown in a day (PRV-10).
    async fn persons_per_day(&self, ctx: &Context<'_>) -> Result<i32> {
        let (_, limit) = ctx.home()?.scope.shown_today().await.told(ctx)?;
        Ok(i32::try_from(limit).unwrap_or(i32::MAX))
    }
}

/// What a role may do in a domain.
pub struct Permission {
    domain: Domain,
    actions: Vec<Action>,
}

/// What the asker may do in a domain (权限). Permission: everyone signed in. Cost: 1.
#[Object]
impl Permission {
    /// The domain (领域).
    async fn domain(&self) -> Word<Domain> {
        Word(self.domain)
    }

    /// The actions granted (操作).
    async fn actions(&self) -> Vec<Word<Action>> {
        self.actions.iter().copied().map(Word).collect()
    }
}

/// Who asks.
#[derive(Default)]
pub struct ViewerQueries;

#[Object]
impl ViewerQueries {
    /// Who asks (当前用户). Permission: everyone signed in. Cost: 1.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Viewer> {
        Ok(Viewer(Arc::clone(ctx.member()?)))
    }
}
