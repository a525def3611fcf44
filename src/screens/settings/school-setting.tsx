import { useForm } from 'react-hook-form';
import { workSettings } from '#domain/records/settings.ts';
import { schoolSupervision } from '#domain/supervision/school-supervision.ts';
import { changeSettings, myName, profileOf, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Where the work is done, asked only under a policy that has a rule for schools. */
export function SchoolSetting() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const profile = profileOf(workspace);
  const { workSetting, designatedOfficer } = settingsOf(workspace);
  const { register, handleSubmit, watch } = useForm({
    defaultValues: { workSetting, designatedOfficer },
  });
  if (!profile.schools) return null;
  const submit = handleSubmit(async (values) => {
    await changeSettings(workspace, values);
    announce('Settings saved');
  });
  const asked = schoolSupervision({
    profile,
    workSetting: watch('workSetting'),
    officer: watch('designatedOfficer'),
    supervisor: myName(workspace),
  });
  return (
    <section>
      <h2 className="govuk-heading-m">Where you work</h2>
      <Form id="school" onSubmit={(event) => void submit(event)}>
        <SelectField label="Setting" options={workSettings} {...register('workSetting')} />
        {asked && (
          <>
            <InsetText>{asked.rule}</InsetText>
            <TextField
              label="Senior designated officer for child protection"
              width="20"
              {...register('designatedOfficer')}
            />
          </>
        )}
        <Button type="submit" variant="secondary">
          Save where you work
        </Button>
      </Form>
    </section>
  );
}
