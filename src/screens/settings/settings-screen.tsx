import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { countOf } from '#domain/count-words.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { type Purpose, purposes } from '#domain/out/purposes.ts';
import type { AuditEntry } from '#domain/records/audit.ts';
import { caseSystems, lockChoices } from '#domain/records/settings.ts';
import { qualificationWords, trainingWords } from '#domain/staff-file/staff-training.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import {
  changeSettings,
  findStaff,
  myName,
  profileOf,
  settingsOf,
  staffName,
} from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CaseSystemAddress } from './case-system-address.tsx';
import { KeyboardSetting } from './keyboard-setting.tsx';
import { SchoolSetting } from './school-setting.tsx';

export function SettingsScreen() {
  const workspace = useWorkspace();
  useAll('settings');
  useAll('staff');
  useAll('profiles');
  const announce = useAnnounce();
  const { lockAfterMinutes, caseSystem, organisation } = settingsOf(workspace);
  const profile = profileOf(workspace);
  const persisted = usePersisted();
  const { register, handleSubmit } = useForm({
    defaultValues: { lockAfterMinutes: String(lockAfterMinutes), caseSystem, organisation },
  });
  const submit = handleSubmit(async (values) => {
    await changeSettings(workspace, {
      lockAfterMinutes: Number(values.lockAfterMinutes),
      caseSystem: values.caseSystem,
      organisation: values.organisation,
    });
    announce('Settings saved');
  });
  return (
    <Page title="Settings" width="text">
      <SummaryList
        rows={[
          { key: 'You', value: myName(workspace) },
          {
            key: 'Policy',
            value: `${profile.source.label}. ${profile.label}`,
            actions: [{ label: 'See or change', about: 'policy', href: '/policy' }],
          },
          ...myTraining(findStaff(workspace, settingsOf(workspace).me)),
          { key: 'Storage', value: persisted },
          {
            key: 'Sync',
            value: 'What is sent to the council’s endpoint, where there is one',
            actions: [{ label: 'See or change', about: 'sync', href: '/sync' }],
          },
          {
            key: 'Keeping and removing',
            value: 'How long records stay on this device, and legal holds',
            actions: [{ label: 'See or change', about: 'keeping and removing', href: '/keeping' }],
          },
          ...(settingsOf(workspace).synthetic
            ? []
            : [
                {
                  key: 'Passphrase',
                  value: 'Not stored anywhere',
                  actions: [{ label: 'Change', about: 'passphrase', href: '/settings/passphrase' }],
                },
                {
                  key: 'Ways in',
                  value: 'Passphrase, recovery key, and Windows Hello or another passkey if added',
                  actions: [
                    { label: 'See or change', about: 'ways in', href: '/settings/ways-in' },
                  ],
                },
              ]),
        ]}
      />
      <Form id="settings" onSubmit={(event) => void submit(event)}>
        <SelectField
          label="Lock after"
          hint="Time without a key or the mouse. While a session is open, at least 45 minutes."
          options={lockChoices.map((minutes) => ({
            value: String(minutes),
            label: `${minutes} minutes`,
          }))}
          {...register('lockAfterMinutes')}
        />
        <SelectField label="Case system" options={caseSystems} {...register('caseSystem')} />
        <TextField
          label="Organisation or agency"
          hint="It begins the next agreement, and stands on forms of the policy that ask for it."
          {...register('organisation')}
        />
        <Button type="submit">Save settings</Button>
      </Form>
      <CaseSystemAddress />
      <SchoolSetting />
      <KeyboardSetting />
      <Audit />
    </Page>
  );
}

/** Typed on a page of its own: the settings are about this device. */
function myTraining(entry: OpenRecord<'staff'> | undefined): readonly SummaryRow[] {
  if (!entry) return [];
  const { qualification, trainings } = entry.body;
  return [
    {
      key: 'Qualification and training',
      value: `${qualificationWords(qualification)}. ${trainingWords(trainings)}`,
      actions: [
        {
          label: 'Change',
          about: 'qualification and training',
          href: `/practitioners/${entry.id}`,
        },
      ],
    },
  ];
}

const auditWords: Record<AuditEntry['what'], string> = {
  copied: 'Copied a record’s text',
  printed: 'Printed a record',
  backedUp: 'Backed up to a file',
  restored: 'Restored a backup',
  passphraseChanged: 'Changed the passphrase',
  passkeyAdded: 'Added a passkey as a way in',
  passkeyRemoved: 'Removed a passkey',
  handoverMade: 'Made a hand-over file',
  handoverTakenIn: 'Took in a hand-over file',
  handoverAccepted: 'A handed over supervisee was accepted',
  superviseeRemoved: 'Removed a handed over supervisee',
  exported: 'Saved records to a file',
  exportTakenIn: 'Took in an export',
  recordsRemoved: 'Removed records past their period',
};

/** Of a file that left or came in: how many, and for what. */
function auditAbout({ about }: AuditEntry): string {
  if (!about) return '';
  const purpose = purposes[about.purpose as Purpose] ?? ''; // of another version: its code is not shown
  return [`: ${countOf(about.records, 'record')}`, purpose]
    .filter((words) => words !== '')
    .join('. ');
}

function Audit() {
  const workspace = useWorkspace();
  const entries = useAll('audit').toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const columns: readonly Column<AuditEntry>[] = [
    {
      key: 'at',
      header: 'When',
      rowHeader: true,
      render: ({ at }) => formatDateTime(toInstant(at)),
    },
    {
      key: 'what',
      header: 'What',
      render: (entry) => `${auditWords[entry.what]}${auditAbout(entry)}`,
    },
    { key: 'by', header: 'By', render: ({ by }) => staffName(workspace, by) },
  ];
  return (
    <DataTable
      caption="What left this device"
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      emptyText="Nothing yet."
      compact
    />
  );
}

function usePersisted(): string {
  const [text, setText] = useState('Asking the browser');
  useEffect(() => {
    const answer = navigator.storage?.persisted?.() ?? Promise.resolve(false);
    answer.then((kept) =>
      setText(
        kept
          ? 'This browser has agreed to keep your records.'
          : 'This browser may remove records if the disk is full. Install the app, or back up often.',
      ),
    );
  }, []);
  return text;
}
