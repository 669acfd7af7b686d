//! The points of a recommendation: numbered, and lettered inside.

use crate::committee::{CaseKind, CasePoint};
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

/// What a case of a kind asks of a pool or an application, in the Danish of the papers; without a title of the several that the
/// points inside name. `what` is `pool` or `application`.
pub fn recommendation(kind: CaseKind, what: &str, title: Option<&str>) -> String {
    let number = if title.is_some() { "one" } else { "several" };
    let code = format!("{}_{what}_{number}", kind.code());
    words::word("recommendation", &code, Language::Da).replace("{title}", title.unwrap_or_default())
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
        };
        let points = vec![point(5, Some(2), 0), point(2, None, 1), point(3, Some(2), 1), point(4, None, 0)];
        let labels: Vec<(String, u32)> = in_order(points).into_iter().map(|(label, point)| (label, point.id)).collect();
        let expected = [("1", 4), ("2", 2), ("2 a", 5), ("2 b", 3)];
        assert_eq!(labels, expected.map(|(label, id)| (label.to_owned(), id)));
    }

    #[test]
    fn a_case_asks_by_its_kind() {
        let asked = recommendation(CaseKind::Decision, "pool", Some("Flere skal med"));
        assert_eq!(asked, "det godkendes, at kommunen søger »Flere skal med«");
        for kind in CaseKind::ALL {
            for what in ["pool", "application"] {
                let (one, several) = (recommendation(*kind, what, Some("X")), recommendation(*kind, what, None));
                assert!(one.contains("»X«") && several.contains("følgende"), "{kind:?} {what}: {one} {several}");
            }
        }
    }
}
