"""Debian has no kiota: azure.azcollection imports this name always, and uses it in its modules of Microsoft Graph only."""


class AzureIdentityAuthenticationProvider:  # pylint: disable=too-few-public-methods
    """Never made."""
