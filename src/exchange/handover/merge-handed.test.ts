import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exchanged } from '#domain/records/handover.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { valueAt, withValueAt } from '#domain/versions/record-paths.ts';
import { withReceived, withSent } from '#storage/handover/exchanged.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { baseFor } from './merge-base.ts';
import { mergeHanded, turned } from './merge-handed.ts';

/** Two devices and one record, with nothing but the merge: what it keeps in any order of events. */
interface Body {
  readonly a: string;
  readonly b: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly clashes?: readonly Clash[];
}
const empty: Body = { a: '', b: '', items: [{ id: 'i.1', text: '' }] };

interface File {
  readonly serial: number;
  readonly text: string;
  readonly basedOn: string;
}

class Device {
  body: Body = empty;
  met = Exchanged.parse({ id: 'r', otherRef: 'other' });
  serial = 0;
  taken = 0;

  constructor(readonly name: string) {}

  make(): File {
    const text = JSON.stringify(this.body);
    const basedOn = this.met.received.hash;
    this.met = withSent(this.met, text, text); // a text is its own hash here
    this.serial += 1;
    return { serial: this.serial, text, basedOn };
  }

  /** Clashes that are new, or undefined for a file that is older than one taken in. */
  take({ serial, text, basedOn }: File): readonly Clash[] | undefined {
    if (serial <= this.taken) return undefined;
    this.taken = serial;
    const theirs = turned(JSON.parse(text) as Body);
    const device = 'the other device';
    const base = baseFor(this.met, { basedOn, device });
    const { record, clashes } = mergeHanded(base, this.body, theirs);
    const received = { hash: text, text: JSON.stringify(theirs), basedOn, device };
    this.met = withReceived(this.met, { ...received, base: JSON.stringify(base) });
    this.body = record as Body;
    return clashes;
  }
}

const pair = () => [new Device('ours'), new Device('theirs')] as const;
/** Both have the record, by a first file. */
function shared(start: Body = empty) {
  const [ours, theirs] = pair();
  ours.body = start;
  theirs.take(ours.make());
  theirs.body = JSON.parse(JSON.stringify(start)) as Body;
  return [ours, theirs] as const;
}
const type = (device: Device, change: Partial<Body>) => {
  device.body = { ...device.body, ...change };
};

describe('a record that goes to and fro', () => {
  it('[HAND7] edits of different fields are both kept, without a question', () => {
    const [ours, theirs] = shared();
    type(ours, { a: 'from us' });
    type(theirs, { b: 'from them' });
    expect(theirs.take(ours.make())).toEqual([]);
    expect(ours.take(theirs.make())).toEqual([]);
    expect([ours.body, theirs.body]).toMatchObject([
      { a: 'from us', b: 'from them' },
      { a: 'from us', b: 'from them' },
    ]);
  });

  it('[HAND7] the same field keeps both texts on both devices', () => {
    const [ours, theirs] = shared();
    type(ours, { a: 'from us' });
    type(theirs, { a: 'from them' });
    expect(theirs.take(ours.make())).toEqual([{ path: 'a', ours: 'from them', theirs: 'from us' }]);
    expect(ours.take(theirs.make())).toEqual([{ path: 'a', ours: 'from us', theirs: 'from them' }]);
    expect([ours.body.a, theirs.body.a]).toEqual(['from us', 'from them']);
  });

  it('[HAND7] a file that was lost is no question: an earlier body that they had is the base', () => {
    const [ours, theirs] = shared();
    type(theirs, { b: 'from them' });
    ours.take(theirs.make());
    type(ours, { a: 'first' });
    theirs.take(ours.make());
    type(ours, { a: 'second' });
    ours.make(); // lost
    type(theirs, { b: 'from them, more' });
    expect(ours.take(theirs.make())).toEqual([]);
    expect(ours.body).toMatchObject({ a: 'second', b: 'from them, more' });
    expect(theirs.take(ours.make())).toEqual([]);
    expect(theirs.body).toMatchObject({ a: 'second', b: 'from them, more' });
  });

  it('[HAND7] two files that crossed leave no question behind in fields that nobody disputes', () => {
    const [ours, theirs] = shared();
    type(ours, { a: 'from us' });
    type(theirs, { b: 'from them' });
    const [one, other] = [ours.make(), theirs.make()];
    theirs.take(one);
    ours.take(other);
    type(ours, { b: 'from them, and more from us' });
    type(theirs, { a: 'from us, and more from them' });
    expect(ours.take(theirs.make())).toEqual([]);
    expect(theirs.take(ours.make())).toEqual([]);
    const both = { a: 'from us, and more from them', b: 'from them, and more from us' };
    expect([ours.body, theirs.body]).toMatchObject([both, both]);
  });

  it('[HAND7] a text taken back to what it was before is not undone by a crossed file', () => {
    const [ours, theirs] = shared({ ...empty, a: 'as it was' });
    type(ours, { a: 'from us' });
    type(theirs, { b: 'from them' });
    const [one, other] = [ours.make(), theirs.make()];
    theirs.take(one);
    ours.take(other);
    type(theirs, { a: 'as it was' });
    theirs.take(ours.make());
    expect(theirs.body.a).toBe('as it was');
    expect(ours.take(theirs.make())).toEqual([]);
    expect(ours.body.a).toBe('as it was');
  });

  it('[HAND7] what they sent again and had from both of us is the base, though a file had crossed', () => {
    const [ours, theirs] = shared();
    type(ours, { b: 'from us' });
    const late = ours.make();
    type(theirs, { a: 'from them' });
    ours.take(theirs.make());
    theirs.take(late);
    ours.take(theirs.make());
    type(ours, { a: 'from them, and more from us' });
    expect(ours.take(theirs.make())).toEqual([]);
    expect(ours.body.a).toBe('from them, and more from us');
  });

  it('[HAND7] the same body sent twice is no later body', () => {
    const [ours, theirs] = shared();
    type(ours, { b: 'from us' });
    const late = ours.make();
    type(theirs, { a: 'from them' });
    ours.take(theirs.make());
    ours.take(theirs.make());
    theirs.take(late);
    type(ours, { a: 'from them, and more from us' });
    expect(ours.take(theirs.make())).toEqual([]);
    expect(ours.body).toMatchObject({ a: 'from them, and more from us', b: 'from us' });
  });

  it('[HAND7] a base that is not known asks about each difference', () => {
    const [ours, theirs] = shared({ ...empty, b: 'same' });
    type(ours, { a: 'from us' });
    theirs.met = Exchanged.parse({ id: 'r', otherRef: 'other' });
    type(theirs, { a: 'from them' });
    expect(theirs.take(ours.make())?.map(({ path }) => path)).toEqual(['a']);
  });

  it('[HAND7] what another device of theirs had not seen is not taken back by its file', () => {
    const [ours, theirs] = shared();
    type(theirs, { a: 'from them' });
    ours.take(theirs.make());
    const base = baseFor(ours.met, { basedOn: '', device: 'a restored one' });
    expect(base).toEqual({});
  });
});

describe('two versions of a text', () => {
  function inDispute() {
    const [ours, theirs] = shared();
    type(ours, { a: 'from us' });
    type(theirs, { a: 'from them' });
    const [one, other] = [ours.make(), theirs.make()];
    theirs.take(one);
    ours.take(other);
    return [ours, theirs] as const;
  }

  it('[HAND8] are asked about once on each device, each with its own first', () => {
    const [ours, theirs] = inDispute();
    expect(theirs.take(ours.make())).toEqual([]);
    expect(ours.take(theirs.make())).toEqual([]);
    expect(clashesOf(ours.body)).toEqual([{ path: 'a', ours: 'from us', theirs: 'from them' }]);
    expect(clashesOf(theirs.body)).toEqual([{ path: 'a', ours: 'from them', theirs: 'from us' }]);
    expect([ours.body.a, theirs.body.a]).toEqual(['from us', 'from them']);
  });

  it.each(['from us', 'from them', 'from us\n\nfrom them'])(
    '[HAND8] settled on one device as %j they are settled on the other',
    (a) => {
      const [ours, theirs] = inDispute();
      type(ours, { a, clashes: [] });
      expect(theirs.take(ours.make())).toEqual([]);
      expect(theirs.body).toMatchObject({ a, clashes: [] });
      expect(ours.take(theirs.make())).toEqual([]);
      expect(ours.body).toMatchObject({ a, clashes: [] });
    },
  );

  it('[HAND8] settled here they are not asked again by a file from where they are not', () => {
    const [ours, theirs] = inDispute();
    type(ours, { a: 'from us', clashes: [] });
    expect(ours.take(theirs.make())).toEqual([]);
    expect(ours.body).toMatchObject({ a: 'from us', clashes: [] });
  });

  it('[HAND8] settled by both in two ways they are asked again, and none is put over the other', () => {
    const [ours, theirs] = inDispute();
    type(ours, { clashes: [] }); // each keeps its own
    type(theirs, { clashes: [] });
    expect(ours.take(theirs.make())).toEqual([{ path: 'a', ours: 'from us', theirs: 'from them' }]);
    expect(ours.body.a).toBe('from us');
  });

  it('[HAND8] typing over one of them keeps the question and the other text', () => {
    const [ours, theirs] = inDispute();
    type(ours, { a: 'from us, longer' });
    theirs.take(ours.make());
    expect(theirs.body.a).toBe('from us, longer');
    expect(clashesOf(theirs.body)).toEqual([{ path: 'a', ours: 'from them', theirs: 'from us' }]);
  });

  it('[HAND8] in an item whose id has full stops change places like any other', () => {
    const body = { ...empty, items: [{ id: 'i.1', text: 'mine' }] };
    const clash = { path: 'items.i.1.text', ours: 'mine', theirs: 'yours' };
    expect(turned({ ...body, clashes: [clash] })).toEqual({
      ...body,
      items: [{ id: 'i.1', text: 'yours' }],
      clashes: [{ path: 'items.i.1.text', ours: 'yours', theirs: 'mine' }],
    });
  });
});

const who = fc.constantFrom(0 as const, 1 as const);
const field = fc.constantFrom('a', 'b', 'items.i.1.text', 'new item');
const choice = fc.constantFrom('ours' as const, 'theirs' as const, 'both' as const);
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ did: fc.constant('type' as const), who, field }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('make' as const), who }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('take' as const), who, at: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('carry' as const), who }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('settle' as const), who, choice }) },
);
const events = fc.array(event, { minLength: 10, maxLength: 40, size: 'max' });
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** Two people typing, settling, and passing files that are late, out of order or lost. */
class History {
  readonly devices = shared();
  /** Texts that nobody has typed over or chosen against, seeing them. */
  readonly standing = new Set<string>();
  readonly #underway: readonly [File[], File[]] = [[], []];
  #count = 0;

  happens(event: Event): void {
    const [device, other] = [this.devices[event.who], this.devices[event.who === 0 ? 1 : 0]];
    if (event.did === 'type') this.#type(device, event.field);
    if (event.did === 'carry') other.take(device.make());
    if (event.did === 'make') this.#underway[event.who].push(device.make());
    if (event.did === 'take') {
      const files = this.#underway[event.who === 0 ? 1 : 0];
      const [file] = files.splice(event.at % Math.max(1, files.length), 1);
      if (file) device.take(file);
    }
    if (event.did === 'settle') this.#settle(device, event.choice);
  }

  #type(device: Device, path: string): void {
    this.#count += 1;
    const token = `<${this.#count}>`;
    this.standing.add(token);
    if (path === 'new item') {
      type(device, { items: [...device.body.items, { id: `n${token}`, text: token }] });
      return;
    }
    this.#replaced(valueAt(device.body, path));
    device.body = withValueAt(device.body, path, token);
  }

  #settle(device: Device, choice: 'ours' | 'theirs' | 'both'): void {
    const [clash, ...clashes] = clashesOf(device.body);
    if (!clash) return;
    const now = valueAt(device.body, clash.path);
    const both = `${clash.ours} ${clash.theirs}`;
    const value = { ours: now, theirs: clash.theirs, both }[choice];
    this.#replaced(`${now} ${both}`, value);
    device.body = withValueAt(device.body, clash.path, value);
    type(device, { clashes });
  }

  #replaced(text: unknown, by: unknown = ''): void {
    const kept = tokensIn(by);
    for (const token of tokensIn(text)) if (!kept.includes(token)) this.standing.delete(token);
  }
}

/** Lists in one order: each side has its own first. */
const sorted = ({ a, b, items }: Body) => ({
  a,
  b,
  items: items.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
});

const tokensIn = (text: unknown): readonly string[] => String(text).match(/<\d+>/g) ?? [];

describe('any history', () => {
  it('[HAND7, HAND8] no text is lost that nobody typed over or chose against', () => {
    fc.assert(
      fc.property(events, (all) => {
        const history = new History();
        for (const each of all) history.happens(each);
        const [ours, theirs] = history.devices;
        theirs.take(ours.make());
        ours.take(theirs.make());
        theirs.take(ours.make());
        for (const token of history.standing) {
          expect(JSON.stringify(ours.body)).toContain(token);
          expect(JSON.stringify(theirs.body)).toContain(token);
        }
        // Two devices that ask nothing have the same record: none goes its own way in silence.
        const asked = [ours, theirs].flatMap(({ body }) => clashesOf(body));
        if (asked.length === 0) expect(sorted(theirs.body)).toEqual(sorted(ours.body));
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);
});
