import { useLingui } from "@lingui/react/macro";
import { Button } from "./Button";
import { Heading } from "./Heading";
import { OrderedChoice } from "./OrderedChoice";
import css from "./panels.module.css";

/** Which columns are shown, and in which order; those that always stand first are not among them. */
export default function ColumnChoice<Key extends string>({
  names,
  chosen,
  others,
  own,
  onChange,
  onUsual,
}: {
  names: Readonly<Record<Key, string>>;
  /** Shown now, in order. */
  chosen: readonly Key[];
  others: readonly Key[];
  /** Whether it is the person's own choice. */
  own: boolean;
  onChange: (columns: readonly Key[]) => void;
  /** Goes back to the usual ones. */
  onUsual: () => void;
}) {
  const { t } = useLingui();
  return (
    <div className={css.columns}>
      <Heading level={2}>{t`Columns`}</Heading>
      <p className={css.hint}>
        {own ? t`Your own choice.` : t`The usual ones: those that fit the width. Choose your own below.`}
      </p>
      <OrderedChoice names={names} chosen={chosen} others={others} onChange={onChange} />
      <Button disabled={!own} onClick={onUsual}>{t`Show the usual ones`}</Button>
    </div>
  );
}
