import { createHash } from 'node:crypto';
import { Directory } from '../endpoint/directory/directory.ts';

/** `[supervisor, supervisee, from?, to?]` and `[child, staff, from?, to?]`; from the start of 2026 where not said. */
type Relation = readonly [string, string, string?, (string | null)?];

export interface DirectoryInput {
  readonly staff: readonly string[];
  readonly children?: readonly string[];
  readonly supervises?: readonly Relation[];
  readonly allocations?: readonly Relation[];
  /** Whose token no longer counts. */
  readonly withoutToken?: readonly string[];
  /** Subjects of the council's sign-in, by person. */
  readonly subjects?: Readonly<Record<string, readonly string[]>>;
  readonly tokensExpireOn?: string;
  /** References that a device made, by the directory's own. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

const START = '2026-01-01';

/** What each person of a test signs in with; the directory has only its hash. */
/** The app's own address, which may read the endpoint's answers. */
export const TEST_ORIGIN = 'http://127.0.0.1:4391';

export const tokenOf = (person: string): string => `token-of-${person}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A directory of invented people, each with a token. */
export function directoryFrom(input: DirectoryInput): Directory {
  const { staff, children = [], supervises = [], allocations = [] } = input;
  return Directory.parse({
    staff: staff.map((id) => ({
      id,
      name: `Person ${id}`,
      role: 'socialWorker',
      teamId: 'T1',
      subjects: input.subjects?.[id] ?? [],
      aliases: input.aliases?.[id] ?? [],
    })),
    children: children.map((ref) => ({
      ref,
      name: `Child ${ref}`,
      dateOfBirth: '2015-05-05',
      aliases: input.aliases?.[ref] ?? [],
    })),
    supervises: supervises.map(([supervisorId, superviseeId, from = START, to = null]) => ({
      supervisorId,
      superviseeId,
      from,
      to,
    })),
    allocations: allocations.map(([childRef, staffId, from = START, to = null]) => ({
      childRef,
      staffId,
      from,
      to,
    })),
    tokens: staff
      .filter((id) => !input.withoutToken?.includes(id))
      .map((staffId) => ({
        tokenSha256: sha256(tokenOf(staffId)),
        staffId,
        expiresOn: input.tokensExpireOn ?? '2099-12-31',
      })),
  });
}
