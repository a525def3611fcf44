/** For what must not happen. Messages name ids, never notes: they may reach a log. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
