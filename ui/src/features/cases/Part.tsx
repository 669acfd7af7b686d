import { type ReactNode, useId } from "react";
import { Heading } from "../../parts/Heading";
import css from "./Case.module.css";

/** A part of the case under its small heading, with what can be done to it at the right. */
export function Part({
  title,
  aside,
  tools,
  children,
}: {
  title: string;
  aside?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.part} aria-labelledby={id}>
      <div className={css.partHead}>
        <Heading level={2} id={id} aside={aside}>
          {title}
        </Heading>
        {tools}
      </div>
      {children}
    </section>
  );
}
