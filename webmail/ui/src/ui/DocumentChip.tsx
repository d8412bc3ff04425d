import type { ReactNode } from 'react';
import { documentLabel } from '../list/verdict';
import { Icon } from './icons';

/** What kind of document a message carries. */
export function DocumentChip({ keywords }: { keywords: string[] }): ReactNode {
  return (
    <span className={keywords.length === 0 ? 'chip chip-plain' : 'chip'}>
      <Icon name="file" />
      {documentLabel(keywords)}
    </span>
  );
}
