-- What became of a verdict that had to wait for revocation data; the first one and its evidence stay beside it.
ALTER TABLE side_record
    ADD COLUMN later_verdict  text,  -- stable code
    ADD COLUMN later_evidence jsonb, -- what it rests on, as in evidence
    ADD COLUMN later_at       timestamptz;
CREATE INDEX side_record_waiting ON side_record (recorded, content_id) WHERE verdict = 'pending' AND later_verdict IS NULL;
