import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useSession } from "../../app/session";
import type { CallView, PoolsView, PoolView, RegisterView } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Heading } from "../../parts/Heading";
import { IconButton } from "../../parts/IconButton";
import { Loading } from "../../parts/Loading";
import { useAmounts } from "../../parts/pool/amounts";
import { PoolBlock } from "../../parts/pool/PoolBlock";
import { Ahead } from "../../parts/standing/Ahead";
import { Standing } from "../../parts/standing/Standing";
import { useReturn } from "../../parts/standing/useReturn";
import css from "./Pools.module.css";

const PoolForm = lazy(() => import("./PoolForm"));
const CallForm = lazy(() => import("./CallForm"));
const TermsPanel = lazy(() => import("../../parts/terms/TermsPanel"));

type Props = {
  pool: PoolView;
  pools: PoolsView;
  register: RegisterView;
  onClose: () => void;
  /** Brings the pool back into a list that search or filters keep it from; null where it is there. */
  onShowAll: (() => void) | null;
  /** Pools are selected in the list: the keys are for all of them. */
  selecting: boolean;
  /** It was just made, and the form the keyboard was in is gone. */
  takeFocus: boolean;
};

type Form = { kind: "pool" } | { kind: "call"; call: CallView | null };

/** One pool beside the list: where we stand, what is known of it, and the way to its initiative. */
export function PoolDetail({ pool, pools, register, onClose, onShowAll, selecting, takeFocus }: Props) {
  const { t } = useLingui();
  const { language, writable } = useSession();
  const { sum } = useAmounts();
  const [form, setForm] = useState<Form | null>(null);
  const article = useRef<HTMLElement>(null);
  const initiative = register.initiatives.find(({ id }) => id === pool.initiative?.id);
  const number = pool.initiative?.number;
  const level = pool.priceLevel && `${pool.priceLevel}-pl`;
  const parent = pools.pools.find(({ id }) => id === pool.parentId);
  const known = pools.standings.find(({ poolId }) => poolId === pool.id);
  const ended = () => setForm(null);
  const last = useRef("");
  if (form) last.current = form.kind === "pool" ? "pool" : `call ${form.call?.id ?? 0}`;
  useReturn(form !== null, () => article.current?.querySelector<HTMLElement>(`[data-form="${last.current}"]`));
  useEffect(() => {
    if (takeFocus) article.current?.querySelector<HTMLElement>("#pool-title")?.focus();
  }, [takeFocus]);
  const newCall = () => setForm({ kind: "call", call: null });
  useAction({ id: "call.new", title: t`New call`, group: t`Pool`, run: newCall, enabled: writable });
  if (form?.kind === "pool") {
    return (
      <Suspense fallback={<Loading />}>
        <PoolForm pool={pool} register={register} onEnd={ended} onDeleted={onClose} />
      </Suspense>
    );
  }
  return (
    <article
      ref={article}
      className={css.detail}
      aria-labelledby="pool-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.bar}>
        <p className={css.kicker}>
          {number !== undefined
            ? t`Pool of initiative ${number}`
            : pool.own
              ? t`Pool of our own list`
              : t`Pool without an initiative number`}
          {level && ` · ${level}`}
        </p>
        {pool.own && (
          <Button
            tone="quiet"
            icon={<Pencil size={14} aria-hidden />}
            disabled={!writable}
            data-form="pool"
            onClick={() => setForm({ kind: "pool" })}
          >
            {t`Correct`}
          </Button>
        )}
        <IconButton label={t`Close the detail (Escape)`} onClick={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </div>
      {onShowAll && (
        <div className={css.away}>
          <p>{t`Not in the list: search or filters hide it.`}</p>
          <Button onClick={onShowAll}>{t`Clear search and filters`}</Button>
        </div>
      )}
      <h2 id="pool-title" tabIndex={-1} className={css.detailTitle}>
        <DanishText>{pool.title.da}</DanishText>
        {pool.amount && <span className={css.detailAmount}>{sum(pool.amount)}</span>}
      </h2>
      {language === "en" && pool.title.en && <p className={css.soft}>{pool.title.en}</p>}
      {initiative && (
        <p className={css.belongs}>
          <Link to="/initiatives/$number" params={{ number: String(initiative.number) }}>
            <DanishText>{initiative.title.da}</DanishText>
          </Link>
        </p>
      )}
      {parent && (
        <p className={css.belongs}>
          {t`Inside`}{" "}
          <Link to="/pools/$key" params={{ key: parent.key }}>
            <DanishText>{parent.title.da}</DanishText>
          </Link>
        </p>
      )}
      <div className={css.part}>
        <Standing
          poolId={pool.id}
          title={pool.title.da}
          known={known}
          titleOf={(id) => pools.pools.find((one) => one.id === id)?.title.da}
          keys={!selecting}
        />
      </div>
      <section className={css.part} aria-labelledby="pool-call">
        <div className={css.partHead}>
          <Heading level={3} id="pool-call">
            {t`Pool and call`}
          </Heading>
          {form === null && (
            <div className={css.callButtons}>
              {pool.calls
                .filter((call) => call.own)
                .map((call) => (
                  <Button
                    key={call.id}
                    tone="quiet"
                    icon={<Pencil size={14} aria-hidden />}
                    disabled={!writable}
                    title={call.title}
                    data-form={`call ${call.id}`}
                    onClick={() => setForm({ kind: "call", call })}
                  >
                    {t`Correct the call`}
                  </Button>
                ))}
              <Button
                tone="quiet"
                icon={<Plus size={14} aria-hidden />}
                disabled={!writable}
                data-form="call 0"
                onClick={newCall}
              >
                {t`New call`}
              </Button>
            </div>
          )}
        </div>
        {form?.kind === "call" && (
          <Suspense fallback={<Loading />}>
            <CallForm pool={pool} call={form.call} onEnd={ended} />
          </Suspense>
        )}
        <Ahead poolId={pool.id} known={known} />
        <PoolBlock pool={pool} />
      </section>
      <section className={css.part} aria-labelledby="pool-terms">
        <div className={css.partHead}>
          <Heading level={3} id="pool-terms" aside={t`for budget and accounts`}>
            {t`Terms`}
          </Heading>
        </div>
        <Suspense fallback={<Loading />}>
          <TermsPanel key={pool.id} poolId={pool.id} />
        </Suspense>
      </section>
    </article>
  );
}
