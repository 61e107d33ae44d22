"""Names that belong to nobody: given names and surnames put together so that no pair comes twice."""

GIVEN = (
    *("Abeni", "Alasdair", "Amrita", "Anouk", "Bashir", "Brigitta", "Calista", "Chidi", "Corin", "Dagny", "Darius"),
    *("Demelza", "Eamon", "Efua", "Elspeth", "Farida", "Fergal", "Giulietta", "Hamza", "Ikram", "Imogen", "Ivo"),
    *("Jarek", "Kezia", "Kofi", "Laszlo", "Leocadia", "Mairead", "Mehmet", "Nadezhda", "Neha", "Orla", "Parveen"),
    *("Quentin", "Radhika", "Roxana", "Sefton", "Sunita", "Tadeusz", "Umar", "Vashti", "Wanjiru", "Yusuf", "Zofia"),
)
SURNAMES = (
    *("Achebe-Lowe", "Ballantrae", "Chowdhry-Penn", "Danjuma", "Eastlake", "Farrukh", "Gantry", "Hollingbourne"),
    *("Inglesby", "Jankowiak", "Kettleworth", "Lazarev", "Makinde-Hart", "Nettlefield", "Obaseki", "Patwardhan"),
    *(
        "Quarshie",
        "Ravenhurst",
        "Sivakumar-Vale",
        "Tillotsen",
        "Uddin-Marsh",
        "Vandermolen",
        "Wetherspan",
        "Yarwood-Osman",
    ),
    *("Zielinska-Pike", "Ashgrove", "Birkenshaw", "Csonka"),
)


def invented_name(number: int) -> str:
    """The `number`th pair; the same number always gives the same name."""
    given = GIVEN[number % len(GIVEN)]
    return f"{given} {SURNAMES[(number + number // len(GIVEN)) % len(SURNAMES)]}"
