#!lua
-- Leaves no trace of one chat. Sent again after a lost reply it finds nothing, which is the same success.
--
-- KEYS  the chat's record (a hash); the alarms of its shard, asked and unasked (two sorted sets); the tries (a hash)
-- ARGV  the revision it was thought on; the chat's number

local revision = redis.call('HGET', KEYS[1], 'revision')
if not revision and redis.call('EXISTS', KEYS[1]) == 1 then
  return redis.error_reply('CORRUPT the record has no revision')
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
