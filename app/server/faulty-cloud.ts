/** A cloud whose clients meet faults on their way, as the console's do. */
import type { Cloud, Credentials } from '~/engine'
import { authenticate } from '~/engine/caller'
import { withFaults } from '~/faults/faulty-client'
import type { Injector } from '~/faults/injector'

/** The caller's ARN, as far as the credentials are good for one. */
function arnOf(cloud: Cloud, credentials: Credentials | undefined, now: string) {
  try {
    const caller = authenticate(cloud.world, credentials, now)
    return 'arn' in caller ? caller.arn : undefined
  } catch {
    // the call itself says what is wrong with them
    return undefined
  }
}

export function faultyCloud(cloud: Cloud, injector: Injector, now: () => string): Cloud {
  return {
    ...cloud,
    get world() {
      return cloud.world
    },
    get ready() {
      return cloud.ready
    },
    client(credentials) {
      const client = cloud.client(credentials)
      if (injector.rules.length === 0) return client
      return withFaults(client, injector, arnOf(cloud, credentials, now()))
    },
  }
}
