//! How single values of a file are read where serde's own way takes too much: an array for an object, an
//! empty string, a control character.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::rules;
use crate::text::is_blank;

/// An object, and not an array of its fields' values.
pub(super) struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

pub(super) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Object::deserialize(deserializer).map(|Object(value)| value)
}

pub(super) fn objects<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let objects = Vec::deserialize(deserializer)?;
    Ok(objects.into_iter().map(|Object(value)| value).collect())
}

/// A string with something to see in it, safe to show, and borrowed from the input where it can be.
pub(super) struct Word<'a>(pub Cow<'a, str>);

/// A string as it stands, borrowed from the input where it can be.
#[derive(Deserialize)]
pub(super) struct Raw<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Raw(text) = Raw::deserialize(deserializer)?;
        if is_blank(&text) {
            return Err(D::Error::custom("a blank string"));
        }
        Ok(Self(match text {
            Cow::Borrowed(text) => crate::text::clean(text),
            Cow::Owned(text) => Cow::Owned(crate::text::clean(&text).into_owned()),
        }))
    }
}

/// A value that may be left out, but is no `null`.
pub(super) fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

pub(super) fn word<'de, D: Deserializer<'de>, T: From<Cow<'de, str>>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Word::deserialize(deserializer).map(|Word(text)| text.into())
}

pub(super) fn id<'de, D: Deserializer<'de>, T: From<Cow<'de, str>>>(deserializer: D) -> Result<T, D::Error> {
    let Raw(text) = Raw::deserialize(deserializer)?;
    if rules::is_id(&text) { Ok(text.into()) } else { Err(D::Error::custom("no id")) }
}

pub(super) fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words: Vec<Word<'de>> = Vec::deserialize(deserializer)?;
    Ok(words.into_iter().map(|Word(text)| text.into_owned()).collect())
}
