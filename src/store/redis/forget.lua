#!lua
-- Leaves no trace of one chat. Sent again after a lost reply it finds nothing, which is the same success.
--
-- KEYS  the chat's record (a string); the alarms of its shard, asked and unasked (two sorted sets); the tries (a hash)
-- ARGV  the revision it was thought on; the chat's number

local held = redis.call('GET', KEYS[1])
local revision = held and string.match(held, '^(%d+) ')
if held and not revision then
  return redis.error_reply('CORRUPT the record has no head')
end
if revision and revision ~= ARGV[1] then
  return 'CONFLICT'
end

for row = 2, 3 do
  redis.call('ZSCORE', KEYS[row], ARGV[2]) -- fails here, before any write, if the key holds something else
end

redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('DEL', KEYS[1], KEYS[4])
return 'APPLIED'
