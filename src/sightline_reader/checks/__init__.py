"""The checks that raise faults, one part for each sort of fault."""
