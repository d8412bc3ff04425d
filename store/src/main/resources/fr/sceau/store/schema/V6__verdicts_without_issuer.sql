-- A verdict also waits where the certificate of the signer's authority is not here yet and has been asked for.
DROP INDEX side_record_waiting;
CREATE INDEX side_record_waiting ON side_record (recorded, content_id)
    WHERE verdict IN ('pending', 'untrusted.issuer-awaited') AND later_verdict IS NULL;
