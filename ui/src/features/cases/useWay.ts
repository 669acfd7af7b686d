import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useAction, useActions } from "../../app/actions";
import { useSession } from "../../app/session";
import type { CaseView } from "../../ipc";
import type { CaseWay } from "./ways";

/**
 * How the case is shown, by its address: the paper, where the case asks anything yet and the address says nothing else. What
 * belongs to the handling can be done from the paper too: the screen goes there first.
 */
export function useWay(view: CaseView): [CaseWay, (way: CaseWay) => void] {
  const { t } = useLingui();
  const { writable } = useSession();
  const { view: asked } = useSearch({ from: "/cases/$id" });
  const navigate = useNavigate();
  const { runAction } = useActions();
  // What it begins with is what the case was as it was opened: a first point moves no one elsewhere.
  const [usual] = useState<CaseWay>(() => (view.points.length > 0 ? "paper" : "handling"));
  const way = asked ?? usual;
  const [wanted, want] = useState<string | null>(null);
  const go = (next: CaseWay) => void navigate({ to: ".", search: (now) => ({ ...now, view: next }), replace: true });
  useEffect(() => {
    if (wanted === null || way !== "handling") return;
    want(null);
    runAction(wanted);
  }, [wanted, way, runAction]);
  const there = (id: string, title: string, keys: string) => ({
    id,
    title,
    keys,
    group: t`Committee case`,
    run: () => {
      want(id);
      go("handling");
    },
    enabled: writable && way === "paper",
  });
  useAction(there("case.decide", t`Record the decision`, "Alt+B"));
  useAction(there("case.reading", t`New reading`, "Alt+U"));
  useAction(there("case.followUp", t`New follow-up`, "Alt+O"));
  return [way, go];
}
