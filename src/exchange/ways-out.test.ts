import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Everything in a browser by which text leaves a page, other than through storage. */
const waysOut = {
  clipboard: /(?<!['"])\bclipboard\b|execCommand|ClipboardItem/,
  download: /\bdownload\s*\(|\.download\b|createObjectURL|showSaveFilePicker/,
  print: /\bprint\s*\(/,
  elsewhere: /navigator\.share|sendBeacon|window\.open\b|mailto:|XMLHttpRequest|\bfetch\s*\(/,
} as const;

/** Each file that may, and with what in hand. A child's text goes out in one of them and in no other. */
const mayLetOut: Record<string, string> = {
  'src/exchange/text/child-text-out.tsx clipboard': 'a child’s text, from the registry',
  'src/exchange/text/child-text-out.tsx print': 'a child’s text, from the registry',
  'src/exchange/download.ts download': 'the one place that hands a file to the browser',
  'src/exchange/out/save-to-disk.ts download': 'a file of finished records, by let-out',
  'src/screens/backup/backup-screen.tsx download': 'a locked backup of everything',
  'src/screens/handover/make-handover-screen.tsx download': 'a locked file for one person',
  'src/screens/policy/policy-screen.tsx download': 'the council’s policy, which names nobody',
  'src/screens/print/print-page.tsx print': 'a document of one file, behind the gate',
  'src/screens/start/keep-recovery-key.tsx download': 'the recovery key',
  'src/screens/start/keep-recovery-key.tsx print': 'the recovery key',
  'src/sync/fetch-net.ts elsewhere':
    'records to the council’s endpoint, set by whoever built this copy, with a person’s own token',
  'src/app/save-status.tsx clipboard': 'the person’s own text that could not be saved',
};

const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter(isSource)
  .map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const importing = (what: RegExp) =>
  sources.filter(({ text }) => what.test(text)).map(({ path }) => path);

describe('ways out of the app', () => {
  it('looked at the screens and at the exchange', () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toContain('src/screens/record/record-screen.tsx');
    expect(paths).toContain('src/exchange/text/child-exports.ts');
    expect(paths.length).toBeGreaterThan(150);
  });

  it('are those on the list and no others: a new one is a decision', () => {
    const found = sources.flatMap(({ path, text }) =>
      Object.entries(waysOut)
        .filter(([, pattern]) => pattern.test(text))
        .map(([way]) => `${path} ${way}`),
    );
    expect(found.toSorted()).toEqual(Object.keys(mayLetOut).toSorted());
  });

  it('a child’s text is made by the registry alone', () => {
    expect(importing(/from ['"][^'"]*\/child-(record|entry|decision)-text\.ts['"]/)).toEqual([
      'src/exchange/text/child-exports.ts',
    ]);
  });

  it('a paper is of a document that says its file: of the child’s, the registry and the chronology make one', () => {
    const makers = sources.filter(({ text }) => /file: 'child',\n\s*(reference|\})/.test(text));
    expect(makers.map(({ path }) => path).toSorted()).toEqual([
      'src/exchange/print/chronology-document.ts',
      'src/exchange/text/child-exports.ts',
    ]);
    const fromStaffFile = /StaffNote|StaffRecord|Response\b|\/(notes|responses|agreement)/;
    for (const { path, text } of makers)
      expect([path, fromStaffFile.test(text)]).toEqual([path, false]);
    expect(importing(/\/print\/paper\.tsx['"]/)).toEqual([
      'src/exchange/text/child-text-out.tsx',
      'src/screens/print/print-page.tsx',
    ]);
    const page =
      sources.find(({ path }) => path === 'src/screens/print/print-page.tsx')?.text ?? '';
    expect(page).toMatch(
      /<SittingGate what="print this" asks=\{asks\}>\s*\{print\}\s*<\/SittingGate>/,
    );
  });

  it('records leave in a file by one way, which asks who is there', () => {
    const calling = sources.filter(({ text }) => /(?<!function )\bplaceForFile\(/.test(text));
    // Days and references; everything else by letOut.
    expect(calling.map(({ path }) => path)).toEqual(['src/screens/export/calendar-screen.tsx']);
    expect(importing(/\bletOut\b.*from ['"].*let-out\.ts['"]/)).toEqual([
      'src/exchange/out/save-out.tsx',
    ]);
    const saveOut = sources.find(({ path }) => path === 'src/exchange/out/save-out.tsx')?.text;
    expect(saveOut?.match(/<SittingGate/g)).toHaveLength(1);
  });

  it('what leaves by them comes from the registry', () => {
    const out =
      sources.find(({ path }) => path === 'src/exchange/text/child-text-out.tsx')?.text ?? '';
    expect(out.match(/text=\{[^}]*\}/g)).toEqual([
      "text={buildChildExport('caseSystemText', input)}",
      "text={buildChildExport('decisionRecord', input)}",
    ]);
    expect(out).toContain('<Paper document={childDocument(input, worth)}');
    expect(out).toContain('<Paper document={decisionDocument(input, worth)}');
    expect(out.match(/writeText\([^)]*\)/g)).toEqual(['writeText(copied)']);
    expect(out.match(/(?<!function )toClipboard\(.*$/gm)).toEqual([
      'toClipboard(buildChildExport(as, input));',
      'toClipboard(REMOVED));', // what it is written over with
    ]);
  });
});
