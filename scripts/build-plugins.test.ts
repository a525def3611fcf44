import { afterEach, expect, it, vi } from 'vitest';
import { stampBuild } from './build-plugins.mjs';

afterEach(() => void vi.unstubAllEnvs());

const tags = () => {
  const { transformIndexHtml } = stampBuild('1.2.3') as unknown as {
    transformIndexHtml: () => { attrs: { name: string; content: string } }[];
  };
  return Object.fromEntries(transformIndexHtml().map(({ attrs }) => [attrs.name, attrs.content]));
};

it('the page carries the version, a hash of the headers, the hosts that a link may open, where it syncs to and signs in', () => {
  vi.stubEnv('CASE_SYSTEM_HOSTS', 'mosaic.example.gov.uk');
  vi.stubEnv('ENDPOINT', 'https://sync.council.example/');
  vi.stubEnv('OIDC_ISSUER', 'https://login.council.example/v2');
  vi.stubEnv('OIDC_CLIENT_ID', 'footprint');
  expect(tags()).toEqual({
    build: expect.stringMatching(/^[0-9a-f]{64}\+1\.2\.3$/),
    'case-system-hosts': 'mosaic.example.gov.uk',
    endpoint: 'https://sync.council.example',
    'sign-in': 'issuer=https%3A%2F%2Flogin.council.example%2Fv2&clientId=footprint&scope=openid',
  });
});

it('whoever builds without a list has none', () => {
  vi.stubEnv('CASE_SYSTEM_HOSTS', undefined);
  expect(tags()['case-system-hosts']).toBe('');
});

it('whoever builds without an endpoint has none, and one that is no address stops the build', () => {
  vi.stubEnv('ENDPOINT', undefined);
  expect(tags().endpoint).toBe('');
  vi.stubEnv('ENDPOINT', 'https://sync.council.example/v1');
  expect(tags).toThrow('ENDPOINT');
});
