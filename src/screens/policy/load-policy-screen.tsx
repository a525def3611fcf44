import { useState } from 'react';
import { checkProfileText, type ProfileCheck } from '#domain/policies/check-profile.ts';
import type { Fault } from '#domain/policies/profile-faults.ts';
import { Button } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Details } from '#ui/details.tsx';
import { FileField } from '#ui/file-field.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ProfileSummary } from './profile-summary.tsx';
import { TakeInForm } from './take-in-form.tsx';

type Step = { readonly at: 'file' } | { readonly at: 'unread' } | ReadFile;
interface ReadFile {
  readonly at: 'read';
  readonly fileName: string;
  readonly check: ProfileCheck;
}

/** More is no profile: the largest that the app ships has 12 kB. */
const MAX_BYTES = 1_000_000;

/** A council's own file: checked whole, every fault told, shown, and only then taken in. */
export function LoadPolicyScreen() {
  const [step, setStep] = useState<Step>({ at: 'file' });

  async function read(file: File) {
    if (file.size > MAX_BYTES) return setStep({ at: 'unread' });
    try {
      const check = checkProfileText(await file.text());
      return setStep({ at: 'read', fileName: file.name, check });
    } catch {
      // Moved, or open elsewhere, since it was chosen.
      return setStep({ at: 'unread' });
    }
  }

  const again = () => setStep({ at: 'file' });
  return (
    <Page
      title={titleOf(step)}
      back={<BackLink href="/policy">Policy</BackLink>}
      focusKey={step.at === 'read' ? step.check.outcome : step.at}
    >
      {step.at === 'file' && (
        <>
          <p className="govuk-body">
            A profile in JSON, such as another team exported. It is checked before anything is taken
            in.
          </p>
          <FileField
            name="profile"
            label="Profile file"
            accept=".json,application/json"
            onFile={(file) => void read(file)}
          />
        </>
      )}
      {step.at === 'unread' && (
        <>
          <WarningText>
            The file could not be read. It may be open in another program, or is too large to be a
            profile. Nothing has been changed.
          </WarningText>
          <Button onClick={again}>Choose a file again</Button>
        </>
      )}
      {step.at === 'read' && <Checked {...step} onAgain={again} />}
    </Page>
  );
}

function titleOf(step: Step): string {
  if (step.at !== 'read') return 'Load a profile';
  return step.check.outcome === 'valid' ? 'Take in this profile' : 'The profile has faults';
}

function Checked({ fileName, check, onAgain }: ReadFile & { readonly onAgain: () => void }) {
  if (check.outcome === 'faults') {
    return (
      <>
        <p className="govuk-body">
          {fileName} was not taken in and nothing has been changed. Mend what is listed, and choose
          the file again.
        </p>
        <Faults faults={check.faults} />
        <Button onClick={onAgain}>Choose a file again</Button>
      </>
    );
  }
  const { profile, unread } = check;
  return (
    <>
      <p className="govuk-body">
        {profile.label}, {profile.source.label}. No fault was found in {fileName}.
      </p>
      <ProfileSummary profile={profile} />
      {unread.length > 0 && (
        <Details summary={`Fields that Footprint does not use: ${unread.length}`}>
          <p className="govuk-body">
            They are kept. If one should have an effect, check its spelling.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {unread.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <TakeInForm profile={profile} onAgain={onAgain} />
    </>
  );
}

const columns: readonly Column<Fault>[] = [
  {
    key: 'path',
    header: 'Where',
    rowHeader: true,
    render: ({ path }) => (path === '' ? 'The file' : <code>{path}</code>),
  },
  { key: 'expected', header: 'What was expected', render: ({ expected }) => expected },
  { key: 'found', header: 'What was found', render: ({ found }) => found },
];

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <DataTable
      caption={faults.length === 1 ? '1 fault' : `${faults.length} faults`}
      columns={columns}
      rows={faults}
      rowKey={({ path }) => path}
      compact
    />
  );
}
