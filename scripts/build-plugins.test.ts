import { afterEach, expect, it, vi } from 'vitest';
import { stampBuild } from './build-plugins.mjs';

afterEach(() => void vi.unstubAllEnvs());

const tags = () => {
  const { transformIndexHtml } = stampBuild('1.2.3') as unknown as {
    transformIndexHtml: () => { attrs: { name: string; content: string } }[];
  };
  return Object.fromEntries(transformIndexHtml().map(({ attrs }) => [attrs.name, attrs.content]));
};

it('the page carries the version, a hash of the headers, and the hosts that a link may open', () => {
  vi.stubEnv('CASE_SYSTEM_HOSTS', 'mosaic.example.gov.uk');
  expect(tags()).toEqual({
    build: expect.stringMatching(/^[0-9a-f]{64}\+1\.2\.3$/),
    'case-system-hosts': 'mosaic.example.gov.uk',
  });
});

it('whoever builds without a list has none', () => {
  vi.stubEnv('CASE_SYSTEM_HOSTS', undefined);
  expect(tags()['case-system-hosts']).toBe('');
});
