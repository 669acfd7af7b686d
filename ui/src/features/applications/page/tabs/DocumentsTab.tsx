import type { TabProps } from "../part";

export default function DocumentsTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
