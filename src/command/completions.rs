//! `yixin completions`: a completion script for a shell, with the ids of the dataset.

use std::process::ExitCode;

use super::Result;
use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::Shell;

use super::output::Output;
use super::{Global, find};
use crate::programme::{Changed, Kind, Language, Programme, Stage, Text};

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "bash|zsh|fish|powershell|elvish")]
    pub shell: Shell,
}

/// Prints the script for a command line.
///
/// # Errors
/// The dataset, or standard output.
pub fn run(global: &Global, options: &Options, command: Command) -> Result<ExitCode> {
    let programme = global.programme()?;
    let mut command = with_ids(command, &programme);
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "yixin", &mut script);
    let script = String::from_utf8_lossy(&script);
    let script = match options.shell {
        Shell::Bash => bash(&script),
        Shell::Fish => script.into_owned() + &fish(&command),
        // What is searched for is no command.
        Shell::Zsh => script.replace("'*::query", "'*:query").replace(":_default'", ": '"),
        _ => script.into_owned(),
    };
    let mut out = Output::open(global);
    out.bytes(script.as_bytes())?;
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Bash parts `--lang=en` at the sign, where the library's script looks for a blank; and files are offered only where
/// one belongs.
fn bash(script: &str) -> String {
    const PREVIOUS: &str = "    prev=\"$3\"\n";
    const MORE: &str = r#"    if [[ "$cur" == "=" ]]; then
        cur=""
    elif [[ "$prev" == "=" ]]; then
        prev="${COMP_WORDS[COMP_CWORD-2]}"
    fi
    if [[ " ${COMP_WORDS[*]:0:COMP_CWORD} " =~ " "(check|diff)" " ]]; then
        if [[ "$cur" != -* && "$prev" != -* ]]; then
            COMPREPLY=()
            return
        fi
    elif [[ "$prev" != "--data" && "$prev" != "--since" ]]; then
        compopt +o default +o bashdefault
    fi
"#;
    script.replacen(PREVIOUS, &[PREVIOUS, MORE].concat(), 1)
}

/// What the library's script for fish lacks: it finds no command while an option still wants its value, completes no
/// arguments, and offers files where none belong.
fn fish(command: &Command) -> String {
    let names: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
    let mut script = format!(
        "
function __fish_yixin_needs_command
    for word in (commandline -opc)[2..]
        contains -- $word {}; and return 1
    end
    return 0
end

function __fish_yixin_using_subcommand
    contains -- $argv[1] (commandline -opc)[2..]
end

complete -c yixin -f
",
        names.join(" ")
    );
    for command in command.get_subcommands() {
        let using = format!("complete -c yixin -n \"__fish_yixin_using_subcommand {}\"", command.get_name());
        for argument in command.get_positionals() {
            let values: Vec<_> =
                argument.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
            script += &match values[..] {
                [] if ["files", "old", "new"].contains(&argument.get_id().as_str()) => {
                    format!("{using} -F\n")
                }
                [] => continue,
                _ => format!("{using} -a \"{}\"\n", values.join(" ")),
            };
        }
    }
    script
}

/// The command line, where an option that takes an id has those of the dataset as its values.
fn with_ids(command: Command, programme: &Programme) -> Command {
    let command = command.mut_args(|arg| match ids(arg.get_id().as_str(), programme) {
        Some(ids) => {
            // The name of a place may be anything, and a shell would run it.
            let is_word = |id: &&str| id.chars().all(|c| c.is_alphanumeric() || c == '-');
            let ids = ids.iter().map(|id| id.get(Language::ZhHans)).filter(is_word).map(String::from);
            arg.value_parser(PossibleValuesParser::new(ids)).hide_possible_values(true)
        }
        None => arg,
    });
    command.mut_subcommands(|command| with_ids(command, programme))
}

/// The values of an option, if it takes ids; places go by their names.
pub(crate) fn ids(option: &str, programme: &Programme) -> Option<Vec<Text>> {
    let of = |kind| programme.records(kind).map(|record| find::called(programme, record));
    Some(match option {
        "zone" => of(Kind::Zone).collect(),
        "region" => of(Kind::Region).collect(),
        "topic" => of(Kind::Topic).collect(),
        "partner" => of(Kind::Partner).collect(),
        "initiative" => of(Kind::Initiative).collect(),
        "place" => of(Kind::Place).collect(),
        "stage" => Stage::ALL.iter().map(|stage| Text::new(stage.id(), "", "")).collect(),
        "changes" => Changed::ALL.iter().map(|changed| Text::new(changed.id(), "", "")).collect(),
        "entry" => ENTRIES.into_iter().flat_map(of).collect(),
        _ => return None,
    })
}

/// What can be shown, in the order in which it is offered.
const ENTRIES: [Kind; 6] =
    [Kind::Zone, Kind::Region, Kind::Initiative, Kind::Partner, Kind::Topic, Kind::Place];
