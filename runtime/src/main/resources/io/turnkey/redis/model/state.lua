-- Where the model's history stands, how many milliseconds ago its epoch began, and the server's clock. ARGV: a random epoch, '1' to begin a new one in any case, channel of changes or '', channel of heartbeats, nonce or ''.
-- A new epoch begins if the model is not known, or the server's process is not the one that wrote what there is: it may have restarted from an old file, or be a replica that was behind.
local known = load()
local now = clock()
if not known or run ~= server() or ARGV[2] == '1' then
  renew(ARGV[1])
  if ARGV[3] ~= '' then
    redis.call('PUBLISH', ARGV[3], '1' .. epoch .. number(seq) .. 'R')
  end
end
if ARGV[5] ~= '' then
  redis.call('PUBLISH', ARGV[4], '1' .. epoch .. number(seq) .. 'B' .. ARGV[5])
end
return {epoch, number(seq), math.max(0, now - tonumber(redis.call('HMGET', meta, 'begun')[1] or now)), now}
