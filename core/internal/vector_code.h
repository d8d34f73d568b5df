// Loops that the compiler turns into vector code, once for each kind of processor.
#pragma once

/// Before a function whose loops should use the widest vectors of the processor that runs them; it is chosen
/// when the program is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define LIMNER_VECTOR_CODE [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define LIMNER_VECTOR_CODE
#endif
