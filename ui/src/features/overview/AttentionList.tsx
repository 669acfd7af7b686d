import { useLingui } from "@lingui/react/macro";
import CircleAlert from "lucide-react/icons/circle-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatDate, formatDays, useWord } from "../../format";
import type { Attention } from "../../ipc";
import { Button } from "../../parts/Button";
import { DanishText } from "../../parts/DanishText";
import { Unseen } from "../../parts/Figure";
import { Heading } from "../../parts/Heading";
import { Mark } from "../../parts/Mark";
import css from "./Overview.module.css";
import { Subject } from "./Subject";

const few = 7;

/** What needs action: why, about what, and one click to it. */
export function AttentionList({ attention }: { attention: Attention[] }) {
  const { t } = useLingui();
  const [all, showAll] = useState(false);
  const seen = all ? attention : attention.slice(0, few);
  return (
    <section aria-labelledby="attention" className={css.section}>
      <Heading level={2} id="attention">
        {t`Needs action`}
      </Heading>
      {attention.length === 0 ? (
        <p>
          <Mark tone="ok">{t`Nothing needs action now.`}</Mark>
        </p>
      ) : (
        <ul>
          {seen.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may need action for the same reason twice
            <Row key={index} one={one} />
          ))}
        </ul>
      )}
      {seen.length < attention.length && (
        <Button tone="quiet" className={css.more} onClick={() => showAll(true)}>
          {t`Show all ${attention.length}`}
        </Button>
      )}
    </section>
  );
}

function Row({ one }: { one: Attention }) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const verb =
    one.applicationId !== null ? t`Open application` : one.caseId !== null ? t`Open case` : one.poolKey && t`Open pool`;
  const when = [one.on && formatDate(one.on, language, "long"), one.days !== null && formatDays(one.days, language)];
  return (
    <li className={css.row}>
      <span className={css.sign} data-urgent={one.urgent || undefined}>
        {one.urgent ? <TriangleAlert size={15} aria-hidden /> : <CircleAlert size={15} aria-hidden />}
        {one.urgent && <Unseen>{t`Urgent`}</Unseen>}
      </span>
      <Subject about={one} className={css.link}>
        <span className={css.first}>
          <span>{word("attention", one.kind)}</span>
          <span className={css.verb}>{verb}</span>
        </span>
        <span className={css.second}>
          <DanishText>
            {one.title}
            {one.detail && `: ${one.detail}`}
          </DanishText>
          {when.some(Boolean) && ` · ${when.filter(Boolean).join(", ")}`}
        </span>
      </Subject>
    </li>
  );
}
