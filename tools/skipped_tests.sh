#!/bin/bash
# Lists the tests that a run of CTest skipped and why, from its LastTest.log: GTEST_SKIP, QSKIP and scripts that say
# "SKIPPED: why".
awk '
    function tell(why) { if (!count++) print "Skipped tests:"; print "  " test ": " why }
    /^[0-9]+\/[0-9]+ Test: / { test = $0; sub(/^[^:]*: /, "", test) }
    /: Skipped$/             { getline; tell($0 == "" ? "no reason given" : $0) }
    /^SKIP   : /             { sub(/^SKIP   : /, ""); tell($0) }
    /^SKIPPED: /             { sub(/^SKIPPED: /, ""); tell($0) }
    END                      { if (!count) print "No test was skipped."; print "" }
' "$1"
