//! What the world may ask: the GraphQL types over `tenants`, their cost and their bounds.
//!
//! One file is one domain: its objects, inputs and payloads, the functions by which a parent lists it, its mutations. A resolver
//! asks its context for a scope ([`context::Doorway`]) and the scope for rows; nothing here knows SQL or HTTP.

pub mod accounts;
pub mod acts;
pub mod addresses;
pub mod answer;
pub mod api_tokens;
pub mod application_types;
pub mod applications;
pub mod areas;
pub mod audit;
pub mod beats;
pub mod bounds;
pub mod case_files;
pub mod certificates;
pub mod codes;
pub mod communities;
pub mod context;
pub mod cost;
pub mod dates;
pub mod direct;
pub mod districts;
pub mod documents;
pub mod dwellings;
pub mod engine;
pub mod error;
pub mod events;
pub mod households;
pub mod id;
pub mod live;
pub mod loader;
pub mod loaders;
pub mod messages;
pub mod node;
pub mod overview;
pub mod page;
pub mod parsed;
pub mod persons;
pub mod precincts;
pub mod rentals;
pub mod repeats;
pub mod residence_permits;
pub mod residents;
pub mod rights_requests;
pub mod shape;
pub mod stays;
pub mod tokens;
pub mod transfers;
pub mod variables;
pub mod viewer;
pub mod webhooks;
pub mod words;

use async_graphql::{MergedObject, MergedSubscription, Schema, SchemaBuilder, ValidationMode};

/// Everything that can be asked.
#[derive(Default, MergedObject)]
pub struct Query(
    viewer::ViewerQueries,
    precincts::PrecinctQueries,
    districts::DistrictQueries,
    node::NodeQueries,
    codes::CodeQueries,
    certificates::CertificateQueries,
    application_types::RuleQueries,
    residents::ResidentQueries,
);

/// Everything that can be done.
#[derive(Default, MergedObject)]
pub struct Mutation(
    persons::PersonMutations,
    case_files::CaseFileMutations,
    acts::ActMutations,
    transfers::TransferMutations,
    documents::DocumentMutations,
    certificates::CertificateMutations,
    applications::ApplicationMutations,
    accounts::AccountMutations,
    api_tokens::ApiTokenMutations,
    stays::StayMutations,
    residence_permits::ResidencePermitMutations,
    rentals::RentalMutations,
    webhooks::WebhookMutations,
    residents::ResidentMutations,
    residents::MyApplicationMutations,
    residents::MyPaperMutations,
    residents::ConfirmationMutations,
    rights_requests::RightsRequestMutations,
);

/// Everything that can be listened to.
#[derive(Default, MergedSubscription)]
pub struct Subscription(events::EventSubscriptions, applications::ApplicationSubscriptions);

/// Our schema.
pub type Huji = Schema<Query, Mutation, Subscription>;

/// Builds the schema: `Strict` validates a document in full, `Fast` only what an executor must.
pub fn build(mode: ValidationMode) -> Huji {
    builder().validation_mode(mode).finish()
}

fn builder() -> SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .disable_suggestions()
        .register_output_type::<node::Node>()
}

/// The schema's definition, as committed in `schema/schema.graphql`.
pub fn sdl() -> String {
    use async_graphql::SDLExportOptions;
    let options = SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .prefer_single_line_descriptions();
    build(ValidationMode::Strict).sdl_with_options(options)
}
