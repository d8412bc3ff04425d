import { useMemo, type ReactNode } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { logOut } from '../api/client';
import type { Correspondent, FolderName } from '../api/types';
import { t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { FOLDERS } from './folders';
import { useKeys } from './keyboard';
import sealUrl from './seal.svg';
import { Toast } from './Toast';

/** Frame of every screen after login. */
export function Shell({ self, children }: { self: Correspondent; children: ReactNode }): ReactNode {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  useKeys(useMemo(() => ({ c: () => navigate('/ecrire') }), [navigate]));
  const leave = async () => {
    await logOut();
    queries.clear();
    navigate('/');
    window.location.reload(); // drops everything that was read from memory
  };
  return (
    <div className="shell">
      <a className="skip" href="#contenu">
        {t('app.skip')}
      </a>
      <header className="bar">
        <span className="brand">
          <img src={sealUrl} alt="" width="28" height="28" />
          {t('app.name')}
        </span>
        <span className="self">
          {self.name && <strong>{self.name}</strong>}
          <span>{self.address}</span>
        </span>
        <button type="button" className="quiet" onClick={() => void leave()}>
          <Icon name="logout" />
          {t('nav.logout')}
        </button>
      </header>
      <nav className="folders" aria-label={t('nav.label')}>
        <Link href="/ecrire" className="primary">
          <Icon name="write" />
          {t('nav.write')}
        </Link>
        <ul>
          {FOLDERS.map((folder) => (
            <li key={folder}>
              <FolderLink folder={folder} />
            </li>
          ))}
        </ul>
      </nav>
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <Toast />
    </div>
  );
}

function FolderLink({ folder }: { folder: FolderName }): ReactNode {
  const [location] = useLocation();
  const current = location.startsWith(`/dossier/${folder}`);
  const known = useQuery<number>({ queryKey: ['unread'], queryFn: skipToken });
  const unread = folder === 'inbox' ? (known.data ?? 0) : 0;
  return (
    <Link href={`/dossier/${folder}`} aria-current={current ? 'page' : undefined}>
      <Icon name={folder} />
      {t(`folder.${folder}`)}
      {unread > 0 && (
        <span className="count" aria-label={t('nav.unread', { count: unread })}>
          {unread}
        </span>
      )}
    </Link>
  );
}
