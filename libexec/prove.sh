# ./sceau prove [NOM] : passe une épreuve longue, ou en donne la liste. Chacune est bornée dans le temps et finit par
# un tableau.

if [ $# -eq 0 ]; then
    say "Épreuves :"
    for script in "$SCEAU_ROOT"/libexec/prove/*.sh; do
        printf '  %-10s %s\n' "$(basename "$script" .sh)" "$(sed -n '2s/^# //p' "$script")"
    done
    exit 0
fi
name=$1
shift
case $name in *[!a-z0-9-]*) usage_error "épreuve inconnue « $name »" ;; esac
script=$SCEAU_ROOT/libexec/prove/$name.sh
[ -f "$script" ] || usage_error "épreuve inconnue « $name » ; la liste : ./sceau prove"
if [ "${1:-}" = --help ]; then
    sed -n '2,${/^#/!q;s/^# \{0,1\}//p}' "$script"
    exit 0
fi
exec sh "$script" "$@"
