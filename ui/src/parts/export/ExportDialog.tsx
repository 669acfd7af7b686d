import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useAsOf } from "../../app/asOf";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { commands, type PaperAsked, type PaperFormat } from "../../ipc";
import { Button } from "../Button";
import { Confirm } from "../Confirm";
import { Dialog } from "../Dialog";
import { asFailure } from "../ErrorText";
import css from "./Export.module.css";
import { Form } from "./Form";
import { Outcome } from "./Outcome";
import { Preview } from "./Preview";
import { formatOf, offered, withEnding } from "./place";
import type { Paper } from "./types";
import { useWriting } from "./useWriting";

/** The papers of a committee are Danish whatever the screen speaks. */
const danish: ReadonlySet<string> = new Set(["case", "appendix", "pack"]);

/** Looks at a paper as it will be, and writes it to a file in a format of one's choice. */
export default function ExportDialog({ of: first, title, options, onClose }: Paper & { onClose: () => void }) {
  const { t } = useLingui();
  const { language } = useSession();
  const today = useAsOf();
  const name = useWord()("paper_kind", first.kind);
  const translated = !danish.has(first.kind);
  const [asked, setAsked] = useState<PaperAsked>({
    of: first,
    asOf: today,
    language: translated ? language : "da",
    closed: false,
  });
  const query = useQuery({
    queryKey: ["paperPreview", asked],
    queryFn: () => commands.paperPreview(asked),
    placeholderData: (earlier) => earlier,
    staleTime: 0,
    gcTime: 0,
  });
  const preview = query.isError ? undefined : query.data;
  const [chosen, setChosen] = useState<PaperFormat | null>(null);
  const format = chosen ?? preview?.formats[0];
  const [typed, setTyped] = useState<string | null>(null);
  const path = typed ?? (preview && format ? offered(preview.fileName, format) : "");
  const writing = useWriting(asked, format);
  const { busy, reset } = writing;
  const form = useRef<HTMLFormElement>(null);

  const change = (patch: Partial<PaperAsked>) => {
    reset();
    setAsked((now) => ({ ...now, ...patch }));
  };
  const pick = async () => {
    if (!preview || !format) return;
    const picked = await commands.paperPick(preview.fileName, format);
    if (picked === null) return;
    setTyped(picked);
    // The system's dialog has asked whether a file there is to be replaced.
    await writing.write(picked, true);
  };
  const save = () => {
    if (!format || busy) return;
    if (path.trim() === "") void pick();
    else void writing.write(withEnding(path.trim(), format), false);
  };
  const needsClosed = query.isError && asFailure(query.error).code === "case_closed";
  const leave = () => (busy ? writing.stop() : onClose());

  return (
    <Dialog
      open
      title={[t`Export: ${name}`, title].filter(Boolean).join(" · ")}
      width={1180}
      onClose={leave}
      foot={
        <>
          <Outcome writing={writing} />
          <Button aria-disabled={writing.stopping || undefined} onClick={leave}>
            {busy ? t`Stop` : t`Close`}
          </Button>
          <Button
            tone="primary"
            type="submit"
            form="export-form"
            aria-keyshortcuts="Control+Enter"
            disabled={!preview}
            aria-disabled={busy || undefined}
          >
            {t`Save`}
          </Button>
        </>
      }
    >
      <div className={css.columns} data-fills>
        <form
          id="export-form"
          ref={form}
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
        >
          <Form
            asked={asked}
            change={change}
            options={options}
            translated={translated}
            preview={preview}
            needsClosed={needsClosed}
            format={format}
            onFormat={(next, earlier) => {
              reset();
              setChosen(next);
              setTyped((now) => now && earlier(now));
            }}
            path={path}
            onPath={(next) => {
              reset();
              setTyped(next);
              // A path that names a format says which is wanted.
              const named = formatOf(next, preview?.formats ?? []);
              if (named) setChosen(named);
            }}
            onPick={() => void pick()}
            writing={writing}
          />
        </form>
        <Preview
          preview={preview}
          error={query.isError && !needsClosed ? query.error : null}
          retry={() => void query.refetch()}
          waits={needsClosed}
        />
      </div>
      <Confirm
        open={writing.inTheWay !== null}
        title={t`Replace the file?`}
        verb={t`Replace`}
        onConfirm={() => {
          const there = writing.inTheWay;
          if (there !== null) void writing.write(there, true);
        }}
        onClose={writing.spare}
      >
        {t`There is a file already: ${writing.inTheWay ?? ""}. It is lost if it is replaced.`}
      </Confirm>
    </Dialog>
  );
}
