"""Settings, addresses and processes: wires everything, is imported by nobody."""
