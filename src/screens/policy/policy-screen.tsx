import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { type InTime, versionsInTime } from '#domain/policies/versions-in-time.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import { download } from '#exchange/download.ts';
import { profileFile } from '#exchange/profile-file.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { withdrawVersion } from '#storage/policies/store-profile.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { originWords } from './policy-words.ts';
import { ProfileSummary } from './profile-summary.tsx';

/** What is in force, who says so, and every version there was: nothing here is a setting of one person. */
export function PolicyScreen() {
  const workspace = useWorkspace();
  const versions = useAll('profiles');
  const today = todayIn(workspace);
  const inForce = profileVersionOn(workspace, today);
  const { profile, version } = inForce;
  return (
    <Page title="Policy" back={<BackLink href="/settings">Settings</BackLink>}>
      <SummaryList
        rows={[
          { key: 'Profile', value: profile.label },
          { key: 'Comes from', value: profile.source.label },
          { key: 'Version', value: version },
          { key: 'In force', value: sinceWords(inForce) },
        ]}
      />
      <ButtonGroup>
        <ButtonLink href="/policy/edit">Change the policy</ButtonLink>
        <ButtonLink href="/policy/load" variant="secondary">
          Load a profile from a file
        </ButtonLink>
        <Link href="/policy/holidays">Bank holidays</Link>
      </ButtonGroup>
      <h2 className="govuk-heading-m">What it asks for</h2>
      <ProfileSummary profile={profile} />
      <Versions versions={versionsInTime(versions, today)} />
    </Page>
  );
}

const dayWords = (day: string): string => {
  const date = parseCalendarDate(day);
  return date ? formatDate(date) : '';
};

const sinceWords = ({ effectiveFrom }: ProfileVersion): string =>
  effectiveFrom === '' ? 'From the beginning' : `Since ${dayWords(effectiveFrom)}`;

function timeWords({ version, state, until }: InTime<ProfileVersion>): string {
  if (state === 'withdrawn') return 'Taken back before it began';
  if (state === 'never') return `Replaced on its first day, ${dayWords(version.effectiveFrom)}`;
  const from = version.effectiveFrom === '' ? 'the beginning' : dayWords(version.effectiveFrom);
  const end = until ? ` until ${formatDate(until)}` : '';
  return `${state === 'inForce' ? 'In force, from' : 'From'} ${from}${end}`;
}

function Versions({ versions }: { readonly versions: readonly InTime<ProfileVersion>[] }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const nameOf = ({ profile, version }: ProfileVersion) => `${profile.label}, version ${version}`;

  function exportFile(version: ProfileVersion) {
    const { name, text } = profileFile(version);
    download(name, new Blob([text], { type: 'application/json' }));
    announce(`${nameOf(version)} exported`);
  }

  async function takeBack(version: ProfileVersion) {
    await withdrawVersion(workspace, version.id);
    announce(`${nameOf(version)} taken back`);
  }

  const columns: readonly Column<InTime<ProfileVersion>>[] = [
    { key: 'name', header: 'Version', rowHeader: true, render: ({ version }) => nameOf(version) },
    { key: 'time', header: 'In force', render: timeWords },
    {
      key: 'origin',
      header: 'Where it came from',
      render: ({ version }) => originWords[version.origin],
    },
    {
      key: 'actions',
      header: 'Actions',
      render: ({ version, state }) => (
        <div className="fp-actions">
          <Button variant="link" onClick={() => exportFile(version)}>
            Export <span className="govuk-visually-hidden">{nameOf(version)}</span>
          </Button>
          {state === 'toCome' && (
            <Button variant="link" onClick={() => void takeBack(version)}>
              Take back <span className="govuk-visually-hidden">{nameOf(version)}</span>
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="Versions"
        columns={columns}
        rows={versions}
        rowKey={({ version }) => version.id}
        compact
      />
      <p className="govuk-body">
        What happened on a day is judged by the version of that day. A finalised record stays under
        the version it was finalised under.
      </p>
    </>
  );
}
