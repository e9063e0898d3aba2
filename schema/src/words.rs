//! Closed sets of words as GraphQL enums: the members and their documentation are those of `tenants`.

use std::borrow::Cow;

use async_graphql::registry::{EnumBuilder, MetaEnumValue, MetaTypeId, Registry};
use async_graphql::{
    ContextSelectionSet, InputType, InputValueError, InputValueResult, Name, OutputType, Positioned, ServerResult,
    Value, indexmap::IndexMap, parser::types::Field,
};
use tenants::words::Words;

/// A word of a closed set, on its way in or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<T>(pub T);

fn tidy(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn register<T: Words>(registry: &mut Registry) -> String {
    registry.create_input_type::<Word<T>, _>(MetaTypeId::Enum, |_| {
        let mut members = IndexMap::new();
        for member in T::MEMBERS {
            let mut value = MetaEnumValue::new(member.word().to_owned());
            value.description = Some(tidy(member.about()));
            members.insert(member.word().to_owned(), value);
        }
        EnumBuilder::new(T::NAME, members)
            .description(Some(tidy(T::ABOUT)))
            .rust_typename(std::any::type_name::<Word<T>>())
            .build()
    })
}

impl<T: Words> InputType for Word<T> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let found = match &value {
            Some(Value::Enum(name)) => find::<T>(name.as_str()),
            Some(Value::String(name)) => find::<T>(name),
            _ => None,
        };
        found.map(Word).ok_or_else(|| InputValueError::expected_type(value.unwrap_or_default()))
    }

    fn to_value(&self) -> Value {
        Value::Enum(Name::new(self.0.word()))
    }

    fn as_raw_value(&self) -> Option<&Self::RawValueType> {
        Some(self)
    }
}

fn find<T: Words>(word: &str) -> Option<T> {
    T::MEMBERS.iter().copied().find(|member| member.word() == word)
}

impl<T: Words> OutputType for Word<T> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry)
    }

    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        Ok(InputType::to_value(self))
    }
}
