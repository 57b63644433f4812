"""Options of the whole test suite."""

import pytest
from hypothesis import HealthCheck, settings

# How long anything takes is the machine's affair, which may be busy with other things.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SKIPS: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips", action="store_true", help="a skipped test fails the run (as continuous integration wants)"
    )
    parser.addoption(
        "--update-expected", action="store_true", help="overwrite the expectations of cases; then read them"
    )


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        SKIPS.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--no-skips") and SKIPS and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--no-skips") and SKIPS:
        terminalreporter.section("skipped tests are failures here (--no-skips)")
        for name in SKIPS:
            terminalreporter.line(name)
