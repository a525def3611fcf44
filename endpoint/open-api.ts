import * as z from 'zod/mini';
import {
  ChangesAnswer,
  GetAnswer,
  GetRequest,
  HeadsAnswer,
  RecordAnswer,
  VersionsAnswer,
} from '#sync/wire/changes.ts';
import { ErrorAnswer } from '#sync/wire/common.ts';
import { MAX_PAGE, PROTOCOL } from '#sync/wire/limits.ts';
import { HealthAnswer, MeAnswer } from '#sync/wire/me.ts';
import { PushAnswer, PushRequest } from '#sync/wire/push.ts';
import { headerNames, routes } from '#sync/wire/routes.ts';

/** The shapes that go over the wire, made from the schemas that the app and the endpoint check with. */
const shapes = {
  PushRequest,
  PushAnswer,
  ChangesAnswer,
  HeadsAnswer,
  GetRequest,
  GetAnswer,
  RecordAnswer,
  VersionsAnswer,
  MeAnswer,
  HealthAnswer,
  ErrorAnswer,
} as const;
type Shape = keyof typeof shapes;

const schemas = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(shape, {
      target: 'draft-2020-12',
      io: 'input',
    });
    return [name, schema];
  }),
);

const refOf = (shape: Shape) => ({ $ref: `#/components/schemas/${shape}` });
const json = (shape: Shape) => ({ content: { 'application/json': { schema: refOf(shape) } } });

const problems = {
  400: 'Not a request of this contract',
  401: 'Not signed in, or no longer',
  404: 'Not there, or not for this person',
  410: 'Compare with the endpoint again',
  413: 'More than 1 MB',
  426: 'Another version of the contract',
  429: 'Too many requests: wait for Retry-After',
  500: 'What nobody foresaw: perhaps one change of the request brings it about',
  503: 'The records cannot be reached: wait for Retry-After',
} as const;
type Problem = keyof typeof problems;

interface Operation {
  readonly summary: string;
  readonly answer: Shape;
  readonly request?: Shape;
  readonly parameters?: readonly object[];
  readonly refused: readonly Problem[];
  readonly open?: boolean;
}

const header = (name: string, schema: object, required: boolean) => ({
  name,
  in: 'header',
  required,
  schema,
});
const common = [
  header(headerNames.protocol, { const: String(PROTOCOL) }, true),
  header(headerNames.client, { type: 'string' }, false),
  header(headerNames.schema, { type: 'string' }, false),
];
const signedIn: readonly Problem[] = [401, 426, 429, 500, 503];

function operation({ summary, answer, request, parameters = [], refused, open }: Operation) {
  const refusals = refused.map((status) => [
    status,
    { description: problems[status], ...json('ErrorAnswer') },
  ]);
  return {
    summary,
    parameters: open ? parameters : [...common, ...parameters],
    ...(request ? { requestBody: { required: true, ...json(request) } } : {}),
    responses: {
      200: { description: 'Done', ...json(answer) },
      ...Object.fromEntries(refusals),
    },
    ...(open ? { security: [] } : {}),
  };
}

const query = (name: string, schema: object) => ({ name, in: 'query', required: false, schema });
const recordId = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

/** OpenAPI 3.1. `docs/openapi.json` is this, written out; a test fails where the two differ. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Footprint: the endpoint that records are sent to',
    version: String(PROTOCOL),
    description: 'docs/endpoint.md says who may see what, and how it is run.',
  },
  security: [{ bearer: [] }],
  paths: {
    [routes.push]: {
      post: operation({
        summary: 'Send changes. One result for each, in their order.',
        request: 'PushRequest',
        answer: 'PushAnswer',
        refused: [400, 413, ...signedIn],
      }),
    },
    [routes.changes]: {
      get: operation({
        summary: 'What changed after the cursor, of what this person may see.',
        answer: 'ChangesAnswer',
        parameters: [
          query('cursor', { type: 'string' }),
          query('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE, default: 200 }),
        ],
        refused: [400, 410, ...signedIn],
      }),
    },
    [routes.heads]: {
      get: operation({
        summary: 'Ids and revisions of everything this person may see now.',
        answer: 'HeadsAnswer',
        refused: signedIn,
      }),
    },
    [routes.getRecords]: {
      post: operation({
        summary: 'Records by their ids. What is not for this person is left out.',
        request: 'GetRequest',
        answer: 'GetAnswer',
        refused: [400, 413, ...signedIn],
      }),
    },
    [routes.record('{id}')]: {
      get: operation({
        summary: 'One record.',
        answer: 'RecordAnswer',
        parameters: [recordId],
        refused: [404, ...signedIn],
      }),
    },
    [routes.versions('{id}')]: {
      get: operation({
        summary: 'Every text of a record that this person may see, oldest first.',
        answer: 'VersionsAnswer',
        parameters: [recordId],
        refused: [404, ...signedIn],
      }),
    },
    [routes.me]: {
      get: operation({
        summary: 'Who is signed in, and whom they work with today.',
        answer: 'MeAnswer',
        refused: signedIn,
      }),
    },
    [routes.health]: {
      get: operation({
        summary: 'Whether the endpoint and its database answer.',
        answer: 'HealthAnswer',
        refused: [500, 503],
        open: true,
      }),
    },
  },
  components: {
    schemas,
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
} as const;
