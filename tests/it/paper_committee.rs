//! Papers of one committee: what is its, and nothing else.

use tilsagn_core::views::*;

use crate::paper_reports::*;
use crate::standing::{municipality, pool};

#[test]
fn a_committees_appendix_and_decisions_have_its_pools_alone() {
    let (_desk, store) = example();
    let lyngby = municipality(&store, "173");
    let (biu, ssu) = (named(&store, lyngby, "BIU"), named(&store, lyngby, "SSU"));
    let appendix = |committee: u32, pools: Vec<u32>| PaperOf::Appendix {
        id: None,
        committee_id: Some(committee),
        columns: Vec::new(),
        pools,
    };
    let none = report(&store, appendix(ssu, Vec::new()), "173", "2019-03-12");
    assert!(tables(&none).is_empty(), "{}", text(&none));
    assert!(text(&none).ends_with("Ingen af de vurderede puljer hører til udvalget."), "{}", text(&none));
    let decisions = |committee| report(&store, PaperOf::Portfolio { committee_id: Some(committee) }, "173", "2019-03-12");
    assert!(tables(&decisions(ssu)).is_empty(), "{}", text(&decisions(ssu)));
    assert_eq!(table(&decisions(biu), "Vurderet, ikke forelagt et udvalg").rows.len(), 6);

    // What a person has chosen stays, and it is said whose it is.
    let chosen = vec![pool(&store, "91-b"), pool(&store, "24-a")];
    let preview =
        |committee| store.paper_preview(&asked(appendix(committee, chosen.clone()), "2019-03-12"), lyngby, today()).unwrap();
    let others = preview(ssu);
    assert_eq!(rows(tables(others.report.as_ref().unwrap())[0]).len(), 2, "{}", text(others.report.as_ref().unwrap()));
    let said: Vec<&str> = others.remarks.iter().map(|remark| remark.da.as_str()).collect();
    let biu_pool =
        "»Motion og fællesskab på recept« hører ikke til udvalget i titlen, men til Beskæftigelses- og Integrationsudvalget.";
    assert_eq!(said, [biu_pool]);
    assert_eq!(preview(biu).remarks, []);
}
