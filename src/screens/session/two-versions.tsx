import type { Discussion } from '#domain/records/discussion.ts';
import { TwoVersions as Choices } from '#exchange/parts/two-versions.tsx';

/** The same text of a discussion changed in two places. */
export function TwoVersions({ discussion }: { readonly discussion: Discussion }) {
  return (
    <Choices
      collection="discussions"
      id={discussion.id}
      body={discussion}
      sectionId="case-twoVersions"
      before="before this record is finalised"
      other={{ key: 'The other', keep: 'Keep the other' }}
    />
  );
}
