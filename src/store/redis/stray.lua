#!lua
-- Takes an alarm away that belongs to no chat.
--
-- KEYS   the record that is missing; the row of alarms (a sorted set)
-- ARGV   the alarm's name
-- Gives  1 if it was taken away

if redis.call('EXISTS', KEYS[1]) == 1 then
  return 0
end
return redis.call('ZREM', KEYS[2], ARGV[1])
