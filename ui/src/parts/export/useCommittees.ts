import { useOffice } from "../../app/office";
import type { Option } from "../Select";

/** The municipality's committees, to choose one from. */
export function useCommittees(): Option<string>[] {
  const { data: office } = useOffice();
  return (office?.committees ?? []).map(({ id, name, shortName }) => ({
    value: String(id),
    label: shortName || name,
    ...(shortName ? { more: name } : {}),
  }));
}
