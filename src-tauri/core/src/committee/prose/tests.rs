use proptest::prelude::*;

use super::*;

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), bold: false, italic: false }
}

fn figure(code: &str) -> Inline {
    Inline::Figure { code: code.to_owned() }
}

fn paragraph(content: Vec<Inline>) -> ProseBlock {
    ProseBlock::Paragraph { content }
}

fn item(content: Vec<ProseBlock>) -> ProseItem {
    ProseItem { content }
}

fn bullets(items: &[&str]) -> ProseBlock {
    ProseBlock::BulletList { content: items.iter().map(|one| item(vec![paragraph(vec![text(one)])])).collect() }
}

#[track_caller]
fn comes_back(prose: &[ProseBlock]) -> String {
    let written = write(prose);
    assert_eq!(read(&written), normal(prose), "{written}");
    written
}

#[test]
fn what_needs_no_escape_has_none() {
    for plain in [
        "Der er afsat 35,0 mio. kr. i perioden 2019-2022 (2019-pl).",
        "<0,1 mio. kr. & mere; 2 * 3 = 6, a_b, [udvalg]s område!",
        "»Ad 1) Taget til efterretning.« C:\\sager\\2019 # 7 {x} ~ 5",
        "-5 pct. i 2019",
        "1.725.104 kr.",
        "Ørsted, æble, å 😀 שלום مرحبا",
    ] {
        assert_eq!(comes_back(&[paragraph(vec![text(plain)])]), plain);
    }
}

#[test]
fn what_would_mean_something_is_escaped() {
    for (plain, written) in [
        ("- ikke en liste", "\\- ikke en liste"),
        ("1. januar 2019", "1\\. januar 2019"),
        ("12) og så", "12\\) og så"),
        ("# ikke en overskrift", "\\# ikke en overskrift"),
        ("---", "\\---"),
        ("*fed*", "\\*fed\\*"),
        ("_kursiv_", "\\_kursiv\\_"),
        ("`kode`", "\\`kode\\`"),
        ("<b>fed</b>", "\\<b>fed\\</b>"),
        ("&amp;", "\\&amp;"),
        ("{{economy}}", "{\\{economy}}"),
        ("{{pool.91.2019}} er", "{\\{pool.91.2019}} er"),
        ("[se](her)", "[se\\](her)"),
        ("\\", "\\\\"),
        (" med blanke ", "&#32;med blanke&#32;"),
        ("~~~", "\\~~~"),
        ("> citat", "\\> citat"),
        ("+ plus", "\\+ plus"),
    ] {
        assert_eq!(comes_back(&[paragraph(vec![text(plain)])]), written);
    }
    for heading in ["# 1. Mål #", "#", "C#", "- a", "Mål ##"] {
        comes_back(&[ProseBlock::Heading { content: vec![text(heading)] }]);
    }
}

#[test]
fn a_text_is_kept_as_a_person_would_write_it() {
    let bold = Inline::Text { text: "Vurdering:".to_owned(), bold: true, italic: false };
    let nested = ProseBlock::OrderedList {
        content: vec![
            item(vec![paragraph(vec![text("Først")]), bullets(&["a", "b"])]),
            item(vec![paragraph(vec![text("Så"), Inline::HardBreak, text("videre")])]),
        ],
    };
    let prose = vec![
        ProseBlock::Heading { content: vec![text("Baggrund")] },
        paragraph(vec![bold, text(" der er "), figure("pool.91.total"), text(" i alt.")]),
        ProseBlock::Live { code: "economy".to_owned() },
        nested,
    ];
    let written = "### Baggrund\n\n**Vurdering:** der er {{pool.91.total}} i alt.\n\n{{economy}}\n\n\
                   1. Først\n   - a\n   - b\n2. Så\\\n   videre";
    assert_eq!(comes_back(&prose), written);
    assert_eq!(codes(&prose), ["pool.91.total", "economy"]);
}

#[test]
fn what_says_nothing_goes_and_neighbours_are_one() {
    let prose = vec![
        paragraph(vec![]),
        paragraph(vec![text(""), text("  ")]),
        paragraph(vec![Inline::HardBreak, text("a"), text("b\r\nc"), Inline::HardBreak]),
        ProseBlock::BulletList { content: vec![item(vec![]), item(vec![paragraph(vec![])])] },
        ProseBlock::BulletList { content: vec![item(vec![bullets(&["inde"])])] },
        paragraph(vec![figure("economy")]),
        paragraph(vec![figure("not a code")]),
        ProseBlock::Live { code: "pool.1".to_owned() },
    ];
    let same = vec![
        paragraph(vec![text("ab"), Inline::HardBreak, text("c")]),
        ProseBlock::BulletList { content: vec![item(vec![paragraph(vec![]), bullets(&["inde"])])] },
        ProseBlock::Live { code: "economy".to_owned() },
        paragraph(vec![text("{{not a code}}")]),
        paragraph(vec![figure("pool.1")]),
    ];
    assert_eq!(normal(&prose), same);
    comes_back(&prose);
}

#[test]
fn lists_side_by_side_stay_apart() {
    let empty_first = ProseBlock::OrderedList { content: vec![item(vec![bullets(&["x"])])] };
    let inside = item(vec![paragraph(vec![text("a")]), bullets(&["1. b"]), bullets(&["c"]), empty_first.clone(), empty_first]);
    comes_back(&[bullets(&["a"]), bullets(&["b", "-"]), bullets(&["c"]), ProseBlock::OrderedList { content: vec![inside] }]);
    let deep = item(vec![paragraph(vec![text("a")]), ProseBlock::BulletList { content: vec![item(vec![bullets(&["b"])])] }]);
    comes_back(&[ProseBlock::BulletList { content: vec![deep] }]);
}

#[test]
fn what_the_tree_has_no_place_for_stays_as_text() {
    let shown = |markdown: &str| match read(markdown).as_slice() {
        [ProseBlock::Paragraph { content }] => match content.as_slice() {
            [Inline::Text { text, bold: false, italic: false }] => text.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    for kept in ["[se](http://a.dk)", "![x](y.png)", "`kode`", "<br>", "---", "a <u>b</u>", "<http://a.dk>"] {
        assert_eq!(shown(kept), kept);
    }
    assert_eq!(read("> citat\n> igen").len(), 1);
    comes_back(&read("```\nkode {{a.b}}\n```\n\n> citat\n> igen\n\n<div>\nx\n</div>"));
    assert_eq!(shown("en\nlinje"), "en linje");
}

#[test]
fn a_long_text_is_read_and_written_quickly() {
    for piece in ["æ", "*", "[", "{{", "<b>", "_a", "\\", "&", "]("] {
        comes_back(&[paragraph(vec![text(&piece.repeat(20_000))])]);
    }
}

const SOUP: [&str; 44] = [
    "a",
    "Hej ",
    " ",
    "  ",
    "\t",
    "-",
    "- ",
    "1.",
    "2) ",
    "#",
    "###### ",
    "*",
    "**",
    "_",
    "__",
    "\\",
    "`",
    "```",
    "<b>",
    "</i>",
    "<",
    "&amp;",
    "&",
    "{{",
    "}}",
    "{{pool.91}}",
    "{",
    "[",
    "](",
    "]:",
    "!",
    "~~~",
    "=",
    "---",
    ">",
    "+",
    "|",
    "\u{a0}",
    "»",
    "😀",
    "שלום",
    "\n",
    "12",
    "<!--",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SOUP[..]), 0..5).prop_map(|pieces| pieces.concat())
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let piece = prop_oneof![
        6 => (words(), any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| Inline::Text { text, bold, italic }),
        2 => prop::sample::select(&["pool.91.2019", "economy", "not a code", "case.next_steps"][..]).prop_map(figure),
        1 => Just(Inline::HardBreak),
    ];
    prop::collection::vec(piece, 0..5)
}

fn prose() -> impl Strategy<Value = Prose> {
    let leaf = prop_oneof![
        6 => inlines().prop_map(|content| ProseBlock::Paragraph { content }),
        1 => inlines().prop_map(|content| ProseBlock::Heading { content }),
        1 => prop::sample::select(&["economy", "next_steps", "pool.1", ""][..]).prop_map(|code| ProseBlock::Live { code: code.to_owned() }),
    ];
    let block = leaf.prop_recursive(4, 40, 4, |inner| {
        let items = || prop::collection::vec(prop::collection::vec(inner.clone(), 0..4).prop_map(item), 0..4);
        prop_oneof![
            items().prop_map(|content| ProseBlock::BulletList { content }),
            items().prop_map(|content| ProseBlock::OrderedList { content }),
        ]
    });
    prop::collection::vec(block, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, rng_seed: proptest::test_runner::RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_as_it_was_written(prose in prose()) {
        let same = normal(&prose);
        prop_assert_eq!(&normal(&same), &same);
        let written = write(&prose);
        prop_assert_eq!(&read(&written), &same, "{}", written);
        prop_assert_eq!(write(&same), written.clone());
        prop_assert_eq!(crate::record::tidy(&written), written);
    }
}
