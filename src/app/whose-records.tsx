import { vaultMark } from '#storage/db.ts';
import type { Account } from '#storage/keys/accounts.ts';
import { RadiosField } from '#ui/radios-field.tsx';

interface WhoseRecordsProps {
  readonly accounts: readonly Account[];
  readonly value: string;
  readonly onChange: (vaultId: string) => void;
}

/** Asked where a device holds the records of several people. */
export const WhoseRecords = ({ accounts, value, onChange }: WhoseRecordsProps) => (
  <RadiosField
    legend="Whose records?"
    hint="Each person's records are kept locked separately. The mark is on that person's home page."
    options={accounts.map(({ vaultId }) => ({
      value: vaultId,
      label: `Records marked ${vaultMark(vaultId)}`,
    }))}
    name="vaultId"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
