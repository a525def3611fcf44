import { useState } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import { newChildBroughtIn, newStaffBroughtIn } from '#storage/caseload/brought-in.ts';
import { broughtInOfChild, broughtInOfStaff } from '#storage/caseload/brought-in-reads.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findStaff, staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { BroughtInForm } from './brought-in-form.tsx';
import { BroughtInRead } from './brought-in-read.tsx';

interface BroughtInScreenProps {
  /** "new", or the id of one. */
  readonly id: string;
  /** Of a new one: the row of the child or of the member of staff. */
  readonly about?: string | undefined;
}

/** A record of a child that was made elsewhere: to paste in, or to read. */
export function ChildBroughtInScreen({ id, about = '' }: BroughtInScreenProps) {
  const workspace = useWorkspace();
  useAll('childBroughtIn');
  useAll('priorDiscussions');
  const asked = useRecord('children', about)?.body;
  const fresh = useFresh(`${id}/${about}`, () =>
    id === 'new' && asked ? newChildBroughtIn(workspace, asked.ref) : undefined,
  );
  const recordId = id === 'new' ? (fresh?.id ?? '') : id;
  const stored = useRecord('childBroughtIn', recordId)?.body;
  const record = stored ?? fresh;
  const child = record && findChild(workspace, record.childRef);
  if (!record || !child) return <NotHere />;
  const name = childLabel(child.body);
  const shown = {
    collection: 'childBroughtIn',
    file: 'child',
    name,
    back: { href: `/children/${child.id}`, label: name },
  } as const;
  if (record.confirmedAt === '')
    return <BroughtInForm key={record.id} {...shown} record={record} isNew={id === 'new'} />;
  const all = broughtInOfChild(workspace, record.childRef);
  return <BroughtInRead {...shown} record={record} all={all} />;
}

/** The same of a member of staff, on the supervision file: no child is looked at. */
export function StaffBroughtInScreen({ id, about = '' }: BroughtInScreenProps) {
  const workspace = useWorkspace();
  useAll('staffBroughtIn');
  const asked = useRecord('staff', about)?.body;
  const fresh = useFresh(`${id}/${about}`, () =>
    id === 'new' && asked ? newStaffBroughtIn(workspace, asked.ref) : undefined,
  );
  const recordId = id === 'new' ? (fresh?.id ?? '') : id;
  const stored = useRecord('staffBroughtIn', recordId)?.body;
  const record = stored ?? fresh;
  const staff = record && findStaff(workspace, record.superviseeRef);
  if (!record || !staff) return <NotHere />;
  const name = staffName(workspace, record.superviseeRef);
  const shown = {
    collection: 'staffBroughtIn',
    file: 'staff',
    name,
    back: { href: `/practitioners/${staff.id}`, label: name },
  } as const;
  if (record.confirmedAt === '')
    return <BroughtInForm key={record.id} {...shown} record={record} isNew={id === 'new'} />;
  const all = broughtInOfStaff(workspace, record.superviseeRef);
  return <BroughtInRead {...shown} record={record} all={all} />;
}

/** One that is not stored yet. It stays the same one while its first letter gives it an address. */
function useFresh<R extends BroughtIn>(address: string, make: () => R | undefined): R | undefined {
  const [shown, setShown] = useState(address);
  const [fresh, setFresh] = useState(make);
  if (shown !== address) {
    setShown(address);
    const [id] = address.split('/');
    setFresh(id === 'new' ? make : fresh?.id === id ? fresh : undefined);
  }
  return fresh;
}

const NotHere = () => (
  <Page title="Not found" width="text">
    <p className="govuk-body">
      This is not on this device. <Link href="/brought-in">Bring in old records</Link>
    </p>
  </Page>
);
