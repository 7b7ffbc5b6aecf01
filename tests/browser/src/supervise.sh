# Runs a command (the arguments) until standard input closes, then ends it and every process it started.
# The operating system closes that pipe however the test process ends, so no browser outlives it.
trap '' INT TERM HUP
home=$(mktemp -d)
# The session id covers all descendants, even those that a browser moves into process groups of their own.
HOME=$home TMPDIR=$home XDG_RUNTIME_DIR=$home setsid "$@" &
session=$!
cat >/dev/null
pkill -TERM -s "$session"
for _ in 1 2 3 4 5 6 7 8 9 10; do
  pgrep -s "$session" >/dev/null || break
  sleep 0.1
done
pkill -KILL -s "$session"
rm -rf "$home"
