/** One line of the log: what was asked and what came of it. Never a text, a name or a child's reference. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly what: string;
  readonly [detail: string]: string | number | boolean;
}
export type Log = (line: LogLine) => void;

/** JSON lines, for whatever the council collects logs with. */
export const logTo =
  (write: (line: string) => void, now: () => string): Log =>
  (line) =>
    write(JSON.stringify({ at: now(), ...line }));

/**
 * What a failure is known by: its kind and the database's code. Its message may quote a row, and is
 * never written.
 */
export function kindOf(cause: unknown): string {
  const { name, code } = (cause ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof cause;
}
