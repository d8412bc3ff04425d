-- Two processes may start at once: only one creates.
SELECT pg_advisory_lock(7263);
CREATE TABLE IF NOT EXISTS sceau_account (
    address         text PRIMARY KEY,
    label           text NOT NULL,
    password_hash   text,
    kind            text CHECK (kind IN ('PER', 'ORG', 'APP', 'CAB')),
    custody         text CHECK (custody IN ('OPERATOR', 'OWNER')),
    seal_clear_mail boolean NOT NULL DEFAULT false,
    structure       text NOT NULL DEFAULT '',
    CHECK ((kind IS NULL) = (custody IS NULL))
);
CREATE TABLE IF NOT EXISTS sceau_delegate (
    box    text NOT NULL REFERENCES sceau_account (address) ON DELETE CASCADE,
    person text NOT NULL REFERENCES sceau_account (address) ON DELETE CASCADE,
    PRIMARY KEY (box, person)
);
-- message_id is the SHA-256 of the Message-ID; sha256 that of bytes and recipients.
CREATE TABLE IF NOT EXISTS sceau_submission (
    login      text NOT NULL,
    message_id text NOT NULL,
    sha256     text NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (login, message_id, sha256)
);
SELECT pg_advisory_unlock(7263);
