import type { OtherWriter } from '#domain/versions/clash-words.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

interface VersionTextProps {
  readonly text: string;
  /** When and by whom; '' where it is not known. */
  readonly written: string;
}

/** One of two texts as it was typed, and when that was. */
export const VersionText = ({ text, written }: VersionTextProps) => (
  <>
    <span className="fp-text">{text}</span>
    {written !== '' && (
      <>
        <br />
        <span className="govuk-hint">{written}</span>
      </>
    )}
  </>
);

/** Whose the other version is, by what the clash was told and by whom this device knows (SENT2). */
export function otherWriterOf(workspace: Workspace, { by = '' }: Clash): OtherWriter {
  const { me, alsoMe } = settingsOf(workspace);
  if (by !== '' && (by === me || alsoMe.includes(by))) return { who: 'me' };
  const name = by === '' ? undefined : findStaff(workspace, by)?.body.name;
  return name ? { who: 'other', name } : { who: 'notKnown' };
}

/** A stored value, where no field has words for it. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value || '(empty)';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return JSON.stringify(value ?? '(removed)');
}
