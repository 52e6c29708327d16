#!lua
-- Takes places for unasked messages, one after another for all replicas together. If the reply is lost, so are they.
--
-- KEYS   the next free place, in microseconds (a string)
-- ARGV   now, the distance of two places, and how far ahead the next may be, in microseconds; how many places
-- Gives  the first of them

local now, spacing, ahead_max, count = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local next = tonumber(redis.call('GET', KEYS[1]) or 0)
if not next then
  return redis.error_reply('CORRUPT the pace is not a number')
end

-- A place further ahead than that was taken by a clock that was wrong: it begins anew.
local first = now
if next > now and next <= now + ahead_max then
  first = next
end
redis.call('SET', KEYS[1], string.format('%.0f', first + count * spacing))
return string.format('%.0f', first)
