"""JSON that a client sent: read, or refused in one sentence, whatever it is."""

import json
import re
from typing import Any

from flask import request

from graph.errors import ParameterError

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")  # half a character, or one of a pair that is fine


def sent_json() -> Any:
    """Return the JSON of the request's body; None where there is none or it cannot be read.

    Raises:
        ParameterError: nested too deeply, or a text in it has half a character (a lone surrogate).
    """
    try:
        value = request.get_json(silent=True)
        if value is not None and _SURROGATE.search(request.get_data()):
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ParameterError("the JSON is nested too deeply") from None
    except UnicodeEncodeError:
        raise ParameterError("a text in the JSON has half a character (a lone surrogate)") from None
    return value
