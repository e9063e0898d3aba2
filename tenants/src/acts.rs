//! Register acts (登记行为): the only way the register changes (REG-08, REG-09).
//!
//! An act is a filled [`Form`]: [`Scope::perform`] opens a unit of work, reads and locks the households and persons concerned, lets
//! the form speak a small vocabulary (`vocabulary.rs`, `people.rs`, `items.rs`), writes what changed in one pass (`flush.rs`), asks the
//! register's invariants of what it wrote (`invariants.rs`), and commits all of it with its audit entry and its events, or nothing.
//! Applications and moves do the same inside their own work by [`Form::perform`].

mod address;
mod adoption;
mod arrival;
mod balance;
mod birth;
mod birth_and_death;
mod cancellation;
mod collective;
mod counts;
mod death;
mod engine;
mod flush;
mod form;
mod handover;
mod head;
mod history;
mod identity;
mod invariants;
mod item;
mod items;
mod merge;
mod move_in;
mod move_out;
mod name;
mod papers;
mod people;
mod register;
mod registration;
mod repair;
mod restoration;
mod split;
mod subjects;
mod supplementary;
mod vocabulary;
mod words;

pub use address::{HouseholdAddressChange, PersonAddressChange};
pub use adoption::Adoption;
pub use arrival::{Arrival, Destination, Who};
pub use balance::Balance;
pub use birth::{Birth, Parentage};
pub use birth_and_death::BirthAndDeath;
pub use cancellation::{Cancellation, CancellationGround};
pub use collective::{CollectiveClosing, CollectiveOpening, Relocation};
pub use death::Death;
pub use engine::{Order, Performed};
pub use form::Form;
pub use head::{HeadChange, RelationCorrection};
pub use history::{Act, ActFilter};
pub use identity::{Correction, SexChange};
pub use item::ItemChange;
pub use items::ItemKind;
pub use merge::Merge;
pub use move_in::{MoveIn, MoveReason};
pub use move_out::MoveOut;
pub use name::NameChange;
pub use papers::{ActPaper, Comparison, ComparisonMethod, Paper};
pub use people::Newcomer;
pub use register::Seen;
pub use repair::Repair;
pub(crate) use repair::undoes;
pub use restoration::Restoration;
pub use split::Split;
pub use subjects::ActSubject;
pub use supplementary::Supplementary;
pub use vocabulary::{Standing, Succession};
pub use words::{ActRole, Basis, PaperKind, RegistrationState, Term};

pub(crate) use form::Perform;
pub(crate) use handover::{Arrived, Carried, GivingUp, TakingOver};
pub(crate) use history::row;
