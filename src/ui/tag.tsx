import type { ReactNode } from 'react';

export type TagTone = 'grey' | 'blue' | 'green' | 'yellow' | 'red' | 'purple';

interface TagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}

/** The words carry the state; the tone only helps the eye. Blue is the plain class. */
export function Tag({ tone = 'blue', children }: TagProps) {
  return (
    <strong className={`govuk-tag${tone === 'blue' ? '' : ` govuk-tag--${tone}`}`}>
      {children}
    </strong>
  );
}
