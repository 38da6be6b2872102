-- Copies of rows. KEYS[3..]: links, then copies. ARGV: what the name of a copy begins with; how many of the keys are links.
-- The copy that a link leads to is the one key that cannot be named before; it is in the same slot. Answers epoch, number, floor, the server's clock, the links' ids, the copies that they lead to, and the other copies.
-- Copies that are looked for beside the script, after it, are as good: of a write in between they are what is after it, and who asks hears of it.
-- Changes nothing, and judges nothing: whether a copy is of this epoch, not below the floor and not expired stands in its head.
local h = redis.pcall('HMGET', KEYS[1], 'epoch', 'seq', 'floor')
if h.err or not (h[1] and h[2] and h[3]) then
  return {'', '0', '0', 0, {}, {}, {}}
end
local function values(names)
  return #names == 0 and {} or redis.call('MGET', unpack(names))
end
local time = redis.call('TIME')
local links, copies = {}, {}
for i = 3, #KEYS do
  local names = i - 2 <= tonumber(ARGV[2]) and links or copies
  names[#names + 1] = KEYS[i]
end
local ids, led = values(links), {}
for i = 1, #links do
  led[i] = ARGV[1] .. (ids[i] or '')
end
return {h[1], h[2], h[3], time[1] * 1000 + math.floor(time[2] / 1000), ids, values(led), values(copies)}
