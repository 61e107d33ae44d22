"""The full-text index over search entries. Whoever rebuilds library_searchentry on SQLite must make the triggers again."""

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE library_search USING fts5(title, text, content='library_searchentry', content_rowid='id',"
    " tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER library_search_added AFTER INSERT ON library_searchentry BEGIN"
    " INSERT INTO library_search (rowid, title, text) VALUES (new.id, new.title, new.text); END",
    "CREATE TRIGGER library_search_removed AFTER DELETE ON library_searchentry BEGIN"
    " INSERT INTO library_search (library_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text); END",
    "CREATE TRIGGER library_search_changed AFTER UPDATE ON library_searchentry BEGIN"
    " INSERT INTO library_search (library_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);"
    " INSERT INTO library_search (rowid, title, text) VALUES (new.id, new.title, new.text); END",
    "INSERT INTO library_search (library_search) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER library_search_added",
    "DROP TRIGGER library_search_removed",
    "DROP TRIGGER library_search_changed",
    "DROP TABLE library_search",
)
# A tsvector may hold 1 MB: the first 300,000 characters of an entry are well within it.
POSTGRESQL = (
    "ALTER TABLE library_searchentry ADD COLUMN found_by tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(text, 300000)), 'B')) STORED",
    "CREATE INDEX library_search_words ON library_searchentry USING gin (found_by)",
)
POSTGRESQL_BACK = ("ALTER TABLE library_searchentry DROP COLUMN found_by",)


def run(postgresql: tuple[str, ...], sqlite: tuple[str, ...]):
    def forwards(apps, schema_editor):
        for sql in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(sql)

    return forwards


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [
        migrations.RunPython(
            run(POSTGRESQL, SQLITE), run(POSTGRESQL_BACK, SQLITE_BACK), hints={"makes_tables": True}
        )
    ]
