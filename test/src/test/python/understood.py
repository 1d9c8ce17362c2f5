"""Compares what a handler answered with what boto3 understood, field by field, down to the last one."""

import base64
import datetime
import decimal
import json
import urllib.parse
import xml.etree.ElementTree as ElementTree


class Comparison:
    """Counts every field that a handler set, and keeps each that boto3 understood otherwise."""

    def __init__(self):
        self.fields = 0
        self.differences = []

    def answer(self, sent: dict, understood: dict, shape) -> None:
        """:param sent: what `/_simulation/answer` says; :param shape: botocore's model of the answer"""
        where = f"{sent['service']} {sent['operation']}"
        understood = {name: value for name, value in understood.items() if name != "ResponseMetadata"}
        if "model" in sent:
            self._compare(where, sent["model"], understood)
        else:
            self._compare(where, written(sent, shape), understood)

    def _compare(self, where: str, sent, understood) -> None:
        if isinstance(sent, dict) and isinstance(understood, dict):
            for name in sorted(sent.keys() | understood.keys()):
                if name not in understood:
                    self._differ(f"{where}.{name}", sent[name], "nothing")
                elif name not in sent:
                    self._differ(f"{where}.{name}", "nothing", understood[name])
                else:
                    self._compare(f"{where}.{name}", sent[name], understood[name])
        elif isinstance(sent, list) and isinstance(understood, list):
            if len(sent) != len(understood):
                self._differ(where, sent, understood)
            for at, (one, other) in enumerate(zip(sent, understood)):
                self._compare(f"{where}[{at}]", one, other)
        else:
            self.fields += 1
            if not same(sent, understood):
                self._differ(where, sent, understood)

    def _differ(self, where: str, sent, understood) -> None:
        self.differences.append(f"{where}: sent {sent!r}, understood {understood!r}")


def same(sent, understood) -> bool:
    if isinstance(understood, datetime.datetime):
        return abs((moment(sent) - understood).total_seconds()) < 0.0005
    if isinstance(understood, dict):  # IAM's policies travel percent-encoded, and botocore reads them.
        return json.loads(urllib.parse.unquote(sent)) == understood
    if isinstance(understood, bytes):
        return base64.b64decode(sent) == understood
    if isinstance(understood, bool) or isinstance(sent, bool):
        return sent is understood
    if isinstance(understood, (int, float)) and isinstance(sent, (int, float)):
        return decimal.Decimal(str(sent)) == decimal.Decimal(str(understood))
    return type(sent) is type(understood) and sent == understood


def moment(sent) -> datetime.datetime:
    if isinstance(sent, (int, float)):
        return datetime.datetime.fromtimestamp(sent, datetime.timezone.utc)
    return datetime.datetime.fromisoformat(sent.replace("Z", "+00:00"))


def written(sent: dict, shape) -> dict:
    """An answer whose protocol is written by hand, read anew without botocore's parsers."""
    headers = {name.lower(): value for name, value in sent["headers"].items()}
    fields = {}
    for name, member in shape.members.items():
        location = member.serialization.get("location")
        if location == "header" and member.serialization["name"].lower() in headers:
            fields[name] = single(member, headers[member.serialization["name"].lower()])
        elif location == "headers":
            prefix = member.serialization["name"].lower()
            fields[name] = {key[len(prefix):]: value for key, value in headers.items() if key.startswith(prefix)}
        elif location == "statusCode":
            fields[name] = sent["status"]
    payload = shape.serialization.get("payload")
    if payload:
        fields[payload] = base64.b64encode(sent["body"].encode()).decode()
    elif sent["body"].startswith("<"):
        read = tree(ElementTree.fromstring(sent["body"]), shape)
        fields.update(decoded(read) if read.get("EncodingType") == "url" else read)
    elif sent["body"]:
        fields.update(json.loads(sent["body"]))
    return fields


def decoded(fields, name: str = ""):
    """S3's keys travel percent-encoded where the client asks for it, as botocore does."""
    if isinstance(fields, dict):
        return {key: decoded(each, key) for key, each in fields.items()}
    if isinstance(fields, list):
        return [decoded(each, name) for each in fields]
    return urllib.parse.unquote_plus(fields) if name in ("Delimiter", "Key", "Prefix", "StartAfter") else fields


def tree(element, shape) -> dict:
    fields = {}
    for name, member in shape.members.items():
        tag = member.serialization.get("name", name)
        found = [child for child in element if child.tag.split("}")[-1] == tag]
        if found and member.type_name == "list":
            fields[name] = [value(each, member.member) for each in found]
        elif found:
            fields[name] = value(found[0], member)
    known = {member.serialization.get("name", name) for name, member in shape.members.items()}
    unknown = {child.tag.split("}")[-1] for child in element} - known
    fields.update({f"?{tag}": "an element that the model does not know" for tag in unknown})
    return fields


def value(element, shape):
    return tree(element, shape) if shape.type_name == "structure" else single(shape, element.text or "")


def single(shape, text: str):
    match shape.type_name:
        case "integer" | "long":
            return int(text)
        case "boolean":
            return text == "true"
        case "timestamp" if "," in text:
            return datetime.datetime.strptime(text, "%a, %d %b %Y %H:%M:%S %Z").replace(
                tzinfo=datetime.timezone.utc).isoformat()
        case _:
            return text
