// Wires the registries, the engine and the runs into a Studio.
