import type { QueryClient } from "@tanstack/react-query";
import type { ApplicationRow, ApplicationsView } from "../../ipc";

/** Puts a row just changed in the list that is held, so that it shows at once; the list is loaded again after that. */
export function putRow(client: QueryClient, row: ApplicationRow) {
  client.setQueryData<ApplicationsView>(
    ["applications", null],
    (list) => list && { ...list, applications: list.applications.map((other) => (other.id === row.id ? row : other)) },
  );
}
