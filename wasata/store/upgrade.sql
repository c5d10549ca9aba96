-- What stores of earlier versions lack; each line may be run again without harm.

ALTER TABLE events ADD COLUMN IF NOT EXISTS confidence DOUBLE DEFAULT 0;
ALTER TABLE events ADD COLUMN IF NOT EXISTS signs VARCHAR[] DEFAULT [];
DELETE FROM made;
