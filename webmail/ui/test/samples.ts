import type { Facts, Letter, Row } from '../src/api/types';

export function facts(code: string, changes: Partial<Facts> = {}): Facts {
  return {
    origin: { kind: 'operator', name: 'partenaire.mssante.test', login: null },
    code,
    sentence: `Phrase du verdict ${code}.`,
    signer: null,
    seal: 'clear',
    notice: null,
    ...changes,
  };
}

export function row(changes: Partial<Row> = {}): Row {
  return {
    id: '7-12',
    from: { name: 'Laboratoire du Parc', address: 'laboratoire@exemple.mssante.test' },
    to: [{ name: '', address: 'claire.martin@exemple.mssante.test' }],
    subject: 'Résultats',
    date: '2026-11-20T06:12:00Z',
    seen: false,
    answered: false,
    documents: ['HPRIM'],
    facts: facts('trusted'),
    ...changes,
  };
}

export function letter(changes: Partial<Letter> = {}): Letter {
  return {
    heading: row(),
    cc: [],
    replyTo: [],
    text: 'Bonjour,\n> déjà cité\n\nVoici.\n\n',
    html: false,
    opaque: false,
    attachments: [],
    ...changes,
  };
}
