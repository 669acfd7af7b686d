import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { commands } from "../ipc";
import { ErrorText } from "../parts/ErrorText";
import { Loading } from "../parts/Loading";
import { Mark } from "../parts/Mark";

/** Checks the file when it is mounted and says, point by point, what was found. */
export function CheckResult() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({
    queryKey: ["fileCheck"],
    queryFn: () => commands.fileCheck(),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <ErrorText error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label={t`Checking the file …`} />;
  return (
    <div role="status" style={{ display: "grid", gap: 8 }}>
      {data.failed.length === 0 ? (
        <p>
          <Mark tone="ok">
            <strong>{t`The file is sound.`}</strong>
          </Mark>
        </p>
      ) : (
        <p>
          <Mark tone="bad">
            <strong>
              <Plural value={data.failed.length} one="# thing is wrong." other="# things are wrong." />
            </strong>
          </Mark>
        </p>
      )}
      {data.failed.map((failure) => (
        <ErrorText key={failure.code + JSON.stringify(failure.params)} error={failure} />
      ))}
      <ul style={{ display: "grid", gap: 4 }}>
        {data.passed.map((sentence) => (
          <li key={sentence}>
            <Mark tone="ok">{sentence}</Mark>
          </li>
        ))}
      </ul>
    </div>
  );
}
