//! The table as text, for the committed snapshot and for people who approve a change of policy.

use std::fmt::Write as _;

use super::{Actions, Domain, Role, actions};

/// How an action is abbreviated in a cell: L list, S search, R reveal, M manage, A approve, P prepare.
fn cell(actions: Actions) -> String {
    if actions.is_empty() {
        return "-".to_owned();
    }
    actions.iter().filter_map(|action| action.as_str().chars().next()).collect()
}

/// One line a role: name, seat, reach, second factor, and a cell a domain.
fn line(role: Role) -> Vec<String> {
    let factors = if role.is_machine() {
        "token"
    } else if role.needs_second_factor() {
        "two"
    } else {
        "one"
    };
    [role.as_str(), role.seat().as_str(), role.reach().as_str(), factors]
        .map(str::to_owned)
        .into_iter()
        .chain(Domain::ALL.iter().map(|&domain| cell(actions(role, domain))))
        .collect()
}

fn heading() -> Vec<String> {
    ["ROLE", "SEAT", "REACH", "FACTORS"]
        .into_iter()
        .chain(Domain::ALL.iter().map(|domain| domain.as_str()))
        .map(str::to_owned)
        .collect()
}

/// The whole table of roles and domains, aligned in columns; roles that stand alone are marked with `*`.
pub fn table() -> String {
    let mut lines = vec![heading()];
    lines.extend(Role::ALL.iter().map(|&role| line(role)));
    for (role, line) in Role::ALL.iter().zip(&mut lines[1..]) {
        if role.stands_alone() {
            line[0].push('*');
        }
    }
    let widths: Vec<usize> =
        (0..lines[0].len()).map(|column| lines.iter().map(|line| line[column].len()).max().unwrap_or(0)).collect();
    let mut text = String::from(
        "L list, S search, R reveal, M manage, A approve, P prepare; - nothing; * stands alone: no other posting beside it\n\n",
    );
    for line in &lines {
        let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text
}
