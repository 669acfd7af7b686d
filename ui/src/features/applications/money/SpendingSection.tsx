import { useLingui } from "@lingui/react/macro";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAction, useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import type { MoneyView, Spending } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { ErrorText } from "../../../parts/ErrorText";
import { Loading } from "../../../parts/Loading";
import type { Draft } from "../page/list/fields";
import { Section } from "../page/Section";
import css from "./money.module.css";
import { blankSpending, type SpendingEntry, SpendingForm } from "./SpendingForm";
import { SpendingList } from "./SpendingList";
import type { MoneyPartActions } from "./useMoney";

const ImportPanel = lazy(() => import("./ImportPanel"));

export type SpendingDraft = {
  draft: Draft<SpendingEntry> | null;
  keep: (draft: Draft<SpendingEntry> | null) => void;
};

/** All that is spent: entered one by one, read in from a sheet, corrected and removed. */
export function SpendingSection({
  view,
  actions,
  editable,
  draft,
  keep,
}: SpendingDraft & { view: MoneyView; actions: MoneyPartActions; editable: boolean }) {
  const { t } = useLingui();
  const notify = useNotify();
  const { runAction } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState(false);
  // Where the keyboard goes once the list is on the screen as it now is: to something spent, or to a button.
  const [target, setTarget] = useState<number | "add" | "read" | null>(null);
  useEffect(() => {
    if (target === null) return;
    const row = typeof target === "number" && box.current?.querySelector<HTMLElement>(`[data-spending="${target}"]`);
    const button = box.current?.querySelector<HTMLElement>(target === "read" ? "[data-read]" : "[data-add]");
    (row || button)?.focus();
    setTarget(null);
  }, [target]);

  const edited = view.spending.find(({ id }) => id === draft?.id);
  // What was written in one that someone removed meanwhile can still be saved, as a new one.
  const row: SpendingEntry | null = draft === null ? null : (edited ?? blankSpending(view.application.id));
  const charges = editable && view.budget !== null;
  const form = editable && draft !== null && row !== null && (
    <SpendingForm
      key={draft.id}
      row={row}
      draft={draft}
      lines={view.lines}
      onPatch={(patch) => keep({ ...draft, patch })}
      save={(one) => actions.save({ kind: "spending", row: one })}
      onEnd={() => {
        keep(null);
        setTarget(row.id === 0 ? "add" : row.id);
      }}
    />
  );
  const remove = async (one: Spending, next: Spending | undefined) => {
    try {
      await actions.remove("spending", one.id, one.version);
      if (draft?.id === one.id) keep(null);
      notify({
        tone: "ok",
        text: t`Removed. Ctrl+Z brings it back.`,
        action: { label: t`Undo`, run: () => runAction("history.undo") },
      });
      setTarget(next?.id ?? "add");
    } catch (refusal) {
      notify({ tone: "bad", text: <ErrorText error={refusal} bare /> });
    }
  };
  const open = (one: SpendingEntry) => {
    if (draft === null || Object.keys(draft.patch).length === 0) keep({ id: one.id, patch: {} });
    // What is being written is seen to first.
    else box.current?.querySelector<HTMLElement>("form input")?.focus();
  };
  const enter = () => open(blankSpending(view.application.id));
  const read = () => setReading(true);
  const group = t`Application`;
  useAction({ id: "money.enter", title: t`Enter spending`, group, run: enter, enabled: charges });
  useAction({ id: "money.read", title: t`Read in spending from a sheet`, group, run: read, enabled: charges });
  return (
    <div ref={box}>
      <Section
        title={t`What is spent`}
        tools={
          charges && (
            <div className={css.actions}>
              <Button data-add icon={<Plus size={14} aria-hidden />} disabled={row?.id === 0} onClick={enter}>
                {t`Enter spending`}
              </Button>
              <Button data-read icon={<FileSpreadsheet size={14} aria-hidden />} disabled={reading} onClick={read}>
                {t`Read in a sheet …`}
              </Button>
            </div>
          )
        }
      >
        {row?.id === 0 && form}
        {reading && charges && (
          <Suspense fallback={<Loading />}>
            <ImportPanel
              view={view}
              onEnd={() => {
                setReading(false);
                setTarget("read");
              }}
            />
          </Suspense>
        )}
        <SpendingList
          view={view}
          editable={editable}
          openId={row && row.id !== 0 ? row.id : null}
          form={form}
          onOpen={open}
          onRemove={(one, next) => void remove(one, next)}
        />
      </Section>
    </div>
  );
}
