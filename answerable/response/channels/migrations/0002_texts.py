"""The table that the search of published pieces looks in."""

from django.db import migrations

from answerable.kernel.search.index import CreateTextIndex


class Migration(migrations.Migration):
    dependencies = [("channels", "0001_initial")]
    operations = [CreateTextIndex("channels_pieces")]
