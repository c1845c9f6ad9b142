from django.db import migrations

from answerable.kernel.search.index import CreateTextIndex


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]

    operations = [CreateTextIndex("letters_letter_text")]
