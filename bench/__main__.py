"""Runs the measurements: every module of this folder that has a `main`."""

import pkgutil
import sys
from importlib import import_module

import bench


def main(names: list[str]) -> int:
    found = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    unknown = [name for name in names if name not in found]
    if unknown:
        print(f"There is no measurement called {', '.join(unknown)}. There are: {', '.join(found)}.", file=sys.stderr)
        return 2
    for name in names or found:
        module = import_module(f"bench.{name}")
        if hasattr(module, "main"):
            print(f"\n{name}\n{'=' * len(name)}")
            module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
