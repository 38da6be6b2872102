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

-- The version in a valid copy, and the fingerprint that follows it; or nil. Few versions are longer than what is read at once.
local function stored(key)
  local head = redis.pcall('GETRANGE', key, 0, 99)
  if type(head) ~= 'string' or #head < 36 or string.sub(head, 1, 16) ~= epoch then
    return nil
  end
  local known, length = tonumber(string.sub(head, 17, 32)), tonumber(string.sub(head, 33, 36))
  if not known or known < floor or not length then
    return nil
  end
  if length > 48 then
    head = redis.call('GETRANGE', key, 0, 51 + length)
  end
  return string.sub(head, 37, 36 + length), string.sub(head, 37 + length, 52 + length)
end

-- Whether a row may come in that a load read which knew this number.
local function admits(id, known)
  local fence = redis.call('ZSCORE', fences, id)
  return known >= floor and known >= trimmed and known <= seq and not (fence and tonumber(fence) > known)
end

