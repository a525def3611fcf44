import type { ReactNode } from 'react';

interface IdentityBarProps {
  readonly name: string;
  /** "9 years old", "unborn baby" */
  readonly ageText?: string | undefined;
  readonly status?: ReactNode;
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Whose record this is, always in sight: text in the wrong child's record is the worst slip. */
export function IdentityBar({ name, ageText, status, facts = [] }: IdentityBarProps) {
  return (
    <section className="fp-identity" aria-label="Whose record this is">
      <p className="fp-identity__name">{name}</p>
      {ageText && <span>{ageText}</span>}
      {status}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
