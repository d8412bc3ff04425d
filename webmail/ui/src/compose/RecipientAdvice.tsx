import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { adviseOn } from '../api/client';
import type { Instead, Remark } from '../api/types';
import { t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { useDelayed } from './useDelayed';

const DELAY_MILLIS = 400;

interface Props {
  recipients: string[];
  files: File[];
  onReplace: (address: string, better: string) => void;
}

/** What the directory has to say of the recipients before the message is sent. The writer decides. */
export function RecipientAdvice({ recipients, files, onReplace }: Props): ReactNode {
  const question = JSON.stringify({ recipients, files: files.map(({ name, size }) => ({ name, size })) });
  const settled = useDelayed(question, DELAY_MILLIS);
  const asked = JSON.parse(settled) as { recipients: string[]; files: { name: string; size: number }[] };
  const answer = useQuery({
    queryKey: ['advice', settled],
    queryFn: () => adviseOn(asked.recipients, asked.files),
    enabled: asked.recipients.length > 0,
    staleTime: 60_000,
    retry: false,
  });
  const current = settled === question ? (answer.data?.remarks ?? []) : [];
  return (
    <div role="status" aria-label={t('compose.advice')}>
      {current.map((remark) => (
        <OneRemark key={remark.address} remark={remark} onReplace={onReplace} />
      ))}
    </div>
  );
}

function OneRemark({ remark, onReplace }: { remark: Remark; onReplace: Props['onReplace'] }): ReactNode {
  return (
    <div className="notice notice-advice">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{remark.address}</strong>
        </p>
        <p>{remark.sentence}</p>
        {remark.better.map((better) => (
          <p key={better.address} className="instead">
            <span>
              {better.name} <span className="muted">{about(better)}</span>
            </span>
            <button type="button" onClick={() => onReplace(remark.address, better.address)}>
              {t('compose.advice.replace', { address: better.address })}
            </button>
          </p>
        ))}
      </div>
    </div>
  );
}

function about(better: Instead): string {
  return [better.link, better.organisation, better.town].filter(Boolean).join(' · ');
}
