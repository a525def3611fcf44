import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PrintDocument } from '#exchange/print/document.ts';
import { hostileTexts } from '../../../test/builders.ts';
import { docxOf } from './docx.ts';

const document: PrintDocument = {
  title: 'Case discussion',
  file: 'child',
  reference: 'CH-0001',
  marks: ['SYNTHETIC: example data, not a real child'],
  header: [['Name', 'Amina Khan']],
  sections: [
    { heading: 'Worries', paragraphs: ['First line\nsecond line'] },
    { heading: 'Decisions', list: ['Ring the school', 'See her alone'] },
    {
      heading: 'Chronology',
      table: { columns: ['Date', 'What'], rows: [['20 November 2026', 'Discussed']] },
      parts: [{ heading: 'Under it', level: 3, fields: [['Who', 'Sam Lee']] }],
    },
  ],
  signatures: ['Finalised at 2:41pm. Not signed.'],
};

async function partsOf(made: PrintDocument) {
  const files = unzipSync(await docxOf(made));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What a reader of the file would see, line by line. */
function textIn(xml: string): string {
  return xml
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

const styleOf = (xml: string, text: string) =>
  xml
    .split('<w:p>')
    .find((paragraph) => paragraph.includes(`>${text}<`))
    ?.match(/<w:pStyle w:val="([^"]+)"/)?.[1];

describe('a Word file', () => {
  it('has headings, lists and tables as such', async () => {
    const xml = (await partsOf(document))['word/document.xml'] ?? '';
    expect(styleOf(xml, 'Case discussion')).toBe('Heading1');
    expect(styleOf(xml, 'Worries')).toBe('Heading2');
    expect(styleOf(xml, 'Under it')).toBe('Heading3');
    expect(styleOf(xml, 'Ring the school')).toBe('ListParagraph');
    expect(xml.match(/<w:tbl>/g)).toHaveLength(3);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(textIn(xml)).toContain('First line\nsecond line');
    expect(textIn(xml)).toContain('Finalised at 2:41pm. Not signed.');
  });

  it('says at the head of each page what it is and, in the example, that it is not real; and counts pages', async () => {
    const files = await partsOf(document);
    const header = textIn(files['word/header1.xml'] ?? '');
    expect(header).toContain('Case discussion · CH-0001');
    expect(header).toContain('SYNTHETIC: example data');
    expect(header).not.toContain('Amina');
    expect(files['word/footer1.xml']).toContain('NUMPAGES');
    const real = await partsOf({ ...document, marks: [] });
    expect(real['word/header1.xml']).not.toContain('SYNTHETIC');
  });

  it('nobody is named in its properties', async () => {
    const files = await partsOf(document);
    const properties = `${files['docProps/core.xml']}${files['docProps/app.xml']}`;
    expect(properties).toContain('<dc:creator>Footprint</dc:creator>');
    expect(properties).not.toMatch(/Un-named|Amina|Sam/);
  });

  it('text that looks like a formula, markup or a field stays text', async () => {
    const hostile = [
      ...Object.entries(hostileTexts)
        .filter(([name]) => name !== 'nul' && name !== 'controls')
        .map(([, text]) => text),
      "=cmd|' /C calc'!A0",
      '{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }',
      '<w:instrText>DDEAUTO</w:instrText>',
      '<![CDATA[x]]>&#x41;',
      '</w:t></w:r></w:p>',
    ];
    const files = await partsOf({
      ...document,
      title: '<b>Discussion</b> & =1',
      marks: [],
      header: hostile.map((text) => [text, text]),
      sections: hostile.map((text) => ({ heading: text, paragraphs: [text], list: [text] })),
      signatures: hostile,
    });
    const xml = files['word/document.xml'] ?? '';
    const shown = textIn(xml);
    for (const text of hostile)
      for (const line of text.split(/\r\n|\r|\n/))
        expect([line, shown.split(line).length - 1]).toEqual([line, 6]);
    expect(xml).not.toMatch(/<w:(instrText|fldSimple|fldChar|hyperlink|altChunk|object)\b/);
    expect(textIn(files['word/header1.xml'] ?? '')).toContain('<b>Discussion</b> & =1');
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.rels'))
        expect([path, /TargetMode="External"/.test(text)]).toEqual([path, false]);
  });

  it('characters that no XML may hold do not break the file', async () => {
    const xml =
      (
        await partsOf({
          ...document,
          signatures: [hostileTexts.nul, hostileTexts.controls, 'a\ud800b'],
        })
      )['word/document.xml'] ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(textIn(xml)).toContain('beforeafter');
  });
});
