import { useEffect, useReducer } from 'react';
import type { Agreeing } from '#domain/agreeing/agreeing.ts';
import type { Session } from '#domain/records/session.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { hashFinished } from './agreeing.ts';
import { agreeingOf } from './agreeing-reads.ts';

/** The state of one session's agreement; drawn again when a record of it moved or its hash is known. */
export function useAgreeing(session: Session): Agreeing {
  const workspace = useWorkspace();
  useAll('sessions');
  useAll('childRecords');
  useAll('childAmendments');
  useAll('notes');
  useAll('responses');
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  // After every drawing: what came in since has no hash yet, and what has one is not worked out again.
  useEffect(() => {
    let isShown = true;
    void hashFinished(workspace, session.id).then((wereNew) => {
      if (isShown && wereNew) drawAgain();
    });
    return () => {
      isShown = false;
    };
  });
  return agreeingOf(workspace, session);
}
