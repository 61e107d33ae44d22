"""An e-mail with minutes in its body, and a list that must never have been sent."""

from email.message import EmailMessage

from .cast import Cast

Paper = tuple[str, bytes]


def papers(cast: Cast) -> list[Paper]:
    return [("FW Notes of todays call.eml", _mail(cast)), ("list for audit.csv", _children())]


def _mail(cast: Cast) -> bytes:
    message = EmailMessage()
    message["From"] = "partnership.team@example.org"
    message["To"] = "members@example.org"
    message["Date"] = "Wed, 21 Oct 2026 16:20:00 +0100"
    message["Subject"] = f"Notes: {cast.subgroup}, 21 October 2026"
    present = "\n".join(f"{m.name} - {m.organisation}" for m in cast.subgroup_members[:-1])
    lead = cast.subgroup_members[1]
    message.set_content(
        f"Dear all\n\nNotes of today's extraordinary meeting.\n\n{cast.subgroup}\nWednesday 21 October 2026, 3pm\n\n"
        f"Present:\n{present}\n\nApologies:\n{cast.subgroup_members[-1].name} - {cast.subgroup_members[-1].organisation}\n\n"
        "1. Agency returns\nTwo agencies have not answered.\n\n"
        f"Action: {lead.name} to chase the two returns by 30 October 2026\n\n"
        "Next meeting: 26 November 2026 at 2pm\n\nKind regards\nThe partnership team\n"
    )
    return message.as_bytes()


def _children() -> bytes:
    """A child-level return as it is sometimes attached by mistake; the numbers are made up and the check letters wrong."""
    rows = ["LAchildID,UPN,DOB,Gender,Ethnicity,CINreferralDate"]
    rows += [f"{1000 + n},A{n:012d},0{n}/0{n}/2014,1,WBRI,0{n}/04/2026" for n in range(1, 8)]
    return "\n".join(rows).encode()
