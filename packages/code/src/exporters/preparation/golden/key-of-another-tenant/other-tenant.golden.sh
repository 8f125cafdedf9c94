az ad sp create --id c0470500-0000-4000-8000-00000000c103
principal=$(az ad sp show --id c0470500-0000-4000-8000-00000000c103 --query id --output tsv)
az keyvault update --name kv-fabrikam --enable-purge-protection true
vault=$(az keyvault show --name kv-fabrikam --query id --output tsv)
az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --role e147488a-f6f5-4113-8e2d-b22465e65bf6 --scope "$vault"
