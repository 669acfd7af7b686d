import { useEffect } from "react";

/** Names the window: `Initiativer – Satspuljen 2019 – Tilsagn`. Empty parts are left out. */
export function useTitle(...parts: (string | null | undefined)[]) {
  const title = [...parts, "Tilsagn"].filter(Boolean).join(" – ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
