"""The entry for a WSGI server: patched before anything else is imported."""

from brouwerij import aio

aio.patch()

from brouwerij import create_app  # noqa: E402 - the patch has to come first

app = create_app()
