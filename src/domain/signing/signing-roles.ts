/** As what a person signs. A code on the row; what is signed has it too. */
export type SigningRole =
  | 'supervisor'
  | 'practitioner'
  | 'facilitator'
  | 'decisionMaker'
  | 'author'
  | 'observer'
  | 'auditor';

const words: Readonly<Record<SigningRole, string>> = {
  supervisor: 'supervisor',
  practitioner: 'practitioner',
  facilitator: 'facilitator of the group',
  decisionMaker: 'maker of the decision',
  author: 'author',
  observer: 'observer',
  auditor: 'auditor',
};

/** One that this version does not know is told as it is written. */
export const roleWords = (role: string): string =>
  Object.hasOwn(words, role) ? words[role as SigningRole] : role; // one of its keys

/** What a finished text is, as far as signing it goes. */
export type SignedKind =
  | 'session'
  | 'group'
  | 'entry'
  | 'amendment'
  | 'observation'
  | 'supervisionObservation'
  | 'monitoring'
  | 'ownMonitoring'
  | 'agreement'
  | 'other';

interface Rule {
  /** As what it is signed, the first that fits. */
  readonly signs: readonly SigningRole[];
  /** Parts in which whoever signs may not stand too: what they sign is said of these, or was asked of two. */
  readonly apart: readonly SigningRole[];
  readonly why: string;
}

const twoSides = 'nobody signs as both the supervisor and the person supervised';

const alone = (role: SigningRole): Rule => ({ signs: [role], apart: [], why: '' });

/** SIGN10: nobody approves their own. */
const rules: Readonly<Record<SignedKind, Rule>> = {
  /** The practitioner agrees to it in an answer of her own (ANSWER1). */
  session: { signs: ['supervisor'], apart: ['practitioner'], why: twoSides },
  agreement: {
    signs: ['supervisor', 'practitioner'],
    apart: ['supervisor', 'practitioner'],
    why: twoSides,
  },
  group: alone('facilitator'),
  /** A midway check is somebody else’s, noted by whoever supervises: it has an author and no maker. */
  entry: { signs: ['decisionMaker', 'author'], apart: [], why: '' },
  amendment: alone('author'),
  other: alone('author'),
  observation: {
    signs: ['observer'],
    apart: ['practitioner'],
    why: 'whoever was observed does not sign as the observer',
  },
  supervisionObservation: {
    signs: ['observer'],
    apart: ['supervisor', 'practitioner'],
    why: 'whoever was observed does not sign as the observer',
  },
  monitoring: {
    signs: ['auditor'],
    apart: ['supervisor'],
    why: 'a supervisor does not sign the audit of their own supervision',
  },
  /** The supervisor monitors supervision with the form (000:266): who filled it in, and no auditor. */
  ownMonitoring: alone('author'),
};

/** Who stands in a record in which part, by reference; the signatures that stand under it already. */
export interface RecordToSign {
  readonly kind: SignedKind;
  readonly parties: { readonly [Role in SigningRole]?: readonly string[] };
  readonly signed?: readonly { readonly role: string; readonly signerRef: string }[];
}

export type MaySign =
  | { readonly outcome: 'may' }
  | { readonly outcome: 'mayNot'; readonly why: string };

/** SIGN10: whether this person, by all references they are known by, may sign the record in this role. */
export function maySign(
  person: readonly string[],
  role: SigningRole,
  { kind, parties, signed = [] }: RecordToSign,
): MaySign {
  const { signs, apart, why } = rules[kind];
  const isParty = (of: SigningRole) => (parties[of] ?? []).some((ref) => person.includes(ref));
  if (!signs.includes(role)) return no(`it is not signed by the ${roleWords(role)}`);
  if (!isParty(role)) return no(`only the ${roleWords(role)} signs it`);
  if (apart.some((other) => other !== role && isParty(other))) return no(why);
  const other = signed.find((each) => each.role !== role && person.includes(each.signerRef));
  return other ? no(`signed already by the same person as ${roleWords(other.role)}`) : yes;
}

/** The role in which this person may sign, and otherwise why not. */
export function roleToSign(
  person: readonly string[],
  record: RecordToSign,
):
  | { readonly outcome: 'may'; readonly role: SigningRole }
  | Extract<MaySign, { outcome: 'mayNot' }> {
  const { signs } = rules[record.kind];
  const stands = (role: SigningRole) =>
    (record.parties[role] ?? []).some((ref) => person.includes(ref));
  const role = signs.find(stands) ?? signs[0];
  if (!role) return no('it is not signed');
  const answer = maySign(person, role, record);
  return answer.outcome === 'may' ? { outcome: 'may', role } : answer;
}

const yes = { outcome: 'may' } as const;
const no = (why: string) => ({ outcome: 'mayNot', why }) as const;
