import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNotify } from "../../../app/notify";
import { useSession } from "../../../app/session";
import { useWord } from "../../../format";
import { type ApplicationView, commands, type NextStep, type Stage } from "../../../ipc";
import { asFailure, errorWords } from "../../../parts/ErrorText";
import { putRow } from "../cache";
import { atOnce, drafted, emptyFields } from "../step/draft";
import { useStep } from "../step/useStep";

/** A step that asks for more than the day. */
export type Step = { view: ApplicationView; next: NextStep };

/** Moving applications between stages: at once where nothing is to be asked, else by the form. */
export function useMoves(onForm: (step: Step) => void, onMoved: (id: number) => void) {
  const { t } = useLingui();
  const { language } = useSession();
  const client = useQueryClient();
  const notify = useNotify();
  const word = useWord();
  const { take } = useStep();

  /** The application as it is now, with where it may go; null where it could not be loaded, which is told. */
  const load = useCallback(
    async (id: number): Promise<ApplicationView | null> => {
      try {
        return await client.fetchQuery({
          queryKey: ["application", id, null],
          queryFn: () => commands.application(id, null),
          staleTime: 0,
        });
      } catch (error) {
        notify({ tone: "bad", text: errorWords(asFailure(error), language) });
        return null;
      }
    },
    [client, notify, language],
  );

  const go = useCallback(
    async (view: ApplicationView, to: Stage) => {
      const next = view.next.find(({ stage }) => stage === to);
      if (!next) {
        const title = view.application.title;
        const [from, there] = [word("stage", view.row.stage), word("stage", to)];
        return notify({ tone: "info", text: t`“${title}” cannot go from “${from}” to “${there}”.` });
      }
      if (!atOnce(to, next.lacks)) return onForm({ view, next });
      const { id, version } = view.application;
      const fields = emptyFields(view.asOf, null, null);
      const went = await take(drafted({ id, version }, to, fields), ({ row }) => {
        putRow(client, row);
        onMoved(id);
      });
      // Refused after all, say because someone changed it: the form tells why.
      if (!went) {
        const newest = await load(id);
        const again = newest?.next.find(({ stage }) => stage === to);
        if (newest && again) onForm({ view: newest, next: again });
      }
    },
    [client, notify, word, take, load, onForm, onMoved, t],
  );
  return { load, go };
}
