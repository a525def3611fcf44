import type { PrintDocument, PrintField, PrintSection } from './document.ts';

interface Blocks {
  /** The parts of a finished text: the head first, how it was finalised last. */
  readonly blocks: readonly string[];
  readonly title: string;
  readonly file: PrintDocument['file'];
  readonly reference: string;
}

/**
 * A finished text with headings and lists, from the parts that its plain text is made of: what is printed
 * is what is copied, to the letter. Typed text stays in the part that it was typed into.
 */
export function documentOfBlocks({ blocks, title, file, reference }: Blocks): PrintDocument {
  const [head = '', ...rest] = blocks;
  const lines = head.split('\n').filter((line) => line !== title);
  const fields = lines.map(fieldOf);
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1), // a policy’s own word for it may have no capital
    file,
    reference,
    marks: lines.filter((_, at) => fields[at] === undefined || isMark(lines[at])),
    header: fields.filter((field, at) => field !== undefined && !isMark(lines[at])) as PrintField[], // those undefined were left out
    sections: underParts(rest.slice(0, -1).map(sectionOf)),
    signatures: (rest.at(-1) ?? '').split('\n').filter((line) => line !== ''),
  };
}

/** "SYNTHETIC: example data" is said, and is no fact about anybody. */
const isMark = (line = '') => line.startsWith('SYNTHETIC');

function fieldOf(line: string): PrintField | undefined {
  const at = line.indexOf(': ');
  return at < 0 ? undefined : [line.slice(0, at), line.slice(at + 2)];
}

/**
 * The first line is the heading; lines that open with a dash are a list. One line alone is a sentence, or the
 * title of what follows: "Part B".
 */
function sectionOf(block: string): PrintSection {
  const end = block.indexOf('\n');
  if (end < 0) return isTitle(block) ? { heading: block } : { heading: '', paragraphs: [block] };
  const heading = block.slice(0, end);
  const body = block.slice(end + 1);
  if (!body.startsWith('- ')) return { heading, paragraphs: [body] };
  const list = body.split(/\n(?=- )/).map((item) => item.slice(2));
  return { heading, list };
}

const isTitle = (line: string): boolean =>
  !line.endsWith('.') && (isPart(line) || !line.includes(': '));

/** "Part A", or "2. Supervision notes": of a form that has parts. */
const isPart = (heading: string): boolean => /^(part|\d+\.) /i.test(heading);

/** What belongs to a part stands a level below it, up to the next; a correction belongs to none. */
function underParts(sections: readonly PrintSection[]): readonly PrintSection[] {
  let isUnder = false;
  return sections.map((section) => {
    const { heading } = section;
    const isCorrection = heading.startsWith('Amended ');
    if (isPart(heading) || isCorrection) {
      isUnder = !isCorrection;
      return section;
    }
    return isUnder ? { ...section, level: 3 } : section;
  });
}
