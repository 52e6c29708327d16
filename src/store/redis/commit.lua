#!lua
-- One commit: the record and its alarm, together or not at all.
--
-- It may be sent again after a lost reply, and may run long after its sender has given up. Run any number of times, it
-- equals one run. Lua takes nothing back, so all that can fail is looked at before the first write.
--
-- KEYS  the chat's record (a hash); the row of its shard in which the alarm is to stand, and the other (two sorted sets)
-- ARGV  'update' or 'own'; the commit's id; the revision it was thought on; the record's text;
--       the alarm in milliseconds, '' for none; the chat's number; how many bytes of ids are remembered

local record, row, other = KEYS[1], KEYS[2], KEYS[3]
local kind, id, expected, body, due, chat, seen_bytes_max = unpack(ARGV)

local held = redis.call('HMGET', record, 'revision', 'seen', 'last')
local revision, seen, last = held[1], held[2] or '', held[3]
if not revision and redis.call('EXISTS', record) == 1 then
  return redis.error_reply('CORRUPT the record has no revision')
end
for _, alarms in ipairs({row, other}) do
  redis.call('ZSCORE', alarms, chat) -- fails here, before any write, if the key holds something else
end

-- The id comes first: of a commit that is sent again, the revision no longer fits.
if kind == 'own' and last == id then
  return 'DUPLICATE'
end
if kind == 'update' then
  for at = 1, #seen, #id do
    if string.sub(seen, at, at + #id - 1) == id then
      return 'DUPLICATE'
    end
  end
end
if (revision or '0') ~= expected then
  return 'CONFLICT'
end

redis.call('HINCRBY', record, 'revision', 1)
redis.call('HSET', record, 'body', body)
if kind == 'own' then
  redis.call('HSET', record, 'seen', seen, 'last', id)
else
  redis.call('HSET', record, 'seen', string.sub(seen .. id, -seen_bytes_max))
end
redis.call('ZREM', other, chat)
if due == '' then
  redis.call('ZREM', row, chat)
else
  redis.call('ZADD', row, due, chat)
end
return 'APPLIED'
