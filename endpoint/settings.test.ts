import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const good = {
  PORT: '4392',
  DATA_DIR: '/srv/footprint',
  ORIGINS: 'https://footprint.example, http://127.0.0.1:4391',
  DIRECTORY_FILE: '/etc/footprint/directory.json',
};

it('[SRV19] what is needed, and what may be left out', () => {
  expect(readSettings(good)).toEqual({
    outcome: 'read',
    settings: {
      port: 4392,
      listenOn: '127.0.0.1',
      store: { kind: 'folder', path: '/srv/footprint' },
      origins: ['https://footprint.example', 'http://127.0.0.1:4391'],
      directoryFile: '/etc/footprint/directory.json',
      signIn: undefined,
    },
  });
  const { DATA_DIR: _, ...onServer } = good;
  const url = 'postgresql://footprint@db/footprint';
  expect(
    readSettings({
      ...onServer,
      DATABASE_URL: url,
      OIDC_ISSUER: 'https://login.example',
      OIDC_AUDIENCE: 'api',
    }),
  ).toMatchObject({
    settings: {
      store: { kind: 'server', url },
      signIn: { issuer: 'https://login.example', audience: 'api' },
    },
  });
});

it.each([
  ['PORT', { PORT: '' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '43.9' }],
  ['DATA_DIR', { DATA_DIR: '' }],
  ['DATA_DIR', { DATABASE_URL: 'postgresql://db/footprint' }],
  ['DATABASE_URL', { DATA_DIR: '', DATABASE_URL: 'mysql://secret@db' }],
  ['ORIGINS', { ORIGINS: '' }],
  ['ORIGINS', { ORIGINS: '*' }],
  ['ORIGINS', { ORIGINS: 'https://footprint.example/' }],
  ['ORIGINS', { ORIGINS: 'https://footprint.example/app' }],
  ['ORIGINS', { ORIGINS: 'footprint.example' }],
  ['DIRECTORY_FILE', { DIRECTORY_FILE: ' ' }],
  ['OIDC_AUDIENCE', { OIDC_ISSUER: 'https://login.example' }],
  ['OIDC_ISSUER', { OIDC_AUDIENCE: 'api' }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'http://login.example', OIDC_AUDIENCE: 'api' }],
])('[SRV19] %s is named: %o', (name, over) => {
  const read = readSettings({ ...good, ...over });
  expect(read).toMatchObject({ outcome: 'wrong', sentences: [expect.stringContaining(name)] });
  expect(JSON.stringify(read)).not.toContain('secret');
});
