import { expect, it } from 'vitest';
import { collectionNames } from '#domain/collections.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import { type Canaries, textPaths, withCanaries } from './canaries.ts';

const fresh = (keep: Canaries['keep'] = () => false): Canaries => ({ keep, planted: new Map() });

it('a note has a canary in every text, in lists that were empty too, and each is another one', () => {
  const canaries = fresh((path) => path === 'notes.id');
  const note = withCanaries(canaries, 'notes', { id: 'n1', text: 'typed', absences: [] });
  expect(note.id).toBe('n1');
  expect(canaries.planted.get(note.text)).toBe('notes.text');
  expect(canaries.planted.get(note.support.notCovered)).toBe('notes.support.notCovered');
  expect(canaries.planted.get(note.absences[0]?.detail ?? '')).toBe('notes.absences[].detail');
  expect(note.absences[0]?.kind).toBe('other');
  expect(note.noAbsences).toBe(true);
  const texts = [...canaries.planted.keys()];
  expect(
    texts.filter((one) => texts.some((other) => other !== one && other.includes(one))),
  ).toEqual([]);
});

it('fields that the schema does not know stay, and so does what is kept', () => {
  const note = withCanaries(fresh(), 'notes', { newer: { text: 'kept' } });
  expect(note).toMatchObject({ newer: { text: 'kept' } });
});

it('each kind of response is filled as that kind', () => {
  const canaries = fresh((path) => path === 'responses.kind');
  const response = withCanaries(canaries, 'responses', { kind: 'record', comments: 'x' });
  expect(canaries.planted.get((response as { comments: string }).comments)).toBe(
    'responses.comments',
  );
  expect(textPaths('responses')).toEqual(
    expect.arrayContaining([
      'responses.impact[].text',
      'responses.because',
      'responses.learningStyle',
    ]),
  );
});

it.each(collectionNames)('finds text in %s, and what is filled fits the schema', (collection) => {
  expect(textPaths(collection)).not.toEqual([]);
  if (collection === 'profiles') return; // holds a policy, which is no text of a person
  expect(
    recordSchemas[collection].safeParse(withCanaries(fresh(), collection)).error,
  ).toBeUndefined();
});
