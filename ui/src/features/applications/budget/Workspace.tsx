import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useAction } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { useWidth } from "../../../grid/useWidth";
import {
  type BudgetSheet as BudgetOfVersion,
  type BudgetView,
  commands,
  type DocumentView,
  type Finding,
} from "../../../ipc";
import { Loading } from "../../../parts/Loading";
import { SplitPane } from "../../../parts/SplitPane";
import { useKept } from "../../../parts/standing/useKept";
import { useReturn } from "../../../parts/standing/useReturn";
import { useSave } from "../../../parts/useSave";
import type { SheetHandle } from "../../../sheet/types";
import { WhatIfPanel } from "../whatIf/WhatIfPanel";
import { Bar } from "./Bar";
import { BudgetSheet } from "./BudgetSheet";
import css from "./budget.module.css";
import { hasReckoned } from "./columns";
import type { Dialog } from "./Dialogs";
import { FindingsPanel } from "./FindingsPanel";
import { LineForm } from "./LineForm";
import { spotOf } from "./marks";
import { RulesPanel } from "./RulesPanel";
import type { Budgeting } from "./useBudget";
import type { SheetModel } from "./useSheetModel";

const Dialogs = lazy(() => import("./Dialogs"));
const Compare = lazy(() => import("./compare/Compare"));
const Import = lazy(() => import("./import/Import"));

/** What stands in the place of the sheet. */
export type Mode = "sheet" | "compare" | "import" | "whatIf";

/** How a person has set the sheet of an application, kept while the program runs. */
type Setting = { figures: boolean | null; unallotted: boolean; findings: boolean | null };

/** Room for a sheet that need not be sparing, in pixels. */
const ROOMY = 1280;
/** Room a sheet is left with where something stands beside it that nobody asked for. */
const LEFT = 1000;
/** What a sheet takes that shows what amounts are reckoned of: its other columns, and those of each year or part of one. */
const FIGURES = { others: 740, part: 250 };
const PARTS = { year: 1, quarter: 4, month: 12 };

const usual: Setting = { figures: null, unallotted: false, findings: null };

type Props = {
  view: BudgetView;
  sheet: BudgetOfVersion;
  documents: readonly DocumentView[];
  editable: boolean;
  readOnly: string | undefined;
  /** Whether it was begun just here, by a button that is gone. */
  begun: boolean;
  budgeting: Budgeting;
};

/** One version at work: the bar, the sheet, and beside it what is found or the details of a line. */
export function Workspace({ view, sheet, documents, editable, readOnly, begun: fresh, budgeting }: Props) {
  const { t } = useLingui();
  const [kept, keep] = useKept<Setting>(`budget setting ${view.application.id}`);
  const [begun, begin] = useKept<Mode>(`budget mode ${view.application.id}`);
  const [begunWith] = useKept<number>(`budget begun with a sheet ${view.application.id}`);
  const leaving = useSave();
  const notify = useNotify();
  const [dialog, ask] = useState<Dialog | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [rules, setRules] = useState(false);
  const setting = kept ?? usual;
  const handle = useRef<SheetHandle>(null);
  const model = useRef<SheetModel | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const { preferences } = useSession();
  // A sheet needs the window: what holds for all of the application is scrolled away above it, and there to scroll back to.
  useLayoutEffect(() => {
    const panel = root.current?.closest("[role=tabpanel]");
    panel?.parentElement?.querySelector("[role=tablist]")?.scrollIntoView({ block: "start" });
  }, []);
  const mode = begun ?? "sheet";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (fresh) handle.current?.focus();
  }, []);
  // Back from another mode, the keyboard goes to the sheet.
  const was = useRef(mode);
  useEffect(() => {
    if (mode === "sheet" && was.current !== mode) handle.current?.focus();
    was.current = mode;
  }, [mode]);
  // What a dialog was opened from can be gone with it: a version that has just begun begins no other. Then it is the sheet's.
  const asked = useRef(dialog);
  useEffect(() => {
    const closed = asked.current !== null && dialog === null;
    asked.current = dialog;
    if (!closed) return;
    const frame = requestAnimationFrame(() => document.activeElement === document.body && handle.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [dialog]);
  const set = (patch: Partial<Setting>) => keep({ ...setting, ...patch });
  const go = useCallback((to: Mode) => begin(to === "sheet" ? null : to), [begin]);

  /** A draft that was begun to be read into, and was not, goes again with those who leave. */
  const change = (to: Mode) => {
    go(to);
    const { id, version } = sheet.budget;
    if (mode !== "import" || to !== "sheet" || begunWith !== id || sheet.lines.length > 0) return;
    void leaving.run(() => commands.budgetDelete(id, version), {
      key: budgeting.shown.key,
      done: (left) => {
        budgeting.shown.done(left);
        notify({ tone: "info", text: t`Nothing was read in: the draft is gone again.` });
      },
    });
  };

  const needed = FIGURES.others + FIGURES.part * sheet.years.length * PARTS[sheet.budget.period];
  // Until someone asks for what is found, the sheet has the room it can use.
  const left = width - preferences.detailWidth;
  const findings = setting.findings ?? left >= (setting.figures ? needed : LEFT);
  const beside = opened !== null || rules || findings;
  const room = beside ? left : width;
  const figures = setting.figures ?? (hasReckoned(sheet) && room >= needed);

  useReturn(rules, () => root.current?.querySelector<HTMLElement>("[data-rules]"));

  const open = useCallback((id: number) => setOpened(id), []);
  const detailed = sheet.lines.find((one) => one.line.id === opened);
  const at = line !== null && sheet.lines.some((one) => one.line.id === line) ? line : null;
  const toFinding = (finding: Finding) => {
    const shown = model.current;
    const spot = shown && spotOf(finding, shown.cols, shown.names);
    if (spot) handle.current?.goTo(spot.row, spot.column);
    else handle.current?.focus();
  };
  const back = () => {
    setOpened(null);
    handle.current?.focus();
  };
  useAction({
    id: "budget.line",
    title: t`Details of the budget line`,
    keys: "Ctrl+E",
    group: t`Budget`,
    run: () => at !== null && open(at),
    enabled: at !== null && mode === "sheet",
  });

  const pane =
    mode !== "sheet" ? null : detailed ? (
      <LineForm
        key={detailed.line.id}
        view={view}
        line={detailed}
        readOnly={readOnly}
        budgeting={budgeting}
        onClose={back}
      />
    ) : rules ? (
      <RulesPanel applicationId={view.application.id} documents={documents} onClose={() => setRules(false)} />
    ) : findings ? (
      <FindingsPanel
        view={view}
        sheet={sheet}
        onGo={toFinding}
        onRules={() => setRules(true)}
        onClose={() => {
          set({ findings: false });
          handle.current?.focus();
        }}
      />
    ) : null;
  return (
    <div ref={root} className={css.work}>
      <Bar
        view={view}
        sheet={sheet}
        editable={editable}
        writable={readOnly === undefined}
        mode={mode}
        figures={figures}
        unallotted={setting.unallotted || sheet.years.includes(0)}
        findings={findings}
        line={at}
        onVersion={budgeting.choose}
        onMode={change}
        onFigures={(on) => set({ figures: on })}
        onUnallotted={(on) => set({ unallotted: on })}
        onFindings={(on) => set({ findings: on })}
        onLine={open}
        onAdd={() => handle.current?.addRow()}
        ask={ask}
      />
      <Suspense fallback={<Loading />}>
        {mode === "compare" ? (
          <Compare view={view} sheet={sheet} onClose={() => go("sheet")} />
        ) : mode === "import" && readOnly === undefined ? (
          <Import sheet={sheet} budgeting={budgeting} onClose={() => go("sheet")} />
        ) : mode === "whatIf" ? (
          <div className={css.wondering}>
            <WhatIfPanel applicationId={view.application.id} onClose={() => go("sheet")} />
          </div>
        ) : (
          <SplitPane label={t`Width of what is found`} side={pane}>
            <BudgetSheet
              // The focus and what was typed belong to one version.
              key={sheet.budget.id}
              ref={handle}
              model={model}
              view={view}
              sheet={sheet}
              shown={{ figures, unallotted: setting.unallotted }}
              roomy={room >= ROOMY}
              readOnly={readOnly}
              budgeting={budgeting}
              onActive={setLine}
              onOpen={open}
            />
          </SplitPane>
        )}
      </Suspense>
      <Suspense>
        {dialog && (
          <Dialogs
            asked={dialog}
            view={view}
            sheet={sheet}
            documents={documents}
            line={at}
            budgeting={budgeting}
            onClose={() => ask(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
