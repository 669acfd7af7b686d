import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { Button } from "../../parts/Button";
import { LocalText } from "../../parts/DanishText";
import { ErrorText } from "../../parts/ErrorText";
import { Mark } from "../../parts/Mark";
import { hostOf, Source } from "../../parts/pool/Sources";
import css from "./initiatives.module.css";
import type { Rows } from "./rows";
import { here, store } from "./store";

/** What is not as the agreement prints it, and one step back to it. */
export function Notices({ rows, error }: { rows: Rows; error: unknown }) {
  const { t } = useLingui();
  const { language } = useSession();
  const { priceLevel, agreement } = rows.register;
  const own = agreement.priceLevel;
  const { vintage } = priceLevel;
  return (
    <>
      {Boolean(error) && (
        <div className={css.notice}>
          <ErrorText error={error} />
          <Button onClick={() => store.ask(here)}>{t`Back to the agreement as it is`}</Button>
        </div>
      )}
      {priceLevel.converted && (
        <div className={css.notice} data-tone="warn">
          <Mark tone="warn">
            <span className={css.facts}>
              <span>
                <Trans>
                  <strong>Converted to {priceLevel.year} prices</strong>, rounded
                </Trans>
              </span>
              <span title={priceLevel.indexName[language] || priceLevel.indexName.da}>
                <LocalText text={priceLevel.indexName} />
              </span>
              <span>{t`ed. ${vintage}`}</span>
              <span>
                <Trans>
                  source <Source address={priceLevel.source} name={hostOf(priceLevel.source)} />
                </Trans>
              </span>
            </span>
          </Mark>
          <Button onClick={() => store.ask({ priceLevel: null })}>{t`Back to ${own} prices`}</Button>
        </div>
      )}
    </>
  );
}
