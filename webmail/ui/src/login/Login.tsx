import { useState, type FormEvent, type ReactNode } from 'react';
import { logIn } from '../api/client';
import sealUrl from '../app/seal.svg';
import { t } from '../i18n/t';
import { Fault } from '../ui/Notice';

/** The door. */
export function Login({ onEntered }: { onEntered: () => Promise<void> }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await logIn(String(form.get('login')), String(form.get('password')));
      await onEntered();
    } catch (thrown) {
      setError(thrown as Error);
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <form onSubmit={(event) => void enter(event)}>
        <p className="brand">
          <img src={sealUrl} alt="" width="44" height="44" />
          <span>
            {t('app.name')}
            <small>{t('app.tagline')}</small>
          </span>
        </p>
        <h1>{t('login.title')}</h1>
        {error && <Fault error={error} />}
        <label htmlFor="login">{t('login.address')}</label>
        <input
          id="login"
          name="login"
          type="text"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="login-hint"
          required
          autoFocus
        />
        <p id="login-hint" className="muted hint">
          {t('login.address.hint')}
        </p>
        <label htmlFor="password">{t('login.password')}</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
        <button type="submit" className="primary" disabled={busy}>
          {t(busy ? 'login.pending' : 'login.submit')}
        </button>
        <p className="muted hint">{t('login.notice')}</p>
      </form>
    </main>
  );
}
