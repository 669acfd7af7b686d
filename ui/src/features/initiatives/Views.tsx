import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Bookmark from "lucide-react/icons/bookmark";
import { lazy, Suspense, useState } from "react";
import { useChanged } from "../../app/changes";
import { useNotify } from "../../app/notify";
import { useSession } from "../../app/session";
import { type Changed, commands, type SavedView } from "../../ipc";
import { asFailure, errorWords } from "../../parts/ErrorText";
import { Menu, type MenuSection } from "../../parts/Menu";
import { type Definition, read, written } from "./definition";
import { everything, store, useRegister } from "./store";

const ViewName = lazy(() => import("./ViewName"));
const screen = "initiatives";

/** Saved views: a choice of filters, search, order, columns, unit and price level under a name. */
export function Views() {
  const { t } = useLingui();
  const { preferences, setPreferences, language, writable } = useSession();
  const notify = useNotify();
  const changed = useChanged();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["savedViews", screen], queryFn: () => commands.savedViews(screen) });
  const [used, setUsed] = useState<number | null>(null);
  const [naming, setNaming] = useState<SavedView | null>(null);
  const priceLevel = useRegister((state) => state.scope.priceLevel);
  const views = query.data ?? [];
  const current = views.find((view) => view.id === used);

  const definition = (): string => {
    const { columns, unit } = preferences;
    return written({ ...store.get().choice, columns, unit, priceLevel });
  };
  const show = (wanted: Definition) => {
    const { columns, unit, priceLevel, ...choice } = wanted;
    store.choose(choice);
    store.ask({ priceLevel });
    setPreferences({ columns, unit });
  };
  const apply = (view: SavedView) => {
    const wanted = read(view.definition);
    if (!wanted) return notify({ tone: "bad", text: t`»${view.name}« cannot be read and is left as it is.` });
    show(wanted);
    setUsed(view.id);
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
          label: t`All initiatives`,
          onAction: () => {
            store.choose(everything);
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
            taken={views.filter((view) => view.id !== naming.id).map((view) => view.name)}
            onClose={() => setNaming(null)}
            onSave={(name) => save({ ...naming, name }, t`»${name}« is saved`)}
          />
        </Suspense>
      )}
    </>
  );
}
