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

-- The version in a valid copy, the fingerprint that follows it, and when it expires, 0 for never; or nil. Few versions are longer than what is read at once.
local function stored(key)
  local head = redis.pcall('GETRANGE', key, 0, 99)
  if type(head) ~= 'string' or #head < 49 or string.sub(head, 1, 16) ~= epoch then
    return nil
  end
  local known, expires, length = tonumber(string.sub(head, 17, 32)), tonumber(string.sub(head, 33, 45)), tonumber(string.sub(head, 46, 49))
  if not known or known < floor or not expires or not length then
    return nil
  end
  if length > 35 then
    head = redis.call('GETRANGE', key, 0, 64 + length)
  end
  return string.sub(head, 50, 49 + length), string.sub(head, 50 + length, 65 + length), expires
end

-- Whether a row may come in that a load read which knew this number. No fence is above the number of the last invalidation.
local function admits(id, known)
  if known < floor or known < trimmed or known > seq then
    return false
  end
  local fence = known < seq and redis.call('ZSCORE', fences, id)
  return not (fence and tonumber(fence) > known)
end

