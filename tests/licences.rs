//! What the program is built from may be passed on under MIT or Apache-2.0: the list of `deny.toml`.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::process::Command;

use serde_json::Value;

/// The licences that `deny.toml` allows.
fn allowed() -> Vec<&'static str> {
    let list = include_str!("../deny.toml").split("allow = [").nth(1).unwrap().split(']').next().unwrap();
    list.split(',').map(|name| name.trim().trim_matches('"')).collect()
}

/// Whether an SPDX expression, of licences joined by OR and AND, is one that is allowed.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let any = |part: &str| {
        part.replace('/', " OR ")
            .split(" OR ")
            .any(|one| allowed.contains(&one.trim_matches(['(', ')', ' '])))
    };
    expression.split(" AND ").all(any)
}

/// Every package that is built, the tests' too.
fn packages() -> Vec<Value> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().clone();
    assert!(packages.len() > 50);
    packages
}

#[test]
fn every_dependency_has_a_licence_that_is_allowed() {
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(licence, &allowed()), "{}: {licence}", package["name"]);
    }
}

#[test]
fn no_dependency_needs_a_newer_rust_than_is_stated() {
    let version =
        |text: &str| -> Vec<u32> { text.split('.').take(2).map(|part| part.parse().unwrap()).collect() };
    for package in packages() {
        let needed = package["rust_version"].as_str().unwrap_or("1.0");
        assert!(version(needed) <= version(env!("CARGO_PKG_RUST_VERSION")), "{}: {needed}", package["name"]);
    }
}
