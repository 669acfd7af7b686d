import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useId, useRef, useState } from "react";
import { useAction } from "../../app/actions";
import { useMunicipality } from "../../app/municipality";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { Button } from "../Button";
import { Heading } from "../Heading";
import { Loading } from "../Loading";
import { nameOf } from "./assessment";
import { ForNobody } from "./ForNobody";
import css from "./Standing.module.css";
import { useKept } from "./useKept";
import { useReturn } from "./useReturn";

const AssessForm = lazy(() => import("./AssessForm"));

/** Where an initiative without a pool stands: it can be assessed all the same, and gets a pool of its name. */
export function InitiativeStanding({ initiativeId, number }: { initiativeId: number; number: number }) {
  const { t } = useLingui();
  const word = useWord();
  const { writable } = useSession();
  const municipality = useMunicipality();
  const id = useId();
  const about = { initiativeId };
  const [begun] = useKept<object>(nameOf(about));
  const [open, setOpen] = useState(begun !== null);
  const button = useRef<HTMLButtonElement>(null);
  useReturn(open, () => button.current);
  const start = () => setOpen(true);
  const enabled = writable && municipality !== null && !open;
  useAction({
    id: "initiative.assess",
    title: t`Assess initiative ${number}`,
    keys: "Alt+V",
    group: t`Initiative`,
    run: start,
    enabled,
  });
  return (
    <section className={css.standing} aria-labelledby={id}>
      <Heading level={3} id={id}>
        {t`Status with us`}
      </Heading>
      {municipality === null ? (
        <ForNobody />
      ) : open ? (
        <Suspense fallback={<Loading />}>
          <AssessForm about={about} newest={undefined} onEnd={() => setOpen(false)} />
        </Suspense>
      ) : (
        <div className={css.actions}>
          <p className={css.soft}>{word("pool_status", "not_assessed")}</p>
          <Button ref={button} disabled={!enabled} title={t`Assess (Alt+V)`} aria-keyshortcuts="Alt+V" onClick={start}>
            {t`Assess`}
            <kbd className={css.key}>Alt+V</kbd>
          </Button>
        </div>
      )}
    </section>
  );
}
