"""Lets azure.azcollection run on Debian's SDKs, for the Python programs that have this folder on their PYTHONPATH.

The collection says an api-version to each client, and Debian's package of the SDKs holds some versions only: a client says
"API version 2024-07-01 does not have operation group 'virtual_machines'" before it sends anything. Here it takes the next
version that it holds. Nothing in the collection can be told to.
"""

import re

try:
    from azure.profiles.multiapiclient import MultiApiClientMixin
except ImportError:
    MultiApiClientMixin = None


def next_version(described, version):
    """The first version from that one on which the description of a client's member lists, else the last."""
    held = sorted(re.findall(r"\* (\d{4}-\d\d-\d\d(?:-preview)?):", described or ""))
    return next((each for each in held if each >= version), held[-1] if held else version)


if MultiApiClientMixin is not None:
    asked_version = MultiApiClientMixin._get_api_version

    def _get_api_version(self, operation_group):
        version = asked_version(self, operation_group)
        member = getattr(type(self), operation_group, None)
        return next_version(getattr(member, "__doc__", None), version)

    def __init_subclass__(cls, **kwargs):
        super(MultiApiClientMixin, cls).__init_subclass__(**kwargs)
        models = cls.__dict__.get("models")
        if isinstance(models, classmethod):
            described = models.__func__

            def models_of(inner, api_version=None):
                if api_version is None:
                    return described(inner)
                return described(inner, next_version(described.__doc__, api_version))

            cls.models = classmethod(models_of)

    MultiApiClientMixin._get_api_version = _get_api_version
    MultiApiClientMixin.__init_subclass__ = classmethod(__init_subclass__)
