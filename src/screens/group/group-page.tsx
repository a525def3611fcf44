import type { ReactNode } from 'react';
import type { GroupSession } from '#domain/records/group.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useAll, useRecord } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { groupTitle } from './group-words.ts';

type Place = 'plan' | 'agenda' | 'session' | 'finish';

interface GroupPageProps {
  readonly groupId: string;
  readonly at: Place;
  readonly documentTitle: string;
  readonly width?: 'text' | 'page' | 'wide';
  readonly children: (record: OpenRecord<'groups'>) => ReactNode;
}

/** A page of one group supervision, with the way to its other pages. */
export function GroupPage({ groupId, at, documentTitle, width, children }: GroupPageProps) {
  useAll('staff');
  useAll('settings');
  const record = useRecord('groups', groupId);
  if (!record) return <NoGroup documentTitle={documentTitle} />;
  return (
    <Page
      title={groupTitle(record.body)}
      documentTitle={documentTitle}
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
      {...(width ? { width } : {})}
      compact
    >
      <GroupNav group={record.body} at={at} />
      {children(record)}
    </Page>
  );
}

export function NoGroup({ documentTitle }: { readonly documentTitle: string }) {
  return (
    <Page title="Group not found" documentTitle={documentTitle} width="text">
      <p className="govuk-body">
        This group is not on this device. <Link href="/sessions">All sessions</Link>
      </p>
    </Page>
  );
}

interface GroupNavProps {
  readonly group: GroupSession;
  readonly at: Place;
}

/** Only the pages that have something on them yet. */
export function GroupNav({ group, at }: GroupNavProps) {
  const { id, status } = group;
  const pages: readonly (readonly [Place, string, string])[] = [
    ['plan', `/groups/${id}`, 'Plan and people'],
    ['agenda', `/groups/${id}/agenda`, 'Agenda'],
    ...(status === 'planned' ? [] : ([['session', `/groups/${id}/session`, 'Session']] as const)),
    ...(status === 'ended' ? ([['finish', `/groups/${id}/finish`, 'Records']] as const) : []),
  ];
  return (
    <nav aria-label="This group" className="govuk-body fp-actions">
      {pages.map(([place, href, label]) => (
        <Link key={place} href={href} {...(place === at ? { 'aria-current': 'page' } : {})}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
