/** Clock and chance, handed down by app/: nothing below it reads either. */
export interface Ports {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** A random UUIDv4. */
  readonly newId: () => string;
}

export const nowIso = (ports: Ports): string => new Date(ports.nowMs()).toISOString();
