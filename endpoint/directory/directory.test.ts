import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { directoryFrom } from '../../test/directories.ts';
import { readDirectory } from './read-directory.ts';

const today = toCalendarDate('2026-11-20');
const good = directoryFrom({
  staff: ['sue', 'ama'],
  children: ['C1'],
  tokensExpireOn: '2027-02-18',
});
const read = (change: object) => readDirectory(JSON.stringify({ ...good, ...change }), today);
const [sue, ama] = good.staff;
const [token] = good.tokens;

it('[SRV25] the file of design section 8, with what a newer one adds', () => {
  expect(read({ later: 1 }).outcome).toBe('read');
  const { aliases: _, subjects: __, ...plain } = sue ?? {};
  expect(read({ staff: [plain, ama] })).toMatchObject({
    directory: { staff: [{ aliases: [], subjects: [] }, {}] },
  });
});

it.each([
  ['not JSON', '{'],
  ['staff', { staff: undefined }],
  ['staff.0.id', { staff: [{ ...sue, id: '' }, ama] }],
  ['same reference', { staff: [sue, sue] }],
  ['same reference', { staff: [sue, { ...ama, aliases: ['sue'] }] }],
  ['same reference', { children: [good.children[0], good.children[0]] }],
  [
    'same subject',
    {
      staff: [
        { ...sue, subjects: ['x'] },
        { ...ama, subjects: ['x'] },
      ],
    },
  ],
  [
    'supervises.0.from',
    { supervises: [{ supervisorId: 'sue', superviseeId: 'ama', from: '20 November', to: null }] },
  ],
  ['allocations.0.to', { allocations: [{ childRef: 'C1', staffId: 'ama', from: '2026-01-01' }] }],
  ['more than 90 days', { tokens: [{ ...token, expiresOn: '2027-02-19' }] }],
  ['nobody', { tokens: [{ ...token, staffId: 'gone' }] }],
  ['tokens.0.tokenSha256', { tokens: [{ ...token, tokenSha256: 'the token itself' }] }],
])(
  '[SRV25] what is wrong is said by where it is, and not by what stands there: %s',
  (why, change) => {
    const result = typeof change === 'string' ? readDirectory(change, today) : read(change);
    expect(result).toMatchObject({ outcome: 'wrong', why: expect.stringContaining(why) });
    expect(JSON.stringify(result)).not.toMatch(/Person|token itself|20 November/);
  },
);
