import { useEffect, useState } from 'react';
import { type NeedsPerson, useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';

interface SyncMarkProps {
  readonly id: string;
  /** Completes the link for those who hear it alone: of which record. */
  readonly about?: string;
}

/**
 * SENT8, SENT11: on a list, the records that a person has to look at, and no others. The mark leads to
 * where it is settled. Nothing without an endpoint.
 */
export function SyncMark({ id, about }: SyncMarkProps) {
  const state = useNeedsPerson()(id);
  if (!state) return null;
  return (
    <>
      <Tag tone={state === 'refused' ? 'red' : 'yellow'}>{markWords[state]}</Tag>{' '}
      <Link href="/sync">
        {linkWords[state]}
        {about && <span className="govuk-visually-hidden">, {about}</span>}
      </Link>
    </>
  );
}

const markWords = {
  clash: 'Two versions',
  refused: 'Not taken',
  beside: 'Text not included',
} as const;

const linkWords = { clash: 'Choose between them', refused: 'See why', beside: 'Read it' } as const;

/** The same as words, for a row that is one link to where it is settled. */
export function useSyncMarkWords(): (id: string) => string | undefined {
  const stateOf = useNeedsPerson();
  return (id) => {
    const state = stateOf(id);
    return state && markWords[state];
  };
}

function useNeedsPerson(): (id: string) => NeedsPerson['state'] | undefined {
  const list = useSync()?.now.needsPerson ?? [];
  return (id) => list.find((each) => each.id === id)?.state;
}

/** The same on the record’s own page, which says as well where it only waits to be sent. */
export function OwnSyncMark({ id }: { readonly id: string }) {
  const sync = useSync();
  const isWaiting = useIsWaiting(id);
  if (!sync?.now.connected) return null;
  const needsPerson = sync.now.needsPerson.some((each) => each.id === id);
  const isSaid = sync.now.needsPerson.some((each) => each.id === id && each.state !== 'beside');
  const isNotSent = isWaiting && !isSaid;
  if (!needsPerson && !isNotSent) return null;
  return (
    <p className="govuk-body">
      {isNotSent && <Tag tone="grey">Not sent</Tag>} {needsPerson && <SyncMark id={id} />}
    </p>
  );
}

/** From the stored row; looked at again with each change of what is said of sending. */
function useIsWaiting(id: string): boolean {
  const { db } = useWorkspace();
  const now = useSync()?.now;
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    let isShown = true;
    if (!now) return;
    void db.outbox.get(id).then((row) => {
      if (isShown) setIsWaiting(row !== undefined);
    });
    return () => {
      isShown = false;
    };
  }, [db, id, now]);
  return isWaiting;
}
