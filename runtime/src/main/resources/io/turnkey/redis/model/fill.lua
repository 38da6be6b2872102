-- Rows that a load read. ARGV: the epoch the load knew; what the writer takes for the server's clock; then for each row: id, number the load knew, milliseconds to live, version or '', copy, number of links. KEYS[3..]: for each row its copy and its links.
-- A row is taken iff it was not invalidated after that number, the number is neither below the floor nor below what was trimmed, nor one that was never given, and what is stored is not newer.
-- When a copy expires stands in it, by the server's clock as the writer knew it: from a writer that is ahead of that clock nothing is taken. Answers the clock, so that its next call is right.
local now = clock()
if not load() or epoch ~= ARGV[1] or tonumber(ARGV[2]) > now then
  return {epoch or '', number(seq or 0), now}
end
local k = 3
for i = 3, #ARGV, 6 do
  local id, life, version, copy, links = ARGV[i], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5]
  if admits(id, tonumber(ARGV[i + 1])) then
    -- With nothing there to compare it with this is the only call.
    local taken = version ~= '' and redis.call('SET', KEYS[k], copy, 'PX', life, 'NX')
    if not taken then
      local other = version ~= '' and stored(KEYS[k])
      taken = not other or other == '' or not older(version, other)
      if taken then
        redis.call('SET', KEYS[k], copy, 'PX', life)
      end
    end
    if taken then
      for link = k + 1, k + links do
        redis.call('SET', KEYS[link], id, 'PX', life)
      end
    end
  end
  k = k + 1 + links
end
return {epoch, number(seq), now}
