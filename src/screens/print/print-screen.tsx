import type { ReactNode } from 'react';
import { agendaDocument } from '#exchange/print/agenda-document.ts';
import { agreementDocument } from '#exchange/print/agreement-document.ts';
import { chronologyDocument } from '#exchange/print/chronology-document.ts';
import { worthLines } from '#exchange/print/evidence.ts';
import { broughtInDocument, childDocument } from '#exchange/text/child-exports.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useChildSignatures, useSignedRecord } from '#storage/signing/use-signatures.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { NothingToPrint } from './nothing-to-print.tsx';
import { PrintPage } from './print-page.tsx';
import { isStaffKind, PrintStaffText } from './print-staff-text.tsx';

interface Printed {
  readonly id: string;
}

/** By the address: `/print/records/…`. Each is made from its own file and shown as it will be on paper. */
const kinds: Readonly<Record<string, (printed: Printed) => ReactNode>> = {
  records: PrintRecord,
  agenda: PrintAgenda,
  chronology: PrintChronology,
  agreement: PrintAgreement,
  'brought-in': PrintBroughtIn,
};

export function PrintScreen({ kind, id }: Printed & { readonly kind: string }) {
  if (isStaffKind(kind)) return <PrintStaffText key={id} kind={kind} id={id} />;
  const Kind = kinds[kind];
  return Kind ? <Kind key={id} id={id} /> : <NothingToPrint />;
}

/** A finished record of a child: a discussion’s, a group’s or an entry’s. */
function PrintRecord({ id }: Printed) {
  const workspace = useWorkspace();
  useAll('childAmendments');
  const marks = useAll('childMarks');
  const discussed = useRecord('childRecords', id)?.body;
  const entry = useRecord('childEntries', id)?.body;
  const signatures = useChildSignatures(id);
  const worth = worthLines(useSignedRecord(id));
  const record = discussed ?? entry;
  if (!record) return <NothingToPrint />;
  const input = { record, amendments: amendmentsOf(workspace, id), marks, signatures };
  return (
    <PrintPage
      document={childDocument(input, worth)}
      recordId={id}
      back={{ href: `/records/${id}`, words: 'The record' }}
      asks="sitting"
    />
  );
}

/** An old record of a child; one of the supervision file is a staff text. */
function PrintBroughtIn({ id }: Printed) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('settings');
  const record = useRecord('childBroughtIn', id)?.body;
  const child = record && findChild(workspace, record.childRef)?.body;
  const document = record && broughtInDocument(record, child, settingsOf(workspace).synthetic);
  if (!document) return <NothingToPrint />;
  return (
    <PrintPage
      document={document}
      recordId={id}
      back={{ href: `/brought-in/child/${id}`, words: 'The record' }}
      asks="sitting"
    />
  );
}

function PrintAgenda({ id }: Printed) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('priorDiscussions');
  useAll('groups');
  useAll('groupDiscussions');
  useAll('childActions');
  useAll('childActionEvents');
  useAll('childRecords');
  useAll('staff');
  const session = useRecord('sessions', id)?.body;
  if (!session) return <NothingToPrint />;
  const isPlanned = session.status === 'planned';
  return (
    <PrintPage
      document={agendaDocument(workspace, session)}
      recordId={id}
      back={
        isPlanned
          ? { href: `/sessions/${id}/agenda`, words: 'The agenda' }
          : { href: `/sessions/${id}`, words: 'The session' }
      }
      asks="eachTime"
    />
  );
}

function PrintChronology({ id }: Printed) {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('childEntries');
  useAll('childAmendments');
  useAll('childMarks');
  useAll('decisions');
  useAll('childActions');
  useAll('childActionEvents');
  useAll('priorDiscussions');
  useAll('groups');
  const child = useRecord('children', id)?.body;
  if (!child || child.removed) return <NothingToPrint />;
  return (
    <PrintPage
      document={chronologyDocument(workspace, child)}
      recordId={id}
      back={{ href: `/children/${id}`, words: 'Child’s record' }}
      asks="eachTime"
    />
  );
}

function PrintAgreement({ id }: Printed) {
  const workspace = useWorkspace();
  useAll('agreements');
  useAll('responses');
  useAll('profiles');
  const staff = useRecord('staff', id)?.body;
  const document = staff && agreementDocument(workspace, staff);
  if (!document) return <NothingToPrint />;
  return (
    <PrintPage
      document={document}
      recordId={id}
      back={{ href: `/agreements/${id}`, words: 'The agreement' }}
      asks="eachTime"
    />
  );
}
