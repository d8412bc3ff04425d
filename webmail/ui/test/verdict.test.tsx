import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { documentLabel, originText, tone } from '../src/list/verdict';
import { ListRow } from '../src/list/ListRow';
import { FactsPanel } from '../src/reader/FactsPanel';
import { facts, row } from './samples';

afterEach(cleanup);

const PLACE = { index: 0, count: 1, top: 0, height: 68 };

function showRow(changes: Parameters<typeof row>[0]) {
  render(
    <ListRow row={row(changes)} folder="inbox" place={PLACE} focusable focused={false} current={false} onFocus={() => {}} />,
  );
}

describe('verdicts', () => {
  it('looks verified only when the server says trusted', () => {
    expect(tone(facts('trusted'))).toBe('good');
    const others = ['unsigned', 'sealed', 'pending', 'invalid.digest-mismatch', 'untrusted.revoked', 'trusted.x', 'neu', ''];
    others.forEach((code) => expect(tone(facts(code)), code).not.toBe('good'));
    expect(tone(facts('invalid.malformed'))).toBe('bad');
    expect(tone(facts('untrusted.expired'))).toBe('warning');
    expect(tone(facts('sealed.damaged'))).toBe('unopened');
    expect(tone(facts('inconnu'))).toBe('warning');
    expect(tone(null)).toBe('absent');
  });

  it('names who logged in when it is not the mailbox itself', () => {
    const submitted = (login: string | null) =>
      originText(facts('trusted', { origin: { kind: 'submitted', name: 'cardiologie@x.test', login } }));
    expect(submitted('cardiologie@x.test')).toBe('Déposé ici par cardiologie@x.test');
    expect(submitted('leila@x.test')).toContain("sous l'identifiant leila@x.test");
  });

  it('shows label, sentence and origin of a message in the list', () => {
    showRow({ facts: facts('untrusted.revoked', { seal: 'opened' }) });
    const text = screen.getByRole('link').textContent;
    expect(text).toContain('Résultat HPRIM');
    expect(text).toContain('Phrase du verdict untrusted.revoked.');
    expect(text).toContain('Opérateur partenaire.mssante.test authentifié');
    expect(text).toContain('Reçu chiffré, ouvert par le serveur');
    expect(screen.getByLabelText('Non lu')).toBeTruthy();
  });

  it('says in the list when there is no verdict of ours', () => {
    showRow({ facts: null });
    expect(screen.getByRole('link').textContent).toContain('Non vérifié par ce serveur');
  });

  it('shows each fact on its own line beside the message', () => {
    render(<FactsPanel row={row({ facts: facts('invalid.digest-mismatch'), documents: ['CDA', 'PDF'] })} />);
    const text = screen.getByRole('region', { name: 'Constats du serveur' }).textContent;
    expect(text).toContain('Signature invalide');
    expect(text).toContain('Document CDA');
    expect(text).toContain('Document PDF');
    expect(text).toContain('Reçu non chiffré de bout en bout');
  });

  it('tells a notice beside the verdict, and only where there is one', () => {
    const { rerender } = render(<FactsPanel row={row({ facts: facts('trusted', { notice: 'Cette boîte …' }) })} />);
    expect(screen.getByText('Destinataires')).toBeDefined();
    expect(screen.getByText('Cette boîte …')).toBeDefined();
    rerender(<FactsPanel row={row()} />);
    expect(screen.queryByText('Destinataires')).toBeNull();
  });

  it('shows a keyword it does not know as plain mail', () => {
    expect(documentLabel(['NOUVEAU'])).toBe('Courrier');
    expect(documentLabel([])).toBe('Courrier');
  });
});
