import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

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
  "features/initiatives/detail",
  "features/applications/page",
  "features/applications/budget",
  "features/applications/money",
  "features/applications/whatIf",
  "features/applications/effect",
].map((part) => ({
  path: `<rootDir>/src/${part}/locales/{locale}`,
  include: [`src/${part}`],
  exclude: part === "parts" ? ["pool", "standing", "history", "terms"].map((inner) => `**/src/parts/${inner}/**`) : [],
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
        ...["page", "budget", "money", "whatIf", "effect"].map((part) => `**/src/features/applications/${part}/**`),
      ],
    },
  ],
  catalogsMergePath: "<rootDir>/src/locales/{locale}",
});
