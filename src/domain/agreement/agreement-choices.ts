import { type WorkerStage, workerStages } from '#domain/due/worker.ts';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

const stageWords: Readonly<Record<WorkerStage, string>> = {
  default: 'Not said: the policy’s usual interval',
  asye: 'ASYE (assessed and supported year)',
  student: 'Student',
  probation: 'In probation',
  newlyQualified: 'Newly qualified',
  experienced: 'Experienced',
  nonCaseHolding: 'Holds no cases',
  manager: 'Manager',
};

export const stageOptions: readonly FieldOption[] = workerStages.map((value) => ({
  value,
  label: stageWords[value],
}));

export const employmentOptions: readonly FieldOption[] = [
  { value: '', label: 'Not said' },
  { value: 'permanent', label: 'Permanent' },
  { value: 'locum', label: 'Locum' },
];
