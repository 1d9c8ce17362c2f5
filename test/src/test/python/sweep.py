"""boto3 over every operation that the simulation answers: what the handler set is what boto3 understood.

Usage: sweep.py URL. Serves for a fresh small world; fails where anything differs, or where an operation that the
simulation answers is not asked here.
"""

import sys

import botocore.exceptions
import stories
from served import Served
from understood import Comparison


class Sweep:
    def __init__(self, served: Served):
        self.served = served
        self.comparison = Comparison()
        self.asked = set()

    def ask(self, client, method: str, **parameters) -> dict:
        """One call, compared."""
        operation = client.meta.method_to_api_mapping[method]
        understood = getattr(client, method)(**parameters)
        for name, stream in understood.items():
            if hasattr(stream, "read"):
                understood[name] = stream.read()
        sent = self.served.get("answer")
        assert sent["operation"].lower() == operation.lower(), f"{operation} was answered as {sent['operation']}"
        shape = client.meta.service_model.operation_model(operation).output_shape
        if shape is not None:
            self.comparison.answer(sent, understood, shape)
        self.asked.add(f"{package(client)} {operation}".lower())
        return understood

    def refused(self, client, method: str, code: str, **parameters) -> None:
        """One call that AWS refuses in every world of ours: its answer has no field that could be compared."""
        operation = client.meta.method_to_api_mapping[method]
        try:
            getattr(client, method)(**parameters)
        except botocore.exceptions.ClientError as error:
            assert error.response["Error"]["Code"] == code, error
        else:
            raise AssertionError(f"{operation} was expected to be refused as {code}")
        self.asked.add(f"{package(client)} {operation}".lower())


def package(client) -> str:
    """The service as `/_simulation/operations` names it."""
    name = client.meta.service_model.service_name
    return {"stepfunctions": "states", "events": "eventbridge"}.get(name, name)


def main(url: str) -> int:
    sweep = Sweep(Served(url))
    stories.tell(sweep)
    answered = {name.lower() for name in sweep.served.get("operations")["operations"]}
    problems = sweep.comparison.differences
    problems += [f"answered, but not asked here: {name}" for name in sorted(answered - sweep.asked)]
    print(f"{sweep.comparison.fields} fields of {len(sweep.asked)} operations compared, {len(problems)} problems")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
