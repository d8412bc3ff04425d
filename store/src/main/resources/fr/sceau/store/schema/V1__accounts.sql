-- Who and what is ours, and what each login has handed in.
CREATE TABLE account (
    address         text PRIMARY KEY,
    label           text NOT NULL,
    password_hash   text,
    kind            text CHECK (kind IN ('PER', 'ORG', 'APP', 'CAB')),
    custody         text CHECK (custody IN ('OPERATOR', 'OWNER')),
    seal_clear_mail boolean NOT NULL DEFAULT false,
    structure       text NOT NULL DEFAULT '',
    CHECK ((kind IS NULL) = (custody IS NULL))
);

-- A person's right to use somebody else's box, from since (included) to until (excluded; none: without end).
-- rights: letters out of r (read), w (write: flags, filing, deleting), s (send as).
CREATE TABLE delegation (
    box    text NOT NULL REFERENCES account (address) ON DELETE CASCADE,
    person text NOT NULL REFERENCES account (address) ON DELETE CASCADE,
    rights text NOT NULL CHECK (rights ~ '^r?w?s?$' AND rights <> ''),
    since  timestamptz NOT NULL DEFAULT '-infinity',
    until  timestamptz NOT NULL DEFAULT 'infinity',
    CHECK (since < until),
    PRIMARY KEY (box, person)
);
CREATE INDEX delegation_person ON delegation (person);

-- message_id is the SHA-256 of the Message-ID; sha256 that of bytes and recipients.
CREATE TABLE submission (
    login      text NOT NULL,
    message_id text NOT NULL,
    sha256     text NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (login, message_id, sha256)
);
