from django.db import migrations

from answerable.kernel.search.index import CreateTextIndex


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]

    operations = [CreateTextIndex("sources_item_text")]
