import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { FacetKey } from "./rows";
import { useRegister } from "./store";

export type FacetWords = { key: FacetKey; name: string; word: (value: string) => string };

/** What the facets and their options are called, in the order they are shown. */
export function useFacetWords(): FacetWords[] {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const register = useRegister((state) => state.shown?.rows.register);
  return useMemo(() => {
    const areas = new Map(register?.areas.map((area) => [String(area.id), area.name[language] || area.name.da]));
    const areaOf = new Map(register?.themes.map((theme) => [String(theme.id), String(theme.areaId)]));
    const themes = new Map(
      register?.themes.map((theme) => [String(theme.id), theme.title[language] || theme.title.da]),
    );
    // Several areas have a theme of the same name.
    const twice = (name: string | undefined) => [...themes.values()].filter((other) => other === name).length > 1;
    const theme = (id: string) => {
      const name = themes.get(id);
      return twice(name) ? `${name} (${areas.get(areaOf.get(id) ?? "")})` : (name ?? id);
    };
    return [
      { key: "area", name: t`Area`, word: (id) => areas.get(id) ?? id },
      { key: "theme", name: t`Theme`, word: theme },
      { key: "mechanism", name: t`Mechanism`, word: (code) => word("mechanism", code) },
      { key: "canApply", name: t`Municipality can apply`, word: (code) => word("can_apply", code) },
      { key: "status", name: t`Status with us`, word: (code) => word("pool_status", code) },
      {
        key: "applications",
        name: t`Our applications`,
        word: (code) => (code === "none" ? t`None` : word("stage", code)),
      },
      { key: "dut", name: t`DUT`, word: (code) => (code === "yes" ? t`DUT` : t`Not DUT`) },
      { key: "callState", name: t`Call`, word: (code) => word("call_state", code) },
      { key: "authority", name: t`Responsible authority`, word: (name) => name || t`Not stated` },
    ];
  }, [register, language, word, t]);
}
