/** Which rules are broken on purpose, and which unit tests have to notice. */
const groups = {
  coverage: {
    rules: [
      'case-coverage',
      'discussion-progress',
      'end-session',
      'gap-line',
      'note-coverage',
      'session-parts',
      'three-ps',
    ],
    tests: ['*'],
  },
  due: {
    rules: [
      'due/*',
      'calendar-date',
      'discussion-deadline',
      'recording-deadline',
      'recording-state',
      'working-days',
    ],
    tests: ['{due,policies}/*', '{calendar,discussion,finalise,recording,working}*'],
  },
  agenda: {
    rules: ['agenda*', 'flags/*', 'plan/*', 'worries'],
    tests: ['{flags,plan}/*', '{agenda,worries}*'],
  },
};

export const name = process.env.MUTATION_GROUP; // from run.mjs
const group = groups[name];
if (!group) throw new Error(`${name} is none of ${Object.keys(groups).join(', ')}`);

export const rules = group.rules.map((each) => `src/domain/${each}.ts`);
export const tests = group.tests.map((each) => `src/domain/${each}.test.ts`);
