//! What is written in one transaction.

use super::plan::{Change, Life};

/// What one act writes. Households and their members come first, because lives may be of any of them.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) changes: Vec<Change>,
    pub(super) lives: Vec<Life>,
}

impl Batch {
    pub(super) fn len(&self) -> usize {
        self.changes.len() + self.lives.len()
    }

    /// The rows of persons that are written anew.
    pub(super) fn rows(&self) -> impl Iterator<Item = u32> {
        let members = self.changes.iter().flat_map(|change| &change.members).map(|member| member.row.row);
        members.chain(self.lives.iter().filter_map(|life| Some(life.newcomer.as_ref()?.row)))
    }
}

/// Households, then lives, at most `size` of both a transaction.
pub(super) fn batches(changes: Vec<Change>, lives: Vec<Life>, size: usize) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    for change in changes {
        room(&mut batches, size).changes.push(change);
    }
    for life in lives {
        room(&mut batches, size).lives.push(life);
    }
    batches
}

/// The last batch, or a new one where it is full.
fn room(batches: &mut Vec<Batch>, size: usize) -> &mut Batch {
    if batches.last().is_none_or(|last| last.len() >= size) {
        batches.push(Batch::default());
    }
    let last = batches.len() - 1;
    &mut batches[last]
}
