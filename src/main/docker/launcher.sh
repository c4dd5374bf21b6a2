#!/usr/bin/env bash
# Creates parlance.jar, whose manifest puts all jars on the class path: the JVM caches only classes of its built-in class loaders.
#   launcher.sh FOLDER        the folder of the packaged service; needs the JDK's jar tool on the PATH
set -euo pipefail
cd "$1"
manifest=$(mktemp)
trap 'rm "$manifest"' EXIT
{
  echo 'Main-Class: dev.parlance.Parlance'
  # The same as in quarkus-run.jar.
  echo 'Add-Opens: java.base/java.lang'
  echo 'Enable-Native-Access: ALL-UNNAMED'
  echo 'Class-Path: '
  # Transformed classes come before those they replace.
  printf '  %s \n' quarkus/transformed-bytecode.jar quarkus/generated-bytecode.jar app/*.jar lib/boot/*.jar lib/main/*.jar
} > "$manifest"
jar --create --file parlance.jar --manifest "$manifest"
