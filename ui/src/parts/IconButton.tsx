import type { ComponentProps } from "react";
import css from "./IconButton.module.css";

/** A button of one icon: `label` is its name and its tooltip. */
export function IconButton({
  label,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { label: string }) {
  return (
    <button type={type} className={`${css.button} ${className ?? ""}`} aria-label={label} title={label} {...rest} />
  );
}
