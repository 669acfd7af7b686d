//! Papers made by hand, for the writers of formats: a plain one, and one in which everything is too long, too many or strange.

use tilsagn_core::Language;
use tilsagn_core::report::*;

use crate::register::day;

pub fn report(kind: PaperKind, title: &str, sections: Vec<Section>) -> Report {
    Report {
        schema: SCHEMA.to_owned(),
        kind,
        title: title.to_owned(),
        language: Language::Da,
        municipality: "Lyngby-Taarbæk Kommune".to_owned(),
        as_of: day("2019-03-12"),
        handed_in: None,
        closed: false,
        sections,
    }
}

pub fn list(style: ListStyle, items: Vec<Item>) -> Block {
    Block::List { style, items }
}

pub fn item(text: &str, inside: Vec<Block>) -> Item {
    Item { runs: vec![Run::plain(text)], inside }
}

fn column(heading: &str, kind: ColumnKind, width: u32) -> Column {
    Column { heading: heading.to_owned(), kind, width }
}

fn number(value: &str, decimals: u32) -> Cell {
    Cell::number(value.parse().unwrap(), decimals)
}

fn row(kind: RowKind, cells: Vec<Cell>) -> Row {
    Row { kind, cells }
}

/// An item of an agenda: headings, lists in lists, a table with sums, a draft.
pub fn case() -> Report {
    let letters = |texts: &[&str]| list(ListStyle::Letters, texts.iter().map(|text| item(text, Vec::new())).collect());
    let recommendation = list(
        ListStyle::Numbers,
        vec![
            item("der søges om midler fra følgende puljer:", vec![letters(&["Initiativ 31", "Initiativ 77", "Initiativ 91"])]),
            item(
                "der ikke søges fra resten,",
                vec![letters(&["fordi fristen er udløbet", "fordi formålet er dækket"]), Block::paragraph("jf. bilaget.")],
            ),
            item("egenfinansieringen afholdes inden for rammen.", Vec::new()),
        ],
    );
    let again = list(ListStyle::Numbers, vec![item("Ad 1: godkendt.", Vec::new()), item("Ad 2: godkendt.", Vec::new())]);
    let dot = |text, inside| item(text, inside);
    let deepest = list(ListStyle::Bullets, vec![dot("yderst inde", Vec::new())]);
    let bullets = list(
        ListStyle::Bullets,
        vec![
            dot(
                "Sårbare børn",
                vec![list(ListStyle::Bullets, vec![dot("i dagtilbud", vec![deepest]), dot("i skolen", Vec::new())])],
            ),
            dot("Unge", Vec::new()),
        ],
    );
    let figures = |text: &str, years: [&str; 4]| {
        let cells = std::iter::once(Cell::text(text)).chain(years.iter().map(|year| number(year, 0)));
        cells.collect::<Vec<_>>()
    };
    let years = ["2019", "2020", "2021", "2022"];
    let economy = Table {
        title: "Økonomi fordelt på år".to_owned(),
        columns: std::iter::once(column("Bevillingsområde", ColumnKind::Text, 40))
            .chain(years.iter().map(|year| column(year, ColumnKind::Number, 12)))
            .collect(),
        groups: vec![ColumnGroup { heading: "1.000 kr.".to_owned(), from: 1, columns: 4 }],
        rows: vec![
            row(RowKind::Heading, vec![Cell::text("Udgifter")]),
            row(RowKind::Body, figures("Løn til projektleder og to medarbejdere", ["1725.104", "1800", "0", "-12.5"])),
            row(RowKind::Part, figures("heraf egenfinansiering", ["172.5", "180", "0", "0"])),
            row(RowKind::Body, vec![Cell::text("Materialer"), Cell::Empty, number("3316.9", 1)]),
            row(RowKind::Sum, figures("I alt", ["1725.104", "5116.9", "0", "-12.5"])),
        ],
        note: "Beløb i 2019-pl, afrundet til hele 1.000 kr.".to_owned(),
    };
    let days = Table {
        title: "Frister".to_owned(),
        columns: vec![column("Frist", ColumnKind::Text, 3), column("Dag", ColumnKind::Date, 1)],
        groups: Vec::new(),
        rows: vec![row(RowKind::Body, vec![Cell::text("Ansøgning"), Cell::Date { date: day("2019-05-07") }])],
        note: String::new(),
    };
    let bold = Run { text: " 12. marts 2019".to_owned(), bold: true, italic: true, figure: "meeting_date".to_owned() };
    let blocks = vec![
        Block::Label { text: "Punkt 3".to_owned() },
        Block::heading(1, "Satspuljer 2019 (Beslutning)"),
        Block::heading(2, "Resumé"),
        Block::Paragraph { runs: vec![Run::plain("Udvalget behandler sagen den"), bold, Run::plain(".\nNy linje.")] },
        Block::heading(2, "Indstilling"),
        Block::paragraph("Forvaltningen foreslår, at"),
        recommendation,
        Block::heading(2, "Sagsfremstilling"),
        Block::heading(3, "Baggrund"),
        bullets,
        Block::heading(4, "Nærmere"),
        Block::Draft { blocks: vec![Block::paragraph("Teksten er lavet af data."), again.clone()] },
        Block::heading(2, "Økonomi"),
        Block::Table(economy),
        Block::Table(days),
        Block::heading(2, "Beslutning"),
        again,
    ];
    report(PaperKind::Case, "Satspuljer 2019 (Beslutning)", vec![Section { landscape: false, blocks }, appendix(3)])
}

/// A table of pools on pages that lie on their side.
fn appendix(pools: usize) -> Section {
    let title = "Satspuljer 2019 der kan søges af kommunerne – Børne- og Ungdomsudvalgets område";
    let mut columns = vec![column("Initiativ og aktivitetsområde", ColumnKind::Text, 22)];
    columns.extend(["2019", "2020", "2021", "2022"].map(|year| column(year, ColumnKind::Number, 7)));
    columns.push(column("Beskrivelse", ColumnKind::Text, 50));
    let rows = (1..=pools).map(|at| {
        let mut cells = vec![Cell::Text {
            blocks: vec![
                Block::Paragraph { runs: vec![Run::bold(format!("{at}. Initiativ for børn og unge"))] },
                Block::paragraph("Sundhed"),
            ],
        }];
        for year in 0..4 {
            cells.push(if at % 5 == 0 { Cell::Empty } else { number(&format!("{}.{year}", at * 3), 1) });
        }
        let points = vec![item("kommuner", Vec::new()), item("regioner i samarbejde med kommuner", Vec::new())];
        cells.push(Cell::Text {
            blocks: vec![
                Block::paragraph(
                    "Initiativet skal styrke indsatsen over for udsatte børn og unge i hele landet. Der kan søges af",
                ),
                list(ListStyle::Bullets, points),
                Block::Paragraph {
                    runs: vec![
                        Run::bold("Forvaltningens vurdering:"),
                        Run::plain(" Der søges, da indsatsen passer med kommunens børnepolitik."),
                    ],
                },
            ],
        });
        row(RowKind::Body, cells)
    });
    let table = Table {
        title: title.to_owned(),
        columns,
        groups: vec![ColumnGroup { heading: "Økonomi, mio. kr. (2019-pl)".to_owned(), from: 1, columns: 4 }],
        rows: rows.collect(),
        note: "»-« betyder, at der ikke er afsat penge det år.".to_owned(),
    };
    Section { landscape: true, blocks: vec![Block::heading(2, title), Block::Table(table)] }
}

/// So many that they take more than sixty pages, whatever the fonts there are.
pub const POOLS: usize = 240;

/// More than two hundred pools, a title of 300 letters, a description of 20,000, letters from right to left, pictures as letters, and what no
/// file of XML can hold.
pub fn hard() -> Report {
    let title: String =
        "Fælles ansøgning om midler til børn, unge og familier i udsatte positioner – ".chars().cycle().take(300).collect();
    let long: String = "Beskrivelsen er lang, og der er mange ord i den; æ, ø og å også. ".chars().cycle().take(20_000).collect();
    let mut table = appendix(POOLS);
    if let Some(Block::Table(pools)) = table.blocks.last_mut() {
        pools.rows[2].cells[5] = Cell::text(&long);
        pools.rows[3].cells[5] = Cell::text("שלום עולם, 2019 (קול קורא) – مرحبا بالعالم 😀👩‍👧");
        pools.rows.insert(100, row(RowKind::Heading, vec![Cell::text("Sundhed og ældre")]));
    }
    let blocks = vec![
        Block::heading(1, &title),
        Block::paragraph("שלום עולם, זו הצעה של העירייה (Lyngby-Taarbæk) משנת 2019."),
        Block::paragraph("En dansk linje med مرحبا بالعالم midt i og 😀 til sidst.\u{0}\u{b}\u{1f}"),
        Block::paragraph("x".repeat(400)),
        Block::PageBreak,
        Block::heading(2, "På en ny side"),
        Block::paragraph(&long),
        Block::PageBreak,
        table.blocks[1].clone(),
    ];
    let handed_in = Some(HandedIn { at: "2019-03-12T09:05:00Z".to_owned(), by: "Åse Ærø".to_owned(), number: 2 });
    let sections = vec![table, Section { landscape: false, blocks }];
    Report { closed: true, handed_in, ..report(PaperKind::Case, &title, sections) }
}
