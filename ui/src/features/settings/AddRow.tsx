import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import { type ReactNode, useRef, useState } from "react";
import { useSession } from "../../app/session";
import type { Error as CommandFailure } from "../../ipc";
import { Button } from "../../parts/Button";
import { asFailure, ErrorText, errorWords } from "../../parts/ErrorText";
import { Unseen } from "../../parts/Figure";
import css from "./Settings.module.css";

/** A form of one line under a table. What is refused is said at its field, where it is about one, and nothing typed is lost. */
export function AddRow({
  label,
  whole,
  fields = [],
  add,
  children,
}: {
  label: string;
  /** Whether everything needed is there. */
  whole: boolean;
  /** The fields a refusal can be about, as the program names them. */
  fields?: readonly string[];
  /** Adds the row and empties the fields; throws what the program answers. */
  add: () => Promise<void>;
  /** The fields; given what is wrong with one. */
  children: (wrong: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [added, count] = useState(0);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  if (!writable) return null;
  const field = failure?.field;
  const atField = field !== null && field !== undefined && fields.includes(field);
  const run = async () => {
    setFailure(null);
    try {
      await add();
      count((before) => before + 1);
      form.current?.querySelector<HTMLElement>("input, button")?.focus();
    } catch (refusal) {
      setFailure(asFailure(refusal));
    }
  };
  return (
    <form
      ref={form}
      className={css.add}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) void run();
      }}
    >
      {children((name) => (failure && atField && name === field ? errorWords(failure, language) : undefined))}
      <Button type="submit" icon={<Plus size={15} aria-hidden />} disabled={!whole}>
        {t`Add`}
      </Button>
      {failure && !atField && <ErrorText error={failure} />}
      {/* The row is seen; who does not see it hears that it was added, each time anew. */}
      <span role="status" className={css.told}>
        {added > 0 && <Unseen key={added}>{t`Added.`}</Unseen>}
      </span>
    </form>
  );
}
