//! Help and the answers to a wrong command line, in the user's language: clap's English texts are never shown.
//!
//! In: the arguments without texts, the catalogue, clap's errors. Out: the arguments with texts; messages. Always: every command
//! and argument has a message (a test asks for each); a wrong command line ends with exit code 2 and a suggestion, or a hint how to
//! find out.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};
use linli::diagnostic::{self, nearest};
use linli::locale::Words;

use super::args::{self, Cli};
use super::session::{Session, Startup};
use super::{Exit, Stop};

/// The arguments with their texts.
pub(super) fn surface(words: &'static Words) -> Command {
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("cli-usage-heading", &[])
    );
    let top = dress(Cli::command(), words, &template);
    top.about(words.say("cli-about", &[])).after_help(words.say("cli-after-help", &[]))
}

fn dress(command: Command, words: &'static Words, template: &str) -> Command {
    let name = command.get_name().to_owned();
    let is_top = name == "linli";
    let usage = usage(&command, words);
    let mut command = command
        .help_template(template.to_owned())
        .override_usage(usage)
        .subcommand_help_heading(words.say("cli-commands-heading", &[]))
        .subcommand_value_name(words.say("cli-command-value", &[]))
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "cli-arguments-heading"
            } else if is_top {
                "cli-global-heading"
            } else {
                "cli-options-heading"
            };
            let help = help_of(&arg, &name, words);
            let takes_value = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(words.say(heading, &[]));
            // The help lists the values in the user's language.
            if takes_value { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
        })
        .mut_subcommands(|sub| {
            let about = words.say(&format!("cli-{}-about", sub.get_name()), &[]);
            dress(sub, words, template).about(about)
        });
    if !is_top {
        let id = format!("cli-{name}-examples");
        let examples = words.say(&id, &[]);
        // Not every command needs examples; a missing message shows its id.
        if examples != id {
            command = command.after_help(examples);
        }
    }
    command
}

/// `linli new [options] <KIND> [TITLE]`.
fn usage(command: &Command, words: &Words) -> String {
    let mut usage = String::from("linli");
    if command.get_name() == "linli" {
        usage += &format!(" <{}>", words.say("cli-command-value", &[]));
    } else {
        usage += &format!(" {}", command.get_name());
    }
    usage += &format!(" [{}]", words.say("cli-options-value", &[]));
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if arg.get_num_args().is_some_and(|n| n.max_values() > 1) || matches!(arg.get_action(), clap::ArgAction::Append) {
            "…"
        } else {
            ""
        };
        usage += &if arg.is_required_set() { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") };
    }
    usage
}

/// The command's own text for an argument, else the one that all commands share.
fn help_of(arg: &Arg, command: &str, words: &Words) -> StyledStr {
    let id = arg.get_id().as_str().replace('_', "-");
    let specific = format!("cli-arg-{command}-{id}");
    let text = words.say(&specific, &[]);
    if text == specific { words.say(&format!("cli-arg-{id}"), &[]) } else { text }.into()
}

/// `linli help [COMMAND]`.
pub(super) fn run(session: &Session, args: &args::Help, mut surface: Command) -> Result<Exit, Stop> {
    let Some(name) = &args.command else {
        session.screen.out(&surface.render_help().ansi().to_string())?;
        return Ok(Exit::Fine);
    };
    surface.build();
    let found = surface.get_subcommands_mut().find(|c| c.get_name() == name || c.get_all_aliases().any(|a| a == name));
    match found {
        Some(command) => session.screen.out(&command.render_help().ansi().to_string()).map(|()| Exit::Fine),
        None => Err(unknown_command(name, &surface)),
    }
}

/// `linli` alone: the help, and after a double click time to read it.
pub(super) fn without_arguments(mut surface: Command, startup: &Startup) -> Exit {
    startup.screen.say_always(surface.render_help().ansi().to_string().trim_end());
    // A console opened by a double click closes with the program; the command prompt sets PROMPT.
    if cfg!(windows) && startup.screen.can_ask() && std::env::var_os("PROMPT").is_none() {
        startup.screen.ask(&startup.words().say("cli-press-enter", &[]));
    }
    Exit::Usage
}

/// Handles clap's result: help and version are output, everything else is a mistake.
pub(super) fn answer(error: &clap::Error, surface: &dyn Fn() -> Command, startup: &Startup) -> Exit {
    let screen = &startup.screen;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match screen.out(&error.render().ansi().to_string()) {
            Ok(()) => Exit::Fine,
            Err(stop) => stop.exit,
        },
        _ => {
            let (words, stop) = (startup.words(), mistake(error, &surface()));
            screen.stop(words, stop.message, &stop.args);
            screen.say_always(&format!("  {}", words.say("cli-see-help", &[])));
            Exit::Usage
        }
    }
}

/// Clap's error as a message of our catalogue.
fn mistake(error: &clap::Error, surface: &Command) -> Stop {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    let list = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(list)) => list.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let message = if near.is_empty() { "cli-unknown-argument" } else { "cli-unknown-argument-near" };
            Stop::usage(message).arg("argument", argument).arg("near", near)
        }
        ErrorKind::InvalidSubcommand => unknown_command(&text(ContextKind::InvalidSubcommand), surface),
        ErrorKind::InvalidValue if value.is_empty() => Stop::usage("cli-value-missing").arg("argument", argument),
        ErrorKind::InvalidValue => {
            let known = list(ContextKind::ValidValue);
            Stop::usage("cli-value-unknown").arg("argument", argument).arg("value", value).arg("known", diagnostic::Arg::OneOf(known))
        }
        ErrorKind::ValueValidation => Stop::usage("cli-value-wrong").arg("argument", argument).arg("value", value),
        ErrorKind::MissingRequiredArgument => Stop::usage("cli-argument-missing").arg("argument", list(ContextKind::InvalidArg).join(" ")),
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                Stop::usage("cli-argument-twice").arg("argument", argument)
            } else {
                Stop::usage("cli-argument-conflict").arg("argument", argument).arg("other", other)
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::NoEquals => {
            Stop::usage("cli-value-wrong").arg("argument", argument).arg("value", value)
        }
        ErrorKind::InvalidUtf8 => Stop::usage("cli-argument-not-text"),
        _ => Stop::usage("cli-wrong-use"),
    }
}

fn unknown_command(name: &str, surface: &Command) -> Stop {
    let names: Vec<&str> = surface.get_subcommands().flat_map(|c| std::iter::once(c.get_name()).chain(c.get_all_aliases())).collect();
    let near = nearest(name, names).unwrap_or("");
    let message = if near.is_empty() { "cli-unknown-command" } else { "cli-unknown-command-near" };
    Stop::usage(message).arg("command", name).arg("near", near)
}

#[cfg(test)]
mod tests {
    use linli::locale::Tongue;

    use super::*;

    fn every(command: &Command, visit: &mut dyn FnMut(&Command)) {
        visit(command);
        command.get_subcommands().for_each(|c| every(c, visit));
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let surface = surface(Words::of(tongue));
            every(&surface, &mut |command| {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty() && !about.starts_with("cli-"), "{}: {about}", command.get_name());
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty() && !help.starts_with("cli-"), "{} {}: {help}", command.get_name(), arg.get_id());
                }
            });
        }
    }

    #[test]
    fn the_surface_holds_together() {
        surface(Words::of(Tongue::Zh)).debug_assert();
    }
}
