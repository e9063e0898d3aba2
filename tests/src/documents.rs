//! Documents made at random from the schema, with arguments that are right, foreign, forged or nonsense.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::sdl::{Field, Sdl};

/// What arguments are drawn from.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// Ids of the asker's own precinct.
    pub own: Vec<String>,
    /// Ids of a neighbour's.
    pub foreign: Vec<String>,
    /// Household numbers and case numbers, names, prefixes.
    pub texts: Vec<String>,
}

/// Makes documents.
pub struct Author<'s> {
    sdl: &'s Sdl,
    pool: &'s Pool,
    dice: StdRng,
}

/// Mutations that hash a password take a tenth of a second each and are tried elsewhere.
const SLOW: [&str; 2] = ["createAccount", "resetPassword"];

/// Counts over the whole district for a precinct's member, by intent (R25): what neighbours have shows in it, and a day has few.
const WIDE: &str = "sameNameCount";

impl<'s> Author<'s> {
    /// An author whose documents follow from `seed`.
    pub fn new(sdl: &'s Sdl, pool: &'s Pool, seed: u64) -> Self {
        Self { sdl, pool, dice: StdRng::seed_from_u64(seed) }
    }

    /// One operation: mostly a query, now and then a mutation.
    pub fn operation(&mut self) -> String {
        if self.dice.random_bool(0.1) {
            let mutations: Vec<Field> = self.sdl.objects["Mutation"]
                .iter()
                .filter(|field| !SLOW.contains(&field.name.as_str()))
                .cloned()
                .collect();
            let field = mutations.choose(&mut self.dice).cloned().expect("there are mutations");
            return format!("mutation {{ {} }}", self.field(&field, 2, 0));
        }
        format!("{{ {} }}", self.selection("Query", 5))
    }

    fn selection(&mut self, ty: &str, depth: u32) -> String {
        let Some(fields) = self.sdl.objects.get(ty) else { return "__typename id".to_owned() };
        let plain: Vec<&Field> =
            fields.iter().filter(|field| !self.sdl.is_composite(&field.ty) && field.name != WIDE).collect();
        let deep: Vec<&Field> = fields.iter().filter(|field| self.sdl.is_composite(&field.ty)).collect();
        let mut chosen: Vec<Field> = plain.sample(&mut self.dice, 3).map(|field| (*field).clone()).collect();
        if depth > 0 {
            // One way down: of two fields that fail, whichever fails first is answered, and that is a matter of time.
            chosen.extend(deep.sample(&mut self.dice, 1).map(|field| (*field).clone()));
        }
        let written: Vec<String> =
            chosen.iter().enumerate().map(|(at, field)| self.field(field, depth.saturating_sub(1), at)).collect();
        format!("__typename {}", written.join(" "))
    }

    fn field(&mut self, field: &Field, depth: u32, at: usize) -> String {
        let given: Vec<&Field> =
            field.arguments.iter().filter(|argument| argument.required || self.dice.random_bool(0.2)).collect();
        let arguments: Vec<String> =
            given.into_iter().map(|argument| format!("{}: {}", argument.name, self.value(argument))).collect();
        let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
        let alias = if self.dice.random_bool(0.1) { format!("a{at}: ") } else { String::new() };
        let selection = if self.sdl.is_composite(&field.ty) {
            format!(" {{ {} }}", self.selection(&field.ty, depth))
        } else {
            String::new()
        };
        format!("{alias}{}{arguments}{selection}", field.name)
    }

    fn value(&mut self, argument: &Field) -> String {
        if argument.list {
            let single = Field { list: false, ..argument.clone() };
            return format!("[{}]", self.value(&single));
        }
        if let Some(members) = self.sdl.enums.get(&argument.ty) {
            return members.choose(&mut self.dice).cloned().unwrap_or_default();
        }
        if self.sdl.one_of.contains(&argument.ty) {
            let field = self.sdl.inputs[&argument.ty].choose(&mut self.dice).cloned();
            return field.map_or_else(String::new, |field| format!("{{ {}: {} }}", field.name, self.value(&field)));
        }
        if let Some(fields) = self.sdl.inputs.get(&argument.ty) {
            let given: Vec<Field> =
                fields.iter().filter(|field| field.required || self.dice.random_bool(0.3)).cloned().collect();
            let written: Vec<String> =
                given.iter().map(|field| format!("{}: {}", field.name, self.value(field))).collect();
            return format!("{{ {} }}", written.join(", "));
        }
        self.scalar(&argument.ty)
    }

    fn scalar(&mut self, ty: &str) -> String {
        match ty {
            "ID" => {
                let ids = if self.dice.random_bool(0.6) { &self.pool.own } else { &self.pool.foreign };
                let id = ids.choose(&mut self.dice).cloned().unwrap_or_default();
                if self.dice.random_bool(0.1) { format!("\"{}\"", id.to_lowercase()) } else { format!("\"{id}\"") }
            }
            "Int" => ["1", "2", "3", "5", "20", "50", "100", "0", "101", "-1"]
                .choose(&mut self.dice)
                .copied()
                .unwrap_or("1")
                .to_owned(),
            "Boolean" => if self.dice.random_bool(0.5) { "true" } else { "false" }.to_owned(),
            "Date" => ["\"2026-11-24\"", "\"2019-01-01\"", "\"1900-02-29\""]
                .choose(&mut self.dice)
                .copied()
                .unwrap_or("\"2026-11-24\"")
                .to_owned(),
            "DateTime" => ["\"2026-11-24T00:00:00Z\"", "\"2020-01-01T00:00:00+08:00\""]
                .choose(&mut self.dice)
                .copied()
                .unwrap_or("\"2026-11-24T00:00:00Z\"")
                .to_owned(),
            _ => format!("{:?}", self.pool.texts.choose(&mut self.dice).cloned().unwrap_or_default()),
        }
    }
}
