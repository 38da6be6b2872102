-- Rows that a load read. ARGV[1]: the epoch the load knew; then for each row: id, number the load knew, milliseconds to live, version or '', copy, number of links. KEYS[3..]: for each row its copy and its links.
-- A row is taken iff it was not invalidated after that number, the number is neither below the floor nor below what was trimmed, nor one that was never given, and what is stored is not newer.
if not load() or epoch ~= ARGV[1] then
  return {epoch or '', number(seq or 0), 0}
end
local taken, k = 0, 3
for i = 2, #ARGV, 6 do
  local id, known, version, links = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 3], tonumber(ARGV[i + 5])
  if admits(id, known) then
    local other = version ~= '' and stored(KEYS[k])
    if not other or other == '' or not older(version, other) then
      redis.call('SET', KEYS[k], ARGV[i + 4], 'PX', ARGV[i + 2])
      for link = k + 1, k + links do
        redis.call('SET', KEYS[link], id, 'PX', ARGV[i + 2])
      end
      taken = taken + 1
    end
  end
  k = k + 1 + links
end
return {epoch, number(seq), taken}
