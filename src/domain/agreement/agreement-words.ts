/**
 * The words an agreement is filled in with (AGREE12): what a policy says, in its terms and with its line,
 * and beside it or in its place sentences of our own, marked as ours on screen. Nobody is bound by a
 * policy's words that its policy does not have.
 */
export type WordedField =
  | 'purpose'
  | 'cancellationRule'
  | 'agendaSetting'
  | 'preparation'
  | 'recordingAndAccess'
  | 'entitlement';

export interface FieldWords {
  readonly policy?: { readonly text: string; readonly clause: string };
  /** Our own sentence, after the policy's. */
  readonly own?: string;
}

const exceptional =
  'A session is cancelled only for an exceptional reason. The reason is recorded, and a new date is agreed at the same time or within 5 working days of coming back.';
const newDate =
  'The reason is recorded, and a new date is agreed at the same time or within 5 working days of coming back.';
const whoMayRead =
  'Supervision notes stay on the supervision file. Managers and inspectors may read it.';
const route =
  'Where supervision does not happen, the practitioner says so to the supervisor, and then to the supervisor’s line manager.';

/** Where a policy is silent. */
export const ownWords: Readonly<Record<WordedField, string>> = {
  purpose:
    'Supervision supports the practitioner, makes decisions about children accountable, and gives time to reflect on the work and to learn from it.',
  cancellationRule: exceptional,
  agendaSetting:
    'Both bring what they want to talk about. The agenda is agreed at the beginning of the session.',
  preparation:
    'Both read the notes of last time. The practitioner says which cases need an in-depth discussion. The supervisor looks at visits, reviews and plans beforehand.',
  recordingAndAccess: `The supervisor records each session within 5 working days. What is about a child goes on the child’s record. ${whoMayRead}`,
  entitlement: `The practitioner is entitled to supervision as often as is agreed here. ${route}`,
};

/** By the id of the profile. A council's own profile is worded here too, once it has one. */
export const policyWords: Readonly<
  Record<string, Readonly<Partial<Record<WordedField, FieldWords>>>>
> = {
  'swindon-000': {
    purpose: {
      policy: {
        text: 'Supervision is for the best outcomes for children, and supports and motivates staff in demanding work. It is a space to think about complex situations, with high support and high challenge.',
        clause: '000:9,45-50',
      },
    },
    cancellationRule: {
      policy: {
        text: 'Supervision is planned well in advance, and only changed in exceptional circumstances.',
        clause: '000:209',
      },
      own: newDate,
    },
    agendaSetting: {
      policy: {
        text: 'Both contribute to the agenda. It is agreed and put in order of priority at the beginning of the meeting.',
        clause: '000:167,210',
      },
    },
    preparation: {
      policy: {
        text: 'Both review the notes of the previous meeting, and think about what needs to be raised.',
        clause: '000:213',
      },
    },
    recordingAndAccess: {
      policy: {
        text: 'Notes of personal supervision are recorded within five working days. Case discussions have a form of their own.',
        clause: '000:95,103-104',
      },
      own: whoMayRead,
    },
    entitlement: {
      policy: {
        text: 'Each worker is entitled to personal supervision every month by the supervising manager, and more often during the ASYE.',
        clause: '000:95-97',
      },
      own: route,
    },
  },
  'islington-001': {
    purpose: {
      policy: {
        text: 'Supervision is a safe and confidential space to review every case and to reflect on professional and personal responses to the work. Both show in it that they are accountable for the children.',
        clause: '001:21-23',
      },
    },
    cancellationRule: {
      policy: { text: 'Supervision takes place at a regular, pre-agreed time.', clause: '001:23' },
      own: exceptional,
    },
    agendaSetting: {
      policy: {
        text: 'The agenda is set at the beginning of the session, so that the cases for an in-depth discussion are agreed.',
        clause: '001:92',
      },
    },
    preparation: {
      policy: {
        text: 'The practice supervisor looks beforehand at whether children have been seen, reviews have taken place and plans are in place. The practitioner decides which cases need a more in-depth discussion.',
        clause: '001:91',
      },
      own: 'Both read the notes of last time.',
    },
    recordingAndAccess: {
      policy: {
        text: 'The practice supervisor records every case on the child’s LCS record within 5 working days, and significant decisions or urgent matters within 24 hours.',
        clause: '001:93-94',
      },
      own: whoMayRead,
    },
    entitlement: {
      policy: {
        text: 'Formal one-to-one case supervision takes place at least once every calendar month. On the ASYE or in probation it may be more frequent.',
        clause: '001:86,89',
      },
      own: route,
    },
  },
  'bracknell-003': {
    purpose: {
      policy: {
        text: 'Supervision makes decisions accountable and outcomes safer for children. The supervisor sees that the supervisee is coping, practically and emotionally, and handles the work well, and gives a forum to reflect on its content, process and progress. Agreed actions are recorded, and reviewed at the next meeting.',
        clause: '003:189-191',
      },
    },
    cancellationRule: {
      policy: {
        text: 'Sessions are regular, at set intervals, and the supervisee attends on time.',
        clause: '003:104,133',
      },
      own: exceptional,
    },
    agendaSetting: {
      policy: {
        text: 'The agenda goes through agreed action points, the children’s records, issues in the team, personal development and support, and any other business.',
        clause: '003:254-260',
      },
      own: 'Both may add to it.',
    },
    preparation: {
      policy: { text: 'The supervisee prepares for each session.', clause: '003:106' },
      own: 'Both read the record of last time. The supervisor looks at visits, reviews and plans beforehand.',
    },
    recordingAndAccess: {
      policy: {
        text: 'The supervisor records each session, both sign and date the record, and the supervisor stores it securely. It is confidential, and open to inspection and audit. Case decisions are recorded on the service user file. In the event of a review, for example a Serious Case Review, these records may be used as evidence.',
        clause: '003:144-147,218',
      },
    },
    entitlement: {
      policy: {
        text: 'The supervisee is entitled to supervision as often as is agreed here. Where it does not happen, they arrange a one-to-one meeting with the supervisor to resolve it. Where that finds no solution, they ask for a three-way meeting with the supervisor and the supervisor’s line manager, and outcomes are agreed.',
        clause: '003:162-167',
      },
    },
  },
  'mosaic-004': {
    purpose: {
      policy: {
        text: 'Supervision is a supportive relationship, and a space to find ideas together about how to make change that benefits children and families.',
        clause: '004:11,15',
      },
    },
    cancellationRule: {
      policy: {
        text: 'Supervision is planned in advance, and only cancelled for an exceptional reason.',
        clause: '004:42',
      },
      own: newDate,
    },
    agendaSetting: {
      policy: {
        text: 'The agenda is set at the beginning of the session, so that the cases for an in-depth discussion are agreed. The practitioner’s greatest worries come first; over several sessions there is space for every child.',
        clause: '004:40',
      },
    },
    recordingAndAccess: {
      policy: {
        text: 'Supervision is recorded in Mosaic as soon as possible, and no later than 5 working days after the meeting.',
        clause: '004:44',
      },
      own: whoMayRead,
    },
    entitlement: {
      policy: {
        text: 'Formal one-to-one case supervision takes place at least once every calendar month.',
        clause: '004:36',
      },
      own: route,
    },
  },
};
