-- What every script begins with. KEYS[1]: the model's hash {epoch, seq, floor, trimmed, run, begun}; KEYS[2]: its fences, a sorted set of ids by the number of their last invalidation.
--
-- Invariants
--   seq      grows by one with each invalidation; nothing else changes it.
--   floor    <= seq; a value filled by a load that knew a lower number is not valid.
--   trimmed  <= seq; fences of numbers up to it may have been removed, so a fill that knew a lower number is refused.
--   fences   hold every id invalidated after max(floor, trimmed); while seq is higher than both there is at least one ('' where an invalidation named no id).
--   begun    is when the epoch began, by the clock of the server with that run id, and compared with that clock alone.
--   epoch    is random and new whenever one of these may not hold: the hash is missing or damaged, or another server process answers than before.
local meta, fences = KEYS[1], KEYS[2]
local epoch, seq, floor, trimmed, run
-- How many fences there were when the script began.
local fenced = 0

local function number(n)
  return string.format('%016d', n)
end

-- The server's clock in milliseconds.
local function clock()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- The server's process.
local function server()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or 'unknown'
end

local function save()
  redis.call('HSET', meta, 'epoch', epoch, 'seq', number(seq), 'floor', number(floor), 'trimmed', number(trimmed), 'run', run)
end

-- Whether the model is known. Fences that were evicted are replaced by a higher floor.
local function load()
  local h = redis.pcall('HMGET', meta, 'epoch', 'seq', 'floor', 'trimmed', 'run')
  if h.err then
    redis.call('UNLINK', meta)
    return false
  end
  epoch, seq, floor, trimmed, run = h[1], tonumber(h[2] or ''), tonumber(h[3] or ''), tonumber(h[4] or ''), h[5]
  -- Nodes read number and floor as digits: what is a number to Lua alone, 1e0 for one, would fail each of their reads.
  if not (epoch and seq and floor and trimmed and run) or #epoch ~= 16 or string.find(h[2] .. h[3], '%D') or not (floor <= seq and seq < 2 ^ 52) then
    seq = nil
    return false
  end
  fenced = redis.pcall('ZCARD', fences)
  if type(fenced) == 'table' then
    redis.call('UNLINK', fences)
    fenced = 0
  end
  if fenced == 0 and seq > floor and seq > trimmed then
    floor = seq
    save()
  end
  return true
end

-- Distrusts everything there was. The sequence goes on where it is known, so that it never repeats a number in the life of a hash.
local function renew(fresh)
  seq = seq or 0
  floor, trimmed, epoch = seq, seq, fresh
  run = server()
  redis.call('UNLINK', fences)
  redis.call('HSET', meta, 'begun', number(clock()))
  save()
end
