import { expect, it } from 'vitest';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { recordsOfDiscussion } from '#domain/session/end-session.ts';
import { aDiscussion, aFinaliseQuestion, aPart, readyBrief } from '../../test/builders.ts';

const decision = { id: 'x', text: 'Step down', rationale: 'Met', significance: 'routine' };

function finalised(over: object) {
  const part = readyBrief({ decisions: [{ ...decision, ...over }] });
  const found = buildChildRecord(aFinaliseQuestion({ part }));
  if (found.outcome === 'missing') throw new Error(JSON.stringify(found.missing));
  return found;
}

it('[FIN11] ticked, the decision of the record and of the child says so', () => {
  const { record, text } = finalised({ changesDirection: true });
  expect(record.decisions[0]?.changesDirection).toBe(true);
  expect(text).toContain('"changesDirection":true');
  const part = aPart({ decisions: [{ ...decision, changesDirection: true }] });
  const { decisions } = recordsOfDiscussion(aDiscussion(), part, '2026-11-20T10:00:00Z', 'me');
  expect(decisions[0]?.changesDirection).toBe(true);
});

it('[FIN11] not ticked, the record has no word of it', () => {
  expect(finalised({}).text).not.toContain('changesDirection');
  expect(finalised({ changesDirection: false }).text).toBe(finalised({}).text);
});
