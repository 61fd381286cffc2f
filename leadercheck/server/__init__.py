"""The engine behind HTTP, for editors, word processors and scripts; needs the extra `server`.

`POST /check` takes and gives what the library does; `/v2/check` speaks the HTTP API of LanguageTool.
"""
