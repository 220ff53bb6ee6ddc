-- name: copy_tasks
-- state_living from now to :until_s, the copy by primary key, who keeps it by state_away, copies free
-- for the same days by copy's index and state_copies: loans that will not find their copy, all of
-- them or one (:request_id). As many rows at most as loans of three weeks.
SELECT line.*,
    CASE own.state WHEN 'available' THEN keeper.state ELSE own.state END,
    CASE own.state
        WHEN 'available' THEN iif(keeper.state = 'out', keeper.until_s, keeper.since_s)
        ELSE own.since_s END,
    iif(own.state = 'available', keeper.request_id, NULL),
    iif(own.state = 'available', household.number, NULL),
    (SELECT count(*)
     FROM copy AS c
     JOIN request_state AS other ON other.request_id = c.request_id AND other.state = 'available'
     WHERE c.item_id = later.item_id AND c.request_id <> later.copy_id
         AND NOT EXISTS (SELECT 1 FROM request_state AS loan
                         WHERE loan.copy_id = c.request_id AND loan.holds = 1
                             AND loan.from_s < later.until_s
                             AND (loan.until_s > later.from_s
                                  OR (loan.state IN ('out', 'lost', 'needs_check', 'repair',
                                                     'parts_owed')
                                      AND later.from_s < :now_s + 86400))))
FROM request_state AS later
JOIN request_state AS own ON own.request_id = later.copy_id
LEFT JOIN request_state AS keeper ON keeper.copy_id = later.copy_id
    AND keeper.state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed')
LEFT JOIN household ON household.id = keeper.household_id
JOIN request_line AS line ON line.request_id = later.request_id
WHERE later.is_ended = 0 AND later.kind = 'loan' AND later.holds = 1
    AND later.state IN ('asked', 'counter_proposed', 'offered', 'reserved', 'ready')
    AND later.from_s < :until_s AND :request_id IN (0, later.request_id)
    AND (own.state IN ('maintenance', 'missing', 'retired')
         OR keeper.state IN ('lost', 'repair', 'parts_owed')
         OR (later.from_s < :soon_s
             AND (keeper.state = 'needs_check'
                  OR (keeper.state = 'out' AND keeper.until_s < :now_s))))
ORDER BY later.from_s, later.request_id
LIMIT :most;
