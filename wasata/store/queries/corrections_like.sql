SELECT correction FROM corrections WHERE starts_with(event, ?) ORDER BY event LIMIT 10
