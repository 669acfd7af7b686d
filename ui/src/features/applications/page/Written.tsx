import { DanishText } from "../../../parts/DanishText";
import css from "./Section.module.css";

/** What a person wrote, with its lines. */
export const Written = ({ children }: { children: string }) =>
  children && (
    <span className={css.written}>
      <DanishText>{children}</DanishText>
    </span>
  );
