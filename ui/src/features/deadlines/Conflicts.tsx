import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import Split from "lucide-react/icons/split";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { memo, useId, useState } from "react";
import type { Conflict } from "../../ipc";
import { DanishText, LocalText } from "../../parts/DanishText";
import { Mark } from "../../parts/Mark";
import css from "./Conflicts.module.css";

const few = 2;

/** On top of everything: what cannot be kept any more or contradicts itself, what can be done, and the way there. */
export const Conflicts = memo(function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useLingui();
  const [all, showAll] = useState(false);
  const count = conflicts.length;
  if (count === 0) return null;
  const seen = all ? conflicts : conflicts.slice(0, few);
  return (
    <section className={css.conflicts} aria-label={t`Conflicts`} data-all={all || undefined}>
      <ul>
        {seen.map((conflict) => (
          <Line key={conflict.key} conflict={conflict} />
        ))}
      </ul>
      {count > few && (
        <button type="button" className={css.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t`Show fewer` : plural(count - few, { one: "Show # more conflict", other: "Show # more conflicts" })}
        </button>
      )}
    </section>
  );
});

function Line({ conflict }: { conflict: Conflict }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { title, sentence, options, state } = conflict;
  // A plan that cannot be kept is graver than sources that differ.
  const tone = state === null ? "warn" : "bad";
  const Sign = state === null ? Split : TriangleAlert;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className={css.line} data-tone={tone}>
      <p className={css.what}>
        <Mark tone={tone} icon={<Sign size={14} aria-hidden />}>
          <DanishText>
            <b>{title}</b>
          </DanishText>
        </Mark>{" "}
        <LocalText text={sentence} />
      </p>
      <span className={css.ways}>
        {options.length > 0 && (
          <button
            type="button"
            className={css.more}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Chevron size={14} aria-hidden />
            {plural(options.length, { one: "# way out", other: "# ways out" })}
          </button>
        )}
        <Way conflict={conflict}>{conflict.state === null ? t`Open` : t`See the plan`}</Way>
      </span>
      {open && (
        <ul id={id} className={css.options}>
          {options.map((option) => (
            <li key={option.da}>
              <LocalText text={option} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** To the application's plan where it is about one, else to what it is about. */
function Way({ conflict, children }: { conflict: Conflict; children: string }) {
  const { applicationId, caseId, poolKey, state, title } = conflict;
  const name = `${children}: ${title}`;
  if (applicationId !== null)
    return (
      <Link
        to="/applications/$id"
        params={{ id: String(applicationId) }}
        search={state === null ? {} : { tab: "plan" }}
        aria-label={name}
      >
        {children}
      </Link>
    );
  if (caseId !== null)
    return (
      <Link to="/cases/$id" params={{ id: String(caseId) }} aria-label={name}>
        {children}
      </Link>
    );
  if (poolKey === null) return null;
  return (
    <Link to="/pools/$key" params={{ key: poolKey }} aria-label={name}>
      {children}
    </Link>
  );
}
