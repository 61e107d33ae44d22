"""The triggers in SQLite's words. The actor stands in the one row of trail_actingnow while a deed is done."""

from ..domain import CHANGED, KEPT_OUT, Followed, Verb, tenant_sql

EXISTING = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'trail!_%' ESCAPE '!'"
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
FIELDS = '(at, actor_id, actor, deed, "table", "row", verb, before, after, partnership_id)'
STAYS = "the trail is never changed: what was written in it stays"


def removal(found: list[tuple[str]]) -> list[str]:
    return [f'DROP TRIGGER IF EXISTS "{name}"' for (name,) in found]


def guards() -> list[str]:
    return [
        f'CREATE TRIGGER "trail_stays_{table}_{verb}" BEFORE {verb} ON "{table}"'
        f" BEGIN SELECT RAISE(ABORT, '{STAYS}'); END"
        for table in ("trail_entry", "trail_seal")
        for verb in ("UPDATE", "DELETE")
    ]


def triggers(followed: Followed) -> list[str]:
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in followed.columns)
    return [
        _trigger(followed, Verb.INSERT, "NEW", "NULL", row_as_json(followed, "NEW")),
        _trigger(followed, Verb.UPDATE, "NEW", row_as_json(followed, "OLD"), _row_after(followed), f"WHEN {changed}"),
        _trigger(followed, Verb.DELETE, "OLD", row_as_json(followed, "OLD"), "NULL"),
    ]


def _trigger(followed: Followed, verb: Verb, row: str, before: str, after: str, when: str = "") -> str:
    return (
        f'CREATE TRIGGER "trail_{followed.table}_{verb}" AFTER {verb} ON "{followed.table}" {when} BEGIN'
        f" INSERT INTO trail_entry {FIELDS} VALUES ({NOW}, {_acting('actor_id')}, {_acting('actor')}, {_acting('deed')},"
        f" '{followed.table}', {row}.\"{followed.key}\", '{verb}', {before}, {after}, {tenant_sql(followed, row)}); END"
    )


def _acting(column: str) -> str:
    found = f"(SELECT {column} FROM trail_actingnow WHERE id = 1)"
    return found if column == "actor_id" else f"COALESCE({found}, '')"


def row_as_json(followed: Followed, row: str) -> str:
    pairs = (
        f"'{column}', " + (f"'{KEPT_OUT}'" if column in followed.kept_out else f'{row}."{column}"')
        for column in followed.columns
    )
    return f"json_object({', '.join(pairs)})"


def _row_after(followed: Followed) -> str:
    """A kept-out column says only whether it changed."""
    text = row_as_json(followed, "NEW")
    for column in followed.kept_out:
        said = f"CASE WHEN OLD.\"{column}\" IS NOT NEW.\"{column}\" THEN '{CHANGED}' ELSE '{KEPT_OUT}' END"
        text = text.replace(f"'{column}', '{KEPT_OUT}'", f"'{column}', {said}")
    return text


def note_off() -> str:
    return (
        f"INSERT INTO trail_entry {FIELDS} VALUES ({NOW}, NULL, {_acting('actor')}, {_acting('deed')},"
        f" '*', '', '{Verb.OFF}', NULL, NULL, NULL)"
    )


def strayed(followed: Followed) -> str:
    """Rows whose present state is not the last that the trail recorded: key, last verb, as recorded, as present."""
    shown = ", ".join(f"'{column}', t.\"{column}\"" for column in followed.shown)
    present = f"json_object({shown})"
    hidden = "".join(f", '$.{column}'" for column in sorted(followed.kept_out))
    recorded = f"json_remove(e.after{hidden})" if hidden else "e.after"
    return f"""
        WITH last AS (SELECT "row", MAX(id) AS id FROM trail_entry WHERE "table" = '{followed.table}' GROUP BY "row")
        SELECT CAST(t."{followed.key}" AS TEXT), e.verb, e.after, {present}
          FROM "{followed.table}" t LEFT JOIN last ON last."row" = CAST(t."{followed.key}" AS TEXT)
          LEFT JOIN trail_entry e ON e.id = last.id
         WHERE e.id IS NULL OR e.verb = 'DELETE' OR {recorded} IS NOT {present}
        UNION ALL
        SELECT last."row", e.verb, e.after, NULL FROM last JOIN trail_entry e ON e.id = last.id
         WHERE e.verb <> 'DELETE'
           AND NOT EXISTS (SELECT 1 FROM "{followed.table}" t WHERE CAST(t."{followed.key}" AS TEXT) = last."row")
        """
