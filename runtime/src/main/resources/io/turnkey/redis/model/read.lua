-- Copies of rows. KEYS[3..]: one for each question, a copy or a link. ARGV: what the name of a copy begins with, then 'v' or 'k' for each question.
-- The copy that a link leads to is the one key that cannot be named before; it is in the same slot. Answers each question with {id or '', copy, milliseconds left}, 0 for none, or 1 for something that is no copy.
-- Changes nothing. Only copies of this epoch, and not below the floor, are answered: those of invalidated rows are gone.
local h = redis.pcall('HMGET', KEYS[1], 'epoch', 'seq', 'floor')
if h.err or not (h[1] and h[2] and h[3]) then
  return {'', '0'}
end
local floor = tonumber(h[3])
local answers = {h[1], h[2]}
for i = 3, #KEYS do
  local id, key = '', KEYS[i]
  local answer = 0
  if ARGV[i - 1] == 'k' then
    id = redis.pcall('GET', key)
    key = type(id) == 'string' and ARGV[1] .. id
    answer = type(id) == 'table' and 1 or 0
  end
  local copy = key and redis.pcall('GET', key)
  if type(copy) == 'string' then
    local number = tonumber(string.sub(copy, 17, 32))
    if string.sub(copy, 1, 16) ~= h[1] then
      answer = #copy < 36 and 1 or 0
    elseif not number then
      answer = 1
    elseif number >= floor then
      answer = {id, copy, redis.call('PTTL', key)}
    end
  elseif copy then
    answer = 1
  end
  answers[i] = answer
end
return answers
