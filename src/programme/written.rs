//! A record as it would stand in a file.

use serde::{Serialize, Serializer};

use super::{Programme, Record, file};

/// A record in the form of the dataset; a place, which has no entry there, as an object of its name.
pub struct Written<'a>(pub &'a Programme, pub Record);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Place<'a> {
            name: &'a super::Text,
        }
        let &Self(programme, record) = self;
        match record {
            Record::Region(region) => file::Region::of(programme, &programme[region]).serialize(serializer),
            Record::Zone(zone) => file::Zone::of(programme, &programme[zone]).serialize(serializer),
            Record::Initiative(i) => file::Initiative::of(programme, &programme[i]).serialize(serializer),
            Record::Partner(partner) => {
                file::Partner::of(programme, &programme[partner]).serialize(serializer)
            }
            Record::Topic(topic) => programme[topic].serialize(serializer),
            Record::Place(place) => Place { name: &programme[place].name }.serialize(serializer),
            Record::Programme => file::Overview::of(programme).serialize(serializer),
        }
    }
}
