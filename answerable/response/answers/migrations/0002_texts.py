"""The table that the search of published answers looks in."""

from django.db import migrations

from answerable.kernel.search.index import CreateTextIndex


class Migration(migrations.Migration):
    dependencies = [("answers", "0001_initial")]
    operations = [CreateTextIndex("answers_texts")]
