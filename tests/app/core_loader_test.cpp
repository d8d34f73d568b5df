#include "app/core_loader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

namespace limner {
namespace {

TEST(CoreLoader, LooksBesideTheProgramThenWhereAPackageInstalls) {
    const auto places = coreLibraryPlaces("/opt/limner/bin");
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0], "/opt/limner/lib/liblimner_core.so");
    EXPECT_EQ(places[1], "/opt/limner/lib/limner/liblimner_core.so");
}

TEST(CoreLoader, CountsNoMoreCoresThanThereAreHardwareThreads) {
    EXPECT_GE(physicalCoreCount(), 1);
    EXPECT_LE(physicalCoreCount(), static_cast<int>(std::thread::hardware_concurrency()));
}

TEST(CoreLoader, OpenMpGetsAShortSpinAndTheThreadsAskedFor) {
    unsetenv("GOMP_SPINCOUNT");
    unsetenv("OMP_NUM_THREADS");
    setRuntimeEnvironment(3);
    EXPECT_STREQ(std::getenv("GOMP_SPINCOUNT"), "20000");
    EXPECT_STREQ(std::getenv("OMP_NUM_THREADS"), "3");
}

TEST(CoreLoader, WhatTheUserHasSetForOpenMpStays) {
    setenv("GOMP_SPINCOUNT", "7", 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    setRuntimeEnvironment(3);
    EXPECT_STREQ(std::getenv("GOMP_SPINCOUNT"), "7");
    EXPECT_STREQ(std::getenv("OMP_NUM_THREADS"), "1");
}

}  // namespace
}  // namespace limner
