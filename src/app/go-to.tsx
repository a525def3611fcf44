import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Place, placesFor } from '#domain/keys/places.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { BY_KEY } from '#ui/by-key.ts';
import { FieldShell } from '#ui/field.tsx';
import { focusNotes } from '#ui/focus-panes.ts';
import { useAnnounce } from '#ui/status-region.tsx';
import { placesToGo } from './go-to-places.ts';

/** More than that is not read to its end: another letter is quicker. */
const SHOWN = 30;

/**
 * One list of everything there is to go to, by typing (ui.md 2.5): the combobox with a list box of the
 * ARIA patterns. The focus stays in the field, and the arrows move through the list.
 */
export function GoTo({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [path, setLocation] = useLocation();
  const [places] = useState(() => placesToGo(workspace, path));
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { dialog, giveFocusBack } = useModal();
  const found = placesFor(places, typed);
  const shown = found.slice(0, SHOWN);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [listId, at]);

  function choose(place: Place | undefined) {
    if (!place) return;
    onClose();
    if (place.said) announce(place.said);
    if (place.href !== path) setLocation(place.href, place.said ? { state: BY_KEY } : {});
    else if (place.said) giveFocusBack.current = focusNotes;
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    const to: Record<string, number> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 10),
      PageUp: Math.max(0, at - 10),
    };
    const next = to[event.key];
    if (event.key === 'Enter') choose(shown[at]);
    else if (next !== undefined) setAt(Math.max(0, next));
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      className="fp-dialog fp-go-to"
      aria-label="Go to"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <FieldShell
        name="go-to"
        label="Go to"
        labelSize="m"
        hint="A name, or what you want to do: overdue, agenda, export."
      >
        {(control) => (
          <input
            {...control}
            className="govuk-input"
            type="text"
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(shown.length > 0 ? { 'aria-activedescendant': optionId(at) } : {})}
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </FieldShell>
      <Found places={shown} at={at} listId={listId} optionId={optionId} onChoose={choose} />
      <p className="govuk-body" role="status">
        {found.length === 0 && `0 results for “${typed.trim()}”`}
        {found.length > SHOWN && 'Type more letters to see others.'}
      </p>
      <Button variant="secondary" onClick={onClose}>
        Close
      </Button>
    </dialog>
  );
}

interface FoundProps {
  readonly places: readonly Place[];
  readonly at: number;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly onChoose: (place: Place) => void;
}

function Found({ places, at, listId, optionId, onChoose }: FoundProps) {
  return (
    <div id={listId} role="listbox" aria-label="Places" className="fp-go-to__list">
      {places.map((place, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option
        <div
          key={place.id}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(place)}
        >
          {place.label} <span className="fp-go-to__what">{place.what}</span>
        </div>
      ))}
    </div>
  );
}

/** Modal for as long as it is there. What had the focus has it again, unless something else is asked for. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  const giveFocusBack = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector('input')?.focus();
    return () => {
      element?.close();
      if (giveFocusBack.current) giveFocusBack.current();
      else if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return { dialog, giveFocusBack };
}
