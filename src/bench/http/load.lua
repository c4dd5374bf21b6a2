-- Prints one result line for the calling script. If the environment variable BODY names a file, each request posts it as JSON.
local file = os.getenv("BODY")
if file then
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = io.open(file, "rb"):read("*a")
end

function done(summary)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d\n", summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
