-- A write was committed. KEYS[3..]: copies and links to remove. ARGV: a random epoch, channel or '', what is told after the position, '1' if any row may have changed, then ids.
-- After it returns, no fill by a load that began before is taken for one of the ids, and none that is stored is valid.
local FENCES = 16384
if not load() then
  renew(ARGV[1])
end
seq = seq + 1
-- First: a server whose memory is full refuses what may take more of it, unless the script has written before.
if #KEYS > 2 then
  redis.call('UNLINK', unpack(KEYS, 3))
end
if ARGV[4] == '1' then
  floor = seq
  redis.call('UNLINK', fences)
  redis.call('HSET', meta, 'floor', number(floor))
else
  local fresh = {}
  if #ARGV == 4 then
    redis.call('ZREM', fences, '')
    fresh = {seq, ''}
  end
  for i = 5, #ARGV do
    fresh[#fresh + 1] = seq
    fresh[#fresh + 1] = ARGV[i]
  end
  redis.call('ZADD', fences, unpack(fresh))
  local surplus = fenced + #fresh / 2 - FENCES
  if surplus > 0 then
    -- Some of the ids may have had fences before.
    surplus = redis.call('ZCARD', fences) - FENCES
  end
  if surplus > 0 then
    local last = redis.call('ZRANGE', fences, surplus - 1, surplus - 1, 'WITHSCORES')
    trimmed = math.max(trimmed, tonumber(last[2]))
    redis.call('ZREMRANGEBYRANK', fences, 0, surplus - 1)
    redis.call('HSET', meta, 'trimmed', number(trimmed))
  end
end
local now = number(seq)
redis.call('HSET', meta, 'seq', now)
if ARGV[2] ~= '' then
  redis.call('PUBLISH', ARGV[2], '1' .. epoch .. now .. ARGV[3])
end
return {epoch, now}
