import { useEffect } from "react";
import type { Wishes } from "./session";

const prefersDark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark by this wish. */
export const isDark = (theme: Wishes["theme"]): boolean =>
  theme === "system" ? prefersDark().matches : theme === "dark";

/** Writes the person's wishes on the page: language, colours, row height. */
export function dress({ language, theme, density }: Pick<Wishes, "language" | "theme" | "density">) {
  const page = document.documentElement;
  page.lang = language;
  page.dataset.theme = isDark(theme) ? "dark" : "light";
  page.dataset.density = density;
}

/** Keeps the page dressed as wished, also when the system changes its colours. */
export function useDress({ language, theme, density }: Pick<Wishes, "language" | "theme" | "density">) {
  useEffect(() => {
    const put = () => dress({ language, theme, density });
    put();
    const system = prefersDark();
    system.addEventListener("change", put);
    return () => system.removeEventListener("change", put);
  }, [language, theme, density]);
}
