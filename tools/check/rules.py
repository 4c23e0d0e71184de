"""Who may import whom: the house's walls. README.md and docs/adr/0002-layers.md tell why they stand where they stand."""

FOUNDATIONS = ["Workdays", "Casework", "Store", "Vault", "Ledger", "Web"]
ENGINES = ["StoreSQLite", "StorePostgres"]
EDGES = ["Channels", "Telephony", "Interop"]
# A Desk module may import those before it.
DESK = ["People", "Profiles", "CaseFile", "ProfileRoom", "Search", "Knowledge", "Suggestions", "CallFloor", "Figures", "Notices"]
# A stage may never import another.
JOURNEY = ["Intake", "Acceptance", "Dispatching", "Handling", "Supervision", "FollowUp", "Assessment", "Insight"]
HOUSE = {*FOUNDATIONS, *ENGINES, *EDGES, *DESK, *JOURNEY, "App", "lianxin"}

# Swift's own libraries are no dependency, but the two modules at the bottom stay pure of the machine.
FOUNDATION = {"Foundation", "FoundationEssentials"}
PLATFORM = FOUNDATION | {"Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"}

# What a declared product brings besides the module of its own name.
MODULES_OF = {
    "Hummingbird": {"HummingbirdCore"},
    "GRDBSQLite": {"SQLite3"},
    "Crypto": {"_CryptoExtras", "CryptoExtras"},
}

ENGINE_LIBRARIES = {"GRDB", "GRDBSQLite", "CPQ"}
WEB_LIBRARIES = {
    "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOFoundationCompat", "NIOHTTP1", "NIOPosix", "NIOHTTPTypes",
    "ServiceLifecycle", "CAssets",
}
ANY = None  # any library that the target declares, the engines' excepted

# Library modules of others, by target; Desk and Journey modules that are not named have none but Logging.
LIBRARIES = {
    "Workdays": set(), "Casework": set(), "Store": set(), "Ledger": set(),
    "StoreSQLite": {"GRDB", "GRDBSQLite"}, "StorePostgres": {"CPQ"},
    "Vault": {"Crypto", "CryptoExtras", "_CryptoExtras"},
    "Web": WEB_LIBRARIES,
    "Channels": ANY, "Telephony": ANY, "Interop": ANY,
    "People": {"CArgon2"}, "Profiles": {"Yams", "Mustache"},
    "App": ANY, "lianxin": ANY,
}

# Benchmarks set our figures beside the raw engines', and tests run on both, so they may touch everything.
FREE = {"lianxin-bench", "Bench", "LianxinBench", "TestKit"}

REASONS = {
    "stage": "a stage never imports another: listen to its event in App, or show its fragment by URL",
    "desk": "a Desk module imports only those above it: move what both need upwards",
    "engine": "only App names an engine: use Store's port",
    "edge": "only App names an edge: the language of Casework is what passes between",
    "library": "this library stands behind another module: use that module, or move the code there",
    "pure": "rules are pure: pass the value in as an argument",
    "other": "the table in docs/adr/0002-layers.md does not allow it",
}


def house_modules(target):
    """The modules of the house that a target may import; nothing where there is no rule for it."""
    if target in DESK:
        return {*FOUNDATIONS, *DESK[: DESK.index(target)]}
    if target in JOURNEY:
        return {*FOUNDATIONS, *DESK}
    below = {"Workdays", "Casework"}
    return {
        "Workdays": set(), "Casework": {"Workdays"}, "Store": set(),
        "StoreSQLite": {"Store"}, "StorePostgres": {"Store"}, "Vault": {"Store"},
        "Ledger": {*below, "Store", "Vault"}, "Web": below,
        "Channels": below, "Telephony": below, "Interop": {*below, "Web"},
        "App": HOUSE - {"lianxin"}, "lianxin": HOUSE - {*ENGINES, *EDGES},
    }.get(target)


def may_import(target, module):
    """None where it may, otherwise the key of the reason why not."""
    if target in FREE:
        return None
    if module in HOUSE:
        return None if module in house_modules(target) else reason(target, module)
    if target in ("Workdays", "Casework"):
        return None if target == "Workdays" and module in FOUNDATION else "pure"
    if module in PLATFORM or module == "Logging":
        return None
    if module in ENGINE_LIBRARIES and target not in ENGINES:
        return "engine"
    libraries = LIBRARIES.get(target, set())
    return None if libraries is ANY or module in libraries else "library"


def reason(target, module):
    if target in JOURNEY and module in JOURNEY:
        return "stage"
    if target in DESK and module in DESK:
        return "desk"
    return "engine" if module in ENGINES else "edge" if module in EDGES else "other"
