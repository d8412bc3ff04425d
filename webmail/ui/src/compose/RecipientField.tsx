import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { findRecipients } from '../api/client';
import type { Suggestion } from '../api/types';
import { t } from '../i18n/t';
import { lastWord, withChoice } from './addresses';
import { useDelayed } from './useDelayed';

const MIN_LENGTH = 2;
const DELAY_MILLIS = 200;

interface Props {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  onTyping: (typing: boolean) => void;
  autoFocus?: boolean;
}

/** A field of addresses that proposes mailboxes of the directory (WAI-ARIA combobox with a list). */
export function RecipientField({ name, label, hint, value, onChange, onTyping, autoFocus }: Props): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const words = useDelayed(lastWord(value), DELAY_MILLIS);
  const found = useQuery({
    queryKey: ['recipients', words],
    queryFn: () => findRecipients(words),
    enabled: open && words.length >= MIN_LENGTH,
    staleTime: 60_000,
  });
  const choices = open && lastWord(value).length >= MIN_LENGTH ? (found.data?.mailboxes ?? []) : [];
  const choose = (choice: Suggestion) => {
    onChange(withChoice(value, choice.address));
    onTyping(false);
    setOpen(false);
    setAt(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = choices[at];
    if (event.key === 'ArrowDown' && choices.length > 0) {
      setAt((at + 1) % choices.length);
    } else if (event.key === 'ArrowUp' && choices.length > 0) {
      setAt((at - 1 + choices.length) % choices.length);
    } else if (event.key === 'Escape' && choices.length > 0) {
      setOpen(false);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      if (choice) {
        choose(choice);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="combo">
        <input
          id={id}
          name={name}
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && at < choices.length ? `${id}-${at}` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          autoComplete="off"
          autoFocus={autoFocus}
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            onTyping(true);
            setOpen(true);
            setAt(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
            onTyping(false);
          }}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={t('compose.suggestions')} hidden={choices.length === 0}>
          {choices.map((choice, index) => (
            <Choice key={choice.address} id={`${id}-${index}`} choice={choice} active={index === at} onChoose={() => choose(choice)} />
          ))}
        </ul>
        {found.data?.available === false && <p className="hint muted">{t('compose.suggestions.away')}</p>}
        {hint && (
          <p id={`${id}-hint`} className="hint muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  id: string;
  choice: Suggestion;
  active: boolean;
  onChoose: () => void;
}

function Choice({ id, choice, active, onChoose }: ChoiceProps): ReactNode {
  const about = [choice.profession, choice.organisation, choice.town].filter(Boolean).join(' · ');
  return (
    <li id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={onChoose}>
      <strong>{choice.name}</strong>
      <span className="muted">{choice.address}</span>
      {about && <span className="muted">{about}</span>}
    </li>
  );
}
