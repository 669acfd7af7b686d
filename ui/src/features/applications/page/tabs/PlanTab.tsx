import type { TabProps } from "../part";

export default function PlanTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
