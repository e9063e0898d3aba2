//! Residents (居民) as GraphQL objects: what one reads of himself, and the window's queue of those who said who they are.
//!
//! Nothing a resident sends takes an argument by which anybody but the asker could be named.

mod applications;
mod confirmations;
mod filing;
mod me;
mod papers;

pub use applications::{Acknowledgement, MyApplication, MyStep, MyWords};
pub use confirmations::{ConfirmResidentInput, ConfirmResidentPayload, ConfirmationMutations, ResidentConfirmation};
pub(crate) use confirmations::{confirmation, confirmations};
pub use filing::{MyApplicationMutations, MyApplicationPayload};
pub use me::{Me, ResidentMutations, ResidentQueries};
pub use papers::{MyPaper, MyPaperMutations, MyUpload, MyUploadPayload};
