import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { useRef, useState } from "react";
import { useSession } from "../../../../app/session";
import { formatDate, useWord } from "../../../../format";
import type { ApplicationView } from "../../../../ipc";
import { Button } from "../../../../parts/Button";
import { DanishText } from "../../../../parts/DanishText";
import { ApprovalMark } from "../../../../parts/marks";
import type { TabProps } from "../part";
import { Section } from "../Section";
import css from "../Section.module.css";
import { AppropriationSection } from "./AppropriationSection";
import { ApprovalForm } from "./ApprovalForm";
import { PutLine } from "./PutLine";

/** The two tracks beside the stages: political approval, and the appropriation that allows spending. */
export default function PoliticsTab({ view, editable }: TabProps) {
  return (
    <>
      <ApprovalSection view={view} editable={editable} />
      <PutsSection view={view} editable={editable} />
      <AppropriationSection view={view} editable={editable} />
    </>
  );
}

function ApprovalSection({ view, editable }: TabProps) {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { application, row } = view;
  const end = () => {
    setEditing(false);
    // The button is drawn again before it can take the focus.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <Section
      title={t`Political approval`}
      tools={
        editable &&
        !editing && (
          <Button
            ref={button}
            tone="quiet"
            icon={<Pencil size={14} aria-hidden />}
            aria-label={t`Correct the political approval`}
            onClick={() => setEditing(true)}
          >
            {t`Correct`}
          </Button>
        )
      }
    >
      {editing ? (
        <ApprovalForm application={application} onEnd={end} />
      ) : (
        <dl className={css.facts}>
          <dt>{t`State`}</dt>
          <dd>
            <ApprovalMark state={row.approval} />
          </dd>
          <dt>{t`Needs`}</dt>
          <dd>{application.approval ? word("approval", application.approval) : t`not settled`}</dd>
          {application.approvalOn && (
            <>
              <dt>{t`Approved on`}</dt>
              <dd>{formatDate(application.approvalOn, language, "long")}</dd>
            </>
          )}
          {application.approvalBy && (
            <>
              <dt>{t`Approved by`}</dt>
              <dd>
                <DanishText>{application.approvalBy}</DanishText>
              </dd>
            </>
          )}
          {application.reservation && (
            <>
              <dt>{t`Sent with the reservation`}</dt>
              <dd>
                <DanishText>{application.reservation}</DanishText>
              </dd>
            </>
          )}
        </dl>
      )}
    </Section>
  );
}

function PutsSection({ view, editable }: TabProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <Section
      title={t`Put to committees`}
      tools={
        editable && (
          <Button
            tone="quiet"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => void navigate({ to: "/cases/new", search: { applications: String(view.application.id) } })}
          >
            {t`New committee case`}
          </Button>
        )
      }
    >
      {view.puts.length === 0 ? (
        <p className={css.soft}>
          {t`No case names this application or its pool. Begin one to ask a committee; its decision then shows here.`}
        </p>
      ) : (
        <Puts puts={view.puts} />
      )}
    </Section>
  );
}

function Puts({ puts }: { puts: ApplicationView["puts"] }) {
  return (
    <ul className={css.list}>
      {puts.map((put) => (
        <PutLine key={put.pointId} put={put} />
      ))}
    </ul>
  );
}
