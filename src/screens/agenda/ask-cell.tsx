import type { Ask } from '#domain/agenda/agenda.ts';
import { Tag } from '#ui/tag.tsx';
import { depthWords } from './agenda-words.ts';

/** What the practitioner asks for one child, as it was written. */
export function AskCell({ ask }: { readonly ask: Ask }) {
  const { depth, why, worry, nothingToAdd } = ask;
  return (
    <>
      {worry !== undefined && (
        <>
          <Tag tone="yellow">Greatest worry no. {worry}</Tag>{' '}
        </>
      )}
      {depthWords(depth, nothingToAdd ? 'Nothing to add' : 'No depth chosen')}
      {why.trim() !== '' && <div className="fp-text">{why}</div>}
    </>
  );
}
