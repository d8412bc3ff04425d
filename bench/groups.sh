# shellcheck shell=sh
# One control group (cgroup version 2) a system: the kernel counts the processor time of every process born in it, those
# that ended included, which no sum over /proc can do for servers that fork.

groups_root() { awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts; }

# new_group NAME: prints its folder.
new_group() {
    root=$(groups_root)
    [ -n "$root" ] || die "pas de cgroup version 2 sur cette machine : le temps de processeur ne peut pas être compté"
    folder=$root/sceau-bench-$$-$1
    mkdir "$folder" 2>/dev/null || die "$folder ne peut pas être créé (droits de root nécessaires)"
    [ -r "$folder/cpu.stat" ] || die "$folder/cpu.stat manque"
    printf '%s' "$folder"
}

# in_group FOLDER COMMAND…: the command, function or program, and all its children.
in_group() (
    echo 0 >"$1/cgroup.procs"
    shift
    "$@"
)

# Only empty groups can be removed; what is still in one is ours and is told to end.
end_groups() {
    for folder in "$(groups_root)/sceau-bench-$$-"*; do
        [ -d "$folder" ] || continue
        tries=50
        until rmdir "$folder" 2>/dev/null; do
            [ $tries -gt 0 ] || { warn "$folder n'est pas vide"; break; }
            [ $tries -ne 25 ] || xargs -r kill -TERM <"$folder/cgroup.procs" 2>/dev/null || :
            tries=$((tries - 1))
            sleep 0.2
        done
    done
}
