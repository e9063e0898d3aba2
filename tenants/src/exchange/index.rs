//! Whom a membership's row means: somebody of the file, or of the register.

use std::collections::HashMap;

use super::facts::Facts;
use super::persons::Known;
use super::plan::{Fault, NOT_TAKEN};
use super::rows::{PersonRow, Who};

/// What becomes of a person's row.
#[derive(Clone, Copy)]
pub(super) enum Fate {
    /// It may be taken over.
    Kept,
    /// It is somebody of the register, and left out with all that is of him.
    Same,
    /// It is held.
    Held,
}

/// Whose membership it is.
#[derive(Clone, Copy)]
pub(super) enum Whose<'c> {
    /// The person's of a row of the file.
    Row(u32),
    /// A person's of the register.
    Known(&'c Known),
}

/// The persons of a file by what a membership calls them.
#[derive(Default)]
pub(super) struct Index {
    called: HashMap<Who, Vec<(u32, Fate)>>,
}

impl Index {
    pub(super) fn add(&mut self, person: &PersonRow, fate: Fate) {
        let numbered = person.number.as_ref().map(|number| Who::Numbered(number.as_str().to_owned()));
        for who in [Who::Named(person.name.clone(), person.birth)].into_iter().chain(numbered) {
            self.called.entry(who).or_default().push((person.row, fate));
        }
    }

    /// Whom a row means, of the file first and then of the register; none where it is left out with its person.
    pub(super) fn whose<'c>(&self, who: &Who, facts: &'c Facts) -> Result<Option<Whose<'c>>, Fault> {
        let column = if matches!(who, Who::Numbered(_)) { "id_number" } else { "name" };
        let found = match self.called.get(who).map_or(&[][..], Vec::as_slice) {
            [(row, Fate::Kept)] => Ok(Some(Whose::Row(*row))),
            [(_, Fate::Same)] => Ok(None),
            [(_, Fate::Held)] => Err(NOT_TAKEN),
            [] => match facts.known.get(who).map_or(&[][..], Vec::as_slice) {
                [known] => Ok(Some(Whose::Known(known))),
                [] => Err("nobody in the file or in the register is called so"),
                _ => Err("several in the register are called so: give the id number"),
            },
            _ => Err("several in the file are called so: give the id number"),
        };
        match found {
            Ok(Some(Whose::Known(known))) if known.elsewhere => {
                Err((column, "REG-14", "registered at another station meanwhile"))
            }
            found => found.map_err(|reason| (column, "REG-01", reason)),
        }
    }
}
