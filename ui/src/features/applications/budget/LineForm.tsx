import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import { useOffice } from "../../../app/office";
import { useWord } from "../../../format";
import { type BudgetView, commands, type LineView } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { Heading } from "../../../parts/Heading";
import { IconButton } from "../../../parts/IconButton";
import { Mark } from "../../../parts/Mark";
import { useKept } from "../../../parts/standing/useKept";
import type { Field } from "../page/list/fields";
import { RecordForm } from "../page/list/RecordForm";
import css from "./budget.module.css";
import { payers } from "./edits";
import { draftOf, type LineDraft, lineOf } from "./lineFields";
import type { Budgeting } from "./useBudget";
import { methods } from "./useColumns";
import { useNames } from "./useNames";

/** Beside the sheet: all that a line is, most of which the sheet has no room for. */
export function LineForm({
  view,
  line,
  readOnly,
  budgeting,
  onClose,
}: {
  view: BudgetView;
  line: LineView;
  readOnly: string | undefined;
  budgeting: Budgeting;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { number, side, text } = line.line;
  const [patch, keep] = useKept<Partial<LineDraft>>(`budget line ${line.line.id}`);
  const fields = useFields(view, side === "cost");
  const row = draftOf(line.line);
  return (
    <section className={css.panel} aria-label={t`Details of line ${number}`}>
      <div className={css.panelHead}>
        <Heading level={2} aside={text && <DanishText>{text}</DanishText>}>
          {t`Line ${number}`}
        </Heading>
        <IconButton label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {readOnly === undefined ? (
        <RecordForm<LineDraft>
          label={t`Details of line ${number}`}
          row={row}
          patch={patch ?? {}}
          fields={fields}
          onPatch={keep}
          save={(draft) => budgeting.patch(() => commands.budgetLineSave(lineOf(draft)))}
          onEnd={() => {
            keep(null);
            onClose();
          }}
        />
      ) : (
        <>
          <p>
            <Mark tone="info">{readOnly}</Mark>
          </p>
          <Facts row={row} fields={fields} />
        </>
      )}
    </section>
  );
}

function useFields({ categories, partners }: BudgetView, cost: boolean): readonly Field<LineDraft>[] {
  const { t, i18n } = useLingui();
  const word = useWord();
  const names = useNames();
  const office = useOffice();
  const english = i18n.locale === "en";
  const answers = (yes: string, no: string) => [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
  const named = (rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }));
  const what: Field<LineDraft>[] = [
    { key: "text", label: t({ message: "Text", context: "of a budget line" }), kind: "text", wide: true },
    cost
      ? {
          key: "category",
          label: t`Category`,
          kind: "select",
          required: true,
          options: [
            { value: "", label: t({ message: "None", context: "choice" }) },
            ...categories.map(({ code, name }) => ({ value: code, label: (english && name.en) || name.da })),
          ],
        }
      : {
          key: "payer",
          label: t`Who pays`,
          kind: "select",
          required: true,
          options: payers.map((payer) => ({ value: payer, label: names.payer(payer) })),
        },
    {
      key: "method",
      label: t`How it is made`,
      kind: "select",
      required: true,
      options: methods.map((method) => ({ value: method, label: word("method", method) })),
    },
    { key: "unit", label: t`Unit`, kind: "text", hint: t`What is counted: courses, months, kilometres.` },
  ];
  const paid: Field<LineDraft>[] = [
    {
      key: "origin",
      label: t`Money from`,
      kind: "text",
      wide: true,
      hint: t`Which budget, which employee or position, which fund. The same employee is not promised twice.`,
    },
    {
      key: "partnerId",
      label: t`Partner`,
      kind: "select",
      numeric: true,
      options: named(partners),
    },
    { key: "inKind", label: t`Paid in work or things`, kind: "tick" },
  ];
  const account: Field<LineDraft>[] = [
    { key: "note", label: t`Note`, kind: "area" },
    {
      key: "committeeId",
      label: t`Committee`,
      kind: "select",
      numeric: true,
      hint: t`Whose budget, where it is not the application's.`,
      options: named(office.data?.committees ?? []),
    },
    {
      key: "departmentId",
      label: t`Department`,
      kind: "select",
      numeric: true,
      options: named(office.data?.departments ?? []),
    },
    { key: "ledgerFunction", label: t`Function`, kind: "text", first: true },
    { key: "ledgerDranst", label: t`Dranst`, kind: "text" },
    { key: "ledgerArt", label: t`Art`, kind: "text" },
    { key: "ledgerProject", label: t`PSP or project number`, kind: "text" },
    {
      key: "construction",
      label: t`Operation or construction`,
      kind: "select",
      required: true,
      options: answers(t`Construction`, t`Operation`).reverse(),
    },
    {
      key: "serviceFrame",
      label: t`Service frame`,
      kind: "select",
      options: answers(t`Within the service frame`, t`Outside the service frame`),
    },
  ];
  return cost ? [...what, ...account] : [...what, ...paid, ...account];
}

/** What is recorded of a line that cannot be changed. */
function Facts({ row, fields }: { row: LineDraft; fields: readonly Field<LineDraft>[] }) {
  const { t } = useLingui();
  const shown = fields.flatMap(({ key, label, options }) => {
    const value = row[key];
    if (value === null || value === "" || value === false) return [];
    const text =
      value === true ? t`yes` : (options?.find((one) => one.value === String(value))?.label ?? String(value));
    return [{ label, text }];
  });
  return (
    <dl className={css.parts}>
      {shown.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-text>
            <DanishText>{text}</DanishText>
          </dd>
        </div>
      ))}
    </dl>
  );
}
