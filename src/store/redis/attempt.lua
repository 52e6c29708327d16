#!lua
-- Counts one more try of an update, or of an alarm. Whoever dies while thinking about it has counted before.
--
-- KEYS   the tries of the chat's updates (a hash)
-- ARGV   the update's number; now and the length of the memory in milliseconds
-- Gives  how many tries there have been

local update, now, memory = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local held = redis.call('HGET', KEYS[1], update) or ''
local count, last = string.match(held, '^(%d+) (-?%d+)$')
if not count or tonumber(last) + memory <= now then
  count = 0
end
count = count + 1
redis.call('HSET', KEYS[1], update, string.format('%d %s', count, ARGV[2]))
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return count
