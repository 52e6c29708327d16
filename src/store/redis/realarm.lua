#!lua
-- Writes one alarm, or none, unless the record or the alarm has changed since it was looked at.
--
-- KEYS   the chat's record (a string); the alarms of its shard, asked and unasked (two sorted sets)
-- ARGV   the chat's number; the revision ('' for no record at all); the alarm that was seen in each row, then the one
--        that is to stand in each, in milliseconds, '' for none
-- Gives  1 if it was written

local chat, revision = ARGV[1], ARGV[2]
local held = redis.call('GET', KEYS[1])
if (held and string.match(held, '^(%d+) ') or '') ~= revision then
  return 0
end
for row = 1, 2 do
  local was = redis.call('ZSCORE', KEYS[row + 1], chat)
  if (was and string.format('%.0f', was) or '') ~= ARGV[row + 2] then
    return 0
  end
end

for row = 1, 2 do
  local due = ARGV[row + 4]
  if due == '' then
    redis.call('ZREM', KEYS[row + 1], chat)
  else
    redis.call('ZADD', KEYS[row + 1], due, chat)
  end
end
return 1
