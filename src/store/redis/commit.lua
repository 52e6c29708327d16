#!lua
-- One commit: the record and its alarm, together or not at all.
--
-- It may be sent again after a lost reply, and may run long after its sender has given up. Run any number of times, it
-- equals one run. Lua takes nothing back, so all that can fail is looked at before the first write.
--
-- KEYS  the chat's record (a string: `REVISION OWN SEEN`, a new line, the text; `header.rs` says more); the row of its
--       shard in which the alarm is to stand, and the other (two sorted sets)
-- ARGV  'update' or 'own'; the commit's id; the revision it was thought on; the record's text;
--       the alarm in milliseconds, '' for none; the chat's number; how many ids are remembered

local record, row, other = KEYS[1], KEYS[2], KEYS[3]
local kind, id, expected, text, due, chat, seen_max = unpack(ARGV)

local revision, own, seen = '0', '-', '-'
local held = redis.call('GET', record)
if held then
  revision, own, seen = string.match(held, '^(%d+) (%S+) (%S+)\n')
  if not revision then
    return redis.error_reply('CORRUPT the record has no head')
  end
end
redis.call('ZSCORE', row, chat) -- fails here, before any write, if the key holds something else
redis.call('ZSCORE', other, chat)

-- The id comes first: of a commit that is sent again, the revision no longer fits.
local count = 0
if kind == 'own' then
  if own == id then
    return 'DUPLICATE'
  end
  own = id
else
  local update, known = tonumber(id), 0
  for distance in string.gmatch(seen, '[+-]?%d+') do
    known = known + tonumber(distance)
    if known == update then
      return 'DUPLICATE'
    end
    count = count + 1
  end
end
if revision ~= expected then
  return 'CONFLICT'
end

if kind == 'update' then
  local newest = string.match(seen, '^%d+')
  if newest then
    seen = string.format('%s%+d', id, newest - id) .. string.sub(seen, #newest + 1)
  else
    seen = id
  end
  if count >= tonumber(seen_max) then
    seen = string.match(seen, '^(.*)[+-]%d+$') -- the oldest stands last
  end
end
redis.call('SET', record, string.format('%d %s %s\n', revision + 1, own, seen) .. text)
redis.call('ZREM', other, chat)
if due == '' then
  redis.call('ZREM', row, chat)
else
  redis.call('ZADD', row, due, chat)
end
return 'APPLIED'
