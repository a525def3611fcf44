/** The policies under which every form is filled: the two whose forms differ most. */

/** What differs between two policies in these forms. */
export interface PolicyForms {
  /** As it is offered when Footprint is started. */
  readonly policy: string;
  readonly status: string;
  readonly agreement: string;
  /** From when an agreement counts: some policies ask for both signatures. */
  readonly counts: 'bothSigned' | 'oneSigned';
  /** What the four aspects and support are called. */
  readonly aspects: readonly [string, string, string, string, string];
  /** Where the policy has Part A, Part B and the decision record as forms of its own. */
  readonly hasPartAAndB: boolean;
  /** One line on the child's experience, of a brief check-in too. */
  readonly briefAsksExperience: boolean;
}

/** Typed once, in the settings: every form that asks for it begins with it. */
export const organisation = 'Exampleshire Council';

export const bracknell: PolicyForms = {
  policy: 'Bracknell Forest',
  status: 'Child in Need',
  agreement: 'Supervision Contract',
  counts: 'bothSigned',
  aspects: [
    'Performance and managerial',
    'Work and case discussion',
    'Professional development',
    'Relationships',
    'Personal support',
  ],
  hasPartAAndB: true,
  briefAsksExperience: false,
};

export const swindon: PolicyForms = {
  policy: 'Swindon',
  status: 'CIN',
  agreement: 'Supervision Agreement',
  counts: 'oneSigned',
  aspects: [
    'Managerial',
    'Work and case discussion',
    'Professional development',
    'Relationships',
    'Support',
  ],
  hasPartAAndB: false,
  briefAsksExperience: true,
};
