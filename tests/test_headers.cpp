// See CMakeLists.txt: what the tests of the core include, compiled once.
int main() {
    return 0;
}
