import { worthLines } from '#exchange/print/evidence.ts';
import { staffFileDocument, underEach } from '#exchange/print/staff-file-document.ts';
import { findStaff } from '#storage/settings.ts';
import {
  useNoteSignatures,
  useSignedRecord,
  useSignedRecords,
} from '#storage/signing/use-signatures.ts';
import { staffAmendmentsOf } from '#storage/staff-file/staff-amendments.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { NothingToPrint } from './nothing-to-print.tsx';
import { PrintPage } from './print-page.tsx';

interface Kind {
  readonly collection:
    | 'notes'
    | 'observations'
    | 'monitoring'
    | 'cancellations'
    | 'entitlements'
    | 'handoverNotes'
    | 'staffBroughtIn'
    | 'groups';
  /** The page it was asked for from. */
  readonly back: (
    workspace: Workspace,
    id: string,
  ) => { readonly href: string; readonly words: string };
}

/** By the address: `/print/notes/…`. */
const staffKinds = {
  notes: {
    collection: 'notes',
    back: ({ set }, id) => ({
      href: `/sessions/${set.find('notes', id)?.body.sessionId}/notes`,
      words: 'Personal notes',
    }),
  },
  observation: {
    collection: 'observations',
    back: (_, id) => ({ href: `/observations/${id}`, words: 'The observation' }),
  },
  monitoring: {
    collection: 'monitoring',
    back: (_, id) => ({ href: `/monitoring/${id}`, words: 'The monitoring form' }),
  },
  cancellation: { collection: 'cancellations', back: cancelledFrom },
  entitlement: {
    collection: 'entitlements',
    back: (_, id) => ({ href: `/entitlement/${id}`, words: 'The entitlement route' }),
  },
  'handover-note': {
    collection: 'handoverNotes',
    back: (workspace, id) => ({
      href: `/handover/supervisee/${rowOf(workspace, workspace.set.find('handoverNotes', id)?.body.superviseeRef)}`,
      words: 'Hand over to another supervisor',
    }),
  },
  'brought-in-notes': {
    collection: 'staffBroughtIn',
    back: (_, id) => ({ href: `/brought-in/staff/${id}`, words: 'The record' }),
  },
  group: {
    collection: 'groups',
    back: (_, id) => ({ href: `/groups/${id}/finish`, words: 'The group' }),
  },
} as const satisfies Readonly<Record<string, Kind>>;

type StaffKind = keyof typeof staffKinds;

export const isStaffKind = (kind: string): kind is StaffKind => Object.hasOwn(staffKinds, kind);

/** Any text of the supervision file: with its corrections and signatures, and asked for each time. */
export function PrintStaffText({ kind, id }: { readonly kind: StaffKind; readonly id: string }) {
  const workspace = useWorkspace();
  const { collection, back }: Kind = staffKinds[kind];
  useAll(collection);
  useAll('staffAmendments');
  useAll('children');
  const signatures = useNoteSignatures(id);
  const worth = worthLines(useSignedRecord(id));
  const corrections = staffAmendmentsOf(workspace, id).map((amendment) => amendment.id);
  const signaturesUnder = underEach(useSignedRecords(corrections) ?? []);
  const isHere = workspace.set.find(collection, id) !== undefined;
  const document =
    isHere && staffFileDocument(workspace, id, { signatures, worth, signaturesUnder });
  if (!document) return <NothingToPrint />;
  return <PrintPage document={document} recordId={id} back={back(workspace, id)} asks="eachTime" />;
}

const rowOf = (workspace: Workspace, ref: string | undefined): string =>
  findStaff(workspace, ref ?? '')?.id ?? '';

/** A gap has its page with the person’s entry; a cancelled session one of its own. */
function cancelledFrom(workspace: Workspace, id: string) {
  const record = workspace.set.find('cancellations', id)?.body;
  return record?.kind === 'gap'
    ? { href: `/gaps/${rowOf(workspace, record.superviseeRef)}`, words: 'The gap' }
    : { href: `/sessions/${record?.sessionId}/cancel`, words: 'The cancelled session' };
}
