/** What specs of the endpoint begin with: a world, the endpoint in front of it, SDK clients. */
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'
import { STSClient } from '@aws-sdk/client-sts'

import type { Credentials } from '~/engine/model'
import { rootArn, specCloud } from '~/engine/spec-cloud'
import { createEndpoint } from './endpoint'
import { listen } from './node-server'

/** The SDK signs with this machine's clock, so a spec's `now` is `Date.now` or near it. */
export async function specEndpoint(now: () => number) {
  const spec = specCloud()
  const handle = createEndpoint({ cloud: () => spec.cloud, now })
  const { url, close } = await listen(handle)
  const open: { destroy(): void }[] = []
  const keep = <Client extends { destroy(): void }>(client: Client) => {
    open.push(client)
    return client
  }
  // the cloud's clock stands still: its sessions have ended by the machine's
  const config = (
    { expiration: _, ...credentials }: Credentials,
    region = 'us-east-1'
  ) => ({
    endpoint: url,
    region,
    credentials,
    maxAttempts: 1,
  })
  const clients = (credentials: Credentials, region?: string) => ({
    iam: keep(new IAMClient(config(credentials, region))),
    sts: keep(new STSClient(config(credentials, region))),
    s3: keep(new S3Client(config(credentials, region))),
    cloudTrail: keep(new CloudTrailClient(config(credentials, region))),
  })
  return {
    ...spec,
    url,
    handle,
    config,
    clients,
    as: (principal: string) => clients(spec.cloud.credentialsFor(principal)),
    admin: clients(spec.cloud.credentialsFor(rootArn())),
    async close() {
      for (const client of open) client.destroy()
      await close()
    },
  }
}

/** Name, message and HTTP status of what an SDK client throws. */
export async function thrown(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const status: unknown = Reflect.get(
      Object(Reflect.get(error, '$metadata')),
      'httpStatusCode'
    )
    return { error, name: error.name, message: error.message, status }
  }
  throw new Error('the call was not refused')
}

/**
 * The answer of an operation of the SDK's that is known by its name alone, without the SDK's
 * notes on it.
 */
export async function send(client: object, sdk: object, name: string, input: unknown) {
  const Command: new (input: unknown) => object = Reflect.get(sdk, `${name}Command`)
  const sent: Promise<{ $metadata: object }> = Reflect.get(client, 'send').call(
    client,
    new Command(input)
  )
  const { $metadata: _, ...answer } = await sent
  return answer
}
