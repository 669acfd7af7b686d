import { useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useReference } from "../../app/municipality";
import { useTitle } from "../../app/title";
import { ErrorText } from "../../parts/ErrorText";
import { Heading } from "../../parts/Heading";
import { Loading } from "../../parts/Loading";
import { ScreenHead } from "../../parts/ScreenHead";
import { Calendar } from "./Calendar";
import { DataFile } from "./DataFile";
import { Meetings } from "./Meetings";
import { Municipalities } from "./Municipalities";
import { Municipality } from "./Municipality";
import { Organisation } from "./Organisation";
import { Population } from "./Population";
import { PriceIndex } from "./PriceIndex";
import { Papers } from "./papers/Papers";
import css from "./Settings.module.css";
import { Wages } from "./Wages";
import { You } from "./You";

export default function SettingsScreen() {
  const { t } = useLingui();
  const { section } = useParams({ strict: false });
  const { data, error, refetch } = useReference();
  const page = useRef<HTMLDivElement>(null);
  const ready = data !== undefined || error !== null;
  useTitle(t`Settings`);
  useEffect(() => {
    if (!ready || !section) return;
    const heading = page.current?.querySelector<HTMLElement>(`#${CSS.escape(section)}`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  }, [section, ready]);

  const places = [
    ["you", t`You and the screen`],
    ["municipality", t`Municipality`],
    ["organisation", t`Organisation`],
    ["meetings", t`Committees and meetings`],
    ["calendar", t`Calendar and lead times`],
    ["papers", t`Papers`],
    ["wages", t`Wages and full-time years`],
    ["municipalities", t`The 98 municipalities`],
    ["population", t`Population`],
    ["price-index", t`Price index`],
    ["file", t`Data file`],
  ] as const;
  const name = Object.fromEntries(places);

  return (
    <>
      <ScreenHead
        title={t`Settings`}
        about={t`Everything is kept at once, except a form of papers: that is kept with “Save”`}
        dated={false}
      />
      <div className={css.page}>
        <nav className={css.places} aria-label={t`Sections of the settings`}>
          <ul>
            {places.map(([id, label]) => (
              <li key={id}>
                <Link
                  to="/settings/$section"
                  params={{ section: id }}
                  replace
                  activeProps={{ "aria-current": "location" }}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css.content} ref={page}>
          <Section id="you" title={name.you}>
            <You />
          </Section>
          {error && <ErrorText error={error} retry={() => void refetch()} />}
          {!error && !data && <Loading />}
          {data && (
            <>
              <Section id="municipality" title={name.municipality}>
                <Municipality reference={data} />
              </Section>
              <Section id="organisation" title={name.organisation}>
                <Organisation />
              </Section>
              <Section id="meetings" title={name.meetings} wide>
                <Meetings />
              </Section>
              <Section id="calendar" title={name.calendar}>
                <Calendar />
              </Section>
              <Section id="papers" title={name.papers} wide>
                <Papers />
              </Section>
              <Section id="wages" title={name.wages}>
                <Wages />
              </Section>
              <Section id="municipalities" title={name.municipalities}>
                <Municipalities rows={data.municipalities} />
              </Section>
              <Section id="population" title={name.population}>
                <Population reference={data} />
              </Section>
              <Section id="price-index" title={name["price-index"]}>
                <PriceIndex rows={data.priceIndex} />
              </Section>
            </>
          )}
          <Section id="file" title={name.file}>
            <DataFile />
          </Section>
        </div>
      </div>
    </>
  );
}

function Section({
  id,
  title,
  wide = false,
  children,
}: {
  id: string;
  title: ReactNode;
  /** For tables of many columns. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={css.section} data-wide={wide || undefined} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
