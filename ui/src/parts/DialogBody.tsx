import { useLingui } from "@lingui/react/macro";
import X from "lucide-react/icons/x";
import type { CSSProperties } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { DialogProps } from "./Dialog";
import { IconButton } from "./IconButton";
import css from "./Overlay.module.css";
import { Spoken } from "./Spoken";

export default function DialogBody({ title, onClose, foot, width = 520, alert, children }: DialogProps) {
  const { t } = useLingui();
  const size = { "--dialog-width": `${width}px` } as CSSProperties;
  return (
    <Spoken>
      <ModalOverlay
        className={css.veil ?? ""}
        isOpen
        isDismissable={!alert}
        onOpenChange={(open) => !open && onClose()}
      >
        <Modal className={css.modal ?? ""} style={size}>
          <Dialog ref={takeKeyboard} className={css.dialog ?? ""} role={alert ? "alertdialog" : "dialog"}>
            <div className={css.top}>
              <Heading slot="title" level={2} className={css.title}>
                {title}
              </Heading>
              <IconButton label={t`Close`} onClick={onClose}>
                <X size={17} aria-hidden />
              </IconButton>
            </div>
            <div className={css.body}>{children}</div>
            {foot && <div className={css.foot}>{foot}</div>}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </Spoken>
  );
}

/**
 * As soon as it is drawn, and here: where the library finds it without the keyboard it gives it that, and half a second later
 * once more if it is nowhere, which may be just when a list within has closed and its button is about to have it back.
 */
function takeKeyboard(dialog: HTMLElement | null) {
  if (dialog && !dialog.contains(document.activeElement)) dialog.focus();
}
