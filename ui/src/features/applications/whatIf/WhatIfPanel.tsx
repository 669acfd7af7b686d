import { lazy, Suspense } from "react";
import { Loading } from "../../../parts/Loading";

const Panel = lazy(() => import("./Panel"));

/** What becomes of an application's plan when something falls short. It takes the keyboard when it opens; nothing of it is saved. */
export function WhatIfPanel(props: { applicationId: number; onClose?: () => void }) {
  return (
    <Suspense fallback={<Loading />}>
      <Panel {...props} />
    </Suspense>
  );
}
