import type { ReactNode } from 'react';
import type { Row } from '../api/types';
import { t } from '../i18n/t';
import { originText, sealText, tone, verdictSentence } from '../list/verdict';
import { DocumentChip } from '../ui/DocumentChip';
import { VerdictBadge, VerdictLine } from '../ui/Verdict';

/** What the server found out, each fact on its own line: none implies another. */
export function FactsPanel({ row }: { row: Row }): ReactNode {
  const { facts } = row;
  return (
    <section className={`facts facts-${tone(facts)}`} aria-label={t('reader.facts')}>
      <dl>
        <dt>{t('reader.facts.signature')}</dt>
        <dd>
          {tone(facts) === 'good' ? (
            <VerdictLine facts={facts} />
          ) : (
            <>
              <VerdictBadge facts={facts} />
              <span>{verdictSentence(facts)}</span>
            </>
          )}
        </dd>
        {facts && (
          <>
            <dt>{t('reader.facts.origin')}</dt>
            <dd>{originText(facts)}</dd>
            <dt>{t('reader.facts.seal')}</dt>
            <dd>{sealText(facts)}</dd>
            {facts.notice !== null && (
              <>
                <dt>{t('reader.facts.recipients')}</dt>
                <dd>{facts.notice}</dd>
              </>
            )}
          </>
        )}
        <dt>{t('reader.facts.document')}</dt>
        <dd>
          {(row.documents.length === 0 ? [[]] : row.documents.map((word) => [word])).map((keywords) => (
            <DocumentChip key={keywords.join()} keywords={keywords} />
          ))}
        </dd>
      </dl>
    </section>
  );
}
