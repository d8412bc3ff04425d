import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { Icon } from './icons';

/** A refusal or fault, read out at once. */
export function Fault({ error, retry }: { error: Error; retry?: () => void }): ReactNode {
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="alert" />
      <p>{error.message}</p>
      {retry && (
        <button type="button" onClick={retry}>
          {t('app.retry')}
        </button>
      )}
    </div>
  );
}

export function Loading(): ReactNode {
  return (
    <p className="loading" role="status">
      {t('app.loading')}
    </p>
  );
}
