#!/bin/sh
# spawn.sh NAME: starts a program of the installation SCEAU_HOME in the background, as ./sceau start does, for a bench that
# counts the time until it answers.
set -eu
for part in base home processes; do . "$SCEAU_ROOT/libexec/$part.sh"; done
[ "$(id -u)" != 0 ] || choose_account
spawn "$1"
