/** What Windows keeps for itself, whatever follows the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters, digits, `-` and `_`: what every file system and every zip program takes. '' where none is left. */
function safe(text: string): string {
  const plain = text
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return reserved.test(plain) ? `_${plain}` : plain;
}

interface Referred {
  /** The council's own; '' where it is not known. */
  readonly reference: string;
  /** As first known here: our own random one says nothing of anybody. */
  readonly ref: string;
  readonly name: string;
}

/** The first eight of a random id: enough to tell two apart, and nothing of anybody. */
export const shortId = (id: string): string => safe(id.replace(/^local:/, '')).slice(0, 8);

/** OUT2: the name of a folder or a file, made of a reference. One that somebody's name stands in is none. */
export function fileReference({ reference, ref, name }: Referred, otherwise: string): string {
  const named = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
  const holdsName = (text: string) => named.some((word) => text.toLowerCase().includes(word));
  const own = safe(reference);
  if (own !== '' && !holdsName(reference)) return own;
  const local = ref.startsWith('local:') ? shortId(ref) : '';
  return local === '' ? otherwise : `${otherwise}-${local}`;
}

/** Two that would share a folder get one each: Windows knows no capitals. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${name}-${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
