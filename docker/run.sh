#!/bin/sh
# The container's first process: starts the installation and stops it in order when told to.
set -eu
trap 'trap "" TERM INT; /opt/sceau/sceau stop; exit 0' TERM INT
[ -s "$SCEAU_HOME/conf/sceau.properties" ] || /opt/sceau/sceau init
/opt/sceau/sceau start
while /opt/sceau/sceau status >/dev/null; do
    sleep 30 &
    wait $!
done
/opt/sceau/sceau stop
exit 1
