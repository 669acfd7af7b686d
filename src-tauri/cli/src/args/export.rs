//! `export`: which paper, in which format, to which file.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use tilsagn_core::Language;
use tilsagn_core::calendar;
use tilsagn_core::report::{AppendixColumn, PaperFormat, PaperKind};

use crate::args::{calendar_days, common};
use crate::words::words;

/// A paper to write.
pub struct Export {
    pub kind: PaperKind,
    /// The case or application.
    pub id: Option<u32>,
    /// Key of a form.
    pub form: Option<String>,
    pub committee: Option<String>,
    pub person: Option<String>,
    /// Calendar days ahead.
    pub within: Option<u32>,
    pub since: Option<NaiveDate>,
    /// Keys or ids, in order.
    pub pools: Vec<String>,
    pub columns: Vec<AppendixColumn>,
    /// Of a budget: `applied`, `granted`, `amendment` or its number.
    pub version: Option<String>,
    pub from: Option<i32>,
    pub until: Option<i32>,
    pub price_level: Option<i32>,
    /// Whether closed items may stand in it.
    pub closed: bool,
    /// None: by the ending of the file.
    pub to: Option<PaperFormat>,
    pub out: PathBuf,
    /// How many times, for measuring.
    pub repeat: Option<u32>,
}

/// What was asked of `export`; none without a paper, which clap has complained of.
pub fn of(matches: &ArgMatches) -> Option<Export> {
    let (name, m) = matches.subcommand()?;
    let text = |id: &str| m.try_get_one::<String>(id).ok().flatten().cloned();
    let year = |id: &str| m.try_get_one::<i32>(id).ok().flatten().copied();
    let number = |id: &str| m.try_get_one::<u32>(id).ok().flatten().copied();
    let many = |id: &str| m.try_get_many::<String>(id).ok().flatten().unwrap_or_default().cloned().collect::<Vec<_>>();
    Some(Export {
        kind: PaperKind::from_code(name)?,
        id: number("id"),
        form: text("form"),
        committee: text("committee"),
        person: text("person"),
        within: number("within"),
        since: m.try_get_one::<NaiveDate>("since").ok().flatten().copied(),
        pools: many("pools"),
        columns: many("columns").iter().filter_map(|code| AppendixColumn::from_code(code)).collect(),
        version: text("budget-version"),
        from: year("from"),
        until: year("until"),
        price_level: year("price-level"),
        closed: m.try_get_one::<bool>("closed").ok().flatten().copied().unwrap_or_default(),
        to: text("to").and_then(|code| PaperFormat::from_code(&code)),
        out: m.get_one::<PathBuf>("out").cloned().unwrap_or_default(),
        repeat: number("repeat"),
    })
}

/// The command, with one of its own for every kind of paper.
pub fn command(language: Language) -> Command {
    let words = words(language);
    let usage = format!("tilsagn export {} [{}]", in_danish("PAPIR", "PAPER", language), words.options.to_uppercase());
    let export = Command::new("export")
        .about(words.cmd_export)
        .override_usage(usage)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.papers)
        .after_help(words.export_help);
    common(export, words).subcommands(PaperKind::ALL.iter().map(|kind| of_kind(*kind, language)))
}

fn in_danish(da: &'static str, en: &'static str, language: Language) -> &'static str {
    if language == Language::Da { da } else { en }
}

fn of_kind(kind: PaperKind, language: Language) -> Command {
    let words = words(language);
    let file = |da: &'static str, en: &'static str| in_danish(da, en, language);
    let option = |id: &'static str, value: &'static str, help: &'static str| {
        Arg::new(id).long(id).value_name(value).help(help).help_heading(words.options).hide_possible_values(true)
    };
    let year = |id: &'static str, help: &'static str| {
        option(id, file("ÅR", "YEAR"), help).value_parser(clap::value_parser!(i32).range(1900..=2200))
    };
    let committee = || option("committee", file("UDVALG", "COMMITTEE"), words.committee);
    let id = |help: &'static str| {
        let arg = Arg::new("id").value_name("ID").help(help).help_heading(words.arguments);
        arg.required(true).value_parser(clap::value_parser!(u32))
    };
    let of_record = matches!(kind, PaperKind::Case | PaperKind::Dossier | PaperKind::Budget | PaperKind::Pack);
    let after = if of_record { "ID " } else { "" };
    let usage = format!("tilsagn export {} {after}--out {} [{}]", kind.code(), file("FIL", "FILE"), words.options.to_uppercase());
    let mut command = common(Command::new(kind.code()).about(kind.word(language)).override_usage(usage), words);
    command = match kind {
        PaperKind::Case => command.args([id(words.case_id), option("form", file("FORM", "FORM"), words.form)]),
        PaperKind::Pack => command.arg(id(words.case_id)),
        PaperKind::Dossier => command.arg(id(words.application_id)),
        PaperKind::Budget => {
            command.args([id(words.application_id), option("budget-version", "VERSION", words.budget_version).long("version")])
        }
        PaperKind::Appendix => command.args([
            committee(),
            option("pools", file("PULJER", "POOLS"), words.export_pools).value_delimiter(','),
            option("columns", file("SØJLER", "COLUMNS"), words.export_columns)
                .value_parser(PossibleValuesParser::new(AppendixColumn::ALL.iter().map(|column| column.code())))
                .value_delimiter(','),
        ]),
        PaperKind::Portfolio | PaperKind::Pipeline => command.arg(committee()),
        PaperKind::Exposure => command.args([
            year("from", words.from_year),
            year("until", words.to_year),
            committee(),
            year("price-level", words.price_level),
        ]),
        PaperKind::Deadlines => command.args([
            option("within", "90d", words.within).value_parser(calendar_days),
            option("person", file("NAVN", "NAME"), words.person),
            committee(),
        ]),
        PaperKind::Status => command.args([
            committee().required(true),
            option("since", file("DATO", "DATE"), words.since)
                .value_parser(|text: &str| calendar::parse_iso(text).ok_or_else(|| "2019-03-12".to_owned())),
        ]),
    };
    let formats = PossibleValuesParser::new(kind.formats().iter().map(|format| format.code()));
    command.args([
        option("to", "FORMAT", words.to_format).value_parser(formats),
        option("out", file("FIL", "FILE"), words.out).required(true).value_parser(ValueParser::path_buf()),
        Arg::new("closed").long("closed").action(ArgAction::SetTrue).help(words.closed).help_heading(words.options),
        option("repeat", "N", "").hide(true).value_parser(clap::value_parser!(u32).range(1..=10_000)),
    ])
}
