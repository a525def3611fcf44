import { expect, it } from 'vitest';
import { checkProfile, checkProfileText } from './check-profile.ts';
import { generalProfile } from './general-profile.ts';
import { faultWords } from './profile-faults.ts';
import profilesFile from './profiles.json';
import { listProfiles } from './shipped-profiles.ts';

type Json = Record<string, unknown>;
const islington = () =>
  structuredClone(profilesFile.profiles.find(({ id }) => id === 'islington-001')) as Json;
const swindon = () =>
  structuredClone(profilesFile.profiles.find(({ id }) => id === 'swindon-000')) as Json;

/** Sets one field by its path, deep in a copy. */
function put(profile: Json, path: string, value: unknown): Json {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const inside = parts.reduce((at, part) => at[part] as Json, profile);
  if (value === undefined) delete inside[last];
  else inside[last] = value;
  return profile;
}

function faults(json: unknown): readonly string[] {
  const check = checkProfile(json);
  return check.outcome === 'valid' ? [] : check.faults.map(faultWords);
}

it('[PROF13] every profile that the app ships, and the general one, is without a fault', () => {
  for (const profile of [...listProfiles(), generalProfile])
    expect(faults(JSON.parse(JSON.stringify(profile))), profile.id).toEqual([]);
});

it('[PROF13] each kind of fault is told with its place, what was expected and what was found', () => {
  const told = (path: string, value: unknown) => faults(put(swindon(), path, value));
  expect(told('child.cohorts.2.interval', 'monthly')).toEqual([
    'child.cohorts[2].interval: expected an interval such as P7D, P14D, P1M or P12M, found "monthly"',
  ]);
  expect(told('worker.default.basis', 'weekly')).toEqual([
    'worker.default.basis: expected "rolling" or "calendarMonth", found "weekly"',
  ]);
  expect(told('worker.default.strength', 'always')).toEqual([
    'worker.default.strength: expected "must", "should", "aim", "may" or "inferred", found "always"',
  ]);
  expect(told('effectiveFrom', '2027-02-30')).toEqual([
    'effectiveFrom: expected a day that exists, written like 2027-04-01, found "2027-02-30"',
  ]);
  expect(told('recording.childRecord.workingDays', 2.5)).toEqual([
    'recording.childRecord.workingDays: expected a whole number, found 2.5',
  ]);
  expect(told('recording.childRecord.workingDays', -1)).toEqual([
    'recording.childRecord.workingDays: expected a number from 0, found -1',
  ]);
  expect(told('headings.staffNotes', undefined)).toEqual([
    'headings.staffNotes: expected text, found nothing',
  ]);
  expect(told('binding', 'perhaps')).toEqual([
    'binding: expected true or false or "ifAdopted", found "perhaps"',
  ]);
  expect(told('child.cohorts', {})).toEqual([
    'child.cohorts: expected a list, found a group of fields',
  ]);
  expect(told('child.cohorts.0.first.within', 'soon')).toEqual([
    'child.cohorts[0].first.within: expected an interval such as P7D, P14D, P1M or P12M or hours such as PT24H, found "soon"',
  ]);
});

it('[PROF13] of a field with two shapes the one that was meant is told about', () => {
  const until = 'worker.asye.phases.0.until';
  const told = (value: unknown) => faults(put(swindon(), until, value));
  expect(told({ from: 'yesterday', add: 'P6W' })).toEqual([
    'worker.asye.phases[0].until.from: expected "startDate" or "previousPhaseEnd", found "yesterday"',
  ]);
  expect(
    told({ from: 'yesterday', add: 'soon' }),
    'both, and not that `field` is missing',
  ).toHaveLength(2);
  expect(told({ field: 'sixMonthReviewDate', default: { from: 'startDate', add: 'x' } })).toEqual([
    'worker.asye.phases[0].until.default.add: expected an interval such as P7D, P14D, P1M or P12M, found "x"',
  ]);
});

it('[PROF13] every fault of a file at once, each place once', () => {
  const json = islington();
  put(json, 'headings.caseDiscussion', '');
  put(json, 'worker.default.interval', 'P1W2D');
  put(json, 'child.mode', 'always');
  put(json, 'terms.supervisor', 7);
  put(json, 'session.depths', []);
  expect(faults(json)).toHaveLength(5);
  expect(faults({}).length).toBeGreaterThan(8);
  const [fault, ...more] = faults({ ...islington(), id: '' });
  expect([fault, more]).toEqual(['id: expected some text, found ""', []]);
});

it('[PROF13] what is no profile at all is one fault, of the whole file', () => {
  const told = (text: string) => {
    const check = checkProfileText(text);
    return check.outcome === 'faults' ? check.faults.map(faultWords) : [];
  };
  expect(told('{"id": ')).toHaveLength(1);
  expect(told('{"id": ')[0]).toMatch(/^the file: expected JSON, found /);
  expect(told('[]')[0]).toBe('the file: expected a group of fields, found an empty list');
  expect(told('null')[0]).toBe('the file: expected a group of fields, found null');
  expect(told(JSON.stringify(profilesFile))).toEqual([
    'the file: expected one profile: save each in a file of its own, found a list of 5',
  ]);
  expect(told(`\ufeff${JSON.stringify(islington())}`)).toEqual([]);
});

it('[PROF14] a calendar month is counted in months', () => {
  expect(faults(put(islington(), 'worker.default.interval', 'P28D'))).toEqual([
    'worker.default.interval: expected months, such as P1M, because basis is calendarMonth, found "P28D"',
  ]);
  expect(faults(put(islington(), 'worker.default.interval', 'P2M'))).toEqual([]);
});

it('[PROF14] statuses: no code twice, an interval where they decide, a row for the time until then', () => {
  expect(faults(put(swindon(), 'child.cohorts.3.code', 'CIN'))).toEqual([
    'child.cohorts[3].code: expected a code that no status before it has, found "CIN"',
  ]);
  expect(faults(put(swindon(), 'child.cohorts', [{ code: 'CIN', label: 'CIN' }]))).toEqual([
    'child.cohorts: expected at least one status with an interval, because child.mode is byCohort, found a list of 1',
  ]);
  const json = swindon();
  const cohorts = (json.child as { cohorts: { code: string }[] }).cohorts;
  const without = cohorts.filter(({ code }) => code !== 'CWCF_NO_PERM');
  expect(faults(put(json, 'child.cohorts', without))).toEqual([
    'child.cohorts[4].requires: expected another status whose code begins with CWCF and that requires nothing, for the time until then, found a list of 2',
  ]);
});

it('[PROF14] the mode and its switch say the same', () => {
  expect(faults(put(islington(), 'everyOpenCaseEachSession', false))).toEqual([
    'everyOpenCaseEachSession: expected true, because child.mode is everyOpenCaseEachSession, found false',
  ]);
  expect(faults(put(swindon(), 'everyOpenCaseEachSession', true))).toHaveLength(1);
});

it('[PROF14] a phase ends where another follows, and nowhere else', () => {
  expect(faults(put(swindon(), 'worker.asye.phases.1.until', null))).toEqual([
    'worker.asye.phases[1].until: expected when the phase ends, found null',
  ]);
  const end = { from: 'startDate', add: 'P1Y' };
  expect(faults(put(swindon(), 'worker.asye.phases.2.until', end))).toEqual([
    'worker.asye.phases[2].until: expected null, because nothing follows the last phase, found a group of fields',
  ]);
});

it('[PROF14] a name or a start that no rule knows would be passed over in silence', () => {
  const told = (path: string, value: unknown) => faults(put(swindon(), path, value));
  expect(told('child.cohorts.5.requires', ['panelDate'])[0]).toBe(
    'child.cohorts[5].requires[0]: expected permanenceDecisionDate or permanenceApprovedBy, found "panelDate"',
  );
  expect(told('child.oversightFloor.satisfiedBy', ['formal', 'email'])).toEqual([
    'child.oversightFloor.satisfiedBy[1]: expected formal or group or oversight or kit, found "email"',
  ]);
  expect(told('worker.asye.phases.0.until', { field: 'reviewDay' })).toEqual([
    'worker.asye.phases[0].until.field: expected sixMonthReviewDate or agreedFortnightlyFrom, found "reviewDay"',
  ]);
  // Only in depth has a box for it: a brief check-in could never be finalised.
  expect(told('briefRequires', ['analysis'])).toHaveLength(1);
  // A choice is no text, and only a text is asked for.
  expect(told('briefRequires', ['riskLevel'])).toHaveLength(1);
  expect(told('briefRequires', ['childVoice'])).toEqual([]);
  expect(told('recording.childRecord.from', 'recordedDate')).toEqual([
    'recording.childRecord.from: expected sessionDate, which is what the app counts from, found "recordedDate"',
  ]);
  expect(told('child.cohorts.1.firstFull.from', 'openedAt')).toHaveLength(1);
  expect(told('child.cohorts.1.first.within', 'P1D')).toEqual([
    'child.cohorts[1].first.within: expected hours such as PT24H, found "P1D"',
  ]);
  expect(told('child.cohorts.1.firstFull.within', 'PT24H')).toEqual([
    'child.cohorts[1].firstFull.within: expected days such as P28D, found "PT24H"',
  ]);
  const leave = put(islington(), 'leaveGap.recordOn', ['noticeBoard']);
  expect(faults(leave)[0]).toMatch(/^leaveGap.recordOn\[0\]: expected childRecordEachOpenCase/);
});

it('[PROF14] no list that would leave nothing due, and no heading without words', () => {
  expect(faults(put(islington(), 'worker.requiresParts', []))).toEqual([
    'worker.requiresParts: expected at least one, or no such field, found an empty list',
  ]);
  expect(faults(put(islington(), 'headings.caseDiscussion', '  '))).toEqual([
    'headings.caseDiscussion: expected some text, found "  "',
  ]);
  expect(faults(put(islington(), 'headings.managementDecision', 'Oversight'))).toEqual([
    'headings.managementDecision: expected "Management Decision", as in informal.heading, found "Oversight"',
  ]);
});

it('[PROF2] a field that this version does not know is kept, and named', () => {
  const json = put(swindon(), 'child.cohorts.0.intervall', 'P1M');
  const check = checkProfile(json);
  if (check.outcome !== 'valid') throw new Error('it is a profile');
  expect(check.profile).toEqual(json);
  expect(check.unread).toContain('child.cohorts[0].intervall');
  expect(check.unread).not.toContain('child.cohorts[0].interval');
  const general = checkProfile(generalProfile);
  expect(general.outcome === 'valid' && general.unread).toEqual([]);
  const phases = put(swindon(), 'worker.asye.phases.0.until.oops', 1);
  const deep = checkProfile(phases);
  expect(deep.outcome === 'valid' && deep.unread).toContain('worker.asye.phases[0].until.oops');
});
