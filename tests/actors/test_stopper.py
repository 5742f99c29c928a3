from queue import Queue

from actors.messages import STOPPER, DropWork, Perform
from actors.runtime import ActorSystem, ChildSpec, Supervisor
from actors.stopper import Stopper
from actors.work_in_hand import WorkInHand
from pipeline.commands import Build
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key

PATIENCE_S = 30.0


def test_what_is_in_hand_is_ended_by_a_word_to_the_stopper() -> None:
    hands, ended, system = WorkInHand(), Queue[str](), ActorSystem()
    supervisor = Supervisor(system, [ChildSpec(STOPPER, lambda: Stopper(hands))])
    supervisor.start()
    work = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("build", 0), 1, Build(source=""))
    with hands.holding(work, lambda: ended.put("ended")):
        system.address(STOPPER).tell(DropWork(JobId("job_1"), 1))
        assert ended.get(timeout=PATIENCE_S) == "ended"
    supervisor.stop(PATIENCE_S)
    system.stop()
