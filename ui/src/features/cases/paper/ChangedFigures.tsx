import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import History from "lucide-react/icons/history";
import { useSession } from "../../../app/session";
import type { FigureChange, PaperView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { DanishText } from "../../../parts/DanishText";
import { Mark } from "../../../parts/Mark";
import css from "./paper.module.css";
import { partName } from "./partName";

/** The figures that say something else now than in the paper: what each said, what it says, and the way to it. */
export function ChangedFigures({ view, onGo }: { view: PaperView; onGo: (part: string, code: string) => void }) {
  const { changed, parts, handedIn } = view;
  const count = changed.length;
  if (count === 0) return null;
  const heading = handedIn
    ? plural(count, {
        one: "# figure has changed since the paper was handed in",
        other: "# figures have changed since the paper was handed in",
      })
    : plural(count, {
        one: "# figure has changed since its text was accepted",
        other: "# figures have changed since their texts were accepted",
      });
  // A figure may stand under several headings.
  const places = (code: string) => parts.filter((part) => part.changed.some((one) => one.code === code));
  return (
    <section className={css.changed} aria-label={heading}>
      <Mark tone="warn" icon={<History size={14} aria-hidden />}>
        {heading}
      </Mark>
      <ul>
        {changed.map((one) => (
          <li key={one.code}>
            <Change change={one} />
            {places(one.code).map((part) => {
              const name = partName(part);
              return (
                <Button key={part.key} tone="quiet" onClick={() => onGo(part.key, one.code)}>
                  <span lang="da">{name}</span>
                </Button>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ change: { label, subject, was, now } }: { change: FigureChange }) {
  const { t } = useLingui();
  const { language } = useSession();
  return (
    <span>
      {subject !== "" && (
        <>
          <DanishText>{subject}</DanishText>,{" "}
        </>
      )}
      {label[language]}:{" "}
      <span className={css.soft}>
        <DanishText>{was}</DanishText>
      </span>{" "}
      → <strong>{now === null ? t`no longer there` : <DanishText>{now}</DanishText>}</strong>
    </span>
  );
}
