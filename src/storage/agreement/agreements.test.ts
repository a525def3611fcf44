import { describe, expect, it } from 'vitest';
import { changeStaff, settingsOf } from '#storage/settings.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import {
  begunAgreement,
  carry,
  currentId,
  everythingFilled,
  priyasDevice,
  signedAgreement,
  writeAgreement,
  writeResponse,
} from '../../../test/agreement-workspaces.ts';
import { day } from '../../../test/due-builders.ts';
import { openAgain, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { agreedIntervalOf } from './agreed-interval.ts';
import { agreementInForce, ownAgreementResponse } from './agreement-in-force.ts';
import { agreementState, agreementWith, mySide } from './agreement-reads.ts';
import {
  beginAgreement,
  beginAgreementResponse,
  beginReview,
  openReview,
  reviewAgreement,
} from './agreements.ts';
import { signAsPractitioner, signAsSupervisor } from './sign-agreement.ts';

const body = (workspace: Workspace, id: string) => {
  const held = workspace.set.find('agreements', id)?.body;
  if (!held) throw new Error(`no agreement ${id}`);
  return held;
};

describe('beginning', () => {
  it('fills in the words of the policy and what is known of both', async () => {
    const { sam, priya, id } = await begunAgreement('bracknell-003');
    expect(body(sam, id)).toMatchObject({
      superviseeRef: priya,
      supervisorRef: settingsOf(sam).me,
      supervisorRole: 'Practice supervisor',
      stage: 'default',
      frequency: 'At least every 4 weeks',
      durationMinutes: '60',
      purpose: expect.stringContaining('outcomes safer'),
      profileId: 'bracknell-003',
      statements: [],
      supervisorSignedAt: '',
    });
    expect(agreementState(sam, priya)).toEqual({ status: 'draft' });
  });

  it('takes the stage and its dates as a person would type them', async () => {
    const { sam, priya, id } = await begunAgreement('swindon-000');
    await sam.change((set) => {
      const record = set.find('agreements', id);
      return record ? [updated(record, { ...record.body, replacedById: 'gone' })] : [];
    });
    await changeStaff(sam, priya, { stage: 'asye', startedOn: '2026-09-07', role: 'ASYE' });
    const next = await beginAgreement(sam, priya);
    expect(body(sam, next)).toMatchObject({
      stage: 'asye',
      stageStartDate: '7 September 2026',
      superviseeRole: 'ASYE',
      frequency: expect.stringContaining('Every week for the first 6 weeks'),
    });
  });

  it('a second time begins none', async () => {
    const { sam, priya, id } = await begunAgreement();
    expect(await beginAgreement(sam, priya)).toBe(id);
    expect(sam.set.all('agreements').size).toBe(1);
  });

  it('each writes only their own part', async () => {
    const { sam, priya, id } = await begunAgreement();
    await expect(beginAgreementResponse(sam, id)).rejects.toThrow('practitioner');
    const own = await priyasDevice(sam, priya);
    await expect(beginAgreement(own, priya)).rejects.toThrow('supervisor');
    await carry(sam, own);
    expect(mySide(own, priya)).toBe('practitioner');
    expect(agreementWith(own, priya)?.id).toBe(id);
    expect(agreementWith(own, settingsOf(own).me)?.id).toBe(id);
    await beginAgreementResponse(own, id);
    await beginAgreementResponse(own, id);
    expect(own.set.all('responses').size).toBe(1);
    await expect(beginReview(own, id)).rejects.toThrow('supervisor');
  });

  it('an agreement with another supervisor is not this one', async () => {
    const { sam, priya, id } = await begunAgreement();
    await sam.change((set) => {
      const record = set.find('agreements', id);
      return record ? [updated(record, { ...record.body, supervisorRef: 'S9' as never })] : [];
    });
    expect(agreementWith(sam, priya)).toBeUndefined();
    expect(agreementState(sam, priya)).toEqual({ status: 'none' });
  });
});

describe('signing', () => {
  it('waits for what is missing, and writes nothing', async () => {
    const { sam, id } = await begunAgreement();
    const signed = await signAsSupervisor(sam, id);
    expect(signed).toMatchObject({ outcome: 'missing' });
    expect('missing' in signed && signed.missing.map(({ path }) => path)).toEqual([
      'organisation',
      'superviseeRole',
      'commencementDate',
      'location',
      'privacyOk',
      'disputeThirdPerson',
      'statements',
    ]);
    expect(body(sam, id).supervisorSignedAt).toBe('');
  });

  it('stores name, moment, text and its hash, and is on disk', async () => {
    const { sam, priya, id } = await begunAgreement();
    await writeAgreement(sam, id, everythingFilled);
    expect(await signAsSupervisor(sam, id)).toEqual({ outcome: 'signed' });
    const signed = body(await openAgain(sam), id);
    expect(signed).toMatchObject({
      supervisorSignedBy: 'Sam Lee',
      supervisorSignedAt: '2026-11-20T10:00:00.000Z',
      supervisorSignedHash: await sha256(signed.supervisorSignedText),
    });
    expect(JSON.parse(signed.supervisorSignedText)).toMatchObject({ id, location: 'Room 4' });
    expect(agreementState(sam, priya)).toEqual({ status: 'signedByOne', who: 'supervisor' });
  });

  it('takes what was typed a moment ago with it', async () => {
    const { sam, id } = await begunAgreement();
    const typed = { ...body(sam, id), ...everythingFilled, location: 'Room 5' };
    sam.draft({ collection: 'agreements', id, body: typed });
    expect(await signAsSupervisor(sam, id)).toEqual({ outcome: 'signed' });
    expect(JSON.parse(body(sam, id).supervisorSignedText).location).toBe('Room 5');
  });

  it('twice is once: the first moment stays', async () => {
    const ports = testPorts();
    const { sam, id } = await begunAgreement(undefined, ports);
    await writeAgreement(sam, id, everythingFilled);
    await signAsSupervisor(sam, id);
    const { v } = sam.set.find('agreements', id) ?? {};
    ports.advance(60_000);
    await signAsSupervisor(sam, id);
    expect(sam.set.find('agreements', id)?.v).toBe(v);
  });

  it('both, each in their own record, and it is in force from the later day', async () => {
    const { sam, own, priya, id } = await signedAgreement();
    const inForce = {
      status: 'inForce',
      since: '2026-11-20',
      review: { dueOn: '2027-11-20', clause: '003:127,167,230' },
    };
    expect(agreementState(sam, priya)).toMatchObject(inForce);
    expect(agreementState(own, settingsOf(own).me)).toMatchObject(inForce);
    const response = ownAgreementResponse(sam, id)?.body;
    expect(response).toMatchObject({ signedBy: 'Priya Shah', statements: ['prepare'] });
    expect(response?.signedHash).toBe(body(sam, id).supervisorSignedHash);
  });

  it('nobody signs for the other', async () => {
    const { sam, own, id } = await signedAgreement();
    await expect(signAsPractitioner(sam, id)).rejects.toThrow('nobody signs for the other');
    await expect(signAsSupervisor(own, id)).rejects.toThrow('nobody signs for the other');
  });

  it('a change afterwards voids both, until each signs again', async () => {
    const { sam, own, priya, id } = await signedAgreement();
    await writeAgreement(sam, id, { location: 'Room 6' });
    expect(agreementState(sam, priya)).toEqual({ status: 'draft' });
    await signAsSupervisor(sam, id);
    await carry(sam, own);
    await signAsPractitioner(own, id);
    await carry(own, sam);
    expect(agreementState(sam, priya)).toMatchObject({ status: 'inForce' });
  });

  it('her own part may still be written: it is not in the text that both sign', async () => {
    const { sam, own, priya, id } = await signedAgreement();
    await writeResponse(own, id, { whatHelpsMe: 'Time to think' });
    await carry(own, sam);
    expect(agreementState(sam, priya)).toMatchObject({ status: 'inForce' });
  });

  it('another tab that writes meanwhile is not overwritten, and its text is what is signed', async () => {
    const { sam, id } = await begunAgreement();
    await writeAgreement(sam, id, everythingFilled);
    const other = await openAgain(sam);
    await writeAgreement(other, id, { location: 'Room 7' });
    expect(await signAsSupervisor(sam, id)).toEqual({ outcome: 'signed' });
    expect(JSON.parse(body(sam, id).supervisorSignedText).location).toBe('Room 7');
    expect(body(sam, id).location).toBe('Room 7');
  });
});

describe('two versions', () => {
  async function clashing() {
    const held = await begunAgreement();
    const { sam, id } = held;
    await writeAgreement(sam, id, everythingFilled);
    const clash = { path: 'location', ours: 'Room 4', theirs: 'Room 9' };
    await sam.change((set) => {
      const record = set.find('agreements', id);
      const withClash = { ...body(sam, id), clashes: [clash] };
      return record ? [updated(record, withClash)] : [];
    });
    return { ...held, clash };
  }

  it('hold signing up until a person has chosen', async () => {
    const { sam, priya, id, clash } = await clashing();
    expect(agreementState(sam, priya)).toEqual({ status: 'twoVersions' });
    expect(await signAsSupervisor(sam, id)).toMatchObject({
      missing: [{ of: 'agreement', path: 'twoVersions' }],
    });
    await settleClash(sam, { collection: 'agreements', id }, clash, 'theirs');
    expect(body(sam, id)).toMatchObject({ location: 'Room 9', clashes: [] });
    expect(await signAsSupervisor(sam, id)).toEqual({ outcome: 'signed' });
  });

  it('both are kept where a person wants both', async () => {
    const { sam, id, clash } = await clashing();
    await settleClash(sam, { collection: 'agreements', id }, clash, 'both');
    expect(body(sam, id).location).toBe('Room 4\n\n[The other version]\nRoom 9');
  });
});

describe('a review', () => {
  const heldOn = day('2027-11-15');
  const later = (ports: TestPorts) => ports.goTo('2027-11-18T10:00:00.000Z');

  async function reviewed(outcome: 'continue' | 'changed' | 'newAgreement') {
    const ports = testPorts();
    const held = await signedAgreement(undefined, ports);
    later(ports);
    await reviewAgreement(held.sam, held.id, { heldOn, outcome, notes: 'as it went' });
    return held;
  }

  it('is due, and going on as it is starts the year again', async () => {
    const ports = testPorts();
    const { sam, priya, id } = await signedAgreement(undefined, ports);
    later(ports);
    expect(agreementState(sam, priya)).toMatchObject({ status: 'reviewDue', on: '2027-11-20' });
    await reviewAgreement(sam, id, { heldOn, outcome: 'continue', notes: '' });
    expect(agreementState(sam, priya)).toMatchObject({
      status: 'inForce',
      since: '2026-11-20',
      review: { dueOn: '2028-11-15' },
    });
    expect(body(sam, id).replacedById).toBe('');
  });

  it('changed: a new version with the same words, unsigned; the old one stays and holds', async () => {
    const { sam, priya, id } = await reviewed('changed');
    const next = currentId(sam, priya) ?? '';
    expect(next).not.toBe(id);
    expect(body(sam, id)).toMatchObject({
      replacedById: next,
      location: 'Room 4',
      reviews: [{ heldOn: '2027-11-15', outcome: 'changed', notes: 'as it went' }],
    });
    expect(body(sam, next)).toMatchObject({
      location: 'Room 4',
      statements: ['clearRecords'],
      supervisorSignedAt: '',
      supervisorSignedText: '',
      reviews: [],
      createdAt: '2027-11-18T10:00:00.000Z',
    });
    expect(agreementState(sam, priya)).toEqual({
      status: 'draft',
      holds: { agreementId: id, since: '2026-11-20' },
    });
  });

  it('changed: what she wrote comes along, her signature does not', async () => {
    const { sam, own, priya, id } = await reviewed('changed');
    await carry(sam, own);
    const next = currentId(own, priya) ?? '';
    await beginAgreementResponse(own, next);
    expect(ownAgreementResponse(own, next)?.body).toMatchObject({
      agreementId: next,
      statements: ['prepare'],
      signedAt: '',
      signedText: '',
    });
    expect(ownAgreementResponse(own, id)?.body.signedAt).not.toBe('');
  });

  it('a new agreement is filled in afresh', async () => {
    const { sam, priya } = await reviewed('newAgreement');
    expect(body(sam, currentId(sam, priya) ?? '')).toMatchObject({ location: '', statements: [] });
  });

  it('recorded twice is one, and a replaced agreement is signed by nobody', async () => {
    const { sam, id } = await reviewed('changed');
    await reviewAgreement(sam, id, { heldOn, outcome: 'changed', notes: '' });
    expect(sam.set.all('agreements').size).toBe(2);
    await expect(signAsSupervisor(sam, id)).rejects.toThrow('cannot be signed');
  });

  it('is saved while it is typed, counts once it is recorded, and voids no signature', async () => {
    const ports = testPorts();
    const { sam, priya, id } = await signedAgreement(undefined, ports);
    later(ports);
    await beginReview(sam, id);
    await beginReview(sam, id);
    const [draft] = body(sam, id).reviews;
    expect(body(sam, id).reviews).toHaveLength(1);
    const typed = { ...draft, heldOn: '2027-11-15', outcome: 'continue' as const, notes: 'So far' };
    await writeAgreement(sam, id, { reviews: [typed as NonNullable<typeof draft>] });
    expect(agreementState(sam, priya)).toMatchObject({ review: { dueOn: '2027-11-20' } });
    await reviewAgreement(sam, id, { heldOn, outcome: 'continue', notes: 'So far' });
    expect(body(sam, id).reviews).toEqual([
      { ...typed, heldOn: '2027-11-15', by: settingsOf(sam).me },
    ]);
    expect(openReview(body(sam, id))).toBeUndefined();
    expect(agreementState(sam, priya)).toMatchObject({ review: { dueOn: '2028-11-15' } });
  });
});

describe('the interval that was agreed', () => {
  it('counts once the agreement is in force, and not before', async () => {
    const { sam, priya, id } = await begunAgreement();
    await writeAgreement(sam, id, { ...everythingFilled, agreedInterval: 'P1M' });
    expect(agreedIntervalOf(sam, priya)).toBeUndefined();
    await signAsSupervisor(sam, id);
    expect(agreedIntervalOf(sam, priya)).toBeUndefined();
    const own = await priyasDevice(sam, priya);
    await carry(sam, own);
    await beginAgreementResponse(own, id);
    await writeResponse(own, id, { statements: ['prepare'] });
    await signAsPractitioner(own, id);
    await carry(own, sam);
    expect(agreedIntervalOf(sam, priya)).toBe('P1M');
  });

  it('stays that of the version in force while the next one is written', async () => {
    const { sam, priya, id } = await signedAgreement();
    expect(agreedIntervalOf(sam, priya)).toBeUndefined(); // by the policy
    const own = await priyasDevice(sam, priya);
    await writeAgreement(sam, id, { agreedInterval: 'P2M' });
    await signAsSupervisor(sam, id);
    await carry(sam, own);
    await signAsPractitioner(own, id);
    await carry(own, sam);
    await reviewAgreement(sam, id, { heldOn: day('2026-11-20'), outcome: 'changed', notes: '' });
    await writeAgreement(sam, currentId(sam, priya) ?? '', { agreedInterval: 'P7D' });
    expect(agreedIntervalOf(sam, priya)).toBe('P2M');
  });
});

describe('the version in force', () => {
  it('is told as the state of the agreement tells it, to the letter of the text', async () => {
    const { sam, priya, id } = await signedAgreement();
    const { agreedInterval } = body(sam, id);
    expect(agreementState(sam, priya).status).toBe('inForce');
    expect(agreementInForce(sam, priya)?.id).toBe(id);
    await writeAgreement(sam, id, { agreedInterval: 'P7D' });
    expect(agreementState(sam, priya).status).toBe('draft');
    expect(agreementInForce(sam, priya)).toBeUndefined();
    await writeAgreement(sam, id, { agreedInterval });
    expect(agreementState(sam, priya).status).toBe('inForce');
    expect(agreementInForce(sam, priya)?.id).toBe(id);
  });

  it('[AGREE14] holds also where the one that follows it has not come to this device yet', async () => {
    const { sam, priya, id } = await signedAgreement();
    const held = sam.set.find('agreements', id);
    if (!held) throw new Error('it was signed above');
    await sam.change(() => [
      updated(held, { ...held.body, replacedById: 'on her device' as never }),
    ]);
    expect(agreementWith(sam, priya)).toBeUndefined();
    expect(agreementInForce(sam, priya)?.id).toBe(id);
  });
});
