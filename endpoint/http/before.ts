import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { matchedRoutes } from 'hono/route';
import { dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { PROTOCOL } from '#sync/wire/limits.ts';
import { headerNames } from '#sync/wire/routes.ts';
import { readMeta } from '../database/meta.ts';
import { relationsOf } from '../directory/relations.ts';
import type { EndpointOptions, Env } from '../options.ts';
import { makeJwtSignIn } from './jwt.ts';
import type { Log } from './log.ts';
import { makeRateLimit, usualRate } from './rate.ts';
import { Refused } from './refusal.ts';
import { signedIn } from './sign-in.ts';

/** SRV18: the route by its pattern, never the address: ids stand in those. */
export const logged =
  (log: Log): MiddlewareHandler<Env> =>
  async (c, next) => {
    const from = performance.now();
    await next();
    const ms = Math.round((performance.now() - from) * 10) / 10;
    const route = matchedRoutes(c).at(-1)?.path ?? '*';
    const { method } = c.req;
    log({
      level: 'info',
      what: 'request',
      method,
      route,
      status: c.res.status,
      ms,
      ...c.get('counts'),
    });
  };

const DAY_SECONDS = 86_400;

/** SRV16: these addresses and no other. Nothing is kept by a browser or on the way. */
export const forOrigins = (origins: readonly string[]): MiddlewareHandler<Env> =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', ...Object.values(headerNames)],
    exposeHeaders: ['Retry-After'],
    maxAge: DAY_SECONDS,
  });

export const notKept: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};

export const knowsMeta =
  ({ db }: EndpointOptions, remember: (epoch: string) => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const meta = await readMeta(db);
    remember(meta.epoch);
    c.set('meta', meta);
    await next();
  };

/** Which contract, then who, then how often: in that order, and before anything is read of the request. */
export function knowsAsker(options: EndpointOptions): MiddlewareHandler<Env> {
  const jwtSignIn = options.signIn && makeJwtSignIn(options.signIn);
  const waitOf = makeRateLimit(options.rate ?? usualRate);
  return async (c, next) => {
    if (c.req.header(headerNames.protocol) !== String(PROTOCOL))
      throw new Refused('newer_app_needed');
    const now = toInstant(options.now());
    const today = dateInLondon(now);
    const relations = relationsOf(await options.directory());
    const authorization = c.req.header('Authorization');
    const person = await signedIn({ authorization, relations, today, now }, jwtSignIn);
    const waitSeconds = waitOf(person, Date.parse(now));
    if (waitSeconds !== undefined) throw new Refused('slow_down', waitSeconds);
    c.set('asker', { person, relations, today, now, meta: c.get('meta') });
    await next();
  };
}
