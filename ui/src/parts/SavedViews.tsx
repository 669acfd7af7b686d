import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Bookmark from "lucide-react/icons/bookmark";
import { lazy, Suspense, useState } from "react";
import { useChanged } from "../app/changes";
import { useNotify } from "../app/notify";
import { useSession } from "../app/session";
import { type Changed, commands, type SavedView } from "../ipc";
import { asFailure, errorWords } from "./ErrorText";
import { Menu, type MenuSection } from "./Menu";

const ViewName = lazy(() => import("./ViewName"));

/** Saved views of a screen: what is chosen there, under a name. */
export function SavedViews({
  screen,
  everything,
  keeps,
  definition,
  show,
}: {
  /** The screen's name in the data file. */
  screen: string;
  /** The choice that shows everything: its words, and how it is made. */
  everything: { label: string; show: () => void };
  /** What a view keeps, told where it gets its name. */
  keeps: string;
  /** What is shown now, as JSON. */
  definition: () => string;
  /** Shows what a view keeps; answers whether it could be read. */
  show: (definition: string) => boolean;
}) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const notify = useNotify();
  const changed = useChanged();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["savedViews", screen], queryFn: () => commands.savedViews(screen) });
  const [used, setUsed] = useState<number | null>(null);
  const [naming, setNaming] = useState<SavedView | null>(null);
  const views = query.data ?? [];
  const current = views.find((view) => view.id === used);

  const apply = (view: SavedView) => {
    if (show(view.definition)) setUsed(view.id);
    else notify({ tone: "bad", text: t`»${view.name}« cannot be read and is left as it is.` });
  };
  const keep = async (change: Promise<Changed<SavedView[]>>, done: string) => {
    try {
      const reply = await change;
      client.setQueryData(["savedViews", screen], reply.view);
      changed(reply.changed);
      notify({ tone: "ok", text: done });
      return reply.view;
    } catch (error) {
      notify({ tone: "bad", text: errorWords(asFailure(error), language) });
      return null;
    }
  };
  const save = async (view: SavedView, done: string) => {
    const kept = await keep(commands.savedViewSave(view), done);
    if (kept) setUsed(kept.find((one) => one.name === view.name)?.id ?? view.id);
    return kept !== null;
  };
  const fresh = (): SavedView => ({ id: 0, version: 0, screen, name: "", definition: definition() });

  const off = !writable;
  const sections: MenuSection[] = [
    {
      items: [
        {
          id: "everything",
          label: everything.label,
          onAction: () => {
            everything.show();
            setUsed(null);
          },
        },
        ...views.map((view) => ({ id: `view ${view.id}`, label: view.name, onAction: () => apply(view) })),
      ],
    },
    {
      items: [
        { id: "save", label: t`Save as new view …`, disabled: off, onAction: () => setNaming(fresh()) },
        ...(current
          ? [
              {
                id: "replace",
                label: t`Replace »${current.name}« with what is shown`,
                disabled: off,
                onAction: () => void save({ ...current, definition: definition() }, t`»${current.name}« is replaced`),
              },
              { id: "rename", label: t`Rename »${current.name}« …`, disabled: off, onAction: () => setNaming(current) },
              {
                id: "delete",
                label: t`Delete »${current.name}«`,
                disabled: off,
                onAction: () =>
                  void keep(commands.savedViewDelete(current.id, current.version), t`»${current.name}« is deleted`),
              },
            ]
          : []),
      ],
    },
  ];
  return (
    <>
      <Menu label={current ? t`Views: ${current.name}` : t`Views`} sections={sections}>
        <Bookmark size={15} aria-hidden />
        {current ? current.name : t`Views`}
      </Menu>
      {naming && (
        <Suspense>
          <ViewName
            view={naming}
            keeps={keeps}
            taken={views.filter((view) => view.id !== naming.id).map((view) => view.name)}
            onClose={() => setNaming(null)}
            onSave={(name) => save({ ...naming, name }, t`»${name}« is saved`)}
          />
        </Suspense>
      )}
    </>
  );
}
