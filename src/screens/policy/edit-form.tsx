import { FormProvider, useForm } from 'react-hook-form';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { choosableProfiles, listProfiles } from '#domain/policies/shipped-profiles.ts';
import { heldVersions } from '#storage/policies/profiles.ts';
import { storeVersion } from '#storage/policies/store-profile.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { EditChildren } from './edit-children.tsx';
import { EditName } from './edit-name.tsx';
import { EditDeadlines, EditSession, EditSources, EditSupervision } from './edit-sections.tsx';
import { type EditBase, type EditValues, readEdit, valuesOf } from './edit-values.ts';
import { EditWords } from './edit-words.tsx';

interface EditFormProps {
  readonly base: PolicyProfile;
  readonly onBack: () => void;
}

/** Every council's own numbers and words in one form; what it does not show stays as it is. */
export function EditForm({ base, onBack }: EditFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const announce = useAnnounce();
  const editing: EditBase = {
    base,
    isInForce: base.id === profileOf(workspace).id,
    shipped: [...listProfiles(), ...choosableProfiles()].map(({ id }) => id),
    today: todayIn(workspace),
  };
  const form = useForm<EditValues>({
    defaultValues: valuesOf(editing, heldVersions(workspace)),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { handleSubmit, setError, formState } = form;

  const submit = handleSubmit(async (values) => {
    const read = readEdit(editing, values);
    if (read.outcome === 'faults') {
      for (const { path, message } of read.faults)
        setError(path as keyof EditValues, { type: 'policy', message }); // a path of this form
      return;
    }
    const { outcome } = await storeVersion(workspace, read.version);
    if (outcome !== 'stored') {
      setError('version', { type: outcome, message: takenWords[outcome] });
      return;
    }
    announce(`Saved. In force from ${formatDate(read.version.effectiveFrom)}`);
    goTo('/policy');
  });

  return (
    <Page
      title="Change the policy"
      width="text"
      back={<BackLink onClick={onBack}>Choose another to start from</BackLink>}
      above={<ErrorSummary {...useFormErrors('policy', formState)} />}
      focusKey="edit"
    >
      <FormProvider {...form}>
        <Form id="policy" onSubmit={(event) => void submit(event)}>
          <EditName isInForce={editing.isInForce} />
          <EditSupervision />
          <EditChildren />
          <EditDeadlines />
          <EditSession />
          <EditWords />
          <EditSources />
          <ButtonGroup>
            <Button type="submit" disabled={formState.isSubmitting}>
              Save as a new version
            </Button>
            <Link href="/policy">Cancel</Link>
          </ButtonGroup>
        </Form>
      </FormProvider>
    </Page>
  );
}

const takenWords = {
  numberTaken: 'There is another version with this number. Enter a number that is not used yet',
  alreadyThere: 'This version is in force from that day already',
} as const;
