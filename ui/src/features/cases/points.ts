import type { CasePoint, CaseView, PointView } from "../../ipc";

/** Where a point can be moved by keys: up and down among its siblings, in under the one above, and out again. */
export type Move = "up" | "down" | "in" | "out";

/** A place for every point: the one it lies inside, and its order there. */
type Places = Map<number | null, number[]>;

function placesOf(points: readonly PointView[]): Places {
  const places: Places = new Map();
  for (const { point } of points) places.set(point.parentId, [...(places.get(point.parentId) ?? []), point.id]);
  return places;
}

const without = (ids: readonly number[] | undefined, id: number) => (ids ?? []).filter((one) => one !== id);

/** The places after a move; null where it cannot be made. There are two levels: a point with others inside stays outside. */
export function moved(points: readonly PointView[], id: number, move: Move): Places | null {
  const point = points.find((one) => one.point.id === id)?.point;
  if (!point) return null;
  const places = placesOf(points);
  const siblings = places.get(point.parentId) ?? [];
  const at = siblings.indexOf(id);
  if (move === "up" || move === "down") {
    const to = at + (move === "up" ? -1 : 1);
    if (to < 0 || to >= siblings.length) return null;
    const next = without(siblings, id);
    next.splice(to, 0, id);
    return places.set(point.parentId, next);
  }
  if (move === "in") {
    const above = siblings[at - 1];
    if (point.parentId !== null || above === undefined || places.has(id)) return null;
    places.set(null, without(siblings, id));
    return places.set(above, [...(places.get(above) ?? []), id]);
  }
  if (point.parentId === null) return null;
  places.set(point.parentId, without(siblings, id));
  const outside = [...(places.get(null) ?? [])];
  outside.splice(outside.indexOf(point.parentId) + 1, 0, id);
  return places.set(null, outside);
}

/** The first point that is not where it should be, as it should be; null when all are. `first` is looked at before the others. */
export function misplaced(points: readonly PointView[], places: Places, first: number): CasePoint | null {
  const wanted = [...places].flatMap(([parentId, ids]) => ids.map((id, position) => ({ id, parentId, position })));
  wanted.sort((one, other) => Number(other.id === first) - Number(one.id === first));
  for (const { id, parentId, position } of wanted) {
    const point = points.find((one) => one.point.id === id)?.point;
    if (point && (point.parentId !== parentId || point.position !== position)) return { ...point, parentId, position };
  }
  return null;
}

/** The places after the last among the points inside this one, or outermost. */
export function lastPlace(points: readonly PointView[], parentId: number | null): number {
  const positions = points.filter(({ point }) => point.parentId === parentId).map(({ point }) => point.position);
  return Math.max(-1, ...positions) + 1;
}

/** What must hold for a point: its own condition, or that of the one it lies inside. */
export function conditionOf(view: CaseView, point: CasePoint): string {
  if (point.condition || point.parentId === null) return point.condition;
  return view.points.find((one) => one.point.id === point.parentId)?.point.condition ?? "";
}

/** A condition with the points it holds for that are about something, so that it can be seen who must answer it. */
export type Condition = { point: PointView; about: PointView["subjects"] };

/** The conditions of a case and what each is about: also what the points inside are about that have none of their own. */
export function conditionsOf(view: CaseView): Condition[] {
  return view.points
    .filter(({ point }) => point.condition !== "")
    .map((point) => ({
      point,
      about: [
        ...point.subjects,
        ...view.points
          .filter((one) => one.point.parentId === point.point.id && one.point.condition === "")
          .flatMap((one) => one.subjects),
      ],
    }));
}
