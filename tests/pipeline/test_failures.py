from pipeline.failures import ErrorClass, ErrorContext

OLD = '{"code":"model.outage","message":"It is down.","detail":"x"}'


def test_no_secret_gets_into_a_context() -> None:
    kept = ErrorContext(code="x", message="sk-abc123456789", detail="sk-abc123456789", traceback="sk-abc123456789")
    assert "abc" not in kept.model_dump_json()


def test_the_end_of_a_long_story_is_kept() -> None:
    kept = ErrorContext(code="x", message="m", stderr="a" * 10_000 + "the end")
    assert kept.stderr.endswith("the end")
    assert len(kept.stderr) == 4_000


def test_the_editor_is_not_told_what_only_maintainers_read() -> None:
    told = ErrorContext(code="x", message="m", detail="d", stderr="s", traceback="t").told()
    assert (told.detail, told.stderr, told.traceback) == ("d", "", "")


def test_a_context_of_an_older_version_can_be_read() -> None:
    assert ErrorContext.model_validate_json(OLD).error_class is ErrorClass.INTERNAL
