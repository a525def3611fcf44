/** SYNTHETIC: invented children. Ages in years before today; a minus is months before birth. */
export interface ExampleChild {
  readonly name: string;
  readonly age: number;
  readonly status: string;
  readonly family?: string;
  /** What was said last time, as a supervisor would write it. */
  readonly note: string;
  readonly action?: readonly [what: string, owner: string, byWhen: string];
}

export const exampleSupervisor = { name: 'Jo Field', role: 'Practice supervisor' } as const;
export const examplePractitioner = 'Amina Khan';

export const exampleChildren: readonly ExampleChild[] = [
  {
    name: 'Aaliyah B',
    age: 9,
    status: 'CIN',
    note: 'Attending school each day; her aunt collects her.',
  },
  {
    name: 'Ben C',
    age: 4,
    status: 'CIN',
    family: 'C',
    note: 'Nursery say he is talking more since September.',
  },
  {
    name: 'Chloe C',
    age: 7,
    status: 'CIN',
    family: 'C',
    note: 'Chloe asked for her own bed; the bed has come.',
    action: ['Visit at home and see both bedrooms', 'Amina Khan', '2 weeks'],
  },
  {
    name: 'Daniel E',
    age: 13,
    status: 'CIN',
    note: 'Missing twice this month, back the same night each time.',
    action: ['Return home conversation after each time missing', 'Amina Khan', '3 days'],
  },
  {
    name: 'Ella F',
    age: 15,
    status: 'CLA',
    note: 'Settled with her carers; wants to see her brother more often.',
  },
  { name: 'Finn G', age: 11, status: 'CIN', note: 'Speech therapy starts in January.' },
  {
    name: 'Grace H',
    age: 9,
    status: 'CIN',
    note: 'Says she feels safer at nan’s. Safety plan to be updated.',
    action: ['Visit alone at school', 'Amina Khan', '1 week'],
  },
  {
    name: 'Harry I',
    age: 2,
    status: 'CIN',
    note: 'Weight steady; health visitor sees him each fortnight.',
  },
  {
    name: 'Isla J',
    age: 6,
    status: 'CIN',
    family: 'J',
    note: 'Likes the new school; still wakes at night.',
  },
  {
    name: 'Jack J',
    age: 8,
    status: 'CIN',
    family: 'J',
    note: 'Quiet this month. Worried about his mum.',
    action: ['Ask school for the lunchtime record', 'Amina Khan', '10 days'],
  },
  {
    name: 'Kofi J',
    age: 3,
    status: 'CIN',
    family: 'J',
    note: 'Plays well with the family worker.',
  },
  {
    name: 'Leo M',
    age: 14,
    status: 'CLA',
    note: 'In the same home for two years; review held on time.',
  },
  {
    name: 'Maya N',
    age: 17,
    status: 'CLA',
    note: 'Chose a college course; pathway plan begun.',
    action: ['Agree the pathway plan with Maya', 'Amina Khan', 'next session'],
  },
  { name: 'Noah O', age: 5, status: 'CIN', note: 'Sees dad each Saturday at his nan’s.' },
  { name: 'Olivia P', age: 10, status: 'CIN', note: 'Young carers’ group has made a difference.' },
  {
    name: 'Poppy R',
    age: 12,
    status: 'CIN',
    note: 'Drift: parenting assessment not started.',
    action: ['Start the parenting assessment', 'Amina Khan', '5 days'],
  },
  { name: 'Quinn S', age: 16, status: 'CLA', note: 'Wants to stay put after 18.' },
  { name: 'Ruby T', age: 1, status: 'CIN', note: 'Immunisations up to date; mum engaging well.' },
  { name: 'Sam U', age: 7, status: 'CIN', note: 'Interpreter booked for each visit now.' },
  { name: 'Tia V', age: 11, status: 'CIN', note: 'Referral to the sleep clinic accepted.' },
  { name: 'Uma W', age: 8, status: 'CIN', note: 'Plan nearly done; think about closing.' },
  { name: 'Baby Y', age: -2, status: 'CIN', note: 'Parents attend each midwife appointment.' },
];
