"""Debian has no msgraph-sdk: azure.azcollection imports these names always, and uses them in its modules of Microsoft Graph only."""


class GraphRequestAdapter:  # pylint: disable=too-few-public-methods
    """Never made."""


class GraphServiceClient:  # pylint: disable=too-few-public-methods
    """Never made."""
