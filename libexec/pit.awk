# Reads docs/mutation-survivors.md, then PIT's mutations.csv; prints survivors that the first does not explain and a table.
# A survivor is told by class, method and mutator: lines move. Explained: "### cms.Class", then "| method | Mutator | count | why |".

function trim(text) { gsub(/^[ `]+|[ `]+$/, "", text); return text }

FNR == 1 { file++ }
file == 1 && /^### / { class = trim(substr($0, 5)); next }
file == 1 && /^\|/ {
    split($0, cell, "|")
    if (cell[4] + 0 > 0) explained[class " " trim(cell[2]) " " trim(cell[3])] += cell[4]
    next
}
file == 1 { next }

{
    split($0, field, ",")
    name = field[2]
    sub(/^fr\.sceau\.smime\./, "", name)
    package = index(name, ".") ? substr(name, 1, index(name, ".") - 1) : "root"
    all[package]++
    if (field[6] !~ /^(SURVIVED|NO_COVERAGE)$/) { killed[package]++; next }
    if (field[6] == "SURVIVED") survived[package]++; else uncovered[package]++
    mutator = field[3]
    sub(/^.*\./, "", mutator)
    sub(/Mutator$/, "", mutator)
    method = field[4]
    if (method ~ /^lambda\$/) { sub(/^lambda\$/, "", method); sub(/\$[0-9]+$/, "", method) }
    key = name " " method " " mutator
    if (explained[key]-- > 0) next
    open[package]++
    printf "  %-60s ligne %-4s %s\n", name "." method, field[5], mutator (field[6] == "SURVIVED" ? "" : ", aucun test n'y passe")
}

END {
    printf "\n%-10s %8s %8s %10s %12s %13s %7s\n", "paquet", "mutants", "tués", "survivants", "sans test", "inexpliqués", "score"
    for (package in all) {
        score = 100 * killed[package] / all[package]
        reached = score >= 85 || !open[package]
        if (!reached) failed = 1
        printf "%-10s %8d %7d %10d %12d %12d %6.1f %%  %s\n", package, all[package], killed[package], survived[package],
            uncovered[package], open[package], score, reached ? "atteint" : "non atteint" | "sort"
        total += all[package]; dead += killed[package]
    }
    close("sort")
    if (!total) { print "aucun mutant : PIT n'a rien rendu"; exit 1 }
    printf "%-10s %8d %7d %44.1f %%  (promis : 85 %% par paquet, ou chaque survivant expliqué)\n", "ensemble", total, dead, 100 * dead / total
    exit failed
}
