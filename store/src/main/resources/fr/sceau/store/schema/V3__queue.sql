-- Numbers by which an operator speaks of a mail, wherever it waits.
CREATE SEQUENCE mail_number;

-- Mail that was accepted and is not done. A mail that is to be tried again is a new row with the same content.
CREATE TABLE queue_mail (
    id          bigint PRIMARY KEY DEFAULT nextval('mail_number'),
    queue       text NOT NULL,
    destination text NOT NULL,     -- the domain it goes to: none may keep the others waiting
    priority    smallint NOT NULL CHECK (priority BETWEEN 0 AND 9),
    due         timestamptz,       -- none: at once, whatever the clock says
    enqueued    timestamptz NOT NULL DEFAULT clock_timestamp(), -- due minus this is the delay that was asked for
    since       timestamptz NOT NULL DEFAULT clock_timestamp(), -- first entered a queue
    taken_by    uuid,              -- the run of the server that works on it now
    returned    integer NOT NULL DEFAULT 0, -- how often it was taken and given back
    attempts    integer NOT NULL,  -- how often its delivery has failed
    name        text NOT NULL,
    sender      text,              -- none: the empty reverse-path of RFC 5321 4.5.5
    recipients  text[] NOT NULL,
    error       text,              -- the last one, for the operator
    envelope    json NOT NULL,     -- what else a James mail has; owner of the format: fr.sceau.store.mail
    content_id  uuid NOT NULL REFERENCES content
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX queue_mail_ready ON queue_mail (queue, destination, priority DESC, id)
    WHERE taken_by IS NULL AND due IS NULL;
CREATE INDEX queue_mail_due ON queue_mail (due) WHERE due IS NOT NULL;
CREATE INDEX queue_mail_enqueued ON queue_mail (enqueued) WHERE due IS NOT NULL;
CREATE INDEX queue_mail_order ON queue_mail (queue, priority DESC, id);
CREATE INDEX queue_mail_content ON queue_mail (content_id);

-- James' mail repositories, by address such as postgres://parked.
CREATE TABLE repository (
    url text PRIMARY KEY
);
CREATE TABLE repository_mail (
    id         bigint NOT NULL DEFAULT nextval('mail_number') UNIQUE,
    url        text NOT NULL,
    key        text NOT NULL,
    stored     timestamptz NOT NULL DEFAULT clock_timestamp(),
    since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts   integer NOT NULL,
    name       text NOT NULL,
    sender     text,
    recipients text[] NOT NULL,
    error      text,
    envelope   json NOT NULL,
    content_id uuid NOT NULL REFERENCES content,
    PRIMARY KEY (url, key)
);
CREATE INDEX repository_mail_content ON repository_mail (content_id);
