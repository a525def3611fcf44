import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loneSurrogates } from '../../../test/builders.ts';
import { caseSystemLink, readAddress, readHosts } from './case-system-link.ts';

const hosts = ['mosaic.example.gov.uk', 'lcs.example.gov.uk:8443'];
const template = 'https://mosaic.example.gov.uk/person/{reference}';
const link = (reference: string, typed = template) => caseSystemLink({ typed, hosts, reference });
const why = (typed: string, list: readonly string[] = hosts) => {
  const read = readAddress(typed, list);
  return read.outcome === 'none' ? read.why : 'an address';
};

describe('an address', () => {
  it('[LINK1] is https and has the reference and nothing else in braces', () => {
    expect(why(template)).toBe('an address');
    expect(why(` ${template}?tab=notes#top `)).toBe('an address');
    expect(why('https://mosaic.example.gov.uk?id={reference}')).toBe('an address');
    expect(why('http://mosaic.example.gov.uk/{reference}')).toMatch(/begin with https/);
    expect(why('javascript:alert({reference})')).toMatch(/begin with https/);
    expect(why('https://mosaic.example.gov.uk/person/')).toMatch(/must have \{reference\}/);
    expect(why(`${template}/{name}`)).toMatch(/^Only \{reference\}/);
    expect(why('https://jo:secret@mosaic.example.gov.uk/{reference}')).toMatch(/user name/);
    expect(why('https:///{reference}')).not.toBe('an address');
  });

  it('[LINK2] may be opened only where its host and port are on the list of this copy', () => {
    expect(why(template, [])).toMatch(/has not set which addresses/);
    expect(why('https://evil.example/{reference}')).toMatch(/^evil\.example is not one of/);
    expect(why('https://mosaic.example.gov.uk.evil.example/{reference}')).toMatch(/not one of/);
    expect(why('https://mosaic.example.gov.uk:8443/{reference}')).toMatch(/not one of/);
    expect(why('https://lcs.example.gov.uk:8443/{reference}')).toBe('an address');
    expect(why('https://MOSAIC.example.gov.uk:443/{reference}')).toBe('an address');
  });

  it('[LINK2] the list is read with spaces or commas, and what is no host is left out', () => {
    expect(readHosts(' Mosaic.example.gov.uk:443, lcs.example.gov.uk:8443 ')).toEqual(hosts);
    expect(readHosts('https://mosaic.example.gov.uk/ jo@x.example ?')).toEqual([]);
    expect(readHosts('')).toEqual([]);
  });

  it('[LINK4] that may not be opened gives no link and says the same', () => {
    expect(link('P-1', 'http://x/{reference}')).toEqual({
      outcome: 'none',
      why: 'The address must begin with https://',
    });
    expect(link('P-1', '')).toEqual({
      outcome: 'none',
      why: 'No address of the case system is set.',
    });
  });
});

describe('the link of one child', () => {
  it('[LINK5] holds the reference, encoded, and nothing else', () => {
    const base = 'https://mosaic.example.gov.uk/person';
    expect(link('P-1234')).toEqual({ outcome: 'link', href: `${base}/P-1234` });
    expect(link(' 12/34?a=b#c&d ')).toEqual({
      outcome: 'link',
      href: `${base}/12%2F34%3Fa%3Db%23c%26d`,
    });
    expect(link("O'N 1")).toEqual({ outcome: 'link', href: `${base}/O%27N%201` });
    expect(link('1', 'https://mosaic.example.gov.uk/1/{reference}?p={reference}')).toEqual({
      outcome: 'link',
      href: 'https://mosaic.example.gov.uk/1/1?p=1',
    });
  });

  it('[LINK5] is none where the reference would change the rest of the address', () => {
    for (const reference of ['.', '..', ...loneSurrogates]) {
      expect(link(reference), JSON.stringify(reference)).toMatchObject({ outcome: 'none' });
    }
  });

  it('[LINK3] whatever the reference is, only a listed host is opened, at its place', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../..', '//evil.example', '@evil.example', '\\evil', '%2e%2e', ':8443'),
    );
    const typed = fc.constantFrom(
      template,
      'https://mosaic.example.gov.uk/{reference}/notes',
      'https://mosaic.example.gov.uk?q={reference}',
      'https://{reference}/x',
      'https://mosaic.example.gov.uk{reference}/x',
      'https://{reference}@mosaic.example.gov.uk/x',
    );
    fc.assert(
      fc.property(odd, typed, (reference, address) => {
        const made = caseSystemLink({ typed: address, hosts, reference });
        if (made.outcome === 'none') return;
        const url = new URL(made.href);
        expect(hosts).toContain(url.host);
        expect(url.protocol + url.username + url.password).toBe('https:');
        expect(decodeURIComponent(made.href)).toContain(reference.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('[LINK6] a child without a council reference has none, and it is said', () => {
    expect(link(' ')).toEqual({
      outcome: 'none',
      why: 'No council reference is held, so there is no link.',
    });
  });
});
