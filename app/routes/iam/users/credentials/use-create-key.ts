import type { AccessKey } from '@aws-sdk/client-iam'
import { useApiMutation } from '~/data/client'
import { named } from '~/data/users'
import type { AwsClient } from '~/engine'
import { flash } from '~/stores/flash'
import type { Holder } from './holder'
import type { NewKey } from './retrieve-key'

/** A description is a tag of the user with the key's ID; without it the key is as good. */
async function describe(
  { iam }: AwsClient,
  { name }: Holder,
  key: AccessKey,
  Value: string
) {
  if (name === undefined || Value === '') return undefined
  try {
    await iam.tagUser({ UserName: name, Tags: [{ Key: key.AccessKeyId, Value }] })
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  return undefined
}

export function useCreateKey(holder: Holder) {
  return useApiMutation<string, NewKey>(
    async (client, description) => {
      const made = await client.iam.createAccessKey(named(holder.name))
      // the answer of a call that was not refused
      const key = made.AccessKey as AccessKey
      const tagError = await describe(client, holder, key, description)
      return { key, ...(tagError ? { tagError } : {}) }
    },
    {
      failed: 'Failed to create the access key.',
      onSuccess: () => flash({ type: 'success', header: 'Access key created.' }),
    }
  )
}
