//! `node` and `nodes` of Relay: any object by its public id, by the same way its own field goes.

use async_graphql::{Context, ID, Interface, Object, Result};
use tenants::ids::PrecinctId;
use uuid::Uuid;

use crate::addresses::Address;
use crate::applications::Application;
use crate::appointments::Appointment;
use crate::beats::Beat;
use crate::case_files::CaseFile;
use crate::certificates::Certificate;
use crate::communities::Community;
use crate::context::{Doorway, Told};
use crate::documents::Document;
use crate::dwellings::Dwelling;
use crate::households::Household;
use crate::id::Kind;
use crate::persons::RevealApproval;
use crate::precincts::Precinct;
use crate::rentals::Rental;
use crate::residence_permits::ResidencePermit;
use crate::residents::ResidentConfirmation;
use crate::rights_requests::RightsRequest;
use crate::stays::Stay;

/// An object with a public id. Holds nothing else: what an object shows is decided at the object (L27). A person is none:
/// whoever reads a person states a purpose (PRV-02).
#[expect(
    clippy::large_enum_variant,
    reason = "each is made, resolved and dropped at once; a box would only add an allocation"
)]
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque id."))]
pub enum Node {
    /// A precinct.
    Precinct(Precinct),
    /// A beat.
    Beat(Beat),
    /// A community.
    Community(Community),
    /// An address.
    Address(Address),
    /// A dwelling.
    Dwelling(Dwelling),
    /// A household.
    Household(Household),
    /// A rental.
    Rental(Rental),
    /// A temporary registration.
    Stay(Stay),
    /// A residence permit.
    ResidencePermit(ResidencePermit),
    /// A case file.
    CaseFile(CaseFile),
    /// An application.
    Application(Application),
    /// An approval.
    RevealApproval(RevealApproval),
    /// A document.
    Document(Document),
    /// A certificate.
    Certificate(Certificate),
    /// A resident's word on who he is.
    ResidentConfirmation(ResidentConfirmation),
    /// A request about one's own data.
    RightsRequest(RightsRequest),
    /// An appointment.
    Appointment(Appointment),
}

/// Objects by id.
#[derive(Default)]
pub struct NodeQueries;

#[Object]
impl NodeQueries {
    /// The object of a public id; foreign, forged and missing ids answer alike (PRV-24). Permission: that of the object. Cost: 1.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Option<Result<Node>> {
        Some(resolve(ctx, &id).await)
    }

    /// The objects of at most 100 public ids, in their order. Permission: that of each object. Cost: 1 each.
    async fn nodes(&self, ctx: &Context<'_>, ids: Vec<ID>) -> Result<Vec<Option<Result<Node>>>> {
        if ids.len() > 100 {
            return Err(crate::page::bad(ctx, "FIRST", "ids"));
        }
        let nodes = futures_util::future::join_all(ids.iter().map(|id| resolve(ctx, id))).await;
        Ok(nodes.into_iter().map(Some).collect())
    }
}

pub(crate) async fn resolve(ctx: &Context<'_>, id: &ID) -> Result<Node> {
    let missing = || ctx.fail(&tenants::Error::NotFound);
    let member = ctx.member()?;
    let (kind, precinct, row) = ctx.asking().seal().open(id).ok_or_else(missing)?;
    if !member.reaches(precinct) {
        return Err(missing());
    }
    match kind {
        Kind::Precinct => crate::precincts::precinct(ctx, precinct).map(Node::Precinct),
        Kind::Household | Kind::Rental | Kind::Stay | Kind::ResidencePermit => record(ctx, kind, precinct, row).await,
        Kind::Beat | Kind::Community | Kind::Address | Kind::Dwelling => place(ctx, kind, precinct, row).await,
        Kind::CaseFile => {
            let row = ctx.at(precinct)?.scope.case_file(row.into()).await.told(ctx)?;
            Ok(Node::CaseFile(CaseFile { precinct, row }))
        }
        Kind::Document => crate::documents::document(ctx, precinct, id).await.map(Node::Document),
        Kind::Certificate => crate::certificates::certificate(ctx, precinct, id).await.map(Node::Certificate),
        Kind::Application => ctx
            .at(precinct)?
            .scope
            .application(row.into())
            .await
            .told(ctx)
            .map(|row| Node::Application(Application(row))),
        Kind::RevealApproval => {
            let row = ctx.at(precinct)?.scope.reveal_approval(row.into()).await.told(ctx)?;
            Ok(Node::RevealApproval(RevealApproval { precinct, row }))
        }
        Kind::ResidentConfirmation => {
            crate::residents::confirmation(ctx, precinct, row.into()).await.map(Node::ResidentConfirmation)
        }
        Kind::Appointment => crate::appointments::appointment(ctx, precinct, row.into()).await.map(Node::Appointment),
        Kind::RightsRequest => {
            crate::rights_requests::rights_request(ctx, precinct, row.into()).await.map(Node::RightsRequest)
        }
        _ => Err(missing()),
    }
}

async fn record(ctx: &Context<'_>, kind: Kind, precinct: PrecinctId, row: Uuid) -> Result<Node> {
    let scope = &ctx.at(precinct)?.scope;
    match kind {
        Kind::Household => {
            let row = scope.household(&tenants::households::FindHousehold::Id(row.into())).await.told(ctx)?;
            Ok(Node::Household(Household(row)))
        }
        Kind::Stay => crate::stays::stay(ctx, precinct, row.into()).await.map(Node::Stay),
        Kind::ResidencePermit => {
            crate::residence_permits::permit(ctx, precinct, row.into()).await.map(Node::ResidencePermit)
        }
        _ => crate::rentals::rental(ctx, precinct, row.into()).await.map(Node::Rental),
    }
}

async fn place(ctx: &Context<'_>, kind: Kind, precinct: PrecinctId, row: Uuid) -> Result<Node> {
    ctx.at(precinct)?.scope.may(tenants::roles::Domain::Places, tenants::roles::Action::List).told(ctx)?;
    match kind {
        Kind::Beat => crate::beats::beat(ctx, precinct, row.into()).await.map(Node::Beat),
        Kind::Community => crate::communities::community(ctx, precinct, row.into()).await.map(Node::Community),
        Kind::Address => crate::addresses::address(ctx, precinct, row.into()).await.map(Node::Address),
        _ => crate::dwellings::dwelling(ctx, precinct, row.into()).await.map(Node::Dwelling),
    }
}
