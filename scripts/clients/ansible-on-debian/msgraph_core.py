"""Debian has no msgraph-core: azure.azcollection imports these names always, and uses them in its modules of Microsoft Graph only."""


class GraphClientFactory:  # pylint: disable=too-few-public-methods
    """Never made."""


class NationalClouds:  # pylint: disable=too-few-public-methods
    """Never asked."""
