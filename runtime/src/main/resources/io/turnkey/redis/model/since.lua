-- What was invalidated after a number. ARGV: epoch and number. Answers position and then 1 if that cannot be told, else 0 and the ids ('' stands for lists and keys).
local MANY = 5000
if not load() then
  return {'', '0', 1}
end
local since = tonumber(ARGV[2])
if epoch ~= ARGV[1] or since < floor or since < trimmed or since > seq then
  return {epoch, number(seq), 1}
end
local ids = redis.call('ZRANGEBYSCORE', fences, '(' .. ARGV[2], '+inf', 'LIMIT', 0, MANY)
if #ids == MANY then
  return {epoch, number(seq), 1}
end
return {epoch, number(seq), 0, unpack(ids)}
