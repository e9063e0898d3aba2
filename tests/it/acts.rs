//! Register acts: what each form does and refuses, on both homes, with the register's laws asked after each.

mod address;
mod api;
mod arrivals;
mod birth;
mod death;
mod head;
mod history;
mod identity;
mod items;
mod ledger;
mod repair;
mod split;
