/** Which rules are broken on purpose, and which unit tests have to notice. */
const groups = {
  coverage: {
    rules: [
      'notes/case-coverage',
      'discussion/discussion-progress',
      'session/end-session',
      'cancellations/gap-line',
      'notes/note-coverage',
      'session/session-parts',
      'notes/three-ps',
    ],
    tests: ['{cancellations,discussion,notes,session}/*'],
  },
  due: {
    rules: [
      'due/*',
      'dates/{calendar-date,working-days}',
      'recording/{discussion-deadline,recording-deadline,recording-state}',
    ],
    tests: ['{dates,due,finalise,policies,recording}/*'],
  },
  agenda: {
    rules: ['agenda/agenda*', 'flags/*', 'plan/*', 'preparation/worries'],
    tests: ['{agenda,flags,plan,preparation}/*'],
  },
};

export const name = process.env.MUTATION_GROUP; // from run.mjs
const group = groups[name];
if (!group) throw new Error(`${name} is none of ${Object.keys(groups).join(', ')}`);

export const rules = group.rules.map((each) => `src/domain/${each}.ts`);
export const tests = group.tests.map((each) => `src/domain/${each}.test.ts`);
