/** What the client asks and the endpoint answers: the paths are written here and nowhere else. */
export const routes = {
  push: '/v1/sync/push',
  changes: '/v1/sync/changes',
  heads: '/v1/sync/heads',
  getRecords: '/v1/records/get',
  record: (id: string) => `/v1/records/${id}`,
  versions: (id: string) => `/v1/records/${id}/versions`,
  me: '/v1/me',
  health: '/healthz',
} as const;

/** With each request beside `Authorization`: which device, and which contract it was written for. */
export const headerNames = {
  client: 'X-Client-Id',
  protocol: 'X-Protocol',
  schema: 'X-Schema',
} as const;
