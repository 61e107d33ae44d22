"""The triggers in PostgreSQL's words. The actor stands in settings of the transaction, gone when it ends."""

from ..domain import CHANGED, KEPT_OUT, Followed, Verb, tenant_sql

EXISTING = """
    SELECT t.tgname, c.relname, p.proname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal AND t.tgname LIKE 'trail!_%' ESCAPE '!' AND pg_table_is_visible(c.oid)
    """
NOW = "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
FIELDS = '(at, actor_id, actor, deed, "table", "row", verb, before, after, partnership_id)'
ACTOR = (
    "NULLIF(current_setting('sightline.actor_id', true), '')::bigint,"
    " COALESCE(current_setting('sightline.actor', true), ''), COALESCE(current_setting('sightline.deed', true), '')"
)
STAYS = "the trail is never changed: what was written in it stays"


def removal(found: list[tuple[str, str, str]]) -> list[str]:
    triggers = [f'DROP TRIGGER IF EXISTS "{trigger}" ON "{table}"' for trigger, table, _ in found]
    return triggers + [f'DROP FUNCTION IF EXISTS "{function}"()' for function in sorted({f for *_, f in found})]


def guards() -> list[str]:
    refuse = (
        'CREATE OR REPLACE FUNCTION "trail_refuse"() RETURNS trigger LANGUAGE plpgsql AS'
        f" $trail$ BEGIN RAISE EXCEPTION '{STAYS}'; END $trail$"
    )
    return [refuse] + [
        f'CREATE TRIGGER "trail_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"'
        ' FOR EACH STATEMENT EXECUTE FUNCTION "trail_refuse"()'
        for table in ("trail_entry", "trail_seal")
    ]


def triggers(followed: Followed) -> list[str]:
    function = f"trail_note_{followed.table}"
    return [
        f'CREATE OR REPLACE FUNCTION "{function}"() RETURNS trigger LANGUAGE plpgsql AS $trail${_body(followed)}$trail$',
        f'CREATE TRIGGER "trail_note" AFTER INSERT OR UPDATE OR DELETE ON "{followed.table}"'
        f' FOR EACH ROW EXECUTE FUNCTION "{function}"()',
        # TRUNCATE shows no rows to a trigger: emptying a table past the trail is refused.
        f'CREATE TRIGGER "trail_whole" BEFORE TRUNCATE ON "{followed.table}"'
        ' FOR EACH STATEMENT EXECUTE FUNCTION "trail_refuse"()',
    ]


def _body(followed: Followed) -> str:
    return f"""
    DECLARE was jsonb; became jsonb; tenant bigint; key text;
    BEGIN
      IF TG_OP = 'UPDATE' AND {_same(followed)} THEN RETURN NULL; END IF;
      IF TG_OP = 'DELETE' THEN
        tenant := {tenant_sql(followed, "OLD")}; key := OLD."{followed.key}"::text;
      ELSE
        tenant := {tenant_sql(followed, "NEW")}; key := NEW."{followed.key}"::text;
        became := to_jsonb(NEW){_less(followed)}{_covered(followed)};
      END IF;
      IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD){_less(followed)}{_covered(followed)}; END IF;
      {_changes_kept_out(followed)}
      INSERT INTO trail_entry {FIELDS}
      VALUES ({NOW}, {ACTOR}, '{followed.table}', key, TG_OP, was::text, became::text, tenant);
      RETURN NULL;
    END
    """


def _less(followed: Followed) -> str:
    return "".join(f" - '{column}'" for column in sorted(followed.passed_over))


def _same(followed: Followed) -> str:
    if not followed.passed_over:
        return "OLD IS NOT DISTINCT FROM NEW"
    return f"(to_jsonb(OLD){_less(followed)}) IS NOT DISTINCT FROM (to_jsonb(NEW){_less(followed)})"


def _covered(followed: Followed) -> str:
    return "".join(f""" || '{{"{column}": "{KEPT_OUT}"}}'::jsonb""" for column in sorted(followed.kept_out))


def _changes_kept_out(followed: Followed) -> str:
    lines = (
        f"""IF OLD."{column}" IS DISTINCT FROM NEW."{column}" THEN
              became := became || '{{"{column}": "{CHANGED}"}}'::jsonb; END IF;"""
        for column in sorted(followed.kept_out)
    )
    inner = "\n".join(lines)
    return f"IF TG_OP = 'UPDATE' THEN {inner} END IF;" if inner else ""


def note_off() -> str:
    return f"INSERT INTO trail_entry {FIELDS} VALUES ({NOW}, {ACTOR}, '*', '', '{Verb.OFF}', NULL, NULL, NULL)"


def strayed(followed: Followed) -> str:
    """Rows whose present state is not the last that the trail recorded: key, last verb, as recorded, as present."""
    hidden = "".join(f" - '{column}'" for column in sorted(followed.kept_out | followed.passed_over))
    key = f't."{followed.key}"::text'
    return f"""
        WITH last AS (SELECT DISTINCT ON ("row") "row", verb, after FROM trail_entry
                       WHERE "table" = '{followed.table}' ORDER BY "row", id DESC)
        SELECT {key}, last.verb, last.after, (to_jsonb(t){hidden})::text
          FROM "{followed.table}" t LEFT JOIN last ON last."row" = {key}
         WHERE last.verb IS NULL OR last.verb = 'DELETE'
            OR (last.after::jsonb{hidden}) IS DISTINCT FROM (to_jsonb(t){hidden})
        UNION ALL
        SELECT last."row", last.verb, last.after, NULL FROM last
         WHERE last.verb <> 'DELETE' AND NOT EXISTS (SELECT 1 FROM "{followed.table}" t WHERE {key} = last."row")
        """
