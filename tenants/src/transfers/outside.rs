//! Moves with a station outside the installation: papers stand for the other side (R04, R05, R09).

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::deciding::last_day;
use super::filing::begin;
use super::rows::{person_row, row};
use super::sides::{Sides, Taken, destination};
use super::states::{Step, TransferKind, TransferSide, TransferState};
use super::{MOST_MOVERS, MoveReason, Transfer};
use crate::acts::{
    Arrival, Arrived, Death, Form, MoveIn, MoveOut, Newcomer, Order, Paper, PaperKind, Perform as _, Performed, Seen,
    Succession, Who,
};
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::ids::{PersonId, TransferId, paper_number};
use crate::persons::row as person;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};

/// A transfer certificate (迁移证) of a station outside.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
}

/// A move out of the installation to be recorded at the origin, on the strength of a permit from there.
#[derive(Clone, Debug)]
pub struct NewDeparture {
    /// Who leaves, members of one household.
    pub persons: Vec<Seen<PersonId>>,
    /// Where to, in words.
    pub to_place: String,
    /// Why.
    pub ground: MoveReason,
    /// The permit, a student's paper, guardians' consent.
    pub papers: Vec<Paper>,
    /// Who heads those who stay, where the head leaves (MOV-06).
    pub succession: Option<Succession>,
}

/// A death on the way to be recorded at the destination (R09).
#[derive(Clone, Debug)]
pub struct DeathOnTheWay {
    /// Which of the movers, counted from 0 in the order they were filed.
    pub mover: usize,
    /// The day.
    pub died_on: NaiveDate,
    /// The death proof.
    pub papers: Vec<Paper>,
}

impl Scope<Precinct> {
    /// The movers of a station outside come in with their certificate (R04): all of them in one act.
    pub async fn receive_transfer(&self, id: TransferId, seen: i32, certificate: &Certificate) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        let until = self.certificate_until(certificate).await?;
        let taken = Taken::open(self, (id, seen), TransferSide::Destination, Step::Receive).await?;
        let (performed, _) = taken.come_in(certificate, None).await?;
        taken.finish("receiveTransfer", |_| received(certificate, until, &performed)).await
    }

    /// Somebody died on the way: moved in and dead, both recorded here in one transaction (R09).
    pub async fn record_death_in_transit(
        &self,
        of: (TransferId, i32),
        certificate: &Certificate,
        death: &DeathOnTheWay,
    ) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        let until = self.certificate_until(certificate).await?;
        let taken = Taken::open(self, of, TransferSide::Destination, Step::Die).await?;
        // The day of the death is the last on which he can have come.
        let (performed, movers) = taken.come_in(certificate, Some(death.died_on)).await?;
        let dead =
            movers.get(death.mover).copied().ok_or_else(|| Error::invalid("R09", "mover", "there is no such mover"))?;
        let form = Form::Death(Death {
            person: dead.into(),
            died_on: death.died_on,
            papers: death.papers.clone(),
            succession: None,
        });
        form.perform(&taken.sides.here, &taken.order()).await?;
        taken.finish("recordDeathInTransit", |_| received(certificate, until, &performed)).await
    }

    /// Members leave for a station outside (R05): on the way until that station has them (MOV-03).
    pub async fn record_departure(&self, new: &NewDeparture) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        let today = self.store().clock().today();
        let until = last_day(self, "move.certificate", today).await?;
        if new.persons.len() > MOST_MOVERS {
            return Err(Error::invalid("MOV-07", "persons", format!("a move is of 1 to {MOST_MOVERS} persons")));
        }
        let sides = Sides::open(self, None).await?;
        let id = TransferId(sides.here.new_id());
        let now = self.store().clock().now();
        let name = paper_number("QY", now, id.0);
        let form = Form::MoveOut(MoveOut {
            persons: new.persons.clone(),
            to_place: new.to_place.clone(),
            reason: new.ground,
            confirmed: false,
            succession: new.succession.clone(),
            papers: new.papers.clone(),
        });
        let order = Order { case_number: Some(name.clone()), ..Order::default() };
        let performed = form.perform(&sides.here, &order).await?;
        let row = row::ActiveModel {
            id: Set(id.0),
            number: Set(name),
            side: Set(TransferSide::Origin.as_str().to_owned()),
            kind: Set(TransferKind::Outbound.as_str().to_owned()),
            state: Set(TransferState::OutRecorded.as_str().to_owned()),
            ground: Set(new.ground.as_str().to_owned()),
            other_name: Set(crate::masking::free_text(new.to_place.trim())),
            household_id: Set(performed.household.as_ref().map(|household| household.id.0)),
            applied_by: Set(self.member().account.map(Uuid::from)),
            applied_by_name: Set(self.member().name.clone()),
            applied_at: Set(now),
            certificate_number: Set(Some(paper_number("QC", now, id.0))),
            certificate_until: Set(Some(until)),
            out_act_id: Set(Some(performed.act.id.0)),
            version: Set(1),
            updated_at: Set(now),
            ..Default::default()
        };
        sides.here.add(row).await?;
        for (place, seen) in new.persons.iter().enumerate() {
            begin(&sides.here, seen.id.0, id).await?;
            sides.here.add(departing(&sides.here, id, place, seen.id).await?).await?;
        }
        sides.finish("recordDeparture", id, TransferState::OutRecorded, 1).await
    }

    /// The station outside says that they arrived: the persons are on the way no longer.
    pub async fn confirm_arrival(&self, id: TransferId, seen: i32) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        let taken = Taken::open(self, (id, seen), TransferSide::Origin, Step::Arrive).await?;
        let persons = taken.persons().await?.into_iter().filter_map(|person| person.person_id).map(PersonId);
        let arrived = Arrived { persons: persons.collect() };
        arrived.perform(&taken.sides.here, &taken.order()).await?;
        taken.finish("confirmArrival", |_| row::ActiveModel::default()).await
    }

    /// The last day of a certificate; one that has run out is reissued by its station and changes nothing here (MOV-05).
    async fn certificate_until(&self, certificate: &Certificate) -> Result<NaiveDate> {
        let until = last_day(self, "move.certificate", certificate.issued_on).await?;
        let today = self.store().clock().today();
        if certificate.issued_on > today {
            return Err(Error::invalid("MOV-05", "issuedOn", "the certificate is of a later day than today"));
        }
        if until < today {
            let message = "the certificate has run out: its station issues it anew";
            return Err(Error::invariant("MOV-05", message));
        }
        Ok(until)
    }
}

fn received(certificate: &Certificate, until: NaiveDate, performed: &Performed) -> row::ActiveModel {
    row::ActiveModel {
        certificate_number: Set(Some(certificate.number.trim().to_owned())),
        certificate_until: Set(Some(until)),
        household_id: Set(performed.household.as_ref().map(|household| household.id.0)),
        in_act_id: Set(Some(performed.act.id.0)),
        ..Default::default()
    }
}

impl Taken {
    /// Performs R04 for all movers, and says who they are here from now on.
    async fn come_in(&self, certificate: &Certificate, on: Option<NaiveDate>) -> Result<(Performed, Vec<PersonId>)> {
        let work = &self.sides.here;
        self.in_time(work.scope().store().clock().today())?;
        let persons = self.persons().await?;
        let mut arrivals = Vec::with_capacity(persons.len());
        for person in &persons {
            arrivals.push(Arrival { who: newcomer(work, person).await?, relation: person.relation.clone() });
        }
        let paper =
            |kind, number: Option<&str>, issued_on| Paper { kind, number: number.map(str::to_owned), issued_on };
        let form = Form::MoveIn(MoveIn {
            arrivals,
            to: destination(&self.row)?,
            from_place: self.row.other_name.clone(),
            reason: self.row.ground.parse().map_err(Error::internal)?,
            papers: vec![
                paper(PaperKind::MovePermit, self.row.permit_number.as_deref(), None),
                paper(PaperKind::TransferCertificate, Some(certificate.number.trim()), Some(certificate.issued_on)),
            ],
        });
        let order = Order { effective_on: on, ..self.order() };
        let performed = form.perform(work, &order).await?;
        let mut movers = Vec::with_capacity(persons.len());
        for person in &persons {
            let (_, number, _) = filed(work, person).await?;
            let entry = entry_of(work, &number).await?.ok_or_else(|| Error::internal("a mover who did not come in"))?;
            work.save(person_row::ActiveModel {
                id: Set(person.id),
                person_id: Set(Some(entry.0)),
                newcomer_sealed: Set(None),
                ..Default::default()
            })
            .await?;
            movers.push(entry);
        }
        Ok((performed, movers))
    }
}

/// Name, number and telephone as they were filed.
async fn filed(work: &Work, row: &person_row::Model) -> Result<(String, IdNumber, Option<String>)> {
    let store = work.scope().store();
    let sealed = row.newcomer_sealed.as_deref().ok_or_else(|| Error::internal("a mover without what was filed"))?;
    let told = store.data_key(work.scope().precinct()).await?.open(sealed)?;
    let (name, number, phone): (String, String, Option<String>) =
        serde_json::from_slice(&told).map_err(Error::internal)?;
    let number = IdNumber::parse(&number, store.clock().today()).map_err(|fault| fault.refusal("number"))?;
    Ok((name, number, phone))
}

/// The entry that this precinct has of a number's bearer.
async fn entry_of(work: &Work, number: &IdNumber) -> Result<Option<PersonId>> {
    let hash = work.scope().store().keys().number_hash(number.as_str());
    Ok(work.find::<person::Entity>(person::Column::NumberHash.eq(hash)).await?.map(|row| PersonId(row.id)))
}

/// A mover as he was filed: somebody who has an entry here already, or a newcomer.
async fn newcomer(work: &Work, row: &person_row::Model) -> Result<Who> {
    let (name, number, phone) = filed(work, row).await?;
    if let Some(known) = entry_of(work, &number).await? {
        return Ok(Who::Known(known.into()));
    }
    Ok(Who::New(Newcomer {
        name,
        sex: number.sex(),
        birth_date: number.birth_date(),
        number: Some(number.as_str().to_owned()),
        phone,
    }))
}

async fn departing(work: &Work, transfer: TransferId, place: usize, id: PersonId) -> Result<person_row::ActiveModel> {
    let row = work.get::<person::Entity>(id).await?;
    let today = work.scope().store().clock().today();
    Ok(person_row::ActiveModel {
        id: Set(work.new_id()),
        transfer_id: Set(transfer.0),
        place: Set(i16::try_from(place).map_err(Error::internal)?),
        person_id: Set(Some(id.0)),
        relation: Set("99".to_owned()),
        name_masked: Set(crate::masking::person_name(&row.name, row.birth_date, today)),
        number_masked: Set(row.number_masked),
        newcomer_sealed: Set(None),
        ..Default::default()
    })
}
