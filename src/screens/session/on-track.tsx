import { useFormContext } from 'react-hook-form';
import { onTrackChoices } from '#domain/records/discussion-fields.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import type { DiscussionValues } from './discussion-values.ts';

/** Answered by one key from within the note, so that a brief check-in is a sentence and two keys. */
export function OnTrack({ index }: { readonly index: number }) {
  const announce = useAnnounce();
  const { register, formState } = useFormContext<DiscussionValues>();
  const name = `children.${index}.onTrack` as const;

  function answer(value: 'yes' | 'partly' | 'no') {
    const radio = document.querySelector<HTMLInputElement>(
      `#case input[name="${name}"][value="${value}"]`,
    );
    // Read only, while another tab writes: then the key is as shut as the radios.
    if (!radio || radio.matches(':disabled')) return;
    radio.click();
    announce(`Plan on track: ${value}`); // the caret stays in the note, so nothing else tells it
  }
  useShortcuts({
    onTrackYes: () => answer('yes'),
    onTrackPartly: () => answer('partly'),
    onTrackNo: () => answer('no'),
  });
  return (
    <RadiosField
      legend="Is the plan on track?"
      inline
      small
      options={onTrackChoices}
      error={formState.errors.children?.[index]?.onTrack?.message}
      {...register(name)}
    />
  );
}
