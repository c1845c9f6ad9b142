"""Addresses of the room."""

from django.urls import path

from answerable.governance.plan.views import editing, keeping, reading, wishing

app_name = "plan"
urlpatterns = [
    path("", reading.reader, name="reader"),
    path("packs/", reading.packs, name="packs"),
    path("wishes/", wishing.wishes, name="wishes"),
    path("wishes/<int:proposal>/take-up/", wishing.take_up, name="take-up"),
    path("wishes/<int:proposal>/decline/", wishing.decline, name="decline"),
    path("versions/", reading.all_versions, name="versions"),
    path("versions/begin/", keeping.begin, name="begin"),
    path("versions/begin/<slug:name>/", keeping.begin_shipped, name="begin-shipped"),
    path("versions/<int:version>/", reading.version, name="version"),
    path("versions/<int:version>/plan.yaml", reading.as_yaml, name="yaml"),
    path("versions/<int:version>/plan.docx", reading.as_docx, name="docx"),
    path("versions/<int:version>/findings/", reading.findings, name="findings"),
    path("versions/<int:version>/ahead/", reading.preview, name="preview"),
    path("versions/<int:version>/changes/", reading.changes, name="changes"),
    path("versions/<int:version>/clauses/", editing.clauses, name="clauses"),
    path("versions/<int:version>/clauses/<str:key>/", editing.clause, name="clause"),
    path("versions/<int:version>/clauses/<str:key>/words/", editing.take_words, name="take-words"),
    path("versions/<int:version>/clauses/<str:key>/drop/", editing.drop_clause, name="drop-clause"),
    path("versions/<int:version>/sentences/add/", editing.add_sentence, name="add-sentence"),
    path("versions/<int:version>/paper/", editing.import_again, name="import-again"),
    path("versions/<int:version>/duties/add/", editing.duty, name="add-duty"),
    path("versions/<int:version>/duties/<str:key>/", editing.duty, name="duty"),
    path("versions/<int:version>/duties/<str:key>/drop/", editing.drop_duty, name="drop-duty"),
    path("versions/<int:version>/head/", editing.head, name="head"),
    path("versions/<int:version>/file/", editing.text, name="file"),
    path("versions/<int:version>/posts/", editing.posts, name="posts"),
    path("versions/<int:version>/copy/", keeping.copy, name="copy"),
    path("versions/<int:version>/drop/", keeping.drop, name="drop"),
    path("versions/<int:version>/propose/", keeping.propose, name="propose"),
    path("versions/<int:version>/approve/", keeping.approve, name="approve"),
    path("versions/<int:version>/send-back/", keeping.send_back, name="send-back"),
    path("versions/<int:version>/recall/", keeping.recall, name="recall"),
    path("versions/<int:version>/put-in-force/", keeping.put_in_force, name="put-in-force"),
    path("versions/<int:version>/repeal/", keeping.repeal, name="repeal"),
]
