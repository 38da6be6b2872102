-- Rows that a load read. ARGV: the epoch the load knew; what the writer takes for the server's clock; then for each row: id, milliseconds to live, copy, number of links. KEYS[3..]: for each row its copy and its links.
-- A row is taken iff it was not invalidated after the number that the load knew, which stands in the copy, that number is neither below the floor nor below what was trimmed, nor one that was never given, and what is stored is not newer.
-- When a copy expires stands in it, too, by the server's clock as the writer knew it: from a writer that is ahead of that clock nothing is taken. Answers the clock, so that its next call is right.
local now = clock()
if not load() or epoch ~= ARGV[1] or tonumber(ARGV[2]) > now then
  return {epoch or '', number(seq or 0), now}
end
-- Looked up for each row: a third of what the script costs beside its calls.
local KEYS, ARGV, call, sub = KEYS, ARGV, redis.call, string.sub

-- Stores the copy, unless what is there is newer. Where nothing is, or versions do not count, that is one call.
local function store(key, copy, life)
  local versioned = sub(copy, 46, 49) ~= '0000'
  if versioned and not call('SET', key, copy, 'PX', life, 'NX') then
    local other = stored(key)
    if other and other ~= '' and older(sub(copy, 50, 49 + sub(copy, 46, 49)), other) then
      return false
    end
    versioned = false
  end
  return versioned or call('SET', key, copy, 'PX', life)
end

local k = 3
for i = 3, #ARGV, 4 do
  local id, life, copy, links = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  if admits(id, tonumber(sub(copy, 17, 32))) and store(KEYS[k], copy, life) then
    for link = k + 1, k + links do
      call('SET', KEYS[link], id, 'PX', life)
    end
  end
  k = k + 1 + links
end
return {epoch, number(seq), now}
