import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Problem, sendDraft } from '../api/client';
import type { Correspondent, Draft } from '../api/types';
import { announce } from '../app/Toast';
import { t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { Fault } from '../ui/Notice';
import { FileField, fits } from './FileField';
import { wholeAddresses, withReplacement } from './addresses';
import { RecipientAdvice } from './RecipientAdvice';
import { RecipientField } from './RecipientField';

const EMPTY: Draft = { to: '', cc: '', subject: '', text: '', answers: null };

interface Props {
  self: Correspondent;
  maxBytes: number;
  initial?: Draft;
}

/** Writing a message or an answer. */
export function Compose({ self, maxBytes, initial = EMPTY }: Props): ReactNode {
  const [draft, setDraft] = useState(initial);
  const [files, setFiles] = useState<File[]>([]);
  const [typing, setTyping] = useState(false);
  const { busy, error, send } = useSending(draft, files);
  const [, navigate] = useLocation();
  const text = useRef<HTMLTextAreaElement>(null);
  const isReply = initial.answers !== null;
  const back = initial.answers ? `/dossier/${initial.answers.folder}/${initial.answers.id}` : '/dossier/inbox';
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const touched = files.length > 0 || JSON.stringify(draft) !== JSON.stringify(initial);
  useGuard(touched && !busy);
  useEffect(() => {
    if (isReply) {
      text.current?.focus();
      text.current?.setSelectionRange(0, 0);
    }
  }, [isReply]);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void send();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) {
      submit();
    }
  };
  const leave = () => {
    if (!touched || window.confirm(t('compose.discard'))) {
      navigate(back);
    }
  };
  return (
    <form className="compose" onSubmit={submit} onKeyDown={onKey} aria-label={t(isReply ? 'compose.title.reply' : 'compose.title')}>
      <h1>{t(isReply ? 'compose.title.reply' : 'compose.title')}</h1>
      {error && <Fault error={error} />}
      {error instanceof Problem && error.status === 401 && (
        <p className="notice">
          <a href="/" target="_blank" rel="noreferrer">
            {t('compose.login')}
          </a>
        </p>
      )}
      <div className="field">
        <span className="label">{t('compose.from')}</span>
        <span className="value">{self.name ? `${self.name} <${self.address}>` : self.address}</span>
      </div>
      <RecipientField name="to" label={t('compose.to')} hint={t('compose.to.hint')} value={draft.to} onChange={(to) => set({ to })} onTyping={setTyping} autoFocus={!isReply} />
      <RecipientField name="cc" label={t('compose.cc')} value={draft.cc} onChange={(cc) => set({ cc })} onTyping={setTyping} />
      <RecipientAdvice
        recipients={[...wholeAddresses(draft.to, typing), ...wholeAddresses(draft.cc, typing)]}
        files={files}
        onReplace={(address, better) =>
          set({ to: withReplacement(draft.to, address, better), cc: withReplacement(draft.cc, address, better) })
        }
      />
      <div className="field">
        <label htmlFor="subject">{t('compose.subject')}</label>
        <input id="subject" name="subject" value={draft.subject} maxLength={250} onChange={(e) => set({ subject: e.target.value })} />
      </div>
      <div className="field field-text">
        <label htmlFor="text">{t('compose.text')}</label>
        <textarea id="text" name="text" ref={text} value={draft.text} onChange={(e) => set({ text: e.target.value })} />
      </div>
      <FileField files={files} maxBytes={maxBytes} onChange={setFiles} />
      <div className="tools tools-end">
        <button type="submit" className="primary" disabled={busy || !fits(files, maxBytes)}>
          <Icon name="sent" />
          {t(busy ? 'compose.sending' : 'compose.send')}
        </button>
        <button type="button" className="quiet" onClick={leave} disabled={busy}>
          {t('compose.cancel')}
        </button>
      </div>
    </form>
  );
}

function useSending(draft: Draft, files: File[]) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const send = async () => {
    if (busy) {
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const { copyKept } = await sendDraft(draft, files);
      announce(t(copyKept ? 'compose.sent' : 'compose.sent.nocopy'));
      await queries.invalidateQueries({ queryKey: ['list'] });
      navigate('/dossier/inbox');
    } catch (thrown) {
      setError(thrown as Error);
      setBusy(false);
    }
  };
  return { busy, error, send };
}

/** Asks before the tab is closed on something unsent. */
function useGuard(active: boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (active) {
      window.addEventListener('beforeunload', ask);
    }
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
