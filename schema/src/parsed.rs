//! Documents that were parsed, bounded and validated once, kept by the SHA-256 of their text.
//!
//! Parsing and validating is most of what a small query costs. A document in here is about the schema alone and holds no
//! value of a request, so every caller may share it (leak classes L1 and L21): what differs between callers, their limits
//! and their variables, is checked on every call.

use std::sync::Arc;

use async_graphql::{
    Positioned,
    parser::{
        Error, parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition},
    },
};
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use crate::{
    bounds::{self, Limits, Malformed, Measures},
    tokens,
};

/// The SHA-256 of a document's text.
pub type Fingerprint = [u8; 32];

/// What keeping a parsed document is taken to need, in bytes for each byte of its text: a field of the syntax tree is some
/// 200 bytes large and is seldom written in fewer than five.
const MEMORY_PER_BYTE: usize = 40;
/// What a kept document takes whatever its length, in bytes.
const MEMORY_AT_LEAST: usize = 1_024;

/// A parsed document and what it measures.
#[derive(Debug)]
pub struct Document {
    /// The syntax tree, fragments unexpanded.
    pub parsed: ExecutableDocument,
    /// What it asks for with fragments expanded.
    pub measures: Measures,
    /// The first eight bytes of the SHA-256 of its skeleton: what may be logged of it (PRV-26).
    pub skeleton: [u8; 8],
    /// The length of its text in bytes.
    length: usize,
}

/// Why a text is no document we take.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// Not GraphQL.
    #[error(transparent)]
    Syntax(#[from] Error),
    /// GraphQL, but not to be executed.
    #[error(transparent)]
    Malformed(#[from] Malformed),
}

impl Document {
    /// Parses, measures and bounds a text that passed [`Limits::check_text`].
    pub fn read(text: &str, limits: &Limits) -> Result<Self, Unfit> {
        let parsed = parse_query(text)?;
        let measures = bounds::measure(&parsed, limits)?;
        limits.check(&measures).map_err(Malformed::from)?;
        bounds::refuse_repeated_mutations(&parsed)?;
        let skeleton = Documents::fingerprint_of(&tokens::skeleton(text));
        Ok(Self { parsed, measures, skeleton: std::array::from_fn(|place| skeleton[place]), length: text.len() })
    }

    /// The operation to run: the named one, or the only one.
    pub fn operation(&self, name: Option<&str>) -> Option<&Positioned<OperationDefinition>> {
        match (&self.parsed.operations, name) {
            (DocumentOperations::Single(operation), None) => Some(operation),
            (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name),
            (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => operations.values().next(),
            (DocumentOperations::Single(_), Some(_)) | (DocumentOperations::Multiple(_), None) => None,
        }
    }

    fn weight(&self) -> u32 {
        let bytes = self.length.saturating_mul(MEMORY_PER_BYTE).saturating_add(MEMORY_AT_LEAST);
        u32::try_from(bytes).unwrap_or(u32::MAX)
    }
}

/// The documents known to be valid, bounded by the memory they take.
#[derive(Clone, Debug)]
pub struct Documents {
    valid: Cache<Fingerprint, Arc<Document>>,
}

impl Documents {
    /// Keeps documents of at most `bytes` of memory together, by estimate.
    pub fn new(bytes: u64) -> Self {
        let valid = Cache::builder().weigher(|_, document: &Arc<Document>| document.weight()).max_capacity(bytes);
        Self { valid: valid.build() }
    }

    /// The key of a text.
    pub fn fingerprint(text: &str) -> Fingerprint {
        Self::fingerprint_of(text.as_bytes())
    }

    fn fingerprint_of(bytes: &[u8]) -> Fingerprint {
        Sha256::digest(bytes).into()
    }

    /// A document that was validated before.
    pub fn get(&self, fingerprint: &Fingerprint) -> Option<Arc<Document>> {
        self.valid.get(fingerprint)
    }

    /// Keeps a document that validation has passed.
    pub fn keep(&self, fingerprint: Fingerprint, document: Arc<Document>) {
        self.valid.insert(fingerprint, document);
    }

    /// How many are kept, and the memory they take by estimate.
    pub fn size(&self) -> (u64, u64) {
        self.valid.run_pending_tasks();
        (self.valid.entry_count(), self.valid.weighted_size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Arc<Document> {
        Arc::new(Document::read(text, &Limits::default()).expect("a good document"))
    }

    #[test]
    fn a_kept_document_is_found_by_its_text_alone() {
        let documents = Documents::new(1_000_000);
        let key = Documents::fingerprint("{ a }");
        assert!(documents.get(&key).is_none());
        documents.keep(key, read("{ a }"));
        assert!(documents.get(&Documents::fingerprint("{ a }")).is_some());
        assert!(documents.get(&Documents::fingerprint("{ a  }")).is_none());
    }

    #[test]
    fn the_memory_stays_bounded_whatever_is_sent() {
        let documents = Documents::new(50_000);
        for number in 0..1_000 {
            let text = format!("{{ a{number} }}");
            documents.keep(Documents::fingerprint(&text), read(&text));
        }
        assert!(documents.size().1 <= 50_000, "{:?}", documents.size());
    }

    #[test]
    fn the_operation_is_the_named_one_or_the_only_one() {
        assert!(read("{ a }").operation(None).is_some());
        assert!(read("{ a }").operation(Some("x")).is_none());
        assert!(read("query x { a }").operation(None).is_some());
        let two = read("query x { a } query y { a }");
        assert!(
            two.operation(None).is_none() && two.operation(Some("y")).is_some() && two.operation(Some("z")).is_none()
        );
    }

    #[test]
    fn l20_a_document_over_a_limit_is_never_read_in() {
        let deep = format!("{}a{}", "{a".repeat(30), "}".repeat(30));
        assert!(matches!(Document::read(&deep, &Limits::default()), Err(Unfit::Malformed(Malformed::Excess(_)))));
    }
}
