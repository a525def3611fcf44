import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { groupFamiliesOf } from '#storage/group/groups.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { familyColumns } from './family-columns.tsx';
import { FamilyPreparation } from './family-preparation.tsx';
import type { FamilyRow } from './family-row.ts';
import {
  bodyOf,
  type GroupAgendaValues,
  moved,
  structureOf,
  valuesOf,
  withLines,
} from './group-agenda-values.ts';
import { GroupTime } from './group-time.tsx';
import { familyLabel } from './group-words.ts';

/** The form owns the whole group while it is mounted; moving and choosing are changes of it too. */
export function GroupAgendaForm({ record }: { readonly record: OpenRecord<'groups'> }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { id } = record;
  const [group] = useState(() => asTyped(workspace, record));
  const [defaultValues] = useState(() => valuesOf(group, groupFamiliesOf(workspace, group)));
  const form = useForm<GroupAgendaValues>({ defaultValues });
  const { subscribe, control, getValues, setValue } = form;
  useWatch({ control, compute: structureOf });

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'groups', id, body: bodyOf(group, values) }),
      }),
    [subscribe, workspace, group, id],
  );
  const save = () => void workspace.queue.flushOne(id);

  const values = getValues();
  const typed = bodyOf(record.body, values);
  const families = groupFamiliesOf(workspace, typed);
  const lineOf = new Set(Object.values(values.lines).map(({ familyKey }) => familyKey));
  const arrived = families.filter(({ familyKey }) => !lineOf.has(familyKey));
  useEffect(() => {
    if (arrived.length === 0) return; // onto a list since the form was opened
    const more = withLines(
      getValues(),
      arrived.map(({ item }) => item),
    );
    setValue('lines', more.lines);
    setValue('order', more.order);
  });

  const unsaid = typed.agenda.map((item) => ({ ...item, chosen: '' as const }));
  const suggested = new Set(
    groupFamiliesOf(workspace, { ...typed, agenda: unsaid })
      .filter(({ chosen }) => chosen)
      .map(({ familyKey }) => familyKey),
  );
  const rows = values.order
    .flatMap((rowId) => {
      const key = values.lines[rowId]?.familyKey;
      const family = families.find(({ familyKey }) => familyKey === key);
      if (!family) return []; // it left the lists, or is not shown to whoever looks
      const isSuggested = suggested.has(family.familyKey);
      return [{ rowId, label: familyLabel(family.children), family, isSuggested }];
    })
    .map((row, i): FamilyRow => ({ ...row, position: i + 1 }));

  function move({ rowId, label }: FamilyRow, position: number) {
    const shown = rows.map((row) => row.rowId);
    setValue('order', moved(getValues('order'), shown, rowId, position));
    save();
    const at = Math.min(Math.max(position, 1), rows.length);
    announce(`${label}, position ${at} of ${rows.length}`);
  }

  function orderAsSuggested() {
    const place = new Map(families.map(({ familyKey }, i) => [familyKey, i]));
    const placeOf = (rowId: string) =>
      place.get(getValues(`lines.${rowId}.familyKey`)) ?? families.length;
    setValue(
      'order',
      getValues('order').toSorted((a, b) => placeOf(a) - placeOf(b)),
    );
    save();
    announce('The agenda is in the suggested order');
  }

  function choose({ rowId }: FamilyRow, chosen: 'yes' | 'no') {
    setValue(`lines.${rowId}.chosen`, chosen);
    save();
  }

  const isPlanned = record.body.status === 'planned';
  const columns = familyColumns({
    workspace,
    count: rows.length,
    isPlanned,
    onMove: move,
    onChoose: choose,
  });
  const chosen = rows.filter(({ family }) => family.chosen);
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field saves at once */}
      <div onBlur={save}>
        <Form id="group-agenda" onSubmit={(event) => event.preventDefault()}>
          <GroupTime families={rows.map(({ family }) => family)} onOrder={orderAsSuggested} />
          <div className="fp-agenda">
            <DataTable
              caption="Every family"
              columns={columns}
              rows={rows}
              rowKey={({ rowId }) => rowId}
              emptyText="No open families on the lists of the people who take part."
              compact
            />
          </div>
          <h2 className="govuk-heading-m">What is prepared</h2>
          {chosen.length === 0 && <p className="govuk-body">No family is on the agenda yet.</p>}
          {chosen.map((row) => (
            <FamilyPreparation key={row.rowId} row={row} members={typed.members} />
          ))}
        </Form>
      </div>
    </FormProvider>
  );
}
