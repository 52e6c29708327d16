#!lua
-- Gives no place before an instant, and never moves the next one back.
--
-- KEYS  the next free place, in microseconds (a string)
-- ARGV  the instant in microseconds

local next = tonumber(redis.call('GET', KEYS[1]) or 0)
if not next then
  return redis.error_reply('CORRUPT the pace is not a number')
end
if tonumber(ARGV[1]) > next then
  redis.call('SET', KEYS[1], ARGV[1])
end
return 'APPLIED'
