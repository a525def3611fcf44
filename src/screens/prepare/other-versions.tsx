import type { Clash } from '#domain/merge.ts';
import { SyncMark } from '#exchange/sync-mark.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import type { PrepareRecords } from './prepare-forms.ts';

/** The same text changed in two places: the form has one of them, and the other is to be read here. */
export function OtherVersions({ preparation, before }: PrepareRecords) {
  const texts = [preparation.body, before.body]
    .flatMap((body) => (body as { clashes?: readonly Clash[] }).clashes ?? [])
    .flatMap(({ path, theirs }) =>
      typeof theirs === 'string' && theirs !== '' ? [{ path, theirs }] : [],
    );
  if (texts.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        Some text was changed in two places. One version is in its field. The other is kept here, so
        that you can copy from it: <SyncMark id={preparation.id} /> <SyncMark id={before.id} />
      </p>
      {texts.map(({ path, theirs }) => (
        <p key={`${path} ${theirs}`} className="govuk-body fp-text">
          {theirs}
        </p>
      ))}
    </InsetText>
  );
}
