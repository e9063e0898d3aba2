//! `huji schema`: the schema as committed in `schema/schema.graphql`.

use crate::failure::Result;

#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) -> Result {
    print!("{}", schema::sdl());
    Ok(())
}
