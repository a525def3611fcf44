import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { CheckedBackup, CheckOutcome } from '#exchange/backup/restore-backup.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form } from '#ui/form.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import type { PassphraseCommands } from './start-commands.ts';

export interface RestoreCommands extends PassphraseCommands {
  readonly check: (
    text: string,
    recoveryKey: string,
  ) => Promise<CheckOutcome | { readonly outcome: 'badKey'; readonly reason: string }>;
  readonly restore: (backup: CheckedBackup, passphrase: string) => Promise<void>;
}

interface RestoreBackupProps {
  readonly commands: RestoreCommands;
  readonly onBack: () => void;
}

export function RestoreBackup({ commands, onBack }: RestoreBackupProps) {
  const [backup, setBackup] = useState<CheckedBackup>();
  const [failed, setFailed] = useState(false);
  if (!backup) {
    return (
      <Page title="Restore a backup" width="text" back={<BackLink onClick={onBack}>Back</BackLink>}>
        <ChooseFile commands={commands} onChecked={setBackup} />
      </Page>
    );
  }
  return (
    <Page title="This backup opens" width="text" focusKey="opens">
      {failed && (
        <WarningText>
          The backup could not be stored in this browser, perhaps because the disk is full. Nothing
          was kept here and the file is unchanged.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Made', value: formatDateTime(toInstant(backup.madeAt)) },
          { key: 'Records', value: String(backup.recordCount) },
        ]}
      />
      <p className="govuk-body">Choose a passphrase for these records on this device.</p>
      <ChoosePassphrase
        commands={commands}
        onDone={(passphrase) => {
          commands.restore(backup, passphrase).catch(() => setFailed(true));
        }}
      />
    </Page>
  );
}

interface ChooseFileProps {
  readonly commands: RestoreCommands;
  readonly onChecked: (backup: CheckedBackup) => void;
}

function ChooseFile({ commands, onChecked }: ChooseFileProps) {
  const [file, setFile] = useState<File>();
  const { register, handleSubmit, formState, setError, clearErrors } = useForm({
    defaultValues: { file: '', recoveryKey: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;

  const submit = handleSubmit(async ({ recoveryKey }) => {
    if (!file) {
      setError('file', { type: 'missing', message: 'Choose a backup file' });
      return;
    }
    const outcome = await file.text().then(
      (text) => commands.check(text, recoveryKey),
      () =>
        ({
          outcome: 'unreadable',
          reason: 'The file could not be read. Choose it again.',
        }) as const,
    );
    if (outcome.outcome === 'checked') onChecked(outcome.backup);
    else if (outcome.outcome === 'badKey') {
      setError('recoveryKey', { type: 'key', message: outcome.reason });
    } else if (outcome.outcome === 'wrongKey') {
      const message = 'This recovery key does not open this backup. Nothing has been changed';
      setError('recoveryKey', { type: 'key', message });
    } else setError('file', { type: 'file', message: outcome.reason });
  });

  return (
    <>
      <ErrorSummary {...useFormErrors('restore', formState)} />
      <Form
        id="restore"
        onSubmit={(event) => {
          // The form library does not know this field, and would hold its old error against the next file.
          clearErrors('file');
          void submit(event);
        }}
      >
        <FileField
          name="file"
          label="Backup file"
          hint="Its name ends in .footprint."
          accept=".footprint"
          error={errors.file?.message}
          onFile={setFile}
        />
        <TextField
          label="Recovery key"
          hint="Seven groups of four letters and numbers, from the day these records were started."
          spellCheck={false}
          error={errors.recoveryKey?.message}
          {...register('recoveryKey', { required: 'Enter the recovery key' })}
        />
        <Button type="submit" disabled={formState.isSubmitting}>
          {formState.isSubmitting ? 'Checking the backup' : 'Check the backup'}
        </Button>
      </Form>
    </>
  );
}
