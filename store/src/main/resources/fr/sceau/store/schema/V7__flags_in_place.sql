-- No index holds a modseq: a change of a flag that no index asks for stays on the page of its row and writes to no index. What has
-- changed since a modseq is read from the rows of change.
DROP INDEX message_modseq;
ALTER TABLE message SET (fillfactor = 85); -- room for the next version of a row, on the same page
