//! At the window (当场办结): one registrar accepts, reviews and approves in one command, where the type says so. It is three steps
//! all the same, each with its own row and its own entry in the trail.

use super::hand::Hand;
use super::{Acceptance, Application, Approval, Review};
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

impl Scope<Precinct> {
    /// Accepts, reviews and approves an application whose type is handled on the spot.
    pub async fn handle_on_the_spot(
        &self,
        (id, seen): (ApplicationId, i32),
        acceptance: Acceptance,
        review: &Review,
    ) -> Result<Application> {
        let handled = async {
            self.may(Domain::Applications, Action::Manage)?;
            self.must_be_a_person()?;
            let mut hand = Hand::take(self, id, Some(seen)).await?;
            if !hand.kind.on_the_spot {
                return Err(Error::invalid("ON_THE_SPOT", "applicationId", "this type is not handled on the spot"));
            }
            hand.accept(acceptance).await?;
            hand.review(review).await?;
            hand.approve(&Approval::default()).await?;
            hand.finish(&["acceptApplication", "reviewApplication", "approveApplication"]).await
        };
        self.refused("handleOnTheSpot", id, handled.await)
    }
}
