import { type ReactNode, useId } from "react";
import { Heading } from "../../../parts/Heading";
import css from "./Section.module.css";

/** A part of a tab under its small heading, with what can be done to it at the right. */
export function Section({ title, tools, children }: { title: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.head}>
        <Heading level={2} id={id}>
          {title}
        </Heading>
        {tools}
      </div>
      {children}
    </section>
  );
}
