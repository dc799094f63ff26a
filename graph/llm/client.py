"""One call to an OpenAI-compatible chat completion endpoint that the settings name."""

import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from graph.errors import VpgError

MAX_ANSWER = 4 * 1024 * 1024  # bytes


class ModelError(VpgError):
    """The endpoint is not set, does not answer, or answers with something else than JSON facts."""

    status = 502
    title = "Language model failed"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is served. `key` is sent as a bearer token and never shown."""

    url: str
    model: str
    key: str = ""
    seconds: float = 120.0

    def __repr__(self) -> str:
        """Leave the key out."""
        return f"Endpoint({self.url!r}, {self.model!r})"

    @classmethod
    def from_environ(cls) -> "Endpoint":
        """Read VPG_LLM_URL, VPG_LLM_MODEL, VPG_LLM_KEY and VPG_LLM_SECONDS.

        Raises:
            ModelError: no URL or model is set, or the time limit is no number.
        """
        url, model = os.environ.get("VPG_LLM_URL", ""), os.environ.get("VPG_LLM_MODEL", "")
        if not url.startswith(("http://", "https://")) or not model:
            raise ModelError("set VPG_LLM_URL (such as http://127.0.0.1:8080/v1) and VPG_LLM_MODEL to use it")
        try:
            seconds = float(os.environ.get("VPG_LLM_SECONDS", "120"))
        except ValueError:
            raise ModelError("VPG_LLM_SECONDS must be a number of seconds") from None
        return cls(url.rstrip("/"), model, os.environ.get("VPG_LLM_KEY", ""), seconds)

    def complete(self, system: str, user: str) -> dict[str, Any]:
        """Return the JSON object that the model answers with.

        Raises:
            ModelError: no answer in time, an HTTP error, or no JSON object.
        """
        request = urllib.request.Request(
            f"{self.url}/chat/completions",
            data=json.dumps(
                {
                    "model": self.model,
                    "temperature": 0,
                    "response_format": {"type": "json_object"},
                    "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
                }
            ).encode(),
            headers={"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {self.key}"} if self.key else {}),
        )
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as response:
                body = response.read(MAX_ANSWER)
        except urllib.error.HTTPError as error:
            error.close()
            raise ModelError(f"the language model answered {error.code} {error.reason}") from None
        except (urllib.error.URLError, OSError) as error:
            raise ModelError(f"the language model does not answer: {getattr(error, 'reason', error)}") from None
        try:
            answer = json.loads(json.loads(body)["choices"][0]["message"]["content"])
        except (ValueError, KeyError, IndexError, TypeError):
            raise ModelError("the language model did not answer with JSON") from None
        if not isinstance(answer, dict):
            raise ModelError("the language model did not answer with a JSON object")
        return answer
