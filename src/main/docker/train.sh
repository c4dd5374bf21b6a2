#!/usr/bin/env bash
# Starts the service where it finds neither files nor a database, asks it what it can answer then, and ends it: on its way out it
# writes down what it loaded.
#   train.sh OPTION           -XX:AOTCacheOutput=FILE, before JDK 25 -XX:ArchiveClassesAtExit=FILE; in the folder of parlance.jar,
# which later starts have to name by the same path
set -euo pipefail
here=$(dirname "$(realpath "$0")")
port=${TRAINING_PORT:-8080}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PARLANCE_SNAPSHOTS_FOLDER=$folder QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/none \
QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_HOST=127.0.0.1 QUARKUS_MANAGEMENT_PORT=$((port + 1)) \
  java "$1" ${TRAINING_OPTIONS:-} "@$here/java.options" -jar "$PWD/parlance.jar" > "$folder/log" 2>&1 &
service=$!
ask() { (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nAccept-Language: ja\r\n\r\n' "$2" >&3 && cat <&3 >/dev/null) 2>/dev/null; }
until ask $((port + 1)) /q/health/live; do
  kill -0 "$service" || { cat "$folder/log"; exit 1; }
  sleep 0.1
done
for path in /v1/catalogs /v1/catalogs/exchange/messages/-1015?arg=5 /v1/catalogs/exchange/bundles/ja /nowhere; do
  ask "$port" "$path"
done
kill "$service"
# Ended by a signal, which is what it was sent.
wait "$service" || [ $? -eq 143 ]
