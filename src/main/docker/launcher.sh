#!/usr/bin/env bash
# Makes parlance.jar, which names all jars for the JVM's own loader: only the classes of that one can be written down for later starts.
#   launcher.sh FOLDER        of the packaged service; needs the JDK's jar on the path
set -euo pipefail
cd "$1"
manifest=$(mktemp)
trap 'rm "$manifest"' EXIT
{
  echo 'Main-Class: dev.parlance.Parlance'
  # As quarkus-run.jar has them.
  echo 'Add-Opens: java.base/java.lang'
  echo 'Enable-Native-Access: ALL-UNNAMED'
  echo 'Class-Path: '
  # Transformed classes before those they replace.
  printf '  %s \n' quarkus/transformed-bytecode.jar quarkus/generated-bytecode.jar app/*.jar lib/boot/*.jar lib/main/*.jar
} > "$manifest"
jar --create --file parlance.jar --manifest "$manifest"
