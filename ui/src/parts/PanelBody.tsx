import { type ReactNode, type RefObject, useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import css from "./Overlay.module.css";
import { Spoken } from "./Spoken";
import { useFirstFocus } from "./useFirstFocus";

export default function PanelBody({
  label,
  trigger,
  close,
  children,
}: {
  label: string;
  trigger: RefObject<HTMLElement | null>;
  close: () => void;
  children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  useFirstFocus(body, "input, button, a[href]");
  return (
    <Spoken>
      <Popover
        className={css.panel ?? ""}
        triggerRef={trigger}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && close()}
      >
        <Dialog className={css.list ?? ""} aria-label={label}>
          <div ref={body}>{children}</div>
        </Dialog>
      </Popover>
    </Spoken>
  );
}
