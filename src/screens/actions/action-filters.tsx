import { type ActionFilter, ownerKey } from '#domain/actions/actions-list.ts';
import { countOf } from '#domain/count-words.ts';
import { staffName, superviseeTerm } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Form } from '#ui/form.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import type { AnyRow, Shown } from './action-rows.ts';

interface ActionFiltersProps {
  readonly rows: readonly AnyRow[];
  readonly filter: ActionFilter;
  readonly shown: Shown;
  readonly onChange: (filter: ActionFilter, shown: Shown) => void;
  /** How many are on the page now. */
  readonly found: number;
}

const whens: readonly SelectOption[] = [
  { value: '', label: 'All open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'thisWeek', label: 'Due this week' },
  { value: 'settled', label: 'Settled in the last 4 weeks' },
];

/** Chosen on the page and kept nowhere: the whole list is there again the next time. */
export function ActionFilters(props: ActionFiltersProps) {
  const { rows, filter, shown, onChange, found } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const workers = workerOptions(rows, (ref) => staffName(workspace, ref));
  const change = (over: Partial<ActionFilter>) => onChange({ ...filter, ...over }, shown);
  function chooseWhen(value: string) {
    const when = value === 'overdue' || value === 'thisWeek' ? value : '';
    onChange({ ...filter, when }, value === 'settled' ? 'settled' : 'open');
  }
  return (
    <Form
      id="action-filters"
      onSubmit={(event) => {
        event.preventDefault();
        announce(countOf(found, 'action'));
      }}
    >
      <div className="fp-actions">
        <SelectField
          name="when"
          label="Show"
          options={whens}
          value={shown === 'settled' ? 'settled' : filter.when}
          onChange={(event) => chooseWhen(event.target.value)}
        />
        {workers.length > 2 && (
          <SelectField
            name="worker"
            label={superviseeTerm(workspace)}
            options={workers}
            value={filter.worker}
            onChange={(event) => change({ worker: event.target.value })}
          />
        )}
        <SelectField
          name="owner"
          label="Owner"
          options={ownerOptions(rows)}
          value={filter.owner}
          onChange={(event) => change({ owner: event.target.value })}
        />
      </div>
    </Form>
  );
}

const byLabel = (a: SelectOption, b: SelectOption): number =>
  a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1;

function workerOptions(
  rows: readonly AnyRow[],
  nameOf: (ref: string) => string,
): readonly SelectOption[] {
  const refs = new Set(rows.map(({ worker }) => worker));
  const people = [...refs].filter((ref) => ref !== '');
  return [
    { value: '', label: 'Everyone' },
    ...people.map((value) => ({ value, label: nameOf(value) })).toSorted(byLabel),
    ...(refs.has('') ? [{ value: 'none', label: 'Nobody allocated' }] : []),
  ];
}

/** Names as they were typed: of several spellings the first one found. */
function ownerOptions(rows: readonly AnyRow[]): readonly SelectOption[] {
  const found = new Map<string, string>();
  for (const { state } of rows) {
    const key = ownerKey(state.action.owner);
    if (key !== '' && !found.has(key)) found.set(key, state.action.owner.trim());
  }
  const owners = [...found].map(([value, label]) => ({ value, label })).toSorted(byLabel);
  return [{ value: '', label: 'Anyone' }, ...owners];
}
