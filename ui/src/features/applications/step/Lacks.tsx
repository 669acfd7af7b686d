import { useLingui } from "@lingui/react/macro";
import { useWord } from "../../../format";
import type { Requirement } from "../../../ipc";
import { Mark } from "../../../parts/Mark";
import css from "./step.module.css";

/** What a step lacks, in words: first what it cannot be taken without, then what it is wise to see to. */
export function Lacks({ lacks }: { lacks: readonly Requirement[] }) {
  const { t } = useLingui();
  const word = useWord();
  const blocking = lacks.filter(({ blocks }) => blocks);
  const warning = lacks.filter(({ blocks }) => !blocks);
  const list = (heading: string, tone: "bad" | "warn", found: readonly Requirement[]) =>
    found.length > 0 && (
      <div className={css.lacks}>
        <p>{heading}</p>
        <ul>
          {found.map(({ missing }) => (
            <li key={missing}>
              <Mark tone={tone}>{word("missing", missing)}</Mark>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <>
      {list(t`Must be in place before the step`, "bad", blocking)}
      {list(t`Still missing; the step can be taken`, "warn", warning)}
    </>
  );
}
