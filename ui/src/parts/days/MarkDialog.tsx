import type { ReactNode } from "react";
import type { DeadlineItem } from "../../ipc";
import { Button } from "../Button";
import { DanishText } from "../DanishText";
import { Dialog } from "../Dialog";
import { ErrorText } from "../ErrorText";
import { FormActions } from "../FormActions";
import type { Save } from "../useSave";
import css from "./days.module.css";
import { useDayName } from "./looks";

/** What is typed at once belongs in the first field. */
function toFirst(form: HTMLFormElement | null) {
  const first = form?.querySelector("input");
  first?.focus();
  first?.select();
}

/** A small form about one day: which it is, what is said of it, and what takes that back. It stays open on any refusal. */
export function MarkDialog({
  title,
  item,
  verb,
  save,
  ready,
  dirty,
  onSave,
  back,
  onClose,
  children,
}: {
  title: string;
  item: DeadlineItem;
  verb: string;
  save: Save;
  /** Whether all that is asked for is there. */
  ready: boolean;
  /** Whether something typed would be lost. */
  dirty: boolean;
  onSave: () => Promise<boolean>;
  /** Takes back what was said before. */
  back?: { label: string; run: () => Promise<boolean> } | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const name = useDayName();
  const closing = async (saved: Promise<boolean>) => {
    if (await saved) onClose();
  };
  return (
    <Dialog open title={title} width={460} onClose={onClose}>
      <form
        ref={toFirst}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void closing(onSave());
        }}
      >
        <p className={css.about}>
          {name(item)} · <DanishText>{[item.title, item.detail].filter(Boolean).join(" · ")}</DanishText>
        </p>
        {children}
        {save.error && <ErrorText error={save.error} />}
        <FormActions save={verb} busy={save.busy} disabled={!ready} dirty={dirty} onCancel={onClose}>
          {back && (
            <Button disabled={save.busy} onClick={() => void closing(back.run())}>
              {back.label}
            </Button>
          )}
        </FormActions>
      </form>
    </Dialog>
  );
}
