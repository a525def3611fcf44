import { type Flag, flagCodes } from './flag.ts';

/** A child with its flags, among its worker's others. */
export interface FamilyCase {
  readonly ref: string;
  /** What the child is called on screen: the name, or the reference where it is restricted. */
  readonly label: string;
  /** The same for brothers and sisters; '' where no family is known. */
  readonly familyKey: string;
  readonly flags: readonly Flag[];
}

const asksForDepth = ({ flags }: FamilyCase): boolean =>
  flags.some(({ tier }) => tier !== 'information');

function siblingFlag(labels: readonly string[]): Flag {
  const words = labels.map(
    (label) => `Brother/sister ${label} is flagged: consider each child’s experience.`,
  );
  return {
    code: 'SIBLING',
    tier: 'information',
    points: 0,
    words: words.join(' '),
    src: '000:157',
    file: 'working',
  };
}

const inTableOrder = (flags: readonly Flag[]): readonly Flag[] =>
  flags.toSorted((a, b) => flagCodes.indexOf(a.code) - flagCodes.indexOf(b.code));

/** FLAG20: says of each child which brother or sister is flagged; information lines flag nobody. */
export function withSiblingFlags<C extends FamilyCase>(cases: readonly C[]): readonly C[] {
  return cases.map((each) => {
    const flagged = cases.filter(
      ({ ref, familyKey }) => ref !== each.ref && familyKey !== '' && familyKey === each.familyKey,
    );
    const labels = flagged.filter(asksForDepth).map(({ label }) => label);
    if (labels.length === 0) return each;
    const others = each.flags.filter(({ code }) => code !== 'SIBLING');
    return { ...each, flags: inTableOrder([...others, siblingFlag(labels)]) };
  });
}
