import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import {
  type AgendaDepth,
  agreedNow,
  inOrderOf,
  moveTo,
  withDepths,
  withThoseWhoLeft,
} from '#domain/agenda/agenda.ts';
import { refsInOrder } from '#domain/agenda/agenda-suggested.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { AgendaItem } from '#domain/records/session.ts';
import { agendaNow, agendaRows } from '#storage/agenda/agenda.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { PreparationRecord } from '#storage/preparation/preparation-reads.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Destination } from '#ui/destination.tsx';
import { fieldId } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useAgendaColumns } from './agenda-columns.tsx';
import { type AgendaValues, agendaTyped, bodyOf, valuesOf } from './agenda-values.ts';
import { wantsLabel } from './agenda-words.ts';
import { AgreeButton } from './agree-button.tsx';
import { AgreedWords } from './agreed-words.tsx';
import { FirstItems, LastItems } from './fixed-items.tsx';
import { PlannedWords } from './planned-words.tsx';
import { PreparationState } from './preparation-state.tsx';
import { StartButtons } from './start-buttons.tsx';
import { TimePlan } from './time-plan.tsx';
import { usePlan } from './use-plan.ts';

interface AgendaFormProps {
  readonly record: OpenRecord<'sessions'>;
  readonly preparation: PreparationRecord | undefined;
  readonly who: string;
  readonly onStarting: (starting: boolean) => void;
}

/** The form owns the whole session while it is mounted; moving and agreeing are changes of it too. */
export function AgendaForm({ record, preparation, who, onStarting }: AgendaFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { id } = record;
  const [session] = useState(() => asTyped(workspace, record));
  const form = useForm<AgendaValues>({ defaultValues: valuesOf(workspace, session) });
  const { subscribe, control, getValues, setValue, register } = form;
  const stored = useWatch({ control, name: 'agenda' }) as AgendaItem[]; // made from them by `valuesOf`
  const [agendaAgreedAt, agreedAgenda] = useWatch({
    control,
    name: ['agendaAgreedAt', 'agreedAgenda'],
  });
  const [minutes, coversPersonal] = useWatch({ control, name: ['minutes', 'coversPersonal'] });
  const agenda = agendaNow(workspace, { ...session, agenda: stored });
  // Planned again with each change, with the reasons as they are typed by now.
  const typed = { ...session, minutes, coversPersonal };
  const agendaPlan = usePlan({ ...typed, agenda: agendaTyped(workspace, session, getValues()) });

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const body = bodyOf(workspace, session, values);
          workspace.draft({ collection: 'sessions', id, body });
        },
      }),
    [subscribe, workspace, session, id],
  );

  const save = () => void workspace.queue.flushOne(id);

  /** The change is worked out from what is typed now, which may be newer than what is drawn. */
  function change(of: (agenda: readonly AgendaItem[]) => readonly AgendaItem[]) {
    const typed = agendaTyped(workspace, session, getValues());
    const changed = of(agendaNow(workspace, { ...session, agenda: typed }));
    setValue('agenda', withThoseWhoLeft(changed, typed));
    save();
    return changed;
  }

  function move(childRef: string, name: string, position: number) {
    const changed = change((now) => moveTo(now, childRef, position));
    const at = changed.findIndex((item) => item.childRef === childRef) + 1;
    announce(`${name}, position ${at} of ${changed.length}`);
  }

  const choose = (childRef: string, depth: AgendaDepth) =>
    change((now) => now.map((item) => (item.childRef === childRef ? { ...item, depth } : item)));

  function takeSuggestedDepths() {
    const depthOf = (ref: string) => agendaPlan?.cases.get(ref)?.planned.depth ?? '';
    change((now) => withDepths(now, depthOf));
    announce('Each case without a depth has the suggested one');
  }

  function orderAsSuggested() {
    if (agendaPlan) change((now) => inOrderOf(now, refsInOrder(agendaPlan.plan)));
    announce('The agenda is in the suggested order');
  }

  function extend(minutes: number) {
    setValue('minutes', String(minutes));
    save();
  }

  function agree() {
    const agreed = agreedNow(agenda, workspace.now);
    setValue('agreedAgenda', agreed.agreedAgenda);
    setValue('agendaAgreedAt', agreed.agendaAgreedAt);
    save();
  }

  const columns = useAgendaColumns({
    session,
    agenda,
    who,
    isShared: preparation !== undefined,
    agendaPlan,
    onMove: ({ item, child }, to) => move(item.childRef, childLabel(child), to),
    onChoose: choose,
    onLeave: save,
  });
  const rows = agendaRows(workspace, agenda, preparation?.body);

  function toBrief(childRef: string) {
    choose(childRef, 'brief');
    // A reason is asked for there; nothing waits for it.
    const rowId = rows.find(({ item }) => item.childRef === childRef)?.rowId;
    document.getElementById(fieldId('agenda', `reasons.${rowId}`))?.focus();
  }

  const agreed = { agendaAgreedAt, agreedAgenda: agreedAgenda as typeof session.agreedAgenda };
  return (
    <FormProvider {...form}>
      <Form id="agenda" onSubmit={(event) => event.preventDefault()}>
        <PlannedWords session={session} agenda={agenda} />
        <AgreedWords
          agreed={agreed}
          agenda={agenda}
          notYet="Agree it now, or in the session before the first child."
        />
        <StartButtons session={session} onStarting={onStarting}>
          <AgreeButton agreed={agreed} agenda={agenda} onAgree={agree} />
        </StartButtons>
        <div className="fp-columns">
          <div>
            <PreparationState preparation={preparation} who={who} />
            <p className="govuk-hint">
              The agenda belongs to both: its order, depths and reasons, and what you want to talk
              about, go to {who} with the next file you make.
            </p>
          </div>
          <TextAreaField
            label={wantsLabel}
            hint={<Destination file="working" />}
            rows={2}
            grow
            {...register('supervisorWants', { onBlur: save })}
          />
        </div>
        {agendaPlan ? (
          <TimePlan
            agendaPlan={agendaPlan}
            superviseeRef={session.superviseeRef}
            onLeave={save}
            onUseDepths={takeSuggestedDepths}
            onOrder={orderAsSuggested}
            onExtend={extend}
            onBrief={toBrief}
          />
        ) : (
          <p className="govuk-body">
            Order, depth and reasons: <Destination file="working" />
          </p>
        )}
        <FirstItems />
        <div className="fp-agenda">
          <DataTable
            caption="Every open case"
            columns={columns}
            rows={rows}
            rowKey={({ rowId }) => rowId}
            emptyText="No open cases on this practitioner’s list."
            compact
          />
        </div>
        <LastItems />
      </Form>
    </FormProvider>
  );
}
