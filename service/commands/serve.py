"""`vpg serve`: answer over HTTP, by waitress; read-only unless a token is set."""

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError, VpgError

if TYPE_CHECKING:
    from service.settings import Settings

NAME = "serve"
HELP = "serve pages, SPARQL and the API over HTTP"
EXAMPLE = "vpg serve --store .vpg/store --port 8000"


class AddressError(VpgError):
    """The address or port cannot be listened on."""

    title = "Cannot listen"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE or .vpg/store)")
    parser.add_argument("--host", help="address to listen on (default: VPG_HOST or 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (default: VPG_PORT or 8000; 0: any free one)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped (Ctrl+C or SIGTERM); exit 0 then."""
    import dataclasses

    from service.settings import Settings

    settings = Settings.from_environ()
    given = {key: getattr(arguments, key) for key in ("store", "host", "port")}
    return serve(dataclasses.replace(settings, **{k: v for k, v in given.items() if v is not None}))


def serve(settings: "Settings") -> int:
    """Serve with `settings`; prints the address once it listens."""
    import signal

    import waitress

    from service.opening import is_folder, noted
    from service.serving import serving_store

    if is_folder(settings.store) and not Path(settings.store).is_dir():
        raise StoreError(
            f"there is no store at {settings.store}; build one: vpg ingest FILE... --store {settings.store}"
        )
    with _pages_loading() as loading, serving_store(settings) as store:
        loading.join()
        from service import sessions
        from service.app import create_app, warm
        from service.metrics import Figures

        app = create_app(settings, store)
        try:
            server = waitress.create_server(
                app,
                host=settings.host,
                port=settings.port,
                # long queries hold a thread each while they wait for their workers: pages need others
                threads=max(settings.threads, 3 * settings.query_workers + 8),
                channel_request_lookahead=1,  # lets a client that hangs up be noticed
                max_request_body_size=settings.write_bytes + 65536,
                ident="vpg",
            )
        except (OSError, ValueError, OverflowError) as error:
            raise AddressError(
                f"cannot listen on {settings.host}:{settings.port} ({getattr(error, 'strerror', None) or error}); "
                "choose another with --port"
            ) from None
        warm(app)  # the first page finds labels and names loaded
        ended = sessions.install(server, store, settings, app.extensions.setdefault("vpg.figures", Figures()))
        host = "127.0.0.1" if settings.host in ("0.0.0.0", "") else settings.host
        address = f"http://{host}:{server.effective_port}/"
        signal.signal(signal.SIGTERM, _stop)
        try:
            with noted(settings.store, address):  # before it is printed: who has read that may look for the note
                print(f"vpg: serving on {address} (Ctrl+C stops)", flush=True)  # noqa: T201
                server.run()
        except (KeyboardInterrupt, SystemExit):
            print("vpg: stopped", file=sys.stderr)  # noqa: T201
        finally:
            ended()
            server.close()
    return 0


@contextmanager
def _pages_loading() -> Iterator[threading.Thread]:
    """Load pages in a thread while the processes of the store start; it has ended when the block has."""
    loading = threading.Thread(target=_load_pages)
    loading.start()
    try:
        yield loading
    finally:
        loading.join()


def _load_pages() -> None:
    import importlib

    from service.app import BLUEPRINTS

    for name in BLUEPRINTS:
        importlib.import_module(name)


def _stop(number: int, frame: object) -> None:
    raise SystemExit(0)
