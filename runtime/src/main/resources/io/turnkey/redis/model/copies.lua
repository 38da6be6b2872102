-- What the scripts begin with, after common, that are offered copies.
local function older(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = string.byte(a, i), string.byte(b, i)
    if x ~= y then
      return x < y
    end
  end
  return #a < #b
end

-- The version in a valid copy, and the fingerprint that follows it; or nil.
local function stored(key)
  local head = redis.pcall('GETRANGE', key, 0, 35)
  if type(head) ~= 'string' or #head < 36 or string.sub(head, 1, 16) ~= epoch then
    return nil
  end
  local known, length = tonumber(string.sub(head, 17, 32)), tonumber(string.sub(head, 33, 36))
  if not known or known < floor or not length then
    return nil
  end
  local rest = redis.call('GETRANGE', key, 36, 51 + length)
  return string.sub(rest, 1, length), string.sub(rest, length + 1)
end

-- Whether a row may come in that a load read which knew this number.
local function admits(id, known)
  local fence = redis.call('ZSCORE', fences, id)
  return known >= floor and known >= trimmed and known <= seq and not (fence and tonumber(fence) > known)
end

