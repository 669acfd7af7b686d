import type { ComponentProps, ReactNode } from "react";
import css from "./Button.module.css";

type Props = ComponentProps<"button"> & {
  /** `primary` once in a region at most; `quiet` has no frame; `bad` removes or overwrites. */
  tone?: "plain" | "primary" | "quiet" | "bad";
  icon?: ReactNode;
};

export function Button({ tone = "plain", icon, className, children, type = "button", ...rest }: Props) {
  return (
    <button type={type} className={`${css.button} ${className ?? ""}`} data-tone={tone} {...rest}>
      {icon}
      {children}
    </button>
  );
}
