import {
  type CalendarDate,
  dateInLondon,
  formatDate,
  formatLongDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import type { Agreeing, Stance } from './agreeing.ts';

export const stanceChoices = [
  { value: 'agreed', label: 'I have read this and agree it is a record of what we discussed' },
  { value: 'notAgreed', label: 'I have read this and do not agree, because …' },
] as const;

/** The same, of an answer that was given. */
export const stanceWords = (stance: Stance): string =>
  stance === 'agreed'
    ? 'Read, and agreed as a record of what was discussed'
    : 'Read, and not agreed';

/** ANSWER6: what an answer still needs before it is given. What was typed is kept either way. */
export function missingInAnswer({
  stance,
  because,
  clashes = [],
}: Pick<RecordResponse, 'stance' | 'because'> & Clashed): {
  readonly stance?: string;
  readonly because?: string;
  readonly twoVersions?: string;
} {
  // FIN7: the answer is fixed once it is given.
  if (clashes.length > 0) return { twoVersions: 'Choose between the two versions of this text' };
  if (stance === '') return { stance: 'Select whether you agree' };
  if (stance === 'notAgreed' && because.trim() === '')
    return { because: 'Write why you do not agree' };
  return {};
}

const on = (moment: string) => formatDate(dateInLondon(toInstant(moment)));

/** The state in one sentence, the same on every screen. `by` is the practitioner's name. */
export function agreeingWords(state: Agreeing, by: string): string {
  switch (state.status) {
    case 'nothing':
      return 'Nothing to agree yet: no record is finalised.';
    case 'waiting':
      return `Waiting for ${by} since ${on(state.since)}.`;
    case 'waitingAgain': {
      const { stance, at } = state.answered;
      const before = stance === 'agreed' ? 'Agreed' : 'Read and not agreed';
      return `${before} by ${by} on ${on(at)}, then changed: waiting again since ${on(state.since)}.`;
    }
    case 'agreed':
      return `Agreed by ${by} on ${on(state.at)}.`;
    case 'notAgreed':
      return `Read and not agreed by ${by} on ${on(state.at)}, because: ${state.because}`;
    case 'notObtained':
      return `Agreement not obtained, said on ${on(state.at)}, because: ${state.because}`;
  }
}

/** ANSWER3, in words. */
export const suggestionWords = (by: CalendarDate): string =>
  `An answer by ${formatLongDate(by)} is suggested, 5 working days after it was finalised. Nothing waits for it.`;
