//! The rows of a seeded precinct, as they are loaded.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::bulk::row;

type Time = DateTime<Utc>;

row! { "district" District { id: Uuid, code: String, name: String, created_at: Time, } }
row! {
    "precinct" Precinct {
        id: Uuid, district_id: Uuid, code: String, name: String, short_name: String, kind: &'static str,
        state: &'static str, address: Option<String>, phone: Option<String>, created_at: Time,
    }
}
row! { "area" Area { id: Uuid, district_id: Uuid, division_code: String, name: String, name_key: String, } }
row! { "jurisdiction" Jurisdiction { id: Uuid, area_id: Uuid, precinct_id: Uuid, valid_from: NaiveDate, } }
row! { "audit_head" AuditHead { precinct_id: Uuid, seq: i64, hash: Vec<u8>, } }
row! { "tenant_key" TenantKey { precinct_id: Uuid, wrapped: Vec<u8>, created_at: Time, } }
row! { "identity" Identity { number_hash: Vec<u8>, precinct_id: Uuid, person_id: Uuid, recorded_at: Time, } }
row! {
    "registration" Registration {
        person_id: Uuid, precinct_id: Uuid, state: &'static str, since: NaiveDate, act_id: Uuid, version: i32,
        updated_at: Time,
    }
}
row! { "register_opening" RegisterOpening { precinct_id: Uuid, registered: i32, updated_at: Time, } }
row! {
    "beat" Beat { precinct_id: Uuid, id: Uuid, code: String, name: String, valid_from: NaiveDate, }
}
row! {
    "community" Community {
        precinct_id: Uuid, id: Uuid, beat_id: Uuid, area_id: Uuid, code: String, name: String, name_key: String,
        division_code: String, committee: String, valid_from: NaiveDate,
    }
}
row! {
    "address" Address {
        precinct_id: Uuid, id: Uuid, community_id: Uuid, parent_id: Option<Uuid>, area_id: Uuid, kind: &'static str,
        name: String, full_name: String, full_key: String, ordinal: i32, valid_from: NaiveDate,
    }
}
row! {
    "dwelling" Dwelling {
        precinct_id: Uuid, id: Uuid, community_id: Uuid, beat_id: Uuid, building_id: Uuid, unit: String, room: String,
        label: String, label_key: String, usage: &'static str, ordinal: i32, valid_from: NaiveDate,
    }
}
row! {
    "act" Act {
        precinct_id: Uuid, id: Uuid, number: String, kind: &'static str, effective_on: NaiveDate, recorded_at: Time,
        account_id: Uuid, account_name: String, account_role: &'static str, summary: String,
    }
}
row! {
    "household" Household {
        precinct_id: Uuid, id: Uuid, number: String, kind: &'static str, state: &'static str, dwelling_id: Uuid,
        building_id: Uuid, community_id: Uuid, beat_id: Uuid, head_name_masked: String, member_count: i32,
        established_on: NaiveDate, closed_on: Option<NaiveDate>, act_id: Uuid, version: i32, recorded_at: Time,
        updated_at: Time,
    }
}
row! {
    "household_address" HouseholdAddress {
        precinct_id: Uuid, id: Uuid, household_id: Uuid, dwelling_id: Uuid, effective_from: NaiveDate,
        effective_to: Option<NaiveDate>, recorded_at: Time, superseded_at: Option<Time>, act_id: Uuid,
    }
}
row! {
    "person" Person {
        precinct_id: Uuid, id: Uuid, name: String, name_masked: String, name_key: String, name_initials: String,
        sex: i16, birth_date: NaiveDate, number_sealed: Option<Vec<u8>>, number_hash: Option<Vec<u8>>,
        number_masked: Option<String>, phone_sealed: Option<Vec<u8>>, phone_hash: Option<Vec<u8>>,
        phone_masked: Option<String>, category: &'static str, registered_place: Option<String>,
        community_id: Option<Uuid>, beat_id: Option<Uuid>, dwelling_id: Option<Uuid>, guardian_id: Option<Uuid>,
        death_on: Option<NaiveDate>, restricted: bool, act_id: Uuid, version: i32, recorded_at: Time,
        updated_at: Time,
    }
}
row! {
    "person_name" PersonName {
        precinct_id: Uuid, id: Uuid, person_id: Uuid, name: String, name_masked: String, name_key: String,
        name_initials: String, effective_from: NaiveDate, effective_to: NaiveDate, recorded_at: Time, act_id: Uuid,
    }
}
row! {
    "person_number" PersonNumber {
        precinct_id: Uuid, id: Uuid, person_id: Uuid, number_sealed: Vec<u8>, number_hash: Vec<u8>,
        number_masked: String, effective_from: NaiveDate, effective_to: NaiveDate, recorded_at: Time, act_id: Uuid,
    }
}
row! {
    "membership" Membership {
        precinct_id: Uuid, id: Uuid, household_id: Uuid, person_id: Uuid, relation: &'static str,
        reason: &'static str, effective_from: NaiveDate, effective_to: Option<NaiveDate>, recorded_at: Time,
        superseded_at: Option<Time>, act_id: Uuid,
    }
}
row! {
    "rental" Rental {
        precinct_id: Uuid, id: Uuid, number: String, dwelling_id: Uuid, community_id: Uuid, beat_id: Uuid,
        landlord_kind: &'static str, landlord_name: String, landlord_name_masked: String,
        landlord_phone_sealed: Option<Vec<u8>>, landlord_phone_masked: Option<String>, letting_kind: &'static str,
        state: &'static str, lease_from: Option<NaiveDate>, lease_to: Option<NaiveDate>,
        last_checked_on: Option<NaiveDate>, version: i32, recorded_at: Time, updated_at: Time,
    }
}
row! {
    "rental_tenant" RentalTenant {
        precinct_id: Uuid, id: Uuid, rental_id: Uuid, person_id: Uuid, stay_from: NaiveDate,
        stay_to: Option<NaiveDate>,
    }
}
row! {
    "tally" Tally {
        precinct_id: Uuid, id: Uuid, households: i32, dwellings: i32, registered_resident: i32, registered_away: i32,
        city_separated: i32, floating: i32, overseas: i32, rentals_active: i32, updated_at: Time,
    }
}
row! {
    "case_file" CaseFile {
        precinct_id: Uuid, id: Uuid, number: String, kind: &'static str, title: String, state: &'static str,
        beat_id: Option<Uuid>, opened_by: Uuid, opened_by_name: String, opened_at: Time, closed_at: Option<Time>,
        version: i32,
    }
}
row! {
    "opening_pattern" OpeningPattern {
        precinct_id: Uuid, id: Uuid, weekday: i16, windows: String, valid_from: NaiveDate, set_by_name: String,
        set_at: Time,
    }
}
