import { createElement, Fragment, type ReactNode } from "react";

/** Draws the items of a list that is never reordered, so that none needs a name of its own. */
export const each = <Item>(items: readonly Item[], draw: (item: Item, at: number) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...items.map(draw));
