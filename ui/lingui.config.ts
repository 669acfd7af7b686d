import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

/** The parts within `parts` that have a message file of their own. */
const inner = ["pool", "standing", "history", "terms", "days", "deadline", "moved", "report", "export"];

/** The screen's own text, a message file beside each part; the words of domain codes come from the core (ipc/words.ts). */
const parts = [
  "app",
  "grid",
  "sheet",
  "parts",
  "parts/pool",
  "parts/standing",
  "parts/history",
  "parts/terms",
  "parts/days",
  "parts/moved",
  "parts/deadline",
  "parts/report",
  "parts/export",
  "features/initiatives/detail",
  "features/applications/page",
  "features/applications/budget",
  "features/applications/money",
  "features/applications/whatIf",
  "features/applications/effect",
  "features/applications/plan",
  "features/cases/paper",
  "features/deadlines/month",
  "features/deadlines/timeline",
].map((part) => ({
  path: `<rootDir>/src/${part}/locales/{locale}`,
  include: [`src/${part}`],
  exclude: part === "parts" ? inner.map((one) => `**/src/parts/${one}/**`) : [],
}));

export default defineConfig({
  locales: ["da", "en"],
  sourceLocale: "en",
  format: formatter({ lineNumbers: false }),
  catalogs: [
    ...parts,
    {
      path: "<rootDir>/src/features/{name}/locales/{locale}",
      include: ["src/features/{name}"],
      exclude: [
        "**/src/features/initiatives/detail/**",
        ...["page", "budget", "money", "whatIf", "effect", "plan"].map(
          (part) => `**/src/features/applications/${part}/**`,
        ),
        "**/src/features/cases/paper/**",
        ...["month", "timeline"].map((part) => `**/src/features/deadlines/${part}/**`),
      ],
    },
  ],
  catalogsMergePath: "<rootDir>/src/locales/{locale}",
});
