import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import Check from "lucide-react/icons/check";
import type { ReactNode } from "react";
import { useFiles } from "../../app/files";
import { useMunicipality } from "../../app/municipality";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";
import { Unseen } from "../../parts/Figure";
import css from "./FirstSteps.module.css";

/** A file with nothing of the municipality's own in it: how one begins. */
export function FirstSteps() {
  const { t } = useLingui();
  const { session } = useSession();
  const municipality = useMunicipality();
  const { data: office } = useOffice();
  const { openExample } = useFiles();
  const navigate = useNavigate();
  const settled = (office?.departments.length ?? 0) > 0 && (office?.committees.length ?? 0) > 0;
  const settings = (section: string) => void navigate({ to: "/settings/$section", params: { section } });
  return (
    <div className={css.page}>
      <h2>{t`Three steps, and the page fills itself`}</h2>
      <p className={css.about}>
        {t`Here you will see what needs action, what is applied for and granted, what was decided, and which deadlines are near.`}
      </p>
      <ol className={css.steps}>
        <Step done={municipality !== null} title={municipality?.name ?? t`Choose your municipality`}>
          <p>{t`Everything you record belongs to it.`}</p>
          <Button tone={municipality ? "plain" : "primary"} onClick={() => settings("municipality")}>
            {municipality ? t`Change municipality` : t`Choose municipality`}
          </Button>
        </Step>
        <Step done={settled} title={t`Add committees and departments`}>
          <p>{t`Then cases and applications know where they belong, and people know who looks after what.`}</p>
          <Button
            tone={municipality && !settled ? "primary" : "plain"}
            disabled={municipality === null}
            onClick={() => settings("organisation")}
          >
            {t`Open the organisation`}
          </Button>
        </Step>
        <Step done={false} title={t`Assess the first pool, or read in the sheet you have`}>
          <p>{t`Say of a pool whether it should be applied for. Or read in pools and applications from a spreadsheet: you see every row before anything is kept.`}</p>
          <div className={css.ways}>
            <Button
              tone={settled ? "primary" : "plain"}
              disabled={municipality === null}
              onClick={() => void navigate({ to: "/pools" })}
            >
              {t`Assess a pool`}
            </Button>
            <Button disabled={municipality === null} onClick={() => void navigate({ to: "/intake" })}>
              {t`Read in a sheet …`}
            </Button>
          </div>
        </Step>
      </ol>
      {!session.example && (
        <div className={css.example}>
          <p>{t`Would you rather look around first? The example is a file of its own, with pools, committee cases and projects of four real stories.`}</p>
          <Button onClick={openExample}>{t`Open the example`}</Button>
        </div>
      )}
    </div>
  );
}

function Step({ done, title, children }: { done: boolean; title: string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <li data-done={done || undefined}>
      <h3>
        {title}
        {done && (
          <>
            <Check size={16} aria-hidden />
            <Unseen>{t`done`}</Unseen>
          </>
        )}
      </h3>
      {children}
    </li>
  );
}
