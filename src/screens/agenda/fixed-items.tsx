/** What every session begins and ends with (ui.md 2.4; 003:264-270). It is said, and cannot be moved. */
export const FirstItems = () => (
  <p className="govuk-body">
    <strong>First:</strong> actions from last time; wellbeing and workload.
  </p>
);

export const LastItems = () => (
  <p className="govuk-body">
    <strong>Last:</strong> development; date of the next session.
  </p>
);
