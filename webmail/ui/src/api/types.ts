/** The JSON of the server, field by field. */
export type FolderName = 'inbox' | 'sent';

export interface Correspondent {
  name: string;
  address: string;
}

export interface Facts {
  origin: { kind: 'operator' | 'submitted'; name: string; login: string | null };
  code: string;
  sentence: string;
  signer: string | null;
  seal: 'clear' | 'opened' | 'unguarded' | 'sealed';
  notice: string | null;
}

export interface Row {
  id: string;
  from: Correspondent | null;
  to: Correspondent[];
  subject: string;
  date: string | null;
  seen: boolean;
  answered: boolean;
  documents: string[];
  facts: Facts | null;
}

export interface Page {
  messages: Row[];
  total: number;
  unread: number;
  more: boolean;
}

export interface FilePart {
  part: string;
  name: string;
  type: string;
  size: number;
  preview: boolean;
}

export interface Letter {
  heading: Row;
  cc: Correspondent[];
  replyTo: Correspondent[];
  text: string | null;
  html: boolean;
  opaque: boolean;
  attachments: FilePart[];
}

export interface SessionState {
  csrf: string;
  self: Correspondent | null;
  messageMaxBytes: number;
}

export interface Suggestion {
  address: string;
  name: string;
  type: string;
  profession: string | null;
  organisation: string | null;
  town: string | null;
}

export interface Suggestions {
  available: boolean;
  mailboxes: Suggestion[];
}

export interface Instead {
  address: string;
  name: string;
  type: string;
  organisation: string | null;
  town: string | null;
  link: string;
}

export interface Remark {
  address: string;
  code: 'unknown' | 'dead' | 'withdrawn' | 'unfit' | 'unread' | 'too-large' | 'failing';
  sentence: string;
  better: Instead[];
}

export interface Remarks {
  available: boolean;
  remarks: Remark[];
}

export interface Draft {
  to: string;
  cc: string;
  subject: string;
  text: string;
  answers: { folder: FolderName; id: string } | null;
}
