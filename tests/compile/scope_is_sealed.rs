//! What is inside a scope stays inside.
use tenants::scope::{Precinct, Scope};

fn inside(scope: Scope<Precinct>) {
    let _ = scope.0;
}

fn main() {}
