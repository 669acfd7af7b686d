import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type BudgetSheet, type BudgetView, commands } from "../../../../ipc";
import { ErrorText } from "../../../../parts/ErrorText";
import { Loading } from "../../../../parts/Loading";
import { Mark } from "../../../../parts/Mark";
import { Select } from "../../../../parts/Select";
import { ToggleChip } from "../../../../parts/ToggleChip";
import { useFirstFocus } from "../../../../parts/useFirstFocus";
import { Findings } from "../../findings/Findings";
import css from "../budget.module.css";
import { useNames } from "../useNames";
import { CompareSheet } from "./CompareSheet";
import { changeOf } from "./rows";

/** Two versions side by side: what each line was and is, year by year, and what the rules say of the change. */
export default function Compare({
  view,
  sheet,
  onClose,
}: {
  view: BudgetView;
  sheet: BudgetSheet;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const names = useNames();
  const ids = view.versions.map(({ budget }) => budget.id);
  const at = ids.indexOf(sheet.budget.id);
  const [left, setLeft] = useState(ids[at - 1] ?? ids[0] ?? 0);
  const [right, setRight] = useState(at > 0 ? sheet.budget.id : (ids[1] ?? 0));
  const [only, setOnly] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useFirstFocus(bar, "button");
  const query = useQuery({
    queryKey: ["budget", view.application.id, "compare", left, right],
    queryFn: () => commands.budgetCompare(left, right),
    placeholderData: keepPreviousData,
  });
  const choice = (label: string, value: number, set: (id: number) => void) => (
    <Select
      label={label}
      value={String(value)}
      options={view.versions.map((version) => ({
        value: String(version.budget.id),
        label: names.version(view.versions, version.budget),
        more: names.standing(version),
      }))}
      onChange={(id) => set(Number(id))}
    />
  );
  const compared = query.data;
  const changes = compared?.rows.filter((row) => changeOf(row) !== "same").length ?? 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape peels the comparison off, wherever in it the focus is
    <div
      className={css.mode}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div ref={bar} className={css.bar}>
        {choice(t`From`, left, setLeft)}
        {choice(t`To`, right, setRight)}
        <ToggleChip pressed={only} onChange={setOnly}>
          {t`Only what changed`}
        </ToggleChip>
        {compared && (
          <p className={css.facts} role="status">
            {plural(changes, { 0: "No line differs.", one: "# line differs.", other: "# lines differ." })}
          </p>
        )}
        {compared?.vatUnlike && <Mark tone="warn">{t`The two are not on the same VAT basis.`}</Mark>}
      </div>
      {query.isError ? (
        <ErrorText error={query.error} retry={() => void query.refetch()} />
      ) : compared ? (
        <>
          <CompareSheet
            view={compared}
            only={only}
            left={names.version(view.versions, compared.left)}
            right={names.version(view.versions, compared.right)}
          />
          {compared.findings.length > 0 && (
            <div className={css.found}>
              <Findings findings={compared.findings} />
            </div>
          )}
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}
