import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import Search from "lucide-react/icons/search";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWord } from "../format";
import { commands, type RegisterView } from "../ipc";
import { DanishText, LocalText } from "../parts/DanishText";
import { Spoken } from "../parts/Spoken";
import { useActions } from "./actions";
import { useAsOf } from "./asOf";
import { find, type Hit } from "./find";
import { useMunicipality } from "./municipality";
import css from "./Palette.module.css";

/** Every action, initiative, pool, application and case, by what is typed. */
export default function Palette({ close }: { close: () => void }) {
  const { t } = useLingui();
  return (
    <Spoken>
      <ModalOverlay className={css.veil ?? ""} isOpen isDismissable onOpenChange={(open) => !open && close()}>
        <Modal className={css.modal ?? ""}>
          <Dialog className={css.dialog ?? ""} aria-label={t`Search everywhere`}>
            <Body close={close} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </Spoken>
  );
}

const none: never[] = [];

function useRegisterAtHand(): RegisterView | undefined {
  const client = useQueryClient();
  const loaded = client.getQueriesData<RegisterView>({ queryKey: ["register"] }).find(([, data]) => data)?.[1];
  const { data } = useQuery({
    queryKey: ["register", null, null, null],
    queryFn: () => commands.register(null, null, null),
    enabled: !loaded,
  });
  return loaded ?? data;
}

function Body({ close }: { close: () => void }) {
  const { t } = useLingui();
  const { list } = useActions();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const listbox = useRef<HTMLDivElement>(null);
  const id = useId();
  const register = useRegisterAtHand();
  const agreement = register?.agreement.id;
  const asOf = useAsOf();
  const municipality = useMunicipality();
  const enabled = municipality !== null;
  const pools = useQuery({
    queryKey: ["pools", agreement, asOf],
    queryFn: () => commands.pools(agreement ?? 0, asOf),
    enabled: agreement !== undefined,
  });
  const applications = useQuery({
    queryKey: ["applications", asOf],
    queryFn: () => commands.applications(asOf),
    enabled,
  });
  const cases = useQuery({ queryKey: ["cases", asOf], queryFn: () => commands.cases(asOf), enabled });
  const actions = useMemo(() => list().filter((action) => action.id !== "palette.open"), [list]);
  const asked = useDeferredValue(query);
  const things = useMemo(
    () => ({
      actions,
      initiatives: register?.initiatives ?? none,
      pools: pools.data?.pools ?? none,
      applications: applications.data?.applications ?? none,
      cases: cases.data?.cases ?? none,
    }),
    [actions, register, pools.data, applications.data, cases.data],
  );
  const hits = useMemo(() => find(asked, things), [asked, things]);
  const chosen = hits[Math.min(at, hits.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is brought into sight when it changes
  useEffect(() => {
    listbox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen?.key]);

  const go = (hit: Hit) => {
    close();
    // After the palette has given the focus back, so that what opens may take it.
    setTimeout(() => void open(hit));
  };
  const open = (hit: Hit) => {
    switch (hit.kind) {
      case "action":
        return hit.action.run();
      case "initiative":
        return navigate({ to: "/initiatives/$number", params: { number: String(hit.row.number) } });
      case "pool":
        return navigate({ to: "/pools/$key", params: { key: hit.pool.key } });
      case "application":
        return navigate({ to: "/applications/$id", params: { id: String(hit.application.id) } });
      case "case":
        return navigate({ to: "/cases/$id", params: { id: String(hit.committeeCase.id) } });
    }
  };
  const move = (to: number) => setAt(Math.max(0, Math.min(to, hits.length - 1)));
  const current = Math.min(at, hits.length - 1);
  const onKey = (key: string): boolean => {
    switch (key) {
      case "ArrowDown":
        move(current + 1 >= hits.length ? 0 : current + 1);
        return true;
      case "ArrowUp":
        move(current - 1 < 0 ? hits.length - 1 : current - 1);
        return true;
      case "PageDown":
        move(current + 8);
        return true;
      case "PageUp":
        move(current - 8);
        return true;
      case "Enter": {
        // What is typed counts, also when the list is a moment behind.
        const now = asked === query ? chosen : find(query, things)[0];
        if (now) go(now);
        return true;
      }
      case "Escape":
        close();
        return true;
      default:
        return false;
    }
  };
  const groups = {
    initiative: t`Initiatives`,
    pool: t`Pools`,
    application: t`Applications`,
    case: t`Committee cases`,
  };
  const group = (hit: Hit) => (hit.kind === "action" ? hit.action.group : groups[hit.kind]);

  return (
    <>
      <div className={css.top}>
        <Search size={17} aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog whose one purpose is this field
          autoFocus
          type="text"
          role="combobox"
          aria-label={t`Search for an action, an initiative, a pool, an application or a case`}
          aria-expanded
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${chosen.key}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t`Action, initiative, pool, application, case …`}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || !onKey(event.key)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div className={css.list} id={id} role="listbox" aria-label={t`Found`} ref={listbox} tabIndex={-1}>
        {hits.map((hit, index) => (
          <Row
            key={hit.key}
            id={`${id}-${hit.key}`}
            hit={hit}
            heading={index === 0 || group(hit) !== group(hits[index - 1] ?? hit) ? group(hit) : undefined}
            chosen={hit === chosen}
            onClick={() => go(hit)}
          />
        ))}
      </div>
      {hits.length === 0 && <p className={css.none}>{t`Nothing is called that. Try fewer letters, or a number.`}</p>}
      <p role="status" className={css.unseen}>
        {query !== "" && t`${hits.length} found`}
      </p>
    </>
  );
}

type RowProps = { id: string; hit: Hit; heading: string | undefined; chosen: boolean; onClick: () => void };

function Row({ id, hit, heading, chosen, onClick }: RowProps) {
  const word = useWord();
  return (
    <>
      {heading && (
        <div className={css.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox */}
      <div id={id} role="option" aria-selected={chosen} className={css.row} onClick={onClick}>
        {hit.kind === "action" && (
          <>
            <span className={css.words}>{hit.action.title}</span>
            {hit.action.keys && <kbd>{hit.action.keys.split(" ")[0]?.replaceAll("+", " ")}</kbd>}
          </>
        )}
        {hit.kind === "initiative" && (
          <>
            <span className={css.number}>{hit.row.number}</span>
            <span className={css.words}>
              <LocalText text={hit.row.title} />
            </span>
          </>
        )}
        {hit.kind === "pool" && (
          <>
            <span className={css.number}>{hit.pool.initiative?.number ?? "–"}</span>
            <span className={css.words}>
              <LocalText text={hit.pool.title} />
            </span>
            <span className={css.aside}>{hit.pool.authority}</span>
          </>
        )}
        {hit.kind === "application" && (
          <>
            <span className={css.words}>
              <DanishText>{hit.application.title}</DanishText>
            </span>
            <span className={css.aside}>{word("stage", hit.application.stage)}</span>
          </>
        )}
        {hit.kind === "case" && (
          <>
            <span className={css.words}>
              <DanishText>{hit.committeeCase.title}</DanishText>
            </span>
            <span className={css.aside}>{hit.committeeCase.committees.join(", ")}</span>
          </>
        )}
      </div>
    </>
  );
}
