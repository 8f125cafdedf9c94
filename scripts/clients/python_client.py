"""The flows of Debian's Python SDKs for Azure (python3-azure): each prints one line, and the flows count them."""

import os
import time
import traceback
import uuid

from azure.core.exceptions import ResourceNotFoundError
from azure.identity import ClientSecretCredential
from azure.keyvault.keys import KeyClient
from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.keyvault import KeyVaultManagementClient
from azure.mgmt.network import NetworkManagementClient
from azure.mgmt.resource import ResourceManagementClient, SubscriptionClient

subscription = os.environ["AZURE_SUBSCRIPTION_ID"]
tenant = os.environ["AZURE_TENANT_ID"]
program = os.environ["PROGRAM_OBJECT_ID"]
who = (tenant, os.environ["AZURE_CLIENT_ID"], os.environ["AZURE_CLIENT_SECRET"])

credential = ClientSecretCredential(*who)
group = "clients-python"
scope = f"/subscriptions/{subscription}/resourceGroups/{group}"
regions = ["westus", "eastus2"]
crypto_officer = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603"
encryption_user = "e147488a-f6f5-4113-8e2d-b22465e65bf6"

resources = ResourceManagementClient(credential, subscription)
compute = ComputeManagementClient(credential, subscription)
vaults = KeyVaultManagementClient(credential, subscription)
access = AuthorizationManagementClient(credential, subscription)
network = NetworkManagementClient(credential, subscription)


def keys_of(region):
    return KeyClient(f"https://kv-python-{region}.vault.azure.net", credential)


def done(poller):
    return poller.result(timeout=60)


def grant(principal, role, where):
    role_id = f"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}"
    properties = {"role_definition_id": role_id, "principal_id": principal, "principal_type": "ServicePrincipal"}
    made = access.role_assignments.create(where, str(uuid.uuid4()), properties)
    assert made.principal_id == principal
    return made


def signs_in():
    names = [each.display_name for each in SubscriptionClient(credential).subscriptions.list()]
    assert "Contoso Production" in names, names


def makes_a_group():
    made = resources.resource_groups.create_or_update(group, {"location": "westus", "tags": {"by": "python"}})
    assert made.properties.provisioning_state == "Succeeded"
    assert resources.resource_groups.check_existence(group)
    assert group in [each.name for each in resources.resource_groups.list()]
    grant(program, crypto_officer, scope)


def makes_vaults():
    for region in regions:
        properties = {
            "tenant_id": tenant,
            "sku": {"family": "A", "name": "standard"},
            "access_policies": [],
            "enable_rbac_authorization": True,
            "enable_purge_protection": True,
            "soft_delete_retention_in_days": 7,
        }
        name = f"kv-python-{region}"
        made = done(vaults.vaults.begin_create_or_update(group, name, {"location": region, "properties": properties}))
        assert made.properties.vault_uri.startswith(f"https://{name}.vault.azure.net")
    assert len(list(vaults.vaults.list_by_resource_group(group))) == 2


def makes_keys():
    for region in regions:
        made = keys_of(region).create_rsa_key("disks", size=2048, tags={"purpose": "disks"})
        assert made.id.startswith(f"https://kv-python-{region}.vault.azure.net/keys/disks/"), made.id
        assert made.properties.tags == {"purpose": "disks"}, made.properties.tags
        assert made.properties.recoverable_days == 7, made.properties.recoverable_days


def updates_keys():
    keys = keys_of("westus")
    changed = keys.update_key_properties("disks", enabled=True, tags={"purpose": "images"})
    assert changed.properties.tags == {"purpose": "images"}, changed.properties.tags
    assert keys.get_key("disks").properties.tags == {"purpose": "images"}
    rotated = keys.rotate_key("disks")
    assert len(list(keys.list_properties_of_key_versions("disks"))) == 2
    assert "disks" in [each.name for each in keys.list_properties_of_keys()]
    assert keys.get_key_rotation_policy("disks").lifetime_actions is not None
    assert rotated.key_type == "RSA"


def deletes_keys():
    keys = keys_of("westus")
    keys.create_rsa_key("spare")
    deleted = keys.begin_delete_key("spare").result()
    assert deleted.recovery_id.endswith("/deletedkeys/spare"), deleted.recovery_id
    assert keys.get_deleted_key("spare").name == "spare"
    assert "spare" in [each.name for each in keys.list_deleted_keys()]
    keys.begin_recover_deleted_key("spare").result()
    assert keys.get_key("spare").name == "spare"


def makes_sets():
    for region in regions:
        vault = vaults.vaults.get(group, f"kv-python-{region}")
        key = keys_of(region).get_key("disks").id
        for name in (f"os-{region}", f"data-{region}"):
            body = {
                "location": region,
                "identity": {"type": "SystemAssigned"},
                "active_key": {"source_vault": {"id": vault.id}, "key_url": key},
                "encryption_type": "EncryptionAtRestWithCustomerKey",
            }
            made = done(compute.disk_encryption_sets.begin_create_or_update(group, name, body))
            assert made.provisioning_state == "Succeeded"
            grant(made.identity.principal_id, encryption_user, vault.id)
    listed = [each.name for each in compute.disk_encryption_sets.list_by_resource_group(group)]
    assert sorted(listed) == ["data-eastus2", "data-westus", "os-eastus2", "os-westus"], listed
    changed = done(compute.disk_encryption_sets.begin_update(group, "os-westus", {"tags": {"by": "python"}}))
    assert changed.tags == {"by": "python"}, changed.tags


def makes_a_gallery():
    made = done(compute.galleries.begin_create_or_update(group, "python", {"location": "westus", "description": "one"}))
    assert made.identifier.unique_name.upper() == f"{subscription}-PYTHON".upper()
    made.description = "two"
    assert done(compute.galleries.begin_create_or_update(group, "python", made)).description == "two"
    assert [each.name for each in compute.galleries.list_by_resource_group(group)] == ["python"]
    body = {
        "location": "westus",
        "os_type": "Linux",
        "os_state": "Generalized",
        "hyper_v_generation": "V2",
        "identifier": {"publisher": "Contoso", "offer": "web", "sku": "python"},
    }
    done(compute.gallery_images.begin_create_or_update(group, "python", "web", body))
    assert [each.name for each in compute.gallery_images.list_by_gallery(group, "python")] == ["web"]


def makes_snapshots():
    for name, size, more in (("os", 64, {"os_type": "Linux", "hyper_v_generation": "V2"}), ("data", 32, {})):
        body = {"location": "westus", "disk_size_gb": size, "creation_data": {"create_option": "Empty"}, **more}
        disk = done(compute.disks.begin_create_or_update(group, name, body))
        source = {"create_option": "Copy", "source_resource_id": disk.id}
        made = done(compute.snapshots.begin_create_or_update(group, name, {"location": "westus", "creation_data": source}))
        assert made.disk_size_gb == size


def encryption_in(region):
    sets = f"{scope}/providers/Microsoft.Compute/diskEncryptionSets"
    return {
        "os_disk_image": {"disk_encryption_set_id": f"{sets}/os-{region}"},
        "data_disk_images": [{"lun": 0, "disk_encryption_set_id": f"{sets}/data-{region}"}],
    }


def makes_a_version():
    snapshots = f"{scope}/providers/Microsoft.Compute/snapshots"
    body = {
        "location": "westus",
        "publishing_profile": {
            "target_regions": [{"name": region, "encryption": encryption_in(region)} for region in regions]
        },
        "storage_profile": {
            "os_disk_image": {"source": {"id": f"{snapshots}/os"}},
            "data_disk_images": [{"lun": 0, "source": {"id": f"{snapshots}/data"}}],
        },
    }
    made = done(compute.gallery_image_versions.begin_create_or_update(group, "python", "web", "1.0.0", body))
    assert made.provisioning_state == "Succeeded"
    assert [each.name for each in made.publishing_profile.target_regions] == ["West US", "East US 2"]
    shown = compute.gallery_image_versions.get(group, "python", "web", "1.0.0", expand="ReplicationStatus")
    assert shown.replication_status.aggregated_state == "Completed"
    for region, target in zip(regions, shown.publishing_profile.target_regions):
        assert target.encryption.os_disk_image.disk_encryption_set_id.endswith(f"/os-{region}")
        assert target.encryption.data_disk_images[0].disk_encryption_set_id.endswith(f"/data-{region}")


def updates_a_version():
    versions = compute.gallery_image_versions
    version = versions.get(group, "python", "web", "1.0.0")
    version.publishing_profile.target_regions[1].regional_replica_count = 2
    changed = done(versions.begin_create_or_update(group, "python", "web", "1.0.0", version))
    assert [each.regional_replica_count for each in changed.publishing_profile.target_regions] == [1, 2]
    assert changed.publishing_profile.target_regions[1].encryption.os_disk_image is not None
    done(versions.begin_update(group, "python", "web", "1.0.0", {"tags": {"by": "python"}}))
    listed = list(versions.list_by_gallery_image(group, "python", "web"))
    assert [(each.name, each.tags) for each in listed] == [("1.0.0", {"by": "python"})], listed


def makes_a_machine():
    space = {"location": "westus", "address_space": {"address_prefixes": ["10.1.0.0/16"]}}
    done(network.virtual_networks.begin_create_or_update(group, "net", space))
    subnet = done(network.subnets.begin_create_or_update(group, "net", "one", {"address_prefix": "10.1.1.0/24"}))
    ip = {"name": "first", "subnet": {"id": subnet.id}}
    card = {"location": "westus", "ip_configurations": [ip]}
    nic = done(network.network_interfaces.begin_create_or_update(group, "nic", card))
    version = f"{scope}/providers/Microsoft.Compute/galleries/python/images/web/versions/1.0.0"
    body = {
        "location": "westus",
        "hardware_profile": {"vm_size": "Standard_D2s_v3"},
        "storage_profile": {"image_reference": {"id": version}},
        "os_profile": {
            "computer_name": "one",
            "admin_username": "walker",
            "admin_password": "Made-Up-For-The-Walk-1",
        },
        "network_profile": {"network_interfaces": [{"id": nic.id}]},
    }
    made = done(compute.virtual_machines.begin_create_or_update(group, "one", body))
    assert made.storage_profile.os_disk.managed_disk.disk_encryption_set.id.endswith("/os-westus")
    assert made.storage_profile.data_disks[0].managed_disk.disk_encryption_set.id.endswith("/data-westus")
    view = compute.virtual_machines.instance_view(group, "one")
    assert "PowerState/running" in [status.code for status in view.statuses]
    used = compute.disk_encryption_sets.list_associated_resources(group, "os-westus")
    assert any("/DISKS/ONE_OSDISK" in each.upper() for each in used)


def refusals_are_read():
    try:
        done(compute.gallery_image_versions.begin_create_or_update(group, "python", "web", "1.0", {"location": "westus"}))
        raise AssertionError("1.0 was taken")
    except Exception as error:  # pylint: disable=broad-except
        assert "InvalidParameter" in str(error) and "image version name" in str(error), error


def clears_up():
    done(compute.virtual_machines.begin_delete(group, "one"))
    done(compute.gallery_image_versions.begin_delete(group, "python", "web", "1.0.0"))
    done(compute.gallery_images.begin_delete(group, "python", "web"))
    done(compute.galleries.begin_delete(group, "python"))
    done(compute.disk_encryption_sets.begin_delete(group, "os-eastus2"))
    vaults.vaults.delete(group, "kv-python-eastus2")
    assert "kv-python-eastus2" in [each.name for each in vaults.vaults.list_deleted()]
    try:
        compute.galleries.get(group, "python")
        raise AssertionError("the gallery is still there")
    except ResourceNotFoundError:
        pass
    done(resources.resource_groups.begin_delete(group))
    assert not resources.resource_groups.check_existence(group)


def knows_the_cloud_by_its_endpoint():
    endpoint = os.environ["SIMULATOR_URL"]
    there = ClientSecretCredential(*who, authority=endpoint, disable_instance_discovery=True)
    client = ResourceManagementClient(
        there, subscription, base_url=endpoint, credential_scopes=[f"{endpoint}/.default"]
    )
    assert "myResourceGroup" in [each.name for each in client.resource_groups.list()]


flows = [
    signs_in,
    knows_the_cloud_by_its_endpoint,
    makes_a_group,
    makes_vaults,
    makes_keys,
    updates_keys,
    deletes_keys,
    makes_sets,
    makes_a_gallery,
    makes_snapshots,
    makes_a_version,
    updates_a_version,
    refusals_are_read,
    makes_a_machine,
    clears_up,
]

for flow in flows:
    started = time.monotonic()
    try:
        flow()
        failure = ""
    except Exception:  # pylint: disable=broad-except
        failure = traceback.format_exc()
    outcome = "passed" if failure == "" else "FAILED"
    print(f"{outcome} {time.monotonic() - started:5.1f} s  python: {flow.__name__.replace('_', ' ')}", flush=True)
    if failure:
        print(failure[-1500:], flush=True)
