import { useEffect, useState } from 'react';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';
import { type GroupFamily, peopleFault } from '#domain/group/group-agenda.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ConfidentialityFields } from './confidentiality-fields.tsx';
import type { GroupValues } from './group-values.ts';
import { amFacilitator, memberName } from './group-words.ts';
import { MembersFields } from './members-fields.tsx';
import { familySafeguardingText } from './safeguarding-words.ts';

interface AttendanceFormProps {
  readonly record: OpenRecord<'groups'>;
  readonly families: readonly GroupFamily[];
}

/** The form owns the whole group while it is mounted. */
export function AttendanceForm({ record, families }: AttendanceFormProps) {
  const workspace = useWorkspace();
  const { id } = record;
  const [defaultValues] = useState((): GroupValues => structuredClone(asTyped(workspace, record)));
  const form = useForm<GroupValues>({ defaultValues });
  const { register, subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const body = structuredClone(values) as GroupSession; // made from one
          workspace.draft({ collection: 'groups', id, body });
        },
      }),
    [subscribe, workspace, id],
  );
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field saves at once */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id="group" onSubmit={(event) => event.preventDefault()}>
          <p className="govuk-body">
            <Destination file="staff" /> Who was there, in which role, and what was agreed about
            confidentiality also stand on the record of each child who is discussed.
          </p>
          <TextField
            label="Name of the group"
            hint="Do not use a child’s name."
            width="20"
            {...register('name')}
          />
          <CheckboxField
            small
            label={familySafeguardingText.label}
            hint={familySafeguardingText.hint}
            {...register('familySafeguarding')}
          />
          <Roles />
          <MembersFields families={families} knowsLinks={amFacilitator(workspace, record.body)} />
          <TooFew />
          <ConfidentialityFields />
        </Form>
      </div>
    </FormProvider>
  );
}

/** Who leads and who types. The one who leads is named whether or not they are on the list of members. */
function Roles() {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<GroupValues>();
  const { me } = settingsOf(workspace);
  const [members, facilitatorRef] = useWatch({ control, name: ['members', 'facilitatorRef'] });
  const staffRefs = new Set([
    me,
    facilitatorRef,
    ...practitioners(workspace).map(({ ref }) => ref),
  ]);
  return (
    <>
      <SelectField
        label="Facilitator"
        hint="Only the facilitator can finalise the records."
        options={[...staffRefs].map((value) => ({ value, label: staffName(workspace, value) }))}
        {...register('facilitatorRef')}
      />
      <SelectField
        label="Note-taker"
        hint="Types in the session. A note-taker who is not the facilitator cannot finalise."
        options={[
          { value: '', label: 'The facilitator' },
          ...members.map((member) => ({ value: member.id, label: memberName(workspace, member) })),
        ]}
        {...register('noteTakerId')}
      />
    </>
  );
}

/** C-19, as the people stand now. */
function TooFew() {
  const { control } = useFormContext<GroupValues>();
  const group = useWatch({ control }) as GroupSession; // made from one, as it is typed now
  const fault = peopleFault(group);
  return fault === undefined ? null : <InsetText>{fault}.</InsetText>;
}
