-- Plays the requests of a file, one a line: token, tab, body. Each thread begins elsewhere in it.
local file = os.getenv("BENCH_REQUESTS")
local requests, at = {}, 0

function setup(thread)
  thread:set("offset", math.random(0, 1e6))
end

function init()
  for line in io.lines(file) do
    local token, body = line:match("^(%S+)\t(.+)$")
    local headers = {
      ["Content-Type"] = "application/json",
      ["Accept"] = "application/graphql-response+json",
      ["Authorization"] = "Bearer " .. token,
    }
    requests[#requests + 1] = wrk.format("POST", "/graphql", headers, body)
  end
  at = offset % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

-- One line of JSON for the script that started wrk: latencies in microseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%.3f,"p50":%.1f,"p99":%.1f,"bytes":%d,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99), summary.bytes,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
