#!/bin/sh
# Reads the reports of Surefire and says how many tests of each kind ran: unit, dialogue (*DialogueTest), end to end
# (*EndToEndTest and *PeerTest); names what failed and what was skipped, with the reason.
#   test-report.sh CLONE        exit 1 when a test failed or none ran
set -eu

# One line a test: kind, outcome, class.method, reason.
read_reports() {
    find "$1" -path '*/target/surefire-reports/TEST-*.xml' -exec cat {} + | awk '
        BEGIN { RS = "<" }
        function attribute(name,   text) {
            text = $0
            if (!match(text, "[ \t\n]" name "=\"[^\"]*\"")) return ""
            text = substr(text, RSTART, RLENGTH)
            sub(/^[^"]*"/, "", text); sub(/"$/, "", text); gsub(/[\t\n]|&#10;/, " ", text)
            gsub(/&quot;/, "\"", text); gsub(/&apos;|&#39;/, "\047", text); gsub(/&lt;/, "<", text)
            gsub(/&gt;/, ">", text); gsub(/&amp;/, "\\&", text)
            return text
        }
        function close_case() { if (open) print kind "\t" outcome "\t" class "." test "\t" reason; open = 0 }
        /^testcase / {
            close_case()
            class = attribute("classname"); test = attribute("name"); reason = ""; outcome = "passed"; open = 1
            kind = class ~ /(EndToEnd|Peer)Test/ ? "3" : class ~ /DialogueTest/ ? "2" : "1"
            sub(/.*\./, "", class)
        }
        /^skipped/ { outcome = "skipped"; reason = attribute("message") }
        # Without a message attribute the reason is the first line of the text: type, then ": ", then what was said.
        /^!\[CDATA\[/ && outcome == "skipped" && reason == "" {
            reason = $0
            sub(/\n.*/, "", reason); sub(/^[^:]*: /, "", reason); sub(/^Assumption failed: /, "", reason)
        }
        /^failure|^error/ { outcome = "failed"; reason = substr(attribute("message"), 1, 200) }
        END { close_case() }'
}

lines=$(read_reports "$1")
printf '%s\n' "$lines" | awk -F '\t' '
    NF < 3 { next }
    { count[$1, $2]++; total[$2]++ }
    $2 == "failed" { failed = failed "  " $3 " : " $4 "\n" }
    $2 == "skipped" { skipped = skipped "  " $3 " : " $4 "\n" }
    function row(name, kind) {
        printf "%-32s %8d %8d %8d\n", name, count[kind, "passed"], count[kind, "failed"], count[kind, "skipped"]
    }
    END {
        print ""
        if (skipped != "") printf "Tests non passés (skip), et pourquoi :\n%s\n", skipped
        if (failed != "") printf "Tests en échec :\n%s\n", failed
        print "                                   réussis   échecs  non passés"
        row("Tests unitaires", 1); row("Dialogues SMTP/IMAP", 2); row("De bout en bout (vrais outils)", 3)
        print ""
        printf "%d passed, %d failed, %d skipped\n", total["passed"], total["failed"], total["skipped"]
        exit (total["failed"] > 0 || total["passed"] == 0)
    }'
