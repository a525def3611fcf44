import { expect, it } from 'vitest';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { childRecordText } from '#exchange/text/child-record-text.ts';
import { aFinaliseQuestion, readyBrief } from '../../test/builders.ts';

const decision = { id: 'x', text: 'Step down', rationale: 'Met', significance: 'significant' };

function textWith(over: object): string {
  const part = readyBrief({ decisions: [{ ...decision, ...over }] });
  const built = buildChildRecord(aFinaliseQuestion({ part }));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return childRecordText(built.record, []);
}

it('a decision that changes the direction of the work says so in the child’s text', () => {
  expect(textWith({ changesDirection: true })).toContain(
    '- Step down (significant) (changes the direction of the work)\n  Reasons: Met',
  );
  expect(textWith({})).toContain('- Step down (significant)\n  Reasons: Met');
});
