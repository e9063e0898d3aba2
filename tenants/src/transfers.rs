//! Moves between stations (迁移, §2.9): two sides, one truth.
//!
//! A move between two stations of the installation is a row at each of them, under one id, changed together in one transaction
//! ([`Crossing`](crate::scope)): both read the same state (MOV-11), and when the origin agrees, leaving and arriving are one commit
//! (MOV-02). With a station outside there is one row here, and papers stand for the other side. `states.rs` is the table of steps.

mod deciding;
mod filing;
mod outside;
mod rows;
mod sides;
mod states;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{ActId, DwellingId, HouseholdId, PersonId, PrecinctId, TransferId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope};

pub use filing::{Mover, NewTransfer};
pub use outside::{Certificate, DeathOnTheWay, NewDeparture};
pub use sides::Handover;
pub use states::{TransferKind, TransferSide, TransferState};

use crate::acts::{Destination, MoveReason};
use rows::{person_row, row};

/// Persons of one move: more than any household that moves has.
const MOST_MOVERS: usize = 50;

/// A move, as one of its two stations has it.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// Its id, the same at both stations.
    pub id: TransferId,
    /// The station whose row it is.
    pub precinct: PrecinctId,
    /// Its number, the same at both stations.
    pub number: String,
    /// Which side this station is.
    pub side: TransferSide,
    /// Between whom.
    pub kind: TransferKind,
    /// Where it stands.
    pub state: TransferState,
    /// Why.
    pub ground: MoveReason,
    /// The other station, where it is one of ours.
    pub other: Option<PrecinctId>,
    /// The other station's short name, or the place outside.
    pub other_name: String,
    /// On this side: the household joined, or the one left.
    pub household: Option<HouseholdId>,
    /// On the receiving side: the dwelling of a new household.
    pub dwelling: Option<DwellingId>,
    /// Who filed it.
    pub applied_by: String,
    /// When.
    pub applied_at: DateTime<Utc>,
    /// Who permitted it.
    pub permitted_by: Option<String>,
    /// The permit (准迁证) and its last day.
    pub permit: Option<(String, NaiveDate)>,
    /// The transfer certificate (迁移证) and its last day.
    pub certificate: Option<(String, NaiveDate)>,
    /// Why it was refused, sent back or given up.
    pub reason: Option<String>,
    /// The act by which the persons left, on the giving side.
    pub out_act: Option<ActId>,
    /// The act by which they came, on the receiving side.
    pub in_act: Option<ActId>,
    /// Counts changes; the same at both stations (REG-19).
    pub version: i32,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A person of a move, masked.
#[derive(Clone, Debug)]
pub struct TransferPerson {
    /// The move.
    pub transfer: TransferId,
    /// The person, once known here.
    pub person: Option<PersonId>,
    /// What he is, or is to be, to the head at the destination.
    pub relation: String,
    /// The name, masked.
    pub name: String,
    /// The citizen id number, masked.
    pub id_number: Option<String>,
}

/// Which moves are listed.
#[derive(Clone, Debug, Default)]
pub struct TransferFilter {
    /// In this state.
    pub state: Option<TransferState>,
    /// On this side.
    pub side: Option<TransferSide>,
    /// Still open and not changed since this instant: what the sweeper asks for (MOV-10).
    pub still_since: Option<DateTime<Utc>>,
}

impl Scope<Precinct> {
    /// One move.
    pub async fn transfer(&self, id: TransferId) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::List)?;
        let found = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(self.precinct(), Entry::new("transfer", Domain::Transfers.as_str()).on("transfer", id).rows(1));
        found.try_into()
    }

    /// A page of moves, by number.
    pub async fn transfers(&self, filter: &TransferFilter, paging: &Paging) -> Result<Page<Transfer>> {
        self.may(Domain::Transfers, Action::List)?;
        let page = self.transfer_rows(filter).page(row::Column::Number, paging).await?;
        let items: Vec<Transfer> = page.items.into_iter().map(Transfer::try_from).collect::<Result<_>>()?;
        let entry = Entry::new("transfers", Domain::Transfers.as_str()).rows(items.len());
        self.note(self.precinct(), entry);
        Ok(Page { items, more: page.more })
    }

    /// How many moves a filter keeps.
    pub async fn count_transfers(&self, filter: &TransferFilter) -> Result<u64> {
        self.may(Domain::Transfers, Action::List)?;
        self.transfer_rows(filter).count().await
    }

    fn transfer_rows(&self, filter: &TransferFilter) -> Rows<'_, row::Entity, Precinct> {
        let open = [TransferState::Applied, TransferState::Permitted, TransferState::OutRecorded];
        let open = open.map(TransferState::as_str);
        self.rows::<row::Entity>()
            .filter_some(filter.state, |state| row::Column::State.eq(state.as_str()))
            .filter_some(filter.side, |side| row::Column::Side.eq(side.as_str()))
            .filter_some(filter.still_since, |since| {
                row::Column::UpdatedAt.lte(since).and(row::Column::State.is_in(open))
            })
    }

    /// The persons of moves, in the order they were filed.
    pub async fn transfer_persons(&self, transfers: &[TransferId]) -> Result<Vec<TransferPerson>> {
        use person_row::Column as C;
        self.may(Domain::Transfers, Action::List)?;
        let rows = self.rows::<person_row::Entity>().filter(among(C::TransferId, transfers)).ascending(C::Place);
        let limit = transfers.len().saturating_mul(MOST_MOVERS) as u64;
        let persons: Vec<TransferPerson> = rows.list(limit).await?.into_iter().map(TransferPerson::from).collect();
        let seen: Vec<PersonId> = persons.iter().filter_map(|person| person.person).collect();
        self.sight(self.precinct(), &seen).await?;
        Ok(persons)
    }
}
