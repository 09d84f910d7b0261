from __future__ import annotations

from networks import classifier

from playground.core.document import Document
from playground.core.edits import Rename
from playground.core.project import Project


def test_a_new_document_is_an_empty_project():
    assert Document().project == Project()


def test_listeners_hear_before_and_after_until_they_leave():
    document, heard = Document(classifier()), []
    leave = document.subscribe(lambda before, after: heard.append((before, after)))
    step = document.preview(Rename("Classifier", "dense1", "Scores"))
    assert heard == []
    document.show(step.after)
    assert heard == [(step.before, step.after)]
    document.show(step.after)
    assert len(heard) == 1, "showing the same project again is no change"
    leave()
    document.show(step.before)
    assert len(heard) == 1


def test_a_listener_may_leave_while_it_is_told():
    document, heard = Document(classifier()), []

    def once(before, after):
        heard.append(after)
        leave()

    leave = document.subscribe(once)
    document.subscribe(lambda before, after: heard.append(after))
    document.show(Project())
    assert len(heard) == 2
