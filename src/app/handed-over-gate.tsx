import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { handedOverWords, isSignedHere } from '#storage/handover/handed-over.ts';
import { toRecordOf, unfinishedOf } from '#storage/handover/supervisee-unfinished.ts';
import { childrenWith, type HandedOver, handedOver } from '#storage/handover/supervision.ts';
import { findStaff } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';

/**
 * HAND20: the pages of somebody who was handed over can be read, and their fields and buttons do nothing. The
 * rule itself stands where rows are written; this is what a person sees of it.
 */
export function HandedOverGate({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  const [path] = useLocation();
  const isAnybody = useAll('staff').some(({ supervisedBy }) =>
    supervisedBy?.some(({ acceptedAt }) => acceptedAt !== ''),
  );
  const gone = isAnybody
    ? handedOver(workspace).find((each) => isAbout(workspace, each, path))
    : undefined;
  const isOpen = gone !== undefined && isToFinish(workspace, gone, path);
  const isClosed = gone !== undefined && !isOpen && !isText(path);
  return (
    <>
      {gone && (
        <aside className="fp-page" aria-label="Handed over">
          <InsetText>
            {isOpen
              ? `${gone.staff.name} was handed over. What was begun here before can still be finished and signed.`
              : handedOverWords(workspace, gone)}{' '}
            <Link href={`/handover/supervisee/${findStaff(workspace, gone.staff.ref)?.id ?? ''}`}>
              Hand-over
            </Link>
          </InsetText>
        </aside>
      )}
      {/* One element, whether or not it is closed: a form that is open is not thrown away. */}
      <fieldset className="fp-plain" disabled={isClosed}>
        {children}
      </fieldset>
    </>
  );
}

/** Pages whose address has the row of the person, a child, a session, or a record. */
function isAbout(workspace: Workspace, { staff }: HandedOver, path: string): boolean {
  const [, page, ...ids] = path.split('/');
  // Read on paper: nothing is changed there.
  if (page === 'handover' || page === 'print') return false;
  const children = childrenWith(workspace, staff.ref);
  return ids
    .flatMap((id) => workspace.set.findAnywhere(id) ?? [])
    .map(({ body }): Fields => body) // an open record is an object of fields
    .some(
      ({ ref, superviseeRef, childRef }) =>
        ref === staff.ref ||
        superviseeRef === staff.ref ||
        children.has(String(childRef)) ||
        children.has(String(ref)),
    );
}

type Fields = Readonly<Record<string, unknown>>;

function isToFinish(workspace: Workspace, { staff }: HandedOver, path: string): boolean {
  const first = [...unfinishedOf(workspace, staff.ref), ...toRecordOf(workspace, staff.ref)];
  const isBegun = first.some(
    ({ href, sessionId }) => href === path || (sessionId !== '' && path.includes(sessionId)),
  );
  return isBegun || path.split('/').some((id) => id !== '' && isSignedHere(workspace, id));
}

/**
 * A finished text: to copy, to save and to mark as recorded are ways of reading it. What is not for here on
 * such a page is not offered on it (HAND20).
 */
const isText = (path: string): boolean => /^\/(records|export|access)\//.test(path);
