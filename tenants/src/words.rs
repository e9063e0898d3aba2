//! Closed sets of words: an enum whose members have one spelling, in the database, in GraphQL and on the command line.

/// Declares an enum of words: `ALL` in declared order, `as_str`, `Display`, and `FromStr` that refuses anything else.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $member,)+ }

        impl $name {
            /// Every member, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The member's one spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$member),)+
                    _ => Err($crate::words::UnknownWord { set: stringify!($name), word: word.to_owned() }),
                }
            }
        }
    };
}
pub(crate) use words;

/// A word outside its closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not a {set}")]
pub struct UnknownWord {
    /// The set that was asked for, as the enum is called.
    pub set: &'static str,
    /// The word as it came.
    pub word: String,
}
