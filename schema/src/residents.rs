//! Residents (居民) as GraphQL objects: what one reads of himself, and the window's queue of those who said who they are.
//!
//! Nothing here takes an argument by which anybody but the asker could be named.

mod confirmations;
mod me;

pub use confirmations::{ConfirmResidentInput, ConfirmResidentPayload, ConfirmationMutations, ResidentConfirmation};
pub(crate) use confirmations::{confirmation, confirmations};
pub use me::{Me, ResidentMutations, ResidentQueries};
