//! Closed sets of words: an enum whose members have one spelling, in the database, in GraphQL and on the command line.

/// Declares an enum of words: `ALL` in declared order, `as_str`, `Display`, and `FromStr` that refuses anything else.
///
/// `pub enum Outcome as AuditResult { … }` is shown to the world by its second name.
macro_rules! words {
    ($(#[doc = $about:literal])+ pub enum $name:ident { $($members:tt)+ }) => {
        $crate::words::words! { @ $name; $(#[doc = $about])+ pub enum $name { $($members)+ } }
    };
    ($(#[doc = $about:literal])+ pub enum $name:ident as $shown:ident { $($members:tt)+ }) => {
        $crate::words::words! { @ $shown; $(#[doc = $about])+ pub enum $name { $($members)+ } }
    };
    (@ $shown:ident; $(#[doc = $about:literal])+ pub enum $name:ident { $($(#[doc = $doc:literal])+ $member:ident = $word:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $doc])+ $member,)+ }

        impl $name {
            /// Every member, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The member's one spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }
        }

        impl $crate::words::Words for $name {
            const NAME: &'static str = stringify!($shown);
            const ABOUT: &'static str = concat!($($about, "\n"),+);
            const MEMBERS: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }

            fn about(self) -> &'static str {
                match self { $(Self::$member => concat!($($doc, "\n"),+),)+ }
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

/// What every closed set of words offers to whoever shows it: its documentation is written once, here, and appears in the SDL.
pub trait Words: Copy + Eq + Send + Sync + 'static {
    /// The set's name.
    const NAME: &'static str;
    /// What the set is about.
    const ABOUT: &'static str;
    /// Every member, in declared order.
    const MEMBERS: &'static [Self];
    /// A member's one spelling.
    fn word(self) -> &'static str;
    /// What a member means.
    fn about(self) -> &'static str;
}

/// A word outside its closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not a {set}")]
pub struct UnknownWord {
    /// The set that was asked for, as the enum is called.
    pub set: &'static str,
    /// The word as it came.
    pub word: String,
}
