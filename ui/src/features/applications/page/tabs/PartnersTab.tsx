import type { TabProps } from "../part";

export default function PartnersTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
