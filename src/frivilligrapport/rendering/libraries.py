"""How to install what WeasyPrint needs of the machine."""

from frivilligrapport.rendering.faults import MissingLibrary

_COMMANDS = {
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "winget install MSYS2.MSYS2 && C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango",
}


def missing_pango(platform: str, detail: str) -> MissingLibrary:
    """Word that no PDF can be made here; `platform` as in sys.platform, `detail` what the system said."""
    message = "PDF'en kan ikke laves, for biblioteket Pango mangler på denne maskine."
    return MissingLibrary(message, _command(platform), detail)


def missing_subsetter(platform: str) -> MissingLibrary:
    """Word that a PDF would come out with other bytes each time, which this program never makes."""
    message = "PDF'en kan ikke laves ens hver gang, for biblioteket HarfBuzz-subset mangler på denne maskine."
    return MissingLibrary(message, _command(platform))


def _command(platform: str) -> str:
    return _COMMANDS.get(platform, _COMMANDS["linux"])
