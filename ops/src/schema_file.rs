//! `huji schema`: the schema as committed in `schema/schema.graphql`.

#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) {
    print!("{}", schema::sdl());
}
