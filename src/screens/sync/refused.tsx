import { localRefsOf } from '#domain/caseload/local-refs.ts';
import { refusedWords } from '#domain/versions/sync-words.ts';
import { storedFields } from '#exchange/access/stored-fields.ts';
import { fieldRows } from '#exchange/kept/kept-sections.tsx';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findStaff } from '#storage/settings.ts';
import { type NeedsPerson, useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { KeptLink } from './kept-link.tsx';
import { whichRecord } from './which-record.ts';

/** A record that the endpoint did not take: why, what can be done, and the text where it stands nowhere else. */
export function Refused({ record }: { readonly record: NeedsPerson }) {
  const workspace = useWorkspace();
  const sync = useSync();
  const { collection, refusedFor, text, id } = record;
  const which = collection ? whichRecord(workspace, collection, id) : 'A record';
  const locals = refusedFor === 'not_yours' ? localsOf(workspace, record) : [];
  return (
    <>
      <h3 className="govuk-heading-s">{which}</h3>
      <p className="govuk-body">{refusedWords(refusedFor, locals.length > 0)}</p>
      {locals.length > 0 && (
        <SummaryList rows={locals.map((ref) => ({ key: nameOf(workspace, ref), value: ref }))} />
      )}
      {text !== '' && collection && (
        <Details summary="The text that was not taken">
          <SummaryList rows={fieldRows(storedFields(workspace, collection, bodyIn(text)))} />
        </Details>
      )}
      {collection && <KeptLink id={id} about={which} />}
      <ButtonGroup>
        {refusedFor !== 'locked' && (
          <Button variant="secondary" onClick={() => void sync?.tryAgain(id)}>
            {refusedFor === 'deleted' ? 'Keep it' : 'Try again'}
          </Button>
        )}
        <Button variant="secondary" onClick={() => void sync?.letRest(record)}>
          {refusedFor === 'deleted' ? 'Let it go' : 'Keep it on this device only'}
        </Button>
      </ButtonGroup>
    </>
  );
}

/** SENT7, from the record as it stands here. */
function localsOf({ set }: Workspace, { collection, id }: NeedsPerson): readonly string[] {
  const body = collection && set.find(collection, id)?.body;
  return body ? localRefsOf(collection, body as Readonly<Record<string, unknown>>) : []; // a body is fields
}

const nameOf = (workspace: Workspace, ref: string): string =>
  findChild(workspace, ref)?.body.name ||
  findStaff(workspace, ref)?.body.name ||
  'Somebody on this device';

/** A stored body, as it was frozen: an object of fields. */
const bodyIn = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>;
