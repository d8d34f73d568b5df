#!/bin/bash
# Holds that every file of the core with a parallel loop is compiled with OpenMP: without it the loop runs on one
# thread, and nothing says so.
listed=$(sed -n '/^set_source_files_properties(/,/PROPERTIES/p' core/CMakeLists.txt | grep -oE '[a-z]+/[a-z_]+\.cpp' | sort)
looping=$(grep -rlE 'at::parallel_(for|reduce)' core --include='*.cpp' --include='*.h' | sed 's#^core/##' | sort)
diff <(echo "$listed") <(echo "$looping") && exit 0
echo "  ^ < is compiled with OpenMP and has no parallel loop; > has one and is compiled without (core/CMakeLists.txt)"
exit 1
