import type { TabProps } from "../part";

export default function SourcesTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
