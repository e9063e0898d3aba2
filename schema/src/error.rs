//! From what went wrong in a tenant to what the world is told: a stable code and a sentence, never SQL (PRV-24).

use std::sync::Arc;

use async_graphql::{Error, ErrorExtensions, SimpleObject};
use tenants::Error as Fault;

use crate::messages::{Language, message};

/// The stable code of a fault.
pub fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotFound => "NOT_FOUND",
        Fault::Denied => "FORBIDDEN",
        Fault::Invalid { .. } => "BAD_INPUT",
        Fault::PurposeRequired(_) => "PURPOSE_REQUIRED",
        Fault::ApprovalRequired => "APPROVAL_REQUIRED",
        Fault::Conflict(_) => "CONFLICT",
        Fault::Stale { .. } | Fault::Overtaken { .. } => "STALE_VERSION",
        Fault::Contended => "CONTENDED",
        Fault::Invariant { .. } => "INVARIANT",
        Fault::Repeated => "ALREADY_DONE",
        Fault::Quota { .. } => "QUOTA",
        Fault::Suspended => "SUSPENDED",
        Fault::StorageFull => "STORAGE_FULL",
        Fault::Unavailable(_) => "UNAVAILABLE",
        Fault::Internal(_) => "INTERNAL",
    }
}

/// What a person reads of a fault.
pub fn sentence(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::Invalid { code, message: text, .. } => {
            message(code, language).map_or_else(|| text.clone(), str::to_owned)
        }
        // What happened meanwhile, and which rule would be broken how, is said by `tenants` alone; the catalogue has the rule's sentence.
        Fault::Overtaken { acts, .. } => format!("{}: {acts}", message("STALE_VERSION", language).unwrap_or("")),
        Fault::Invariant { rule, message: text } => {
            let sentence = message(rule, language).filter(|_| language == Language::Chinese);
            sentence.map_or_else(|| text.clone(), |sentence| format!("{sentence}（{text}）"))
        }
        // The refusals of `tenants` say more in English than the catalogue's one sentence for all of them.
        Fault::Conflict(text) if language == Language::English => (*text).to_owned(),
        other => message(code(other), language).unwrap_or("").to_owned(),
    }
}

/// The GraphQL error of a fault; what only an operator may read is logged here and goes no further.
pub fn answer(fault: &Fault, language: Language) -> Error {
    if let Fault::Internal(detail) | Fault::Unavailable(detail) = fault {
        tracing::error!(code = code(fault), detail, "field failed");
    }
    Error::new(sentence(fault, language)).extend_with(|_, extensions| {
        extensions.set("code", code(fault));
        if let Fault::Invalid { code: rule, field, .. } = fault {
            extensions.set("rule", *rule);
            extensions.set("field", *field);
        }
        if let Fault::Invariant { rule, .. } = fault {
            extensions.set("rule", *rule);
        }
    })
}

/// A fault shared by everyone who waited for the same batch.
pub fn shared(fault: Arc<Fault>, language: Language) -> Error {
    answer(&fault, language)
}

/// A refusal that a mutation expects: part of its payload, so that a client can show it beside the field.
#[derive(Clone, Debug, SimpleObject)]
pub struct UserError {
    /// Stable code: a word of the error catalogue, or a rule id.
    pub code: String,
    /// The input field at fault, if one is.
    pub field: Option<String>,
    /// What to tell the person, in the language asked for.
    pub message: String,
}

/// Splits a mutation's outcome: expected refusals become user errors, faults stay errors.
pub fn outcome<T>(
    result: tenants::Result<T>,
    language: Language,
) -> async_graphql::Result<(Option<T>, Vec<UserError>)> {
    match result {
        Ok(done) => Ok((Some(done), Vec::new())),
        Err(
            fault @ (Fault::Internal(_) | Fault::Unavailable(_) | Fault::StorageFull | Fault::Denied | Fault::NotFound),
        ) => Err(answer(&fault, language)),
        Err(refusal) => Ok((None, vec![user_error(&refusal, language)])),
    }
}

fn user_error(fault: &Fault, language: Language) -> UserError {
    let (rule, field) = match fault {
        Fault::Invalid { code, field, .. } => ((*code).to_owned(), Some((*field).to_owned())),
        Fault::Invariant { rule, .. } => (format!("INVARIANT({rule})"), None),
        other => (code(other).to_owned(), None),
    };
    UserError { code: rule, field, message: sentence(fault, language) }
}
