-- What became of our mail to each address of others; patients' addresses are not kept.
CREATE TABLE correspondent (
    address      text PRIMARY KEY,        -- in lower case
    last_success timestamptz,
    last_failure timestamptz,
    code         text NOT NULL DEFAULT '', -- RFC 3463, of the last failure
    closed_days  integer NOT NULL DEFAULT 0, -- days since the last success with the answer that there is no such mailbox
    failing_days integer NOT NULL DEFAULT 0, -- days since the last success with another failure of the mailbox or its operator
    by_notice    boolean NOT NULL DEFAULT false, -- the last failure came after a 250
    taken_since  timestamptz,              -- first 250 after such a failure
    formats      text[] NOT NULL DEFAULT '{}' -- that its receipts say it took in
);
