// SPDX-License-Identifier: AGPL-3.0-or-later
//! Revisions on the wire and at rest: device, field, position. A record is written by few devices and has many fields, so each
//! device is named once. What an earlier version wrote, a revision by the name of its field, is read as well.
use super::{FieldKey, LogPosition, Revision};
use crate::id::DeviceId;
use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, MapAccess, Visitor},
    ser::SerializeMap,
};
use std::{collections::BTreeMap, fmt};
use uuid::Uuid;

/// Revisions by the name of their field.
type Revisions = BTreeMap<FieldKey, Revision>;

/// Writes each device once, with its fields.
pub(super) fn serialize<S: Serializer>(revisions: &Revisions, serializer: S) -> Result<S::Ok, S::Error> {
    let mut devices: Vec<DeviceId> = Vec::new();
    for revision in revisions.values() {
        if !devices.contains(&revision.device) {
            devices.push(revision.device);
        }
    }
    let mut map = serializer.serialize_map(Some(devices.len()))?;
    for device in devices {
        map.serialize_entry(&device, &Of(revisions, device))?;
    }
    map.end()
}

/// The fields that one device wrote.
struct Of<'a>(&'a Revisions, DeviceId);

impl Serialize for Of<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = || self.0.iter().filter(|(_, revision)| revision.device == self.1);
        let mut map = serializer.serialize_map(Some(own().count()))?;
        for (field, revision) in own() {
            map.serialize_entry(field, &revision.position)?;
        }
        map.end()
    }
}

/// Reads both forms.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Revisions, D::Error> {
    deserializer.deserialize_map(Whole)
}

struct Whole;

impl<'de> Visitor<'de> for Whole {
    type Value = Revisions;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("revisions")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Revisions, A::Error> {
        let mut revisions = Revisions::new();
        while let Some(name) = map.next_key::<String>()? {
            // No field is called like a device.
            match Uuid::try_parse(&name) {
                Ok(device) => map.next_value_seed(Fields(&mut revisions, DeviceId(device)))?,
                Err(_) => {
                    let revision = map.next_value::<Revision>()?;
                    revisions.insert(FieldKey(name), revision);
                }
            }
        }
        Ok(revisions)
    }
}

/// The fields of one device, added to those of others.
struct Fields<'a>(&'a mut Revisions, DeviceId);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields with positions")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((field, position)) = map.next_entry::<FieldKey, LogPosition>()? {
            let device = self.1;
            self.0.insert(field, Revision { position, device });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    struct Around {
        #[serde(with = "super")]
        revisions: Revisions,
    }

    const FIRST: DeviceId = DeviceId(Uuid::from_u128(1));
    const SECOND: DeviceId = DeviceId(Uuid::from_u128(2));

    fn three() -> Around {
        let of = |field: &str, position, device| {
            let position = LogPosition(position);
            (FieldKey(field.to_owned()), Revision { position, device })
        };
        Around {
            revisions: [
                of("name", 7, SECOND),
                of("note", 4, FIRST),
                of("parts/1", 9, SECOND),
            ]
            .into(),
        }
    }

    #[test]
    fn each_device_is_named_once_and_comes_back() {
        let text = serde_json::to_string(&three()).expect("it is written");
        let expected = concat!(
            r#"{"revisions":{"00000000-0000-0000-0000-000000000002":{"name":7,"parts/1":9},"#,
            r#""00000000-0000-0000-0000-000000000001":{"note":4}}}"#
        );
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<Around>(&text).ok(), Some(three()));
    }

    #[test]
    fn what_an_earlier_version_wrote_is_read() {
        let earlier = r#"{"revisions":{
            "name":{"position":7,"device":"00000000-0000-0000-0000-000000000002"},
            "note":{"position":4,"device":"00000000-0000-0000-0000-000000000001"},
            "parts/1":{"position":9,"device":"00000000-0000-0000-0000-000000000002"}}}"#;
        assert_eq!(serde_json::from_str::<Around>(earlier).ok(), Some(three()));
    }

    #[test]
    fn what_is_no_position_is_refused() {
        for wrong in [
            r#"{"revisions":{"00000000-0000-0000-0000-000000000002":7}}"#,
            r#"{"revisions":{"00000000-0000-0000-0000-000000000002":{"name":"7"}}}"#,
            r#"{"revisions":{"name":{"position":7}}}"#,
            r#"{"revisions":7}"#,
        ] {
            assert!(serde_json::from_str::<Around>(wrong).is_err(), "{wrong}");
        }
    }
}
