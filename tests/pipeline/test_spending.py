from pipeline.spending import Amount, Budget, Spending, of_scenes

WRITTEN = Spending(calls=4, tokens_in=4_000, tokens_out=8_000)


def test_without_experience_a_plan_takes_what_is_usual() -> None:
    usage = of_scenes(2, Spending(calls=2, tokens_in=9, tokens_out=9), Spending())
    assert (usage.tokens_in, usage.tokens_out, usage.estimated) == (18_000, 12_000, True)


def test_with_experience_it_takes_what_earlier_ones_took() -> None:
    usage = of_scenes(3, WRITTEN, Spending())
    assert (usage.tokens_in, usage.tokens_out) == (3_000, 6_000)


def test_repairs_are_part_of_it() -> None:
    usage = of_scenes(2, WRITTEN, Spending(calls=2, tokens_in=2_000, tokens_out=4_000))
    assert (usage.tokens_in, usage.tokens_out) == (3_000, 6_000)


def test_spendings_add_up() -> None:
    assert WRITTEN.plus(WRITTEN) == Spending(calls=8, tokens_in=8_000, tokens_out=16_000)


def test_a_budget_many_times_has_a_limit_where_it_had_one() -> None:
    assert Budget(tokens=5).times(3) == Budget(tokens=15)
    assert Amount(tokens=16).breaks(Budget(tokens=5).times(3))
