//! R21 Other items (其他项目变更): a history row; whether the fact changed or the record was wrong is kept.

use super::form::Perform;
use super::items::ItemKind;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::words::Basis;
use crate::error::Result;
use crate::ids::PersonId;
use crate::scope::Work;

/// R21 Change of another item.
#[derive(Clone)]
pub struct ItemChange {
    /// Who.
    pub person: Seen<PersonId>,
    /// Which item.
    pub kind: ItemKind,
    /// The new value.
    pub value: String,
    /// Whether the fact changed or the record was wrong.
    pub basis: Basis,
    /// Proofs.
    pub papers: Vec<Paper>,
}

impl std::fmt::Debug for ItemChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ItemChange({})", self.kind)
    }
}

impl Perform for ItemChange {
    fn kind(&self) -> &'static str {
        "R21"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        register.main = register.home(self.person.id).ok().map(|home| home.0);
        register.set_item(self.person.id, self.kind, &self.value, self.basis).await?;
        Ok(format!("Item changed: {}", self.kind))
    }
}
