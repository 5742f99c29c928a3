"""What a code of a finding says of itself."""

from dataclasses import dataclass

from pipeline.findings import Severity


@dataclass(frozen=True)
class Code:
    """What a finding of one kind means; `hint` is shown to people and told to the model."""

    meaning: str
    hint: str
    severity: Severity = Severity.ERROR
