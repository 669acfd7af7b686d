import type { TabProps } from "../part";

export default function NotesTab({ view }: TabProps) {
  return <p>{view.application.title}</p>;
}
