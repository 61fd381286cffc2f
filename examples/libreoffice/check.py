"""Sets LibreOffice up for leadercheck in a profile of its own, and prints what its checker then shows.

Run it with the Python that has LibreOffice's `uno` (Debian: python3-uno), while `leadercheck serve` runs:

    /usr/bin/python3 examples/libreoffice/check.py "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ."
"""

import subprocess
import sys
import tempfile
import time
from typing import Any, Final

import uno

SERVER: Final = "http://127.0.0.1:8765/v2"
PIPE: Final = "leadercheck"


def connect() -> Any:
    """The context of the office that was started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not start; try `soffice --headless` by hand")


def set_up(context: Any) -> None:
    """What Tools > Options > Language Settings > LanguageTool Server does."""
    provider = context.ServiceManager.createInstance("com.sun.star.configuration.ConfigurationProvider")
    place = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    place.Name = "nodepath"
    place.Value = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
    options = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (place,)
    )
    options.setPropertyValue("BaseURL", SERVER)
    options.setPropertyValue("IsEnabled", True)  # noqa: FBT003  # UNO has no names for arguments
    options.commitChanges()


def main() -> None:
    """Check one paragraph."""
    text = sys.argv[1]
    units = text.encode("utf-16-le")
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", "--norestore", f"--accept=pipe,name={PIPE};urp;"]
        office = subprocess.Popen([*command, f"-env:UserInstallation=file://{profile}"])  # noqa: S603  # its own command
        try:
            context = connect()
            set_up(context)
            checker = context.ServiceManager.createInstance("org.openoffice.lingu.LanguageToolGrammarChecker")
            locale = uno.createUnoStruct("com.sun.star.lang.Locale")
            locale.Language, locale.Country = "vi", "VN"
            if not checker.hasLocale(locale):
                raise SystemExit(
                    "this LibreOffice checks no Vietnamese; see docs/server.md for its list of languages"
                )
            for error in checker.doProofreading("text", text, locale, 0, len(units) // 2, ()).aErrors:
                start, end = error.nErrorStart, error.nErrorStart + error.nErrorLength
                print(
                    units[2 * start : 2 * end].decode("utf-16-le"),
                    error.aShortComment,
                    error.aSuggestions,
                    sep="\n  ",
                )
            context.ServiceManager.createInstance("com.sun.star.frame.Desktop").terminate()
        finally:
            office.terminate()
            office.wait(20)


if __name__ == "__main__":
    main()
