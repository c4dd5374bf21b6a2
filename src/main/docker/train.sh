#!/usr/bin/env bash
# Training run for the AOT cache. Starts the service twice on an empty database, embedded or at QUARKUS_DATASOURCE_JDBC_URL: once to
# fill the database and the snapshot files, and once as in nearly every later start. The second writes the cache when it exits.
#   train.sh OPTION           -XX:AOTCacheOutput=FILE; before JDK 25, -XX:ArchiveClassesAtExit=FILE
# Run it in the folder of parlance.jar. Later starts must name the jar by the same path.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
port=${TRAINING_PORT:-8080}
folder=$(mktemp -d)
service=
# The status of a service that was killed must not end the trap, as "set -e" applies to it.
trap '[ -z "$service" ] || { kill "$service" && wait "$service"; } 2>/dev/null || true; rm -rf "$folder"' EXIT
ask() { (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nAccept-Language: ja\r\n\r\n' "$2" >&3 && cat <&3) 2>/dev/null; }

run() {
  PARLANCE_SNAPSHOTS_FOLDER=$folder/snapshots PARLANCE_EMBEDDED_FOLDER=$folder/embedded \
  QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_HOST=127.0.0.1 QUARKUS_MANAGEMENT_PORT=$((port + 1)) \
    java "$@" ${TRAINING_OPTIONS:-} "@$here/java.options" -jar "$PWD/parlance.jar" > "$folder/log" 2>&1 &
  service=$!
  until grep -q 'Catalog exchange: ' "$folder/log" && [ -e "$folder/snapshots/exchange.snapshot" ] \
    && ask $((port + 1)) /q/health/ready > /dev/null; do
    kill -0 "$service" || { cat "$folder/log"; exit 1; }
    sleep 0.1
  done
  for path in /v1/catalogs /v1/catalogs/exchange/messages/-1015?arg=5 /v1/catalogs/exchange/bundles/ja /nowhere; do
    ask "$port" "$path" > /dev/null
  done
  kill "$service"
  # 143 is the exit code after SIGTERM.
  wait "$service" || [ $? -eq 143 ]
  service=
}

run -Xshare:auto
run "$1"
