# Runs the command given as arguments for as long as somebody holds our standard input open, then ends it together
# with everything it started. Whoever started us may thus die in any way and leave nothing behind.
trap '' INT TERM HUP
home=$(mktemp -d)
# A session of its own names all descendants at once, even those that a browser puts in groups of their own.
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
