//! The rows of moves.

use super::{Transfer, TransferPerson};
use crate::error::{Error, Result};
use crate::ids::{ActId, DwellingId, HouseholdId, PersonId, PrecinctId, TransferId, TransferPersonId};
use crate::scope::owned;

owned!(row, TransferId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "transfer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub side: String,
        pub kind: String,
        pub state: String,
        pub ground: String,
        pub other_precinct_id: Option<Uuid>,
        pub other_name: String,
        pub household_id: Option<Uuid>,
        pub dwelling_id: Option<Uuid>,
        pub applied_by: Option<Uuid>,
        pub applied_by_name: String,
        pub applied_at: DateTimeUtc,
        pub permitted_by_name: Option<String>,
        pub permit_number: Option<String>,
        pub permit_until: Option<Date>,
        pub certificate_number: Option<String>,
        pub certificate_until: Option<Date>,
        pub reason: Option<String>,
        pub out_act_id: Option<Uuid>,
        pub in_act_id: Option<Uuid>,
        pub version: i32,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The persons of a move.
pub(crate) mod person_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "transfer_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub transfer_id: Uuid,
        pub place: i16,
        pub person_id: Option<Uuid>,
        pub relation: String,
        pub name_masked: String,
        pub number_masked: Option<String>,
        pub newcomer_sealed: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

owned!(person_row, TransferPersonId);

/// Who is on the move, in the whole installation (MOV-01).
pub(crate) mod open {
    pub(crate) const BEGIN: &str = "INSERT INTO open_transfer (precinct_id, person_key, transfer_id, since) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (person_key) DO NOTHING";
    pub(crate) const END: &str = "DELETE FROM open_transfer WHERE precinct_id = $1 AND transfer_id = $2";
}

impl TryFrom<row::Model> for Transfer {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: TransferId(row.id),
            precinct: PrecinctId(row.precinct_id),
            number: row.number,
            side: row.side.parse().map_err(Error::internal)?,
            kind: row.kind.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            ground: row.ground.parse().map_err(Error::internal)?,
            other: row.other_precinct_id.map(PrecinctId),
            other_name: row.other_name,
            household: row.household_id.map(HouseholdId),
            dwelling: row.dwelling_id.map(DwellingId),
            applied_by: row.applied_by_name,
            applied_at: row.applied_at,
            permitted_by: row.permitted_by_name,
            permit: row.permit_number.zip(row.permit_until),
            certificate: row.certificate_number.zip(row.certificate_until),
            reason: row.reason,
            out_act: row.out_act_id.map(ActId),
            in_act: row.in_act_id.map(ActId),
            version: row.version,
            updated_at: row.updated_at,
        })
    }
}

impl From<person_row::Model> for TransferPerson {
    fn from(row: person_row::Model) -> Self {
        Self {
            transfer: TransferId(row.transfer_id),
            person: row.person_id.map(PersonId),
            relation: row.relation,
            name: row.name_masked,
            id_number: row.number_masked,
        }
    }
}
