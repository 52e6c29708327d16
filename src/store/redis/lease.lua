#!lua
-- The earliest due chats of one row of one shard, and their alarms moved forward. Moved, not taken: whoever dies now, the chats
-- become due again.
--
-- KEYS   the row of alarms (a sorted set)
-- ARGV   now and the end of the lease in milliseconds; how many at most
-- Gives  chat, old alarm, chat, old alarm, …, earliest first

local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for at = 1, #due, 2 do
  redis.call('ZADD', KEYS[1], ARGV[2], due[at])
end
return due
