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
          <Dialog className={css.dialog ?? ""} role={alert ? "alertdialog" : "dialog"}>
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
