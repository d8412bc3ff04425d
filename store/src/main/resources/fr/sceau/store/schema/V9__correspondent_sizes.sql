-- Which of our messages were too large for whom.
ALTER TABLE submission ADD COLUMN octets bigint NOT NULL DEFAULT 0; -- as handed in; 0: not known
ALTER TABLE correspondent
    ADD COLUMN too_large    bigint,      -- octets of the smallest message that was refused for its size, until one as large passes
    ADD COLUMN too_large_at timestamptz;
