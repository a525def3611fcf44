import type * as z from 'zod/mini';
import { ErrorAnswer } from './wire/common.ts';
import { PROTOCOL, SCHEMA } from './wire/limits.ts';
import { headerNames } from './wire/routes.ts';

export interface NetRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface NetAnswer {
  readonly status: number;
  /** Seconds, as the endpoint sent them; '' where it did not. */
  readonly retryAfter: string;
  readonly text: string;
}

/** One request and its whole answer. Throws where there was none: no network, or none in time. */
export type Net = (request: NetRequest) => Promise<NetAnswer>;

export type Asked<T> =
  | { readonly outcome: 'answered'; readonly answer: T }
  /** No answer, or one that is not the endpoint's: a sign-in page of a hotel says "200 OK" too. */
  | { readonly outcome: 'offline' }
  | {
      readonly outcome: 'refused';
      readonly status: number;
      readonly code: ErrorAnswer['error']['code'] | '';
      readonly retryAfterMs: number | undefined;
    };

export interface Question<S extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** The body, where it was made into text already. */
  readonly text?: string;
  readonly schema: S;
}

/** Asks the endpoint, and takes for an answer only what fits the contract. */
export async function ask<S extends z.ZodMiniType>(
  {
    net,
    clientId,
    token,
  }: { readonly net: Net; readonly clientId: string; readonly token: string },
  { method, path, body, schema, text = textOf(body) }: Question<S>,
): Promise<Asked<z.infer<S>>> {
  const headers = {
    Authorization: `Bearer ${token}`,
    [headerNames.client]: clientId,
    [headerNames.protocol]: String(PROTOCOL),
    [headerNames.schema]: String(SCHEMA),
    ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  const sent = text === undefined ? {} : { body: text };
  const answer = await net({ method, path, headers, ...sent }).catch(() => undefined);
  if (!answer) return { outcome: 'offline' };
  const said = parsed(answer.text);
  if (answer.status === 200) {
    const read = schema.safeParse(said);
    return read.success ? { outcome: 'answered', answer: read.data } : { outcome: 'offline' };
  }
  const error = ErrorAnswer.safeParse(said);
  // A gateway that fails before the endpoint answers in its own words; a 404 of something else is not ours.
  if (!error.success && answer.status < 500) return { outcome: 'offline' };
  const seconds = Number.parseInt(answer.retryAfter, 10);
  return {
    outcome: 'refused',
    status: answer.status,
    code: error.success ? error.data.error.code : '',
    retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textOf = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body));
