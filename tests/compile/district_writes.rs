//! A district reads; it has no way to write.
use tenants::case_files::CaseFileKind;
use tenants::scope::{District, Scope};

async fn write(district: &Scope<District>) {
    let _ = district.open_case_file(CaseFileKind::Incident, "title").await;
}

fn main() {}
