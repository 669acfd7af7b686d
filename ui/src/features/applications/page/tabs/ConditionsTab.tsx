import type { TabProps } from "../part";

export default function ConditionsTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
