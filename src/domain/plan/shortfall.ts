import { countOf } from '#domain/count-words.ts';
import { hoursWords } from './plan-words.ts';

export interface Offer {
  readonly kind: 'extend' | 'split' | 'reasonedBrief' | 'sample';
  readonly words: string;
}

/** The session is too short for what it has to hold; nobody was demoted for it (PLAN9). */
export interface Shortfall {
  /**
   * `inDepth`: for the discussions in depth. `everyCase`: not even a brief check-in of each fits.
   * `oneInDepth`: every case fits, and none in depth.
   */
  readonly what: 'inDepth' | 'everyCase' | 'oneInDepth';
  readonly minutes: number;
  readonly words: string;
  readonly offers: readonly Offer[];
}

const forWhat = {
  inDepth: 'for the discussions in depth',
  everyCase: 'to cover every case',
  oneInDepth: 'for one discussion in depth',
} as const;

export interface ShortOf {
  readonly what: Shortfall['what'];
  readonly missing: number;
  readonly minutes: number;
  /** How many are in depth. */
  readonly inDepth: number;
  /** The policy lets a session declare that it discussed a sample. */
  readonly sampleAllowed: boolean;
}

export function shortfallOf(short: ShortOf): Shortfall {
  const { what, missing, minutes, inDepth, sampleAllowed } = short;
  const offers: readonly (Offer | false)[] = [
    { kind: 'extend', words: `Extend the session to ${hoursWords(minutes + missing)}` },
    { kind: 'split', words: 'Split it into two sessions this month' },
    inDepth > 0 && {
      kind: 'reasonedBrief',
      words: 'Choose a brief check-in for one or more of those in depth, and say why',
    },
    what === 'everyCase' &&
      sampleAllowed && { kind: 'sample', words: 'Discuss a sample, and say so on the record' },
  ];
  return {
    what,
    minutes: missing,
    words: `This session needs ${countOf(missing, 'more minute')} ${forWhat[what]}.`,
    offers: offers.filter((offer) => offer !== false),
  };
}
