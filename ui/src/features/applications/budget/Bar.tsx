import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Check from "lucide-react/icons/check";
import Ellipsis from "lucide-react/icons/ellipsis";
import Lock from "lucide-react/icons/lock";
import PencilLine from "lucide-react/icons/pencil-line";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useSession } from "../../../app/session";
import { formatPartialDate, useWord } from "../../../format";
import type { BudgetSheet, BudgetView, FindingState } from "../../../ipc";
import { addAmounts, formatAmount, oere } from "../../../money";
import { Button } from "../../../parts/Button";
import { ExportButton } from "../../../parts/export/ExportButton";
import { Mark } from "../../../parts/Mark";
import { Menu, type MenuSection } from "../../../parts/Menu";
import { Select } from "../../../parts/Select";
import { ToggleChip } from "../../../parts/ToggleChip";
import css from "./budget.module.css";
import type { Dialog } from "./Dialogs";
import { useNames } from "./useNames";
import type { Mode } from "./Workspace";

type Props = {
  view: BudgetView;
  sheet: BudgetSheet;
  /** Whether anything of the application can be changed. */
  editable: boolean;
  /** Whether this version can. */
  writable: boolean;
  mode: Mode;
  figures: boolean;
  unallotted: boolean;
  findings: boolean;
  /** The line with the focus. */
  line: number | null;
  onVersion: (id: number) => void;
  onMode: (mode: Mode) => void;
  onFigures: (on: boolean) => void;
  onUnallotted: (on: boolean) => void;
  onFindings: (on: boolean) => void;
  onLine: (line: number) => void;
  onAdd: () => void;
  ask: (dialog: Dialog) => void;
};

/** Over the sheet: which version it is, on what basis, whether it meets, and what can be done with it. */
export function Bar(props: Props) {
  const { view, sheet, editable, writable, mode, line, ask, onMode } = props;
  const { t } = useLingui();
  const word = useWord();
  const names = useNames();
  const { language } = useSession();
  const { budget } = sheet;
  const versions = [...view.versions].reverse();
  const count = (state: FindingState) => view.findings.filter((finding) => finding.state === state).length;
  const [broken, open] = [count("broken"), count("open")];
  const found = [
    broken > 0 && plural(broken, { one: "# not kept", other: "# not kept" }),
    open > 0 && plural(open, { one: "# missing", other: "# missing" }),
  ].filter(Boolean);
  const on = budget.inForceOn && formatPartialDate(budget.inForceOn, language, "short");
  const part = word("period", budget.period).toLowerCase();
  const split = budget.period === "year" ? "" : t`by ${part}`;
  const more: MenuSection[] = [
    {
      heading: t`The sheet`,
      items: [
        { id: "add", label: t`New line`, keys: "Insert", disabled: !writable, onAction: props.onAdd },
        {
          id: "line",
          label: t`Details of the line …`,
          keys: "Ctrl+E",
          disabled: line === null,
          onAction: () => line !== null && props.onLine(line),
        },
        { id: "project", label: t`Project wages …`, disabled: !writable, onAction: () => ask("project") },
      ],
    },
    {
      items: [
        {
          id: "unallotted",
          label: t`Show “Not allotted”`,
          more: sheet.years.includes(0) ? t`Something stands there.` : undefined,
          checked: props.unallotted,
          disabled: sheet.years.includes(0),
          onAction: () => props.onUnallotted(!props.unallotted),
        },
      ],
    },
    {
      heading: t`The version`,
      items: [
        {
          id: "compare",
          label: t`Compare with another version`,
          disabled: view.versions.length < 2,
          onAction: () => onMode("compare"),
        },
        { id: "whatIf", label: t`What if …`, onAction: () => onMode("whatIf") },
        { id: "new", label: t`New version …`, disabled: !editable, onAction: () => ask("new") },
        {
          id: "freeze",
          label: t`Let it take effect …`,
          disabled: !writable,
          onAction: () => ask("freeze"),
        },
        { id: "version", label: t`Title, years and VAT …`, disabled: !editable, onAction: () => ask("version") },
        { id: "delete", label: t`Delete the draft …`, disabled: !writable, onAction: () => ask("delete") },
      ],
    },
  ];
  return (
    <div className={css.bar}>
      <Select
        label={t`Version`}
        hideLabel
        value={String(budget.id)}
        options={versions.map((version) => ({
          value: String(version.budget.id),
          label: names.version(view.versions, version.budget),
          more: names.standing(version),
        }))}
        onChange={(id) => props.onVersion(Number(id))}
      />
      <p className={css.facts}>
        <Mark
          tone="plain"
          icon={budget.inForce ? <Lock size={13} aria-hidden /> : <PencilLine size={13} aria-hidden />}
        >
          {budget.inForce ? (on ? t`in force ${on}` : t`in force, day not known`) : t`draft`}
        </Mark>
        {split && <span>{split}</span>}
      </p>
      <Gap sheet={sheet} />
      <div className={css.tools}>
        {mode === "sheet" ? (
          <>
            <ToggleChip pressed={props.figures} onChange={props.onFigures}>
              {t`Quantities and rates`}
            </ToggleChip>
            {budget.inForce && editable && <Button onClick={() => ask("new")}>{t`New version …`}</Button>}
            {writable && <Button onClick={() => onMode("import")}>{t`Read in …`}</Button>}
            <ExportButton
              of={{ kind: "budget", application_id: view.application.id, budget_id: budget.id }}
              title={[view.application.title, names.version(view.versions, budget)].join(", ")}
            />
            <Menu label={t`More with the budget`} sections={more}>
              <Ellipsis size={15} aria-hidden />
            </Menu>
            <ToggleChip pressed={props.findings} onChange={props.onFindings}>
              {found.length > 0 ? (
                <Mark tone={broken > 0 ? "bad" : "warn"}>{found.join(", ")}</Mark>
              ) : (
                t`Financing and rules`
              )}
            </ToggleChip>
          </>
        ) : (
          <Button icon={<ArrowLeft size={14} aria-hidden />} onClick={() => onMode("sheet")}>
            {t`Back to the budget`}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether financing and costs meet over all years, as it stands at this moment. */
function Gap({ sheet }: { sheet: BudgetSheet }) {
  const { t } = useLingui();
  const { language } = useSession();
  const sides = sheet.lines.map(({ line, total }) =>
    total === null ? null : line.side === "cost" ? -oere(total) : oere(total),
  );
  const gap = addAmounts(sides);
  if (gap === null) return null;
  const size = formatAmount(Math.abs(gap), "kr", language);
  return (
    <p className={css.gap} role="status">
      {gap === 0 ? (
        <Mark tone="ok" icon={<Check size={14} aria-hidden />}>{t`Meets`}</Mark>
      ) : (
        <Mark tone={gap < 0 ? "bad" : "warn"} icon={<TriangleAlert size={14} aria-hidden />}>
          {gap < 0 ? t`Lacks DKK ${size}` : t`DKK ${size} too much`}
        </Mark>
      )}
    </p>
  );
}
