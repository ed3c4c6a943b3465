//! The examples of `docs/commands.md` and of its Chinese version do what it shows. `TRYCMD=overwrite` writes them anew.

#[test]
fn the_examples_of_the_commands() {
    let cases = trycmd::TestCases::new();
    cases.env("LANG", "C.UTF-8").env("COLUMNS", "100").case("docs/commands*.md");
}
