DELETE FROM corrections WHERE event IN (SELECT unnest(?))
