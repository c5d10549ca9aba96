SELECT position, parent, "row", start, "end" FROM whys WHERE event = ? ORDER BY position DESC
