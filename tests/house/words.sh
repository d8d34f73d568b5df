#!/bin/bash
# Nothing unfinished is left in the sources.
! grep -rnwE 'TODO|FIXME|XXX|HACK|lorem' --include='*.h' --include='*.cpp' --include='CMakeLists.txt' app core widgets
