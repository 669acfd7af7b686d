//! The points of a recommendation: numbered, and lettered inside.

use crate::applications::Stage;
use crate::catalogue::{CallState, CanApply};
use crate::committee::{CaseKind, CasePoint};
use crate::report::made::area_label;
use crate::views::Text;
use crate::words::say::sentence;
use crate::words::{self, Language};

/// What a point is called in its recommendation: `2` for the second, `2 a` for the first inside it. `inside` is the place among
/// those inside, from 0.
pub fn point_label(place: usize, inside: Option<usize>) -> String {
    match inside {
        None => format!("{}", place + 1),
        // After z comes aa, as in a list of Word's.
        Some(inside) => {
            let letter = char::from(b'a' + (inside % 26) as u8);
            format!("{} {}", place + 1, letter.to_string().repeat(inside / 26 + 1))
        }
    }
}

/// The points of a case in the order of the paper, each before those inside it, with what they are called. A point whose parent is
/// not among them is left out.
pub fn in_order(mut points: Vec<CasePoint>) -> Vec<(String, CasePoint)> {
    points.sort_by_key(|point| (point.position, point.id));
    let (outer, inner): (Vec<_>, Vec<_>) = points.into_iter().partition(|point| point.parent_id.is_none());
    let mut ordered = Vec::with_capacity(outer.len() + inner.len());
    for (place, point) in outer.into_iter().enumerate() {
        let id = point.id;
        ordered.push((point_label(place, None), point));
        let inside = inner.iter().filter(|point| point.parent_id == Some(id)).enumerate();
        ordered.extend(inside.map(|(inside, point)| (point_label(place, Some(inside)), point.clone())));
    }
    ordered
}

/// What a point is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// To apply to a pool.
    Pool,
    /// An application as it stands.
    Application(Stage),
}

impl Asks {
    /// The sentence it has in a case of a kind. What is to be approved follows how far the application has come: it is sent, it is sent
    /// already, or the grant is received; of one that has ended there is nothing to approve.
    pub fn code(self, kind: CaseKind) -> String {
        match (kind, self) {
            (kind, Asks::Pool) => format!("{}_pool", kind.code()),
            (CaseKind::Decision, Asks::Application(stage)) if stage.is_end() => "information_application".to_owned(),
            (CaseKind::Decision, Asks::Application(stage)) if stage.is_granted() => "decision_grant".to_owned(),
            (CaseKind::Decision, Asks::Application(stage)) if stage.is_sent() => "decision_sent".to_owned(),
            (kind, Asks::Application(_)) => format!("{}_application", kind.code()),
        }
    }
}

/// What a point asks, in the Danish of the papers, by the code of its sentence; without a title of the several that the points inside
/// name. `after` stands after the title.
pub fn recommendation(code: &str, title: Option<(&str, &str)>) -> String {
    let number = if title.is_some() { "one" } else { "several" };
    let code = format!("{code}_{number}");
    let sentence = words::word("recommendation", &code, Language::Da);
    let (title, after) = title.unwrap_or_default();
    sentence.replace("»{title}«", &format!("»{title}«{after}"))
}

/// The number and area of a pool's initiative, as they stand after its title: » – nr. 91 (Beskæftigelse)«.
pub fn numbered(number: u32, area: &str) -> String {
    let said = words::word("recommendation", "numbered", Language::Da);
    format!(" – {}", said.replace("{number}", &number.to_string()).replace("{area}", area_label(area)))
}

/// What is to be known of a pool before it is recommended to apply to it: that a municipality cannot, and that the call is over.
pub fn pool_remarks(can_apply: CanApply, call: CallState) -> Vec<Text> {
    let who = match can_apply {
        CanApply::No => Some("cannot_apply"),
        CanApply::Partner => Some("only_partner"),
        CanApply::Yes | CanApply::Unclear => None,
    };
    let when = (call == CallState::Closed).then_some("call_closed");
    [who, when].into_iter().flatten().filter_map(|code| sentence(&format!("point_remark.{code}"), &[])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_numbered_and_lettered() {
        assert_eq!(point_label(0, None), "1");
        assert_eq!(point_label(1, Some(2)), "2 c");
        assert_eq!(point_label(1, Some(26)), "2 aa");
    }

    #[test]
    fn a_point_stands_before_those_inside_it() {
        let point = |id, parent_id, position| CasePoint {
            id,
            version: 1,
            committee_case_id: 1,
            parent_id,
            position,
            text: String::new(),
            condition: String::new(),
            drafted: false,
        };
        let points = vec![point(5, Some(2), 0), point(2, None, 1), point(3, Some(2), 1), point(4, None, 0)];
        let labels: Vec<(String, u32)> = in_order(points).into_iter().map(|(label, point)| (label, point.id)).collect();
        let expected = [("1", 4), ("2", 2), ("2 a", 5), ("2 b", 3)];
        assert_eq!(labels, expected.map(|(label, id)| (label.to_owned(), id)));
    }

    #[test]
    fn a_pool_nobody_can_apply_to_is_remarked_on() {
        let said = |can_apply, call| pool_remarks(can_apply, call).into_iter().map(|text| text.da).collect::<Vec<_>>();
        assert_eq!(said(CanApply::Yes, CallState::Open), Vec::<String>::new());
        assert_eq!(said(CanApply::No, CallState::None), ["Kommunen kan ikke søge puljen."]);
        let both = ["Kommunen kan kun være partner i en andens ansøgning.", "Ansøgningsfristen er udløbet."];
        assert_eq!(said(CanApply::Partner, CallState::Closed), both);
    }

    #[test]
    fn a_case_asks_by_its_kind_and_how_far_the_application_has_come() {
        let asked = recommendation(&Asks::Pool.code(CaseKind::Decision), Some(("STU", &numbered(93, "Beskæftigelsesområdet"))));
        assert_eq!(asked, "det godkendes, at kommunen søger »STU« – nr. 93 (Beskæftigelse)");
        for kind in CaseKind::ALL {
            let stages = Stage::ALL.iter().map(|stage| Asks::Application(*stage));
            for code in stages.chain([Asks::Pool]).map(|asks| asks.code(*kind)) {
                let (one, several) = (recommendation(&code, Some(("X", ""))), recommendation(&code, None));
                assert!(one.contains("»X«") && several.contains("følgende"), "{code}: {one} {several}");
            }
        }
        let of = |stage| recommendation(&Asks::Application(stage).code(CaseKind::Decision), Some(("X", "")));
        assert_eq!(of(Stage::Drafting), "det godkendes, at kommunen indsender ansøgningen »X«");
        assert_eq!(of(Stage::ConditionallyGranted), "det godkendes, at kommunen modtager tilskuddet til »X«");
    }
}
