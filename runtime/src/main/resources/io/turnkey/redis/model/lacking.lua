-- Which of the rows that a load read would come in, and are needed: they are not there, or in an older version, or as another version of the model wrote them, or have less than half of their life left.
-- ARGV[1]: the epoch the load knew; ARGV[2]: the fingerprint; then for each row: id, number the load knew, milliseconds to live, version or ''. KEYS[3..]: their copies. Answers their positions; changes nothing.
if not load() or epoch ~= ARGV[1] then
  return {epoch or '', number(seq or 0)}
end
local answers, k, now = {epoch, number(seq)}, 3, clock()
for i = 3, #ARGV, 4 do
  if admits(ARGV[i], tonumber(ARGV[i + 1])) then
    local version, fingerprint, expires = stored(KEYS[k])
    if not version or fingerprint ~= ARGV[2] or (version ~= '' and older(version, ARGV[i + 3]))
      or (expires > 0 and expires - now or redis.call('PTTL', KEYS[k])) * 2 < tonumber(ARGV[i + 2]) then
      answers[#answers + 1] = k - 3
    end
  end
  k = k + 1
end
return answers
