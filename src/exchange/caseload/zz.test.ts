import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { today, swindon } from '../../../test/builders.ts';
import { answerRequest } from './answer-request.ts';
import { choicesIn } from './choose-workers.ts';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
it('x', async () => {
  const dir = 'test/fixtures/ssd/';
  const files = readdirSync(dir).filter((f) => f.endsWith('.csv')).map((name) => new File([readFileSync(dir + name)], name));
  const c: any = await answerRequest({ kind: 'ssd', files, options: { today } }, { progress: () => {}, pause: async () => {} });
  console.log(c.asAt, c.asAtFrom, c.children.length, c.notOpen, c.faults.length);
  console.log(JSON.stringify(c.faults.slice(0, 40), null, 0));
  const n: any = {};
  for (const ch of c.children) { const s = statusForProfile(ch.statuses, swindon); n[s?.code ?? '-'] = (n[s?.code ?? '-'] ?? 0) + 1; }
  console.log(n);
  console.log(c.children.slice(0, 3), c.children[150], c.children[300]);
  console.log(JSON.stringify(choicesIn(c), null, 1));
});
