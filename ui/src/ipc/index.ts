/** The only way from the screen to the program: typed commands that resolve to data or throw a `CommandError`. */
import { type Error as CommandFailure, commands as raw } from "./bindings";

export type * from "./bindings";

/** A command's refusal: a code with its sentence in `words`, the parameters it names, and the field to mend. */
export class CommandError extends globalThis.Error {
  constructor(readonly failure: CommandFailure) {
    super(failure.code);
  }
}

type Reply<T> = { status: "ok"; data: T } | { status: "error"; error: CommandFailure };
type Commands = typeof raw;
type Data<R> = R extends Promise<infer Reply> ? (Reply extends { status: "ok"; data: infer T } ? T : never) : never;
type Calls = { [K in keyof Commands]: (...args: Parameters<Commands[K]>) => Promise<Data<ReturnType<Commands[K]>>> };

const unwrap =
  (command: (...args: never[]) => Promise<Reply<unknown>>) =>
  async (...args: never[]) => {
    const reply = await command(...args);
    if (reply.status === "error") throw new CommandError(reply.error);
    return reply.data;
  };

export const commands = Object.fromEntries(
  Object.entries(raw).map(([name, command]) => [name, unwrap(command)]),
) as unknown as Calls;
