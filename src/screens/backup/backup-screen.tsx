import { useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { formatDateTime, parseInstant } from '#domain/dates/calendar-date.ts';
import { noteAudit } from '#storage/audit.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** One file, sealed, that only the recovery key opens. */
export function BackupScreen() {
  const workspace = useWorkspace();
  useAll('settings');
  const [state, setState] = useState<'idle' | 'making' | 'failed' | string>('idle');
  const { synthetic, lastBackupAt } = settingsOf(workspace);
  const last = parseInstant(lastBackupAt);

  async function backUp() {
    setState('making');
    try {
      // Noted first, so that a restored backup knows of itself.
      await changeSettings(workspace, { lastBackupAt: workspace.now });
      await noteAudit(workspace, 'backedUp');
      const [{ makeBackup }, { download }] = await Promise.all([
        import('#exchange/backup/back-up.ts'),
        import('#exchange/download.ts'),
      ]);
      const backup = await makeBackup(workspace);
      download(backup.fileName, backup.blob);
      setState(`${countOf(backup.recordCount, 'record')} in ${backup.fileName}.`);
    } catch {
      setState('failed');
    }
  }
  return (
    <Page title="Back up this device" width="text">
      {synthetic ? (
        <p className="govuk-body">
          This is the example caseload. It is not real, so it is not backed up.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            Everything is copied into one file, kept locked. Only your recovery key opens it, so
            keep the file and the key apart. Save the file where your council keeps confidential
            files, not on this laptop.
          </p>
          <p className="govuk-body">
            {last ? `Last backed up ${formatDateTime(last)}.` : 'Not backed up yet.'}
          </p>
          <Button disabled={state === 'making'} onClick={() => void backUp()}>
            {state === 'making' ? 'Making the backup' : 'Back up to a file'}
          </Button>
          {state === 'failed' && (
            <WarningText>
              The backup was not made, because this browser could not read or write its storage.
              Your records are as they were. Try again.
            </WarningText>
          )}
          {state !== 'idle' && state !== 'making' && state !== 'failed' && (
            <p className="govuk-body" role="status">
              {state} Check that the file is where you chose to save it.
            </p>
          )}
          <h2 className="govuk-heading-m">Restore</h2>
          <p className="govuk-body">
            A backup is restored from the first page, on a device that does not hold these records:
            lock Footprint and choose “restore a backup”.
          </p>
        </>
      )}
      <h2 className="govuk-heading-m">Records for other programs</h2>
      <p className="govuk-body">
        <Link href="/export">Save records to files</Link>: Word, text, spreadsheet or data, which
        are not kept locked.
      </p>
    </Page>
  );
}
