//! The JSON Schema of a dataset, for editors: generated from the types of `file.rs` by the test below.

/// JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("../../data/programme.schema.json");

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{file, load::EMBEDDED};
    use super::*;

    fn generated() -> String {
        let schema = schemars::generate::SchemaSettings::draft2020_12()
            .for_deserialize()
            .into_generator()
            .into_root_schema_for::<file::Dataset>();
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    }

    #[test]
    fn the_schema_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/programme.schema.json");
        if std::env::var_os("YIXIN_BLESS").is_some() {
            std::fs::write(path, generated()).unwrap();
        }
        let current = std::fs::read_to_string(path).unwrap();
        assert_eq!(current, generated(), "YIXIN_BLESS=1 writes it anew");
    }

    #[test]
    fn the_embedded_dataset_is_valid_by_the_schema() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let dataset: Value = serde_json::from_str(EMBEDDED).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&dataset).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}
