-- What was delivered where: at-least-once inside, exactly once for the reader. Kept after the reader deletes the message.
CREATE TABLE delivery (
    mail       uuid NOT NULL, -- the acceptance; the same for all parts and all attempts of one accepted mail
    mailbox_id bigint NOT NULL, -- no reference: it would lock the mailbox at each delivery
    content_id uuid NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (mail, mailbox_id)
);
CREATE INDEX delivery_at ON delivery USING brin (at);

-- What the server established about a message on the day it came. Only delivery writes here: what a client appends has none.
CREATE TABLE side_record (
    content_id uuid PRIMARY KEY REFERENCES content ON DELETE CASCADE,
    mail       uuid NOT NULL,
    verdict    text NOT NULL,  -- stable code
    evidence   jsonb NOT NULL, -- signer, chain, revocation sources by digest, times
    origin     jsonb NOT NULL,
    documents  jsonb NOT NULL,
    recorded   timestamptz NOT NULL DEFAULT now()
);
