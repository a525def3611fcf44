import { dateInLondon, formatDate, formatTime, parseInstant } from '#domain/dates/calendar-date.ts';
import type { Clash } from './merge.ts';

/** Who wrote the other version, as the screen knows them. */
export type OtherWriter =
  | { readonly who: 'me' }
  | { readonly who: 'other'; readonly name: string }
  | { readonly who: 'notKnown' };

export interface ClashWords {
  readonly mine: string;
  readonly other: string;
  readonly keepMine: string;
  readonly keepOther: string;
  /** When each was written; '' where it is not known. */
  readonly mineWritten: string;
  readonly otherWritten: string;
}

/** SENT2: whose each of two versions is, and when it was written. What is not known is not said. */
export function clashWords(clash: Clash, writer: OtherWriter): ClashWords {
  const { at = '', oursAt = '' } = clash;
  switch (writer.who) {
    case 'me':
      return {
        ...{ mine: 'Yours, on this device', other: 'Yours, on your other device' },
        ...{ keepMine: 'Keep this device’s', keepOther: 'Keep the other device’s' },
        mineWritten: writtenWords('', oursAt),
        otherWritten: writtenWords('', at),
      };
    case 'other':
      return {
        ...{ mine: 'Yours', other: `${writer.name}’s` },
        ...{ keepMine: 'Keep mine', keepOther: 'Keep theirs' },
        mineWritten: writtenWords('', oursAt),
        otherWritten: writtenWords(writer.name, at),
      };
    case 'notKnown':
      return {
        ...{ mine: 'Yours', other: 'The other' },
        ...{ keepMine: 'Keep mine', keepOther: 'Keep the other' },
        mineWritten: writtenWords('', oursAt),
        otherWritten: writtenWords('', at),
      };
  }
}

/** "Written by Amina Khan, 21 November 2026 at 4:02pm". */
function writtenWords(name: string, at: string): string {
  const instant = parseInstant(at);
  const by = name === '' ? '' : ` by ${name}`;
  if (!instant) return by === '' ? '' : `Written${by}`;
  const when = `${formatDate(dateInLondon(instant))} at ${formatTime(instant)}`;
  return `Written${by}${by === '' ? ' on' : ','} ${when}`;
}
