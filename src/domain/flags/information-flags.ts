import { addInterval, formatDate, type Interval } from '#domain/dates/calendar-date.ts';
import type { FlagQuestion, InformationCode } from './flag.ts';
import { type FlagRow, listed, row, some } from './flag-row.ts';
import { type InDepthSince, inDepthSince, isWithoutDate } from './since-last.ts';

/** The specification's default (004:40 says "over a number of sessions"). */
const rotationAfterDefault: Interval = 'P6M';

/** FLAG22: longer than six months, or never where a person said so. */
function longWithout({ facts, today, rotationAfter }: FlagQuestion): InDepthSince | undefined {
  const since = inDepthSince(facts);
  if (since.what === 'never') return since;
  const limit = since.on && addInterval(since.on, rotationAfter ?? rotationAfterDefault);
  return limit && limit < today ? since : undefined;
}

function withoutWords({ on, what }: InDepthSince): string {
  const date = on ? formatDate(on) : '';
  if (what === 'never') return 'Never discussed in depth';
  if (what === 'allocated') return `Not discussed in depth since the allocation on ${date}`;
  if (what === 'footprint') return `No discussion in depth held since Footprint started on ${date}`;
  return `Not discussed in depth since ${date}`;
}

/** The third group: said to people, worth no points. A brother or sister is another case's matter. */
export const informationRows: Readonly<Record<Exclude<InformationCode, 'SIBLING'>, FlagRow>> = {
  CONTEXT_TIME: row({
    src: '002:23',
    when: ({ extraTime }) => some(extraTime),
    words: (why) => `Allow extra time (${listed(why)}).`,
  }),
  ROTATION_DUE: row({
    src: '004:40',
    when: (_, question) => longWithout(question),
    words: (since, { facts }) => {
      const who = facts.word === 'unborn baby' ? 'baby' : facts.word;
      return `${withoutWords(since)}: make space for this ${who}’s experience.`;
    },
  }),
  NO_DATE: row({
    src: null,
    when: isWithoutDate,
    words: () => 'No date held in Footprint.',
  }),
};
