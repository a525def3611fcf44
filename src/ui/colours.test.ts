import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { expect, it } from 'vitest';

const css = compile('src/ui/styles.scss', { loadPaths: ['node_modules'], style: 'compressed' }).css;

function colour(token: string): string {
  const found = css.match(new RegExp(`--(${token}):\\s*(#[0-9a-f]{3,6})`, 'i'))?.[2];
  if (!found) throw new Error(`styles.scss sets no colour called --${token}`);
  return found.length === 4 ? found.replace(/[^#]/g, '$&$&') : found;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it.each([
  ['fp-text', 'fp-page'],
  ['fp-text', 'fp-strip'],
  ['fp-text', 'fp-current'],
  ['fp-text', 'fp-read-only'],
  ['fp-quiet', 'fp-page'],
  ['fp-quiet', 'fp-strip'],
  ['fp-quiet', 'fp-current'],
  ['fp-on-brand', 'fp-brand'],
  ['fp-alert', 'fp-page'],
  ['fp-synthetic-text', 'fp-synthetic'],
  ['govuk-link-colour', 'fp-page'],
  ['govuk-error-colour', 'fp-page'],
  ['govuk-secondary-text-colour', 'fp-page'],
  ['govuk-focus-text-colour', 'govuk-focus-colour'],
])('text in --%s on --%s has a contrast of at least 4.5 to 1', (text, background) => {
  expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(4.5);
});

it.each([
  ['fp-brand', 'fp-current'],
  ['fp-brand', 'fp-strip'],
  ['fp-brand', 'fp-page'],
  ['fp-synthetic-edge', 'fp-synthetic'],
])('the mark in --%s stands out from --%s by at least 3 to 1', (mark, background) => {
  expect(contrast(colour(mark), colour(background))).toBeGreaterThanOrEqual(3);
});

it('the measure is that of WCAG: black on white is 21, grey 767676 just passes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

it('every colour of ours is one of the tokens', () => {
  const ours = ['tokens', 'shell', 'panes', 'rows', 'pieces', 'compact']
    .map((name) => compile(`src/ui/_${name}.scss`, { loadPaths: ['node_modules'] }).css)
    .join('\n');
  const tokens = [...ours.matchAll(/var\(--(fp-[a-z-]+)/g)].map(([, token = '']) => token);
  expect(tokens.length).toBeGreaterThan(20);
  for (const token of tokens) expect(() => colour(token)).not.toThrow();
});

it('the styles stay within 12 kB compressed', () => {
  expect(gzipSync(css, { level: 9 }).byteLength).toBeLessThanOrEqual(12_000);
});

it('the styles need no data: address, which the content policy forbids, and no GOV.UK font', () => {
  expect(css).not.toMatch(/url\(\s*["']?data:/);
  expect(css).not.toContain('GDS Transport');
});
