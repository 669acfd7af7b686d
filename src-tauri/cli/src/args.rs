//! What can be asked, and what was.

mod complaint;
mod export;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::deadlines::DeadlineKind;
use tilsagn_core::{Language, calendar};

use crate::failure::Failure;
use crate::output::Format;
use crate::words::{Words, words};

pub use export::Export;

/// A command line that was understood.
pub struct Asked {
    pub language: Language,
    pub db: Option<PathBuf>,
    pub as_of: NaiveDate,
    /// The same where it was said; else the day is today.
    pub said_as_of: Option<NaiveDate>,
    /// Name or code of the municipality, where one is asked for.
    pub municipality: Option<String>,
    pub what: What,
}

/// The command and its options.
pub enum What {
    /// Help or version: the text itself.
    Text(String),
    Initiatives(Choice, Filter, Format),
    Initiative {
        number: u32,
        choice: Choice,
        format: Format,
    },
    Totals(Choice, Format),
    Financing(Choice, Format),
    Pools(Choice, Format),
    Applications(Format),
    Pipeline(Format),
    Cases(Format),
    Export(Box<Export>),
    Budget {
        application: u32,
        /// `applied`, `granted`, `amendment` or its number; none is all of them.
        version: Option<String>,
        format: Format,
        /// As a workbook, whatever the format.
        workbook: bool,
    },
    Exposure {
        from: Option<i32>,
        to: Option<i32>,
        committee: Option<String>,
        price_level: Option<i32>,
        format: Format,
    },
    Deadlines(Days),
    Plan {
        application: u32,
        format: Format,
    },
    Coming {
        committee: Option<String>,
        format: Format,
    },
    Check,
    Init {
        file: PathBuf,
        agreement: Option<PathBuf>,
        rows: Option<u32>,
        /// A municipality with so many budgets, for measuring.
        budgets: Option<u32>,
        /// A municipality with so many days to keep, for measuring.
        deadlines: Option<u32>,
        /// A municipality that has assessed so many initiatives, for measuring.
        assessments: Option<u32>,
    },
    Example(PathBuf),
    Import(PathBuf),
    Backup,
    History(u32, Format),
}

/// Which agreement, in which prices.
pub struct Choice {
    pub agreement: Option<String>,
    pub price_level: Option<i32>,
}

/// Which initiatives.
pub struct Filter {
    pub area: Option<String>,
    pub can_apply: Vec<CanApply>,
    pub search: String,
}

/// Which days to keep.
pub struct Days {
    /// Calendar days from the day everything is seen from; none is all.
    pub within: Option<u32>,
    pub person: Option<String>,
    pub committee: Option<String>,
    /// None named is all.
    pub kinds: Vec<DeadlineKind>,
    pub format: Format,
    /// As a calendar file, whatever the format.
    pub calendar: bool,
}

/// The language asked for, found before anything else so that even a complaint is in it.
pub fn language_of(args: impl Iterator<Item = String>) -> Language {
    let mut args = args.skip_while(|arg| arg != "--lang" && !arg.starts_with("--lang="));
    let value = match args.next() {
        Some(arg) if arg == "--lang" => args.next(),
        Some(arg) => arg.strip_prefix("--lang=").map(str::to_owned),
        None => None,
    };
    if value.as_deref() == Some("en") { Language::En } else { Language::Da }
}

/// Reads the command line.
pub fn read(args: impl IntoIterator<Item = OsString>, language: Language) -> Result<Asked, Failure> {
    let words = words(language);
    let mut command = command(words, language);
    command.build();
    let today = chrono::Local::now().date_naive();
    let args: Vec<OsString> = args.into_iter().collect();
    match command.clone().try_get_matches_from(&args) {
        Ok(matches) => {
            // The command's own matches have the common options wherever they stood.
            let mut of_command = &matches;
            while let Some((_, inside)) = of_command.subcommand() {
                of_command = inside;
            }
            let said_as_of = of_command.get_one::<NaiveDate>("as-of").copied();
            Ok(Asked {
                language,
                db: of_command.get_one::<PathBuf>("db").cloned(),
                as_of: said_as_of.unwrap_or(today),
                said_as_of,
                municipality: of_command.get_one::<String>("municipality").cloned(),
                what: what(&matches),
            })
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let what = What::Text(error.render().to_string());
            Ok(Asked { language, db: None, as_of: today, said_as_of: None, municipality: None, what })
        }
        Err(error) => {
            // The command, and of one that has others of its own the one within.
            let within = |of: &Command| args.iter().find_map(|arg| of.find_subcommand(arg)).cloned();
            let of_command = within(&command).unwrap_or_else(|| command.clone());
            let of_command = within(&of_command).unwrap_or(of_command);
            Err(Failure::bad_use(complaint::sentence(&error, &command, &of_command, words)))
        }
    }
}

fn choice_of_prices(m: &ArgMatches) -> Option<i32> {
    if m.try_contains_id("price-level").is_ok() { m.get_one::<i32>("price-level").copied() } else { None }
}

fn what(matches: &ArgMatches) -> What {
    let Some((name, m)) = matches.subcommand() else { return What::Check };
    let path = |id: &str| m.get_one::<PathBuf>(id).cloned().unwrap_or_default();
    let format = || m.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or_default();
    let choice = || Choice { agreement: m.get_one::<String>("agreement").cloned(), price_level: choice_of_prices(m) };
    match name {
        "initiatives" => {
            let codes = m.get_many::<String>("can-apply").unwrap_or_default();
            let filter = Filter {
                area: m.get_one::<String>("area").cloned(),
                can_apply: codes.filter_map(|code| CanApply::from_code(code)).collect(),
                search: m.get_one::<String>("search").cloned().unwrap_or_default(),
            };
            What::Initiatives(choice(), filter, format())
        }
        "initiative" => {
            What::Initiative { number: m.get_one("number").copied().unwrap_or_default(), choice: choice(), format: format() }
        }
        "totals" => What::Totals(choice(), format()),
        "financing" => What::Financing(choice(), format()),
        "pools" => What::Pools(choice(), format()),
        "applications" => What::Applications(format()),
        "pipeline" => What::Pipeline(format()),
        "cases" => What::Cases(format()),
        "export" => export::of(m).map_or(What::Check, |export| What::Export(Box::new(export))),
        "budget" => What::Budget {
            application: m.get_one("application").copied().unwrap_or_default(),
            version: m.get_one::<String>("budget-version").cloned(),
            format: format(),
            workbook: m.get_one::<String>("format").is_some_and(|name| name == "xlsx"),
        },
        "exposure" => What::Exposure {
            from: m.get_one::<i32>("from").copied(),
            to: m.get_one::<i32>("to").copied(),
            committee: m.get_one::<String>("committee").cloned(),
            price_level: choice_of_prices(m),
            format: format(),
        },
        "deadlines" => What::Deadlines(Days {
            within: m.get_one::<u32>("within").copied(),
            person: m.get_one::<String>("person").cloned(),
            committee: m.get_one::<String>("committee").cloned(),
            kinds: m.get_many::<String>("kind").unwrap_or_default().filter_map(|code| DeadlineKind::from_code(code)).collect(),
            format: format(),
            calendar: m.get_one::<String>("format").is_some_and(|name| name == "ics"),
        }),
        "plan" => What::Plan { application: m.get_one("application").copied().unwrap_or_default(), format: format() },
        "coming" => What::Coming { committee: m.get_one::<String>("committee").cloned(), format: format() },
        "init" => What::Init {
            file: path("file"),
            agreement: m.get_one::<PathBuf>("agreement-folder").cloned(),
            rows: m.get_one::<u32>("rows").copied(),
            budgets: m.get_one::<u32>("budgets").copied(),
            deadlines: m.get_one::<u32>("deadlines").copied(),
            assessments: m.get_one::<u32>("assessments").copied(),
        },
        "example" => What::Example(path("file")),
        "import" => What::Import(path("folder")),
        "backup" => What::Backup,
        "history" => What::History(m.get_one("limit").copied().unwrap_or(20), format()),
        _ => What::Check,
    }
}

fn command(words: &'static Words, language: Language) -> Command {
    let file = |da: &'static str, en: &'static str| if language == Language::Da { da } else { en };
    let option = |id: &'static str, value: &'static str, help: &'static str| {
        Arg::new(id).long(id).value_name(value).help(help).help_heading(words.options).hide_possible_values(true)
    };
    let format =
        |names: &'static [&'static str]| option("format", "FORM", words.format).value_parser(PossibleValuesParser::new(names));
    let table_json_csv = || format(&["table", "json", "csv"]);
    let agreement = || option("agreement", file("NØGLE", "KEY"), words.agreement);
    let price_level = || option("price-level", file("ÅR", "YEAR"), words.price_level).value_parser(clap::value_parser!(i32));
    let year = |id: &'static str, help: &'static str| {
        option(id, file("ÅR", "YEAR"), help).value_parser(clap::value_parser!(i32).range(1900..=2200))
    };
    let application = || {
        let arg = Arg::new("application").value_name("ID").help(words.application_id).help_heading(words.arguments);
        arg.required(true).value_parser(clap::value_parser!(u32))
    };
    let committee = || option("committee", file("UDVALG", "COMMITTEE"), words.committee);
    let path = |id: &'static str, value: &'static str, help: &'static str| {
        Arg::new(id)
            .value_name(value)
            .help(help)
            .help_heading(words.arguments)
            .required(true)
            .value_parser(ValueParser::path_buf())
    };
    let sub = |name: &'static str, about: &'static str, after: &str| {
        let usage = format!("tilsagn {name} {after}[{}]", words.options.to_uppercase());
        common(Command::new(name).about(about).override_usage(usage), words)
    };
    let global = |arg: Arg| arg.global(true);

    common(Command::new("tilsagn").about(words.about), words)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_help_heading(words.commands)
        .override_usage(words.usage)
        .after_help(words.more_help)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.version)
                .help_heading(words.options),
        )
        .arg(global(option("db", file("FIL", "FILE"), words.db).value_parser(ValueParser::path_buf())))
        .arg(global(option("municipality", file("KOMMUNE", "NAME"), words.municipality)))
        .arg(global(option("lang", file("SPROG", "LANGUAGE"), words.lang).value_parser(["da", "en"])))
        .arg(global(
            option("as-of", file("DATO", "DATE"), words.as_of)
                .value_parser(|text: &str| calendar::parse_iso(text).ok_or_else(|| "2019-03-12".to_owned())),
        ))
        .subcommand(
            sub("initiatives", words.cmd_initiatives, "")
                .args([agreement(), price_level(), option("area", file("OMRÅDE", "AREA"), words.area)])
                .arg(
                    option("can-apply", file("SVAR", "ANSWER"), words.can_apply)
                        .value_parser(CanApply::ALL.iter().map(|code| code.code()).collect::<Vec<_>>())
                        .value_delimiter(','),
                )
                .arg(option("search", file("ORD", "WORDS"), words.search))
                .arg(table_json_csv()),
        )
        .subcommand(
            sub("initiative", words.cmd_initiative, "NR ")
                .arg(
                    Arg::new("number")
                        .value_name("NR")
                        .help(words.number)
                        .help_heading(words.arguments)
                        .required(true)
                        .value_parser(clap::value_parser!(u32)),
                )
                .args([agreement(), price_level()])
                .arg(format(&["table", "json"])),
        )
        .subcommand(sub("totals", words.cmd_totals, "").args([agreement(), price_level(), table_json_csv()]))
        .subcommand(sub("financing", words.cmd_financing, "").args([agreement(), table_json_csv()]))
        .subcommand(sub("pools", words.cmd_pools, "").args([agreement(), table_json_csv()]))
        .subcommand(sub("applications", words.cmd_applications, "").arg(table_json_csv()))
        .subcommand(sub("pipeline", words.cmd_pipeline, "").arg(table_json_csv()))
        .subcommand(sub("cases", words.cmd_cases, "").arg(table_json_csv()))
        .subcommand(export::command(language))
        .subcommand(
            sub("budget", words.cmd_budget, "ID ")
                .arg(application())
                .arg(option("budget-version", "VERSION", words.budget_version).long("version"))
                .arg(format(&["table", "json", "csv", "xlsx"]).help(words.budget_format)),
        )
        .subcommand(
            sub("exposure", words.cmd_exposure, "").arg(year("from", words.from_year)).arg(year("to", words.to_year)).args([
                committee(),
                price_level(),
                table_json_csv(),
            ]),
        )
        .subcommand(
            sub("deadlines", words.cmd_deadlines, "")
                .arg(option("within", "90d", words.within).value_parser(calendar_days))
                .arg(option("person", file("NAVN", "NAME"), words.person))
                .arg(
                    option("kind", file("SLAGS", "KIND"), words.kind)
                        .value_parser(DeadlineKind::ALL.iter().map(|code| code.code()).collect::<Vec<_>>())
                        .value_delimiter(','),
                )
                .args([committee(), format(&["table", "json", "csv", "ics"])]),
        )
        .subcommand(sub("plan", words.cmd_plan, "ID ").arg(application()).arg(format(&["table", "json"])))
        .subcommand(sub("coming", words.cmd_coming, "").args([committee(), table_json_csv()]))
        .subcommand(sub("check", words.cmd_check, ""))
        .subcommand(
            sub("init", words.cmd_init, file("FIL ", "FILE "))
                .arg(path("file", file("FIL", "FILE"), words.new_file))
                .arg(
                    option("agreement-folder", file("MAPPE", "FOLDER"), words.init_agreement)
                        .long("agreement")
                        .value_parser(ValueParser::path_buf()),
                )
                .arg(option("rows", "N", "").hide(true).value_parser(clap::value_parser!(u32).range(1..=1_000_000)))
                .arg(option("budgets", "N", "").hide(true).value_parser(clap::value_parser!(u32).range(1..=100_000)))
                .arg(option("deadlines", "N", "").hide(true).value_parser(clap::value_parser!(u32).range(1..=100_000)))
                .arg(option("assessments", "N", "").hide(true).value_parser(clap::value_parser!(u32).range(1..=117))),
        )
        .subcommand(sub("example", words.cmd_example, file("FIL ", "FILE ")).arg(path(
            "file",
            file("FIL", "FILE"),
            words.new_file,
        )))
        .subcommand(sub("import", words.cmd_import, file("MAPPE ", "FOLDER ")).arg(path(
            "folder",
            file("MAPPE", "FOLDER"),
            words.folder,
        )))
        .subcommand(sub("backup", words.cmd_backup, ""))
        .subcommand(
            sub("history", words.cmd_history, "")
                .arg(option("limit", "N", words.limit).value_parser(clap::value_parser!(u32)))
                .arg(table_json_csv()),
        )
}

/// `90d`: so many calendar days.
pub(crate) fn calendar_days(text: &str) -> Result<u32, String> {
    let days = text.strip_suffix('d').unwrap_or(text).parse().ok();
    days.filter(|days| *days <= 36_600).ok_or_else(|| "90d".to_owned())
}

/// Headings and help in the reader's language; clap's own are English.
pub(crate) fn common(command: Command, words: &'static Words) -> Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.usage_template);
    command
        .help_template(template)
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help(words.help).help_heading(words.options))
}
