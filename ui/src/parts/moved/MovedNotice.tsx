import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useState } from "react";
import { useNotify } from "../../app/notify";
import type { MovedDay } from "../../ipc";
import { countMoves, onMoved } from "./moved";

const MovedDialog = lazy(() => import("./MovedDialog"));

/** Says in passing which days moved with a change, with the way to see them. Stands once in the window. */
export function MovedNotice() {
  const { t } = useLingui();
  const notify = useNotify();
  const [shown, setShown] = useState<MovedDay[] | null>(null);
  useEffect(
    () =>
      onMoved((days) => {
        const { moved, added, gone } = countMoves(days);
        const parts = [
          moved > 0 && plural(moved, { one: "# deadline moved", other: "# deadlines moved" }),
          added > 0 && plural(added, { one: "# new deadline", other: "# new deadlines" }),
          gone > 0 && plural(gone, { one: "# deadline fell away", other: "# deadlines fell away" }),
        ];
        notify({
          tone: "info",
          text: parts.filter(Boolean).join(", "),
          action: { label: t`Show`, run: () => setShown(days) },
        });
      }),
    [notify, t],
  );
  if (!shown) return null;
  return (
    <Suspense>
      <MovedDialog days={shown} onClose={() => setShown(null)} />
    </Suspense>
  );
}
