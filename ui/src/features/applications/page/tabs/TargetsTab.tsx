import type { TabProps } from "../part";

export default function TargetsTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
