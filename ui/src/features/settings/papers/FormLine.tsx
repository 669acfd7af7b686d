import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useActions } from "../../../app/actions";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { commands, type FormView } from "../../../ipc";
import { Button } from "../../../parts/Button";
import { Confirm } from "../../../parts/Confirm";
import { DanishText } from "../../../parts/DanishText";
import { Mark } from "../../../parts/Mark";
import { Menu } from "../../../parts/Menu";
import { useSave } from "../../../parts/useSave";
import css from "./Papers.module.css";
import { TemplateDialog } from "./TemplateDialog";

/** A form: its headings in a line, how many cases are written in it, and what can be done with it. */
export function FormLine({
  one,
  usual,
  busy,
  onChange,
  onCopy,
}: {
  one: FormView;
  /** Whether it is the one the municipality writes in. */
  usual: boolean;
  /** Another one is in hand. */
  busy: boolean;
  onChange: () => void;
  onCopy: () => void;
}) {
  const { t } = useLingui();
  const { writable } = useSession();
  const notify = useNotify();
  const { runAction } = useActions();
  const [asked, ask] = useState<"delete" | "template" | null>(null);
  const removal = useSave();
  const { form, own, parts, cases } = one;
  const { name, templateName } = form;
  const undo = { label: t`Undo`, run: () => runAction("history.undo") };
  const remove = () =>
    removal.run(() => commands.paperFormDelete(form.id, form.version), {
      key: ["paperForms"],
      done: () => notify({ tone: "ok", text: t`Deleted: ${name}`, action: undo }),
    });
  const close = () => {
    ask(null);
    removal.reset();
  };
  const facts = [
    own ? t`our own` : t`comes with the program`,
    plural(cases, { one: "# case", other: "# cases" }),
    templateName && t`template ${templateName}`,
  ];
  return (
    <li className={css.form} data-form={form.key}>
      <div className={css.named}>
        <b>
          <DanishText>{name}</DanishText>
        </b>
        {usual && <Mark tone="ok">{t`the usual one`}</Mark>}
        <span className={css.soft}>{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <p className={css.soft}>
        <DanishText>
          {parts
            .map(({ heading }) => heading)
            .filter(Boolean)
            .join(" · ")}
        </DanishText>
      </p>
      <div className={css.tools}>
        {own && (
          <Button aria-label={t`Change “${name}”`} disabled={!writable || busy} onClick={onChange}>
            {t`Change …`}
          </Button>
        )}
        {own ? (
          <Menu
            label={t`More with “${name}”`}
            sections={[
              {
                items: [
                  { id: "template", label: t`Word template …`, disabled: !writable, onAction: () => ask("template") },
                  { id: "copy", label: t`Make another from it …`, disabled: !writable || busy, onAction: onCopy },
                ],
              },
              {
                items: [
                  { id: "delete", label: t`Delete …`, disabled: !writable || busy, onAction: () => ask("delete") },
                ],
              },
            ]}
          >
            {t`More`}
          </Menu>
        ) : (
          <Button aria-label={t`Make our own from it: “${name}”`} disabled={!writable || busy} onClick={onCopy}>
            {t`Make our own from it …`}
          </Button>
        )}
      </div>
      {asked === "template" && <TemplateDialog form={form} onClose={close} />}
      <Confirm
        open={asked === "delete"}
        title={t`Delete the form “${name}”?`}
        verb={t`Delete`}
        busy={removal.busy}
        error={removal.error}
        onConfirm={remove}
        onClose={close}
      >
        {t`Papers that are handed in stay as they are. It can be undone with Ctrl+Z.`}
      </Confirm>
    </li>
  );
}
